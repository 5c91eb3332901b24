/** How a day was computed, in the shape every rule can give; pure. */
import type { SkippedDay } from '#kernel/calendar/working-calendar.ts';
import type { Day } from '#kernel/day.ts';

export interface DayDerivation {
  /** The rule in one sentence: “收到申请次日起20个工作日”. */
  readonly rule: string;
  /** Article behind the rule: “政府信息公开条例第三十三条”. */
  readonly article?: string | undefined;
  /** The day from which it is counted, itself not counted. */
  readonly from?: Day | undefined;
  readonly counted?: readonly Day[];
  readonly skipped?: readonly SkippedDay[];
  /** The notice of holidays for part of the period is not out: the day may move. */
  readonly provisional?: boolean;
  /** Why there is no day, or what else to know. */
  readonly because?: string | undefined;
}

/** Days left of a period on a day: those counted after it. Negative is never returned; overdue is a word of its own. */
export function countedDaysLeft(counted: readonly Day[], today: Day): number {
  return counted.filter((day) => day > today).length;
}

/** Groups days that follow each other and share a reason: 10月1日至8日 国庆节放假. */
export function skippedSpans(
  skipped: readonly SkippedDay[],
  dayAfter: (day: Day) => Day,
): readonly { readonly from: Day; readonly to: Day; readonly reason: string }[] {
  const spans: { from: Day; to: Day; reason: string }[] = [];
  for (const { day, reason } of skipped) {
    const last = spans.at(-1);
    if (last !== undefined && last.reason === reason && dayAfter(last.to) === day) last.to = day;
    else spans.push({ from: day, to: day, reason });
  }
  return spans;
}
