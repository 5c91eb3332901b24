/** Read models of what meetings decided, with its follow-up. */
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { findStoredFile, type StoredFile } from '#kernel/files/stored-files.ts';
import { storedFiles } from '#kernel/files/tables.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import type { DecisionQuery, DecisionView } from '../contract/meetings.ts';
import {
  type DecisionEventKind,
  decisionActions,
  decisionStateOf,
  decisionTimingOn,
} from '../rules/meetings.ts';
import { decisionEvents, groupMeetings, leadingGroups, meetingDecisions } from '../tables/meetings.ts';
import { units } from '../tables/register.ts';
import { meetingRefusals } from '../words/meetings.ts';

async function selectDecisions(db: ReadDb, where: ReturnType<typeof and>, limit: number) {
  return db
    .select({
      decision: meetingDecisions,
      meetingTitle: groupMeetings.title,
      officeUnitId: leadingGroups.officeUnitId,
      unitName: units.shortName,
    })
    .from(meetingDecisions)
    .innerJoin(groupMeetings, eq(groupMeetings.id, meetingDecisions.meetingId))
    .innerJoin(leadingGroups, eq(leadingGroups.id, groupMeetings.groupId))
    .innerJoin(units, eq(units.id, meetingDecisions.unitId))
    .where(where)
    .orderBy(asc(meetingDecisions.dueOn), asc(meetingDecisions.id))
    .limit(limit);
}

async function completeDecisions(
  db: ReadDb,
  rows: Awaited<ReturnType<typeof selectDecisions>>,
  today: Day,
): Promise<DecisionView[]> {
  if (rows.length === 0) return [];
  const events = await db
    .select({ event: decisionEvents, fileName: storedFiles.fileName })
    .from(decisionEvents)
    .leftJoin(storedFiles, eq(storedFiles.id, decisionEvents.fileId))
    .where(
      inArray(
        decisionEvents.decisionId,
        rows.map(({ decision }) => decision.id),
      ),
    )
    .orderBy(asc(decisionEvents.position));
  return rows.map(({ decision, meetingTitle, officeUnitId, unitName }) => {
    const own = events.filter(({ event }) => event.decisionId === decision.id);
    const state = decisionStateOf(own.map(({ event }) => event));
    return {
      id: decision.id,
      meetingId: decision.meetingId,
      meetingTitle,
      officeUnitId,
      content: decision.content,
      unitId: decision.unitId,
      unitName,
      dueOn: decision.dueOn,
      status: state.status,
      timing: decisionTimingOn(state, decision.dueOn, today),
      doneOn: state.doneOn,
      events: own.map(({ event, fileName }) => ({
        id: event.id,
        kind: event.kind,
        day: event.day,
        text: event.text,
        link: event.link,
        fileName,
        byName: event.byName,
        at: event.at.toISOString(),
      })),
      actions: [...decisionActions[state.status]],
    };
  });
}

/** Decisions of these meetings, the earliest due first. */
export async function listDecisionsOfMeetings(
  db: ReadDb,
  meetingIds: readonly string[],
  today: Day,
): Promise<DecisionView[]> {
  if (meetingIds.length === 0) return [];
  const rows = await selectDecisions(db, inArray(meetingDecisions.meetingId, [...meetingIds]), 2000);
  return completeDecisions(db, rows, today);
}

/** How many things each meeting decided, and how many of them are done; meetings that decided nothing are left out. */
export async function countDecisionsOfMeetings(
  db: ReadDb,
  meetingIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly all: number; readonly done: number }>> {
  if (meetingIds.length === 0) return new Map();
  const rows = await db
    .select({
      meetingId: meetingDecisions.meetingId,
      decisionId: meetingDecisions.id,
      kind: decisionEvents.kind,
      day: decisionEvents.day,
    })
    .from(meetingDecisions)
    .leftJoin(decisionEvents, eq(decisionEvents.decisionId, meetingDecisions.id))
    .where(inArray(meetingDecisions.meetingId, [...meetingIds]))
    .orderBy(asc(decisionEvents.position));
  const decisions = new Map<string, { meetingId: string; events: { kind: DecisionEventKind; day: Day }[] }>();
  for (const { meetingId, decisionId, kind, day } of rows) {
    const { events } = decisions.get(decisionId) ?? { events: [] };
    decisions.set(decisionId, {
      meetingId,
      events: kind === null || day === null ? events : [...events, { kind, day }],
    });
  }
  const counts = new Map<string, { all: number; done: number }>();
  for (const { meetingId, events } of decisions.values()) {
    const { all, done } = counts.get(meetingId) ?? { all: 0, done: 0 };
    const isDone = decisionStateOf(events).status === 'done';
    counts.set(meetingId, { all: all + 1, done: done + (isDone ? 1 : 0) });
  }
  return counts;
}

/** The latest of the events that decide the state leaves a decision open: none, or a return. */
function isOpenDecision(open: boolean) {
  const settled = sql`coalesce((select e.kind in ('done', 'dropped') from meeting_decision_event e
    where e.decision_id = ${meetingDecisions.id} and e.kind <> 'progress' order by e.position desc limit 1), false)`;
  return open ? sql`not ${settled}` : settled;
}

/** A page of decisions of meetings that were not taken back, the earliest due first. */
export async function listDecisions(
  db: ReadDb,
  jurisdictionId: string,
  query: DecisionQuery,
  today: Day,
): Promise<PageOfRows<DecisionView>> {
  const { after, limit, unitId, open } = query;
  const rows = await selectDecisions(
    db,
    and(
      eq(leadingGroups.jurisdictionId, jurisdictionId),
      isNull(groupMeetings.cancelledOn),
      after === undefined
        ? undefined
        : sql`(${meetingDecisions.dueOn}, ${meetingDecisions.id}) > (${after[0]}::date, ${after[1]}::uuid)`,
      unitId === undefined ? undefined : eq(meetingDecisions.unitId, unitId),
      open === undefined ? undefined : isOpenDecision(open),
    ),
    limit + 1,
  );
  return pageOfRows(await completeDecisions(db, rows, today), limit, (row) => [row.dueOn, row.id]);
}

/** Open decisions of these units, for to-dos and handovers. */
export async function listOpenDecisionsOf(
  db: ReadDb,
  unitIds: readonly string[],
  today: Day,
): Promise<DecisionView[]> {
  if (unitIds.length === 0) return [];
  const rows = await selectDecisions(
    db,
    and(
      inArray(meetingDecisions.unitId, [...unitIds]),
      isNull(groupMeetings.cancelledOn),
      isOpenDecision(true),
    ),
    200,
  );
  return completeDecisions(db, rows, today);
}

/** The file that proves a step; refused outside the jurisdiction. */
export async function getDecisionProofFile(
  db: ReadDb,
  jurisdictionId: string,
  eventId: string,
): Promise<StoredFile> {
  const [row] = await db
    .select({ fileId: decisionEvents.fileId })
    .from(decisionEvents)
    .innerJoin(meetingDecisions, eq(meetingDecisions.id, decisionEvents.decisionId))
    .innerJoin(groupMeetings, eq(groupMeetings.id, meetingDecisions.meetingId))
    .innerJoin(leadingGroups, eq(leadingGroups.id, groupMeetings.groupId))
    .where(and(eq(decisionEvents.id, eventId), eq(leadingGroups.jurisdictionId, jurisdictionId)));
  const file = row?.fileId == null ? undefined : await findStoredFile(db, row.fileId);
  if (file === undefined) throw meetingRefusals.refuse('organisation.decisionNotFound', {});
  return file;
}
