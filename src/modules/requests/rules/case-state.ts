/**
 * A request as the fold of its events: where it stands, what is open, who works on it, how it ended. Time alone changes
 * nothing here; clocks are judged from the same events elsewhere. Pure; browser-safe.
 */
import type { Day } from '#kernel/day.ts';
import type { CaseEvent, CaseEventOf, ConsultedBody, ConsultedOpinion, IntakeWay } from './case-events.ts';

/** Where a request stands. `replied`: the reply is signed and not yet lawfully delivered. */
export const caseStages = [
  'registered',
  'handling',
  'awaitingCorrection',
  'awaitingPayment',
  'replied',
  'closed',
  'archived',
] as const;
export type CaseStage = (typeof caseStages)[number];

/** How a request came to its end. A merged or split one lives on in others and is not counted itself. */
export const caseEndings = ['delivered', 'abandoned', 'withdrawn', 'merged', 'split'] as const;
export type CaseEnding = (typeof caseEndings)[number];

export interface CaseConsultation {
  readonly letter: string;
  readonly whom: ConsultedBody;
  readonly name: string;
  readonly sentOn: Day;
  readonly receivedOn: Day | null;
  readonly answeredOn: Day | null;
  readonly opinion: ConsultedOpinion | null;
  readonly reasonable: boolean | null;
  readonly overriddenBecause: string | null;
}

export interface CaseDispute {
  readonly disputeId: string;
  readonly disputeKind: 'review' | 'lawsuit';
  readonly openedOn: Day;
  readonly closedOn: Day | null;
  readonly outcome: string | null;
}

export interface CaseState {
  readonly stage: CaseStage;
  readonly ending: CaseEnding | null;
  readonly way: IntakeWay | null;
  readonly arrivedOn: Day | null;
  /** The lawful day of receipt. */
  readonly receivedOn: Day | null;
  readonly assignment: CaseEventOf<'assigned'> | null;
  readonly correction: CaseEventOf<'correctionNoticed'> | null;
  readonly correctedOn: Day | null;
  readonly consultations: readonly CaseConsultation[];
  /** What the handler proposed and has not had effect yet. */
  readonly proposedExtension:
    | (CaseEventOf<'extensionProposed'> & { readonly consentedOn: Day | null })
    | null;
  readonly extension: CaseEventOf<'extended'> | null;
  readonly longerUntil: Day | null;
  readonly fee: CaseEventOf<'feeNoticed'> | null;
  readonly feeSettled: 'paid' | 'waived' | null;
  readonly counselAsked: boolean;
  readonly reasonsAskedOn: Day | null;
  readonly reasonsJudged: CaseEventOf<'reasonsJudged'> | null;
  /** The reply in force; another one after a dispute replaces it. */
  readonly reply: CaseEventOf<'replied'> | null;
  readonly dispatch: CaseEventOf<'dispatched'> | null;
  readonly bounced: boolean;
  /** The day that counts for the reply, or on which the case ended otherwise. */
  readonly closedOn: Day | null;
  /** Leaf that counts in the annual report; null while open and for merged or split cases. */
  readonly leaf: string | null;
  readonly mergedInto: string | null;
  readonly conversionItemId: string | null;
  readonly disputes: readonly CaseDispute[];
  readonly reopenedOn: Day | null;
  readonly archivedOn: Day | null;
  /** Whether anything was done since the request was entered and received. */
  readonly isTouched: boolean;
}

const unborn: CaseState = {
  stage: 'registered',
  ending: null,
  way: null,
  arrivedOn: null,
  receivedOn: null,
  assignment: null,
  correction: null,
  correctedOn: null,
  consultations: [],
  proposedExtension: null,
  extension: null,
  longerUntil: null,
  fee: null,
  feeSettled: null,
  counselAsked: false,
  reasonsAskedOn: null,
  reasonsJudged: null,
  reply: null,
  dispatch: null,
  bounced: false,
  closedOn: null,
  leaf: null,
  mergedInto: null,
  conversionItemId: null,
  disputes: [],
  reopenedOn: null,
  archivedOn: null,
  isTouched: false,
};

function close(state: CaseState, ending: CaseEnding, on: Day, leaf: string | null): CaseState {
  return { ...state, stage: 'closed', ending, closedOn: on, leaf };
}

function onLetter(
  state: CaseState,
  letter: string,
  change: (one: CaseConsultation) => CaseConsultation,
): CaseState {
  const consultations = state.consultations.map((one) => (one.letter === letter ? change(one) : one));
  return { ...state, consultations };
}

/**
 * The reply has effect: handed over on the day of signing, posted or sent on that day
 * (国办公开办函〔2016〕235号).
 */
function deliver(state: CaseState, on: Day): CaseState {
  return { ...close(state, 'delivered', on, state.reply?.leaf ?? null), bounced: false };
}

function applyDispatch(state: CaseState, event: CaseEventOf<'dispatched'>): CaseState {
  const sent = { ...state, dispatch: event, bounced: false };
  switch (event.way) {
    case 'post':
    case 'electronic':
      return deliver(sent, event.on);
    case 'direct':
    case 'entrusted':
      return event.signedOn === null ? sent : deliver(sent, event.signedOn);
  }
}

