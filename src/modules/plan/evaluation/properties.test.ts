/**
 * Whatever happens to evidence, targets, days and signatures, in whatever order: every change of a standing has a
 * recorded cause, an evaluation repeated writes nothing, and a signature never hides the computed standing.
 */
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OfficerActor } from '#kernel/actor.ts';
import { instantOf } from '#kernel/clock.ts';
import { type Day, dayOf } from '#kernel/day.ts';
import { Refusal } from '#kernel/refusal.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { usualTerms } from '../given/measuring.ts';
import { givenPlan } from '../given/plans.ts';
import { planModule } from '../module.ts';
import { listBindingsOfTasks } from '../queries/bindings.ts';
import { listTaskIdsOfPlan } from '../queries/evaluation.ts';
import { loadTaskMeasuring } from '../queries/measuring.ts';
import { findTask } from '../queries/plans.ts';
import { taskRowContextOf } from '../routes/plans.ts';
import { type Standing, standings } from '../rules/shapes.ts';
import { addTaskBinding, changeTaskBinding, removeTaskBinding } from '../service/bindings/decide.ts';
import { overrideStanding, withdrawOverride } from '../service/overrides.ts';
import {
  type GivenTraining,
  givenTrainingMeasure,
  moduleOffering,
  withoutMeasures,
} from '../testing/measured-county.ts';
import { evaluateRequested } from './jobs.ts';
import { evaluatePlan, gatherMeasures } from './run.ts';

let trainings: GivenTraining[] = [];
let place: TestApp;
let county: GivenCounty;
let supervisor: OfficerActor;
let planId: string;
/** 第1项: 6月底前, 牵头县教育局. */
let taskId: string;

const start = instantOf('2026-05-06T09:00:00+08:00');
const noStop = new AbortController().signal;

beforeAll(async () => {
  place = await openTestApp({
    modules: [
      withoutMeasures(organisation),
      withoutMeasures(planModule),
      moduleOffering(givenTrainingMeasure(() => trainings)),
    ],
    now: start.toISOString(),
  });
  county = await givenCounty(place.app);
  supervisor = await givenOfficer(place.app, county.jurisdictionId, county.office, ['supervisor'], '陆一鸣');
  ({ planId } = await givenPlan(place.app, county));
  taskId = (await listTaskIdsOfPlan(place.app.database.read, planId))[0] ?? '';
});
afterAll(() => place.close());

type Step =
  | { readonly kind: 'hold'; readonly day: Day }
  | { readonly kind: 'lose' }
  | { readonly kind: 'edit' }
  | { readonly kind: 'wait'; readonly days: number }
  | { readonly kind: 'bind'; readonly target: number }
  | { readonly kind: 'unbind' }
  | { readonly kind: 'sign'; readonly standing: Standing }
  | { readonly kind: 'withdraw' };

/** Evidence comes and goes most often, as it does. */
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('hold' as const),
      day: fc.constantFrom(dayOf('2026-05-01'), dayOf('2026-05-05'), dayOf('2026-07-10')),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('lose' as const) }) },
  fc.record({ kind: fc.constant('edit' as const) }),
  fc.record({ kind: fc.constant('wait' as const), days: fc.integer({ min: 10, max: 70 }) }),
  fc.record({ kind: fc.constant('bind' as const), target: fc.integer({ min: 0, max: 2 }) }),
  fc.record({ kind: fc.constant('unbind' as const) }),
  fc.record({ kind: fc.constant('sign' as const), standing: fc.constantFrom(...standings) }),
  fc.record({ kind: fc.constant('withdraw' as const) }),
);

let serial = 0;

async function bind(target: number): Promise<unknown> {
  const confirmed = (await listBindingsOfTasks(place.app.database.read, [taskId])).find(
    ({ status }) => status === 'confirmed',
  );
  const terms = { ...usualTerms, target, measures: gatherMeasures(place.app) };
  return transact<unknown>(place.app, supervisor, (work) =>
    confirmed === undefined
      ? addTaskBinding(work, { ...terms, taskId, measureId: 'test.trainings', reason: '随机步骤' })
      : changeTaskBinding(work, { ...terms, bindingId: confirmed.id, version: confirmed.version }),
  );
}

