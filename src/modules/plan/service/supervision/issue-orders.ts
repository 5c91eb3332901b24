/** Issues supervision orders: one numbered paper, one order for each unit it is addressed to. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { loadCalendarInForce } from '#kernel/calendar/calendar-in-force.ts';
import { yearOf } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import { keepUnitsOf, mapDutyOfficers, nameUnits } from '#modules/organisation/index.ts';
import type { IssuedOrders, IssueOrdersInput } from '../../contract/supervision.ts';
import type { OrderEventContent } from '../../rules/supervision/shapes.ts';
import { computeOrderClock } from '../../rules/supervision/timing.ts';
import { assignments, plans, tasks } from '../../tables/plans.ts';
import {
  supervisionEvents,
  supervisionIssues,
  supervisionNumbers,
  supervisionOrders,
  supervisionOrderTasks,
} from '../../tables/supervision.ts';
import {
  supervisionLevelTitles,
  supervisionNumberWords,
  supervisionRefusals,
} from '../../words/supervision.ts';
import { requestEvaluation } from '../plan-evaluations.ts';
import { tellLeadingGroup } from './tell-leading-group.ts';

/** Issues the paper and its orders; the number is the next of the year, without gaps. */
export async function issueSupervisionOrders(
  work: Work,
  jurisdictionId: string,
  input: IssueOrdersInput,
): Promise<IssuedOrders> {
  work.authorise('plan.supervise', { jurisdictionId });
  const unitIds = [...new Set(input.unitIds)];
  const taskIds = [...new Set(input.taskIds)];
  const known = await keepUnitsOf(work.db, jurisdictionId, unitIds);
  if (unitIds.some((unitId) => !known.has(unitId))) {
    throw supervisionRefusals.refuse('plan.orderUnitUnknown', {});
  }
  const tasksOfUnit = await mapTasksOfUnits(work, jurisdictionId, taskIds);
  const year = yearOf(work.today);
  const serial = await takeNextSerial(work, jurisdictionId, year);
  const number = supervisionNumberWords(year, serial);
  const issueId = work.newId();
  const { actor } = work;
  const issuedBy = actor.kind === 'officer' ? actor.id : null;
  const issuedByName = actor.kind === 'officer' ? actor.name : '平台';
  const { subject, requirement, escalation, escalationDays } = input;
  await work.db.insert(supervisionIssues).values({
    id: issueId,
    jurisdictionId,
    year,
    serial,
    subject,
    requirement,
    escalation,
    escalationDays,
    issuedBy,
    issuedByName,
    officeName: await nameOffice(work),
    issuedAt: work.now,
  });
  const details: OrderEventContent = { kind: 'issued', level: input.level, replyDays: input.replyDays };
  const orders = unitIds.map((unitId) => ({ id: work.newId(), unitId }));
  await work.db.insert(supervisionOrders).values(
    orders.map(({ id, unitId }) => ({
      id,
      issueId,
      unitId,
      status: 'issued' as const,
      level: input.level,
      updatedAt: work.now,
    })),
  );
  await work.db.insert(supervisionEvents).values(
    orders.map(({ id }) => ({
      orderId: id,
      seq: 1,
      kind: details.kind,
      details,
      at: work.now,
      actorId: issuedBy,
      actorName: issuedByName,
    })),
  );
  const links = orders.flatMap(({ id, unitId }) =>
    (tasksOfUnit.get(unitId) ?? taskIds).map((taskId) => ({ orderId: id, taskId })),
  );
  if (links.length > 0) await work.db.insert(supervisionOrderTasks).values(links);
  await requestEvaluation(work, taskIds);
  await tellAddressees(work, orders, input, number);
  if (input.level === 'circular') {
    const names = await nameUnits(work.db, unitIds);
    const circulars = orders.map(({ id: orderId, unitId }) => {
      const unitName = names.get(unitId)?.shortName ?? '';
      return { orderId, unitName, number, subject, reason: null };
    });
    await tellLeadingGroup(work, jurisdictionId, circulars);
  }
  work.audit({
    action: 'plan.issueOrders',
    objectKind: 'supervisionIssue',
    objectId: issueId,
    summary: `发出${number}（${supervisionLevelTitles[input.level]}），共${orders.length}个单位`,
    after: { ...input, number, orders },
    affectsPortal: false,
  });
  return { issueId, number, orderIds: orders.map(({ id }) => id) };
}

/** Full name of the office in whose name the officer issues; null when the platform does. */
async function nameOffice(work: Work): Promise<string | null> {
  const { actor } = work;
  const grant = actor.kind === 'officer' ? actor.grants.find(({ role }) => role === 'supervisor') : undefined;
  if (grant === undefined) return null;
  return (await nameUnits(work.db, [grant.unitId])).get(grant.unitId)?.name ?? null;
}

/** The row of the year is the lock: issues wait for each other, and one that is refused gives its number back. */
async function takeNextSerial(work: Work, jurisdictionId: string, year: number): Promise<number> {
  const [row] = await work.db
    .insert(supervisionNumbers)
    .values({ jurisdictionId, year, lastSerial: 1 })
    .onConflictDoUpdate({
      target: [supervisionNumbers.jurisdictionId, supervisionNumbers.year],
      set: { lastSerial: sql`${supervisionNumbers.lastSerial} + 1` },
    })
    .returning({ serial: supervisionNumbers.lastSerial });
  if (row === undefined) throw new Error('no number was given');
  return row.serial;
}

/** Of the tasks named, those in which a unit has a part; a unit without a part answers for all of them. */
async function mapTasksOfUnits(
  work: Work,
  jurisdictionId: string,
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (taskIds.length === 0) return new Map();
  const known = await work.db
    .select({ id: tasks.id })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(
      and(
        inArray(tasks.id, [...taskIds]),
        eq(plans.jurisdictionId, jurisdictionId),
        eq(plans.kind, 'own'),
        isNull(tasks.withdrawnAt),
      ),
    );
  if (known.length !== taskIds.length) throw supervisionRefusals.refuse('plan.orderTaskUnknown', {});
  const rows = await work.db
    .select({ taskId: assignments.taskId, unitId: assignments.unitId })
    .from(assignments)
    .where(inArray(assignments.taskId, [...taskIds]));
  const byUnit = new Map<string, string[]>();
  for (const { taskId, unitId } of rows) byUnit.set(unitId, [...(byUnit.get(unitId) ?? []), taskId]);
  return byUnit;
}

async function tellAddressees(
  work: Work,
  orders: readonly { readonly id: string; readonly unitId: string }[],
  input: IssueOrdersInput,
  number: string,
): Promise<void> {
  const calendar = await loadCalendarInForce(work.db);
  const period = { from: work.today, days: input.replyDays, extendedBy: 0, openedBy: 'issued' as const };
  const { due } = computeOrderClock(period, calendar);
  const officers = await mapDutyOfficers(
    work.db,
    orders.map(({ unitId }) => unitId),
  );
  for (const { id, unitId } of orders) {
    const { staff = [], leaders = [] } = officers.get(unitId) ?? {};
    await notify(work, {
      officerIds: input.level === 'prompt' ? staff : [...staff, ...leaders],
      title: `收到${supervisionLevelTitles[input.level]}：${number}`,
      detail: `${input.subject}${due === null ? '' : `，请签收并在${longDay(due)}前反馈`}`,
      address: `/plan/orders/${id}`,
      key: `order:${id}:1`,
    });
  }
}
