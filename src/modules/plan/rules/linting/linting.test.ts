import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHolidayYearFiles } from '#kernel/calendar/calendar-files.ts';
import { loadWorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { dayOf } from '#kernel/day.ts';
import { givenComparableTask as task } from '../comparing/given.ts';
import type { ComparableTask } from '../comparing/shapes.ts';
import { findImpossibleDays } from './impossible-days.ts';
import { lintPlan } from './lint-plan.ts';
import { suggestsMeasure } from './suggests-measure.ts';

const calendar = loadWorkingCalendar(await readHolidayYearFiles(path.resolve('data', 'calendars')));

function lint(tasks: readonly ComparableTask[], last: readonly ComparableTask[] | null = null) {
  const plan = { year: 2026, issuedOn: dayOf('2026-03-20'), tasks };
  const found = lintPlan(plan, {
    calendar,
    isMeasurable: (one) => one.requirement.includes('公开'),
    last: last === null ? null : { year: 2025, issuedOn: null, tasks: last },
  });
  return found.map(({ taskId, code, level }) => `${taskId} ${code} ${level}`);
}
const sound = { lead: ['县教育局'], due: '2026-06-30', deadlineText: '6月底前' };

describe('the lint of a plan', () => {
  it('has nothing to say about a task with an owner, a day and something to count', () => {
    expect(lint([task('a', '公开义务教育招生政策和学区划分。', sound)])).toEqual([]);
  });

  it.each([
    ['没有单位', task('a', '公开招生政策。', { ...sound, lead: [] }), 'a noOwner mend'],
    [
      '只有配合单位',
      task('a', '公开招生政策。', { due: '2026-06-30', deadlineText: '6月底前', cooperating: ['县财政局'] }),
      'a noOwner mend',
    ],
    [
      '四个责任单位没有牵头',
      task('a', '公开招生政策。', {
        due: '2026-06-30',
        deadlineText: '6月底前',
        responsible: ['甲局', '乙局', '丙局', '丁局'],
      }),
      'a noLead consider',
    ],
    [
      '没有时限',
      task('a', '公开招生政策。', { lead: ['县教育局'], kind: 'none', deadlineText: '' }),
      'a noDay mend',
    ],
    [
      '时限读不出日期',
      task('a', '公开招生政策。', { lead: ['县教育局'], kind: 'none', deadlineText: '尽快' }),
      'a noDay mend',
    ],
    [
      '按法定时限',
      task('a', '公开招生政策。', { lead: ['县教育局'], kind: 'none', deadlineText: '按法定时限' }),
      'a openEnded consider',
    ],
    ['持续推进', task('a', '公开招生政策。', { lead: ['县教育局'] }), 'a openEnded consider'],
    ['6月31日', task('a', '公开招生政策。', { ...sound, deadlineText: '6月31日前' }), 'a impossibleDay mend'],
    [
      '早于印发',
      task('a', '公开招生政策。', { lead: ['县教育局'], due: '2026-02-28', deadlineText: '2月28日前' }),
      'a dayBeforeIssue mend',
    ],
    [
      '到期日是国庆',
      task('a', '公开招生政策。', { lead: ['县教育局'], due: '2026-10-01', deadlineText: '10月1日前' }),
      'a dueOnRestDay consider',
    ],
    ['无从度量', task('a', '进一步提高思想认识。', sound), 'a notMeasurable consider'],
  ])('%s', (_, given, expected) => {
    expect(lint([given])).toEqual([expected]);
  });

  it('does not look at the weekday of “月底前”', () => {
    const saturday = { lead: ['县教育局'], due: '2026-10-31', deadlineText: '10月底前' };
    expect(lint([task('a', '公开招生政策。', saturday)])).toEqual([]);
  });

  it('finds the same task twice, once', () => {
    const twice = [
      task('a', '公开义务教育招生政策和学区划分，方便家长查询。', sound),
      task('b', '公开幼儿园收费标准。', sound),
      task('c', '公开义务教育招生政策、学区划分，方便家长查询。', sound),
    ];
    expect(lint(twice)).toEqual(['c duplicate mend']);
  });

  it('holds a task against last year: wider, or the same once more', () => {
    const before = [
      task('x', '公开招生政策，每年不少于1次。', {
        ...sound,
        due: '2025-08-31',
        quotas: [{ text: '每年不少于1次', count: 1, counter: '次', per: 'year' }],
      }),
      task('y', '公开幼儿园收费标准和监督电话。', { ...sound, due: '2025-06-30' }),
    ];
    const now = [
      task('a', '公开招生政策，每年不少于2次。', {
        ...sound,
        quotas: [{ text: '每年不少于2次', count: 2, counter: '次', per: 'year' }],
      }),
      task('b', '公开幼儿园收费标准和监督电话。', sound),
    ];
    expect(lint(now, before)).toEqual(['a wider consider', 'b unchanged consider']);
  });

  it('says so when one office leads six tasks that end in the same month', () => {
    const six = ['招生', '收费', '学区', '资助', '考试', '食堂'].map((what, index) =>
      task(`t${index}`, `公开${what}办法${'一二三四五六'[index]}份材料清单${what}${what}`, sound),
    );
    expect(lint(six)).toContain('t0 crowded consider');
    expect(lint(six.slice(1))).not.toContain('t1 crowded consider');
  });
});

it.each([
  ['2月30日前', 2026, ['2月30日']],
  ['2月29日前', 2026, ['2月29日']],
  ['2月29日前', 2028, []],
  ['13月底前', 2026, ['13月']],
  ['2024年6月31日、9月30日', 2026, ['2024年6月31日']],
  ['每3个月一次，12月31日前', 2026, []],
  ['', null, []],
])('days no calendar has in “%s” of %s', (text, year, expected) => {
  expect(findImpossibleDays(text, year)).toEqual(expected);
});

it('a task is measurable when a hint of any measure matches its item or text', () => {
  const measures = [{ hints: [{ pattern: /培训/gu, reason: '写明培训' }] }];
  expect(suggestsMeasure(measures, { item: null, requirement: '开展业务培训。' })).toBe(true);
  expect(suggestsMeasure(measures, { item: '培训', requirement: '每年一次。' })).toBe(true);
  expect(suggestsMeasure(measures, { item: null, requirement: '开展检查。' })).toBe(false);
});