async function unbind(): Promise<void> {
  for (const { id, version, status } of await listBindingsOfTasks(place.app.database.read, [taskId])) {
    if (status !== 'confirmed') continue;
    await transact(place.app, supervisor, (work) =>
      removeTaskBinding(work, { bindingId: id, version, reason: '随机步骤' }),
    );
  }
}

async function takeStep(one: Step): Promise<unknown> {
  place.clock.advance(60_000);
  switch (one.kind) {
    case 'hold':
      serial += 1;
      trainings = [
        ...trainings,
        { id: String(serial), title: `培训${serial}`, day: one.day, unitId: county.education },
      ];
      return undefined;
    case 'lose':
      trainings = trainings.slice(1);
      return undefined;
    case 'edit':
      trainings = trainings.map((row) => ({ ...row, revision: (row.revision ?? 1) + 1 }));
      return undefined;
    case 'wait':
      place.clock.advance(one.days * 86_400_000);
      return undefined;
    case 'bind':
      return bind(one.target);
    case 'unbind':
      return unbind();
    case 'sign': {
      const signing = { taskId, standing: one.standing, reason: '经现场核查后作出的认定' };
      return transact(place.app, supervisor, (work) => overrideStanding(work, signing)).catch(ignoreRefusal);
    }
    case 'withdraw':
      return transact(place.app, supervisor, (work) =>
        withdrawOverride(work, { taskId, reason: '随机步骤' }),
      ).catch(ignoreRefusal);
  }
}

/** Signing the same standing twice and withdrawing nothing are refused; both leave everything as it was. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
}

async function evaluate(): Promise<void> {
  await evaluateRequested(place.app, noStop);
  await evaluatePlan(place.app, planId, { cause: { actorId: null, actorName: '测试' }, signal: noStop });
}

async function lookAtTask() {
  const context = await taskRowContextOf(place.app);
  const found = await findTask(place.app.database.read, taskId, context);
  const measuring = await loadTaskMeasuring(
    place.app.database.read,
    taskId,
    context.today,
    gatherMeasures(place.app),
  );
  const { rows } = await place.app.database.read.execute(
    sql`select standing, since::text, evaluated_at::text, fingerprint from task_standing where task_id = ${taskId}`,
  );
  const ofComputed = measuring.changes.filter(({ subject }) => subject === 'computed');
  return { task: found?.task, changes: measuring.changes, ofComputed, stored: rows[0] };
}

/** The same county without any history, on the first day again, its task bound to one training. */
async function startAnew(): Promise<void> {
  trainings = [];
  place.clock.set(start);
  for (const table of [
    'standing_change',
    'standing_override',
    'task_standing',
    'evaluation_request',
    'task_binding',
  ]) {
    await place.app.database.pool.query(`delete from ${table}`);
  }
  await bind(1);
  await evaluate();
}

test('a standing never changes without a cause, nothing is written twice, no signature hides the computed one', async () => {
  let movesSeen = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (steps) => {
      await startAnew();
      let before = await lookAtTask();
      for (const one of steps) {
        await takeStep(one);
        await evaluate();
        const after = await lookAtTask();
        const moved = before.stored?.standing !== after.stored?.standing;
        const fresh = after.ofComputed.slice(before.ofComputed.length);
        expect(fresh).toHaveLength(moved ? 1 : 0);
        if (moved) {
          movesSeen += 1;
          expect(fresh[0]).toMatchObject({ before: before.stored?.standing, after: after.stored?.standing });
          expect(fresh[0]?.causes.length).toBeGreaterThan(0);
        }
        await evaluate();
        expect(await lookAtTask()).toMatchObject({ stored: after.stored, changes: after.changes });
        expect(after.task?.computed.standing).toBe(after.stored?.standing);
        if (after.task?.override !== null) {
          expect(after.task?.standing).toBe(after.task?.override.standing);
          expect(after.task?.standingReason).toContain(after.task?.computed.reason);
        }
        before = after;
      }
    }),
    { numRuns: 5, seed: 20_260_501 },
  );
  expect(movesSeen).toBeGreaterThan(5);
});
