/**
 * The morning job that reminds units of what falls due or is late. Each step of each duty is sent once, ever: the log's
 * unique key says so. Steps missed while the platform stood still go out together as one notice with the days really left.
 */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { isWorkingDay, type WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { beijingDayOf, type Instant } from '#kernel/clock.ts';
import type { Day } from '#kernel/day.ts';
import type { RecurringJob } from '#kernel/jobs/job.ts';
import { notify } from '#kernel/notices/notify.ts';
import { transact, type Work } from '#kernel/work.ts';
import { type DutyOfficers, listJurisdictions, mapDutyOfficers } from '#modules/organisation/index.ts';
import { type Duty, reminderSources } from '../../queries/reminders/sources.ts';
import {
  type DueStep,
  listDueSteps,
  remainingWorkingDays,
  reminderHorizon,
  reminderWords,
} from '../../rules/reminders/schedule.ts';
import { reminders } from '../../tables/reminders.ts';

interface DueReminder {
  readonly source: string;
  readonly duty: Duty;
  readonly steps: readonly DueStep[];
}

interface Morning {
  readonly calendar: WorkingCalendar;
  readonly today: Day;
}

/** Sends what is due since `doneThrough`; returns how many duties were spoken of. Rests on days that rest. */
export async function sendDueReminders(app: App, doneThrough: Instant): Promise<number> {
  const calendar = await app.calendar();
  const today = beijingDayOf(app.clock.now());
  if (isWorkingDay(calendar, today) !== true) return 0;
  const morning = { calendar, today };
  let sent = 0;
  for (const { id } of await listJurisdictions(app.database.read)) {
    const due = await listDueReminders(app, id, morning, beijingDayOf(doneThrough));
    if (due.length === 0) continue;
    sent += await transact(app, systemActor('到期提醒'), (work) => sendReminders(work, id, due, morning));
  }
  return sent;
}

async function listDueReminders(
  app: App,
  jurisdictionId: string,
  { calendar, today }: Morning,
  doneThrough: Day,
): Promise<DueReminder[]> {
  const horizon = reminderHorizon(calendar, doneThrough, today);
  const found: DueReminder[] = [];
  for (const source of reminderSources) {
    const duties = await source.listDuties(app.database.read, { jurisdictionId, today, calendar });
    // Many units share a due day: its steps are worked out once.
    const known = new Map<string, readonly DueStep[]>();
    for (const duty of duties) {
      const place = `${duty.due} ${duty.since}`;
      const steps = known.get(place) ?? listDueSteps(duty, calendar, { horizon, today });
      known.set(place, steps);
      if (steps.length > 0) found.push({ source: source.id, duty, steps });
    }
  }
  return found;
}

/** Those at work on it; their leaders too once it is late. */
function listReminded(officers: DutyOfficers | undefined, isLate: boolean): string[] {
  const { staff = [], leaders = [] } = officers ?? {};
  return isLate ? [...new Set([...staff, ...leaders])] : [...staff];
}

async function sendReminders(
  work: Work,
  jurisdictionId: string,
  due: readonly DueReminder[],
  { calendar, today }: Morning,
): Promise<number> {
  const officers = await mapDutyOfficers(
    work.db,
    due.map(({ duty }) => duty.unitId),
  );
  let notices = 0;
  let steps = 0;
  for (const { source, duty, steps: wanted } of due) {
    const officerIds = listReminded(officers.get(duty.unitId), today > duty.due);
    const { key, unitId, title, address } = duty;
    const fresh = await work.db
      .insert(reminders)
      .values(
        wanted.map(({ step, day }) => ({
          id: work.newId(),
          jurisdictionId,
          source,
          dutyKey: key,
          unitId,
          title,
          address,
          due: duty.due,
          step,
          stepDay: day,
          remaining: remainingWorkingDays(calendar, today, duty.due) ?? 0,
          officerIds,
          sentAt: work.now,
        })),
      )
      .onConflictDoNothing()
      .returning({ step: reminders.step });
    if (fresh.length === 0) continue;
    steps += fresh.length;
    notices += 1;
    await notify(work, {
      officerIds,
      title: `${today > duty.due ? '逾期' : '到期'}提醒：${title}`,
      detail: reminderWords(calendar, today, duty.due),
      address,
      key: `reminder:${key}:${unitId}:${duty.due}:${Math.max(...fresh.map(({ step }) => step))}`,
    });
  }
  work.audit({
    action: 'plan.remind',
    objectKind: 'reminders',
    objectId: today,
    summary: `发出到期提醒${notices}件（${steps}次）`,
    affectsPortal: false,
  });
  return notices;
}

export const remindJob: RecurringJob = {
  name: 'plan.remind',
  pattern: '10 8 * * *',
  run: async (app, span) => {
    await sendDueReminders(app, span.after);
  },
};
