/** Read models of trainings: the list, one session with everything known of it, and its materials. */
import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  ilike,
  inArray,
  isNotNull,
  isNull,
  or,
  sql,
  sum,
} from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import { findStoredFile, type StoredFile } from '#kernel/files/stored-files.ts';
import { storedFiles } from '#kernel/files/tables.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import type { TrainingDetail, TrainingQuery, TrainingRow } from '../contract/training.ts';
import { gatheringStatusOf, type TrainingStatus, trainingActions } from '../rules/training.ts';
import { yearSpan } from '../rules/year-span.ts';
import { officers, units } from '../tables/register.ts';
import {
  trainingAttendees,
  trainingHeadCounts,
  trainingInvitedUnits,
  trainingMaterials,
  trainingSessions,
} from '../tables/training.ts';
import { trainingRefusals } from '../words/training.ts';
import { containsPattern } from './unit-screens.ts';

type TrainingRecord = typeof trainingSessions.$inferSelect;

/** The sessions that are in this state. */
function inStatus(status: TrainingStatus) {
  switch (status) {
    case 'planned':
      return and(isNull(trainingSessions.heldOn), isNull(trainingSessions.cancelledOn));
    case 'held':
      return and(isNotNull(trainingSessions.heldOn), isNull(trainingSessions.cancelledOn));
    case 'cancelled':
      return isNotNull(trainingSessions.cancelledOn);
  }
}

/** Somebody of the unit came. */
function cameFrom(db: ReadDb, unitId: string) {
  const attended = db
    .select({ one: sql`1` })
    .from(trainingAttendees)
    .where(and(eq(trainingAttendees.sessionId, trainingSessions.id), eq(trainingAttendees.unitId, unitId)));
  const counted = db
    .select({ one: sql`1` })
    .from(trainingHeadCounts)
    .where(and(eq(trainingHeadCounts.sessionId, trainingSessions.id), eq(trainingHeadCounts.unitId, unitId)));
  return or(eq(trainingSessions.organiserId, unitId), exists(attended), exists(counted));
}

/** People and units of each session. */
export async function countTrainingPeople(
  db: ReadDb,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly people: number; readonly unitIds: ReadonlySet<string> }>> {
  const found = new Map<string, { people: number; unitIds: Set<string> }>();
  if (sessionIds.length === 0) return found;
  const ids = [...sessionIds];
  const registered = await db
    .select({ sessionId: trainingAttendees.sessionId, unitId: trainingAttendees.unitId, n: count() })
    .from(trainingAttendees)
    .where(inArray(trainingAttendees.sessionId, ids))
    .groupBy(trainingAttendees.sessionId, trainingAttendees.unitId);
  const others = await db
    .select({
      sessionId: trainingHeadCounts.sessionId,
      unitId: trainingHeadCounts.unitId,
      n: sum(trainingHeadCounts.heads).mapWith(Number),
    })
    .from(trainingHeadCounts)
    .where(inArray(trainingHeadCounts.sessionId, ids))
    .groupBy(trainingHeadCounts.sessionId, trainingHeadCounts.unitId);
  for (const { sessionId, unitId, n } of [...registered, ...others]) {
    const entry = found.get(sessionId) ?? { people: 0, unitIds: new Set<string>() };
    entry.people += n ?? 0;
    entry.unitIds.add(unitId);
    found.set(sessionId, entry);
  }
  return found;
}

async function completeTrainingRows(
  db: ReadDb,
  records: readonly (TrainingRecord & { readonly organiserName: string })[],
): Promise<TrainingRow[]> {
  const counts = await countTrainingPeople(
    db,
    records.map((record) => record.id),
  );
  return records.map((record) => ({
    id: record.id,
    kind: record.kind,
    topic: record.topic,
    organiserId: record.organiserId,
    organiserName: record.organiserName,
    plannedFor: record.plannedFor,
    heldOn: record.heldOn,
    cancelledOn: record.cancelledOn,
    status: gatheringStatusOf(record),
    mode: record.mode,
    place: record.place,
    minutes: record.minutes,
    audiences: record.audiences,
    law: record.law,
    policyTitle: record.policyTitle,
    policyNumber: record.policyNumber,
    people: counts.get(record.id)?.people ?? 0,
    unitCount: counts.get(record.id)?.unitIds.size ?? 0,
  }));
}

async function selectTrainings(db: ReadDb, where: ReturnType<typeof and>, limit: number) {
  const rows = await db
    .select({ session: trainingSessions, organiserName: units.shortName })
    .from(trainingSessions)
    .innerJoin(units, eq(units.id, trainingSessions.organiserId))
    .where(where)
    .orderBy(desc(trainingSessions.plannedFor), desc(trainingSessions.id))
    .limit(limit);
  return rows.map(({ session, organiserName }) => ({ ...session, organiserName }));
}

