/** Which tasks lean on a measure, so that what changes its rows can have them evaluated. */
import { and, eq, isNull } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import { taskBindings } from '../tables/measuring.ts';
import { plans, tasks } from '../tables/plans.ts';

/** Tasks in force of the jurisdiction (or of one plan) with a binding to the measure. */
export async function listTaskIdsBoundTo(
  db: ReadDb,
  place: { readonly jurisdictionId: string; readonly planId?: string },
  measureId: string,
): Promise<string[]> {
  const rows = await db
    .selectDistinct({ taskId: taskBindings.taskId })
    .from(taskBindings)
    .innerJoin(tasks, eq(tasks.id, taskBindings.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(
      and(
        eq(plans.jurisdictionId, place.jurisdictionId),
        place.planId === undefined ? undefined : eq(plans.id, place.planId),
        eq(taskBindings.measureId, measureId),
        isNull(tasks.withdrawnAt),
      ),
    );
  return rows.map((row) => row.taskId);
}
