/** The supervising office confirms what the plan's words propose, and the year's standings as they were computed then. Idempotent. */
import type { OfficerActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { atInstant } from '#kernel/seeding.ts';
import { transact } from '#kernel/work.ts';
import { listSupervisors } from '#modules/organisation/index.ts';
import type { TaskRow } from '../contract/tasks.ts';
import { evaluatePlan, gatherMeasures } from '../evaluation/run.ts';
import { listBindingsOfTasks } from '../queries/bindings.ts';
import { addTaskBinding, confirmTaskBindings } from '../service/bindings/decide.ts';
import { proposePlanBindings } from '../service/bindings/propose.ts';
import { nightlyActorName } from '../words/measuring.ts';
import { officerActing } from './acting.ts';
import { seededPlanTasks } from './ledger.ts';
import { seeder } from './plans.ts';

/** Proposals on the last tasks are left open, for whoever tries the platform. */
const leftOpen = 6;

/** Proposes and confirms the bindings of the plan of that year, on that day. */
export async function seedBindings(present: App, year: number, confirmedAt: string): Promise<void> {
  const app = atInstant(present, confirmedAt);
  const { plan, jurisdictionId, tasks } = await seededPlanTasks(app, year);
  const taskIds = tasks.map(({ id }) => id);
  const known = await listBindingsOfTasks(app.database.read, taskIds);
  if (known.some(({ status }) => status === 'confirmed')) return;
  if (known.length === 0) {
    const measures = [...gatherMeasures(app).values()];
    await transact(app, seeder, (work) => proposePlanBindings(work, { planId: plan.id, measures }));
  }
  const [supervisorId] = await listSupervisors(app.database.read, jurisdictionId);
  if (supervisorId === undefined) throw new Error('seed: nobody supervises');
  const supervisor = await officerActing(app, supervisorId);
  const confirmed = new Set(taskIds.slice(0, taskIds.length - leftOpen));
  const bindings = (await listBindingsOfTasks(app.database.read, taskIds))
    .filter(({ taskId, status }) => status === 'proposed' && confirmed.has(taskId))
    .map(({ id, version }) => ({ bindingId: id, version }));
  if (bindings.length > 0) {
    await transact(app, supervisor, (work) => confirmTaskBindings(work, { bindings }));
  }
  await seedLedgerBindings(app, supervisor, tasks.slice(0, tasks.length - leftOpen));
}

/**
 * Tasks no measure is proposed for are held to their ledger: those that go on all year to a report every month, those with
 * a last day to two reports of the lead before it.
 */
async function seedLedgerBindings(
  app: App,
  supervisor: OfficerActor,
  tasks: readonly TaskRow[],
): Promise<void> {
  const measures = gatherMeasures(app);
  const proposed = await listBindingsOfTasks(
    app.database.read,
    tasks.map(({ id }) => id),
  );
  const covered = new Set(proposed.map(({ taskId }) => taskId));
  for (const task of tasks) {
    if (covered.has(task.id)) continue;
    const goesOn = task.deadline.kind === 'allYear' || task.deadline.kind === 'ongoing';
    const measureId = goesOn ? 'plan.ledgerMonthly' : 'plan.ledgerEntries';
    if (!measures.has(measureId)) continue;
    await transact(app, supervisor, (work) =>
      addTaskBinding(work, {
        taskId: task.id,
        measureId,
        measures,
        parameters: {},
        every: null,
        periodFrom: null,
        periodUntil: null,
        scope: 'eachUnit',
        unitChoice: 'leads',
        unitIds: [],
        target: goesOn ? 1 : 2,
        reason: goesOn ? '全年推进，按月看台账' : '到期前至少两次报告进展',
      }),
    );
  }
}

/** Evaluates the plan as on that night. Standings have a history only forwards, so later nights come later. */
export async function seedStandings(present: App, year: number, nights: readonly string[]): Promise<void> {
  const { plan } = await seededPlanTasks(present, year);
  for (const night of nights) {
    const app = atInstant(present, night);
    if (app.clock.now() > present.clock.now()) continue;
    await evaluatePlan(app, plan.id, {
      cause: { actorId: null, actorName: nightlyActorName },
      signal: new AbortController().signal,
    });
  }
}
