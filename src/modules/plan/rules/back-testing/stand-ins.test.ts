import { describe, expect, test } from 'vitest';
import { givenComparableTask as task } from '../comparing/given.ts';
import type { ComparableTask } from '../comparing/shapes.ts';
import { explainUnitsOutside, findStandIns, standInInWords } from './stand-ins.ts';

const last = {
  year: 2025,
  issuedOn: null,
  tasks: [
    { ...task('a', '公报全年编发不少于4期，向图书馆和档案馆赠阅。', { lead: ['县政府办公室'] }), no: 12 },
    { ...task('b', '清理空白栏目和长期不更新栏目，逐栏目明确更新周期。'), no: 13 },
  ],
};
const planOf = (...tasks: ComparableTask[]) => ({ year: 2026, issuedOn: null, tasks });
const becauseOf = (verdict: ReturnType<ReturnType<typeof findStandIns>['get']>) =>
  verdict?.found === false ? verdict.because : '';

describe('the task of last year that stands in', () => {
  test('is the one the comparison pairs, with its likeness and reasons', () => {
    const verdicts = findStandIns(
      planOf(task('x', '公报全年编发不少于6期，向图书馆和档案馆赠阅。', { lead: ['县政府办公室'] })),
      last,
    );
    const verdict = verdicts.get('x');
    if (verdict?.found !== true) throw new Error(becauseOf(verdict));
    expect(verdict.standIn).toMatchObject({ taskId: 'a', no: 12 });
    expect(verdict.standIn.reasons.join()).toContain('牵头单位相同');
    expect(standInInWords({ ...verdict.standIn, title: '公报', score: 0.834 })).toBe(
      '按上年第12项“公报”的台账试算，相似度83%',
    );
    expect(standInInWords({ ...verdict.standIn, no: null, title: '学习“两会”精神', score: 1 })).toBe(
      '按上年“学习‘两会’精神”的台账试算，相似度100%',
    );
  });

  test('is none for a task that is new, nor where two of last year are equally near', () => {
    const fresh = findStandIns(planOf(task('z', '编制公共数据开放目录，逐项评估风险。')), last);
    expect(becauseOf(fresh.get('z'))).toContain('上年的计划里也没有对应的任务');
    const [, cleaning] = last.tasks;
    const twice = { ...last, tasks: [...last.tasks, { ...task('c', cleaning?.requirement ?? ''), no: 14 }] };
    const torn = findStandIns(planOf(task('y', cleaning?.requirement ?? '')), twice);
    expect(becauseOf(torn.get('y'))).toContain('不能确定就是同一项');
  });

  test('is none for the lesser half of a task that was split, and the nearest is named', () => {
    const verdicts = findStandIns(
      planOf(
        task('x', last.tasks[0]?.requirement ?? ''),
        task('w', '公报向图书馆和档案馆赠阅，并向村（社区）赠阅。'),
      ),
      last,
    );
    expect(verdicts.get('x')?.found).toBe(true);
    expect(becauseOf(verdicts.get('w'))).toContain('最接近的是上年第12项');
  });

  test('is none without a plan of last year, and every task is answered', () => {
    const verdicts = findStandIns(last, null);
    expect([...verdicts.keys()]).toEqual(['a', 'b']);
    expect(becauseOf(verdicts.get('a'))).toContain('没有上年的计划');
  });
});

test('an empty ledger says nothing about units that had no part in it', () => {
  const standIn = { taskId: 'a', no: 12, title: '公报', score: 1, reasons: [] };
  expect(explainUnitsOutside(standIn, ['u', 'v'], ['v', 'w'])).toBeNull();
  expect(explainUnitsOutside(standIn, ['u'], ['w'])).toBe('上年第12项“公报”没有分给该单位，没有台账可查');
  expect(explainUnitsOutside(standIn, ['u'], ['w', 'x'])).toContain('没有分给这些单位');
  expect(explainUnitsOutside(standIn, [], [])).not.toBeNull();
});
