/** Read models behind a task's standing: bindings with results, rows of evidence, history; and the whole plan's bindings. */
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import type { Measure } from '#kernel/measure.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type {
  BindingRow,
  BindingRowQuery,
  EvidencePage,
  EvidenceQuery,
  PlanEvaluationView,
  TaskMeasuring,
} from '../contract/measuring.ts';
import {
  evaluationRequests,
  measuredFigures,
  planEvaluations,
  standingChanges,
  standingOverrides,
  taskStandings,
} from '../tables/measuring.ts';
import { tasks } from '../tables/plans.ts';
import { bindingView, describeBinding, resultOfBinding } from './binding-views.ts';
import { listBindingsOfTasks, type StoredBindingRow } from './bindings.ts';
import { listPlanTaskRows, type TaskRowContext } from './task-rows.ts';

type Measures = ReadonlyMap<string, Measure>;

/** Everything behind the standing of a task that exists. */
export async function loadTaskMeasuring(
  db: ReadDb,
  taskId: string,
  today: Day,
  measures: Measures,
): Promise<TaskMeasuring> {
  const bindings = await listBindingsOfTasks(db, [taskId]);
  const [standing] = await db.select().from(taskStandings).where(eq(taskStandings.taskId, taskId));
  const bound = new Map((standing?.basis.bindings ?? []).map((one) => [one.bindingId, one]));
  const names = await nameUnits(db, [
    ...bindings.flatMap(({ unitIds }) => unitIds),
    ...[...bound.values()].flatMap(({ figures }) =>
      figures.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])),
    ),
  ]);
  const nameOf = (unitId: string) => names.get(unitId)?.shortName ?? '某单位';
  const changes = await db
    .select()
    .from(standingChanges)
    .where(eq(standingChanges.taskId, taskId))
    .orderBy(desc(standingChanges.id))
    .limit(200);
  const overrides = await db
    .select()
    .from(standingOverrides)
    .where(eq(standingOverrides.taskId, taskId))
    .orderBy(desc(standingOverrides.id))
    .limit(50);
  const [waiting] = await db
    .select({ taskId: evaluationRequests.taskId })
    .from(evaluationRequests)
    .where(eq(evaluationRequests.taskId, taskId));
  return {
    taskId,
    today,
    bindings: bindings.map((binding) =>
      bindingView(
        binding,
        measures.get(binding.measureId),
        // A binding removed since the last evaluation shows no figures of before.
        binding.status === 'confirmed' ? resultOfBinding(bound.get(binding.id), today, nameOf) : null,
        nameOf,
      ),
    ),
    changes: changes.reverse().map(({ id, subject, before, after, causes, actorName, at }) => ({
      id,
      subject,
      before,
      after,
      causes: [...causes],
      actorName,
      at: at.toISOString(),
    })),
    overrides: overrides.map((row) => ({
      id: row.id,
      standing: row.standing,
      reason: row.reason,
      byName: row.setByName,
      byUnit: row.setByUnit,
      at: row.setAt.toISOString(),
      withdrawn:
        row.withdrawnAt === null
          ? null
          : {
              byName: row.withdrawnByName ?? '',
              at: row.withdrawnAt.toISOString(),
              reason: row.withdrawnReason ?? '',
            },
    })),
    isWaiting: waiting !== undefined,
  };
}

