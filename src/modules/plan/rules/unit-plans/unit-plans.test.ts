import { describe, expect, test } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import { type DemandText, proposeDemand } from './demand.ts';
import { type Filing, isFilingActionAllowed, judgeFilings } from './filing.ts';

const filing = (number: number, filedOn: string, decided?: ['accepted' | 'returned', string]): Filing => ({
  number,
  filedOn: dayOf(filedOn),
  decision: decided?.[0] ?? null,
  decidedOn: decided === undefined ? null : dayOf(decided[1]),
});
const due = dayOf('2026-04-19');
const judge = (filings: readonly Filing[], today: string, until: typeof due | null = due) => {
  const { state, timeliness } = judgeFilings(filings, until, dayOf(today));
  return [state, timeliness];
};

describe('a unit with its own plan', () => {
  test('owes it until the due day and is overdue after it', () => {
    expect(judge([], '2026-04-19')).toEqual(['missing', 'notYetDue']);
    expect(judge([], '2026-04-20')).toEqual(['missing', 'overdue']);
    expect(judge([], '2026-04-20', null)).toEqual(['missing', 'noDay']);
  });

  test('filed on the last day is in time, a day later is late for good', () => {
    expect(judge([filing(1, '2026-04-19')], '2026-05-01')).toEqual(['filed', 'inTime']);
    expect(judge([filing(1, '2026-04-20', ['accepted', '2026-04-21'])], '2026-05-01')).toEqual([
      'accepted',
      'late',
    ]);
  });

  test('returned was filed in time all the same, and filing again waits for a decision', () => {
    const filings = [filing(1, '2026-04-10', ['returned', '2026-04-12']), filing(2, '2026-04-25')];
    expect(judge(filings, '2026-04-11')).toEqual(['filed', 'inTime']);
    expect(judge(filings, '2026-04-20')).toEqual(['returned', 'inTime']);
    expect(judge(filings, '2026-04-25')).toEqual(['filed', 'inTime']);
  });

  test('only what waits is decided', () => {
    expect(
      (['missing', 'filed', 'returned', 'accepted'] as const).filter((state) =>
        isFilingActionAllowed(state, 'accept'),
      ),
    ).toEqual(['filed']);
  });
});

describe('the period in the plan’s own text', () => {
  const text = (words: string, change: Partial<DemandText['deadline']> = {}): DemandText => ({
    place: '第45项',
    text: words,
    deadlineText: '本文件印发后30日内',
    deadline: { kind: 'relative', days: 30, dayUnit: 'calendar', from: '本文件印发', ...change },
  });

  test.each([
    '各单位制定年度政务公开任务清单，报县政府办公室备案',
    '各镇街、各部门要结合实际制定具体实施方案',
    '对照本要点细化工作方案，明确责任人',
  ])('%s', (words) => {
    expect(proposeDemand([text(words)])).toMatchObject({ days: 30, dayUnit: 'calendar' });
  });

  test('another duty within the same time, or another clock, proposes nothing', () => {
    expect(proposeDemand([text('公布依申请公开受理渠道')])).toBeUndefined();
    const words = '各单位制定年度任务清单';
    expect(proposeDemand([text(words, { from: '收到申请' })])).toBeUndefined();
    expect(proposeDemand([text(words, { kind: 'date', days: null, dayUnit: null })])).toBeUndefined();
  });
});
