/** The period a binding is judged over: derived from the plan's year and the task's last day unless a person set it. */
import { addDays, type Day, dayOf, monthOf, yearOf } from '#kernel/day.ts';
import type { Repeat } from './shapes.ts';

/** First day and half-open end. */
export interface PeriodPart {
  readonly from: Day;
  readonly until: Day;
}

export interface BindingPeriod {
  readonly parts: readonly PeriodPart[];
  /** Last day by which the target must be reached; a part that ends earlier is due at its own end. */
  readonly due: Day;
}

const monthsOf: Readonly<Record<Repeat, number>> = { month: 1, quarter: 3, halfYear: 6 };

const firstDay = (year: number, month: number): Day =>
  dayOf(`${year + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-01`);

const earlier = (left: Day, right: Day) => (left < right ? left : right);

/**
 * Cuts the period into the parts in which the target is to be reached. Without days of its own a binding runs over the
 * plan's year and is due with its task; a task that is never due is judged at the end of the year.
 */
export function periodOfBinding(
  terms: { readonly every: Repeat | null; readonly periodFrom: Day | null; readonly periodUntil: Day | null },
  planYear: number,
  taskDue: Day | null,
): BindingPeriod {
  const from = terms.periodFrom ?? firstDay(planYear, 1);
  const yearEnd = firstDay(planYear + 1, 1);
  const reach = taskDue === null || taskDue < yearEnd ? yearEnd : addDays(taskDue, 1);
  const until = terms.periodUntil ?? (reach > from ? reach : addDays(from, 1));
  const lastDay = addDays(until, -1);
  const due = terms.periodUntil === null && taskDue !== null ? earlier(taskDue, lastDay) : lastDay;
  if (terms.every === null) return { parts: [{ from, until }], due };
  const parts: PeriodPart[] = [];
  const step = monthsOf[terms.every];
  const firstMonth = Math.floor((monthOf(from) - 1) / step) * step + 1;
  for (let month = firstMonth; ; month += step) {
    const start = firstDay(yearOf(from), month);
    if (start >= until || start > due) break;
    parts.push({
      from: start < from ? from : start,
      until: earlier(firstDay(yearOf(from), month + step), until),
    });
  }
  return parts.length === 0 ? { parts: [{ from, until }], due } : { parts, due };
}

/** 第二季度, 下半年, 3月; empty where the target is to be reached once. */
export function partInWords(part: { readonly from: string; readonly until: string }): string {
  const from = dayOf(part.from);
  const last = addDays(dayOf(part.until), -1);
  const months = (yearOf(last) - yearOf(from)) * 12 + monthOf(last) - monthOf(from) + 1;
  if (months === 1) return `${monthOf(from)}月`;
  if (months <= 3 && Math.ceil(monthOf(from) / 3) === Math.ceil(monthOf(last) / 3)) {
    return `第${'一二三四'.charAt(Math.ceil(monthOf(from) / 3) - 1)}季度`;
  }
  if (months <= 6) return monthOf(from) <= 6 ? '上半年' : '下半年';
  return `${yearOf(from)}年`;
}

export const repeatWords: Readonly<Record<Repeat, string>> = {
  month: '每月',
  quarter: '每季度',
  halfYear: '每半年',
};
