/**
 * Working days by the State Council's yearly notices: a day counts when it is a weekday that is no holiday, or a weekend
 * day declared working (全国年节及纪念日放假办法第六条、第七条). Pure: years of rows in, verdicts with their derivation
 * out. Suspensions and the choice of a period belong to the module whose law sets it.
 */
import { addDays, type Day, dayOf } from '../day.ts';
import { weekdayWord } from '../day-words.ts';
import { faultsOfHolidayYear, type HolidayYear, isWeekend } from './holiday-year.ts';

/** Dated holiday knowledge from `from` to `through`, both included; immutable. */
export interface WorkingCalendar {
  readonly from: Day;
  /** The horizon: the last day for which a notice is known. What lies beyond is presumed, never certain. */
  readonly through: Day;
  readonly holidays: ReadonlyMap<Day, string>;
  /** Weekend day declared working → the holiday it makes up for. */
  readonly workedWeekends: ReadonlyMap<Day, string>;
}

/** Why a day works or rests; `presumed…` lies beyond the horizon, `noData` before the first known year. */
export type DayBasis =
  | 'weekday'
  | 'workedWeekend'
  | 'weekend'
  | 'holiday'
  | 'presumedWeekday'
  | 'presumedWeekend'
  | 'noData';

export interface DayExplanation {
  readonly day: Day;
  readonly basis: DayBasis;
  /** undefined when the calendar holds no data for the day. */
  readonly working: boolean | undefined;
  readonly provisional: boolean;
  /** A Chinese phrase for the derivation shown to people: 春节放假, 周六, 国庆节调休上班. */
  readonly reason: string;
}

export interface SkippedDay {
  readonly day: Day;
  readonly reason: string;
}

/** The calendar cannot judge: `day` is the first day met that lies before its span. */
export interface NoCalendarData {
  readonly kind: 'noData';
  readonly day: Day;
  readonly because: string;
}

export interface WorkingDayDue {
  readonly kind: 'counted';
  readonly due: Day;
  /** True when any day walked lies beyond the horizon: the next notice may move the due day. */
  readonly provisional: boolean;
  readonly counted: readonly Day[];
  readonly skipped: readonly SkippedDay[];
}

export interface WorkingDayTotal {
  readonly kind: 'counted';
  readonly days: number;
  readonly provisional: boolean;
}

/**
 * Builds the calendar from consecutive years in any order; the horizon is the last day of the last year.
 * Throws a `RangeError` for no year, a gap, a year given twice or rows that fail their checks: such data must not be used.
 */
export function loadWorkingCalendar(years: readonly HolidayYear[]): WorkingCalendar {
  const sorted = years.toSorted((a, b) => a.year - b.year);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('a working calendar needs a year');
  for (const [index, year] of sorted.entries()) {
    if (year.year !== first.year + index)
      throw new RangeError(`calendar years are not consecutive: ${year.year}`);
    const faults = faultsOfHolidayYear(year);
    if (faults.length > 0) throw new RangeError(`calendar ${year.year}: ${faults.join('')}`);
  }
  return {
    from: dayOf(`${first.year}-01-01`),
    through: dayOf(`${last.year}-12-31`),
    holidays: new Map(sorted.flatMap((year) => year.holidays.map(({ day, name }) => [day, name] as const))),
    workedWeekends: new Map(
      sorted.flatMap((year) => year.workedWeekends.map((row) => [row.day, row.for] as const)),
    ),
  };
}

/** Explained days of each calendar: a hundred thousand open periods pass over the same few hundred days. */
const explained = new WeakMap<WorkingCalendar, Map<Day, DayExplanation>>();

/** Whether the day works, why, and how sure that is. */
export function explainDay(calendar: WorkingCalendar, day: Day): DayExplanation {
  let days = explained.get(calendar);
  if (days === undefined) {
    days = new Map();
    explained.set(calendar, days);
  }
  const known = days.get(day);
  if (known !== undefined) return known;
  const explanation = explainAfresh(calendar, day);
  days.set(day, explanation);
  return explanation;
}

