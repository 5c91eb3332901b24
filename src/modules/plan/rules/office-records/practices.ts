/** Where a write-up of good practice stands and what may be done with it (REQ-9). Pure; browser-safe. */

export const practiceDecisions = ['selected', 'declined'] as const;
export type PracticeDecision = (typeof practiceDecisions)[number];

export const practiceStates = ['waiting', 'selected', 'declined'] as const;
export type PracticeState = (typeof practiceStates)[number];

export type PracticeAction = 'change' | 'select' | 'decline' | 'spread';

export const practiceActions = {
  waiting: ['change', 'select', 'decline'],
  selected: ['spread'],
  declined: ['select'],
} as const satisfies Record<PracticeState, readonly PracticeAction[]>;

export function isPracticeActionAllowed(state: PracticeState, action: PracticeAction): boolean {
  const allowed: readonly PracticeAction[] = practiceActions[state];
  return allowed.includes(action);
}

export function stateOfPractice(practice: { readonly decision: PracticeDecision | null }): PracticeState {
  return practice.decision ?? 'waiting';
}

/** Id of the measure that leans on write-ups. */
export const goodPracticesId = 'plan.goodPractices';