function step(state: CaseState, event: CaseEvent): CaseState {
  switch (event.kind) {
    case 'registered':
      return { ...state, way: event.way, arrivedOn: event.arrivedOn };
    case 'received':
      return { ...state, stage: 'handling', receivedOn: event.on };
    case 'assigned':
      return { ...state, assignment: event };
    case 'correctionNoticed':
      return { ...state, stage: 'awaitingCorrection', correction: event };
    case 'corrected':
      return { ...state, stage: 'handling', correctedOn: event.on };
    case 'consulted': {
      const { letter, whom, name, on } = event;
      const added: CaseConsultation = {
        letter,
        whom,
        name,
        sentOn: on,
        receivedOn: null,
        answeredOn: null,
        opinion: null,
        reasonable: null,
        overriddenBecause: null,
      };
      return { ...state, consultations: [...state.consultations, added] };
    }
    case 'consultationReceived':
      return onLetter(state, event.letter, (one) => ({ ...one, receivedOn: one.receivedOn ?? event.on }));
    case 'consultationAnswered':
      return onLetter(state, event.letter, (one) => ({
        ...one,
        answeredOn: event.on,
        opinion: event.opinion,
        reasonable: event.reasonable,
      }));
    case 'overridden':
      return onLetter(state, event.letter, (one) => ({ ...one, overriddenBecause: event.reason }));
    case 'extensionProposed':
      return { ...state, proposedExtension: { ...event, consentedOn: null } };
    case 'extensionConsented': {
      const { proposedExtension: proposed } = state;
      return proposed === null
        ? state
        : { ...state, proposedExtension: { ...proposed, consentedOn: event.on } };
    }
    case 'extended':
      return { ...state, proposedExtension: null, extension: event };
    case 'feeNoticed':
      return { ...state, stage: 'awaitingPayment', fee: event };
    case 'feePaid':
      return { ...state, stage: 'handling', feeSettled: 'paid' };
    case 'feeWaived':
      return { ...state, stage: 'handling', feeSettled: 'waived' };
    case 'counselAsked':
      return { ...state, counselAsked: true };
    case 'counselAdvised':
      return { ...state, counselAsked: false };
    case 'reasonsAsked':
      return { ...state, reasonsAskedOn: event.on };
    case 'reasonsJudged':
      return { ...state, reasonsJudged: event };
    case 'longerPeriodSet':
      return { ...state, longerUntil: event.until };
    case 'replied':
      return { ...state, stage: 'replied', reply: event, dispatch: null, bounced: false };
    case 'dispatched':
      return applyDispatch(state, event);
    case 'deliverySigned':
      return state.stage === 'replied' ? deliver(state, event.on) : state;
    case 'deliveryReturned':
      // The day of posting keeps counting; the reply still has to reach the applicant.
      return { ...state, bounced: true };
    case 'abandoned':
      return close(state, 'abandoned', event.on, event.because);
    case 'withdrawn':
      return close(state, 'withdrawn', event.on, 'withdrawn');
    case 'splitInto':
      return close(state, 'split', event.on, null);
    case 'mergedInto':
      return { ...close(state, 'merged', event.on, null), mergedInto: event.requestId };
    case 'archived':
      return { ...state, stage: 'archived', archivedOn: event.on };
    case 'conversionProposed':
      return { ...state, conversionItemId: event.itemId };
    case 'disputeOpened': {
      const { disputeId, disputeKind, on } = event;
      const opened: CaseDispute = { disputeId, disputeKind, openedOn: on, closedOn: null, outcome: null };
      return { ...state, disputes: [...state.disputes, opened] };
    }
    case 'disputeClosed': {
      const { disputeId, on, outcome } = event;
      const disputes = state.disputes.map((one) =>
        one.disputeId === disputeId ? { ...one, closedOn: on, outcome } : one,
      );
      return { ...state, disputes };
    }
    case 'reopened':
      return {
        ...state,
        stage: 'handling',
        ending: null,
        closedOn: null,
        leaf: null,
        reply: null,
        dispatch: null,
        bounced: false,
        proposedExtension: null,
        extension: null,
        archivedOn: null,
        reopenedOn: event.on,
        longerUntil: event.due,
      };
    case 'contacted':
    case 'transferred':
    case 'forwarded':
    case 'splitFrom':
    case 'absorbed':
    case 'meetingHeld':
    case 'letterIssued':
    case 'recordCorrected':
    case 'message':
      return state;
  }
}

/** What is no work on a case: that it came in. */
const arrivalKinds: readonly CaseEvent['kind'][] = ['registered', 'received', 'splitFrom'];

/** The state after one more event. Events are only written when the table of actions said so. */
export function applyCaseEvent(state: CaseState, event: CaseEvent): CaseState {
  const next = step(state, event);
  const isWork =
    !arrivalKinds.includes(event.kind) && !(event.kind === 'message' && event.from === 'applicant');
  return isWork && !next.isTouched ? { ...next, isTouched: true } : next;
}

/** Folds the events of a request in the order in which they were recorded. */
export function foldCase(events: readonly CaseEvent[]): CaseState {
  return events.reduce(applyCaseEvent, unborn);
}

/** Whether the request is still to be answered or otherwise brought to its end. */
export function isCaseOpen(stage: CaseStage): boolean {
  return stage !== 'closed' && stage !== 'archived';
}