function explainAfresh(calendar: WorkingCalendar, day: Day): DayExplanation {
  if (day < calendar.from) {
    const reason = `工作日历从${calendar.from}起，没有${day}的数据`;
    return { day, basis: 'noData', working: undefined, provisional: false, reason };
  }
  if (day > calendar.through) {
    const weekend = isWeekend(day);
    const basis = weekend ? 'presumedWeekend' : 'presumedWeekday';
    const reason = `${weekdayWord(day)}（放假安排尚未公布，暂按周一至周五推算）`;
    return { day, basis, working: !weekend, provisional: true, reason };
  }
  const certain = { day, provisional: false };
  const holiday = calendar.holidays.get(day);
  if (holiday !== undefined) {
    return { ...certain, basis: 'holiday', working: false, reason: `${holiday}放假` };
  }
  const madeUpFor = calendar.workedWeekends.get(day);
  if (madeUpFor !== undefined) {
    return { ...certain, basis: 'workedWeekend', working: true, reason: `${madeUpFor}调休上班` };
  }
  return isWeekend(day)
    ? { ...certain, basis: 'weekend', working: false, reason: weekdayWord(day) }
    : { ...certain, basis: 'weekday', working: true, reason: weekdayWord(day) };
}

/** Whether the day works; undefined before the calendar's span, presumed (Monday–Friday) beyond its horizon. */
export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean | undefined {
  return explainDay(calendar, day).working;
}

const longestWalk = 10_000;

/**
 * The day `count` working days after `from`, which is day 0 and never counted (民事诉讼法第八十五条); before it when
 * `count` is negative; `from` itself when 0. Throws a `RangeError` when `count` is no integer or beyond ±10,000.
 */
export function addWorkingDays(
  calendar: WorkingCalendar,
  from: Day,
  count: number,
): WorkingDayDue | NoCalendarData {
  if (!Number.isInteger(count) || Math.abs(count) > longestWalk) {
    throw new RangeError(`not a number of working days: ${count}`);
  }
  const start = explainDay(calendar, from);
  if (start.working === undefined && count <= 0) return noCalendarData(start);
  const step = count < 0 ? -1 : 1;
  const counted: Day[] = [];
  const skipped: SkippedDay[] = [];
  let provisional = start.provisional;
  let due = from;
  while (counted.length < Math.abs(count)) {
    due = addDays(due, step);
    const today = explainDay(calendar, due);
    if (today.working === undefined) return noCalendarData(today);
    provisional ||= today.provisional;
    if (today.working) counted.push(due);
    else skipped.push({ day: due, reason: today.reason });
  }
  return { kind: 'counted', due, provisional, counted, skipped };
}

/**
 * Working days after `from` up to and including `to`: the inverse of `addWorkingDays`; negative when `to` is earlier.
 */
export function countWorkingDays(
  calendar: WorkingCalendar,
  from: Day,
  to: Day,
): WorkingDayTotal | NoCalendarData {
  const [earlier, later, sign] = from <= to ? [from, to, 1] : [to, from, -1];
  let days = 0;
  let provisional = false;
  for (let day = earlier; day < later; ) {
    day = addDays(day, 1);
    const today = explainDay(calendar, day);
    if (today.working === undefined) return noCalendarData(today);
    provisional ||= today.provisional;
    if (today.working) days += 1;
  }
  return { kind: 'counted', days: days === 0 ? 0 : days * sign, provisional };
}

/**
 * Where a period of calendar days ends when its last day is `day`: on that day, or on the first working day after it when
 * it is a rest day (民事诉讼法第八十五条). `counted` holds the due day.
 */
export function rollForward(calendar: WorkingCalendar, day: Day): WorkingDayDue | NoCalendarData {
  return nearestWorkingDay(calendar, day, 1);
}

/** The last working day on or before `day`: the internal target of a fixed date that the law does not move. */
export function rollBack(calendar: WorkingCalendar, day: Day): WorkingDayDue | NoCalendarData {
  return nearestWorkingDay(calendar, day, -1);
}

function nearestWorkingDay(
  calendar: WorkingCalendar,
  day: Day,
  step: 1 | -1,
): WorkingDayDue | NoCalendarData {
  const skipped: SkippedDay[] = [];
  let provisional = false;
  for (let due = day; ; due = addDays(due, step)) {
    const today = explainDay(calendar, due);
    if (today.working === undefined) return noCalendarData(today);
    provisional ||= today.provisional;
    if (today.working) return { kind: 'counted', due, provisional, counted: [due], skipped };
    skipped.push({ day: due, reason: today.reason });
  }
}

function noCalendarData(explanation: DayExplanation): NoCalendarData {
  return { kind: 'noData', day: explanation.day, because: `${explanation.reason}。` };
}
