/** Months added to a day: the same day of the month, or the month's last day where it is shorter. Pure. */
import { type Day, dayFromParts, dayOfMonthOf, lastDayOfMonth, monthOf, yearOf } from '#kernel/day.ts';

/** The day `months` months later: 2020-01-31 and one month is 2020-02-29. */
export function sameDayMonthsLater(day: Day, months: number): Day {
  const index = yearOf(day) * 12 + (monthOf(day) - 1) + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return dayFromParts(year, month, dayOfMonthOf(day)) ?? lastDayOfMonth(year, month);
}
