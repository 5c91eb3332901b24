/** A year of reports on the tasks of the example county's plans, each written by an officer of its unit on its day. Idempotent. */
import { eq } from 'drizzle-orm';
import type { App } from '#kernel/app.ts';
import { rollForward, type WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { type Day, dayFromParts } from '#kernel/day.ts';
import { atInstant } from '#kernel/seeding.ts';
import { type PlannedWork, transactTogether } from '#kernel/work.ts';
import { getHomeJurisdictionId, listUnits } from '#modules/organisation/index.ts';
import type { TaskRow } from '../contract/tasks.ts';
import { findPlan, listPlans } from '../queries/plans.ts';
import { listPlanTaskRows } from '../queries/task-rows.ts';
import { releaseLedgerEntry } from '../service/ledger/release-entry.ts';
import { writeLedgerEntry } from '../service/ledger/write-entry.ts';
import { ledgerEntries } from '../tables/ledger.ts';
import { handsOfUnits, type UnitHands } from './acting.ts';
import { numberFromWords, reportOf } from './ledger-texts.ts';
import { seeder } from './plans.ts';

interface PlannedReport {
  readonly task: TaskRow;
  readonly unitId: string;
  readonly day: Day;
  /** Names the report: the same for every seeding. */
  readonly key: string;
}

/** Units that report late or seldom, so that the supervising office has something to supervise. */
const slowUnits: Readonly<Record<string, number>> = {
  'culture-tourism': 40,
  'daping-town': 30,
  commerce: 55,
  'nanwan-town': 60,
  petition: 70,
};

/** Reports written in one transaction, each with its release: the disk is asked once for all of them. */
const reportsTogether = 100;

/** The plan of that year with its tasks, as of now. */
export async function seededPlanTasks(app: App, year: number) {
  const { read } = app.database;
  const jurisdictionId = await getHomeJurisdictionId(read, seeder);
  const summary = (await listPlans(read, jurisdictionId)).find((plan) => plan.year === year);
  const plan = summary === undefined ? undefined : await findPlan(read, summary.id);
  if (plan === undefined) throw new Error(`seed: no plan of ${year}`);
  const context = { today: beijingDayOf(app.clock.now()), calendar: await app.calendar() };
  return { plan, jurisdictionId, tasks: await listPlanTaskRows(read, plan, context) };
}

interface Reporter {
  readonly unitId: string;
  /** Leads report every month, the others every other month. */
  readonly isLead: boolean;
}

/** Units that answer for a task by name; of a collective phrase one speaks for all. */
function reportersOf(task: TaskRow): readonly Reporter[] {
  const owners = task.assignments.filter(({ role }) => role !== 'cooperating');
  const named = owners
    .filter(({ through }) => through === null)
    .map(({ unitId, role }) => ({ unitId, isLead: role === 'lead' }));
  const [spokesman] = owners
    .filter(({ through }) => through !== null)
    .map(({ unitId, unitName }) => ({ unitId, chance: numberFromWords(`${task.ordinal} ${unitName}`) }))
    .sort((left, right) => left.chance - right.chance);
  return named.length > 1 || spokesman === undefined
    ? named
    : [...named, { unitId: spokesman.unitId, isLead: named.length === 0 }];
}

function reportDay(calendar: WorkingCalendar, year: number, month: number, key: string): Day | undefined {
  const day = dayFromParts(year, month, 6 + (numberFromWords(key) % 20));
  const rolled = day === undefined ? undefined : rollForward(calendar, day);
  return rolled === undefined || rolled.kind === 'noData' ? undefined : rolled.due;
}

function planReports(
  tasks: readonly TaskRow[],
  codes: ReadonlyMap<string, string>,
  calendar: WorkingCalendar,
  span: { readonly year: number; readonly months: readonly number[]; readonly until: Day },
): readonly PlannedReport[] {
  return tasks.flatMap((task) =>
    reportersOf(task).flatMap(({ unitId, isLead }) =>
      span.months.flatMap((month) => {
        const code = codes.get(unitId) ?? '';
        const key = `${span.year}-${month} ${task.ordinal} ${code}`;
        if (!isLead && month % 2 === 1) return [];
        const diligence = slowUnits[code] ?? 97;
        if (numberFromWords(`${key} heard`) % 100 >= diligence) return [];
        const day = reportDay(calendar, span.year, month, key);
        return day === undefined || day > span.until ? [] : [{ task, unitId, day, key }];
      }),
    ),
  );
}

/** The unit's clerk reports; some of what is proposed for the public its leader releases at once. */
function worksOfReport(app: App, report: PlannedReport, hands: UnitHands): PlannedWork[] {
  const { task, unitId, day, key } = report;
  const chance = numberFromWords(key);
  const hour = String(9 + (chance % 8)).padStart(2, '0');
  const minute = String((chance >>> 4) % 60).padStart(2, '0');
  const then = atInstant(app, `${day}T${hour}:${minute}:00+08:00`);
  const proposesPublic = chance % 5 === 0;
  let entryId = '';
  const writing: PlannedWork = {
    app: then,
    actor: hands.clerk,
    body: async (work) => {
      const input = { taskId: task.id, unitId, ...reportOf(task.requirement, key), proposesPublic };
      ({ entryId } = await writeLedgerEntry(work, { ...input, links: [], fileIds: [] }));
    },
  };
  const { leader } = hands;
  if (!proposesPublic || leader === undefined || !leader.grants.some(({ role }) => role === 'unitLeader'))
    return [writing];
  return [writing, { app: then, actor: leader, body: (work) => releaseLedgerEntry(work, { entryId }) }];
}

async function writtenReports(app: App, planId: string): Promise<ReadonlySet<string>> {
  const rows = await app.database.read
    .select({ taskId: ledgerEntries.taskId, unitId: ledgerEntries.unitId, day: ledgerEntries.writtenOn })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.planId, planId));
  return new Set(rows.map(({ taskId, unitId, day }) => `${taskId} ${unitId} ${day}`));
}

/** Writes what is missing of the reports of a year; a seeding that was killed goes on where it stopped. */
export async function seedLedger(
  app: App,
  span: { readonly year: number; readonly months: readonly number[] },
): Promise<void> {
  const { plan, jurisdictionId, tasks } = await seededPlanTasks(app, span.year);
  const calendar = await app.calendar();
  const units = await listUnits(app.database.read, jurisdictionId);
  const codes = new Map(units.map(({ id, code }) => [id, code]));
  const until = beijingDayOf(app.clock.now());
  const reports = planReports(tasks, codes, calendar, { ...span, until });
  const written = await writtenReports(app, plan.id);
  const hands = await handsOfUnits(app, [...new Set(reports.map(({ unitId }) => unitId))]);
  const missing = reports
    .filter(({ task, unitId, day }) => !written.has(`${task.id} ${unitId} ${day}`))
    .sort((left, right) => left.day.localeCompare(right.day) || left.key.localeCompare(right.key));
  for (let at = 0; at < missing.length; at += reportsTogether) {
    const works = missing.slice(at, at + reportsTogether).flatMap((report) => {
      const own = hands.get(report.unitId);
      return own === undefined ? [] : worksOfReport(app, report, own);
    });
    await transactTogether(works);
  }
}
