/** Read models of good practice: invitations, and a page of write-ups with where they were spread. */
import { and, asc, desc, eq, gte, ilike, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { storedFiles } from '#kernel/files/tables.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type { PracticeCallView, PracticeQuery, PracticeView } from '../../contract/office-records.ts';
import { stateOfPractice } from '../../rules/office-records/practices.ts';
import { practiceCalls, practiceSpreads, practices } from '../../tables/office-records.ts';
import type { RecordScope } from './guidance.ts';
import { likeText, nameTasks } from './task-names.ts';

/** Invitations, the newest first; a county has a few a year, so one page holds them. */
export async function listPracticeCalls(
  db: ReadDb,
  jurisdictionId: string,
  today: Day,
): Promise<PracticeCallView[]> {
  const rows = await db
    .select({
      call: practiceCalls,
      contributions: sql<number>`(select count(*)::int from practice p where p.call_id = "practice_call"."id")`,
    })
    .from(practiceCalls)
    .where(eq(practiceCalls.jurisdictionId, jurisdictionId))
    .orderBy(desc(practiceCalls.id))
    .limit(200);
  return rows.map(({ call: { jurisdictionId: _, ...call }, contributions }) => ({
    ...call,
    contributions,
    isOver: call.dueOn < today,
  }));
}

/** Invitations still open to which these units have contributed nothing. */
export async function listUnansweredCalls(
  db: ReadDb,
  jurisdictionId: string,
  unitIds: readonly string[],
  today: Day,
) {
  if (unitIds.length === 0) return [];
  const answered = db
    .select({ one: sql`1` })
    .from(practices)
    .where(and(eq(practices.callId, practiceCalls.id), inArray(practices.unitId, [...unitIds])));
  return db
    .select({ id: practiceCalls.id, title: practiceCalls.title, dueOn: practiceCalls.dueOn })
    .from(practiceCalls)
    .where(
      and(
        eq(practiceCalls.jurisdictionId, jurisdictionId),
        gte(practiceCalls.dueOn, today),
        sql`not exists ${answered}`,
      ),
    )
    .orderBy(asc(practiceCalls.dueOn));
}

/** How many write-ups wait for the office. */
export async function countWaitingPractices(db: ReadDb, jurisdictionId: string): Promise<number> {
  return db.$count(practices, and(eq(practices.jurisdictionId, jurisdictionId), isNull(practices.decision)));
}

/** A page of write-ups, the newest first. */
export async function listPractices(
  db: ReadDb,
  scope: RecordScope,
  query: PracticeQuery,
): Promise<PageOfRows<PracticeView>> {
  if (scope.unitIds?.length === 0) return { rows: [], next: null };
  const { after, limit, unitId, callId, state, text } = query;
  const stored = await db
    .select({ practice: practices, callTitle: practiceCalls.title })
    .from(practices)
    .leftJoin(practiceCalls, eq(practiceCalls.id, practices.callId))
    .where(
      and(
        eq(practices.jurisdictionId, scope.jurisdictionId),
        scope.unitIds === undefined ? undefined : inArray(practices.unitId, [...scope.unitIds]),
        unitId === undefined ? undefined : eq(practices.unitId, unitId),
        callId === undefined ? undefined : eq(practices.callId, callId),
        state === undefined
          ? undefined
          : state === 'waiting'
            ? isNull(practices.decision)
            : eq(practices.decision, state),
        text === undefined || text === ''
          ? undefined
          : or(ilike(practices.title, likeText(text)), ilike(practices.body, likeText(text))),
        after === undefined ? undefined : lt(practices.id, after[0]),
      ),
    )
    .orderBy(desc(practices.id))
    .limit(limit + 1);
  const { rows, next } = pageOfRows(stored, limit, (row) => [row.practice.id]);
  return { rows: await completePractices(db, rows), next };
}

async function completePractices(
  db: ReadDb,
  rows: readonly { practice: typeof practices.$inferSelect; callTitle: string | null }[],
): Promise<PracticeView[]> {
  const stored = rows.map((row) => row.practice);
  const ids = stored.map((practice) => practice.id);
  if (ids.length === 0) return [];
  const spreads = await db
    .select()
    .from(practiceSpreads)
    .where(inArray(practiceSpreads.practiceId, ids))
    .orderBy(asc(practiceSpreads.spreadOn), asc(practiceSpreads.id));
  const fileIds = stored.flatMap((practice) => (practice.fileId === null ? [] : [practice.fileId]));
  const files =
    fileIds.length === 0 ? [] : await db.select().from(storedFiles).where(inArray(storedFiles.id, fileIds));
  const units = await nameUnits(
    db,
    stored.map((practice) => practice.unitId),
  );
  const taskNames = await nameTasks(
    db,
    stored.flatMap((practice) => (practice.taskId === null ? [] : [practice.taskId])),
  );
  return rows.map(({ practice, callTitle }) => {
    const file = files.find((one) => one.id === practice.fileId);
    const { id, callId, taskId, unitId, title, body, contributedByName, contributedOn } = practice;
    return {
      id,
      callId,
      callTitle,
      task: taskId === null ? null : { id: taskId, title: taskNames.get(taskId) ?? '' },
      unitId,
      unitName: units.get(unitId)?.shortName ?? '',
      title,
      body,
      file:
        file === undefined
          ? null
          : {
              fileId: file.id,
              fileName: file.fileName,
              byteLength: file.byteLength,
              mediaType: file.mediaType,
            },
      contributedByName,
      contributedOn,
      state: stateOfPractice(practice),
      decidedByName: practice.decidedByName,
      decidedOn: practice.decidedOn,
      reason: practice.reason,
      spreads: spreads
        .filter((spread) => spread.practiceId === id)
        .map(({ id: spreadId, place, spreadOn, url }) => ({ id: spreadId, place, spreadOn, url })),
    };
  });
}

/** A write-up as it is stored; undefined when there is none. */
export async function findPractice(db: ReadDb, id: string) {
  const [practice] = await db.select().from(practices).where(eq(practices.id, id));
  return practice;
}
