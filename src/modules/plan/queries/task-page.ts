/**
 * A page of a plan's tasks. What is stored is filtered by the database; last day and standing are computed, so a filter on
 * them runs over the plan's deadlines, and only the page itself is fetched whole.
 */
import { and, asc, eq, exists, gt, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfComputed, pageOfRows } from '#kernel/http/paging.ts';
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
  const { text, section, withdrawn } = query;
  return and(
    eq(tasks.planId, plan.id),
    withdrawn === true ? undefined : isNull(tasks.withdrawnAt),
    section === undefined ? undefined : eq(tasks.section, section),
    text === undefined || text === '' ? undefined : sql`strpos(${words}, ${text}) > 0`,
    isAssigned(db, query),
  );
}

/** A task of a sorted list: its place is the sorted value, then the plan's own order. */
interface PlacedTask {
  readonly id: string;
  readonly value: Day | null;
  readonly ordinal: number;
}

const placeOf = ({ value, ordinal }: PlacedTask) => [value, ordinal] as const;

const lastReport = sql<Day | null>`(select to_char(max(reported.last_entry_on), 'YYYY-MM-DD')
  from ledger_last reported join assignment a on a.task_id = reported.task_id and a.unit_id = reported.unit_id
  where reported.task_id = ${tasks.id})`;

/** The page of tasks by what is computed of them or sorted by. */
async function listComputedMatches(
  db: ReadDb,
  plan: StoredPlan,
  query: TaskQuery,
  context: TaskRowContext,
): Promise<PageOfRows<PlacedTask>> {
  const { standing, dueFrom, dueUntil, sort } = query;
  const rows = await db
    .select({
      id: tasks.id,
      ordinal: tasks.ordinal,
      deadline: tasks.deadline,
      decided: decidedStanding,
      reported: sort === 'lastEntryOn' ? lastReport : sql<null>`null`,
    })
    .from(tasks)
    .leftJoin(taskStandings, decidedBy.stored)
    .leftJoin(standingOverrides, decidedBy.override)
    .where(storedFilter(db, plan, query));
  const judge = deadlineJudge(plan.issuedOn, context);
  const found = rows.flatMap(({ id, ordinal, deadline, decided, reported }): PlacedTask[] => {
    const { due, standing: unmeasured } = judge(deadline);
    if (standing !== undefined && (decided ?? unmeasured) !== standing) return [];
    if (dueFrom !== undefined && (due === null || due < dueFrom)) return [];
    if (dueUntil !== undefined && (due === null || due >= dueUntil)) return [];
    return [{ id, ordinal, value: sort === 'due' ? due : reported }];
  });
  return pageOfComputed(found, query, placeOf);
}

/** The page of tasks that pass the filter, as sorted; in the plan's order unless told. */
export async function listPlanTasks(
  db: ReadDb,
  plan: StoredPlan,
  query: TaskQuery,
  context: TaskRowContext,
): Promise<PageOfRows<TaskRow>> {
  const { standing, dueFrom, dueUntil, sort, descending, after, limit } = query;
  const isPlain = [standing, dueFrom, dueUntil, sort, descending].every((part) => part === undefined);
  if (!isPlain) {
    const { rows: placed, next } = await listComputedMatches(db, plan, query, context);
    const stored = await db
      .select()
      .from(tasks)
      .where(
        inArray(
          tasks.id,
          placed.map(({ id }) => id),
        ),
      );
    const rows = await completeTaskRows(db, stored, plan.issuedOn, context);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return { rows: placed.flatMap(({ id }) => byId.get(id) ?? []), next };
  }
  const stored = await db
    .select()
    .from(tasks)
    .where(and(storedFilter(db, plan, query), after === undefined ? undefined : gt(tasks.ordinal, after[1])))
    .orderBy(asc(tasks.ordinal), asc(tasks.id))
    .limit(limit + 1);
  const rows = await completeTaskRows(db, stored, plan.issuedOn, context);
  return pageOfRows(rows, limit, (row) => [null, row.ordinal]);
}
