/** Read models of disputes: the list and one dispute with everything known of it. Who sees what is one function, here as SQL. */
import {
  and,
  arrayContains,
  asc,
  desc,
  eq,
  ilike,
  inArray,
  isNotNull,
  isNull,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Actor } from '#kernel/actor.ts';
import type { WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { storedFiles } from '#kernel/files/tables.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type { DisputeDetail, DisputeQuery, DisputeRow } from '../../contract/disputes.ts';
import { findDispositionLeaf } from '../../rules/dispositions/leaves.ts';
import { listDisputeActions } from '../../rules/disputes/actions.ts';
import { listDisputeClocks } from '../../rules/disputes/clocks.ts';
import { type DisputeState, listCountedEvents } from '../../rules/disputes/fold.ts';
import { disputePermissions } from '../../rules/disputes/permissions.ts';
import { type DisputeRecord, disputeParties, disputes, rectifications } from '../../tables/disputes.ts';
import { requests } from '../../tables/requests.ts';
import { disputeEventLines } from '../../words/dispute-lines.ts';
import { disputeRefusals } from '../../words/disputes.ts';
import { findNextDisputeDay, viewDisputeClock } from './clocks.ts';
import { eventOfDisputeRow, findReachableDispute, mapDisputeEvents, stateOfDispute } from './stored.ts';

export interface DisputeContext {
  readonly calendar: WorkingCalendar;
  readonly today: Day;
}

/** The same judgement as `canReachDispute`, over a list. */
export function reachableDisputes(actor: Actor, jurisdictionId: string): SQL | undefined {
  const inPlace = eq(disputes.jurisdictionId, jurisdictionId);
  if (actor.kind === 'system') return inPlace;
  if (actor.kind !== 'officer' || actor.jurisdictionId !== jurisdictionId) return sql`false`;
  const row = disputePermissions['requests.keepDisputes'];
  const roles: readonly string[] = row.roles;
  const grants = actor.grants.filter(({ role }) => roles.includes(role));
  const forAll: readonly string[] = row.forAllUnits;
  if (grants.some(({ role }) => forAll.includes(role))) return inPlace;
  const reached = [...new Set(grants.flatMap(({ reach }) => reach))];
  const assigned = inArray(
    disputes.requestId,
    sql`(select ${requests.id} from ${requests} where ${arrayContains(requests.officerIds, [actor.id])})`,
  );
  return and(inPlace, reached.length === 0 ? assigned : or(inArray(disputes.unitId, reached), assigned));
}

/** Rows of a list from their records: events are read once for all of them. */
export async function viewDisputeRows(
  db: ReadDb,
  records: readonly DisputeRecord[],
  { calendar, today }: DisputeContext,
): Promise<DisputeRow[]> {
  const events = await mapDisputeEvents(
    db,
    records.map(({ id }) => id),
  );
  const names = await nameUnits(
    db,
    records.flatMap(({ unitId, handlingUnitId }) => [unitId, handlingUnitId]),
  );
  return records.map((record) => {
    const state = stateOfDispute(record, (events.get(record.id) ?? []).map(eventOfDisputeRow));
    return viewDisputeRow(record, state, { calendar, today }, names);
  });
}

function viewDisputeRow(
  record: DisputeRecord,
  state: DisputeState,
  { calendar, today }: DisputeContext,
  names: Awaited<ReturnType<typeof nameUnits>>,
): DisputeRow {
  const next = findNextDisputeDay(state, record, calendar, today);
  return {
    id: record.id,
    number: record.number,
    way: record.way,
    capacity: record.capacity,
    unitId: record.unitId,
    unitName: names.get(record.unitId)?.shortName ?? '',
    handlingUnitName: names.get(record.handlingUnitId)?.shortName ?? '',
    subject: record.subject,
    authority: record.authority,
    ground: record.ground,
    openedOn: record.openedOn,
    status: state.status,
    outcome: state.outcome,
    closedOn: state.closedOn,
    next: next === null ? null : { title: next.title, due: next.due },
    hearingOn: state.hearings.findLast(({ on }) => on >= today)?.on ?? null,
  };
}

/** A page of the disputes the actor reaches, the latest first. */
export async function listDisputes(
  db: ReadDb,
  actor: Actor,
  jurisdictionId: string,
  query: DisputeQuery,
  context: DisputeContext,
): Promise<PageOfRows<DisputeRow>> {
  const { after, limit, state, way, outcome, unitId, year, text } = query;
  const like = text === undefined || text === '' ? undefined : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const records = await db
    .select()
    .from(disputes)
    .where(
      and(
        reachableDisputes(actor, jurisdictionId),
        state === undefined
          ? undefined
          : state === 'open'
            ? isNull(disputes.closedOn)
            : isNotNull(disputes.closedOn),
        way === undefined ? undefined : eq(disputes.way, way),
        outcome === undefined ? undefined : eq(disputes.outcome, outcome),
        unitId === undefined ? undefined : eq(disputes.unitId, unitId),
        year === undefined
          ? undefined
          : sql`${disputes.openedOn} >= ${`${year}-01-01`}::date and ${disputes.openedOn} < ${`${year + 1}-01-01`}::date`,
        like === undefined
          ? undefined
          : or(
              ilike(disputes.subject, like),
              ilike(disputes.number, like),
              ilike(disputes.authority, like),
              ilike(disputes.olderCase, like),
            ),
        after === undefined
          ? undefined
          : sql`(${disputes.openedOn}, ${disputes.id}) < (${after[0]}::date, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(desc(disputes.openedOn), desc(disputes.id))
    .limit(limit + 1);
  const page = pageOfRows(records, limit, (row) => [row.openedOn, row.id]);
  return { rows: await viewDisputeRows(db, page.rows, context), next: page.next };
}

async function viewDisputeEvents(db: ReadDb, record: DisputeRecord): Promise<DisputeDetail['events']> {
  const rows = (await mapDisputeEvents(db, [record.id])).get(record.id) ?? [];
  const fileIds = rows.flatMap(({ fileId }) => (fileId === null ? [] : [fileId]));
  const files =
    fileIds.length === 0 ? [] : await db.select().from(storedFiles).where(inArray(storedFiles.id, fileIds));
  const counted = new Set(listCountedEvents(rows.map(eventOfDisputeRow)).map(({ position }) => position));
  return rows.map((row, position) => {
    const file = files.find(({ id }) => id === row.fileId);
    return {
      position,
      kind: row.kind,
      day: row.onDay,
      lines: [...disputeEventLines(eventOfDisputeRow(row))],
      file: file === undefined ? null : { name: file.fileName, byteLength: file.byteLength },
      annulled: row.kind !== 'annulled' && !counted.has(position),
      byName: row.byName,
      at: row.at.toISOString(),
    };
  });
}

/** One dispute; refused as if it were not there for who does not reach it. */
export async function getDisputeDetail(
  db: ReadDb,
  actor: Actor,
  disputeId: string,
  context: DisputeContext,
): Promise<DisputeDetail> {
  const record = await findReachableDispute(db, actor, disputeId);
  if (record === undefined) throw disputeRefusals.refuse('requests.disputeNotFound', {});
  const stored = (await mapDisputeEvents(db, [record.id])).get(record.id) ?? [];
  const state = stateOfDispute(record, stored.map(eventOfDisputeRow));
  const names = await nameUnits(db, [record.unitId, record.handlingUnitId]);
  const parties = await db
    .select({ role: disputeParties.role, maskedName: disputeParties.maskedName })
    .from(disputeParties)
    .where(eq(disputeParties.disputeId, record.id))
    .orderBy(asc(disputeParties.position));
  const mended = await db
    .select({
      id: rectifications.id,
      title: rectifications.title,
      dueOn: rectifications.dueOn,
      status: rectifications.status,
    })
    .from(rectifications)
    .where(eq(rectifications.disputeId, record.id))
    .orderBy(asc(rectifications.dueOn), asc(rectifications.id));
  const [request] =
    record.requestId === null
      ? []
      : await db
          .select({ id: requests.id, number: requests.number, subject: requests.subject })
          .from(requests)
          .where(eq(requests.id, record.requestId));
  const [review] =
    record.reviewId === null
      ? []
      : await db
          .select({ id: disputes.id, number: disputes.number })
          .from(disputes)
          .where(eq(disputes.id, record.reviewId));
  const followedBy = await db
    .select({ id: disputes.id, number: disputes.number })
    .from(disputes)
    .where(eq(disputes.reviewId, record.id));
  const ground = record.ground === null ? undefined : findDispositionLeaf(record.ground);
  return {
    ...viewDisputeRow(record, state, context, names),
    request: request ?? null,
    olderCase: record.olderCase,
    review: review ?? null,
    followedBy,
    groundTitle: ground?.title ?? null,
    caseNumber: state.caseNumber,
    procedure: state.procedure,
    instance: state.instance,
    actKnownOn: record.actKnownOn,
    costFen: state.costFen,
    createdByName: record.createdByName,
    parties,
    clocks: listDisputeClocks(state, record).map((clock) => viewDisputeClock(clock, context.calendar)),
    rulings: state.rulings.map((ruling) => ({ ...ruling })),
    events: await viewDisputeEvents(db, record),
    rectifications: mended,
    actions: [...listDisputeActions(record.way, state.status)],
  };
}

/** The file of an event of a dispute the actor reaches; undefined otherwise. */
export async function findDisputeFile(
  db: ReadDb,
  actor: Actor,
  disputeId: string,
  position: number,
): Promise<typeof storedFiles.$inferSelect | undefined> {
  const record = await findReachableDispute(db, actor, disputeId);
  if (record === undefined) return undefined;
  const row = (await mapDisputeEvents(db, [disputeId])).get(disputeId)?.[position];
  if (row?.fileId == null) return undefined;
  const [file] = await db.select().from(storedFiles).where(eq(storedFiles.id, row.fileId));
  return file;
}
