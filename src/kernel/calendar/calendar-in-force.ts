/** The calendar the platform computes with: the years it ships, overlaid by the notices an administrator imported. */
import path from 'node:path';
import type { ReadDb } from '../db/database.ts';
import { installationRoot } from '../worker-entry.ts';
import { readHolidayYearFiles } from './calendar-files.ts';
import { type HolidayYear, holidayYearSchema } from './holiday-year.ts';
import { workingCalendarYears } from './tables.ts';
import { loadWorkingCalendar, type WorkingCalendar } from './working-calendar.ts';

/** A year in force with where it comes from. */
export interface CalendarYearInForce {
  readonly year: HolidayYear;
  readonly imported: boolean;
}

/** The years this installation ships; its files do not change while it runs. */
let shippedYears: Promise<readonly HolidayYear[]> | undefined;

/** The years in force, earliest first; an imported year replaces the shipped one. */
export async function listCalendarYears(db: ReadDb): Promise<CalendarYearInForce[]> {
  shippedYears ??= readHolidayYearFiles(path.join(installationRoot(), 'data', 'calendars'));
  const shipped = await shippedYears;
  const imported = await db.select({ data: workingCalendarYears.data }).from(workingCalendarYears);
  const byYear = new Map<number, CalendarYearInForce>();
  for (const year of shipped) byYear.set(year.year, { year, imported: false });
  for (const { data } of imported) {
    const year = holidayYearSchema.parse(data);
    byYear.set(year.year, { year, imported: true });
  }
  return [...byYear.values()].sort((left, right) => left.year.year - right.year.year);
}

/** Builds the calendar in force; throws when the years leave a gap. */
export async function loadCalendarInForce(db: ReadDb): Promise<WorkingCalendar> {
  const years = await listCalendarYears(db);
  return loadWorkingCalendar(years.map(({ year }) => year));
}
