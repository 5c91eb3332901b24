/** The units' own plans: the office sets by when, a unit files and files again, the office accepts or returns. */

import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import { storedFiles } from '#kernel/files/tables.ts';
import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import { keepUnitsOf, listRoleHolders, nameUnits } from '#modules/organisation/index.ts';
import type { FileUnitPlanInput, SetDemandInput } from '../contract/unit-plans.ts';
import { listTaskIdsBoundTo } from '../queries/bound-tasks.ts';
import { findPlan } from '../queries/plans.ts';
import { listOwingUnits } from '../queries/unit-plans.ts';
import { type FilingAction, isFilingActionAllowed, unitPlanFiledId } from '../rules/unit-plans/filing.ts';
import { plans, tasks } from '../tables/plans.ts';
import { unitPlanDemands, unitPlanLines, unitPlans } from '../tables/unit-plans.ts';
import { ledgerRefusals } from '../words/ledger.ts';
import { planRefusals } from '../words/plans.ts';
import { unitPlanRefusals } from '../words/unit-plans.ts';
import { requestEvaluation } from './plan-evaluations.ts';

async function getPlanFor(work: Work, planId: string, permission: string, unitId?: string) {
  const plan = await findPlan(work.db, planId);
  work.authorise(permission, {
    ...(plan === undefined ? {} : { jurisdictionId: plan.jurisdictionId }),
    ...(unitId === undefined ? {} : { unitId }),
  });
  if (plan === undefined) throw planRefusals.refuse('plan.notFound', {});
  return plan;
}

/** Has the tasks evaluated that are judged by the plan's filings. */
async function reevaluateFiled(
  work: Work,
  plan: { readonly id: string; readonly jurisdictionId: string },
): Promise<void> {
  const { id: planId, jurisdictionId } = plan;
  await requestEvaluation(
    work,
    await listTaskIdsBoundTo(work.db, { jurisdictionId, planId }, unitPlanFiledId),
  );
}

/** Sets by when the units file, and who need not. */
export async function setUnitPlanDemand(
  work: Work,
  input: SetDemandInput & { readonly planId: string },
): Promise<void> {
  const plan = await getPlanFor(work, input.planId, 'plan.superviseUnitPlans');
  const known = await keepUnitsOf(work.db, plan.jurisdictionId, input.exemptUnitIds);
  if (input.exemptUnitIds.some((unitId) => !known.has(unitId))) {
    throw planRefusals.refuse('plan.unitUnknown', {});
  }
  const [before] = await work.db
    .select()
    .from(unitPlanDemands)
    .where(eq(unitPlanDemands.planId, plan.id))
    .for('update');
  const { days, dayUnit, fromDay, basis, exemptUnitIds, includesVillages } = input;
  const values = {
    days,
    dayUnit,
    fromDay,
    basis,
    exemptUnitIds,
    includesVillages,
    setByName: signatureOf(work.actor).name,
    setAt: work.now,
  };
  await work.db
    .insert(unitPlanDemands)
    .values({ planId: plan.id, ...values })
    .onConflictDoUpdate({ target: unitPlanDemands.planId, set: values });
  await reevaluateFiled(work, plan);
  work.audit({
    action: 'plan.superviseUnitPlans',
    objectKind: 'plan',
    objectId: plan.id,
    summary: `规定各单位在${fromDay}起${days}${dayUnit === 'working' ? '个工作日' : '日'}内报送任务清单`,
    before: before ?? null,
    after: { days, dayUnit, fromDay, exemptUnitIds, includesVillages },
    affectsPortal: false,
  });
}

async function checkFiling(
  work: Work,
  input: FileUnitPlanInput,
  plan: { readonly id: string; readonly jurisdictionId: string },
): Promise<void> {
  const owing = await listOwingUnits(work.db, plan);
  if (!owing.some((unit) => unit.unitId === input.unitId)) {
    const names = await nameUnits(work.db, [input.unitId]);
    throw unitPlanRefusals.refuse('plan.unitPlanNotDemanded', {
      unit: names.get(input.unitId)?.shortName ?? '该单位',
    });
  }
  const wanted = [...new Set(input.lines.flatMap((line) => (line.taskId === null ? [] : [line.taskId])))];
  if (wanted.length > 0) {
    const known = await work.db
      .select({ id: tasks.id })
      .from(tasks)
      .where(and(eq(tasks.planId, plan.id), inArray(tasks.id, wanted), isNull(tasks.withdrawnAt)));
    if (known.length < wanted.length) throw unitPlanRefusals.refuse('plan.unitPlanTaskUnknown', {});
  }
  if (input.fileId === null) return;
  const [own] = await work.db
    .select({ id: storedFiles.id })
    .from(storedFiles)
    .where(and(eq(storedFiles.id, input.fileId), eq(storedFiles.createdBy, signatureOf(work.actor).by)));
  const [former] = await work.db
    .select({ id: unitPlans.id })
    .from(unitPlans)
    .where(and(eq(unitPlans.fileId, input.fileId), eq(unitPlans.unitId, input.unitId)))
    .limit(1);
  if (own === undefined && former === undefined) throw ledgerRefusals.refuse('plan.ledgerFileUnknown', {});
}

