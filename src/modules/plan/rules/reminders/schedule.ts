/**
 * When officers are reminded of a duty: some working days before its due day, on it, and after. What was missed while the
 * platform stood still is made up for, with the days that are really left. Pure.
 */
import {
  addWorkingDays,
  countWorkingDays,
  explainDay,
  rollBack,
  type WorkingCalendar,
} from '#kernel/calendar/working-calendar.ts';
import type { Day } from '#kernel/day.ts';
import { longDay, longDayWithWeekday } from '#kernel/day-words.ts';

/** Working days from the due day: before, on it, after. */
export const reminderSteps = [-10, -3, -1, 0, 1, 5] as const;
export type ReminderStep = (typeof reminderSteps)[number];

/** How far back missed steps are made up for beyond what the platform knows it missed: a due day may have moved. */
const makeUpWorkingDays = 15;

/** The day of a step; a due day that rests is spoken of on the last working day before it. Null without a calendar. */
export function reminderStepDay(calendar: WorkingCalendar, due: Day, step: ReminderStep): Day | null {
  const verdict = step === 0 ? rollBack(calendar, due) : addWorkingDays(calendar, due, step);
  return verdict.kind === 'counted' ? verdict.due : null;
}

/** After which day steps are still sent: the last one the platform has done, or three weeks ago. */
export function reminderHorizon(calendar: WorkingCalendar, doneThrough: Day, today: Day): Day {
  const back = addWorkingDays(calendar, today, -makeUpWorkingDays);
  return back.kind === 'counted' && back.due < doneThrough ? back.due : doneThrough;
}

export interface DueStep {
  readonly step: ReminderStep;
  readonly day: Day;
}

/** Steps of a duty that are to be sent by today: later than the horizon and than the day the duty began. */
export function listDueSteps(
  duty: { readonly due: Day; readonly since: Day },
  calendar: WorkingCalendar,
  span: { readonly horizon: Day; readonly today: Day },
): DueStep[] {
  const { horizon, today } = span;
  return reminderSteps.flatMap((step) => {
    const day = reminderStepDay(calendar, duty.due, step);
    if (day === null || day > today || day <= horizon || day <= duty.since) return [];
    return [{ step, day }];
  });
}

/** Working days from today to the due day; negative when it is past; null before the calendar. */
export function remainingWorkingDays(calendar: WorkingCalendar, today: Day, due: Day): number | null {
  const total = countWorkingDays(calendar, today, due);
  return total.kind === 'counted' ? total.days : null;
}

/** What a reminder says: the days that are really left when it is sent. */
export function reminderWords(calendar: WorkingCalendar, today: Day, due: Day): string {
  const remaining = remainingWorkingDays(calendar, today, due) ?? 0;
  const provisional = explainDay(calendar, due).provisional ? '（暂定）' : '';
  if (today > due) {
    const late = Math.abs(remaining);
    return late === 0 ? `${longDay(due)}到期，已经逾期` : `${longDay(due)}到期，已逾期${late}个工作日`;
  }
  if (today === due) return `今天（${longDayWithWeekday(due)}）到期`;
  if (remaining === 0) return `${longDayWithWeekday(due)}到期，那天休息，今天是最后一个工作日`;
  return `还有${remaining}个工作日，${longDayWithWeekday(due)}到期${provisional}`;
}

/** A step in words, for the log: 到期前3个工作日, 到期当日, 逾期1个工作日. */
export function reminderStepWords(step: number): string {
  if (step === 0) return '到期当日';
  return step < 0 ? `到期前${-step}个工作日` : `逾期${step}个工作日`;
}
