/**
 * Clean-up of documents (清理): which documents belong to a round, how far one is, what may be done with it, and what
 * speaks for a verdict. 国办发〔2018〕37号: documents are cleaned up regularly and the results published. Pure; browser-safe.
 */
import { type Day, yearOf } from '#kernel/day.ts';
import type { DocumentValidity } from './validity.ts';

export const cleanupVerdicts = ['keep', 'amend', 'repeal', 'lapse'] as const;
/** 继续有效、拟修改、废止、宣布失效. */
export type CleanupVerdict = (typeof cleanupVerdicts)[number];

export const cleanupRoundStates = ['running', 'listed', 'concluded', 'cancelled'] as const;
export type CleanupRoundState = (typeof cleanupRoundStates)[number];

export const cleanupEntryStates = ['waiting', 'returned', 'given', 'confirmed'] as const;
export type CleanupEntryState = (typeof cleanupEntryStates)[number];

export interface CleanupRoundMarks {
  readonly listItemId: string | null;
  readonly concludedOn: Day | null;
  readonly cancelledOn: Day | null;
}

/** How far a round is. */
export function cleanupRoundState({
  listItemId,
  concludedOn,
  cancelledOn,
}: CleanupRoundMarks): CleanupRoundState {
  if (cancelledOn !== null) return 'cancelled';
  if (concludedOn !== null) return 'concluded';
  return listItemId === null ? 'running' : 'listed';
}

export interface CleanupEntryMarks {
  readonly verdict: CleanupVerdict | null;
  readonly reviewedOn: Day | null;
  readonly returnReason: string | null;
}

/** How far the verdict on one document is. */
export function cleanupEntryState({
  verdict,
  reviewedOn,
  returnReason,
}: CleanupEntryMarks): CleanupEntryState {
  if (returnReason !== null) return 'returned';
  if (verdict === null) return 'waiting';
  return reviewedOn === null ? 'given' : 'confirmed';
}

export const cleanupRoundActions = ['judge', 'draftList', 'dropList', 'cancel'] as const;
export type CleanupRoundAction = (typeof cleanupRoundActions)[number];

/** What a round allows; verdicts stand still while their list is on its way to the public. */
export const roundAllows = {
  running: ['judge', 'draftList', 'cancel'],
  listed: ['dropList'],
  concluded: [],
  cancelled: [],
} as const satisfies Record<CleanupRoundState, readonly CleanupRoundAction[]>;

export const cleanupEntryActions = ['give', 'confirm', 'sendBack'] as const;
export type CleanupEntryAction = (typeof cleanupEntryActions)[number];

/** What an entry allows while its round allows verdicts. */
export const entryAllows = {
  waiting: ['give'],
  returned: ['give'],
  given: ['give', 'confirm', 'sendBack'],
  confirmed: ['sendBack'],
} as const satisfies Record<CleanupEntryState, readonly CleanupEntryAction[]>;

export function isRoundActionAllowed(state: CleanupRoundState, action: CleanupRoundAction): boolean {
  return roundAllows[state].some((one) => one === action);
}

export function isEntryActionAllowed(state: CleanupEntryState, action: CleanupEntryAction): boolean {
  return entryAllows[state].some((one) => one === action);
}

export interface CleanupScope {
  readonly formedBefore: Day;
  /** Empty for all units. */
  readonly unitIds: readonly string[];
  readonly onlyNormative: boolean;
}

export interface CleanupCandidate {
  readonly writtenOn: Day;
  readonly unitId: string;
  readonly isNormative: boolean;
  readonly isPublic: boolean;
  readonly validity: DocumentValidity;
}

/** Whether a round asks about a document: formed before the day, public, and not ended by another document already. */
export function belongsToCleanup(document: CleanupCandidate, scope: CleanupScope): boolean {
  return (
    document.isPublic &&
    document.validity !== 'repealed' &&
    document.writtenOn < scope.formedBefore &&
    (scope.unitIds.length === 0 || scope.unitIds.includes(document.unitId)) &&
    (!scope.onlyNormative || document.isNormative)
  );
}

/** Days late on which the verdict still is, or came; 0 in time. The last day counts as in time. */
export function isVerdictLate(givenOn: Day | null, dueOn: Day, today: Day): boolean {
  return (givenOn ?? today) > dueOn;
}

export interface CleanupFacts {
  readonly title: string;
  readonly writtenOn: Day;
  readonly validity: DocumentValidity;
  readonly lapsesOn: Day | null;
  /** Titles of documents it rests on that are not in force any more. */
  readonly endedBasis: readonly string[];
}

/** Years after which a document without an end of its own is looked at closely; trial texts sooner. */
const usualYears = 5;
const trialYears = 2;

/** What speaks for looking closely, as Chinese sentences; the verdict stays with the drafter. */
export function cleanupHints(facts: CleanupFacts, today: Day): readonly string[] {
  const age = yearOf(today) - yearOf(facts.writtenOn);
  const isTrial = /试行|暂行/u.test(facts.title);
  return [
    ...(facts.validity === 'lapsed' ? ['有效期已经届满，可以宣布失效。'] : []),
    ...facts.endedBasis.map((title) => `依据的《${title}》已经废止或者失效。`),
    ...(isTrial && age > trialYears ? [`名称带有“试行”“暂行”，施行已超过${trialYears}年。`] : []),
    ...(facts.lapsesOn === null && !isTrial && age >= usualYears
      ? [`没有写明有效期，制定已满${usualYears}年。`]
      : []),
  ];
}
