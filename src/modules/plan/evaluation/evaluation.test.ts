/** From a proposal to a standing with its rows, and back when a row is gone. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { verifyAuditChain } from '#kernel/audit/audit.ts';
import { instantOf } from '#kernel/clock.ts';
import { dayOf } from '#kernel/day.ts';
import { openJobRunner } from '#kernel/jobs/runner.ts';
import { defineMeasure } from '#kernel/measure.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact, type Work } from '#kernel/work.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { givenPlan } from '../given/plans.ts';
import { planModule } from '../module.ts';
import { listTaskIdsOfPlan } from '../queries/evaluation.ts';
import { listBindingEvidence, loadTaskMeasuring } from '../queries/measuring.ts';
import { findTask } from '../queries/plans.ts';
import { taskRowContextOf } from '../routes/plans.ts';
import {
  addTaskBinding,
  changeTaskBinding,
  confirmTaskBindings,
  removeTaskBinding,
} from '../service/bindings/decide.ts';
import { overrideStanding, withdrawOverride } from '../service/overrides.ts';
import {
  type GivenTraining,
  givenLedgerMeasure,
  givenTrainingMeasure,
  moduleOffering,
  withoutMeasures,
} from '../testing/measured-county.ts';
import { evaluateAllPlans, nightlyEvaluation } from './jobs.ts';
import { gatherMeasures } from './run.ts';

let trainings: GivenTraining[] = [];
let ledgerAsked: (string | null)[] = [];

const broken = defineMeasure({
  ...givenLedgerMeasure(() => 0),
  id: 'test.broken',
  title: '读不出的度量',
  parameters: z.object({}),
  evaluate: () => Promise.reject(new Error('no such table')),
});

const offering = moduleOffering(
  givenTrainingMeasure(() => trainings),
  givenLedgerMeasure((taskId) => {
    ledgerAsked.push(taskId);
    return taskId === null ? 0 : Number.parseInt(taskId.slice(-1), 16);
  }),
  broken,
);

let place: TestApp;
let county: GivenCounty;
let supervisor: Awaited<ReturnType<typeof givenOfficer>>;
let clerk: Awaited<ReturnType<typeof givenOfficer>>;
let planId: string;
/** 第3项: 组织政务公开业务培训，每年不少于1次，年底前；牵头县政府办公室，配合县教育局. */
let taskId: string;

const start = instantOf('2026-05-06T09:00:00+08:00');
const hour = 3_600_000;

beforeAll(async () => {
  place = await openTestApp({
    modules: [withoutMeasures(organisation), withoutMeasures(planModule), offering],
    now: start.toISOString(),
  });
  county = await givenCounty(place.app);
  supervisor = await givenOfficer(place.app, county.jurisdictionId, county.office, ['supervisor'], '陆一鸣');
  clerk = await givenOfficer(place.app, county.jurisdictionId, county.office, ['clerk'], '周小满');
  ({ planId } = await givenPlan(place.app, county));
  await runJobs();
  taskId = (await listTaskIdsOfPlan(place.app.database.read, planId))[2] ?? '';
});
afterAll(() => place.close());

beforeEach(() => {
  ledgerAsked = [];
});

/** Each command a minute after the one before, as people work. */
const run = <Result>(body: (work: Work) => Promise<Result>) => {
  place.clock.advance(60_000);
  return transact(place.app, supervisor, body);
};
const runJobs = () => openJobRunner(place.app).runDue();
const measures = () => gatherMeasures(place.app);

async function viewTask(id = taskId) {
  const found = await findTask(place.app.database.read, id, await taskRowContextOf(place.app));
  if (found === undefined) throw new Error('no task');
  return found.task;
}

async function viewMeasuring(id = taskId) {
  const { today } = await taskRowContextOf(place.app);
  return loadTaskMeasuring(place.app.database.read, id, today, measures());
}

async function noticesOf(officerId: string): Promise<string[]> {
  const { rows } = await place.app.database.read.execute(
    sql`select title from notice where officer_id = ${officerId} order by id`,
  );
  return rows.map(({ title }) => String(title));
}

async function countRows(): Promise<Record<string, unknown> | undefined> {
  const { rows } = await place.app.database.read.execute(sql`select
    (select count(*)::int from standing_change) as changes,
    (select count(*)::int from measured_figure) as figures,
    (select string_agg(fingerprint || evaluated_at::text, ',' order by task_id) from task_standing) as standings,
    (select count(*)::int from notice) as notices`);
  return rows[0];
}

