/** The days a binding's trend is shown for: the month ends of its period, then today or the last day. Pure. */
import { addDays, type Day, lastDayOfMonth, monthOf, yearOf } from '#kernel/day.ts';
import type { BindingPeriod } from './periods.ts';

/** More points than this say no more. */
const mostDays = 24;

/** The ends of the months that are over, and the last day of the period or today, whichever is earlier. */
export function listTrendDays({ parts }: Pick<BindingPeriod, 'parts'>, today: Day): readonly Day[] {
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined || first.from > today) return [];
  const lastDay = addDays(last.until, -1);
  const end = lastDay < today ? lastDay : today;
  const days: Day[] = [];
  for (let year = yearOf(first.from), month = monthOf(first.from); ; month += 1) {
    if (month > 12) {
      month = 1;
      year += 1;
    }
    const monthEnd = lastDayOfMonth(year, month);
    if (monthEnd >= end) break;
    days.push(monthEnd);
  }
  return [...days, end].slice(-mostDays);
}
