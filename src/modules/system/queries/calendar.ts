/** The calendar in force as the administrator sees it, and how a date comes about. */
import { listCalendarYears } from '#kernel/calendar/calendar-in-force.ts';
import type { HolidayYear } from '#kernel/calendar/holiday-year.ts';
import { workingCalendarYears } from '#kernel/calendar/tables.ts';
import { addWorkingDays, explainDay, type WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { CalendarYearView, Explanation, NoticeProposal } from '../contract.ts';

/** A year in the shape of the contract. */
export function viewOfHolidayYear(year: HolidayYear): NonNullable<NoticeProposal['year']> {
  const { notice } = year;
  return {
    year: year.year,
    notice: { number: notice.number, title: notice.title ?? null, issuedOn: notice.issuedOn ?? null },
    source: year.source,
    holidays: year.holidays.map(({ day, name }) => ({ day, name })),
    workedWeekends: year.workedWeekends.map((row) => ({ day: row.day, name: row.for })),
  };
}

/** All years in force, earliest first. */
export async function listCalendarYearViews(db: ReadDb): Promise<CalendarYearView[]> {
  const imported = await db
    .select({ year: workingCalendarYears.year, importedAt: workingCalendarYears.importedAt })
    .from(workingCalendarYears);
  const importedAt = new Map(imported.map((row) => [row.year, row.importedAt.toISOString()]));
  return (await listCalendarYears(db)).map(({ year, imported: isImported }) => ({
    ...viewOfHolidayYear(year),
    imported: isImported,
    importedAt: importedAt.get(year.year) ?? null,
  }));
}

/** Explains one day and one period; either may be left out. */
export function explainDates(
  calendar: WorkingCalendar,
  question: {
    readonly day?: Day | undefined;
    readonly from?: Day | undefined;
    readonly workingDays?: number | undefined;
  },
): Explanation {
  const { day, from, workingDays } = question;
  const explained = day === undefined ? undefined : explainDay(calendar, day);
  return {
    day:
      explained === undefined
        ? null
        : {
            day: explained.day,
            working: explained.working ?? null,
            provisional: explained.provisional,
            reason: explained.reason,
          },
    period:
      from === undefined || workingDays === undefined ? null : explainPeriod(calendar, from, workingDays),
  };
}

function explainPeriod(calendar: WorkingCalendar, from: Day, workingDays: number): Explanation['period'] {
  const verdict = addWorkingDays(calendar, from, workingDays);
  if (verdict.kind === 'noData') {
    const nothing = { due: null, provisional: false, counted: [], skipped: [] };
    return { from, workingDays, ...nothing, because: verdict.because };
  }
  return {
    from,
    workingDays,
    due: verdict.due,
    provisional: verdict.provisional,
    counted: [...verdict.counted],
    skipped: verdict.skipped.map((skip) => ({ day: skip.day, reason: skip.reason })),
    because: verdict.provisional ? '所跨年度的放假安排尚未公布，日期可能调整' : null,
  };
}
