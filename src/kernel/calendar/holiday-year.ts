/**
 * One year of the State Council's holiday arrangement as dated, cited rows: the shape of `data/calendars/YYYY.json`
 * and of an admin's import. Checks of the rows live here; what the rows mean for a period lives in `working-calendar.ts`.
 */
import { z } from 'zod';
import { type Day, parseDay, weekdayOf, yearOf } from '../day.ts';
import { weekdayWord } from '../day-words.ts';

const daySchema = z.string().transform((text, context): Day => {
  const day = parseDay(text);
  if (day !== undefined) return day;
  context.addIssue({ code: 'custom', message: `不是有效日期：${text}` });
  return z.NEVER;
});

const holidayNoticeSchema = z.strictObject({
  /** 发文字号; null where it could not be verified, and `source` then says so. */
  number: z.string().nullable(),
  title: z.string().optional(),
  issuedOn: daySchema.optional(),
});

export const holidayYearSchema = z.strictObject({
  year: z.int().min(1950).max(2200),
  notice: holidayNoticeSchema,
  /** Later notices that changed the year, already worked into the rows (2020: the extended Spring Festival). */
  amendments: z.array(holidayNoticeSchema).optional(),
  source: z.string().min(1),
  /** Every day off the notice names, weekend days inside a holiday too. */
  holidays: z.array(z.strictObject({ day: daySchema, name: z.string().min(1) })),
  /** Weekend days declared working (调休上班), with the holiday they make up for. */
  workedWeekends: z.array(z.strictObject({ day: daySchema, for: z.string().min(1) })),
});

/** One year of holiday rows with the notice they come from. */
export type HolidayYear = z.infer<typeof holidayYearSchema>;

/** Saturday or Sunday, whatever a notice may say about the day. */
export function isWeekend(day: Day): boolean {
  return weekdayOf(day) >= 6;
}

/**
 * What is wrong with a year's rows, one Chinese sentence per fault, in order of the rows; empty when sound.
 * A wrong row shifts every legal period over it, so a calendar is never built from rows that fail here.
 */
export function faultsOfHolidayYear(year: HolidayYear): readonly string[] {
  const faults: string[] = [];
  const seen = new Map<Day, string>();
  const note = (day: Day, role: string) => {
    if (yearOf(day) !== year.year) faults.push(`${day}不是${year.year}年的日期。`);
    const earlier = seen.get(day);
    if (earlier !== undefined) faults.push(`${day}重复：既列为${earlier}，又列为${role}。`);
    else seen.set(day, role);
  };
  for (const { day, name } of year.holidays) note(day, `${name}放假`);
  for (const { day, for: holiday } of year.workedWeekends) {
    note(day, `${holiday}调休上班`);
    if (!isWeekend(day)) faults.push(`${day}是${weekdayWord(day)}，不是周末，不能列为调休上班日。`);
  }
  return faults;
}
