/**
 * The morning job that reminds of limits in open cases. Each step of a duty is sent once, ever: the key of its row says so.
 * Steps missed while the platform stood still go out together, with the days really left.
 */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { countWorkingDays, isWorkingDay, type WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { beijingDayOf, type Instant } from '#kernel/clock.ts';
import type { Day } from '#kernel/day.ts';
import { longDayWithWeekday } from '#kernel/day-words.ts';
import type { RecurringJob } from '#kernel/jobs/job.ts';
import { notify } from '#kernel/notices/notify.ts';
import { transact, type Work } from '#kernel/work.ts';
import { listJurisdictions, listSupervisors } from '#modules/organisation/index.ts';
import { judgeClocks, replyDueOf } from '../queries/clocks.ts';
import { listOpenCases, type OpenCase } from '../queries/open-cases.ts';
import {
  type CaseDuty,
  type CaseReminderStep,
  listCaseDuties,
  listCaseReminderSteps,
} from '../rules/reminder-steps.ts';
import { requestReminders } from '../tables/reminders.ts';

interface DueReminder {
  readonly open: OpenCase;
  readonly duty: CaseDuty;
  readonly steps: readonly CaseReminderStep[];
}

/** What is owed in an open case on a day. */
export function dutiesOfCase({ events, state }: OpenCase, calendar: WorkingCalendar, today: Day): CaseDuty[] {
  const clocks = judgeClocks(events, calendar, today);
  const views = clocks.periods.map(({ name, letter, state: running, verdict }) => ({
    name,
    letter,
    isRunning: running === 'running',
    due: verdict.kind === 'derived' ? verdict.due : null,
  }));
  return listCaseDuties(state, views, replyDueOf(state, clocks));
}

/** Sends what fell due since `doneThrough`; returns how many notices. Rests on days that rest. */
export async function sendCaseReminders(app: App, doneThrough: Instant): Promise<number> {
  const calendar = await app.calendar();
  const today = beijingDayOf(app.clock.now());
  if (isWorkingDay(calendar, today) !== true) return 0;
  const span = { doneThrough: beijingDayOf(doneThrough), today };
  let sent = 0;
  for (const { id } of await listJurisdictions(app.database.read)) {
    for await (const page of listOpenCases(app.database.read, id)) {
      const due = page.flatMap((open) =>
        dutiesOfCase(open, calendar, today).flatMap((duty): DueReminder[] => {
          const steps = listCaseReminderSteps(duty, calendar, span);
          return steps.length === 0 ? [] : [{ open, duty, steps }];
        }),
      );
      if (due.length === 0) continue;
      sent += await transact(app, systemActor('申请到期提醒'), (work) =>
        writeReminders(work, id, due, calendar),
      );
    }
  }
  return sent;
}

function leftWords(calendar: WorkingCalendar, today: Day, due: Day): string {
  const total = countWorkingDays(calendar, today, due);
  const days = total.kind === 'counted' ? total.days : 0;
  const end = `${longDayWithWeekday(due)}到期`;
  if (today === due) return `今天（${longDayWithWeekday(due)}）到期`;
  if (today < due) return `还有${days}个工作日，${end}`;
  return days === 0 ? `${end}，已经届满` : `${end}，已过${Math.abs(days)}个工作日`;
}

async function writeReminders(
  work: Work,
  jurisdictionId: string,
  due: readonly DueReminder[],
  calendar: WorkingCalendar,
): Promise<number> {
  const office = await listSupervisors(work.db, jurisdictionId);
  let told = 0;
  for (const { open, duty, steps } of due) {
    const { row } = open;
    // The office is told of what is due or late, and of what nobody has in hand.
    const isUrgent = work.today >= duty.due || row.officerIds.length === 0;
    const officerIds = [...new Set([...row.officerIds, ...(isUrgent ? office : [])])];
    const fresh = await work.db
      .insert(requestReminders)
      .values(
        steps.map(({ step }) => ({
          requestId: row.id,
          duty: duty.duty,
          due: duty.due,
          step,
          officerIds,
          sentAt: work.now,
        })),
      )
      .onConflictDoNothing()
      .returning({ step: requestReminders.step });
    if (fresh.length === 0) continue;
    told += 1;
    const last = Math.max(...fresh.map(({ step }) => step));
    await notify(work, {
      officerIds,
      title: `申请${row.number}：${duty.title}`,
      detail: leftWords(calendar, work.today, duty.due),
      address: `/requests/${row.id}`,
      key: `request:${row.id}:${duty.duty}:${duty.due}:${last}`,
    });
  }
  work.audit({
    action: 'requests.remind',
    objectKind: 'requestReminders',
    objectId: work.today,
    summary: `发出申请到期提醒${told}件`,
    affectsPortal: false,
  });
  return told;
}

export const remindOfCasesJob: RecurringJob = {
  name: 'requests.remind',
  pattern: '20 8 * * *',
  run: async (app, span) => {
    await sendCaseReminders(app, span.after);
  },
};
