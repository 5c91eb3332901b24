/**
 * Rates of disputes with the counts they are made of, and how they moved against the period before. Pure. A share of few
 * cases is said to be one of few: one case more or less moves it by tens of points.
 */
import { addDays, type Day, daysBetween } from '#kernel/day.ts';
import type { DisputeCapacity } from './report-cell.ts';
import type { DisputeOutcome, DisputeWay } from './shapes.ts';

/** Below this many cases a percentage says little. */
export const fewCases = 10;

export interface CountedShare {
  readonly part: number;
  readonly whole: number;
  /** Tenths of a percent, rounded; null where there is nothing to divide by. */
  readonly permille: number | null;
  readonly few: boolean;
}

export function countedShare(part: number, whole: number): CountedShare {
  return {
    part,
    whole,
    permille: whole === 0 ? null : Math.round((part * 1000) / whole),
    few: whole < fewCases,
  };
}

export interface RatedDispute {
  readonly way: DisputeWay;
  readonly capacity: DisputeCapacity;
  readonly openedOn: Day;
  readonly closedOn: Day | null;
  readonly outcome: DisputeOutcome | null;
}

export interface DisputeRates {
  /** 争议发生率: disputes begun against replies given. */
  readonly disputed: CountedShare;
  /** 复议纠错率: reviews that corrected against reviews concluded. */
  readonly corrected: CountedShare;
  /** 诉讼败诉率: lawsuits that corrected against lawsuits concluded. */
  readonly lost: CountedShare;
}

/** Half-open span of days. */
export interface RateSpan {
  readonly from: Day;
  readonly until: Day;
}

/** The span of the same length that ends where this one begins. */
export function spanBefore({ from, until }: RateSpan): RateSpan {
  return { from: addDays(from, -daysBetween(from, until)), until: from };
}

function isWithin(day: Day | null, span: RateSpan): boolean {
  return day !== null && span.from <= day && day < span.until;
}

/** The rates of one group (a unit, a ground, a team) in a span; `replies` counts the replies it gave in that span. */
export function judgeDisputeRates(
  disputes: readonly RatedDispute[],
  replies: number,
  span: RateSpan,
): DisputeRates {
  // 国办公开办函〔2016〕201号: not counted for the review organ that is sued along.
  const own = disputes.filter(({ capacity }) => capacity === 'originalActor');
  const begun = own.filter(({ openedOn }) => isWithin(openedOn, span));
  const ended = own.filter(({ closedOn }) => isWithin(closedOn, span));
  const reviews = ended.filter(({ way }) => way === 'review');
  const lawsuits = ended.filter(({ way }) => way !== 'review');
  const correctedOf = (rows: readonly RatedDispute[]) =>
    rows.filter(({ outcome }) => outcome === 'corrected').length;
  return {
    disputed: countedShare(begun.length, replies),
    corrected: countedShare(correctedOf(reviews), reviews.length),
    lost: countedShare(correctedOf(lawsuits), lawsuits.length),
  };
}

export type RateChange =
  | { readonly kind: 'cannotTell' }
  | { readonly kind: 'same' | 'higher' | 'lower'; readonly permille: number; readonly few: boolean };

/** How a share moved; nothing is said where one of the two has no cases. */
export function judgeRateChange(now: CountedShare, before: CountedShare): RateChange {
  if (now.permille === null || before.permille === null) return { kind: 'cannotTell' };
  const permille = now.permille - before.permille;
  const kind = permille === 0 ? 'same' : permille > 0 ? 'higher' : 'lower';
  return { kind, permille: Math.abs(permille), few: now.few || before.few };
}
