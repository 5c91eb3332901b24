/** Read models of plans in force: lists, board, filtered tasks, a unit's own tasks. Public: an issued plan is. */
import { and, count, countDistinct, desc, eq, gte, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import type { PlanBoard, PlanSummary, TaskQuery, TaskRow } from '../contract/tasks.ts';
import type { PlanKind } from '../rules/shapes.ts';
import { assignments, plans, tasks } from '../tables/plans.ts';
import { groupTasksBySection, groupTasksByUnit } from './group-tasks.ts';
import { completeTaskRows, listPlanTaskRows, type TaskRowContext } from './task-rows.ts';

type StoredPlan = typeof plans.$inferSelect;

async function summarise(db: ReadDb, plan: StoredPlan): Promise<PlanSummary> {
  const inForce = and(eq(tasks.planId, plan.id), isNull(tasks.withdrawnAt));
  const [taskTotal] = await db.select({ total: count() }).from(tasks).where(inForce);
  const [unitTotal] = await db
    .select({ total: countDistinct(assignments.unitId) })
    .from(assignments)
    .innerJoin(tasks, eq(tasks.id, assignments.taskId))
    .where(inForce);
  return {
    id: plan.id,
    year: plan.year,
    title: plan.title,
    kind: plan.kind,
    docNumber: plan.docNumber,
    issuer: plan.issuer,
    issuedOn: plan.issuedOn,
    taskCount: taskTotal?.total ?? 0,
    unitCount: unitTotal?.total ?? 0,
    confirmedAt: plan.confirmedAt.toISOString(),
    updatedAt: plan.updatedAt.toISOString(),
  };
}

/**
 * Plans of a jurisdiction, the newest year first; our own unless other kinds are asked for. A county has one or two a
 * year, so one page holds them.
 */
export async function listPlans(
  db: ReadDb,
  jurisdictionId: string,
  kinds: readonly PlanKind[] = ['own'],
): Promise<PlanSummary[]> {
  const rows = await db
    .select()
    .from(plans)
    .where(and(eq(plans.jurisdictionId, jurisdictionId), inArray(plans.kind, [...kinds])))
    .orderBy(desc(plans.year), desc(plans.confirmedAt))
    .limit(200);
  return Promise.all(rows.map((plan) => summarise(db, plan)));
}

/** Plans of every jurisdiction from this year on that bind somebody here, the newest first. */
export async function listPlansSince(
  db: ReadDb,
  year: number,
): Promise<{ readonly id: string; readonly title: string }[]> {
  return db
    .select({ id: plans.id, title: plans.title })
    .from(plans)
    .where(and(gte(plans.year, year), ne(plans.kind, 'neighbour')))
    .orderBy(desc(plans.year), desc(plans.confirmedAt));
}

/** The stored plan; undefined when there is none. */
export async function findPlan(db: ReadDb, planId: string): Promise<StoredPlan | undefined> {
  const [plan] = await db.select().from(plans).where(eq(plans.id, planId)).limit(1);
  return plan;
}

/** The whole plan as the board and the public page show it. */
export async function findPlanBoard(
  db: ReadDb,
  planId: string,
  context: TaskRowContext,
): Promise<PlanBoard | undefined> {
  const plan = await findPlan(db, planId);
  if (plan === undefined) return undefined;
  const rows = await listPlanTaskRows(db, plan, context);
  return {
    ...(await summarise(db, plan)),
    tasks: rows,
    sections: groupTasksBySection(rows),
    units: groupTasksByUnit(
      rows.flatMap((row) =>
        row.assignments.map(({ unitId, unitName, role }) => ({ unitId, unitName, taskId: row.id, role })),
      ),
    ),
  };
}

function matchesTaskQuery(row: TaskRow, query: TaskNarrowing): boolean {
  const { text, section, unitId, role, standing, dueFrom, dueUntil } = query;
  const words = [row.requirement, row.item, row.section, row.subsection].join('\n');
  if (text !== undefined && !words.includes(text)) return false;
  if (section !== undefined && row.section !== section) return false;
  if (standing !== undefined && row.standing !== standing) return false;
  const assigned = row.assignments.some(
    (one) => (unitId === undefined || one.unitId === unitId) && (role === undefined || one.role === role),
  );
  if ((unitId !== undefined || role !== undefined) && !assigned) return false;
  const { due } = row.due;
  if (dueFrom !== undefined && (due === null || due < dueFrom)) return false;
  return dueUntil === undefined || (due !== null && due < dueUntil);
}

/** A filter over rows at hand; they stay in the plan's order, whose ordinal is the place. */
export interface TaskNarrowing extends Omit<TaskQuery, 'after' | 'sort' | 'descending' | 'withdrawn'> {
  readonly after?: [number] | undefined;
}

/** The page of rows that pass the filter, from rows in the plan's order. */
export function narrowTasks(rows: readonly TaskRow[], query: TaskNarrowing): PageOfRows<TaskRow> {
  const after = query.after?.[0] ?? 0;
  const found = rows.filter((row) => row.ordinal > after && matchesTaskQuery(row, query));
  return pageOfRows(found.slice(0, query.limit + 1), query.limit, (row) => [row.ordinal]);
}

/** One task with its plan; undefined when there is none. */
export async function findTask(
  db: ReadDb,
  taskId: string,
  context: TaskRowContext,
): Promise<{ readonly task: TaskRow; readonly plan: StoredPlan } | undefined> {
  const [found] = await db
    .select({ task: tasks, plan: plans })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(eq(tasks.id, taskId))
    .limit(1);
  if (found === undefined) return undefined;
  const [task] = await completeTaskRows(db, [found.task], found.plan.issuedOn, context);
  return task === undefined ? undefined : { task, plan: found.plan };
}

/** A task of some units with the plan it stands in, for unit lists and to-dos. */
export interface UnitTask {
  readonly task: TaskRow;
  readonly planTitle: string;
  readonly year: number;
}

/** Tasks in force assigned to any of the units in plans of `year`, the next due day first. */
export async function listUnitTasks(
  db: ReadDb,
  unitIds: readonly string[],
  year: number,
  context: TaskRowContext,
): Promise<UnitTask[]> {
  if (unitIds.length === 0) return [];
  const rows = await db
    .selectDistinctOn([tasks.id], { task: tasks, plan: plans })
    .from(assignments)
    .innerJoin(tasks, eq(tasks.id, assignments.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(
      and(sql`${assignments.unitId} in ${[...unitIds]}`, eq(plans.year, year), isNull(tasks.withdrawnAt)),
    )
    .orderBy(tasks.id);
  const byPlan = new Map<string, { plan: StoredPlan; stored: (typeof rows)[number]['task'][] }>();
  for (const { task, plan } of rows) {
    const group = byPlan.get(plan.id) ?? { plan, stored: [] };
    group.stored.push(task);
    byPlan.set(plan.id, group);
  }
  const found: UnitTask[] = [];
  for (const { plan, stored } of byPlan.values()) {
    for (const task of await completeTaskRows(db, stored, plan.issuedOn, context)) {
      found.push({ task, planTitle: plan.title, year: plan.year });
    }
  }
  return found.sort((left, right) => byNextDueDay(left.task, right.task));
}

/** What falls due next comes first; what has no day comes last; then the plan's own order. */
export function byNextDueDay(left: TaskRow, right: TaskRow): number {
  const leftDay = left.nextDue ?? '9999-12-31';
  const rightDay = right.nextDue ?? '9999-12-31';
  if (leftDay !== rightDay) return leftDay < rightDay ? -1 : 1;
  return left.ordinal - right.ordinal;
}
