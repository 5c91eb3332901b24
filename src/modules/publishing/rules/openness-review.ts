/**
 * The periodic assessment of what is not proactively disclosed (政府信息公开条例第十八条): what a verdict needs, and how an
 * entry of a round stands. Pure; browser-safe.
 */
import type { Day } from '#kernel/day.ts';
import { type Disclosure, type DisclosureFault, findDisclosureFault, type Openness } from './openness.ts';

export const keptOpenness = ['onRequest', 'withheld'] as const satisfies readonly Openness[];
export type KeptOpenness = (typeof keptOpenness)[number];

/** 维持、变更. */
export const reviewVerdicts = ['keep', 'convert'] as const;
export type ReviewVerdict = (typeof reviewVerdicts)[number];

export const entryStates = ['waiting', 'overdue', 'toConfirm', 'kept', 'converted'] as const;
export type ReviewEntryState = (typeof entryStates)[number];

export interface JudgedEntry {
  readonly verdict: ReviewVerdict | null;
  readonly confirmedOn: Day | null;
}

/** How an entry stands on a day; it is settled when a second person confirmed it, not before. */
export function judgeReviewEntry(entry: JudgedEntry, dueOn: Day, today: Day): ReviewEntryState {
  if (entry.confirmedOn !== null) return entry.verdict === 'convert' ? 'converted' : 'kept';
  if (entry.verdict !== null) return dueOn < today ? 'overdue' : 'toConfirm';
  return dueOn < today ? 'overdue' : 'waiting';
}

export type VerdictFault = DisclosureFault | 'sameOpenness';

/**
 * What is wrong with a verdict. Keeping needs a reason as the first decision did; converting is a decision on openness of
 * its own, and one that changes something.
 */
export function findVerdictFault(
  before: Openness,
  verdict: { readonly verdict: ReviewVerdict; readonly disclosure: Disclosure },
): VerdictFault | undefined {
  const { openness, reason } = verdict.disclosure;
  if (verdict.verdict === 'convert') {
    return openness === before ? 'sameOpenness' : findDisclosureFault(verdict.disclosure);
  }
  return reason === null || reason.trim() === '' ? 'reasonMissing' : undefined;
}

export type ConfirmObstacle = 'noVerdict' | 'ownVerdict' | 'alreadyConfirmed';

/** The person who gave the verdict does not confirm it. */
export function findConfirmObstacle(
  entry: JudgedEntry & { readonly judgedBy: string | null },
  by: string,
): ConfirmObstacle | undefined {
  if (entry.verdict === null) return 'noVerdict';
  if (entry.confirmedOn !== null) return 'alreadyConfirmed';
  return entry.judgedBy === by ? 'ownVerdict' : undefined;
}
