/**
 * Evaluates tasks soon after the rows behind them moved in another module. The plan knows no module by name: it sees in
 * the audit whose commands ran and asks again what that module's measures judge. Its own commands ask by themselves.
 */
import type { App } from '#kernel/app.ts';
import { beijingDayOf, type Instant } from '#kernel/clock.ts';
import { yearOf } from '#kernel/day.ts';
import type { RecurringJob } from '#kernel/jobs/job.ts';
import { findTouchedModules, listTasksBoundTo, type TouchedModules } from '../queries/touched.ts';
import { movedRecordsActorName } from '../words/measuring.ts';
import { evaluateTasks } from './run.ts';

/** The one person whose work it was, else nobody in particular. */
function causeOf(touched: TouchedModules, modules: readonly string[]) {
  const people = new Map(modules.flatMap((name) => [...(touched.actors.get(name) ?? [])]));
  const [only] = people;
  return people.size === 1 && only !== undefined
    ? { actorId: only[1], actorName: only[0] }
    : { actorId: null, actorName: movedRecordsActorName };
}

/** Evaluates what may have moved in the span `(after, through]`. */
export async function evaluateTouched(
  app: App,
  span: { readonly after: Instant; readonly through: Instant },
  signal: AbortSignal,
): Promise<void> {
  const db = app.database.read;
  const touched = await findTouchedModules(db, span.after, span.through);
  const moved = app.modules.filter(
    ({ name, measures }) => measures.length > 0 && name !== 'plan' && (touched.names?.has(name) ?? true),
  );
  if (moved.length === 0) return;
  const measureIds = moved.flatMap(({ measures }) => measures.map(({ id }) => id));
  const fromYear = yearOf(beijingDayOf(app.clock.now())) - 1;
  const cause = causeOf(
    touched,
    moved.map(({ name }) => name),
  );
  for (const [planId, taskIds] of await listTasksBoundTo(db, measureIds, fromYear)) {
    await evaluateTasks(app, planId, taskIds, { cause, signal });
  }
}

export const evaluateTouchedJob: RecurringJob = {
  name: 'plan.evaluateTouched',
  pattern: '*/5 * * * *',
  run: evaluateTouched,
};
