/**
 * What a decision, opinion, proposal or judgment asks of a unit: its state folded from events, whether it is overdue, and
 * who may do what. Pure.
 */
import { addDays, type Day } from '#kernel/day.ts';

/** 复议决定书, 复议意见书, 复议建议书, 裁判文书, 司法建议书, 抽检发现的问题. */
export const rectificationSources = [
  'reviewDecision',
  'reviewOpinion',
  'reviewProposal',
  'judgment',
  'judicialAdvice',
  'qualityCheck',
] as const;
export type RectificationSource = (typeof rectificationSources)[number];

export const rectificationStatuses = ['open', 'submitted', 'returned', 'accepted', 'dropped'] as const;
export type RectificationStatus = (typeof rectificationStatuses)[number];

export const rectificationActions = ['submit', 'accept', 'return', 'postpone', 'drop'] as const;
export type RectificationAction = (typeof rectificationActions)[number];

export type RectificationEventContent =
  | { readonly kind: 'opened'; readonly dueOn: Day }
  | { readonly kind: 'submitted'; readonly text: string }
  | { readonly kind: 'returned'; readonly reason: string; readonly dueOn: Day }
  | { readonly kind: 'postponed'; readonly reason: string; readonly dueOn: Day }
  | { readonly kind: 'accepted'; readonly text: string }
  | { readonly kind: 'dropped'; readonly reason: string };
export type RectificationEvent = RectificationEventContent & { readonly day: Day };

export interface RectificationState {
  readonly status: RectificationStatus;
  readonly openedOn: Day;
  readonly dueOn: Day;
  readonly submittedOn: Day | null;
  readonly closedOn: Day | null;
  readonly returns: number;
  /** Whether the unit handed in what was accepted by the day it was due; null before it is settled. */
  readonly inTime: boolean | null;
}

/** Folds the events of one item; undefined when they do not begin with its opening. */
export function foldRectificationEvents(
  events: readonly RectificationEvent[],
): RectificationState | undefined {
  const [first, ...rest] = events;
  if (first?.kind !== 'opened') return undefined;
  const opened: RectificationState = {
    status: 'open',
    openedOn: first.day,
    dueOn: first.dueOn,
    submittedOn: null,
    closedOn: null,
    returns: 0,
    inTime: null,
  };
  return rest.reduce(applyRectificationEvent, opened);
}

/** What the item becomes when this happens to it. */
function applyRectificationEvent(state: RectificationState, event: RectificationEvent): RectificationState {
  switch (event.kind) {
    case 'opened':
      return state;
    case 'submitted':
      return { ...state, status: 'submitted', submittedOn: event.day };
    case 'returned':
      return { ...state, status: 'returned', dueOn: event.dueOn, returns: state.returns + 1 };
    case 'postponed':
      return { ...state, dueOn: event.dueOn };
    case 'accepted': {
      const handedIn = state.submittedOn ?? event.day;
      return { ...state, status: 'accepted', closedOn: event.day, inTime: handedIn <= state.dueOn };
    }
    case 'dropped':
      return { ...state, status: 'dropped', closedOn: event.day };
  }
}

/** The unit that mends, and the office that looks after it. */
export const rectificationActionTable = {
  open: { unit: ['submit'], office: ['postpone', 'drop'] },
  returned: { unit: ['submit'], office: ['postpone', 'drop'] },
  submitted: { unit: [], office: ['accept', 'return', 'drop'] },
  accepted: { unit: [], office: [] },
  dropped: { unit: [], office: [] },
} as const satisfies Record<RectificationStatus, Record<'unit' | 'office', readonly RectificationAction[]>>;

export function canDoOnRectification(status: RectificationStatus, action: RectificationAction): boolean {
  const { unit, office }: Record<'unit' | 'office', readonly RectificationAction[]> =
    rectificationActionTable[status];
  return unit.includes(action) || office.includes(action);
}

/** Overdue: the unit still owes something and its day is past. Computed, never stored. */
export function isRectificationOverdue(
  state: Pick<RectificationState, 'status' | 'dueOn'>,
  today: Day,
): boolean {
  return (state.status === 'open' || state.status === 'returned') && state.dueOn < today;
}

/** Days from the due day at which the unit is reminded: before, on it, and after. */
export const rectificationReminderSteps = [-7, -3, 0, 1, 5] as const;

/**
 * The step to remind of on `today`: the last one reached, so that days of standstill lead to one reminder and not to
 * several. Undefined before the first.
 */
export function findReminderStep(dueOn: Day, today: Day): number | undefined {
  return rectificationReminderSteps.findLast((step) => addDays(dueOn, step) <= today);
}
