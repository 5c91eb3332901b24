/**
 * How a period of the law is written down: what starts it, how long it is and in which unit, what may pause or lengthen
 * it, and from when to when it is in force. Data only; counting lives in `rules/`.
 */
import type { Day } from '#kernel/day.ts';

/** 工作日, 日（自然日）, 小时, 个月, 固定日期. */
export const periodUnits = ['workingDay', 'calendarDay', 'hour', 'month', 'fixedDate'] as const;
export type PeriodUnit = (typeof periodUnits)[number];

/** Subjects under which the rules are listed. */
export const periodSubjects = [
  'requests',
  'publication',
  'land',
  'procurement',
  'decisions',
  'interaction',
  'response',
  'disputes',
  'report',
] as const;
export type PeriodSubject = (typeof periodSubjects)[number];

/**
 * How sure the figure is: `statute` read in the full text, `confirmed` in two or more separate sources, `singleSource`
 * in one, `practice` not verified in the text. The last two are to be signed off by the legal office of the county.
 */
export type Verification = 'statute' | 'confirmed' | 'singleSource' | 'practice';

/**
 * What happens when the last day is a rest day. `moves`: to the first working day after it. `stays`: the law names the day
 * or the count runs backwards, and moving it would be too late. `never`: working days cannot end on one, hours do not ask.
 */
export interface LastDayRule {
  readonly kind: 'moves' | 'stays' | 'never';
  /** The article, or why not. */
  readonly ground: string;
}

/** Lengthening by decision, once, recorded before the period ends. */
export interface ExtensionRule {
  /** Longest lengthening, in the unit of the period. */
  readonly upTo: number;
  /** Who decides: 政府信息公开工作机构负责人. */
  readonly decidedBy: string;
  readonly article: string;
}

/** Time that is not counted. */
export interface SuspensionRule {
  /** Why the time is not counted, for the list of skipped days: 征求意见，不计入期限. */
  readonly reason: string;
  readonly article: string;
}

/** The rule as it stood in one span of time. */
export interface PeriodVersion {
  /** First day of start events it governs. */
  readonly from: Day;
  /** First day it no longer governs; null while in force. */
  readonly until: Day | null;
  readonly unit: PeriodUnit;
  /** Number of units; for `fixedDate` month × 100 + day (131 is 31 January). */
  readonly length: number;
  /** `latest`: to be done by then; `earliest`: must not end before. */
  readonly bound: 'latest' | 'earliest';
  /** `before` counts back from the event (papers before a hearing). */
  readonly direction: 'after' | 'before';
  readonly lastDay: LastDayRule;
  readonly extension: ExtensionRule | null;
  readonly suspension: SuspensionRule | null;
  /** For a minimum: on which condition it may be shorter, in words; null when it may not. */
  readonly shortening: string | null;
  /** What makes the whole period run anew, in words; null when nothing does. */
  readonly restart: string | null;
  readonly article: string;
  /** What the article demands, in our own words. */
  readonly says: string;
  /** Document with its number and day, for the list. */
  readonly source: string;
  readonly verification: Verification;
}

/** One named period with all its versions, earliest first. */
export interface PeriodRule<Name extends string = string> {
  readonly name: Name;
  /** 政府信息公开申请答复. */
  readonly title: string;
  readonly subject: PeriodSubject;
  /** The start event as a phrase that follows a day: 收到申请. */
  readonly startEvent: string;
  readonly versions: readonly PeriodVersion[];
}

type VersionDraft = Pick<PeriodVersion, 'from' | 'length' | 'article' | 'says' | 'source'> &
  Partial<PeriodVersion>;

const counting = {
  until: null,
  bound: 'latest',
  direction: 'after',
  extension: null,
  suspension: null,
  restart: null,
  shortening: null,
  verification: 'statute',
} as const;

/** 民事诉讼法第八十五条 speaks for lawsuits; other laws take it over or are counted by analogy. */
export const byAnalogy = '该规定未写明期间如何计算，参照民事诉讼法第八十五条';

/** A period of working days. */
export function workingDays(draft: VersionDraft): PeriodVersion {
  const lastDay = { kind: 'never', ground: '按工作日计算，最后一日必为工作日' } as const;
  return { ...counting, unit: 'workingDay', lastDay, ...draft };
}

/** A period of calendar days that moves to the first working day after a rest day. */
export function calendarDays(draft: VersionDraft): PeriodVersion {
  return { ...counting, unit: 'calendarDay', lastDay: { kind: 'moves', ground: byAnalogy }, ...draft };
}

/** A period of clock hours. */
export function clockHours(draft: VersionDraft): PeriodVersion {
  const lastDay = { kind: 'never', ground: '按小时连续计算，不扣除节假日' } as const;
  return { ...counting, unit: 'hour', lastDay, ...draft };
}

/** A period of months: ends on the day of the same number, or on the last day of a month that has none. */
export function calendarMonths(draft: VersionDraft): PeriodVersion {
  return { ...counting, unit: 'month', lastDay: { kind: 'moves', ground: byAnalogy }, ...draft };
}

/** A day the law names for every year. */
export function dayOfEveryYear(draft: VersionDraft): PeriodVersion {
  const lastDay = { kind: 'stays', ground: '法律写明日期，遇休息日不顺延' } as const;
  return { ...counting, unit: 'fixedDate', lastDay, ...draft };
}
