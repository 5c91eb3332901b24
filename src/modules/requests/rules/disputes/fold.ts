/** The state of a review or lawsuit, folded from its events. The fold is total: whether an event may happen is judged in `actions.ts`. */
import type { Day } from '#kernel/day.ts';
import {
  type DisputeEvent,
  type DisputeOutcome,
  type DisputeStatus,
  type DisputeWay,
  type ReviewProcedure,
  type RulingFormName,
  rulingFormOf,
} from './shapes.ts';

export interface DisputeRuling {
  readonly instance: number;
  readonly form: RulingFormName;
  readonly documentNumber: string;
  readonly day: Day;
  readonly receivedOn: Day;
}

export interface DisputeHearing {
  readonly on: Day;
  readonly place: string;
}

export interface DisputeState {
  readonly way: DisputeWay;
  readonly status: DisputeStatus;
  readonly openedOn: Day;
  readonly acceptedOn: Day | null;
  readonly caseNumber: string | null;
  readonly procedure: ReviewProcedure;
  readonly notifiedOn: Day | null;
  readonly repliedOn: Day | null;
  readonly suspendedOn: Day | null;
  /** Days by which the review body lengthened its own period. */
  readonly extendedBy: number;
  readonly hearings: readonly DisputeHearing[];
  /** 1 at first, 2 after an appeal, 3 after a retrial was ordered. */
  readonly instance: number;
  readonly rulings: readonly DisputeRuling[];
  readonly appealedOn: Day | null;
  /** What table 4 counts; null while nothing is final (尚未审结). */
  readonly outcome: DisputeOutcome | null;
  readonly closedOn: Day | null;
  readonly costFen: number;
}

/** Events that count: without those that a later one annulled. Their places in the whole list stay. */
export function listCountedEvents(
  events: readonly DisputeEvent[],
): readonly { readonly event: DisputeEvent; readonly position: number }[] {
  const annulled = new Set(events.flatMap((event) => (event.kind === 'annulled' ? [event.position] : [])));
  return events.flatMap((event, position) =>
    event.kind === 'annulled' || annulled.has(position) ? [] : [{ event, position }],
  );
}

/** Folds the events of one dispute; undefined when they do not begin with its opening. */
export function foldDisputeEvents(
  way: DisputeWay,
  events: readonly DisputeEvent[],
): DisputeState | undefined {
  const [first, ...rest] = listCountedEvents(events);
  if (first?.event.kind !== 'opened') return undefined;
  const opened: DisputeState = {
    way,
    status: 'opened',
    openedOn: first.event.day,
    acceptedOn: null,
    caseNumber: null,
    procedure: 'ordinary',
    notifiedOn: null,
    repliedOn: null,
    suspendedOn: null,
    extendedBy: 0,
    hearings: [],
    instance: 1,
    rulings: [],
    appealedOn: null,
    outcome: null,
    closedOn: null,
    costFen: 0,
  };
  return rest.reduce((state, { event }) => applyDisputeEvent(state, event), opened);
}

/** Where a case goes on after it stood still, or when a notice came late. */
function runningStatus(state: DisputeState): DisputeStatus {
  if (state.instance > 1) return 'appealed';
  if (state.repliedOn !== null) return 'replied';
  return state.notifiedOn === null ? 'opened' : 'notified';
}

function afterRuling(
  state: DisputeState,
  event: Extract<DisputeEvent, { readonly kind: 'ruled' }>,
): DisputeState {
  const form = rulingFormOf(event.form);
  const rulings = [
    ...state.rulings,
    {
      instance: state.instance,
      form: event.form,
      documentNumber: event.documentNumber,
      day: event.day,
      receivedOn: event.receivedOn,
    },
  ];
  // 行政诉讼法第八十五条: a first-instance ruling that can be appealed takes effect later.
  const isFinal = form.appeal === 'none' || state.instance > 1;
  return isFinal
    ? { ...state, rulings, status: 'closed', outcome: form.outcome, closedOn: event.day }
    : { ...state, rulings, status: 'ruled' };
}

/** What the dispute becomes when this happens to it. */
export function applyDisputeEvent(state: DisputeState, event: DisputeEvent): DisputeState {
  switch (event.kind) {
    case 'opened':
    case 'documentAdded':
    case 'remarked':
    case 'annulled':
      return state;
    case 'accepted':
      return { ...state, acceptedOn: event.day, caseNumber: event.caseNumber };
    case 'declined':
      return { ...state, status: 'closed', outcome: 'other', closedOn: event.day };
    case 'notified': {
      const notified = { ...state, notifiedOn: event.day, procedure: event.procedure };
      return { ...notified, status: runningStatus(notified) };
    }
    case 'procedureChanged':
      return { ...state, procedure: 'ordinary' };
    case 'replied': {
      const replied = { ...state, repliedOn: event.day };
      return { ...replied, status: runningStatus(replied) };
    }
    case 'hearingSet':
      return { ...state, hearings: [...state.hearings, { on: event.on, place: event.place }] };
    case 'suspended':
      return { ...state, status: 'suspended', suspendedOn: event.day };
    case 'resumed':
      return { ...state, status: runningStatus(state), suspendedOn: null };
    case 'extended':
      return { ...state, extendedBy: state.extendedBy + event.moreDays };
    case 'ruled':
      return afterRuling(state, event);
    case 'appealed':
      return { ...state, status: 'appealed', instance: state.instance + 1, appealedOn: event.day };
    case 'tookEffect': {
      const last = state.rulings.at(-1);
      return {
        ...state,
        status: 'closed',
        outcome: last === undefined ? 'other' : rulingFormOf(last.form).outcome,
        closedOn: event.day,
      };
    }
    case 'reopened':
      return {
        ...state,
        status: 'appealed',
        instance: state.instance + 1,
        outcome: null,
        closedOn: null,
      };
    case 'costNoted':
      return { ...state, costFen: state.costFen + event.fen };
  }
}
