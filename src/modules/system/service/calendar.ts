/** A year's holiday arrangement enters the calendar; from then on every period is computed with it. */

import { signatureOf } from '#kernel/actor.ts';
import { listCalendarYears } from '#kernel/calendar/calendar-in-force.ts';
import { faultsOfHolidayYear, type HolidayYear } from '#kernel/calendar/holiday-year.ts';
import { workingCalendarYears } from '#kernel/calendar/tables.ts';
import { calendarYearEntered } from '#kernel/calendar/year-entered.ts';
import type { Work } from '#kernel/work.ts';
import { systemRefusals } from '../words.ts';

/** Stores the confirmed rows of a year; replaces the shipped or imported rows of that year. */
export async function importCalendarYear(
  work: Work,
  input: { readonly year: HolidayYear; readonly acknowledgedFlags?: readonly string[] },
): Promise<void> {
  work.authorise('system.importCalendar');
  const { year } = input;
  const faults = faultsOfHolidayYear(year);
  const [firstFault] = faults;
  if (firstFault !== undefined) {
    throw systemRefusals.refuse('system.calendarFaulty', { first: firstFault, count: faults.length });
  }
  const known = await listCalendarYears(work.db);
  const first = known[0]?.year.year ?? year.year;
  const last = known.at(-1)?.year.year ?? year.year;
  // A gap would leave the platform without any calendar, as one is built of consecutive years only.
  if (year.year < first - 1 || year.year > last + 1)
    throw systemRefusals.refuse('system.calendarGap', { year: year.year, from: first, through: last });
  const before = known.find((one) => one.year.year === year.year)?.year;
  const importedBy = signatureOf(work.actor).by;
  const row = { data: year, source: year.source, importedBy, importedAt: work.now };
  await work.db
    .insert(workingCalendarYears)
    .values({ year: year.year, ...row })
    .onConflictDoUpdate({ target: workingCalendarYears.year, set: row });
  work.audit({
    action: 'system.importCalendar',
    objectKind: 'calendarYear',
    objectId: String(year.year),
    summary: `录入${year.year}年放假安排：放假${year.holidays.length}天，调休上班${year.workedWeekends.length}天`,
    before: before ?? null,
    after: { ...year, acknowledgedFlags: input.acknowledgedFlags ?? [] },
  });
  calendarYearEntered.make(work, { year: year.year, before: before ?? null });
}
