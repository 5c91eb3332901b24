/** Orders whose clock ran out without a reply: for the list “该升级” and for the job that raises them. */
import { and, eq, inArray } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { OrderRow } from '../../contract/supervision.ts';
import { nextLevelOf } from '../../rules/supervision/actions.ts';
import { awaitingStatuses } from '../../rules/supervision/shapes.ts';
import { supervisionIssues, supervisionOrders } from '../../tables/supervision.ts';
import { completeOrderRows, type OrderContext, readJudgedOrders } from './orders.ts';

const awaitsReply = inArray(supervisionOrders.status, [...awaitingStatuses]);
/** Far beyond what one county leaves unanswered at a time. */
const most = 5000;

/** Orders a person may raise now, the longest overdue first. Those at the top are left out: there is no higher step. */
export async function listOrdersToEscalate(
  db: ReadDb,
  jurisdictionId: string,
  context: OrderContext,
): Promise<OrderRow[]> {
  const where = and(awaitsReply, eq(supervisionIssues.jurisdictionId, jurisdictionId));
  const judged = await readJudgedOrders(db, context, where, most);
  const overdue = judged.filter(
    ({ state, timing }) => timing.overdue && nextLevelOf(state.level) !== undefined,
  );
  const rows = await completeOrderRows(db, overdue);
  return rows.sort((left, right) => ((left.lateSince ?? '') < (right.lateSince ?? '') ? -1 : 1));
}

export interface AutomaticEscalation {
  readonly orderId: string;
  /** Of the clock that ran out. */
  readonly due: Day;
  readonly escalationDays: number;
}

/** Orders the platform is to raise, of all jurisdictions. */
export async function listAutomaticEscalations(
  db: ReadDb,
  context: OrderContext,
): Promise<AutomaticEscalation[]> {
  const where = and(awaitsReply, eq(supervisionIssues.escalation, 'automatic'));
  const judged = await readJudgedOrders(db, context, where, most);
  return judged.flatMap(({ order, issue, state, timing }) =>
    timing.overdue && timing.clock.due !== null && nextLevelOf(state.level) !== undefined
      ? [{ orderId: order.id, due: timing.clock.due, escalationDays: issue.escalationDays }]
      : [],
  );
}
