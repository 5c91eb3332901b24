/** Read models of guidance: a page of records with the tasks they are about. */
import { and, desc, eq, ilike, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type { GuidanceQuery, GuidanceView } from '../../contract/office-records.ts';
import { type GuidanceState, stateOfGuidance } from '../../rules/office-records/guidance.ts';
import { guidances, guidanceTasks } from '../../tables/office-records.ts';
import { likeText, namedTasksByRecord } from './task-names.ts';

/** Whose records are listed; `unitIds` absent for those who may see all. */
export interface RecordScope {
  readonly jurisdictionId: string;
  readonly unitIds?: readonly string[];
}

/** The state as a condition on the row; says the same as `stateOfGuidance`. */
function inState(state: GuidanceState): SQL {
  const isOpen = sql`(${guidances.kind} <> 'inspection' and ${guidances.answer} is null)`;
  const isFollowing = sql`(not ${isOpen} and ${guidances.followUp} is not null and ${guidances.closing} is null)`;
  switch (state) {
    case 'open':
      return isOpen;
    case 'following':
      return isFollowing;
    case 'closed':
      return sql`not ${isOpen} and not ${isFollowing}`;
  }
}

/** A page of records, the newest first. */
export async function listGuidance(
  db: ReadDb,
  scope: RecordScope,
  query: GuidanceQuery,
): Promise<PageOfRows<GuidanceView>> {
  if (scope.unitIds?.length === 0) return { rows: [], next: null };
  const { after, limit, unitId, kind, state, text, taskId } = query;
  const stored = await db
    .select()
    .from(guidances)
    .where(
      and(
        eq(guidances.jurisdictionId, scope.jurisdictionId),
        scope.unitIds === undefined ? undefined : inArray(guidances.unitId, [...scope.unitIds]),
        unitId === undefined ? undefined : eq(guidances.unitId, unitId),
        kind === undefined ? undefined : eq(guidances.kind, kind),
        state === undefined ? undefined : inState(state),
        text === undefined || text === ''
          ? undefined
          : or(
              ilike(guidances.subject, likeText(text)),
              ilike(guidances.body, likeText(text)),
              ilike(guidances.answer, likeText(text)),
            ),
        taskId === undefined
          ? undefined
          : inArray(
              guidances.id,
              db
                .select({ id: guidanceTasks.guidanceId })
                .from(guidanceTasks)
                .where(eq(guidanceTasks.taskId, taskId)),
            ),
        after === undefined ? undefined : lt(guidances.id, after[0]),
      ),
    )
    .orderBy(desc(guidances.id))
    .limit(limit + 1);
  const { rows, next } = pageOfRows(stored, limit, (row) => [row.id]);
  const ids = rows.map((row) => row.id);
  const links =
    ids.length === 0
      ? []
      : await db
          .select({ recordId: guidanceTasks.guidanceId, taskId: guidanceTasks.taskId })
          .from(guidanceTasks)
          .where(inArray(guidanceTasks.guidanceId, ids));
  const tasksOf = await namedTasksByRecord(db, links);
  const units = await nameUnits(
    db,
    rows.map((row) => row.unitId),
  );
  return {
    rows: rows.map(({ jurisdictionId: _, recordedBy: _by, recordedAt: _at, ...row }) => ({
      ...row,
      state: stateOfGuidance(row),
      unitName: units.get(row.unitId)?.shortName ?? '',
      tasks: tasksOf.get(row.id) ?? [],
    })),
    next,
  };
}

/** How many questions wait for an answer. */
export async function countOpenGuidance(db: ReadDb, jurisdictionId: string): Promise<number> {
  return db.$count(guidances, and(eq(guidances.jurisdictionId, jurisdictionId), inState('open')));
}