describe('a task bound to a measure', () => {
  test('confirming a plan proposes what the words suggest, with the count they print and the reason', async () => {
    const { bindings } = await viewMeasuring();
    expect(bindings).toMatchObject([
      {
        measureId: 'test.trainings',
        status: 'proposed',
        target: 1,
        every: null,
        unitChoice: 'leads',
        result: null,
        reason: '任务要求组织业务培训；按写明的“每年不少于1次”核对',
      },
    ]);
    expect(await viewTask()).toMatchObject({ standing: 'notYetDue', computed: { evaluatedAt: null } });
  });

  test('a confirmed binding is evaluated after the commit and shows figures of each unit', async () => {
    const { bindings } = await viewMeasuring();
    const [proposal] = bindings;
    if (proposal === undefined) throw new Error('no proposal');
    const terms = { ...proposal, periodFrom: null, periodUntil: null, unitChoice: 'leads' as const };
    await run((work) => changeTaskBinding(work, { ...terms, bindingId: proposal.id, measures: measures() }));
    expect((await viewMeasuring()).isWaiting).toBe(true);
    await runJobs();
    const measuring = await viewMeasuring();
    expect(measuring.isWaiting).toBe(false);
    expect(measuring.bindings[0]).toMatchObject({
      status: 'confirmed',
      decidedBy: '陆一鸣',
      result: {
        standing: 'notYetDue',
        reached: 0,
        total: 1,
        figures: [{ unitName: '县政府办公室', value: 0 }],
      },
    });
    expect((await viewTask()).computed.evaluatedAt).toBe(place.clock.now().toISOString());
  });

  test('a training that is held meets the task, and its row can be opened', async () => {
    trainings = [
      { id: '1', title: '全县政务公开培训班', day: dayOf('2026-05-07'), unitId: county.office },
      { id: '2', title: '学区业务培训', day: dayOf('2026-05-07'), unitId: county.education },
    ];
    place.clock.set(instantOf('2026-05-08T00:30:00+08:00'));
    await runJobs();
    expect(await viewTask()).toMatchObject({
      standing: 'met',
      standingReason: '县政府办公室“业务培训场次”1次，达到要求（不少于1次）',
      standingSince: '2026-05-07T16:30:00.000Z',
    });
    const { bindings, changes } = await viewMeasuring();
    expect(changes.at(-1)).toMatchObject({
      before: 'notYetDue',
      after: 'met',
      actorName: '每晚自动核对',
      causes: [
        { sentence: '县政府办公室“业务培训场次”由0次变为1次' },
        { sentence: '新增佐证《全县政务公开培训班》', address: '/organisation/trainings/1' },
      ],
    });
    const evidence = await listBindingEvidence(
      place.app.database.read,
      { id: bindings[0]?.id ?? '', taskId },
      { limit: 20 },
    );
    expect(evidence.rows.map(({ title, unitName }) => [title, unitName])).toEqual([
      ['全县政务公开培训班', '县政府办公室'],
    ]);
  });

  test('another evaluation without any change writes nothing but the time of the plan', async () => {
    const before = await countRows();
    await evaluateAllPlans(place.app, {
      cause: { actorId: null, actorName: '测试' },
      signal: new AbortController().signal,
    });
    place.clock.advance(24 * hour);
    await nightlyEvaluation.run(
      place.app,
      { after: place.clock.now(), through: place.clock.now() },
      new AbortController().signal,
    );
    expect(await countRows()).toEqual(before);
    expect((await viewTask()).computed.evaluatedAt).toBe(place.clock.now().toISOString());
  });

  test('evidence that disappears turns the task back and says what changed, to unit and supervisor', async () => {
    trainings = trainings.filter(({ id }) => id !== '1');
    place.clock.advance(24 * hour);
    await runJobs();
    expect(await viewTask()).toMatchObject({
      standing: 'notYetDue',
      standingReason: '县政府办公室“业务培训场次”0次，要求不少于1次，最后一日为2026年12月31日',
    });
    expect((await viewMeasuring()).changes.at(-1)).toMatchObject({
      before: 'met',
      after: 'notYetDue',
      causes: [
        { kind: 'valueChanged', sentence: '县政府办公室“业务培训场次”由1次变为0次' },
        { kind: 'evidenceGone', sentence: '佐证《全县政务公开培训班》已不存在' },
      ],
    });
    expect(await noticesOf(supervisor.id)).toEqual(['“第3项 基础建设”由达标变为未到期']);
    expect(await noticesOf(clerk.id)).toHaveLength(1);
  });

  test('the day that passes is a cause of its own', async () => {
    place.clock.set(instantOf('2027-01-01T00:30:00+08:00'));
    await runJobs();
    expect(await viewTask()).toMatchObject({ standing: 'failing' });
    expect((await viewMeasuring()).changes.at(-1)?.causes).toEqual([
      { kind: 'dayPassed', sentence: '县政府办公室“业务培训场次”的期限2026年12月31日已过', address: null },
    ]);
  });

  test('a lowered target and the person who set it are the cause', async () => {
    const [binding] = (await viewMeasuring()).bindings;
    if (binding === undefined) throw new Error('no binding');
    const terms = { ...binding, target: 0, periodFrom: null, periodUntil: null };
    await run((work) => changeTaskBinding(work, { ...terms, bindingId: binding.id, measures: measures() }));
    await runJobs();
    expect((await viewMeasuring()).changes.at(-1)).toMatchObject({
      before: 'failing',
      after: 'met',
      actorName: '陆一鸣',
      causes: [{ kind: 'bindingChanged', sentence: '度量“业务培训场次”的要求由不少于1次改为不少于0次' }],
    });
  });

  test('a command of another module moves its tasks within minutes, in the name of who did it', async () => {
    const [binding] = (await viewMeasuring()).bindings;
    if (binding === undefined) throw new Error('no binding');
    const terms = { ...binding, target: 1, periodFrom: null, periodUntil: null };
    await run((work) => changeTaskBinding(work, { ...terms, bindingId: binding.id, measures: measures() }));
    await runJobs();
    expect(await viewTask()).toMatchObject({ standing: 'failing' });
    trainings = [
      ...trainings,
      { id: '3', title: '补办培训', day: dayOf('2026-12-30'), unitId: county.office },
    ];
    await transact(place.app, clerk, async (work) => {
      work.audit({ action: 'test.hold', objectKind: 'training', objectId: '3', summary: '登记培训' });
    });
    place.clock.advance(5 * 60_000);
    await runJobs();
    expect(await viewTask()).toMatchObject({ standing: 'met' });
    expect((await viewMeasuring()).changes.at(-1)).toMatchObject({ before: 'failing', actorName: '周小满' });
  });

  test('without its binding the day alone speaks again', async () => {
    const [binding] = (await viewMeasuring()).bindings;
    if (binding === undefined) throw new Error('no binding');
    await run((work) =>
      removeTaskBinding(work, { bindingId: binding.id, version: binding.version, reason: '改由台账核对' }),
    );
    await runJobs();
    expect(await viewTask()).toMatchObject({ standing: 'cannotTell', computed: { evaluatedAt: null } });
    expect((await viewMeasuring()).changes.at(-1)).toMatchObject({ before: 'met', after: 'cannotTell' });
    const [rejected] = (await viewMeasuring()).bindings;
    expect(rejected).toMatchObject({ status: 'rejected', decisionReason: '改由台账核对', result: null });
    await run((work) =>
      confirmTaskBindings(work, {
        bindings: [{ bindingId: rejected?.id ?? '', version: rejected?.version ?? 0 }],
      }),
    );
    await runJobs();
    expect(await viewTask()).toMatchObject({ standing: 'met' });
  });
});

