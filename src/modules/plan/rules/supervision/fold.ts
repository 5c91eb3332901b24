/** The state of an order, folded from its events. The fold is total: whether an event may happen is judged in `actions.ts`. */
import type { Day } from '#kernel/day.ts';
import type { OrderEvent, OrderStatus, SupervisionLevel } from './shapes.ts';

/** One run of the clock. */
export interface ReplyPeriod {
  /** The day it was opened on; itself not counted. */
  readonly from: Day;
  /** Working days given, with extensions. */
  readonly days: number;
  /** Working days of that by extension. */
  readonly extendedBy: number;
  readonly openedBy: 'issued' | 'returned' | 'escalated';
  /** Null while it runs. */
  readonly endedOn: Day | null;
  readonly endedBy: 'replied' | 'escalated' | 'withdrawn' | null;
}

export interface OrderState {
  readonly status: OrderStatus;
  readonly level: SupervisionLevel;
  /** Earliest first, never empty; only the last one may run. */
  readonly periods: readonly [ReplyPeriod, ...ReplyPeriod[]];
  readonly receivedOn: Day | null;
  readonly replies: number;
  readonly returns: number;
  readonly escalations: number;
  readonly closedOn: Day | null;
}

/** Folds the events of one order; undefined when they do not begin with its issue. */
export function foldOrderEvents(events: readonly OrderEvent[]): OrderState | undefined {
  const [first, ...rest] = events;
  if (first?.kind !== 'issued') return undefined;
  const opened: OrderState = {
    status: 'issued',
    level: first.level,
    periods: [openPeriod(first.day, first.replyDays, 'issued')],
    receivedOn: null,
    replies: 0,
    returns: 0,
    escalations: 0,
    closedOn: null,
  };
  return rest.reduce(applyOrderEvent, opened);
}

function openPeriod(from: Day, days: number, openedBy: ReplyPeriod['openedBy']): ReplyPeriod {
  return { from, days, extendedBy: 0, openedBy, endedOn: null, endedBy: null };
}

/** The period that runs or ran last. */
export function lastPeriodOf(state: OrderState): ReplyPeriod {
  return state.periods.at(-1) ?? state.periods[0];
}

function withLastPeriod(state: OrderState, last: ReplyPeriod): OrderState['periods'] {
  const [first, ...rest] = [...state.periods.slice(0, -1), last];
  return [first ?? last, ...rest];
}

/** What the order becomes when this happens to it. */
export function applyOrderEvent(state: OrderState, event: OrderEvent): OrderState {
  const last = lastPeriodOf(state);
  const ended = (endedBy: NonNullable<ReplyPeriod['endedBy']>): OrderState['periods'] =>
    last.endedOn === null ? withLastPeriod(state, { ...last, endedOn: event.day, endedBy }) : state.periods;
  switch (event.kind) {
    case 'issued':
      return state;
    case 'received':
      return { ...state, status: 'received', receivedOn: event.day };
    case 'replied':
      return { ...state, status: 'replied', replies: state.replies + 1, periods: ended('replied') };
    case 'returned':
      return {
        ...state,
        status: 'returned',
        returns: state.returns + 1,
        periods: [...state.periods, openPeriod(event.day, event.replyDays, 'returned')],
      };
    case 'extended':
      return {
        ...state,
        periods: withLastPeriod(state, {
          ...last,
          days: last.days + event.moreDays,
          extendedBy: last.extendedBy + event.moreDays,
        }),
      };
    case 'escalated':
      return {
        ...state,
        level: event.level,
        escalations: state.escalations + 1,
        periods: [...ended('escalated'), openPeriod(event.day, event.replyDays, 'escalated')],
      };
    case 'closed':
      return { ...state, status: 'closed', closedOn: event.day };
    case 'withdrawn':
      return { ...state, status: 'withdrawn', closedOn: event.day, periods: ended('withdrawn') };
  }
}
