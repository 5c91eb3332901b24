/**
 * A page of a plan's tasks. What is stored is filtered by the database; last day and standing are computed, so a filter on
 * them runs over the plan's deadlines, and only the page itself is fetched whole.
 */
import { and, asc, eq, exists, gt, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import type { TaskQuery, TaskRow } from '../contract/tasks.ts';
import { standingOverrides, taskStandings } from '../tables/measuring.ts';
import { assignments, type plans, tasks } from '../tables/plans.ts';
import { deadlineJudge, decidedBy, decidedStanding } from './standing-columns.ts';
import { completeTaskRows, type TaskRowContext } from './task-rows.ts';

type StoredPlan = typeof plans.$inferSelect;

function isAssigned(db: ReadDb, { unitId, role }: TaskQuery): SQL | undefined {
  if (unitId === undefined && role === undefined) return undefined;
  return exists(
    db
      .select({ one: sql`1` })
      .from(assignments)
      .where(
        and(
          eq(assignments.taskId, tasks.id),
          unitId === undefined ? undefined : eq(assignments.unitId, unitId),
          role === undefined ? undefined : eq(assignments.role, role),
        ),
      ),
  );
}

const words = sql`concat_ws(chr(10), ${tasks.requirement}, ${tasks.item}, ${tasks.section}, ${tasks.subsection})`;

function storedFilter(db: ReadDb, plan: StoredPlan, query: TaskQuery): SQL | undefined {
  const { text, section, withdrawn, after } = query;
  return and(
    eq(tasks.planId, plan.id),
    withdrawn === true ? undefined : isNull(tasks.withdrawnAt),
    after === undefined ? undefined : gt(tasks.ordinal, after[0]),
    section === undefined ? undefined : eq(tasks.section, section),
    text === undefined || text === '' ? undefined : sql`strpos(${words}, ${text}) > 0`,
    isAssigned(db, query),
  );
}

/** Tasks of the page and one more, by what is computed of them. */
async function listComputedMatches(
  db: ReadDb,
  plan: StoredPlan,
  query: TaskQuery,
  context: TaskRowContext,
): Promise<string[]> {
  const { standing, dueFrom, dueUntil, limit } = query;
  const rows = await db
    .select({ id: tasks.id, deadline: tasks.deadline, decided: decidedStanding })
    .from(tasks)
    .leftJoin(taskStandings, decidedBy.stored)
    .leftJoin(standingOverrides, decidedBy.override)
    .where(storedFilter(db, plan, query))
    .orderBy(asc(tasks.ordinal), asc(tasks.id));
  const judge = deadlineJudge(plan.issuedOn, context);
  const found: string[] = [];
  for (const { id, deadline, decided } of rows) {
    const { due, standing: unmeasured } = judge(deadline);
    if (standing !== undefined && (decided ?? unmeasured) !== standing) continue;
    if (dueFrom !== undefined && (due === null || due < dueFrom)) continue;
    if (dueUntil !== undefined && (due === null || due >= dueUntil)) continue;
    found.push(id);
    if (found.length > limit) break;
  }
  return found;
}

/** The page of tasks that pass the filter, in the plan's order. */
export async function listPlanTasks(
  db: ReadDb,
  plan: StoredPlan,
  query: TaskQuery,
  context: TaskRowContext,
): Promise<PageOfRows<TaskRow>> {
  const { standing, dueFrom, dueUntil, limit } = query;
  const isComputed = standing !== undefined || dueFrom !== undefined || dueUntil !== undefined;
  const where = isComputed
    ? inArray(tasks.id, await listComputedMatches(db, plan, query, context))
    : storedFilter(db, plan, query);
  const stored = await db
    .select()
    .from(tasks)
    .where(where)
    .orderBy(asc(tasks.ordinal), asc(tasks.id))
    .limit(limit + 1);
  const rows = await completeTaskRows(db, stored, plan.issuedOn, context);
  return pageOfRows(rows, limit, (row) => [row.ordinal]);
}
