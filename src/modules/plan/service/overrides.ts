/** A person signs for another standing than the computed one, or takes the signature back. The computed one stays. */
import { and, eq, isNull } from 'drizzle-orm';
import { loadCalendarInForce } from '#kernel/calendar/calendar-in-force.ts';
import type { Work } from '#kernel/work.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import { findTaskPlace, type TaskPlace } from '../queries/bindings.ts';
import { findTask } from '../queries/plans.ts';
import { isSignedReason } from '../rules/measuring/actions.ts';
import type { Standing } from '../rules/shapes.ts';
import { standingChanges, standingOverrides } from '../tables/measuring.ts';
import { overrideSetSentence, overrideWithdrawnSentence } from '../words/measuring.ts';
import { measuringRefusals } from '../words/measuring-refusals.ts';
import { planRefusals, standingTitles } from '../words/plans.ts';

async function getTaskFor(work: Work, taskId: string): Promise<TaskPlace> {
  const place = await findTaskPlace(work.db, taskId);
  work.authorise('plan.override', place === undefined ? {} : { jurisdictionId: place.jurisdictionId });
  if (place === undefined || place.isWithdrawn) throw planRefusals.refuse('plan.taskNotFound', {});
  return place;
}

async function findOverrideInForce(work: Work, taskId: string) {
  const [row] = await work.db
    .select()
    .from(standingOverrides)
    .where(and(eq(standingOverrides.taskId, taskId), isNull(standingOverrides.withdrawnAt)))
    .for('update');
  return row;
}

/** Name and unit under which the actor signs. */
async function signatureOf(work: Work): Promise<{ id: string | null; name: string; unit: string }> {
  const { actor } = work;
  if (actor.kind !== 'officer') {
    return { id: null, name: actor.kind === 'system' ? actor.name : '访客', unit: '平台' };
  }
  const unitId = actor.grants.find((grant) => grant.role === 'supervisor')?.unitId ?? actor.grants[0]?.unitId;
  const names = await nameUnits(work.db, unitId === undefined ? [] : [unitId]);
  return { id: actor.id, name: actor.name, unit: names.get(unitId ?? '')?.shortName ?? '主管部门' };
}

/** A signature that says what the measures say anyway would only keep it from following them. */
async function refuseAgreement(work: Work, taskId: string, standing: Standing): Promise<void> {
  const calendar = await loadCalendarInForce(work.db);
  const found = await findTask(work.db, taskId, { today: work.today, calendar });
  if (found?.task.computed.standing === standing) {
    throw measuringRefusals.refuse('plan.overrideNotNeeded', { title: standingTitles[standing] });
  }
}

/** Sets another standing; an earlier signature is replaced and kept in the history. */
export async function overrideStanding(
  work: Work,
  input: { readonly taskId: string; readonly standing: Standing; readonly reason: string },
): Promise<{ readonly overrideId: string }> {
  const place = await getTaskFor(work, input.taskId);
  if (!isSignedReason(input.reason)) {
    throw measuringRefusals.refuse('plan.reasonTooShort', {}, [
      { path: 'reason', message: '请写明依据的事实或文件，至少10个字' },
    ]);
  }
  await refuseAgreement(work, place.taskId, input.standing);
  const earlier = await findOverrideInForce(work, place.taskId);
  if (earlier?.standing === input.standing) {
    throw measuringRefusals.refuse('plan.overrideSame', { title: standingTitles[input.standing] });
  }
  const signature = await signatureOf(work);
  if (earlier !== undefined) {
    await work.db
      .update(standingOverrides)
      .set({ withdrawnByName: signature.name, withdrawnAt: work.now, withdrawnReason: '改作新的认定' })
      .where(eq(standingOverrides.id, earlier.id));
  }
  const overrideId = work.newId();
  await work.db.insert(standingOverrides).values({
    id: overrideId,
    taskId: place.taskId,
    standing: input.standing,
    reason: input.reason,
    setBy: signature.id,
    setByName: signature.name,
    setByUnit: signature.unit,
    setAt: work.now,
  });
  await work.db.insert(standingChanges).values({
    id: work.newId(),
    taskId: place.taskId,
    subject: 'override',
    before: earlier?.standing ?? null,
    after: input.standing,
    causes: [
      { kind: 'overrideSet', sentence: overrideSetSentence(input.standing, input.reason), address: null },
    ],
    actorId: signature.id,
    actorName: signature.name,
    at: work.now,
  });
  work.audit({
    action: 'plan.override',
    objectKind: 'task',
    objectId: place.taskId,
    summary: `认定“${place.title}”为${standingTitles[input.standing]}`,
    before: { standing: earlier?.standing ?? null },
    after: { standing: input.standing, reason: input.reason },
  });
  return { overrideId };
}

/** Takes the signature back: the computed standing is in effect again. */
export async function withdrawOverride(
  work: Work,
  input: { readonly taskId: string; readonly reason: string },
): Promise<void> {
  const place = await getTaskFor(work, input.taskId);
  const earlier = await findOverrideInForce(work, place.taskId);
  if (earlier === undefined) throw measuringRefusals.refuse('plan.overrideNotFound', {});
  const signature = await signatureOf(work);
  await work.db
    .update(standingOverrides)
    .set({ withdrawnByName: signature.name, withdrawnAt: work.now, withdrawnReason: input.reason })
    .where(eq(standingOverrides.id, earlier.id));
  await work.db.insert(standingChanges).values({
    id: work.newId(),
    taskId: place.taskId,
    subject: 'override',
    before: earlier.standing,
    after: null,
    causes: [{ kind: 'overrideWithdrawn', sentence: overrideWithdrawnSentence(input.reason), address: null }],
    actorId: signature.id,
    actorName: signature.name,
    at: work.now,
  });
  work.audit({
    action: 'plan.override',
    objectKind: 'task',
    objectId: place.taskId,
    summary: `撤回对“${place.title}”状态的认定`,
    before: { standing: earlier.standing, reason: earlier.reason },
    after: { reason: input.reason },
  });
}
