/** One supervision order as its page and its printed sheet show it. */
import { asc, eq } from 'drizzle-orm';
import type { WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { storedFiles } from '#kernel/files/tables.ts';
import { findJurisdiction, listUnits, nameUnits } from '#modules/organisation/index.ts';
import type { OrderDetail, OrderFile } from '../../contract/supervision.ts';
import { judgeOrderAction, type OrderAction, orderActions } from '../../rules/supervision/actions.ts';
import { computeOrderClock } from '../../rules/supervision/timing.ts';
import { plans, tasks } from '../../tables/plans.ts';
import {
  supervisionFiles,
  supervisionIssues,
  supervisionOrders,
  supervisionOrderTasks,
} from '../../tables/supervision.ts';
import {
  completeOrderRows,
  type JudgedOrder,
  type OrderContext,
  orderClockShape,
  readJudgedOrders,
} from './orders.ts';
import type { OrderOwner } from './visibility.ts';

/** Whose the order is, for the check of the reader; undefined when there is none. */
export async function findOrderOwner(db: ReadDb, orderId: string): Promise<OrderOwner | undefined> {
  const [row] = await db
    .select({
      unitId: supervisionOrders.unitId,
      jurisdictionId: supervisionIssues.jurisdictionId,
      level: supervisionOrders.level,
    })
    .from(supervisionOrders)
    .innerJoin(supervisionIssues, eq(supervisionIssues.id, supervisionOrders.issueId))
    .where(eq(supervisionOrders.id, orderId));
  return row;
}

/** The order; `mayAct` says which actions the reader's permissions would let pass. */
export async function findOrderDetail(
  db: ReadDb,
  orderId: string,
  context: OrderContext,
  mayAct: (action: OrderAction) => boolean,
): Promise<OrderDetail | undefined> {
  const [judged] = await readJudgedOrders(db, context, eq(supervisionOrders.id, orderId), 1);
  if (judged === undefined) return undefined;
  const [row] = await completeOrderRows(db, [judged]);
  if (row === undefined) return undefined;
  const { issue, state } = judged;
  const files = await listOrderFiles(db, orderId);
  const names = await nameUnits(db, [row.unitId]);
  const jurisdictionName = (await findJurisdiction(db, issue.jurisdictionId))?.name ?? '';
  return {
    ...row,
    requirement: issue.requirement,
    escalation: issue.escalation,
    escalationDays: issue.escalationDays,
    issuedByName: issue.issuedByName,
    officeName: issue.officeName ?? `${jurisdictionName}人民政府办公室`,
    unitFullName: names.get(row.unitId)?.name ?? row.unitName,
    jurisdictionName,
    clocks: clocksOf(judged, context.calendar),
    addressees: await listAddressees(db, issue),
    tasks: await listOrderTasks(db, orderId),
    events: eventViews(judged, files),
    actions: orderActions.filter(
      (action) => mayAct(action) && judgeOrderAction(state, action, context).allowed,
    ),
  };
}

/** Kinds of events that set a clock. */
const openingKinds = ['issued', 'returned', 'escalated'];

/** Each event that opens a period, with the clock of that period. */
function clocksOf({ events, state }: JudgedOrder, calendar: WorkingCalendar): OrderDetail['clocks'] {
  const openers = events.filter(({ details }) => openingKinds.includes(details.kind));
  return state.periods.flatMap((period, index) => {
    const seq = openers[index]?.seq;
    return seq === undefined ? [] : [{ seq, ...orderClockShape(computeOrderClock(period, calendar)) }];
  });
}

/** A file with the reply it belongs to; null while the reply is being written. */
type StoredOrderFile = OrderFile & { readonly eventSeq: number | null };

function eventViews({ events }: JudgedOrder, files: readonly StoredOrderFile[]): OrderDetail['events'] {
  return events.map(({ seq, at, actorName, details }) => ({
    seq,
    at: at.toISOString(),
    actorName,
    event: details,
    files: files
      .filter((file) => file.eventSeq === seq)
      .map(({ fileId, fileName, byteLength }) => ({ fileId, fileName, byteLength })),
  }));
}

/** Files of the order, those of a reply being written among them. */
export async function listOrderFiles(db: ReadDb, orderId: string): Promise<StoredOrderFile[]> {
  return db
    .select({
      fileId: supervisionFiles.fileId,
      fileName: storedFiles.fileName,
      byteLength: storedFiles.byteLength,
      eventSeq: supervisionFiles.eventSeq,
    })
    .from(supervisionFiles)
    .innerJoin(storedFiles, eq(storedFiles.id, supervisionFiles.fileId))
    .where(eq(supervisionFiles.orderId, orderId))
    .orderBy(asc(supervisionFiles.fileId));
}

/** Units in the customary order of the register, as a paper names them. */
async function listAddressees(
  db: ReadDb,
  issue: { readonly id: string; readonly jurisdictionId: string },
): Promise<OrderDetail['addressees']> {
  const rows = await db
    .select({ orderId: supervisionOrders.id, unitId: supervisionOrders.unitId })
    .from(supervisionOrders)
    .where(eq(supervisionOrders.issueId, issue.id));
  const names = await nameUnits(
    db,
    rows.map(({ unitId }) => unitId),
  );
  const customary = (await listUnits(db, issue.jurisdictionId)).map(({ id }) => id);
  return rows
    .map((row) => ({ ...row, unitName: names.get(row.unitId)?.shortName ?? '' }))
    .sort((left, right) => customary.indexOf(left.unitId) - customary.indexOf(right.unitId));
}

async function listOrderTasks(db: ReadDb, orderId: string): Promise<OrderDetail['tasks']> {
  const rows = await db
    .select({ task: tasks, planTitle: plans.title })
    .from(supervisionOrderTasks)
    .innerJoin(tasks, eq(tasks.id, supervisionOrderTasks.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(eq(supervisionOrderTasks.orderId, orderId))
    .orderBy(asc(tasks.planId), asc(tasks.ordinal));
  return rows.map(({ task, planTitle }) => ({
    taskId: task.id,
    no: task.no,
    title: [task.item, task.requirement].filter((part) => part !== null).join('：'),
    planTitle,
  }));
}

/** Tasks an order is about, for those who evaluate tasks when it changes. */
export async function listTaskIdsOfOrder(db: ReadDb, orderId: string): Promise<string[]> {
  const rows = await db
    .select({ taskId: supervisionOrderTasks.taskId })
    .from(supervisionOrderTasks)
    .where(eq(supervisionOrderTasks.orderId, orderId));
  return rows.map(({ taskId }) => taskId);
}

/** Orders about a task. */
export async function listOrderIdsOfTask(db: ReadDb, taskId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ orderId: supervisionOrderTasks.orderId })
    .from(supervisionOrderTasks)
    .where(eq(supervisionOrderTasks.taskId, taskId));
  return new Set(rows.map(({ orderId }) => orderId));
}
