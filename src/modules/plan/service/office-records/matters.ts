/** Matters (REQ-8): the office plans the steps of one matter together; each unit notes when its step is done. */

import { asc, eq, inArray } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import type { Work } from '#kernel/work.ts';
import type { FinishStepInput, MatterInput } from '../../contract/office-records.ts';
import { matterSteps, matters, matterTasks } from '../../tables/office-records.ts';
import { officeRecordRefusals, stepKindTitles } from '../../words/office-records.ts';
import { checkPastDay, checkRecordTasks, checkRecordUnits } from './checks.ts';

async function checkMatter(work: Work, jurisdictionId: string, input: MatterInput): Promise<void> {
  await checkRecordTasks(work, jurisdictionId, input.taskIds);
  await checkRecordUnits(
    work,
    jurisdictionId,
    input.steps.map((step) => step.unitId),
  );
}

async function putMatterTasks(work: Work, matterId: string, taskIds: readonly string[]): Promise<void> {
  await work.db.delete(matterTasks).where(eq(matterTasks.matterId, matterId));
  const wanted = [...new Set(taskIds)];
  if (wanted.length > 0) {
    await work.db.insert(matterTasks).values(wanted.map((taskId) => ({ matterId, taskId })));
  }
}

/** Plans a matter with its steps. */
export async function createMatter(
  work: Work,
  input: MatterInput & { readonly jurisdictionId: string },
): Promise<{ id: string }> {
  work.authorise('plan.manageMatters', { jurisdictionId: input.jurisdictionId });
  await checkMatter(work, input.jurisdictionId, input);
  const id = work.newId();
  await work.db.insert(matters).values({
    id,
    jurisdictionId: input.jurisdictionId,
    title: input.title,
    note: input.note,
    createdByName: signatureOf(work.actor).name,
    createdOn: work.today,
    updatedAt: work.now,
  });
  await work.db.insert(matterSteps).values(
    input.steps.map(({ kind, unitId, plannedOn }, position) => ({
      id: work.newId(),
      matterId: id,
      position,
      kind,
      unitId,
      plannedOn,
    })),
  );
  await putMatterTasks(work, id, input.taskIds);
  work.audit({
    action: 'plan.manageMatters',
    objectKind: 'matter',
    objectId: id,
    summary: `统筹事项“${input.title}”，${input.steps.length}个步骤`,
    after: { title: input.title, note: input.note, taskIds: input.taskIds, steps: input.steps },
    affectsPortal: false,
  });
  return { id };
}

async function getMatter(work: Work, id: string) {
  const [matter] = await work.db.select().from(matters).where(eq(matters.id, id)).for('update');
  work.authorise('plan.manageMatters', matter === undefined ? {} : { jurisdictionId: matter.jurisdictionId });
  if (matter === undefined) throw officeRecordRefusals.refuse('plan.recordNotFound', {});
  return matter;
}

/** Plans anew: steps may come, go and move, but what is done stays as it was done. */
export async function changeMatter(work: Work, input: MatterInput & { readonly id: string }): Promise<void> {
  const matter = await getMatter(work, input.id);
  await checkMatter(work, matter.jurisdictionId, input);
  const before = await work.db
    .select()
    .from(matterSteps)
    .where(eq(matterSteps.matterId, matter.id))
    .orderBy(asc(matterSteps.position));
  const wanted = new Map(input.steps.flatMap((step) => (step.id === null ? [] : [[step.id, step]])));
  for (const step of before) {
    const kept = wanted.get(step.id);
    const stays = kept !== undefined && kept.kind === step.kind && kept.unitId === step.unitId;
    if (step.doneOn !== null && !stays) throw officeRecordRefusals.refuse('plan.stepDoneKept', {});
  }
  const known = new Set(before.map((step) => step.id));
  const gone = before.filter((step) => !wanted.has(step.id)).map((step) => step.id);
  if (gone.length > 0) await work.db.delete(matterSteps).where(inArray(matterSteps.id, gone));
  for (const [position, { id, kind, unitId, plannedOn }] of input.steps.entries()) {
    const values = { position, kind, unitId, plannedOn };
    if (id !== null && known.has(id)) {
      await work.db.update(matterSteps).set(values).where(eq(matterSteps.id, id));
    } else {
      await work.db.insert(matterSteps).values({ id: work.newId(), matterId: matter.id, ...values });
    }
  }
  await putMatterTasks(work, matter.id, input.taskIds);
  await work.db
    .update(matters)
    .set({ title: input.title, note: input.note, updatedAt: work.now })
    .where(eq(matters.id, matter.id));
  work.audit({
    action: 'plan.manageMatters',
    objectKind: 'matter',
    objectId: matter.id,
    summary: `调整统筹事项“${input.title}”`,
    before: { title: matter.title, note: matter.note, steps: before },
    after: { title: input.title, note: input.note, taskIds: input.taskIds, steps: input.steps },
    affectsPortal: false,
  });
}

async function getStep(work: Work, stepId: string, done: boolean) {
  const [found] = await work.db
    .select({ step: matterSteps, matter: matters })
    .from(matterSteps)
    .innerJoin(matters, eq(matters.id, matterSteps.matterId))
    .where(eq(matterSteps.id, stepId))
    .for('update', { of: matterSteps });
  work.authorise(
    'plan.finishMatterStep',
    found === undefined ? {} : { unitId: found.step.unitId, jurisdictionId: found.matter.jurisdictionId },
  );
  if (found === undefined) throw officeRecordRefusals.refuse('plan.recordNotFound', {});
  if ((found.step.doneOn !== null) !== done) {
    throw officeRecordRefusals.refuse('plan.stepActionNotAllowed', { done: found.step.doneOn !== null });
  }
  return found;
}

/** The unit of a step notes that it is done, when, and the page that shows it. */
export async function finishMatterStep(
  work: Work,
  input: FinishStepInput & { readonly stepId: string },
): Promise<void> {
  const { step, matter } = await getStep(work, input.stepId, false);
  checkPastDay(work, input.doneOn);
  const { doneOn, url, note } = input;
  await work.db
    .update(matterSteps)
    .set({ doneOn, url, note, doneByName: signatureOf(work.actor).name })
    .where(eq(matterSteps.id, step.id));
  work.audit({
    action: 'plan.finishMatterStep',
    objectKind: 'matter',
    objectId: matter.id,
    unitId: step.unitId,
    summary: `完成“${matter.title}”的${stepKindTitles[step.kind]}`,
    after: { stepId: step.id, doneOn, url, note },
    affectsPortal: false,
  });
}

/** Takes the note back, with the reason. */
export async function reopenMatterStep(
  work: Work,
  input: { readonly stepId: string; readonly reason: string },
): Promise<void> {
  const { step, matter } = await getStep(work, input.stepId, true);
  await work.db
    .update(matterSteps)
    .set({ doneOn: null, doneByName: null, url: null, note: null })
    .where(eq(matterSteps.id, step.id));
  work.audit({
    action: 'plan.finishMatterStep',
    objectKind: 'matter',
    objectId: matter.id,
    unitId: step.unitId,
    summary: `撤销“${matter.title}”的${stepKindTitles[step.kind]}完成登记`,
    before: { doneOn: step.doneOn, url: step.url, note: step.note },
    after: { reason: input.reason },
    affectsPortal: false,
  });
}
