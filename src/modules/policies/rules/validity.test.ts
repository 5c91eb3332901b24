import { describe, expect, it } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import { readCaseTable } from '#kernel/testing/case-table.ts';
import { dayOrNull, type IncomingRelation, judgeValidity, relationKinds } from './validity.ts';

function relationsOf(text: string): IncomingRelation[] {
  return text.split('|').flatMap((one) => {
    const [kind, onDay, part] = one.split(' ');
    const found = relationKinds.find((known) => known === kind);
    if (found === undefined) return [];
    return [
      {
        kind: found,
        fromTitle: '新办法',
        fromNumber: '望政发〔2024〕1号',
        onDay: dayOrNull(onDay),
        part: part ?? null,
      },
    ];
  });
}

describe('judgeValidity', () => {
  it.each(
    readCaseTable(new URL('./cases/validity.csv', import.meta.url)).map(
      (row) => [row.line, row.cells] as const,
    ),
  )('validity.csv line %i', (_line, cells) => {
    const days = { effectiveOn: dayOrNull(cells.施行), lapsesOn: dayOrNull(cells.有效期至) };
    const verdict = judgeValidity(days, relationsOf(cells.关系 ?? ''), dayOf(cells.看哪一天 ?? ''));
    expect({ 结果: verdict.validity, 起始: verdict.since ?? '' }).toEqual({
      结果: cells.结果,
      起始: cells.起始,
    });
    expect(verdict.because.length).toBeGreaterThan(0);
  });

  it('knows no document before the day it was written', () => {
    const days = { writtenOn: dayOf('2020-01-10'), effectiveOn: null, lapsesOn: null };
    expect(judgeValidity(days, [], dayOf('2020-01-09')).validity).toBe('notYet');
    expect(judgeValidity(days, [], dayOf('2020-01-10')).validity).toBe('inForce');
  });

  it('names the document that repealed it, and the parts that fell', () => {
    const days = { effectiveOn: dayOf('2020-01-01'), lapsesOn: null };
    const verdict = judgeValidity(days, relationsOf('repeals 2024-03-01 第三条'), dayOf('2024-06-01'));
    expect(verdict.because[0]).toBe('第三条自2024年3月1日起被《新办法》（望政发〔2024〕1号）废止。');
    expect(verdict.repealedParts).toEqual(['第三条']);
  });
});