/** A unit files its plan, or files it again; former filings stay. */
export async function fileUnitPlan(
  work: Work,
  input: FileUnitPlanInput & { readonly planId: string },
): Promise<{ unitPlanId: string; number: number }> {
  const plan = await getPlanFor(work, input.planId, 'plan.fileUnitPlan', input.unitId);
  // The parent plan is the lock under which filings of a unit are numbered one after another.
  await work.db.select({ id: plans.id }).from(plans).where(eq(plans.id, plan.id)).for('update');
  await checkFiling(work, input, plan);
  const [last] = await work.db
    .select({ number: unitPlans.number })
    .from(unitPlans)
    .where(and(eq(unitPlans.planId, plan.id), eq(unitPlans.unitId, input.unitId)))
    .orderBy(desc(unitPlans.number))
    .limit(1);
  const id = work.newId();
  const number = (last?.number ?? 0) + 1;
  const { by, name } = signatureOf(work.actor);
  await work.db.insert(unitPlans).values({
    id,
    planId: plan.id,
    unitId: input.unitId,
    number,
    note: input.note,
    fileId: input.fileId,
    filedBy: by,
    filedByName: name,
    filedOn: work.today,
    filedAt: work.now,
  });
  if (input.lines.length > 0) {
    await work.db
      .insert(unitPlanLines)
      .values(input.lines.map((line, position) => ({ unitPlanId: id, position, ...line })));
  }
  await reevaluateFiled(work, plan);
  work.audit({
    action: 'plan.fileUnitPlan',
    objectKind: 'unitPlan',
    objectId: id,
    unitId: input.unitId,
    summary: `报送《${plan.title}》的任务清单，第${number}次，${input.lines.length}条`,
    after: { number, note: input.note, fileId: input.fileId, lines: input.lines },
    affectsPortal: false,
  });
  return { unitPlanId: id, number };
}

/** The newest filing of its unit, waiting for a decision; locked. */
async function getWaitingFiling(work: Work, unitPlanId: string, action: FilingAction) {
  const [seen] = await work.db
    .select({ filing: unitPlans, jurisdictionId: plans.jurisdictionId, title: plans.title })
    .from(unitPlans)
    .innerJoin(plans, eq(plans.id, unitPlans.planId))
    .where(eq(unitPlans.id, unitPlanId));
  work.authorise(
    'plan.superviseUnitPlans',
    seen === undefined ? {} : { jurisdictionId: seen.jurisdictionId },
  );
  if (seen === undefined) throw unitPlanRefusals.refuse('plan.unitPlanNotFound', {});
  await work.db.select({ id: plans.id }).from(plans).where(eq(plans.id, seen.filing.planId)).for('update');
  const [newest] = await work.db
    .select()
    .from(unitPlans)
    .where(and(eq(unitPlans.planId, seen.filing.planId), eq(unitPlans.unitId, seen.filing.unitId)))
    .orderBy(desc(unitPlans.number))
    .limit(1);
  const state = newest?.decision ?? 'filed';
  if (newest === undefined || newest.id !== unitPlanId || !isFilingActionAllowed(state, action)) {
    throw unitPlanRefusals.refuse('plan.unitPlanActionNotAllowed', { action, state });
  }
  return { filing: newest, title: seen.title, jurisdictionId: seen.jurisdictionId };
}

async function decideFiling(
  work: Work,
  unitPlanId: string,
  decision: 'accepted' | 'returned',
  reason: string | null,
) {
  const action = decision === 'accepted' ? 'accept' : 'return';
  const { filing, title, jurisdictionId } = await getWaitingFiling(work, unitPlanId, action);
  await work.db
    .update(unitPlans)
    .set({
      decision,
      reason,
      decidedByName: signatureOf(work.actor).name,
      decidedOn: work.today,
      decidedAt: work.now,
    })
    .where(eq(unitPlans.id, filing.id));
  await reevaluateFiled(work, { id: filing.planId, jurisdictionId });
  const verb = decision === 'accepted' ? '确认' : '退回';
  work.audit({
    action: 'plan.superviseUnitPlans',
    objectKind: 'unitPlan',
    objectId: filing.id,
    unitId: filing.unitId,
    summary: `${verb}《${title}》的任务清单，第${filing.number}次`,
    after: { decision, reason },
    affectsPortal: false,
  });
  await notify(work, {
    officerIds: [filing.filedBy, ...(await listRoleHolders(work.db, 'unitLeader', [filing.unitId]))].filter(
      (officerId) => officerId !== 'system',
    ),
    title: `本单位的任务清单已${verb}`,
    ...(reason === null ? {} : { detail: reason }),
    address: `/plan/unit-plans/${filing.planId}/${filing.unitId}`,
    key: `unitPlan:${filing.id}:${decision}`,
  });
}

/** The supervising office accepts the newest filing. */
export async function acceptUnitPlan(work: Work, input: { readonly unitPlanId: string }): Promise<void> {
  await decideFiling(work, input.unitPlanId, 'accepted', null);
}

/** The supervising office gives the newest filing back, with the reason. */
export async function returnUnitPlan(
  work: Work,
  input: { readonly unitPlanId: string; readonly reason: string },
): Promise<void> {
  await decideFiling(work, input.unitPlanId, 'returned', input.reason);
}
