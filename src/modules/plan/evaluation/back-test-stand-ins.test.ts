/** Measures of a task's own ledger on last year's facts: asked about the task of last year's plan that corresponds. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openJobRunner } from '#kernel/jobs/runner.ts';
import { testCommandInput } from '#kernel/testing/command-input.ts';
import { openTestServer, type TestServer } from '#kernel/testing/test-server.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { type BackTest, backTestedTaskSchema, backTestSchema } from '../contract/back-testing.ts';
import { givenEntry } from '../given/ledger.ts';
import { givenBinding } from '../given/measuring.ts';
import { givenPlan, givenReadyImport, smallPlanText } from '../given/plans.ts';
import { ledgerEntriesCount, ledgerMonthly } from '../measures/ledger.ts';
import { planModule } from '../module.ts';
import { listTaskIdsOfPlan } from '../queries/evaluation.ts';
import { withoutMeasures } from '../testing/measured-county.ts';
import { planBackTestCommand } from './back-test-command.ts';

/** Last year's plan: the first two tasks in other words, the third led by the town, nothing like the fourth. */
const lastText = smallPlanText
  .replaceAll('2026', '2025')
  .replace('公开义务教育招生政策和学区划分，方便家长查询办理。', '公开义务教育招生政策和学区划分。')
  .replace('覆盖全部联络员。\t县政府办公室\t县教育局', '覆盖全部联络员。\t双溪镇\t')
  .replace('完善镇村政务公开专区，摆放办事指南和政策汇编。', '开展年度考核。');

let place: TestServer;
let county: GivenCounty;
let supervisor: Awaited<ReturnType<typeof givenOfficer>>;
let planId: string;
let lastIds: string[];
let taskIds: string[];

beforeAll(async () => {
  const ledgers = { ...planModule, measures: [ledgerEntriesCount, ledgerMonthly] };
  place = await openTestServer({
    modules: [withoutMeasures(organisation), ledgers],
    now: '2025-03-06T09:00:00+08:00',
  });
  county = await givenCounty(place.app);
  const { planId: lastId } = await givenPlan(place.app, { ...county, text: lastText });
  lastIds = await listTaskIdsOfPlan(place.app.database.read, lastId);
  place.clock.set(new Date('2026-05-06T01:00:00Z'));
  supervisor = await givenOfficer(place.app, county.jurisdictionId, county.office, ['supervisor']);
  ({ planId } = await givenPlan(place.app, county));
  await openJobRunner(place.app).runDue();
  taskIds = await listTaskIdsOfPlan(place.app.database.read, planId);
  for (const taskId of taskIds) await givenBinding(place.app, taskId, ledgerEntriesCount);
});
afterAll(() => place.close());

const get = (below: string) =>
  place.ask(supervisor, { method: 'GET', url: `/api/v1/plan-back-tests${below}` });
const tryPlan = async (side = `plan:${planId}`): Promise<BackTest> =>
  backTestSchema.parse((await get(`?plan=${side}`)).json());

describe('a task’s own ledger, a year earlier', () => {
  test('while no ledger of last year’s plan holds anything, nothing is told of any task', async () => {
    const { tasks } = await tryPlan();
    expect(tasks.map(({ standing }) => standing)).toEqual(Array(4).fill('cannotTell'));
    expect(tasks[0]?.reason).toContain('平台没有那时的记录');
  });

  test('the task of last year that corresponds stands in and is named with its likeness', async () => {
    place.clock.set(new Date('2025-06-10T01:00:00Z'));
    await givenEntry(place.app, { taskId: lastIds[0] ?? '', unitId: county.education });
    place.clock.set(new Date('2026-05-06T01:00:00Z'));
    // What is reported on this year's task does not count for last year.
    await givenEntry(place.app, { taskId: taskIds[1] ?? '', unitId: county.education });
    const { tasks, summary } = await tryPlan();
    expect(tasks[0]).toMatchObject({
      standing: 'met',
      bindings: [{ standIn: { taskId: lastIds[0], no: 1, title: '重点领域公开' }, figures: [{ value: 1 }] }],
    });
    expect(tasks[0]?.reason).toMatch(/按上年第1项“重点领域公开”的台账试算，相似度\d\d%$/u);
    // Its ledger was kept while that of the second stayed empty.
    expect(tasks[1]).toMatchObject({
      standing: 'failing',
      bindings: [{ standIn: { taskId: lastIds[1], score: 1, reasons: ['任务文字相同'] } }],
    });
    expect(summary.total).toEqual({ met: 1, failing: 1, cannotTell: 2 });
  });

  test('a task that last year’s plan has nothing like keeps 无法判定 with the reason', async () => {
    const { tasks } = await tryPlan();
    expect(tasks[3]).toMatchObject({ standing: 'cannotTell', bindings: [{ standIn: null }] });
    expect(tasks[3]?.reason).toContain('上年的计划里也没有对应的任务');
  });

  test('units that last year’s task was not assigned to are not blamed for its empty ledger', async () => {
    const { tasks } = await tryPlan();
    expect(tasks[2]).toMatchObject({
      standing: 'cannotTell',
      bindings: [{ standIn: null, figures: [{ value: null }] }],
    });
    expect(tasks[2]?.reason).toContain('上年第3项“基础建设”没有分给');
  });

  test('one task alone is told as in the whole, with last year’s report behind it', async () => {
    const { tasks } = await tryPlan();
    for (const [index, taskId] of taskIds.entries()) {
      const one = backTestedTaskSchema.parse((await get(`/task?plan=plan:${planId}&task=${taskId}`)).json());
      expect(one).toMatchObject({ standing: tasks[index]?.standing, reason: tasks[index]?.reason });
      const addresses = one.bindings[0]?.figures[0]?.rows.map(({ address }) => address);
      expect(addresses).toEqual(index === 0 ? [`/plan/tasks/${lastIds[0]}`] : []);
    }
  });

  test('a draft is tried in the same way', async () => {
    const text = smallPlanText.replace('〔2026〕5号', '〔2026〕6号');
    const { importId } = await givenReadyImport(place.app, { ...county, text });
    const { tasks } = await tryPlan(`import:${importId}`);
    expect(tasks[0]).toMatchObject({ standing: 'met', bindings: [{ standIn: { taskId: lastIds[0] } }] });
  });
});

test('the export and the command name the task that stood in', async () => {
  const { body } = await get(`/export?plan=plan:${planId}&format=csv`);
  const lines = body.trim().split('\r\n');
  expect(lines[0]).toContain('上年对应的任务,相似度,对应的依据');
  expect(lines[2]).toContain('2. 重点领域公开,100%,任务文字相同');
  expect(lines[4]?.endsWith(',,,')).toBe(true);
  const { text } = await planBackTestCommand.run(place.app, testCommandInput({ operands: [planId] }));
  expect(text).toContain('按上年第2项“重点领域公开”的台账试算，相似度100%');
});
