/** Where a unit stands with its own plan, and what may be done about it. Pure; browser-safe. */
import type { Day } from '#kernel/day.ts';

export const filingDecisions = ['accepted', 'returned'] as const;
export type FilingDecision = (typeof filingDecisions)[number];

/** `missing`: nothing filed yet; `filed`: waits for the supervising office. */
export const filingStates = ['missing', 'filed', 'returned', 'accepted'] as const;
export type FilingState = (typeof filingStates)[number];

export type FilingAction = 'file' | 'accept' | 'return';

/** What may be done in each state. Filing again is always possible and begins a new review. */
export const filingActions = {
  missing: ['file'],
  filed: ['file', 'accept', 'return'],
  returned: ['file'],
  accepted: ['file'],
} as const satisfies Record<FilingState, readonly FilingAction[]>;

export function isFilingActionAllowed(state: FilingState, action: FilingAction): boolean {
  const allowed: readonly FilingAction[] = filingActions[state];
  return allowed.includes(action);
}

export interface Filing {
  readonly number: number;
  readonly filedOn: Day;
  readonly decision: FilingDecision | null;
  readonly decidedOn: Day | null;
}

export interface FilingVerdict {
  readonly state: FilingState;
  /** Day of the first filing: what was returned was filed in time all the same. */
  readonly firstFiledOn: Day | null;
  readonly timeliness: 'inTime' | 'late' | 'overdue' | 'notYetDue' | 'noDay';
}

/**
 * Judges a unit on a day from its filings and the due day. Later filings and decisions are not known yet, so the same
 * question for a past day gives that day's answer.
 */
export function judgeFilings(filings: readonly Filing[], due: Day | null, today: Day): FilingVerdict {
  const known = filings.filter((filing) => filing.filedOn <= today).sort((a, b) => a.number - b.number);
  const firstFiledOn = known[0]?.filedOn ?? null;
  const newest = known.at(-1);
  const isDecided = newest?.decidedOn != null && newest.decidedOn <= today;
  const state = newest === undefined ? 'missing' : isDecided ? (newest.decision ?? 'filed') : 'filed';
  return { state, firstFiledOn, timeliness: judgeTimeliness(firstFiledOn, due, today) };
}

function judgeTimeliness(filedOn: Day | null, due: Day | null, today: Day): FilingVerdict['timeliness'] {
  if (due === null) return 'noDay';
  if (filedOn !== null) return filedOn <= due ? 'inTime' : 'late';
  return today <= due ? 'notYetDue' : 'overdue';
}

/** Id of the measure that leans on filings: what changes a filing has its tasks evaluated. */
export const unitPlanFiledId = 'plan.unitPlanFiled';
