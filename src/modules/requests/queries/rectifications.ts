/** Read models of rectifications. Who sees one: the unit that mends, whoever looks after all, and who reaches its dispute. */
import { and, asc, desc, eq, ilike, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { storedFiles } from '#kernel/files/tables.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { judgePermission } from '#kernel/permission.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type {
  RectificationDetail,
  RectificationQuery,
  RectificationRow,
} from '../contract/rectifications.ts';
import { disputePermissions } from '../rules/disputes/permissions.ts';
import {
  isRectificationOverdue,
  type RectificationEvent,
  rectificationActionTable,
} from '../rules/disputes/rectification.ts';
import {
  disputes,
  type RectificationRecord,
  rectificationEvents,
  rectificationReminders,
  rectifications,
} from '../tables/disputes.ts';
import { rectificationRefusals } from '../words/rectifications.ts';

/** Roles whose units' items an officer sees: those who mend and those who keep the disputes. */
function reachOf(actor: Actor): readonly string[] {
  if (actor.kind !== 'officer') return [];
  const roles: readonly string[] = [
    ...disputePermissions['requests.rectify'].roles,
    ...disputePermissions['requests.keepDisputes'].roles,
  ];
  return [...new Set(actor.grants.filter(({ role }) => roles.includes(role)).flatMap(({ reach }) => reach))];
}

/** Whether the actor looks after every rectification of the jurisdiction. */
export function overseesRectifications(actor: Actor, jurisdictionId: string): boolean {
  return judgePermission(disputePermissions['requests.overseeRectifications'], actor, { jurisdictionId })
    .allowed;
}

export function canReachRectification(
  actor: Actor,
  row: Pick<RectificationRecord, 'jurisdictionId' | 'unitId'>,
): boolean {
  return overseesRectifications(actor, row.jurisdictionId) || reachOf(actor).includes(row.unitId);
}

function reachableRows(actor: Actor, jurisdictionId: string): SQL | undefined {
  const inPlace = eq(rectifications.jurisdictionId, jurisdictionId);
  if (overseesRectifications(actor, jurisdictionId)) return inPlace;
  const reach = reachOf(actor);
  return reach.length === 0 ? sql`false` : and(inPlace, inArray(rectifications.unitId, [...reach]));
}

function inState(state: RectificationQuery['state'], today: Day): SQL | undefined {
  switch (state) {
    case undefined:
      return undefined;
    case 'open':
      return isNull(rectifications.closedOn);
    case 'closed':
      return isNotNull(rectifications.closedOn);
    case 'overdue':
      return and(
        inArray(rectifications.status, ['open', 'returned']),
        sql`${rectifications.dueOn} < ${today}::date`,
      );
  }
}

async function viewRows(
  db: ReadDb,
  records: readonly RectificationRecord[],
  today: Day,
): Promise<RectificationRow[]> {
  const names = await nameUnits(
    db,
    records.map(({ unitId }) => unitId),
  );
  const disputeIds = records.flatMap(({ disputeId }) => (disputeId === null ? [] : [disputeId]));
  const numbers =
    disputeIds.length === 0
      ? []
      : await db
          .select({ id: disputes.id, number: disputes.number })
          .from(disputes)
          .where(inArray(disputes.id, disputeIds));
  return records.map((record) => ({
    id: record.id,
    title: record.title,
    source: record.source,
    unitId: record.unitId,
    unitName: names.get(record.unitId)?.shortName ?? '',
    documentNumber: record.documentNumber,
    receivedOn: record.receivedOn,
    dueOn: record.dueOn,
    status: record.status,
    overdue: isRectificationOverdue(record, today),
    submittedOn: record.submittedOn,
    closedOn: record.closedOn,
    inTime: record.inTime,
    dispute: numbers.find(({ id }) => id === record.disputeId) ?? null,
  }));
}

