/** The overview of a plan, counted by the database, so that it opens at once for thousands of tasks and reports. */
import { and, asc, count, eq, inArray, isNull, max, min, sql } from 'drizzle-orm';
import { beijingDayOf, beijingInstant } from '#kernel/clock.ts';
import { addDays, type Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type { PlanOverview } from '../contract/overview.ts';
import { addUpBy, movesOfChanges, type StandingMove, traceStandings, trendDays } from '../rules/overview.ts';
import type { DeadlineShape, Standing } from '../rules/shapes.ts';
import { ledgerLasts } from '../tables/ledger.ts';
import { standingChanges, standingOverrides, taskStandings } from '../tables/measuring.ts';
import { assignments, type plans, tasks } from '../tables/plans.ts';
import { deadlineJudge, decidedBy, decidedStanding, type JudgedDeadline } from './standing-columns.ts';
import { completeTaskRows, type TaskRowContext } from './task-rows.ts';

type StoredPlan = typeof plans.$inferSelect;
type Judge = (deadline: DeadlineShape) => JudgedDeadline;

/** Failing tasks that are named; the list has the rest. */
const mostLate = 30;

const inForce = (plan: StoredPlan) => and(eq(tasks.planId, plan.id), isNull(tasks.withdrawnAt));

/** Those who answer for a task: its leads, and where nobody leads the responsible ones. */
const isOwner = sql`(${assignments.role} = 'lead' or (${assignments.role} = 'responsible' and not exists (
  select 1 from assignment led where led.task_id = ${tasks.id} and led.role = 'lead')))`;

interface Group extends Pick<JudgedDeadline, 'due' | 'standing'> {
  readonly tasks: number;
}

function judgeGroup<Row extends { deadline: DeadlineShape; decided: Standing | null; tasks: number }>(
  row: Row,
  judge: Judge,
): Row & Group {
  const { due, standing } = judge(row.deadline);
  return { ...row, due, standing: row.decided ?? standing };
}

/** How many tasks of each section fall due by the same deadline with the same standing. */
async function countSections(db: ReadDb, plan: StoredPlan, judge: Judge) {
  const rows = await db
    .select({
      section: tasks.section,
      deadline: tasks.deadline,
      decided: decidedStanding,
      tasks: count(),
      first: min(tasks.ordinal),
    })
    .from(tasks)
    .leftJoin(taskStandings, decidedBy.stored)
    .leftJoin(standingOverrides, decidedBy.override)
    .where(inForce(plan))
    .groupBy(tasks.section, tasks.deadline, decidedStanding);
  return rows
    .sort((left, right) => (left.first ?? 0) - (right.first ?? 0))
    .map((row) => judgeGroup(row, judge));
}

/** The same for the tasks each unit answers for. */
async function countUnits(db: ReadDb, plan: StoredPlan, judge: Judge) {
  const rows = await db
    .select({
      unitId: assignments.unitId,
      deadline: tasks.deadline,
      decided: decidedStanding,
      tasks: count(),
    })
    .from(tasks)
    .innerJoin(assignments, eq(assignments.taskId, tasks.id))
    .leftJoin(taskStandings, decidedBy.stored)
    .leftJoin(standingOverrides, decidedBy.override)
    .where(and(inForce(plan), isOwner))
    .groupBy(assignments.unitId, tasks.deadline, decidedStanding);
  return rows.map((row) => judgeGroup(row, judge));
}

/** The latest day on which each unit with a part in the plan reported on any of its tasks. */
async function mapLastReports(db: ReadDb, plan: StoredPlan): Promise<ReadonlyMap<string, Day | null>> {
  const rows = await db
    .select({ unitId: assignments.unitId, lastEntryOn: max(ledgerLasts.lastEntryOn) })
    .from(tasks)
    .innerJoin(assignments, eq(assignments.taskId, tasks.id))
    .innerJoin(
      ledgerLasts,
      and(eq(ledgerLasts.taskId, assignments.taskId), eq(ledgerLasts.unitId, assignments.unitId)),
    )
    .where(inForce(plan))
    .groupBy(assignments.unitId);
  return new Map(rows.map(({ unitId, lastEntryOn }) => [unitId, lastEntryOn]));
}

const wasSigned = sql`exists (select 1 from standing_override signed where signed.task_id = ${standingChanges.taskId})`;

/** Computed standings of tasks nobody signed for, as moves counted month by month. */
async function listComputedMoves(
  db: ReadDb,
  plan: StoredPlan,
  days: readonly Day[],
): Promise<StandingMove[]> {
  // The month's end is Beijing midnight; the last bucket reaches to this moment.
  const ends = days.slice(0, -1).map((day) => beijingInstant(addDays(day, 1), '00:00').toISOString());
  const bucket = sql<number>`width_bucket(${standingChanges.at}, ${`{${ends.join(',')}}`}::timestamptz[])`;
  const rows = await db
    .select({
      bucket: sql<number>`bucket`,
      before: sql<Standing | null>`before`,
      after: sql<Standing | null>`after`,
      tasks: count(),
    })
    .from(
      db
        .select({
          bucket: bucket.as('bucket'),
          before: standingChanges.before,
          after: standingChanges.after,
        })
        .from(standingChanges)
        .innerJoin(tasks, eq(tasks.id, standingChanges.taskId))
        .where(and(inForce(plan), eq(standingChanges.subject, 'computed'), sql`not ${wasSigned}`))
        .as('moved'),
    )
    .groupBy(sql`bucket`, sql`before`, sql`after`);
  return rows.flatMap(({ bucket: index, ...move }) => {
    const day = days[index];
    return day === undefined ? [] : [{ ...move, day }];
  });
}

/** Of tasks somebody signed for, every change: what is shown depends on both kinds. */
async function listSignedMoves(db: ReadDb, plan: StoredPlan): Promise<readonly StandingMove[]> {
  const changes = await db
    .select({
      taskId: standingChanges.taskId,
      subject: standingChanges.subject,
      after: standingChanges.after,
      at: standingChanges.at,
    })
    .from(standingChanges)
    .innerJoin(tasks, eq(tasks.id, standingChanges.taskId))
    .where(and(inForce(plan), wasSigned))
    .orderBy(asc(standingChanges.at), asc(standingChanges.id));
  return movesOfChanges(changes.map(({ at, ...change }) => ({ ...change, day: beijingDayOf(at) })));
}

async function loadTrend(db: ReadDb, plan: StoredPlan, { today }: TaskRowContext) {
  const days = trendDays(beijingDayOf(plan.confirmedAt), today);
  const moves = [...(await listComputedMoves(db, plan, days)), ...(await listSignedMoves(db, plan))];
  return traceStandings(moves, today);
}

async function listUnitsOfOverview(
  db: ReadDb,
  plan: StoredPlan,
  judge: Judge,
  today: Day,
): Promise<PlanOverview['units']> {
  const counted = addUpBy(await countUnits(db, plan, judge), ({ unitId }) => unitId);
  const lasts = await mapLastReports(db, plan);
  const names = await nameUnits(db, [...counted.keys()]);
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

const dueLast = '9999-12-31';

/** Failing tasks, the longest overdue first. A task fails by measure or signature only, never by its day alone. */
async function listLateTasks(
  db: ReadDb,
  plan: StoredPlan,
  judge: Judge,
  context: TaskRowContext,
): Promise<PlanOverview['late']> {
  const failing = await db
    .select({ id: tasks.id, deadline: tasks.deadline })
    .from(tasks)
    .leftJoin(taskStandings, decidedBy.stored)
    .leftJoin(standingOverrides, decidedBy.override)
    .where(and(inForce(plan), eq(decidedStanding, 'failing')))
    .orderBy(asc(tasks.ordinal), asc(tasks.id));
  const dueOf = new Map(failing.map(({ id, deadline }) => [id, judge(deadline).due ?? dueLast]));
  const late = [...dueOf]
    .sort(([, left], [, right]) => (left < right ? -1 : left > right ? 1 : 0))
    .slice(0, mostLate)
    .map(([id]) => id);
  if (late.length === 0) return [];
  const stored = await db.select().from(tasks).where(inArray(tasks.id, late));
  const byId = new Map(
    (await completeTaskRows(db, stored, plan.issuedOn, context)).map((row) => [row.id, row]),
  );
  return late.flatMap((id) => {
    const row = byId.get(id);
    if (row === undefined) return [];
    const leads = row.assignments.filter(({ role }) => role === 'lead');
    const owners = leads.length > 0 ? leads : row.assignments.filter(({ role }) => role === 'responsible');
    return [
      {
        taskId: id,
        no: row.no,
        title: row.item ?? row.requirement.slice(0, 40),
        due: row.due.due,
        units: owners.map(({ unitName }) => unitName),
        reason: row.standingReason,
      },
    ];
  });
}

/** The overview; standings, months, units, trend and reports of one plan. */
export async function loadPlanOverview(
  db: ReadDb,
  plan: StoredPlan,
  context: TaskRowContext,
): Promise<PlanOverview> {
  const { today } = context;
  const judge = deadlineJudge(plan.issuedOn, context);
  const groups = await countSections(db, plan, judge);
  const trend = await loadTrend(db, plan, context);
  const total = addUpBy(groups, () => 'all').get('all');
  return {
    planId: plan.id,
    title: plan.title,
    year: plan.year,
    today,
    total: { ...(total ?? { met: 0, failing: 0, notYetDue: 0, cannotTell: 0 }) },
    sections: [...addUpBy(groups, ({ section }) => section)].map(([section, counts]) => ({
      section,
      counts: { ...counts },
    })),
    units: await listUnitsOfOverview(db, plan, judge, today),
    months: [...addUpBy(groups, ({ due }) => (due === null ? null : due.slice(0, 7)))]
      .map(([month, counts]) => ({ month, counts: { ...counts } }))
      .sort((left, right) => (left.month ?? '9999').localeCompare(right.month ?? '9999')),
    trend: trend.map(({ day, counts }) => ({ day, counts: { ...counts } })),
    late: await listLateTasks(db, plan, judge, context),
  };
}
