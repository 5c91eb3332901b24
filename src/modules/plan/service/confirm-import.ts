/** A corrected draft becomes the plan in force, or updates it without losing what hangs on its tasks. */

import { eq, inArray } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import type { Work } from '#kernel/work.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import {
  findPlanOfDraft,
  listPrintedTasks,
  previewPlanImport,
  type StoredImport,
} from '../queries/imports.ts';
import { resolveAssignments } from '../rules/assignments.ts';
import { comparePlanTasks } from '../rules/difference.ts';
import { printedTaskOfDraft } from '../rules/preview.ts';
import type { DraftTask, ImportDraft, PlanKind } from '../rules/shapes.ts';
import { planImports } from '../tables/imports.ts';
import { assignments, plans, tasks } from '../tables/plans.ts';
import { planRefusals } from '../words/plans.ts';
import { proposeBindingsKind } from './bindings/propose.ts';
import { getDraftAt } from './edit-import.ts';
import { rememberUnitDecisions } from './remember-units.ts';

export interface ConfirmedPlan {
  readonly planId: string;
  readonly created: number;
  readonly changed: number;
  readonly withdrawn: number;
}

/** Confirms a draft; refuses while anything blocks it. */
export async function confirmPlanImport(
  work: Work,
  input: { readonly importId: string; readonly version: number },
): Promise<ConfirmedPlan> {
  const { stored, draft } = await getDraftAt(work, input.importId, input.version);
  const { year } = draft.head;
  const { blockers } = await previewPlanImport(work.db, stored.jurisdictionId, draft, stored.planKind);
  const [first] = blockers;
  if (first !== undefined || year === null) {
    throw planRefusals.refuse('plan.importBlocked', {
      first: first?.sentence ?? '还没有填写年份',
      count: Math.max(1, blockers.length),
    });
  }
  await checkUnitsExist(work, draft);
  const planId = await putPlan(work, stored, draft, year);
  const counts = await putTasks(work, planId, draft, stored.planKind);
  if (stored.planKind !== 'neighbour') {
    await rememberUnitDecisions(work, stored.jurisdictionId, draft.units);
  }
  await work.db
    .update(planImports)
    .set({ status: 'confirmed', planId, version: stored.version + 1, updatedAt: work.now })
    .where(eq(planImports.id, stored.id));
  work.audit({
    action: 'plan.import',
    objectKind: 'plan',
    objectId: planId,
    summary: `确认《${draft.head.title}》：新增${counts.created}项，修改${counts.changed}项，撤下${counts.withdrawn}项`,
    before: { importId: stored.id, version: stored.version },
    after: { head: draft.head, tasks: draft.tasks.length },
  });
  if (stored.planKind !== 'neighbour') {
    work.enqueue({ kind: proposeBindingsKind, payload: { planId }, maxAttempts: 3 });
  }
  return { planId, ...counts };
}

async function checkUnitsExist(work: Work, draft: ImportDraft): Promise<void> {
  const unitIds = Object.values(draft.units).flatMap((decision) =>
    decision.kind === 'unit' ? [decision.unitId] : decision.unitIds,
  );
  const names = await nameUnits(work.db, unitIds);
  if (unitIds.some((unitId) => !names.has(unitId))) throw planRefusals.refuse('plan.unitUnknown', {});
}

async function putPlan(work: Work, stored: StoredImport, draft: ImportDraft, year: number): Promise<string> {
  const existing = await findPlanOfDraft(work.db, stored.jurisdictionId, draft, stored.planKind);
  const confirmedBy = signatureOf(work.actor).by;
  const values = { ...draft.head, year, sourceFileId: stored.fileId, confirmedBy, updatedAt: work.now };
  if (existing !== undefined) {
    await work.db
      .update(plans)
      .set({ ...values, version: existing.version + 1 })
      .where(eq(plans.id, existing.id));
    return existing.id;
  }
  const id = work.newId();
  await work.db.insert(plans).values({
    id,
    jurisdictionId: stored.jurisdictionId,
    kind: stored.planKind,
    confirmedAt: work.now,
    version: 1,
    ...values,
  });
  return id;
}

function taskValues(task: DraftTask, ordinal: number) {
  return {
    ordinal,
    no: task.no,
    section: task.section,
    subsection: task.subsection,
    item: task.item,
    requirement: task.requirement,
    printedLead: task.lead,
    printedResponsible: task.responsible,
    printedCooperating: task.cooperating,
    deadlineText: task.deadlineText,
    deadlineKind: task.deadline.kind,
    deadlineDate: task.deadline.date,
    deadline: task.deadline,
    quotas: task.quotas,
    source: task.source,
    withdrawnAt: null,
  };
}

const rowsPerInsert = 200;

async function putTasks(
  work: Work,
  planId: string,
  draft: ImportDraft,
  kind: PlanKind,
): Promise<Omit<ConfirmedPlan, 'planId'>> {
  const before = await listPrintedTasks(work.db, planId);
  const difference = comparePlanTasks(before, draft.tasks.map(printedTaskOfDraft));
  const idOfKey = new Map(difference.kept.map(({ before: old, after }) => [after.id, old.id]));
  const fresh: (typeof tasks.$inferInsert)[] = [];
  const wanted: (typeof assignments.$inferInsert)[] = [];
  for (const [index, task] of draft.tasks.entries()) {
    const kept = idOfKey.get(task.key);
    const id = kept ?? work.newId();
    const values = taskValues(task, index + 1);
    if (kept === undefined) fresh.push({ id, planId, ...values });
    else await work.db.update(tasks).set(values).where(eq(tasks.id, id));
    // A neighbour's plan is for comparison: it gives our units nothing to do.
    const assigned = kind === 'neighbour' ? [] : resolveAssignments(task, draft.units).assignments;
    for (const assignment of assigned) wanted.push({ taskId: id, ...assignment });
    if (kind === 'own') putTaskDocument(work, { id, planId }, task, draft);
  }
  for (let start = 0; start < fresh.length; start += rowsPerInsert) {
    await work.db.insert(tasks).values(fresh.slice(start, start + rowsPerInsert));
  }
  const keptIds = [...idOfKey.values()];
  if (keptIds.length > 0) await work.db.delete(assignments).where(inArray(assignments.taskId, keptIds));
  for (let start = 0; start < wanted.length; start += rowsPerInsert) {
    await work.db.insert(assignments).values(wanted.slice(start, start + rowsPerInsert));
  }
  for (const gone of difference.withdrawn) {
    await work.db.update(tasks).set({ withdrawnAt: work.now }).where(eq(tasks.id, gone.id));
    work.removeSearchDocument('task', gone.id);
  }
  return {
    created: fresh.length,
    changed: difference.kept.filter(({ changes }) => changes.length > 0).length,
    withdrawn: difference.withdrawn.length,
  };
}

function putTaskDocument(
  work: Work,
  at: { readonly id: string; readonly planId: string },
  task: DraftTask,
  draft: ImportDraft,
): void {
  const number = task.no === null ? '' : `第${task.no}项 `;
  work.putSearchDocument({
    kind: 'task',
    objectId: at.id,
    title: `${number}${task.item ?? task.requirement.slice(0, 30)}`,
    body: [
      task.section,
      task.subsection,
      task.requirement,
      ...task.lead,
      ...task.responsible,
      ...task.cooperating,
    ]
      .filter((part) => part !== null)
      .join('\n'),
    ...(draft.head.issuedOn === null ? {} : { day: draft.head.issuedOn }),
    address: `/plans/${at.planId}#task-${at.id}`,
    isPublic: true,
  });
}
