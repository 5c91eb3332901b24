/**
 * Who may do what to an order in which status: the one table that enables the button, the route and the refusal, and that
 * the officers' guide prints.
 */
import type { WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import type { Day } from '#kernel/day.ts';
import type { OrderState } from './fold.ts';
import { type OrderStatus, orderStatuses, type SupervisionLevel, supervisionLevels } from './shapes.ts';
import { judgeOrderTiming } from './timing.ts';

/** The supervising office that issues, and the unit addressed. */
export const orderParties = ['unit', 'office'] as const;
export type OrderParty = (typeof orderParties)[number];

export const orderActions = [
  'receive',
  'reply',
  'accept',
  'return',
  'extend',
  'escalate',
  'withdraw',
] as const;
export type OrderAction = (typeof orderActions)[number];

export const orderActionTable = {
  issued: { unit: ['receive'], office: ['extend', 'escalate', 'withdraw'] },
  received: { unit: ['reply'], office: ['extend', 'escalate', 'withdraw'] },
  returned: { unit: ['reply'], office: ['extend', 'escalate', 'withdraw'] },
  replied: { unit: [], office: ['accept', 'return', 'withdraw'] },
  closed: { unit: [], office: [] },
  withdrawn: { unit: [], office: [] },
} as const satisfies Record<OrderStatus, Record<OrderParty, readonly OrderAction[]>>;

/** Actions of a party in a status, as the table says. */
export function listOrderActions(status: OrderStatus, party: OrderParty): readonly OrderAction[] {
  return orderActionTable[status][party];
}

/** Whose act it is: in every status where the table names it, the same party. */
export function partyOfOrderAction(action: OrderAction): OrderParty {
  return orderStatuses.some((status) => listOrderActions(status, 'unit').includes(action))
    ? 'unit'
    : 'office';
}

/** The next step of escalation; undefined at the top. */
export function nextLevelOf(level: SupervisionLevel): SupervisionLevel | undefined {
  return supervisionLevels[supervisionLevels.indexOf(level) + 1];
}

export type OrderActionVerdict =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      /**
       * `status`: the table does not name it; `expired`: a period is extended before it ends; `notLate`: the unit still
       * has time; `topLevel`: there is no higher step.
       */
      readonly because: 'status' | 'expired' | 'notLate' | 'topLevel';
    };

/** Judges an action by the table and the clock. */
export function judgeOrderAction(
  state: OrderState,
  action: OrderAction,
  context: { readonly calendar: WorkingCalendar; readonly today: Day },
): OrderActionVerdict {
  if (!listOrderActions(state.status, partyOfOrderAction(action)).includes(action)) {
    return { allowed: false, because: 'status' };
  }
  const { overdue } = judgeOrderTiming(state, context.calendar, context.today);
  if (action === 'extend' && overdue) return { allowed: false, because: 'expired' };
  if (action === 'escalate') {
    if (nextLevelOf(state.level) === undefined) return { allowed: false, because: 'topLevel' };
    // A unit whose answer did not do and was sent back has had its time once.
    if (!overdue && state.returns === 0) return { allowed: false, because: 'notLate' };
  }
  return { allowed: true };
}
