/**
 * A page of a plan's tasks. What is stored is filtered by the database; last day and standing are computed, so a filter on
 * them runs over the plan's deadlines, and only the page itself is fetched whole.
 */
import { and, asc, eq, exists, gt, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
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
  const { text, section, withdrawn } = query;
  return and(
    eq(tasks.planId, plan.id),
    withdrawn === true ? undefined : isNull(tasks.withdrawnAt),
    section === undefined ? undefined : eq(tasks.section, section),
    text === undefined || text === '' ? undefined : sql`strpos(${words}, ${text}) > 0`,
    isAssigned(db, query),
  );
}

/** Where a task stands in a sorted list. */
interface TaskPlace {
  readonly value: Day | null;
  readonly ordinal: number;
}

/** Sorted days first, empty ones last either way, then the plan's own order. */
function compareTaskPlaces(descending: boolean) {
  const sign = descending ? -1 : 1;
  return (left: TaskPlace, right: TaskPlace): number => {
    if (left.value === right.value) return sign * (left.ordinal - right.ordinal);
    if (left.value === null) return 1;
    if (right.value === null) return -1;
    return left.value < right.value ? -sign : sign;
  };
}

const lastReport = sql<Day | null>`(select to_char(max(reported.last_entry_on), 'YYYY-MM-DD')
  from ledger_last reported join assignment a on a.task_id = reported.task_id and a.unit_id = reported.unit_id
  where reported.task_id = ${tasks.id})`;

/** Tasks of the page and one more, by what is computed of them or sorted by, with the place of each. */
async function listComputedMatches(
  db: ReadDb,
  plan: StoredPlan,
  query: TaskQuery,
  context: TaskRowContext,
): Promise<(TaskPlace & { readonly id: string })[]> {
  const { standing, dueFrom, dueUntil, sort, after, limit } = query;
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
  const compare = compareTaskPlaces(query.descending === true);
  const place = after === undefined ? undefined : { value: after[0], ordinal: after[1] };
  return rows
    .flatMap(({ id, ordinal, deadline, decided, reported }) => {
      const { due, standing: unmeasured } = judge(deadline);
      if (standing !== undefined && (decided ?? unmeasured) !== standing) return [];
      if (dueFrom !== undefined && (due === null || due < dueFrom)) return [];
      if (dueUntil !== undefined && (due === null || due >= dueUntil)) return [];
      return [{ id, ordinal, value: sort === 'due' ? due : reported }];
    })
    .filter((one) => place === undefined || compare(one, place) > 0)
    .sort(compare)
    .slice(0, limit + 1);
}

/** The page of tasks that pass the filter, as sorted; in the plan's order unless told. */
export async function listPlanTasks(
  db: ReadDb,
  plan: StoredPlan,
  query: TaskQuery,
  context: TaskRowContext,
): Promise<PageOfRows<TaskRow>> {
  const { standing, dueFrom, dueUntil, sort, descending, limit } = query;
  const isPlain = [standing, dueFrom, dueUntil, sort, descending].every((part) => part === undefined);
  const places = isPlain ? undefined : await listComputedMatches(db, plan, query, context);
  const stored = await db
    .select()
    .from(tasks)
    .where(
      places === undefined
        ? and(storedFilter(db, plan, query), query.after && gt(tasks.ordinal, query.after[1]))
        : inArray(
            tasks.id,
            places.map(({ id }) => id),
          ),
    )
    .orderBy(asc(tasks.ordinal), asc(tasks.id))
    .limit(limit + 1);
  const rows = await completeTaskRows(db, stored, plan.issuedOn, context);
  if (places === undefined) return pageOfRows(rows, limit, (row) => [null, row.ordinal]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const sortedValues = new Map(places.map(({ id, value }) => [id, value]));
  const sorted = places.flatMap(({ id }) => byId.get(id) ?? []);
  return pageOfRows(sorted, limit, (row) => [sortedValues.get(row.id) ?? null, row.ordinal]);
}
