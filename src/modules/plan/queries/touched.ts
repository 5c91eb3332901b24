/** What moved since a moment: modules whose commands ran, seen in the audit, and the tasks their measures judge. */
import { and, asc, desc, eq, gte, inArray, isNull } from 'drizzle-orm';
import { auditEntries } from '#kernel/audit/tables.ts';
import type { Instant } from '#kernel/clock.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { taskBindings } from '../tables/measuring.ts';
import { plans, tasks } from '../tables/plans.ts';

/** Entries looked at; more than that in so short a span counts as everything having moved. */
const entriesLookedAt = 2000;

export interface TouchedModules {
  /** Null: so much happened that it may be any of them. */
  readonly names: ReadonlySet<string> | null;
  /** Who did it, by module. */
  readonly actors: ReadonlyMap<string, ReadonlyMap<string, string | null>>;
}

/** Modules with commands in the half-open span `(after, through]`; an action is `module.verb`. */
export async function findTouchedModules(
  db: ReadDb,
  after: Instant,
  through: Instant,
): Promise<TouchedModules> {
  const entries = await db
    .select({
      at: auditEntries.at,
      action: auditEntries.action,
      actorId: auditEntries.actorId,
      actorName: auditEntries.actorName,
    })
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(entriesLookedAt);
  const oldest = entries.at(-1);
  const isCut = entries.length === entriesLookedAt && oldest !== undefined && oldest.at > after;
  const actors = new Map<string, Map<string, string | null>>();
  for (const { at, action, actorId, actorName } of entries) {
    if (at <= after || at > through) continue;
    const name = action.split('.')[0] ?? '';
    const known = actors.get(name) ?? new Map<string, string | null>();
    actors.set(name, known.set(actorName, actorId));
  }
  return { names: isCut ? null : new Set(actors.keys()), actors };
}

/** Tasks in force with a confirmed binding to one of the measures, by plan, in plans from this year on. */
export async function listTasksBoundTo(
  db: ReadDb,
  measureIds: readonly string[],
  fromYear: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (measureIds.length === 0) return new Map();
  const rows = await db
    .selectDistinct({ taskId: tasks.id, planId: plans.id })
    .from(taskBindings)
    .innerJoin(tasks, eq(tasks.id, taskBindings.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(
      and(
        inArray(taskBindings.measureId, [...measureIds]),
        eq(taskBindings.status, 'confirmed'),
        isNull(tasks.withdrawnAt),
        gte(plans.year, fromYear),
      ),
    )
    .orderBy(asc(tasks.id));
  const byPlan = new Map<string, string[]>();
  for (const { taskId, planId } of rows) byPlan.set(planId, [...(byPlan.get(planId) ?? []), taskId]);
  return byPlan;
}
