import { describe, expect, it } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import { comparePlans } from './compare-plans.ts';
import { givenComparableTask as task } from './given.ts';
import { findSharedPhrases } from './likeness.ts';

const last = {
  year: 2025,
  issuedOn: dayOf('2025-03-14'),
  tasks: [
    task('a', '公报全年编发不少于4期，向图书馆和档案馆赠阅。', { lead: ['县政府办公室'], due: '2025-12-31' }),
    task('b', '清理空白栏目和长期不更新栏目，逐栏目明确更新周期。', {
      lead: ['县大数据局'],
      due: '2025-06-30',
    }),
    task('c', '组织业务培训，覆盖全部联络员。', { lead: ['县政府办公室'], due: '2025-11-30' }),
  ],
};

describe('comparing two plans', () => {
  it('finds the same work in other words, says why, and what moved', () => {
    const plan = {
      year: 2026,
      issuedOn: dayOf('2026-03-20'),
      tasks: [
        task('x', '逐栏目设定更新周期并预警，清理空白、重复和长期不更新栏目。', {
          lead: ['县大数据局'],
          due: '2026-05-31',
          responsible: ['各镇（街道）'],
        }),
        task('y', '公报全年编发不少于6期，与文件库同源生成电子版，向图书馆和档案馆赠阅。', {
          lead: ['县政府办公室'],
          due: '2026-12-31',
          quotas: [{ text: '全年编发不少于6期', count: 6, counter: '期', per: 'year' }],
        }),
        task('z', '编制公共数据开放目录，逐项评估风险。', { lead: ['县大数据局'], due: '2026-10-31' }),
      ],
    };
    const before = last.tasks.map((one) =>
      one.id === 'a'
        ? { ...one, quotas: [{ text: '全年编发不少于4期', count: 4, counter: '期', per: 'year' as const }] }
        : one,
    );
    const { pairs, created, dropped } = comparePlans({ ...last, tasks: before }, plan);
    expect(pairs.map(({ baseId, taskId }) => [baseId, taskId])).toEqual([
      ['b', 'x'],
      ['a', 'y'],
    ]);
    expect(pairs[0]).toMatchObject({
      deadline: { move: 'earlier', days: -30 },
      addedUnits: ['各镇（街道）'],
    });
    expect(pairs[0]?.reasons.join()).toContain('牵头单位相同');
    expect(pairs[1]).toMatchObject({
      deadline: { move: 'same', days: 0 },
      quotas: [{ before: '全年编发不少于4期', after: '全年编发不少于6期', raised: true }],
    });
    expect(created.map(({ id }) => id)).toEqual(['z']);
    expect(dropped.map(({ id }) => id)).toEqual(['c']);
  });

  it('takes a plan compared with itself for wholly unchanged', () => {
    const { pairs, created, dropped } = comparePlans(last, last);
    expect(pairs.map(({ baseId, taskId, score }) => [baseId, taskId, score])).toEqual([
      ['a', 'a', 1],
      ['b', 'b', 1],
      ['c', 'c', 1],
    ]);
    expect([...created, ...dropped]).toEqual([]);
  });

  it('knows the same office of another county by what follows 县 and 区', () => {
    const other = {
      ...last,
      tasks: [task('n', '公报编发后向各图书馆、档案馆赠阅。', { lead: ['区政府办公室'], due: '2025-12-31' })],
    };
    const [pair] = comparePlans(last, other).pairs;
    expect(pair).toMatchObject({ baseId: 'a', addedUnits: [], removedUnits: [] });
  });

  it('compares leap days and plans without a year', () => {
    const leap = { year: 2028, issuedOn: null, tasks: [task('l', '二月工作。', { due: '2028-02-29' })] };
    const next = { year: 2029, issuedOn: null, tasks: [task('m', '二月工作。', { due: '2029-02-28' })] };
    expect(comparePlans(leap, next).pairs[0]?.deadline).toMatchObject({ move: 'same', days: 0 });
    const open = { year: null, issuedOn: null, tasks: [task('o', '二月工作。', {})] };
    expect(comparePlans(leap, open).pairs[0]?.deadline.move).toBe('noLongerDated');
    expect(comparePlans(open, leap).pairs[0]?.deadline.move).toBe('nowDated');
  });

  it('finds nothing alike in nothing', () => {
    const empty = { year: null, issuedOn: null, tasks: [] };
    expect(comparePlans(empty, empty)).toEqual({ pairs: [], created: [], dropped: [] });
    expect(comparePlans(last, empty).dropped).toHaveLength(3);
  });
});

it('shared phrases are whole, longest first, and stop at punctuation', () => {
  expect(findSharedPhrases('每年开展业务培训，覆盖全部联络员', '业务培训要覆盖全部联络员')).toEqual([
    '覆盖全部联络员',
    '业务培训',
  ]);
  expect(findSharedPhrases('甲乙丙', '甲乙丙')).toEqual([]);
});
