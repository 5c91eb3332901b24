/** A plan on last year's facts: what it would have scored, what cannot be told and why; nothing is kept of it. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { dayOf } from '#kernel/day.ts';
import { openJobRunner } from '#kernel/jobs/runner.ts';
import { defineMeasure } from '#kernel/measure.ts';
import { openTestServer, type TestServer } from '#kernel/testing/test-server.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { type BackTest, backTestedTaskSchema, backTestSchema } from '../contract/back-testing.ts';
import { givenBinding } from '../given/measuring.ts';
import { givenPlan, givenReadyImport, smallPlanText } from '../given/plans.ts';
import { planModule } from '../module.ts';
import { listTaskIdsOfPlan } from '../queries/evaluation.ts';
import {
  type GivenTraining,
  givenLedgerMeasure,
  givenTrainingMeasure,
  moduleOffering,
  withoutMeasures,
} from '../testing/measured-county.ts';

let trainings: GivenTraining[] = [];
let planAsked: (string | null)[] = [];

let tasksAsked: (string | null)[] = [];
const ledger = givenLedgerMeasure((taskId) => {
  tasksAsked.push(taskId);
  return 7;
});
const ofPlan = defineMeasure({
  ...ledger,
  id: 'test.ofPlan',
  title: '计划自己的数',
  parameters: z.object({}),
  evaluate: async ({ planId, groups }) => {
    planAsked.push(planId);
    return new Map(groups.map(({ key }) => [key, { known: true as const, value: 3, evidence: [] }]));
  },
});
const training = givenTrainingMeasure(() => trainings);

let place: TestServer;
let county: GivenCounty;
let supervisor: Awaited<ReturnType<typeof givenOfficer>>;
let clerk: Awaited<ReturnType<typeof givenOfficer>>;
let planId: string;
let lastId: string;
let taskIds: string[];

beforeAll(async () => {
  place = await openTestServer({
    modules: [
      withoutMeasures(organisation),
      withoutMeasures(planModule),
      moduleOffering(training, ledger, ofPlan),
    ],
    now: '2026-05-06T09:00:00+08:00',
  });
  county = await givenCounty(place.app);
  supervisor = await givenOfficer(place.app, county.jurisdictionId, county.office, ['supervisor']);
  clerk = await givenOfficer(place.app, county.jurisdictionId, county.education, ['clerk']);
  const text = smallPlanText.replaceAll('2026', '2025');
  ({ planId: lastId } = await givenPlan(place.app, { ...county, text }));
  ({ planId } = await givenPlan(place.app, county));
  await openJobRunner(place.app).runDue();
  taskIds = await listTaskIdsOfPlan(place.app.database.read, planId);
  await givenBinding(place.app, taskIds[0] ?? '', ledger);
  await givenBinding(place.app, taskIds[1] ?? '', ofPlan);
  await openJobRunner(place.app).runDue();
});
afterAll(() => place.close());

const held = (id: string, day: string, unitId: string): GivenTraining => ({
  id,
  title: `培训${id}`,
  day: dayOf(day),
  unitId,
});

async function tryPlan(side = `plan:${planId}`): Promise<BackTest> {
  const reply = await place.ask(supervisor, { method: 'GET', url: `/api/v1/plan-back-tests?plan=${side}` });
  return backTestSchema.parse(reply.json());
}

describe('a plan on last year’s facts', () => {
  test('without a row of that kind anywhere it cannot be told, and the reason says so', async () => {
    trainings = [held('1', '2026-02-01', county.office)];
    const { tasks, pastYear, bindings } = await tryPlan();
    expect(pastYear).toBe(2025);
    expect(bindings).toEqual({ confirmed: 2, proposed: 1 });
    expect(tasks[2]).toMatchObject({
      standing: 'cannotTell',
      due: '2025-12-31',
      bindings: [{ isProposed: true, figures: [{ value: 0, from: '2025-01-01', askedOn: '2025-12-31' }] }],
    });
    expect(tasks[2]?.reason).toContain('平台没有那时的记录');
  });

  test('where others have rows, none is a failure', async () => {
    trainings = [held('1', '2026-02-01', county.office), held('2', '2025-03-01', county.education)];
    const { tasks, summary } = await tryPlan();
    expect(tasks[2]).toMatchObject({
      standing: 'failing',
      reason: '县政府办公室“业务培训场次”到2025年12月31日为0次，要求不少于1次',
      units: [{ unitId: county.office, standing: 'failing' }],
    });
    expect(summary.units[0]).toMatchObject({ unitName: '县政府办公室', counts: { failing: 1 } });
  });

  test('rows of last year meet the task, and they can be opened; this year’s do not count', async () => {
    trainings = [held('1', '2026-02-01', county.office), held('2', '2025-03-01', county.office)];
    expect((await tryPlan()).tasks[2]?.standing).toBe('met');
    const reply = await place.ask(supervisor, {
      method: 'GET',
      url: `/api/v1/plan-back-tests/task?plan=plan:${planId}&task=${taskIds[2]}`,
    });
    const [binding] = backTestedTaskSchema.parse(reply.json()).bindings;
    expect(binding?.figures[0]?.rows).toMatchObject([
      { title: '培训2', day: '2025-03-01', unitName: '县政府办公室', address: '/organisation/trainings/2' },
    ]);
  });

  test('what looks at the task is asked about its counterpart, what looks at the plan about last year’s', async () => {
    planAsked = [];
    tasksAsked = [];
    const lastTaskIds = await listTaskIdsOfPlan(place.app.database.read, lastId);
    const { tasks, last } = await tryPlan();
    expect(tasks[0]).toMatchObject({ standing: 'met', bindings: [{ standIn: { taskId: lastTaskIds[0] } }] });
    // The other tasks with a counterpart are asked too, whether ledgers were kept then; this year's never.
    expect(tasksAsked.every((id) => id !== null && lastTaskIds.includes(id))).toBe(true);
    expect(tasks[1]?.bindings[0]?.standIn).toBeNull();
    expect(tasks[1]?.standing).toBe('met');
    expect(last?.id).toBe(lastId);
    expect(new Set(planAsked)).toEqual(new Set([lastId]));
    expect(tasks[3]).toMatchObject({
      standing: 'cannotTell',
      bindings: [],
      reason: expect.stringContaining('没有绑定度量'),
    });
  });

  test('nothing is kept of it: no standing, figure, audit row or notice', async () => {
    const count = async () => {
      const { rows } = await place.app.database.read.execute(sql`select
        (select count(*)::int from measured_figure) as figures,
        (select string_agg(fingerprint, ',' order by task_id) from task_standing) as standings,
        (select count(*)::int from notice) as notices,
        (select count(*)::int from task_binding) as bindings`);
      return rows;
    };
    const before = await count();
    await tryPlan();
    expect(await count()).toEqual(before);
  });
});

describe('a draft', () => {
  test('is tried by what its words propose, and by what was decided about the tasks it continues', async () => {
    trainings = [held('2', '2026-03-01', county.office)];
    const text = smallPlanText.replaceAll('2026', '2027').replace('不少于1次', '不少于2次');
    const { importId } = await givenReadyImport(place.app, { ...county, text });
    const fresh = await tryPlan(`import:${importId}`);
    expect(fresh).toMatchObject({
      pastYear: 2026,
      isOpenYear: true,
      bindings: { confirmed: 0, proposed: 1 },
    });
    expect(fresh.tasks[2]).toMatchObject({
      standing: 'cannotTell',
      reason: expect.stringContaining('那段期间还没有过完'),
    });
    const again = await givenReadyImport(place.app, county);
    const updated = await tryPlan(`import:${again.importId}`);
    expect(updated.bindings.confirmed).toBe(2);
  });

  test('without a year it is refused with what to do', async () => {
    const text = smallPlanText.replaceAll('2026年', '').replace('〔2026〕', '〔〕');
    const { importId } = await givenReadyImport(place.app, { ...county, text });
    const reply = await place.ask(supervisor, {
      method: 'GET',
      url: `/api/v1/plan-back-tests?plan=import:${importId}`,
    });
    expect(reply.statusCode).toBe(422);
    expect(reply.json()).toMatchObject({ code: 'plan.backTestWithoutYear' });
  });
});

describe('who may try a plan', () => {
  test.each(['', '/export'])('a clerk may not: %s', async (below) => {
    const url = `/api/v1/plan-back-tests${below}?plan=plan:${planId}`;
    expect((await place.ask(clerk, { method: 'GET', url })).statusCode).toBe(403);
  });

  test('the export has a line for each figure, and one for a task without a measure', async () => {
    const url = `/api/v1/plan-back-tests/export?plan=plan:${planId}&format=csv`;
    const reply = await place.ask(supervisor, { method: 'GET', url });
    const lines = reply.body.trim().split('\r\n');
    expect(lines[0]).toContain('任务试算结果');
    expect(lines).toHaveLength(5);
    expect(lines[4]).toContain('没有绑定度量');
  });

  test('an unknown plan or task is not found', async () => {
    const ask = async (query: string) =>
      (await place.ask(supervisor, { method: 'GET', url: `/api/v1/plan-back-tests${query}` })).statusCode;
    expect(await ask(`?plan=plan:${taskIds[0]}`)).toBe(404);
    expect(await ask(`/task?plan=plan:${planId}&task=none`)).toBe(404);
  });
});
