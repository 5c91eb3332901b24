/** Bindings with the plan they belong to, for commands and screens. */
import { asc, count, eq, inArray } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import { taskBindings } from '../tables/measuring.ts';
import { plans, tasks } from '../tables/plans.ts';
import { readInPieces } from './pieces.ts';

export type StoredBindingRow = typeof taskBindings.$inferSelect;

/** Where a task stands, for permissions and messages. */
export interface TaskPlace {
  readonly taskId: string;
  readonly planId: string;
  readonly jurisdictionId: string;
  readonly title: string;
  readonly isWithdrawn: boolean;
}

/** The task's plan and jurisdiction; undefined when there is no such task. */
export async function findTaskPlace(db: ReadDb, taskId: string): Promise<TaskPlace | undefined> {
  const [row] = await db
    .select({ task: tasks, jurisdictionId: plans.jurisdictionId })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(eq(tasks.id, taskId))
    .limit(1);
  if (row === undefined) return undefined;
  const { id, planId, no, item, requirement, withdrawnAt } = row.task;
  return {
    taskId: id,
    planId,
    jurisdictionId: row.jurisdictionId,
    title: `${no === null ? '' : `第${no}项 `}${item ?? requirement.slice(0, 40)}`,
    isWithdrawn: withdrawnAt !== null,
  };
}

/** These bindings with the jurisdiction of their plans. */
export async function listBindingsWithPlace(
  db: ReadDb,
  bindingIds: readonly string[],
): Promise<
  { readonly binding: StoredBindingRow; readonly planId: string; readonly jurisdictionId: string }[]
> {
  return db
    .select({ binding: taskBindings, planId: plans.id, jurisdictionId: plans.jurisdictionId })
    .from(taskBindings)
    .innerJoin(tasks, eq(tasks.id, taskBindings.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(inArray(taskBindings.id, [...bindingIds]));
}

/** All bindings of these tasks in whatever state, the oldest first. */
export async function listBindingsOfTasks(
  db: ReadDb,
  taskIds: readonly string[],
): Promise<StoredBindingRow[]> {
  return readInPieces(taskIds, (piece) =>
    db.select().from(taskBindings).where(inArray(taskBindings.taskId, piece)).orderBy(asc(taskBindings.id)),
  );
}

/** How many tasks are bound to each measure. */
export async function countBoundTasks(db: ReadDb): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .select({ measureId: taskBindings.measureId, tasks: count() })
    .from(taskBindings)
    .where(eq(taskBindings.status, 'confirmed'))
    .groupBy(taskBindings.measureId);
  return new Map(rows.map(({ measureId, tasks: bound }) => [measureId, bound]));
}
