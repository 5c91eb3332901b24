/** Read models of requests for the desk: lists by queue. Who sees what is judged by one function, here as SQL. */
import {
  and,
  arrayContains,
  asc,
  desc,
  eq,
  gt,
  ilike,
  inArray,
  isNotNull,
  isNull,
  lt,
  or,
  type SQL,
} from 'drizzle-orm';
import type { Actor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { findOfficerRows, listRoleHolders, nameUnits } from '#modules/organisation/index.ts';
import type { RequestListRow, RequestQuery } from '../contract/requests.ts';
import { canReachCase, overseesRequests } from '../rules/case-access.ts';
import type { CaseEvent } from '../rules/case-events.ts';
import { requestPermissions } from '../rules/request-permissions.ts';
import {
  type RequestApplicantRow,
  type RequestRow,
  requestApplicants,
  requestEvents,
  requests,
} from '../tables/requests.ts';
import { requestRefusals } from '../words/requests.ts';

/** The row of a request the actor reaches; undefined as if it were not there for everybody else. */
export async function findReachableRequest(
  db: ReadDb,
  actor: Actor,
  requestId: string,
): Promise<RequestRow | undefined> {
  const [row] = await db.select().from(requests).where(eq(requests.id, requestId));
  return row !== undefined && canReachCase(actor, row) ? row : undefined;
}

/** The events of a request in the order in which they were recorded. */
export async function listCaseEvents(db: ReadDb, requestId: string): Promise<CaseEvent[]> {
  const rows = await db
    .select({ content: requestEvents.content })
    .from(requestEvents)
    .where(eq(requestEvents.requestId, requestId))
    .orderBy(asc(requestEvents.number));
  return rows.map(({ content }) => content);
}

/** Who asks, masked and sealed. */
export async function findApplicantRow(
  db: ReadDb,
  requestId: string,
): Promise<RequestApplicantRow | undefined> {
  const [row] = await db.select().from(requestApplicants).where(eq(requestApplicants.requestId, requestId));
  return row;
}

/** The sealed applicant of a case the actor reaches, null when erased; refuses as not found for everybody else. */
export async function getSealedApplicant(
  db: ReadDb,
  actor: Actor,
  requestId: string,
): Promise<string | null> {
  const row = await findReachableRequest(db, actor, requestId);
  if (row === undefined) throw requestRefusals.refuse('requests.notFound', {});
  return (await findApplicantRow(db, requestId))?.sealed ?? null;
}

/** The same judgement as `canReachCase`, over a list. */
function reachable(actor: Actor, jurisdictionId: string): SQL | undefined {
  const inPlace = eq(requests.jurisdictionId, jurisdictionId);
  if (overseesRequests(actor, jurisdictionId)) return inPlace;
  return and(inPlace, arrayContains(requests.officerIds, actor.kind === 'officer' ? [actor.id] : []));
}

function inQueue(queue: RequestQuery['queue'], actor: Actor): SQL | undefined {
  switch (queue) {
    case 'open':
      return isNull(requests.closedOn);
    case 'untouched':
      return and(isNull(requests.closedOn), eq(requests.isTouched, false));
    case 'mine':
      return and(
        isNull(requests.closedOn),
        arrayContains(requests.officerIds, actor.kind === 'officer' ? [actor.id] : []),
      );
    case 'closed':
      return isNotNull(requests.closedOn);
    case 'all':
      return undefined;
  }
}

/** Open queues run by the next day of the law, the others by the newest. */
function orderOf(queue: RequestQuery['queue']): 'next' | 'newest' {
  return queue === 'closed' || queue === 'all' ? 'newest' : 'next';
}

function seekAfter(order: 'next' | 'newest', after: RequestQuery['after']): SQL | undefined {
  if (after === undefined) return undefined;
  const [key, id] = after;
  if (order === 'newest') {
    const at = new Date(key ?? 0);
    return or(lt(requests.createdAt, at), and(eq(requests.createdAt, at), lt(requests.id, id)));
  }
  if (key === null) return and(isNull(requests.nextOn), gt(requests.id, id));
  const on = dayOf(key);
  return or(
    gt(requests.nextOn, on),
    and(eq(requests.nextOn, on), gt(requests.id, id)),
    isNull(requests.nextOn),
  );
}

/** Rows with the names of their units and the masked applicant. */
export async function viewRequestRows(db: ReadDb, rows: readonly RequestRow[]): Promise<RequestListRow[]> {
  if (rows.length === 0) return [];
  const units = rows.flatMap(({ unitId, handlingUnitId }) =>
    handlingUnitId === null ? [unitId] : [unitId, handlingUnitId],
  );
  const names = await nameUnits(db, units);
  const applicants = await db
    .select({ requestId: requestApplicants.requestId, maskedName: requestApplicants.maskedName })
    .from(requestApplicants)
    .where(
      inArray(
        requestApplicants.requestId,
        rows.map(({ id }) => id),
      ),
    );
  const masked = new Map(applicants.map(({ requestId, maskedName }) => [requestId, maskedName]));
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    subject: row.subject,
    unitId: row.unitId,
    unitName: names.get(row.unitId)?.shortName ?? '',
    handlingUnitName: row.handlingUnitId === null ? null : (names.get(row.handlingUnitId)?.shortName ?? ''),
    way: row.way,
    applicantKind: row.applicantKind,
    maskedName: masked.get(row.id) ?? '',
    stage: row.stage,
    ending: row.ending,
    arrivedOn: row.arrivedOn,
    receivedOn: row.receivedOn,
    closedOn: row.closedOn,
    leaf: row.leaf,
    isTouched: row.isTouched,
    internalDue: row.internalDue,
    nextOn: row.nextOn,
    nextWhat: row.nextWhat,
  }));
}

/** A page of the requests the actor reaches. */
export async function listRequests(
  db: ReadDb,
  actor: Actor,
  jurisdictionId: string,
  query: RequestQuery,
): Promise<PageOfRows<RequestListRow>> {
  const order = orderOf(query.queue);
  const like = query.text === undefined ? undefined : `%${query.text.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await db
    .select()
    .from(requests)
    .where(
      and(
        reachable(actor, jurisdictionId),
        inQueue(query.queue, actor),
        query.stage === undefined ? undefined : eq(requests.stage, query.stage),
        query.unitId === undefined ? undefined : eq(requests.unitId, query.unitId),
        query.way === undefined ? undefined : eq(requests.way, query.way),
        like === undefined ? undefined : or(ilike(requests.subject, like), ilike(requests.number, like)),
        seekAfter(order, query.after),
      ),
    )
    .orderBy(
      ...(order === 'next'
        ? [asc(requests.nextOn), asc(requests.id)]
        : [desc(requests.createdAt), desc(requests.id)]),
    )
    .limit(query.limit + 1);
  const page = pageOfRows(rows, query.limit, (row) => [
    order === 'next' ? row.nextOn : row.createdAt.toISOString(),
    row.id,
  ]);
  return { rows: await viewRequestRows(db, page.rows), next: page.next };
}

/** Active officers of a unit who may be given a case, by name. */
export async function listAssignable(
  db: ReadDb,
  unitId: string,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const ids = new Set<string>();
  for (const role of requestPermissions['requests.handle'].roles) {
    for (const id of await listRoleHolders(db, role, [unitId])) ids.add(id);
  }
  const rows = await findOfficerRows(db, [...ids]);
  return [...rows.values()].map(({ id, name }) => ({ id, name }));
}