describe('a signed standing', () => {
  test('stands beside the computed one, keeps its history and can be withdrawn', async () => {
    const computed = (await viewTask()).computed;
    await run((work) =>
      overrideStanding(work, { taskId, standing: 'failing', reason: '培训签到表经核查不真实，不予认可' }),
    );
    expect(await viewTask()).toMatchObject({
      standing: 'failing',
      computed,
      override: { standing: 'failing', by: '县政府办公室' },
    });
    expect((await viewTask()).standingReason).toContain('系统核对为“达标”');
    await runJobs();
    expect((await viewTask()).standing).toBe('failing');
    await run((work) => withdrawOverride(work, { taskId, reason: '已补充签到表' }));
    expect(await viewTask()).toMatchObject({ standing: 'met', computed, override: null });
    const { changes, overrides } = await viewMeasuring();
    expect(changes.slice(-2)).toMatchObject([
      { subject: 'override', before: null, after: 'failing', actorName: '陆一鸣' },
      { subject: 'override', before: 'failing', after: null },
    ]);
    expect(overrides).toMatchObject([{ byName: '陆一鸣', withdrawn: { reason: '已补充签到表' } }]);
  });
});

describe('asking measures', () => {
  const bindTask = (id: string, measureId: string) =>
    run((work) =>
      addTaskBinding(work, {
        taskId: id,
        measureId,
        parameters: {},
        every: null,
        periodFrom: null,
        periodUntil: null,
        scope: 'together',
        unitChoice: 'assigned',
        unitIds: [],
        target: 1,
        reason: '测试绑定',
        measures: measures(),
      }),
    );

  test('one that looks at the task answers for each by itself; one that fails leaves the others alone', async () => {
    const taskIds = await listTaskIdsOfPlan(place.app.database.read, planId);
    for (const id of taskIds.slice(0, 2)) await bindTask(id, 'test.ledger');
    await bindTask(taskIds[3] ?? '', 'test.broken');
    await runJobs();
    expect(new Set(ledgerAsked)).toEqual(new Set(taskIds.slice(0, 2)));
    for (const id of taskIds.slice(0, 2)) {
      const [binding] = (await viewMeasuring(id)).bindings;
      expect(binding?.result?.figures[0]?.value).toBe(Number.parseInt(id.slice(-1), 16));
    }
    expect(await viewTask(taskIds[3])).toMatchObject({
      standing: 'cannotTell',
      standingReason: '“读不出的度量”无法判定：读取数据时出错，详情已记入系统日志',
    });
    expect(await viewTask()).toMatchObject({ standing: 'met' });
  });

  test('what was done stands in an unbroken audit', async () => {
    expect(await verifyAuditChain(place.app.database.read)).toMatchObject({ intact: true });
  });
});
