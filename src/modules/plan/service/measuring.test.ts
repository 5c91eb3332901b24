/** Who may bind, evaluate and sign, and what each refuses. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OfficerActor, type OfficerRole, visitor } from '#kernel/actor.ts';
import { verifyAuditChain } from '#kernel/audit/audit.ts';
import { dayOf } from '#kernel/day.ts';
import { openJobRunner } from '#kernel/jobs/runner.ts';
import { Refusal } from '#kernel/refusal.ts';
import { testCommandInput } from '#kernel/testing/command-input.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact, type Work } from '#kernel/work.ts';
import {
  type GivenCounty,
  givenCounty,
  givenOfficer,
  givenOfficerOfEachRole,
  rolesBut,
} from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { evaluationCommands } from '../evaluation/commands.ts';
import { gatherMeasures } from '../evaluation/run.ts';
import { givenBinding, givenProposal, usualTerms } from '../given/measuring.ts';
import { givenPlan } from '../given/plans.ts';
import { planModule } from '../module.ts';
import { listBindingsOfTasks } from '../queries/bindings.ts';
import { listTaskIdsOfPlan } from '../queries/evaluation.ts';
import { listBindingRows } from '../queries/measuring.ts';
import { findPlan } from '../queries/plans.ts';
import { taskRowContextOf } from '../routes/plans.ts';
import { givenTrainingMeasure, moduleOffering, withoutMeasures } from '../testing/measured-county.ts';
import {
  addTaskBinding,
  changeTaskBinding,
  confirmTaskBindings,
  rejectTaskBindings,
  removeTaskBinding,
} from './bindings/decide.ts';
import { proposePlanBindings } from './bindings/propose.ts';
import { overrideStanding, withdrawOverride } from './overrides.ts';
import { requestPlanEvaluation, requestTaskEvaluation } from './plan-evaluations.ts';

let place: TestApp;
let county: GivenCounty;
let officers: Readonly<Record<OfficerRole, OfficerActor>>;
let planId: string;
let taskId: string;

const training = givenTrainingMeasure(() => []);

beforeAll(async () => {
  place = await openTestApp({
    modules: [withoutMeasures(organisation), withoutMeasures(planModule), moduleOffering(training)],
    now: '2026-05-06T09:00:00+08:00',
  });
  county = await givenCounty(place.app);
  officers = await givenOfficerOfEachRole(place.app, county);
  ({ planId } = await givenPlan(place.app, county));
  taskId = (await listTaskIdsOfPlan(place.app.database.read, planId))[0] ?? '';
});
afterAll(() => place.close());

const run = <Result>(body: (work: Work) => Promise<Result>) => transact(place.app, officers.supervisor, body);
const measures = () => gatherMeasures(place.app);
const refusalOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'not refused',
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  );
const faultsOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'not refused',
    (error: unknown) => (error instanceof Refusal ? error.fields.map(({ path }) => path) : error),
  );

async function auditEntries(): Promise<number> {
  const verdict = await verifyAuditChain(place.app.database.read);
  if (!verdict.intact) throw new Error(verdict.reason);
  return verdict.entries;
}

describe('deciding about proposals', () => {
  test('many at once; a rejected one is not proposed again', async () => {
    const first = await givenProposal(place.app, planId);
    const all = (await listBindingsOfTasks(place.app.database.read, [taskId])).concat(
      await listBindingsOfTasks(
        place.app.database.read,
        (await listTaskIdsOfPlan(place.app.database.read, planId)).slice(1),
      ),
    );
    const ofMeasure = all.filter(({ measureId }) => measureId === first.measureId);
    expect(ofMeasure).toHaveLength(4);
    const seen = ofMeasure.map(({ id, version }) => ({ bindingId: id, version }));
    expect(await run((work) => rejectTaskBindings(work, { bindings: seen, reason: '' }))).toEqual({
      decided: 4,
      tasks: 4,
    });
    const measure = { ...training, id: first.measureId, hints: [{ pattern: /./u, reason: '再提一次' }] };
    expect(await run((work) => proposePlanBindings(work, { planId, measures: [measure] }))).toMatchObject({
      proposed: 0,
    });
    const changed = { bindings: [{ bindingId: first.id, version: first.version }] };
    expect(await refusalOf(run((work) => confirmTaskBindings(work, changed)))).toBe('plan.bindingChanged');
    const rejected = { bindings: [{ bindingId: first.id, version: first.version + 1 }], reason: '' };
    expect(await refusalOf(run((work) => rejectTaskBindings(work, rejected)))).toBe('plan.bindingClosed');
  });

  test('an open proposal that the words no longer suggest is taken back', async () => {
    const proposal = await givenProposal(place.app, planId);
    await run((work) => proposePlanBindings(work, { planId, measures: [] }));
    const left = await listBindingsOfTasks(place.app.database.read, [taskId]);
    expect(left.some(({ id }) => id === proposal.id)).toBe(false);
  });
});

describe('terms', () => {
  const add = (given: Partial<Parameters<typeof addTaskBinding>[1]>) =>
    run((work) =>
      addTaskBinding(work, {
        ...usualTerms,
        taskId,
        measureId: training.id,
        reason: '按文件要求',
        measures: measures(),
        ...given,
      }),
    );

  test.each([
    [{ parameters: { kind: 'nobody' } }, ['parameters.kind']],
    [{ parameters: { colour: 'red' } }, ['parameters.colour']],
    [{ unitChoice: 'listed' as const }, ['unitIds']],
    [{ unitChoice: 'listed' as const, unitIds: ['00000000-0000-7000-8000-00000000dead'] }, ['unitIds']],
    [{ periodFrom: dayOf('2026-07-01'), periodUntil: dayOf('2026-07-01') }, ['periodUntil']],
  ])('%j is refused at its field', async (given, paths) => {
    expect(await faultsOf(add(given))).toEqual(paths);
  });

  test('a measure nobody offers and the same binding twice are refused', async () => {
    expect(await refusalOf(add({ measureId: 'none' }))).toBe('plan.measureUnknown');
    await add({});
    expect(await refusalOf(add({}))).toBe('plan.bindingTwice');
    await add({ parameters: { kind: 'staff' } });
  });

  test('the whole plan with its bindings can be narrowed to tasks that nothing measures', async () => {
    const plan = await findPlan(place.app.database.read, planId);
    if (plan === undefined) throw new Error('no plan');
    const context = await taskRowContextOf(place.app);
    const list = (unbound: boolean) =>
      listBindingRows(place.app.database.read, plan, { limit: 50, unbound }, context, measures());
    expect((await list(false)).rows).toHaveLength(4);
    expect((await list(true)).rows.map(({ no }) => no)).toEqual([2, 3, 4]);
    expect((await list(false)).rows[0]?.bindings).toContainEqual(
      expect.objectContaining({
        title: '业务培训场次',
        status: 'confirmed',
        demand: '不少于1次',
        terms: '全部责任单位，培训对象：工作人员',
      }),
    );
  });
});

test('a proposal is not open any more once somebody bound the task to the same by hand', async () => {
  const proposal = await givenProposal(place.app, planId);
  const measure = { ...training, id: proposal.measureId };
  const byHand = new Map([[measure.id, measure]]);
  const twin = { ...usualTerms, taskId, measureId: measure.id, reason: '自己选的度量', measures: byHand };
  await run((work) => addTaskBinding(work, { ...twin, parameters: { kind: 'any' } }));
  const left = await listBindingsOfTasks(place.app.database.read, [taskId]);
  expect(left.filter(({ measureId }) => measureId === measure.id).map(({ origin }) => origin)).toEqual([
    'person',
  ]);
});

describe('signing', () => {
  test('what the measures say already needs no signature', async () => {
    const reason = '这一状态与系统核对的结果相同';
    const signing = run((work) => overrideStanding(work, { taskId, standing: 'notYetDue', reason }));
    expect(await refusalOf(signing)).toBe('plan.overrideNotNeeded');
  });

  test('a short reason, the same standing twice and nothing to withdraw are refused', async () => {
    const sign = (reason: string) =>
      run((work) => overrideStanding(work, { taskId, standing: 'met', reason }));
    expect(await refusalOf(sign('已 经 完 成 了。'))).toBe('plan.reasonTooShort');
    expect(await refusalOf(run((work) => withdrawOverride(work, { taskId, reason: '没有认定' })))).toBe(
      'plan.overrideNotFound',
    );
    await sign('县政府常务会议纪要第12期已确认完成');
    expect(await refusalOf(sign('县政府常务会议纪要第12期已确认完成'))).toBe('plan.overrideSame');
  });
});

test('every command is refused to all but the supervising office, without an audit row', async () => {
  const proposal = await givenProposal(place.app, planId);
  const binding = await givenBinding(place.app, taskId);
  const seen = [{ bindingId: proposal.id, version: proposal.version }];
  const unit = await givenOfficer(place.app, county.jurisdictionId, county.education, [
    'clerk',
    'unitLeader',
  ]);
  const elsewhere: OfficerActor = {
    ...officers.supervisor,
    jurisdictionId: '00000000-0000-7000-8000-00000000beef',
  };
  const terms = { ...usualTerms, measures: measures() };
  const commands: readonly ((work: Work) => Promise<unknown>)[] = [
    (work) => proposePlanBindings(work, { planId, measures: [training] }),
    (work) => confirmTaskBindings(work, { bindings: seen }),
    (work) => rejectTaskBindings(work, { bindings: seen, reason: '' }),
    (work) => changeTaskBinding(work, { ...terms, bindingId: binding.id, version: binding.version }),
    (work) =>
      removeTaskBinding(work, { bindingId: binding.id, version: binding.version, reason: '不再需要' }),
    (work) => addTaskBinding(work, { ...terms, taskId, measureId: training.id, reason: '不再需要' }),
    (work) => requestPlanEvaluation(work, { planId }),
    (work) => requestTaskEvaluation(work, { taskId }),
    (work) => overrideStanding(work, { taskId, standing: 'failing', reason: '认定为未达标的十个字理由' }),
    (work) => withdrawOverride(work, { taskId, reason: '不再需要' }),
  ];
  const before = await auditEntries();
  for (const actor of [visitor, unit, elsewhere, ...rolesBut(['supervisor']).map((role) => officers[role])]) {
    for (const command of commands) {
      expect(await refusalOf(transact(place.app, actor, command))).toMatch(/^access\./u);
    }
  }
  expect(await auditEntries()).toBe(before);
});

test('the command line lists the measures and evaluates', async () => {
  await openJobRunner(place.app).runDue();
  const command = (name: string) => {
    const found = evaluationCommands.find((one) => one.name === name);
    if (found?.needs !== 'app') throw new Error(`no command ${name}`);
    return (operands: readonly string[]) => found.run(place.app, testCommandInput({ operands }));
  };
  const measuresTold = await command('plan measures')([]);
  expect(measuresTold.text).toContain('test.trainings　业务培训场次（测试模块）');
  expect(measuresTold.text).toContain('通常要求不少于1次');
  const evaluated = await command('plan evaluate')([planId]);
  expect(evaluated.text).toContain('核对4项任务');
  expect((await command('plan evaluate')([])).data).toMatchObject({
    plans: [{ planId, tasks: 4, changed: 0 }],
  });
  expect(await refusalOf(command('plan evaluate')(['none']))).toBe('plan.notFound');
});
