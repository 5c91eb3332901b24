/**
 * Which cell of table 4 of a year's report a dispute counts in, and whether our unit counts it at all. Pure.
 */
import type { Day } from '#kernel/day.ts';
import { yearOf } from '#kernel/day.ts';
import type { DisputeOutcome, DisputeWay } from './shapes.ts';

export const disputeCapacities = ['originalActor', 'reviewOrgan'] as const;
/** In which capacity our unit stands in the case: it acted, or it decided the review before. */
export type DisputeCapacity = (typeof disputeCapacities)[number];

export interface CountedDispute {
  readonly way: DisputeWay;
  readonly capacity: DisputeCapacity;
  readonly openedOn: Day;
  readonly closedOn: Day | null;
  readonly outcome: DisputeOutcome | null;
}

export interface DisputeCell {
  readonly row: DisputeWay;
  readonly column: DisputeOutcome | 'pending';
}

/**
 * The cell of that year's table, or null when the year does not count it. A case counts in every year in which it was open:
 * with its result in the year it ended, before that as 尚未审结. 国办公开办函〔2016〕201号: where the review organ is
 * co-defendant, only the organ that acted counts the case.
 */
export function disputeCellOf(dispute: CountedDispute, year: number): DisputeCell | null {
  const { way, capacity, openedOn, closedOn, outcome } = dispute;
  if (capacity === 'reviewOrgan') return null;
  if (yearOf(openedOn) > year) return null;
  if (closedOn === null || yearOf(closedOn) > year) return { row: way, column: 'pending' };
  if (yearOf(closedOn) < year) return null;
  return { row: way, column: outcome ?? 'other' };
}
