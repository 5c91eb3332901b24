/** Proposals from a task's words, and the periods and terms they are judged over. */
import { describe, expect, test } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import { readQuotas } from '../../reader/fields/index.ts';
import { givenTrainingMeasure } from '../../testing/measured-county.ts';
import { partInWords, periodOfBinding } from './periods.ts';
import { proposeBindings } from './proposals.ts';

const measure = givenTrainingMeasure(() => []);
const proposalsFor = (requirement: string, one = measure, isLed = true) =>
  proposeBindings([one], { section: null, item: null, requirement, quotas: readQuotas(requirement), isLed });

describe('proposals', () => {
  test.each([
    ['组织业务培训，每年不少于1次。', 1, null, 'leads'],
    ['各单位开展业务培训，每半年不少于2次。', 2, 'halfYear', 'assigned'],
    ['每季度至少开展1场业务培训。', 1, 'quarter', 'leads'],
    ['加强业务培训，提高能力。', 1, null, 'leads'],
    ['每年召开会议不少于3次。组织业务培训。', 1, null, 'leads'],
    ['组织业务培训，编发简报不少于6期。', 1, null, 'leads'],
    ['组织业务培训，覆盖全体联络员，全年培训不少于2次。', 2, null, 'leads'],
    ['至少组织2场业务培训。', 2, null, 'leads'],
  ] as const)('%s → %d', (requirement, target, every, unitChoice) => {
    expect(proposalsFor(requirement)).toMatchObject([
      { target, every, unitChoice, parameters: { kind: 'any' } },
    ]);
  });

  test('the reason says which words led to it', () => {
    expect(proposalsFor('组织业务培训，每年不少于1次。')[0]?.reason).toBe(
      '任务要求组织业务培训；按写明的“每年不少于1次”核对',
    );
    expect(proposalsFor('加强业务培训。')[0]?.reason).toBe(
      '任务要求组织业务培训；文本没有可以直接采用的数量，按通常的不少于1次核对',
    );
  });

  test('words that suggest nothing get no proposal; a pattern with a memory is read from the start', () => {
    expect(proposalsFor('完善政务公开专区。')).toEqual([]);
    const sticky = { ...measure, hints: [{ pattern: /业务培训/gu, reason: '有记忆的模式' }] };
    expect(proposalsFor('组织业务培训。', sticky)).toHaveLength(1);
    expect(proposalsFor('组织业务培训。', sticky)).toHaveLength(1);
  });

  test('where nobody leads, everybody named is asked about', () => {
    expect(proposalsFor('组织业务培训。', measure, false)).toMatchObject([{ unitChoice: 'assigned' }]);
  });

  test('a limit is never read from a least count', () => {
    const atMost = { ...measure, direction: 'atMost' as const, usualTarget: 0 };
    expect(proposalsFor('组织业务培训，每年不少于2次。', atMost)).toMatchObject([{ target: 0 }]);
  });
});

describe('periods', () => {
  const none = { every: null, periodFrom: null, periodUntil: null };
  test('without days of its own a binding runs over the year and is due with its task', () => {
    expect(periodOfBinding(none, 2026, dayOf('2026-06-30'))).toEqual({
      parts: [{ from: '2026-01-01', until: '2027-01-01' }],
      due: '2026-06-30',
    });
    expect(periodOfBinding(none, 2026, null).due).toBe('2026-12-31');
    expect(periodOfBinding(none, 2026, dayOf('2027-03-31'))).toEqual({
      parts: [{ from: '2026-01-01', until: '2027-04-01' }],
      due: '2027-03-31',
    });
  });

  test('a quarterly target is due at each quarter, up to the quarter of the last day', () => {
    const { parts } = periodOfBinding({ ...none, every: 'quarter' }, 2026, dayOf('2026-08-15'));
    expect(parts).toEqual([
      { from: '2026-01-01', until: '2026-04-01' },
      { from: '2026-04-01', until: '2026-07-01' },
      { from: '2026-07-01', until: '2026-10-01' },
    ]);
    expect(parts.map(partInWords)).toEqual(['第一季度', '第二季度', '第三季度']);
  });

  test('days a person set count as they are', () => {
    const period = periodOfBinding(
      { every: 'month', periodFrom: dayOf('2026-11-15'), periodUntil: dayOf('2027-01-10') },
      2026,
      dayOf('2026-06-30'),
    );
    expect(period.due).toBe('2027-01-09');
    expect(period.parts.map(({ from, until }) => [from, until])).toEqual([
      ['2026-11-15', '2026-12-01'],
      ['2026-12-01', '2027-01-01'],
      ['2027-01-01', '2027-01-10'],
    ]);
    expect(period.parts.map(partInWords)).toEqual(['11月', '12月', '1月']);
  });

  test('half-years and whole years in words', () => {
    const { parts } = periodOfBinding({ ...none, every: 'halfYear' }, 2026, null);
    expect(parts.map(partInWords)).toEqual(['上半年', '下半年']);
    expect(partInWords({ from: '2026-01-01', until: '2027-01-01' })).toBe('2026年');
  });
});