/** A page of sessions, the latest day first. */
export async function listTrainings(
  db: ReadDb,
  jurisdictionId: string,
  query: TrainingQuery,
): Promise<PageOfRows<TrainingRow>> {
  const { after, limit, kind, status, audience, year, unitId, text } = query;
  const pattern = text === undefined || text === '' ? undefined : containsPattern(text);
  const span = year === undefined ? undefined : yearSpan(year);
  const records = await selectTrainings(
    db,
    and(
      eq(trainingSessions.jurisdictionId, jurisdictionId),
      after === undefined
        ? undefined
        : sql`(${trainingSessions.plannedFor}, ${trainingSessions.id}) < (${after[0]}::date, ${after[1]}::uuid)`,
      kind === undefined ? undefined : eq(trainingSessions.kind, kind),
      status === undefined ? undefined : inStatus(status),
      audience === undefined ? undefined : sql`${audience} = any (${trainingSessions.audiences})`,
      span === undefined
        ? undefined
        : sql`${trainingSessions.plannedFor} >= ${span.from}::date and ${trainingSessions.plannedFor} < ${span.until}::date`,
      unitId === undefined ? undefined : cameFrom(db, unitId),
      pattern === undefined
        ? undefined
        : or(ilike(trainingSessions.topic, pattern), ilike(trainingSessions.policyTitle, pattern)),
    ),
    limit + 1,
  );
  return pageOfRows(await completeTrainingRows(db, records), limit, (row) => [row.plannedFor, row.id]);
}

/** One session with who came; refused outside the jurisdiction. */
export async function getTrainingDetail(
  db: ReadDb,
  jurisdictionId: string,
  sessionId: string,
): Promise<TrainingDetail> {
  const [record] = await selectTrainings(
    db,
    and(eq(trainingSessions.id, sessionId), eq(trainingSessions.jurisdictionId, jurisdictionId)),
    1,
  );
  const [row] = record === undefined ? [] : await completeTrainingRows(db, [record]);
  if (record === undefined || row === undefined) {
    throw trainingRefusals.refuse('organisation.trainingNotFound', {});
  }
  const attendees = await db
    .select({
      officerId: officers.id,
      name: officers.name,
      unitId: trainingAttendees.unitId,
      unitName: units.shortName,
      newEntrant: trainingAttendees.newEntrant,
    })
    .from(trainingAttendees)
    .innerJoin(officers, eq(officers.id, trainingAttendees.officerId))
    .innerJoin(units, eq(units.id, trainingAttendees.unitId))
    .where(eq(trainingAttendees.sessionId, sessionId))
    .orderBy(asc(units.position), asc(officers.id));
  const headCounts = await db
    .select({
      unitId: trainingHeadCounts.unitId,
      unitName: units.shortName,
      heads: trainingHeadCounts.heads,
      newEntrants: trainingHeadCounts.newEntrants,
    })
    .from(trainingHeadCounts)
    .innerJoin(units, eq(units.id, trainingHeadCounts.unitId))
    .where(eq(trainingHeadCounts.sessionId, sessionId))
    .orderBy(asc(units.position));
  const invited = await db
    .select({ id: units.id, shortName: units.shortName })
    .from(trainingInvitedUnits)
    .innerJoin(units, eq(units.id, trainingInvitedUnits.unitId))
    .where(eq(trainingInvitedUnits.sessionId, sessionId))
    .orderBy(asc(units.position));
  const cameOf = (unitId: string) =>
    attendees.filter((attendee) => attendee.unitId === unitId).length +
    headCounts
      .filter((counted) => counted.unitId === unitId)
      .reduce((all, counted) => all + counted.heads, 0);
  return {
    ...row,
    lecturer: record.lecturer,
    summary: record.summary,
    cancelReason: record.cancelReason,
    createdByName: record.createdByName,
    invitedUnits: invited.map((unit) => ({ ...unit, came: cameOf(unit.id) })),
    attendees,
    headCounts,
    materials: await listTrainingMaterials(db, sessionId),
    actions: [...trainingActions[row.status]],
  };
}

async function listTrainingMaterials(db: ReadDb, sessionId: string): Promise<TrainingDetail['materials']> {
  const rows = await db
    .select({
      id: trainingMaterials.id,
      fileName: storedFiles.fileName,
      byteLength: storedFiles.byteLength,
      addedByName: trainingMaterials.addedByName,
      addedAt: trainingMaterials.addedAt,
    })
    .from(trainingMaterials)
    .innerJoin(storedFiles, eq(storedFiles.id, trainingMaterials.fileId))
    .where(eq(trainingMaterials.sessionId, sessionId))
    .orderBy(asc(trainingMaterials.id));
  return rows.map((row) => ({ ...row, addedAt: row.addedAt.toISOString() }));
}

/** The file of a material; refused outside the jurisdiction. */
export async function getTrainingMaterialFile(
  db: ReadDb,
  jurisdictionId: string,
  materialId: string,
): Promise<StoredFile> {
  const [row] = await db
    .select({ fileId: trainingMaterials.fileId })
    .from(trainingMaterials)
    .innerJoin(trainingSessions, eq(trainingSessions.id, trainingMaterials.sessionId))
    .where(and(eq(trainingMaterials.id, materialId), eq(trainingSessions.jurisdictionId, jurisdictionId)));
  const file = row === undefined ? undefined : await findStoredFile(db, row.fileId);
  if (file === undefined) throw trainingRefusals.refuse('organisation.materialNotFound', {});
  return file;
}
