/** A year laid out in months and weeks with what each day is. Pure. */
import { addDays, type Day, dayFromParts, dayOfMonthOf, lastDayOfMonth, weekdayOf } from '#kernel/day.ts';
import type { CalendarYearView } from '../../contract.ts';

export type YearDayKind = 'working' | 'weekend' | 'holiday' | 'madeUp';

export interface YearDay {
  readonly day: Day;
  readonly kind: YearDayKind;
  /** 国庆节, for holidays and the days that make up for them. */
  readonly name: string | undefined;
  /** Row from 0, Monday-first weeks of the month. */
  readonly week: number;
  /** Column from 0, Monday. */
  readonly column: number;
}

export const yearDayTitles: Readonly<Record<YearDayKind, string>> = {
  working: '工作日',
  weekend: '周末',
  holiday: '放假',
  madeUp: '调休上班',
};

type NoticeDays = Pick<CalendarYearView, 'holidays' | 'workedWeekends'>;

/** The days of one month (1–12); without a notice Monday to Friday work. */
export function monthDays(year: number, month: number, notice: NoticeDays | undefined): readonly YearDay[] {
  const first = dayFromParts(year, month, 1);
  if (first === undefined) return [];
  const holidays = new Map(notice?.holidays.map((one) => [one.day, one.name]));
  const madeUp = new Map(notice?.workedWeekends.map((one) => [one.day, one.name]));
  const last = lastDayOfMonth(year, month);
  const offset = weekdayOf(first) - 1;
  const days: YearDay[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const column = weekdayOf(day) - 1;
    const kind = holidays.has(day)
      ? 'holiday'
      : madeUp.has(day)
        ? 'madeUp'
        : column >= 5
          ? 'weekend'
          : 'working';
    days.push({
      day,
      kind,
      name: holidays.get(day) ?? madeUp.get(day),
      week: Math.floor((dayOfMonthOf(day) - 1 + offset) / 7),
      column,
    });
  }
  return days;
}

/** Holidays of a notice with their days off and the days that make up for them, in the order of the year. */
export function holidaySpans(
  notice: NoticeDays,
): readonly { readonly name: string; readonly off: readonly string[]; readonly worked: readonly string[] }[] {
  const names = [...new Set(notice.holidays.map((one) => one.name))];
  return names.map((name) => ({
    name,
    off: notice.holidays.filter((one) => one.name === name).map((one) => one.day),
    worked: notice.workedWeekends.filter((one) => one.name === name).map((one) => one.day),
  }));
}
