/** Where a guidance record stands and what may be done with it (REQ-6). Pure; browser-safe. */

export const guidanceKinds = ['question', 'earlySign', 'inspection'] as const;
export type GuidanceKind = (typeof guidanceKinds)[number];

/** `open`: waits for an answer; `following`: something is still to be done; `closed`: nothing is. */
export const guidanceStates = ['open', 'following', 'closed'] as const;
export type GuidanceState = (typeof guidanceStates)[number];

export type GuidanceAction = 'change' | 'answer' | 'close';

export const guidanceActions = {
  open: ['change', 'answer'],
  following: ['close'],
  closed: [],
} as const satisfies Record<GuidanceState, readonly GuidanceAction[]>;

export function isGuidanceActionAllowed(state: GuidanceState, action: GuidanceAction): boolean {
  const allowed: readonly GuidanceAction[] = guidanceActions[state];
  return allowed.includes(action);
}

/** The state from what is recorded. An inspection asks for no answer; a follow-up keeps a record open until it is closed. */
export function stateOfGuidance(record: {
  readonly kind: GuidanceKind;
  readonly answer: string | null;
  readonly followUp: string | null;
  readonly closing: string | null;
}): GuidanceState {
  if (record.kind !== 'inspection' && record.answer === null) return 'open';
  return record.followUp !== null && record.closing === null ? 'following' : 'closed';
}

/** Id of the measure that leans on guidance records. */
export const guidanceRecordsId = 'plan.guidanceRecords';
