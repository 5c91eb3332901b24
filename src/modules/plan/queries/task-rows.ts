/** Task rows for screens, exports and the API: printed content, assignments, computed due day and standing. */
import { and, asc, eq, getTableColumns, inArray } from 'drizzle-orm';
import type { WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type { TaskRow } from '../contract/tasks.ts';
import { computeTaskDueDay, findNextDueDay, judgeUnmeasuredStanding } from '../rules/due-day.ts';
import { ledgerLasts } from '../tables/ledger.ts';
import { assignments, tasks } from '../tables/plans.ts';
import { findStoredStandings, presentStanding } from './standings.ts';

/** What due days and standings are computed against. */
export interface TaskRowContext {
  readonly today: Day;
  readonly calendar: WorkingCalendar;
}

type StoredTask = typeof tasks.$inferSelect;

/** All tasks of a plan in its order; those a later import took out are left out unless asked for. */
export async function listPlanTaskRows(
  db: ReadDb,
  plan: { readonly id: string; readonly issuedOn: Day | null },
  context: TaskRowContext,
  withWithdrawn = false,
): Promise<TaskRow[]> {
  const stored = await db
    .select()
    .from(tasks)
    .where(eq(tasks.planId, plan.id))
    .orderBy(asc(tasks.ordinal), asc(tasks.id));
  const shown = stored.filter((task) => withWithdrawn || task.withdrawnAt === null);
  return completeTaskRows(db, shown, plan.issuedOn, context);
}

/** Adds assignments, due day and standing to stored tasks of one plan. */
export async function completeTaskRows(
  db: ReadDb,
  stored: readonly StoredTask[],
  issuedOn: Day | null,
  context: TaskRowContext,
): Promise<TaskRow[]> {
  const taskIds = stored.map((task) => task.id);
  const byTask = await groupAssignments(db, taskIds);
  const storedStandings = await findStoredStandings(db, taskIds);
  return stored.map((task) => {
    const assigned = byTask.get(task.id) ?? [];
    const due = computeTaskDueDay(task.deadline, issuedOn, context.calendar);
    const unmeasured = judgeUnmeasuredStanding(due, context.today);
    return {
      id: task.id,
      planId: task.planId,
      ordinal: task.ordinal,
      no: task.no,
      section: task.section,
      subsection: task.subsection,
      item: task.item,
      requirement: task.requirement,
      deadlineText: task.deadlineText,
      deadline: task.deadline,
      quotas: [...task.quotas],
      printed: {
        lead: task.printedLead,
        responsible: task.printedResponsible,
        cooperating: task.printedCooperating,
      },
      assignments: assigned,
      lastEntryOn: latestEntryDay(assigned),
      due: { ...due, because: [...due.because], skipped: [...due.skipped] },
      nextDue: findNextDueDay(task.deadline, due, context.today),
      ...presentStanding(unmeasured, storedStandings.get(task.id)),
      withdrawn: task.withdrawnAt !== null,
    };
  });
}

/** The latest day on which any of the units reported on the task. */
function latestEntryDay(assigned: TaskRow['assignments']): Day | null {
  return assigned.reduce<Day | null>(
    (latest, { lastEntryOn: on }) => (on !== null && (latest === null || on > latest) ? on : latest),
    null,
  );
}

/** Enough to stay below the database's limit of parameters. */
const idsPerQuery = 1000;

async function groupAssignments(
  db: ReadDb,
  taskIds: readonly string[],
): Promise<Map<string, TaskRow['assignments']>> {
  const byTask = new Map<string, TaskRow['assignments']>();
  for (let start = 0; start < taskIds.length; start += idsPerQuery) {
    const rows = await db
      .select({ ...getTableColumns(assignments), lastEntryOn: ledgerLasts.lastEntryOn })
      .from(assignments)
      .leftJoin(
        ledgerLasts,
        and(eq(ledgerLasts.taskId, assignments.taskId), eq(ledgerLasts.unitId, assignments.unitId)),
      )
      .where(inArray(assignments.taskId, taskIds.slice(start, start + idsPerQuery)));
    const names = await nameUnits(
      db,
      rows.map((row) => row.unitId),
    );
    for (const row of rows) {
      const list = byTask.get(row.taskId) ?? [];
      list.push({
        unitId: row.unitId,
        unitName: names.get(row.unitId)?.shortName ?? row.printedName,
        role: row.role,
        through: row.throughCollective ? row.printedName : null,
        lastEntryOn: row.lastEntryOn,
      });
      byTask.set(row.taskId, list);
    }
  }
  const strength = { lead: 0, responsible: 1, cooperating: 2 } as const;
  for (const list of byTask.values()) {
    list.sort(
      (left, right) =>
        strength[left.role] - strength[right.role] || left.unitName.localeCompare(right.unitName, 'zh-CN'),
    );
  }
  return byTask;
}
