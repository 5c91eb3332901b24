/** Standings as they are stored: computed ones and the overrides in force, for any number of tasks at once. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import type { TaskRow } from '../contract/tasks.ts';
import type { PresentStanding } from '../rules/due-day.ts';
import type { Standing } from '../rules/shapes.ts';
import {
  evaluationRequests,
  planEvaluations,
  standingOverrides,
  taskStandings,
} from '../tables/measuring.ts';
import { tasks } from '../tables/plans.ts';
import { overrideSentence } from '../words/measuring.ts';

/** What is stored of a task's standing. */
export interface StoredStanding {
  readonly computed: Pick<
    typeof taskStandings.$inferSelect,
    'standing' | 'reason' | 'isBound' | 'since'
  > | null;
  readonly evaluatedAt: Date | null;
  readonly override: typeof standingOverrides.$inferSelect | null;
}

/** Enough to stay below the database's limit of parameters. */
const idsPerQuery = 1000;

const later = (left: Date | null, right: Date | null) =>
  left === null || (right !== null && right > left) ? right : left;

/** Stored standings by task; one query for each thousand tasks. */
export async function findStoredStandings(
  db: ReadDb,
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, StoredStanding>> {
  const found = new Map<string, StoredStanding>();
  for (let start = 0; start < taskIds.length; start += idsPerQuery) {
    const rows = await db
      .select({
        taskId: tasks.id,
        standing: taskStandings.standing,
        reason: taskStandings.reason,
        isBound: taskStandings.isBound,
        since: taskStandings.since,
        taskEvaluatedAt: taskStandings.evaluatedAt,
        planEvaluatedAt: planEvaluations.evaluatedAt,
        override: standingOverrides,
      })
      .from(tasks)
      .leftJoin(taskStandings, eq(taskStandings.taskId, tasks.id))
      .leftJoin(planEvaluations, eq(planEvaluations.planId, tasks.planId))
      .leftJoin(
        standingOverrides,
        and(eq(standingOverrides.taskId, tasks.id), isNull(standingOverrides.withdrawnAt)),
      )
      .where(inArray(tasks.id, taskIds.slice(start, start + idsPerQuery)));
    for (const { taskId, standing, reason, isBound, since, override, ...evaluated } of rows) {
      const isComputed = standing !== null && reason !== null && isBound !== null && since !== null;
      found.set(taskId, {
        computed: isComputed ? { standing, reason, isBound, since } : null,
        evaluatedAt: isComputed ? later(evaluated.taskEvaluatedAt, evaluated.planEvaluatedAt) : null,
        override,
      });
    }
  }
  return found;
}

/**
 * The standing a task shows: a person's where one is signed, else the computed one, which stays visible beside it.
 * Without a binding the day alone speaks, so it is judged afresh and never read from last night.
 */
export function presentStanding(
  unmeasured: PresentStanding,
  stored: StoredStanding | undefined,
): Pick<TaskRow, 'standing' | 'standingReason' | 'standingSince' | 'computed' | 'override'> {
  const measured = stored?.computed?.isBound === true ? stored.computed : null;
  const computed = {
    standing: measured?.standing ?? unmeasured.standing,
    reason: measured?.reason ?? unmeasured.reason,
    evaluatedAt: measured === null ? null : (stored?.evaluatedAt?.toISOString() ?? null),
  };
  const override = stored?.override ?? null;
  if (override !== null) {
    const { standing, reason, setByUnit: by } = override;
    const at = override.setAt.toISOString();
    return {
      standing,
      standingReason: overrideSentence({ reason, by }, computed),
      standingSince: at,
      computed,
      override: { standing, reason, by, at },
    };
  }
  const since = stored?.computed?.standing === computed.standing ? stored.computed.since : null;
  return {
    standing: computed.standing,
    standingReason: computed.reason,
    standingSince: since?.toISOString() ?? null,
    computed,
    override: null,
  };
}

/** What tells whether a computed standing differs from the stored one. */
export async function listStandingMarks(
  db: ReadDb,
  taskIds: readonly string[],
): Promise<
  ReadonlyMap<string, { readonly fingerprint: string; readonly standing: Standing; readonly reason: string }>
> {
  const marks = new Map<string, { fingerprint: string; standing: Standing; reason: string }>();
  for (let start = 0; start < taskIds.length; start += idsPerQuery) {
    const rows = await db
      .select({
        taskId: taskStandings.taskId,
        fingerprint: taskStandings.fingerprint,
        standing: taskStandings.standing,
        reason: taskStandings.reason,
      })
      .from(taskStandings)
      .where(inArray(taskStandings.taskId, taskIds.slice(start, start + idsPerQuery)));
    for (const { taskId, ...mark } of rows) marks.set(taskId, mark);
  }
  return marks;
}

/** Tasks that wait for an evaluation, by plan, with who asked for each. */
export async function listEvaluationRequests(db: ReadDb): Promise<
  readonly {
    readonly taskId: string;
    readonly planId: string;
    readonly requestedBy: string | null;
    readonly requestedByName: string;
    readonly requestedAt: Date;
  }[]
> {
  return db
    .select({
      taskId: evaluationRequests.taskId,
      planId: tasks.planId,
      requestedBy: evaluationRequests.requestedBy,
      requestedByName: evaluationRequests.requestedByName,
      requestedAt: evaluationRequests.requestedAt,
    })
    .from(evaluationRequests)
    .innerJoin(tasks, eq(tasks.id, evaluationRequests.taskId))
    .orderBy(asc(evaluationRequests.requestedAt), asc(evaluationRequests.taskId))
    .limit(1000);
}