/** The rows behind a binding at the last evaluation, the newest day first. */
export async function listBindingEvidence(
  db: ReadDb,
  binding: { readonly id: string; readonly taskId: string },
  query: EvidenceQuery,
): Promise<EvidencePage> {
  const [standing] = await db.select().from(taskStandings).where(eq(taskStandings.taskId, binding.taskId));
  const figures = (
    standing?.basis.bindings.find((one) => one.bindingId === binding.id)?.figures ?? []
  ).filter(({ unitId }) => query.unitId === undefined || unitId === query.unitId);
  const digests = [...new Set(figures.map(({ evidence }) => evidence))];
  const kept =
    digests.length === 0
      ? []
      : await db.select().from(measuredFigures).where(inArray(measuredFigures.digest, digests));
  const rows = [...new Map(kept.flatMap(({ evidence }) => evidence.map((row) => [row.key, row]))).values()];
  const placeOf = (row: { day: string | null; key: string }): [string, string] => [row.day ?? '', row.key];
  const isAfter = (left: [string, string], right: [string, string]) =>
    left[0] !== right[0] ? left[0] < right[0] : left[1] > right[1];
  rows.sort((left, right) => (isAfter(placeOf(left), placeOf(right)) ? 1 : -1));
  const { after, limit } = query;
  const found = after === undefined ? rows : rows.filter((row) => isAfter(placeOf(row), after));
  const page = pageOfRows(found.slice(0, limit + 1), limit, placeOf);
  const names = await nameUnits(
    db,
    page.rows.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])),
  );
  return {
    next: page.next,
    rows: page.rows.map((row) => ({
      ...row,
      unitName: row.unitId === null ? null : (names.get(row.unitId)?.shortName ?? null),
    })),
  };
}

/** A plan's tasks with their bindings and proposals, in the plan's order. */
export async function listBindingRows(
  db: ReadDb,
  plan: { readonly id: string; readonly issuedOn: Day | null },
  query: BindingRowQuery,
  context: TaskRowContext,
  measures: Measures,
): Promise<PageOfRows<BindingRow>> {
  const after = query.after?.[0] ?? 0;
  const taskRows = (await listPlanTaskRows(db, plan, context)).filter((row) => row.ordinal > after);
  const bindings = await listBindingsOfTasks(
    db,
    taskRows.map(({ id }) => id),
  );
  const names = await nameUnits(
    db,
    bindings.flatMap(({ unitIds }) => unitIds),
  );
  const nameOf = (unitId: string) => names.get(unitId)?.shortName ?? '某单位';
  const byTask = new Map<string, StoredBindingRow[]>();
  for (const binding of bindings)
    byTask.set(binding.taskId, [...(byTask.get(binding.taskId) ?? []), binding]);
  const isBound = (taskId: string) => (byTask.get(taskId) ?? []).some(({ status }) => status === 'confirmed');
  const found = taskRows.filter(({ id }) => query.unbound !== true || !isBound(id));
  const page = pageOfRows(found.slice(0, query.limit + 1), query.limit, (row) => [row.ordinal]);
  return {
    next: page.next,
    rows: page.rows.map((row) => ({
      taskId: row.id,
      ordinal: row.ordinal,
      no: row.no,
      section: row.section,
      item: row.item,
      requirement: row.requirement,
      quotas: row.quotas.map(({ text }) => text),
      standing: row.standing,
      bindings: (byTask.get(row.id) ?? []).map((binding) => {
        const {
          valueUnit: _unit,
          direction: _direction,
          ...described
        } = describeBinding(binding, measures.get(binding.measureId), nameOf);
        return described;
      }),
    })),
  };
}

/** When a plan was evaluated last, and whether it waits. */
export async function findPlanEvaluation(
  db: ReadDb,
  planId: string,
): Promise<Omit<PlanEvaluationView, 'progress'>> {
  const [row] = await db.select().from(planEvaluations).where(eq(planEvaluations.planId, planId));
  const [waiting] = await db
    .select({ taskId: evaluationRequests.taskId })
    .from(evaluationRequests)
    .innerJoin(tasks, eq(tasks.id, evaluationRequests.taskId))
    .where(and(eq(tasks.planId, planId), isNull(tasks.withdrawnAt)))
    .limit(1);
  return {
    planId,
    evaluatedAt: row?.evaluatedAt?.toISOString() ?? null,
    tasks: row?.tasks ?? 0,
    changed: row?.changed ?? 0,
    isWaiting: waiting !== undefined || (row?.requestedAt ?? null) !== null,
  };
}
