/** What every command on an order needs: the locked rows, the check of the actor and of the table, the appended event. */
import { asc, eq } from 'drizzle-orm';
import { loadCalendarInForce } from '#kernel/calendar/calendar-in-force.ts';
import type { WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { longDay } from '#kernel/day-words.ts';
import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import { listSupervisors, mapDutyOfficers, nameUnits } from '#modules/organisation/index.ts';
import { listTaskIdsOfOrder } from '../../queries/supervision/order-detail.ts';
import { judgeOrderAction, type OrderAction, partyOfOrderAction } from '../../rules/supervision/actions.ts';
import { applyOrderEvent, foldOrderEvents, type OrderState } from '../../rules/supervision/fold.ts';
import type { OrderEventContent } from '../../rules/supervision/shapes.ts';
import { judgeOrderTiming } from '../../rules/supervision/timing.ts';
import {
  orderEventOfRow,
  type StoredIssue,
  type StoredOrder,
  supervisionEvents,
  supervisionIssues,
  supervisionOrders,
} from '../../tables/supervision.ts';
import { orderActionTitles, supervisionNumberWords, supervisionRefusals } from '../../words/supervision.ts';

import { requestEvaluation } from '../plan-evaluations.ts';

/** A loaded and locked order with everything a command judges it by. */
export interface OrderInHand {
  readonly order: StoredOrder;
  readonly issue: StoredIssue;
  readonly number: string;
  readonly unitName: string;
  readonly state: OrderState;
  readonly calendar: WorkingCalendar;
  readonly eventCount: number;
}

/** Loads the order for an action; refuses who may not, and what the table or the clock does not allow. */
export async function takeOrderInHand(
  work: Work,
  orderId: string,
  action: OrderAction,
): Promise<OrderInHand> {
  const [found] = await work.db
    .select({ order: supervisionOrders, issue: supervisionIssues })
    .from(supervisionOrders)
    .innerJoin(supervisionIssues, eq(supervisionIssues.id, supervisionOrders.issueId))
    .where(eq(supervisionOrders.id, orderId))
    .for('update', { of: supervisionOrders });
  if (found === undefined) throw supervisionRefusals.refuse('plan.orderNotFound', {});
  const { order, issue } = found;
  authoriseOrderAction(work, action, { unitId: order.unitId, jurisdictionId: issue.jurisdictionId });
  const rows = await work.db
    .select()
    .from(supervisionEvents)
    .where(eq(supervisionEvents.orderId, orderId))
    .orderBy(asc(supervisionEvents.seq));
  const state = foldOrderEvents(rows.map(orderEventOfRow));
  if (state === undefined) throw new Error(`order ${orderId} does not begin with its issue`);
  const calendar = await loadCalendarInForce(work.db);
  const names = await nameUnits(work.db, [order.unitId]);
  const inHand: OrderInHand = {
    order,
    issue,
    number: supervisionNumberWords(issue.year, issue.serial),
    unitName: names.get(order.unitId)?.shortName ?? '',
    state,
    calendar,
    eventCount: rows.length,
  };
  refuseForbiddenAction(work, inHand, action);
  return inHand;
}

/** An act of the unit needs its officer, an act of the office the supervising office. */
export function authoriseOrderAction(
  work: Pick<Work, 'authorise'>,
  action: OrderAction,
  target: { readonly unitId: string; readonly jurisdictionId: string },
): void {
  if (partyOfOrderAction(action) === 'unit') work.authorise('plan.answerOrder', target);
  else work.authorise('plan.supervise', { jurisdictionId: target.jurisdictionId });
}

function refuseForbiddenAction(work: Work, inHand: OrderInHand, action: OrderAction): void {
  const { state, calendar } = inHand;
  const verdict = judgeOrderAction(state, action, { calendar, today: work.today });
  if (verdict.allowed) return;
  const { clock } = judgeOrderTiming(state, calendar, work.today);
  const due = clock.due === null ? '无法计算的日期' : longDay(clock.due);
  switch (verdict.because) {
    case 'status':
      throw supervisionRefusals.refuse('plan.orderActionClosed', { action, status: state.status });
    case 'expired':
      throw supervisionRefusals.refuse('plan.orderExpired', { due });
    case 'notLate':
      throw supervisionRefusals.refuse('plan.orderNotLate', { due });
    case 'topLevel':
      throw supervisionRefusals.refuse('plan.orderAtTopLevel', {});
  }
}

/** Who is told: the people at work on it, from the second step on its leaders too; or the supervising office. */
async function listTold(work: Work, inHand: OrderInHand, state: OrderState, to: 'unit' | 'office') {
  if (to === 'office') return listSupervisors(work.db, inHand.issue.jurisdictionId);
  const { unitId } = inHand.order;
  const { staff = [], leaders = [] } = (await mapDutyOfficers(work.db, [unitId])).get(unitId) ?? {};
  return state.level === 'prompt' ? staff : [...staff, ...leaders];
}

/**
 * Appends what happened, rewrites the order's index, tells the other side and writes the audit. Returns the number of
 * the event.
 */
export async function recordOrderEvent(
  work: Work,
  inHand: OrderInHand,
  action: OrderAction,
  content: OrderEventContent,
  notice: { readonly to: 'unit' | 'office' | 'nobody'; readonly title: string },
): Promise<number> {
  const { order, number, unitName, calendar } = inHand;
  const seq = inHand.eventCount + 1;
  const { actor } = work;
  await work.db.insert(supervisionEvents).values({
    orderId: order.id,
    seq,
    kind: content.kind,
    details: content,
    at: work.now,
    actorId: actor.kind === 'officer' ? actor.id : null,
    actorName: actor.kind === 'officer' ? actor.name : '平台',
  });
  const state = applyOrderEvent(inHand.state, { ...content, day: work.today });
  await work.db
    .update(supervisionOrders)
    .set({ status: state.status, level: state.level, updatedAt: work.now })
    .where(eq(supervisionOrders.id, order.id));
  if (notice.to !== 'nobody') {
    const { clock, awaitsReply } = judgeOrderTiming(state, calendar, work.today);
    const told = await listTold(work, inHand, state, notice.to);
    await notify(work, {
      officerIds: told.filter((officerId) => actor.kind !== 'officer' || officerId !== actor.id),
      title: notice.title,
      detail: `${inHand.issue.subject}${awaitsReply && clock.due !== null ? `，请在${longDay(clock.due)}前反馈` : ''}`,
      address: `/plan/orders/${order.id}`,
      key: `order:${order.id}:${seq}`,
    });
  }
  await requestEvaluation(work, await listTaskIdsOfOrder(work.db, order.id));
  work.audit({
    action: `plan.${action}Order`,
    objectKind: 'supervisionOrder',
    objectId: order.id,
    unitId: order.unitId,
    summary: `${number}（${unitName}）：${orderActionTitles[action]}`,
    before: { status: inHand.state.status, level: inHand.state.level },
    after: { status: state.status, level: state.level, event: content },
    affectsPortal: false,
  });
  return seq;
}
