/** Whether a day that somebody reports can be the day of a fact. Pure. */
import type { Day } from '#kernel/day.ts';

/** What happened happened by today; a plan has no such bound. */
export function isPastOrToday(day: Day, today: Day): boolean {
  return day <= today;
}
