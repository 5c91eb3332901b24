/** The overview of a plan in a few statements, so that it opens at once for thousands of tasks and reports. */
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { beijingDayOf } from '#kernel/clock.ts';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type { PlanOverview } from '../contract/overview.ts';
import { computeTaskDueDay, judgeUnmeasuredStanding } from '../rules/due-day.ts';
import { countByStanding, countStandingsBy, traceStandings } from '../rules/overview.ts';
import type { Standing } from '../rules/shapes.ts';
import { ledgerLasts } from '../tables/ledger.ts';
import { standingChanges } from '../tables/measuring.ts';
import { assignments, type plans, tasks } from '../tables/plans.ts';
import { findStoredStandings, presentStanding } from './standings.ts';
import type { TaskRowContext } from './task-rows.ts';

type StoredPlan = typeof plans.$inferSelect;

/** Failing tasks that are named; the list has the rest. */
const mostLate = 30;

/** What counting needs of a task. */
interface LightTask {
  readonly id: string;
  readonly no: number | null;
  readonly section: string | null;
  readonly title: string;
  readonly due: Day | null;
  readonly standing: Standing;
  readonly reason: string;
  /** Every unit with a part in it, and when it last reported. */
  readonly assigned: readonly { readonly unitId: string; readonly lastEntryOn: Day | null }[];
  readonly owners: readonly { readonly unitId: string; readonly lastEntryOn: Day | null }[];
}

async function loadLightTasks(db: ReadDb, plan: StoredPlan, context: TaskRowContext): Promise<LightTask[]> {
  const stored = await db
    .select({
      id: tasks.id,
      no: tasks.no,
      section: tasks.section,
      item: tasks.item,
      requirement: sql<string>`left(${tasks.requirement}, 40)`,
      deadline: tasks.deadline,
    })
    .from(tasks)
    .where(and(eq(tasks.planId, plan.id), isNull(tasks.withdrawnAt)))
    .orderBy(asc(tasks.ordinal), asc(tasks.id));
  const standings = await findStoredStandings(
    db,
    stored.map(({ id }) => id),
  );
  const assigned = await db
    .select({
      taskId: assignments.taskId,
      unitId: assignments.unitId,
      role: assignments.role,
      lastEntryOn: ledgerLasts.lastEntryOn,
    })
    .from(assignments)
    .innerJoin(tasks, eq(tasks.id, assignments.taskId))
    .leftJoin(
      ledgerLasts,
      and(eq(ledgerLasts.taskId, assignments.taskId), eq(ledgerLasts.unitId, assignments.unitId)),
    )
    .where(and(eq(tasks.planId, plan.id), isNull(tasks.withdrawnAt)));
  const byTask = new Map<string, (typeof assigned)[number][]>();
  for (const row of assigned) {
    const list = byTask.get(row.taskId);
    if (list === undefined) byTask.set(row.taskId, [row]);
    else list.push(row);
  }
  return stored.map((task) => {
    const verdict = computeTaskDueDay(task.deadline, plan.issuedOn, context.calendar);
    const unmeasured = judgeUnmeasuredStanding(verdict, context.today);
    const { standing, standingReason } = presentStanding(unmeasured, standings.get(task.id));
    const units = byTask.get(task.id) ?? [];
    const leads = units.filter(({ role }) => role === 'lead');
    return {
      id: task.id,
      no: task.no,
      section: task.section,
      title: task.item ?? task.requirement,
      due: verdict.due,
      standing,
      reason: standingReason,
      assigned: units,
      owners: leads.length > 0 ? leads : units.filter(({ role }) => role === 'responsible'),
    };
  });
}

async function loadTrend(db: ReadDb, planId: string, { today }: TaskRowContext) {
  const changes = await db
    .select({
      taskId: standingChanges.taskId,
      subject: standingChanges.subject,
      after: standingChanges.after,
      at: standingChanges.at,
    })
    .from(standingChanges)
    .innerJoin(tasks, eq(tasks.id, standingChanges.taskId))
    .where(and(eq(tasks.planId, planId), isNull(tasks.withdrawnAt)))
    .orderBy(asc(standingChanges.at), asc(standingChanges.id));
  return traceStandings(
    changes.map(({ at, ...change }) => ({ ...change, day: beijingDayOf(at) })),
    today,
  );
}

type UnitNames = Awaited<ReturnType<typeof nameUnits>>;

function listUnitsOfOverview(
  light: readonly LightTask[],
  names: UnitNames,
  { today }: TaskRowContext,
): PlanOverview['units'] {
  const counted = countStandingsBy(light, (task) => task.owners.map(({ unitId }) => unitId));
  const lasts = new Map<string, Day>();
  for (const { unitId, lastEntryOn } of light.flatMap((task) => task.assigned)) {
    if (lastEntryOn !== null && lastEntryOn > (lasts.get(unitId) ?? '')) lasts.set(unitId, lastEntryOn);
  }
  return [...counted]
    .map(([unitId, counts]) => {
      const lastEntryOn = lasts.get(unitId) ?? null;
      const isOpen = counts.failing + counts.notYetDue + counts.cannotTell > 0;
      return {
        unitId,
        unitName: names.get(unitId)?.shortName ?? '',
        counts: { ...counts },
        lastEntryOn,
        isSilent: isOpen && (lastEntryOn === null || lastEntryOn < `${today.slice(0, 7)}-01`),
      };
    })
    .sort(
      (left, right) =>
        right.counts.failing - left.counts.failing ||
        right.counts.cannotTell - left.counts.cannotTell ||
        left.unitName.localeCompare(right.unitName, 'zh-CN'),
    );
}

/** The overview; standings, months, units, trend and reports of one plan. */
export async function loadPlanOverview(
  db: ReadDb,
  plan: StoredPlan,
  context: TaskRowContext,
): Promise<PlanOverview> {
  const light = await loadLightTasks(db, plan, context);
  const names = await nameUnits(
    db,
    light.flatMap((task) => task.owners.map(({ unitId }) => unitId)),
  );
  const bySection = countStandingsBy(light, ({ section }) => [section]);
  const byMonth = countStandingsBy(light, ({ due }) => [due === null ? null : due.slice(0, 7)]);
  const trend = await loadTrend(db, plan.id, context);
  const late = light
    .filter(({ standing }) => standing === 'failing')
    .sort((left, right) => (left.due ?? '9999').localeCompare(right.due ?? '9999'));
  return {
    planId: plan.id,
    title: plan.title,
    year: plan.year,
    today: context.today,
    total: { ...countByStanding(light.map(({ standing }) => standing)) },
    sections: [...bySection].map(([section, counts]) => ({ section, counts: { ...counts } })),
    units: listUnitsOfOverview(light, names, context),
    months: [...byMonth]
      .map(([month, counts]) => ({ month, counts: { ...counts } }))
      .sort((left, right) => (left.month ?? '9999').localeCompare(right.month ?? '9999')),
    trend: trend.map(({ day, counts }) => ({ day, counts: { ...counts } })),
    late: late.slice(0, mostLate).map((task) => ({
      taskId: task.id,
      no: task.no,
      title: task.title,
      due: task.due,
      units: task.owners.map(({ unitId }) => names.get(unitId)?.shortName ?? ''),
      reason: task.reason,
    })),
  };
}
