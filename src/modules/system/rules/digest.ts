/** When an officer gets the mail digest and what stands in it. Pure. */
import { isWorkingDay, type WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { addDays, type Day, daysBetween, weekdayOf } from '#kernel/day.ts';
import type { DigestSection } from '#kernel/module.ts';

export const digestRhythms = ['daily', 'weekly', 'off'] as const;
export type DigestRhythm = (typeof digestRhythms)[number];

/** What became of a mail, as its receiver is told. */
export const digestOutcomes = ['underway', 'sent', 'refused', 'uncertain'] as const;

/** Whether a digest goes out: on working days; weekly on the first working day of the week. */
export function isDigestDay(rhythm: DigestRhythm, calendar: WorkingCalendar, today: Day): boolean {
  if (rhythm === 'off' || isWorkingDay(calendar, today) !== true) return false;
  if (rhythm === 'daily') return true;
  for (let day = addDays(today, 1 - weekdayOf(today)); day < today; day = addDays(day, 1)) {
    if (isWorkingDay(calendar, day) === true) return false;
  }
  return true;
}

/** A duty as the digest names it. */
export interface DigestDuty {
  readonly title: string;
  readonly detail: string | null;
  readonly due: Day | null;
  readonly address: string;
}

export interface DigestNews {
  readonly title: string;
  readonly detail: string | null;
  readonly address: string;
}

export interface Digest {
  readonly late: readonly DigestDuty[];
  /** Due today or within a week. */
  readonly soon: readonly DigestDuty[];
  /** Later, or without a day. */
  readonly other: readonly DigestDuty[];
  readonly news: readonly DigestNews[];
  readonly sections: readonly DigestSection[];
}

const daysOfSoon = 7;

/** Sorts duties by how they press; undefined when there is nothing to write about. */
export function arrangeDigest(
  duties: readonly DigestDuty[],
  news: readonly DigestNews[],
  sections: readonly DigestSection[],
  today: Day,
): Digest | undefined {
  if (duties.length + news.length + sections.length === 0) return undefined;
  const pressing = (duty: DigestDuty): 'late' | 'soon' | 'other' => {
    if (duty.due === null) return 'other';
    const days = daysBetween(today, duty.due);
    return days < 0 ? 'late' : days <= daysOfSoon ? 'soon' : 'other';
  };
  const of = (kind: ReturnType<typeof pressing>) => duties.filter((duty) => pressing(duty) === kind);
  return { late: of('late'), soon: of('soon'), other: of('other'), news, sections };
}

/** The subject: what presses first. */
export function digestSubject(digest: Digest, siteName: string): string {
  const { late, soon, other, news, sections } = digest;
  const parts = [
    ...(late.length === 0 ? [] : [`逾期${late.length}件`]),
    ...(soon.length === 0 ? [] : [`7日内到期${soon.length}件`]),
    ...(late.length + soon.length > 0 || other.length === 0 ? [] : [`待办${other.length}件`]),
    ...(news.length === 0 ? [] : [`新通知${news.length}条`]),
  ];
  const first = parts.length > 0 ? parts.join('，') : (sections[0]?.summary ?? '今日摘要');
  return `${first} · ${siteName}政务公开`;
}
