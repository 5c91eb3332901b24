/** Read models of matters: a page with all steps, and the steps a unit has still to do. */
import { and, asc, desc, eq, ilike, inArray, isNull, lt, lte } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type { MatterQuery, MatterView } from '../../contract/office-records.ts';
import { judgeMatterSteps, stateOfMatter } from '../../rules/office-records/matters.ts';
import { matterSteps, matters, matterTasks } from '../../tables/office-records.ts';
import type { RecordScope } from './guidance.ts';
import { likeText, namedTasksByRecord } from './task-names.ts';

/** A page of matters, the newest first; a unit sees those in which it has a step. */
export async function listMatters(
  db: ReadDb,
  scope: RecordScope,
  query: MatterQuery,
  today: Day,
): Promise<PageOfRows<MatterView>> {
  if (scope.unitIds?.length === 0) return { rows: [], next: null };
  const { after, limit, unitId, text } = query;
  const ofUnits = (unitIds: readonly string[]) =>
    inArray(
      matters.id,
      db
        .select({ id: matterSteps.matterId })
        .from(matterSteps)
        .where(inArray(matterSteps.unitId, [...unitIds])),
    );
  const stored = await db
    .select()
    .from(matters)
    .where(
      and(
        eq(matters.jurisdictionId, scope.jurisdictionId),
        scope.unitIds === undefined ? undefined : ofUnits(scope.unitIds),
        unitId === undefined ? undefined : ofUnits([unitId]),
        text === undefined || text === '' ? undefined : ilike(matters.title, likeText(text)),
        after === undefined ? undefined : lt(matters.id, after[0]),
      ),
    )
    .orderBy(desc(matters.id))
    .limit(limit + 1);
  const { rows, next } = pageOfRows(stored, limit, (row) => [row.id]);
  return { rows: await completeMatters(db, rows, today), next };
}

async function completeMatters(
  db: ReadDb,
  stored: readonly (typeof matters.$inferSelect)[],
  today: Day,
): Promise<MatterView[]> {
  const ids = stored.map((matter) => matter.id);
  if (ids.length === 0) return [];
  const steps = await db
    .select()
    .from(matterSteps)
    .where(inArray(matterSteps.matterId, ids))
    .orderBy(asc(matterSteps.position));
  const units = await nameUnits(
    db,
    steps.map((step) => step.unitId),
  );
  const tasksOf = await namedTasksByRecord(
    db,
    await db
      .select({ recordId: matterTasks.matterId, taskId: matterTasks.taskId })
      .from(matterTasks)
      .where(inArray(matterTasks.matterId, ids)),
  );
  return stored.map(({ id, title, note, createdByName, createdOn }) => {
    const own = steps.filter((step) => step.matterId === id);
    return {
      id,
      title,
      note,
      createdByName,
      createdOn,
      state: stateOfMatter(own, today),
      hints: judgeMatterSteps(own),
      tasks: tasksOf.get(id) ?? [],
      steps: own.map((step) => ({
        id: step.id,
        kind: step.kind,
        unitId: step.unitId,
        unitName: units.get(step.unitId)?.shortName ?? '',
        plannedOn: step.plannedOn,
        doneOn: step.doneOn,
        doneByName: step.doneByName,
        url: step.url,
        note: step.note,
        isLate: step.doneOn === null && step.plannedOn < today,
      })),
    };
  });
}

/** Steps of these units that are not done and planned until `until`. */
export async function listOpenSteps(db: ReadDb, unitIds: readonly string[], until: Day) {
  if (unitIds.length === 0) return [];
  return db
    .select({
      id: matterSteps.id,
      matterId: matterSteps.matterId,
      kind: matterSteps.kind,
      unitId: matterSteps.unitId,
      plannedOn: matterSteps.plannedOn,
      title: matters.title,
    })
    .from(matterSteps)
    .innerJoin(matters, eq(matters.id, matterSteps.matterId))
    .where(
      and(
        inArray(matterSteps.unitId, [...unitIds]),
        isNull(matterSteps.doneOn),
        lte(matterSteps.plannedOn, until),
      ),
    )
    .orderBy(asc(matterSteps.plannedOn));
}
