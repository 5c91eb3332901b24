/**
 * The calendar day: a branded `YYYY-MM-DD` text and all arithmetic on it. No instant, zone or clock in here;
 * an instant becomes a `Day` in `clock.ts` alone.
 */

declare const dayBrand: unique symbol;

/** A day of the proleptic Gregorian calendar as `YYYY-MM-DD`; sorts as text and equals the database value. */
export type Day = string & { readonly [dayBrand]: true };

/** Days from Monday 1 to Sunday 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const dayShape = /^(\d{4})-(\d{2})-(\d{2})$/;
const millisecondsOfDay = 86_400_000;

function epochNumber(year: number, month: number, dayOfMonth: number): number {
  return Math.round(Date.UTC(year, month - 1, dayOfMonth) / millisecondsOfDay);
}

function isDay(text: string): text is Day {
  const parts = dayShape.exec(text);
  if (parts === null) return false;
  const [, year, month, dayOfMonth] = parts;
  return (
    Number(year) >= 1000 &&
    dayOfEpochNumber(epochNumber(Number(year), Number(month), Number(dayOfMonth))) === text
  );
}

/** Days met before: periods of many cases pass over the same few hundred, and writing one takes many times as long as finding it. */
const writtenDays = new Map<number, Day>();
const mostWrittenDays = 20_000;

/** The day with this number of days since 1970-01-01. */
export function dayOfEpochNumber(number: number): Day {
  const written = writtenDays.get(number);
  if (written !== undefined) return written;
  const day = new Date(number * millisecondsOfDay).toISOString().slice(0, 10) as Day;
  if (writtenDays.size < mostWrittenDays) writtenDays.set(number, day);
  return day;
}

/** Whole days since 1970-01-01; the only number a `Day` is turned into. */
export function epochNumberOfDay(day: Day): number {
  return epochNumber(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}

/** Reads `YYYY-MM-DD`; undefined for another shape or a day that does not exist (2023-02-29). */
export function parseDay(text: string): Day | undefined {
  return isDay(text) ? text : undefined;
}

/** Reads `YYYY-MM-DD`; throws a `RangeError` for anything else. For literals and trusted rows. */
export function dayOf(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a day: ${text}`);
  return text;
}

/** The day of a year, month (1–12) and day of month; undefined when there is no such day. */
export function dayFromParts(year: number, month: number, dayOfMonth: number): Day | undefined {
  const pad = (value: number, width: number) => String(value).padStart(width, '0');
  return parseDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`);
}

/** The day `count` calendar days later (earlier when negative). */
export function addDays(day: Day, count: number): Day {
  return dayOfEpochNumber(epochNumberOfDay(day) + count);
}

/** Calendar days from `from` to `to`: 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return epochNumberOfDay(to) - epochNumberOfDay(from);
}

/** ISO weekday: Monday 1 … Sunday 7. */
export function weekdayOf(day: Day): Weekday {
  const weekdays: readonly Weekday[] = [4, 5, 6, 7, 1, 2, 3];
  const index = ((epochNumberOfDay(day) % 7) + 7) % 7;
  return weekdays[index] ?? 1;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

export function dayOfMonthOf(day: Day): number {
  return Number(day.slice(8, 10));
}

/** The last day of a month (1–12). */
export function lastDayOfMonth(year: number, month: number): Day {
  return dayOfEpochNumber(epochNumber(year, month + 1, 1) - 1);
}
