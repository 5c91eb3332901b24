/** Read models of supervision orders: rows with their computed clocks, and one order as its page shows it. */
import { and, asc, desc, eq, ilike, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import type { WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type { OrderQuery, OrderRow } from '../../contract/supervision.ts';
import { foldOrderEvents, type OrderState } from '../../rules/supervision/fold.ts';
import { openStatuses } from '../../rules/supervision/shapes.ts';
import {
  judgeOrderTiming,
  type OrderClock,
  type OrderTiming,
  wasAnsweredInTime,
} from '../../rules/supervision/timing.ts';
import {
  orderEventOfRow,
  type StoredIssue,
  type StoredOrder,
  type StoredOrderEvent,
  supervisionEvents,
  supervisionIssues,
  supervisionOrders,
  supervisionOrderTasks,
} from '../../tables/supervision.ts';
import { supervisionNumberWords } from '../../words/supervision.ts';

/** What clocks are computed against. */
export interface OrderContext {
  readonly today: Day;
  readonly calendar: WorkingCalendar;
  /** Leaves out what happened after `today`, so that a past day can be asked for; orders issued later are gone. */
  readonly asOf?: true;
}

/** Whose orders are read: those of a jurisdiction, of some of its units only when named. */
export interface OrderScope {
  readonly jurisdictionId: string;
  readonly unitIds?: readonly string[];
  /** Beside those of the named units the circulars of all: the reader is of the leading group. */
  readonly withCirculars?: boolean;
}

/** An order with its paper, its events, its folded state and its clocks. */
export interface JudgedOrder {
  readonly order: StoredOrder;
  readonly issue: StoredIssue;
  readonly events: readonly StoredOrderEvent[];
  readonly state: OrderState;
  readonly timing: OrderTiming;
}

const none = sql`false`;

function scopeCondition({ jurisdictionId, unitIds, withCirculars }: OrderScope): SQL | undefined {
  const isOurs = eq(supervisionIssues.jurisdictionId, jurisdictionId);
  if (unitIds === undefined) return isOurs;
  const isOfUnits = unitIds.length === 0 ? none : inArray(supervisionOrders.unitId, [...unitIds]);
  return and(
    isOurs,
    withCirculars === true ? or(isOfUnits, eq(supervisionOrders.level, 'circular')) : isOfUnits,
  );
}

/** Open orders only: issued and neither closed nor withdrawn. */
export const isOpenOrder: SQL = inArray(supervisionOrders.status, [...openStatuses]);

/** Reads orders, the newest first, and judges them. */
export async function readJudgedOrders(
  db: ReadDb,
  context: OrderContext,
  where: SQL | undefined,
  limit: number,
): Promise<JudgedOrder[]> {
  const rows = await db
    .select({ order: supervisionOrders, issue: supervisionIssues })
    .from(supervisionOrders)
    .innerJoin(supervisionIssues, eq(supervisionIssues.id, supervisionOrders.issueId))
    .where(where)
    .orderBy(desc(supervisionOrders.id))
    .limit(limit);
  if (rows.length === 0) return [];
  const events = await db
    .select()
    .from(supervisionEvents)
    .where(
      inArray(
        supervisionEvents.orderId,
        rows.map(({ order }) => order.id),
      ),
    )
    .orderBy(asc(supervisionEvents.orderId), asc(supervisionEvents.seq));
  const byOrder = new Map<string, StoredOrderEvent[]>();
  for (const event of events) byOrder.set(event.orderId, [...(byOrder.get(event.orderId) ?? []), event]);
  return rows.flatMap(({ order, issue }) => {
    const all = byOrder.get(order.id) ?? [];
    const own = context.asOf === true ? all.filter(({ at }) => beijingDayOf(at) <= context.today) : all;
    const state = foldOrderEvents(own.map(orderEventOfRow));
    if (state === undefined) return [];
    const timing = judgeOrderTiming(state, context.calendar, context.today);
    return [{ order, issue, events: own, state, timing }];
  });
}

/** A clock in the form replies carry. */
export function orderClockShape(clock: OrderClock): OrderRow['clock'] {
  return { ...clock, counted: [...clock.counted], skipped: [...clock.skipped] };
}

/** Adds names and counts: the row of a list. */
export async function completeOrderRows(db: ReadDb, judged: readonly JudgedOrder[]): Promise<OrderRow[]> {
  if (judged.length === 0) return [];
  const names = await nameUnits(
    db,
    judged.map(({ order }) => order.unitId),
  );
  const links = await db
    .select({ orderId: supervisionOrderTasks.orderId, total: sql<number>`count(*)::int` })
    .from(supervisionOrderTasks)
    .where(
      inArray(
        supervisionOrderTasks.orderId,
        judged.map(({ order }) => order.id),
      ),
    )
    .groupBy(supervisionOrderTasks.orderId);
  const totals = new Map(links.map(({ orderId, total }) => [orderId, total]));
  return judged.map(({ order, issue, state, timing }) => ({
    id: order.id,
    issueId: issue.id,
    number: supervisionNumberWords(issue.year, issue.serial),
    subject: issue.subject,
    unitId: order.unitId,
    unitName: names.get(order.unitId)?.shortName ?? '',
    status: state.status,
    level: state.level,
    issuedOn: beijingDayOf(issue.issuedAt),
    clock: orderClockShape(timing.clock),
    awaitsReply: timing.awaitsReply,
    lateSince: timing.lateSince,
    overdue: timing.overdue,
    remaining: timing.remaining,
    answeredInTime: wasAnsweredInTime(timing),
    taskCount: totals.get(order.id) ?? 0,
    updatedAt: order.updatedAt.toISOString(),
  }));
}

function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

function filterCondition(query: Omit<OrderQuery, 'limit' | 'after'>): SQL | undefined {
  const { status, open, level, unitId, taskId, late, text } = query;
  return and(
    status === undefined ? undefined : eq(supervisionOrders.status, status),
    // What is late is open: the index narrows it before clocks are computed.
    open === true || late === true ? isOpenOrder : undefined,
    level === undefined ? undefined : eq(supervisionOrders.level, level),
    unitId === undefined ? undefined : eq(supervisionOrders.unitId, unitId),
    taskId === undefined
      ? undefined
      : sql`exists (select 1 from ${supervisionOrderTasks}
          where ${supervisionOrderTasks.orderId} = ${supervisionOrders.id}
            and ${supervisionOrderTasks.taskId} = ${taskId})`,
    text === undefined || text === ''
      ? undefined
      : or(
          ilike(supervisionIssues.subject, containing(text)),
          ilike(supervisionIssues.requirement, containing(text)),
        ),
  );
}

const batch = 200;

/** A page of orders, the newest first. Lateness is computed, so rows are read until the page is full. */
export async function listOrders(
  db: ReadDb,
  scope: OrderScope,
  query: OrderQuery,
  context: OrderContext,
): Promise<PageOfRows<OrderRow>> {
  const { limit, late } = query;
  const found: JudgedOrder[] = [];
  let after = query.after?.[0];
  for (;;) {
    const beyond: SQL | undefined = after === undefined ? undefined : lt(supervisionOrders.id, after);
    const size: number = late === undefined ? limit + 1 : batch;
    const rows: JudgedOrder[] = await readJudgedOrders(
      db,
      context,
      and(scopeCondition(scope), filterCondition(query), beyond),
      size,
    );
    found.push(...rows.filter(({ timing }) => late === undefined || (timing.lateSince !== null) === late));
    after = rows.at(-1)?.order.id;
    if (rows.length < size || found.length > limit) break;
  }
  const page = pageOfRows(found.slice(0, limit + 1), limit, ({ order }) => [order.id]);
  return { rows: await completeOrderRows(db, page.rows), next: page.next };
}

/** Every open order of the scope with its clocks; a county has some hundreds at most. */
export async function listOpenOrders(
  db: ReadDb,
  scope: OrderScope,
  context: OrderContext,
): Promise<OrderRow[]> {
  const judged = await readJudgedOrders(db, context, and(scopeCondition(scope), isOpenOrder), 5000);
  return completeOrderRows(db, judged);
}
