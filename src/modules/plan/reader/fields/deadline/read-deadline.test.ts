import { describe, expect, it } from 'vitest';
import { parseDay } from '#kernel/day.ts';
import { type CaseRow, readCaseTable } from '#kernel/testing/case-table.ts';
import type { DeadlineKind, DeadlineReading, ReadingFlag } from '../../reading.ts';
import { findDeadlineInSentence } from './find-in-sentence.ts';
import { readDeadline } from './read-deadline.ts';

const kindOfWord: Readonly<Record<string, DeadlineKind>> = {
  某日: 'date',
  全年: 'allYear',
  持续: 'ongoing',
  事件起算: 'relative',
  无: 'none',
};

const cell = (row: CaseRow, column: string): string => row.cells[column] ?? '';
const yearOfCase = (row: CaseRow): number | null =>
  cell(row, '年份') === '' ? null : Number(cell(row, '年份'));

function shownReading(reading: DeadlineReading, flags: readonly ReadingFlag[]) {
  const unit = reading.dayUnit === 'working' ? '工作日' : '日';
  return {
    kind: reading.kind,
    date: reading.date ?? '',
    thenOngoing: reading.thenOngoing,
    days: reading.days === null ? '' : `${reading.days}${unit}`,
    from: reading.from ?? '',
    milestones: reading.milestones.map((milestone) => milestone.date).join('|'),
    doubtful: flags.length > 0,
  };
}

const deadlineCases = readCaseTable(new URL('../cases/deadlines.csv', import.meta.url));

describe('readDeadline', () => {
  it.each(deadlineCases.map((row) => [row.line, cell(row, '原文'), row] as const))(
    'deadlines.csv line %i: %s',
    (_line, text, row) => {
      const issuedOn = parseDay(cell(row, '成文日期')) ?? null;
      const verdict = readDeadline(text, { year: yearOfCase(row), issuedOn });
      expect(shownReading(verdict.reading, verdict.flags)).toEqual({
        kind: kindOfWord[cell(row, '类型')],
        date: cell(row, '日期'),
        thenOngoing: cell(row, '此后持续') === '是',
        days: cell(row, '天数'),
        from: cell(row, '起算'),
        milestones: cell(row, '分步'),
        doubtful: cell(row, '存疑') === '是',
      });
    },
  );

  it('reads every month end of a leap year and of a common year, in digits and in Chinese', () => {
    const chinese = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
    for (const year of [2023, 2024]) {
      for (let month = 1; month <= 12; month += 1) {
        const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
        const day = `${year}-${String(month).padStart(2, '0')}-${lastDay}`;
        for (const printed of [
          `${month}月底前`,
          `${chinese[month - 1]}月底前`,
          `${year}年${month}月${lastDay}日`,
        ]) {
          expect(readDeadline(printed, { year }).reading.date, printed).toBe(day);
        }
      }
    }
  });

  it('never names a day for a text without a number, a year end or a whole year', () => {
    for (const text of ['尽快办理', '按计划', '待上级明确', '会后', '条件成熟时', '由县委定']) {
      const verdict = readDeadline(text, { year: 2022 });
      expect(verdict.reading.date).toBeNull();
      expect(verdict.flags).not.toEqual([]);
    }
  });

  it('gives the same reading whatever blanks, widths or markup the cell carries', () => {
    for (const row of deadlineCases) {
      const text = cell(row, '原文');
      const context = { year: yearOfCase(row), issuedOn: parseDay(cell(row, '成文日期')) ?? null };
      const noisy = `<p>${[...text].join(' ')}</p>`.replace(/\d/gu, (digit) =>
        String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
      );
      if (!text.startsWith('<')) {
        expect(readDeadline(noisy, context).reading, text).toEqual(readDeadline(text, context).reading);
      }
    }
  });
});

describe('findDeadlineInSentence', () => {
  it.each(
    readCaseTable(new URL('../cases/sentences.csv', import.meta.url)).map(
      (row) => [row.line, cell(row, '原文'), row] as const,
    ),
  )('sentences.csv line %i: %s', (_line, text, row) => {
    const found = findDeadlineInSentence(text, { year: yearOfCase(row) });
    if (cell(row, '类型') === '') {
      expect(found).toBeUndefined();
      return;
    }
    expect(found?.text).toBe(cell(row, '时限原文'));
    expect(found?.reading.kind).toBe(kindOfWord[cell(row, '类型')]);
    expect(found?.reading.date ?? '').toBe(cell(row, '日期'));
    expect(found?.reading.thenOngoing).toBe(cell(row, '此后持续') === '是');
    expect(found?.reading.milestones.map((milestone) => milestone.date).join('|')).toBe(cell(row, '分步'));
    expect((found?.flags.length ?? 0) > 0).toBe(cell(row, '存疑') === '是');
  });
});
