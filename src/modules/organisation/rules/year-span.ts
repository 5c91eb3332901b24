/** A calendar year as a half-open span of days. Pure. */
import { type Day, dayOf } from '#kernel/day.ts';

export function yearSpan(year: number): { readonly from: Day; readonly until: Day } {
  return { from: dayOf(`${year}-01-01`), until: dayOf(`${year + 1}-01-01`) };
}
