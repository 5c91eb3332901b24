/**
 * What may be recorded of a dispute in which status: the one table that enables the button, the route and the refusal.
 * Beside it the order of days and what an event of this way may say.
 */
import type { Day } from '#kernel/day.ts';
import { type DisputeState, listCountedEvents } from './fold.ts';
import {
  type DisputeEvent,
  type DisputeEventKind,
  type DisputeStatus,
  type DisputeWay,
  listRulingForms,
} from './shapes.ts';

/** Recorded at any time: they tell nothing about the stage. */
const always = ['costNoted', 'documentAdded', 'remarked', 'annulled'] as const;

export const disputeActionTable = {
  opened: {
    review: ['accepted', 'declined', 'notified', 'hearingSet', 'suspended', 'extended', 'ruled', ...always],
    lawsuit: ['accepted', 'declined', 'notified', 'hearingSet', 'suspended', 'ruled', ...always],
  },
  notified: {
    review: [
      'replied',
      'accepted',
      'procedureChanged',
      'hearingSet',
      'suspended',
      'extended',
      'ruled',
      ...always,
    ],
    lawsuit: ['replied', 'accepted', 'hearingSet', 'suspended', 'ruled', ...always],
  },
  replied: {
    review: ['ruled', 'accepted', 'procedureChanged', 'hearingSet', 'suspended', 'extended', ...always],
    lawsuit: ['ruled', 'accepted', 'hearingSet', 'suspended', ...always],
  },
  suspended: { review: ['resumed', 'ruled', ...always], lawsuit: ['resumed', 'ruled', ...always] },
  ruled: { review: [...always], lawsuit: ['appealed', 'tookEffect', ...always] },
  appealed: { review: [...always], lawsuit: ['ruled', 'hearingSet', 'suspended', ...always] },
  closed: { review: [...always], lawsuit: ['reopened', ...always] },
} as const satisfies Record<DisputeStatus, Record<'review' | 'lawsuit', readonly DisputeEventKind[]>>;

/** What may be recorded now, as the table says; in the order in which buttons stand. */
export function listDisputeActions(way: DisputeWay, status: DisputeStatus): readonly DisputeEventKind[] {
  return disputeActionTable[status][way === 'review' ? 'review' : 'lawsuit'];
}

export type DisputeActionVerdict =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      /**
       * `status`: the table does not name it; `form`: that is how the other way ends; `future`: it has not happened yet;
       * `beforeStart`: earlier than the dispute itself; `receivedFirst`: the paper came before it was made; `nothingThere`:
       * no event has that place; `theOpening`: without its opening there is no dispute; `alreadyAnnulled`: once is enough.
       */
      readonly because:
        | 'status'
        | 'form'
        | 'future'
        | 'beforeStart'
        | 'receivedFirst'
        | 'nothingThere'
        | 'theOpening'
        | 'alreadyAnnulled';
    };

const no = (because: Extract<DisputeActionVerdict, { allowed: false }>['because']): DisputeActionVerdict => ({
  allowed: false,
  because,
});

function judgeAnnulment(events: readonly DisputeEvent[], position: number): DisputeActionVerdict {
  const target = events[position];
  if (target === undefined || target.kind === 'annulled') return no('nothingThere');
  if (target.kind === 'opened') return no('theOpening');
  const counted = listCountedEvents(events).some((one) => one.position === position);
  return counted ? { allowed: true } : no('alreadyAnnulled');
}

/** Judges what is to be recorded with its day against the state, the events before it and today. */
export function judgeDisputeAction(
  state: DisputeState,
  events: readonly DisputeEvent[],
  next: DisputeEvent,
  today: Day,
): DisputeActionVerdict {
  if (!listDisputeActions(state.way, state.status).includes(next.kind)) return no('status');
  if (next.day > today) return no('future');
  if (next.day < state.openedOn) return no('beforeStart');
  if (next.kind === 'annulled') return judgeAnnulment(events, next.position);
  if (next.kind === 'ruled') {
    if (!listRulingForms(state.way).includes(next.form)) return no('form');
    if (next.receivedOn < next.day) return no('receivedFirst');
    if (next.receivedOn > today) return no('future');
  }
  return { allowed: true };
}
