/** A plan's tasks as marks: two narrow questions to the database, whatever the size of the ledger. Public: a plan is. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import { mostOfCard, type PlanMarks } from '../contract/marks.ts';
import type { AssignmentRole } from '../rules/shapes.ts';
import { standingOverrides, taskStandings } from '../tables/measuring.ts';
import { assignments, type plans, tasks } from '../tables/plans.ts';
import { groupTasksBySection, groupTasksByUnit } from './group-tasks.ts';
import { deadlineJudge, decidedBy, decidedStanding } from './standing-columns.ts';
import type { TaskRowContext } from './task-rows.ts';

/** A unit's part in a task, with the name the plan prints where the unit has none. */
async function listPartsOfPlan(db: ReadDb, planId: string) {
  const rows = await db
    .select({
      taskId: assignments.taskId,
      unitId: assignments.unitId,
      role: assignments.role,
      printedName: assignments.printedName,
    })
    .from(assignments)
    .innerJoin(tasks, eq(tasks.id, assignments.taskId))
    .where(and(eq(tasks.planId, planId), isNull(tasks.withdrawnAt)))
    .orderBy(asc(tasks.ordinal), asc(tasks.id));
  const names = await nameUnits(
    db,
    rows.map(({ unitId }) => unitId),
  );
  return rows.map(({ printedName, ...part }) => ({
    ...part,
    unitName: names.get(part.unitId)?.shortName ?? printedName,
  }));
}

/** The tasks in force of a plan as marks, with the sections and units they stand under. */
export async function loadPlanMarks(
  db: ReadDb,
  plan: Pick<typeof plans.$inferSelect, 'id' | 'year' | 'issuedOn'>,
  context: TaskRowContext,
): Promise<PlanMarks> {
  const judge = deadlineJudge(plan.issuedOn, context);
  const rows = await db
    .select({
      id: tasks.id,
      no: tasks.no,
      section: tasks.section,
      item: tasks.item,
      words: sql<string>`left(${tasks.requirement}, ${mostOfCard + 1})`,
      deadline: tasks.deadline,
      deadlineText: tasks.deadlineText,
      decided: decidedStanding,
    })
    .from(tasks)
    .leftJoin(taskStandings, decidedBy.stored)
    .leftJoin(standingOverrides, decidedBy.override)
    .where(and(eq(tasks.planId, plan.id), isNull(tasks.withdrawnAt)))
    .orderBy(asc(tasks.ordinal), asc(tasks.id));
  const positions = new Map(rows.map(({ id }, at) => [id, at]));
  const positionsOf = (parts: readonly { taskId: string; role: AssignmentRole }[], wanted: AssignmentRole) =>
    parts.flatMap(({ taskId, role }) => (role === wanted ? (positions.get(taskId) ?? []) : []));
  return {
    planId: plan.id,
    year: plan.year,
    tasks: rows.map(({ id, no, item, words, deadline, deadlineText, decided }) => {
      const { due, standing, because } = judge(deadline);
      return {
        id,
        no,
        item,
        words: words.length > mostOfCard ? `${words.slice(0, mostOfCard - 1)}…` : words,
        standing: decided ?? standing,
        due,
        openBecause: due === null ? (deadlineText ?? because) : null,
        steps: deadline.milestones.map(({ date, text }) => ({ day: date, words: text })),
      };
    }),
    sections: groupTasksBySection(rows).map(({ section, taskIds }) => ({
      section,
      tasks: taskIds.flatMap((id) => positions.get(id) ?? []),
    })),
    units: groupTasksByUnit(await listPartsOfPlan(db, plan.id)).map(({ unitId, unitName, tasks: parts }) => ({
      unitId,
      unitName,
      lead: positionsOf(parts, 'lead'),
      responsible: positionsOf(parts, 'responsible'),
      cooperating: positionsOf(parts, 'cooperating'),
    })),
  };
}
