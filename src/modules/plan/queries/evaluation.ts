/** What an evaluation reads of tasks: due days, units and confirmed bindings, for whole plans at once. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { computeTaskDueDay } from '../rules/due-day.ts';
import type { BindingStatus } from '../rules/measuring/shapes.ts';
import { taskBindings } from '../tables/measuring.ts';
import { assignments, plans, tasks } from '../tables/plans.ts';
import { readInPieces } from './pieces.ts';
import type { TaskRowContext } from './task-rows.ts';

export type StoredBinding = typeof taskBindings.$inferSelect;

/** The terms by which a binding is evaluated, stored or only proposed. */
export type EvaluatedBinding = Pick<
  StoredBinding,
  | 'id'
  | 'measureId'
  | 'parameters'
  | 'every'
  | 'periodFrom'
  | 'periodUntil'
  | 'scope'
  | 'unitChoice'
  | 'unitIds'
  | 'target'
>;

/** A task as it is evaluated. */
export interface EvaluationTask<Binding extends EvaluatedBinding = StoredBinding> {
  readonly id: string;
  readonly planId: string;
  readonly jurisdictionId: string;
  readonly year: number;
  /** 第3项 政务公开培训. */
  readonly title: string;
  readonly due: Day | null;
  readonly dueReason: string;
  readonly printed: string;
  /** Lead units; where the plan names none, the responsible ones. */
  readonly leads: readonly string[];
  readonly assigned: readonly string[];
  /** The oldest first. */
  readonly bindings: readonly Binding[];
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}

/** Identifiers of a plan's tasks in force, in its order. */
export async function listTaskIdsOfPlan(db: ReadDb, planId: string): Promise<string[]> {
  const rows = await db
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.planId, planId), isNull(tasks.withdrawnAt)))
    .orderBy(asc(tasks.ordinal), asc(tasks.id));
  return rows.map((row) => row.id);
}

/** Tasks in force among these, ready to be evaluated; withdrawn ones are left out. Confirmed bindings unless others too. */
export async function listEvaluationTasks(
  db: ReadDb,
  taskIds: readonly string[],
  context: Pick<TaskRowContext, 'calendar'>,
  statuses: readonly BindingStatus[] = ['confirmed'],
): Promise<EvaluationTask[]> {
  const stored = await readInPieces(taskIds, (piece) =>
    db
      .select({ task: tasks, plan: plans })
      .from(tasks)
      .innerJoin(plans, eq(plans.id, tasks.planId))
      .where(and(inArray(tasks.id, piece), isNull(tasks.withdrawnAt)))
      .orderBy(asc(tasks.planId), asc(tasks.ordinal), asc(tasks.id)),
  );
  const units = groupBy(
    await readInPieces(taskIds, (piece) =>
      db
        .select({ taskId: assignments.taskId, unitId: assignments.unitId, role: assignments.role })
        .from(assignments)
        .where(inArray(assignments.taskId, piece))
        .orderBy(asc(assignments.unitId)),
    ),
    (row) => row.taskId,
  );
  const bindings = groupBy(
    await readInPieces(taskIds, (piece) =>
      db
        .select()
        .from(taskBindings)
        .where(and(inArray(taskBindings.taskId, piece), inArray(taskBindings.status, [...statuses])))
        .orderBy(asc(taskBindings.id)),
    ),
    (row) => row.taskId,
  );
  return stored.map(({ task, plan }) => {
    const due = computeTaskDueDay(task.deadline, plan.issuedOn, context.calendar);
    const own = units.get(task.id) ?? [];
    const ofRole = (role: string) => own.filter((one) => one.role === role).map(({ unitId }) => unitId);
    const leads = ofRole('lead');
    return {
      id: task.id,
      planId: plan.id,
      jurisdictionId: plan.jurisdictionId,
      year: plan.year,
      title: `${task.no === null ? '' : `第${task.no}项 `}${task.item ?? task.requirement.slice(0, 40)}`,
      due: due.due,
      dueReason: due.because.join('；'),
      printed: `${task.deadlineText ?? ''}|${task.deadline.kind}|${task.deadline.date ?? ''}|${plan.issuedOn ?? ''}`,
      leads: leads.length > 0 ? leads : ofRole('responsible'),
      assigned: own.map(({ unitId }) => unitId),
      bindings: bindings.get(task.id) ?? [],
    };
  });
}
