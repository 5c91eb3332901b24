/** The promises of `readPlan` that no single layout shows: progress, cancelling, time, year, and what it must never do. */
import { describe, expect, it } from 'vitest';
import type { SourceBlock, SourceDocument } from '#kernel/reading/source.ts';
import { readPlan } from './read-plan.ts';

function documentOf(lines: readonly string[]): SourceDocument {
  const blocks = lines.map(
    (text, index): SourceBlock => ({ kind: 'paragraph', text, place: { line: index + 1 } }),
  );
  return { format: 'txt', blocks, notes: [{ code: 'sample', sentence: '样例的提示。' }] };
}

function longPlan(count: number): SourceDocument {
  const tasks = Array.from(
    { length: count },
    (_, index) =>
      `${index + 1}.第${index + 1}项工作要在门户网站公布办理流程和结果，接受监督。（责任单位：县政府办、第${index % 40}镇政府；完成时限：${(index % 12) + 1}月底前）`,
  );
  return documentOf(['望澜县2023年政务公开工作任务分解', ...tasks]);
}

describe('readPlan', () => {
  it('reads 5,000 tasks in time that grows with their number and not with its square', () => {
    const timeFor = (count: number) => {
      const document = longPlan(count);
      const start = performance.now();
      const verdict = readPlan(document);
      if (!verdict.ok) throw new Error(verdict.notAPlan.sentence);
      expect(verdict.plan.tasks).toHaveLength(count);
      return performance.now() - start;
    };
    timeFor(500);
    const small = timeFor(1250);
    const large = timeFor(5000);
    // Four times the tasks: a square would take sixteen times as long.
    expect(large).toBeLessThan(small * 10 + 500);
  });

  it('tells progress from 0 to 1 without going back', () => {
    const told: number[] = [];
    readPlan(longPlan(300), { onProgress: (fraction) => told.push(fraction) });
    expect(told.at(0)).toBe(0);
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual([...told].sort((one, other) => one - other));
    expect(told.length).toBeGreaterThan(4);
  });

  it('stops between tasks when it is cancelled', () => {
    const controller = new AbortController();
    const read = () =>
      readPlan(longPlan(300), {
        signal: controller.signal,
        onProgress: (fraction) => {
          if (fraction > 0.4) controller.abort(new Error('stopped by a person'));
        },
      });
    expect(read).toThrow('stopped by a person');
  });

  it('takes the year a person gives over the printed one', () => {
    const verdict = readPlan(longPlan(3), { year: 2025 });
    expect(verdict.ok && verdict.plan.year).toBe(2025);
    expect(verdict.ok && verdict.plan.tasks[0]?.deadline.date).toBe('2025-01-31');
  });

  it('hands on what the file reader noticed', () => {
    const verdict = readPlan(longPlan(3));
    expect(verdict.ok && verdict.plan.notes).toContain('样例的提示。');
  });

  it('refuses an empty document with reasons', () => {
    const verdict = readPlan(documentOf(['', '　']));
    expect(verdict.ok).toBe(false);
    expect(!verdict.ok && verdict.notAPlan.reasons).toContain('没有可以读取的文字');
  });

  it('names the numbers a list skips', () => {
    const lines = [1, 2, 4, 5].map((no) => `${no}.公开第${no}批清单，逐月更新。（责任单位：县财政局）`);
    const verdict = readPlan(documentOf(['望澜县2023年政务公开任务清单', ...lines]));
    expect(verdict.ok && verdict.plan.notes).toContain('序号3没有出现，请核对是否缺少任务。');
  });
});