/** A page of the rectifications the actor reaches, the latest due day first. */
export async function listRectifications(
  db: ReadDb,
  actor: Actor,
  jurisdictionId: string,
  query: RectificationQuery,
  today: Day,
): Promise<PageOfRows<RectificationRow>> {
  const { after, limit, state, source, unitId, text } = query;
  const like = text === undefined || text === '' ? undefined : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const records = await db
    .select()
    .from(rectifications)
    .where(
      and(
        reachableRows(actor, jurisdictionId),
        inState(state, today),
        source === undefined ? undefined : eq(rectifications.source, source),
        unitId === undefined ? undefined : eq(rectifications.unitId, unitId),
        like === undefined
          ? undefined
          : or(ilike(rectifications.title, like), ilike(rectifications.documentNumber, like)),
        after === undefined
          ? undefined
          : sql`(${rectifications.dueOn}, ${rectifications.id}) < (${after[0]}::date, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(desc(rectifications.dueOn), desc(rectifications.id))
    .limit(limit + 1);
  const page = pageOfRows(records, limit, (row) => [row.dueOn, row.id]);
  return { rows: await viewRows(db, page.rows, today), next: page.next };
}

/** Open items of these units with a day, for the duties of today. */
export async function listOwedRectifications(
  db: ReadDb,
  unitIds: readonly string[],
): Promise<readonly RectificationRecord[]> {
  if (unitIds.length === 0) return [];
  return db
    .select()
    .from(rectifications)
    .where(
      and(inArray(rectifications.unitId, [...unitIds]), inArray(rectifications.status, ['open', 'returned'])),
    )
    .orderBy(asc(rectifications.dueOn));
}

/** Items handed in that wait for acceptance. */
export async function listWaitingRectifications(
  db: ReadDb,
  jurisdictionId: string,
): Promise<readonly RectificationRecord[]> {
  return db
    .select()
    .from(rectifications)
    .where(and(eq(rectifications.jurisdictionId, jurisdictionId), eq(rectifications.status, 'submitted')))
    .orderBy(asc(rectifications.submittedOn));
}

/** The record the actor reaches; undefined as if it were not there for everybody else. */
export async function findReachableRectification(
  db: ReadDb,
  actor: Actor,
  id: string,
): Promise<RectificationRecord | undefined> {
  const [record] = await db.select().from(rectifications).where(eq(rectifications.id, id));
  return record !== undefined && canReachRectification(actor, record) ? record : undefined;
}

function textOfEvent(event: RectificationEvent): string {
  switch (event.kind) {
    case 'opened':
      return '';
    case 'submitted':
    case 'accepted':
      return event.text;
    case 'returned':
    case 'postponed':
    case 'dropped':
      return event.reason;
  }
}

/** What the actor may do with the item now. */
export function listActionsOn(actor: Actor, record: RectificationRecord): RectificationDetail['actions'] {
  const { unitId, jurisdictionId, status } = record;
  const mends = judgePermission(disputePermissions['requests.rectify'], actor, { unitId, jurisdictionId });
  return [
    ...(mends.allowed ? rectificationActionTable[status].unit : []),
    ...(overseesRectifications(actor, jurisdictionId) ? rectificationActionTable[status].office : []),
  ];
}

export async function getRectificationDetail(
  db: ReadDb,
  actor: Actor,
  id: string,
  today: Day,
): Promise<RectificationDetail> {
  const record = await findReachableRectification(db, actor, id);
  const [row] = record === undefined ? [] : await viewRows(db, [record], today);
  if (record === undefined || row === undefined) {
    throw rectificationRefusals.refuse('requests.rectificationNotFound', {});
  }
  const events = await db
    .select({ event: rectificationEvents, fileName: storedFiles.fileName })
    .from(rectificationEvents)
    .leftJoin(storedFiles, eq(storedFiles.id, rectificationEvents.fileId))
    .where(eq(rectificationEvents.rectificationId, id))
    .orderBy(asc(rectificationEvents.number));
  const reminders = await db
    .select()
    .from(rectificationReminders)
    .where(eq(rectificationReminders.rectificationId, id))
    .orderBy(asc(rectificationReminders.sentAt));
  return {
    ...row,
    demands: record.demands,
    events: events.map(({ event, fileName }) => ({
      position: event.number,
      kind: event.kind,
      day: event.onDay,
      text: textOfEvent({ ...event.content, day: event.onDay }),
      file: fileName,
      byName: event.byName,
      at: event.at.toISOString(),
    })),
    reminders: reminders.map(({ step, dueOn, sentAt, officerIds }) => ({
      step,
      dueOn,
      at: sentAt.toISOString(),
      officers: officerIds.length,
    })),
    actions: listActionsOn(actor, record),
  };
}

/** The file of an event of an item the actor reaches. */
export async function findRectificationFile(
  db: ReadDb,
  actor: Actor,
  id: string,
  position: number,
): Promise<typeof storedFiles.$inferSelect | undefined> {
  if ((await findReachableRectification(db, actor, id)) === undefined) return undefined;
  const [row] = await db
    .select({ file: storedFiles })
    .from(rectificationEvents)
    .innerJoin(storedFiles, eq(storedFiles.id, rectificationEvents.fileId))
    .where(and(eq(rectificationEvents.rectificationId, id), eq(rectificationEvents.number, position)));
  return row?.file;
}
