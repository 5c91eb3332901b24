/** Counting in the five units. Each count is pure: a calendar and a version in, days out; sentences are made elsewhere. */
import {
  addWorkingDays,
  explainDay,
  type NoCalendarData,
  rollBack,
  rollForward,
  type SkippedDay,
  type WorkingCalendar,
} from '#kernel/calendar/working-calendar.ts';
import { beijingDayOf, beijingInstant, beijingTimeOf } from '#kernel/clock.ts';
import {
  addDays,
  type Day,
  dayFromParts,
  dayOfMonthOf,
  daysBetween,
  lastDayOfMonth,
  monthOf,
  yearOf,
} from '#kernel/day.ts';
import type { PeriodVersion } from '../law/shapes.ts';
import type { SuspendedSpan } from './verdict.ts';

/** Where a count ends and what it passed. */
export interface CountedEnd {
  readonly kind: 'counted';
  readonly due: Day;
  readonly dueTime: string | null;
  readonly counted: number;
  readonly countedDays: readonly Day[];
  readonly skipped: readonly SkippedDay[];
  readonly provisional: boolean;
  /** The day before moving on from a rest day; equals `due` when nothing moved. */
  readonly nominal: Day;
}

/** Whether the day lies in time that is not counted. */
function isSuspended(suspensions: readonly SuspendedSpan[], day: Day): boolean {
  return suspensions.some(({ after, through }) => after < day && day <= through);
}

/**
 * The last of `length` working days after `on` (day 0, 民事诉讼法第八十五条), leaving out suspended days; overlapping
 * suspensions count once.
 */
export function countWorkingPeriod(
  calendar: WorkingCalendar,
  on: Day,
  length: number,
  suspensions: readonly SuspendedSpan[],
  suspendedReason: string,
): CountedEnd | NoCalendarData {
  if (suspensions.length === 0) {
    const end = addWorkingDays(calendar, on, length);
    if (end.kind === 'noData') return end;
    const { due, counted, skipped, provisional } = end;
    return {
      kind: 'counted',
      due,
      dueTime: null,
      counted: length,
      countedDays: counted,
      skipped,
      provisional,
      nominal: due,
    };
  }
  const countedDays: Day[] = [];
  const skipped: SkippedDay[] = [];
  let provisional = on > calendar.through;
  let day = on;
  while (countedDays.length < length) {
    day = addDays(day, 1);
    const explanation = explainDay(calendar, day);
    if (explanation.working === undefined) return { kind: 'noData', day, because: `${explanation.reason}。` };
    provisional ||= explanation.provisional;
    if (!explanation.working) skipped.push({ day, reason: explanation.reason });
    else if (isSuspended(suspensions, day)) skipped.push({ day, reason: suspendedReason });
    else countedDays.push(day);
  }
  return {
    kind: 'counted',
    due: day,
    dueTime: null,
    counted: length,
    countedDays,
    skipped,
    provisional,
    nominal: day,
  };
}

/** The day of the same number `months` later, or the last day of a month that has no such day. */
export function addMonths(day: Day, months: number): Day {
  const ordinal = yearOf(day) * 12 + (monthOf(day) - 1) + months;
  const year = Math.floor(ordinal / 12);
  const month = (ordinal % 12) + 1;
  return dayFromParts(year, month, dayOfMonthOf(day)) ?? lastDayOfMonth(year, month);
}

/** Ends a period of calendar days or months on its nominal last day, or after the rest days that follow it. */
function endOn(
  calendar: WorkingCalendar,
  nominal: Day,
  counted: number,
  version: PeriodVersion,
): CountedEnd | NoCalendarData {
  const plain = { kind: 'counted', dueTime: null, counted, countedDays: [], nominal } as const;
  if (version.lastDay.kind !== 'moves') return { ...plain, due: nominal, skipped: [], provisional: false };
  const moved = rollForward(calendar, nominal);
  if (moved.kind === 'noData') return moved;
  return { ...plain, due: moved.due, skipped: moved.skipped, provisional: moved.provisional };
}

/** Counts a period of any unit but hours; `length` includes the extension. */
export function countPeriod(
  calendar: WorkingCalendar,
  version: PeriodVersion,
  on: Day,
  length: number,
  suspensions: readonly SuspendedSpan[],
): CountedEnd | NoCalendarData {
  const sign = version.direction === 'before' ? -1 : 1;
  switch (version.unit) {
    case 'workingDay':
      return countWorkingPeriod(calendar, on, length, suspensions, version.suspension?.reason ?? '');
    case 'calendarDay':
      return endOn(calendar, addDays(on, sign * length), length, version);
    case 'month':
      return endOn(calendar, addMonths(on, length), length, version);
    case 'fixedDate': {
      const due = nextDayOfYear(on, Math.floor(version.length / 100), version.length % 100);
      return endOn(calendar, due, daysBetween(on, due), version);
    }
    case 'hour':
      throw new RangeError('hours are counted from a time of day');
  }
}

/** Counts clock hours from a time of day; holidays and nights run on. */
export function countHours(on: Day, time: string, hours: number): CountedEnd {
  const end = new Date(beijingInstant(on, time).getTime() + hours * 3_600_000);
  const due = beijingDayOf(end);
  return {
    kind: 'counted',
    due,
    dueTime: beijingTimeOf(end),
    counted: hours,
    countedDays: [],
    skipped: [],
    provisional: false,
    nominal: due,
  };
}

/** This month and day in the year of `on`, or in the next year when it has passed. */
function nextDayOfYear(on: Day, month: number, dayOfMonth: number): Day {
  const inYear = (year: number) => dayFromParts(year, month, dayOfMonth) ?? lastDayOfMonth(year, month);
  const same = inYear(yearOf(on));
  return same >= on ? same : inYear(yearOf(on) + 1);
}

/** The last working day on or before; undefined where the calendar has no data. `sure` is false beyond the last notice. */
export function findLastWorkingDay(
  calendar: WorkingCalendar,
  day: Day,
): { readonly day: Day; readonly sure: boolean } | undefined {
  const back = rollBack(calendar, day);
  return back.kind === 'noData' ? undefined : { day: back.due, sure: !back.provisional };
}
