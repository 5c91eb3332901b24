/** Commands of the look-back: open it on a past plan, judge its tasks one by one, order rectifications, close it. */
import { and, eq, isNull } from 'drizzle-orm';
import { loadCalendarInForce } from '#kernel/calendar/calendar-in-force.ts';
import { yearOf } from '#kernel/day.ts';
import type { Work } from '#kernel/work.ts';
import type { JudgeTaskInput, OpenLookBackInput, RectifyTaskInput } from '../contract/look-back.ts';
import { findLookBack, listVerdictsByTask } from '../queries/look-backs.ts';
import { completeTaskRows } from '../queries/task-rows.ts';
import { judgeLookBackClose, judgeVerdictInput, usualLookBackDay } from '../rules/look-back.ts';
import { lookBacks, lookBackVerdicts } from '../tables/look-back.ts';
import { plans, tasks } from '../tables/plans.ts';
import { lookBackRefusals, lookBackVerdictTitles } from '../words/look-back.ts';
import { planRefusals } from '../words/plans.ts';
import { issueSupervisionOrders } from './supervision/issue-orders.ts';

const permission = 'plan.lookBack';

function signatureOf(work: Work): { readonly by: string; readonly byName: string } {
  const { actor } = work;
  if (actor.kind === 'officer') return { by: actor.id, byName: actor.name };
  return { by: actor.kind, byName: actor.kind === 'system' ? actor.name : '访客' };
}

/** Opens the look-back on one of our own plans of an earlier year. */
export async function openLookBack(work: Work, input: OpenLookBackInput): Promise<{ lookBackId: string }> {
  const [plan] = await work.db.select().from(plans).where(eq(plans.id, input.planId)).limit(1);
  if (plan === undefined || plan.kind !== 'own') throw planRefusals.refuse('plan.notFound', {});
  work.authorise(permission, { jurisdictionId: plan.jurisdictionId });
  if (plan.year >= yearOf(work.today)) {
    throw lookBackRefusals.refuse('plan.lookBackTooEarly', { year: plan.year });
  }
  const { by, byName } = signatureOf(work);
  const id = work.newId();
  const dueOn = input.dueOn ?? usualLookBackDay(plan.year);
  const opened = await work.db
    .insert(lookBacks)
    .values({
      id,
      jurisdictionId: plan.jurisdictionId,
      planId: plan.id,
      dueOn,
      openedBy: by,
      openedByName: byName,
      openedAt: work.now,
    })
    .onConflictDoNothing({ target: lookBacks.planId })
    .returning({ id: lookBacks.id });
  if (opened.length === 0) throw lookBackRefusals.refuse('plan.lookBackExists', { title: plan.title });
  work.audit({
    action: 'plan.openLookBack',
    objectKind: 'lookBack',
    objectId: id,
    summary: `对《${plan.title}》开展“回头看”`,
    after: { planId: plan.id, dueOn },
    affectsPortal: false,
  });
  return { lookBackId: id };
}

/** Loads the look-back and locks it; refuses who may not and what is closed. */
async function takeOpenLookBack(work: Work, lookBackId: string) {
  const [lookBack] = await work.db.select().from(lookBacks).where(eq(lookBacks.id, lookBackId)).for('update');
  if (lookBack === undefined) throw lookBackRefusals.refuse('plan.lookBackNotFound', {});
  work.authorise(permission, { jurisdictionId: lookBack.jurisdictionId });
  if (lookBack.closedAt !== null) throw lookBackRefusals.refuse('plan.lookBackClosed', {});
  return lookBack;
}

async function findVerdictInForce(work: Work, lookBackId: string, taskId: string) {
  return (await listVerdictsByTask(work.db, lookBackId, taskId)).get(taskId)?.[0];
}

/** Writes down what was found on one task; the standing the platform computed is kept beside it. */
export async function judgeLookBackTask(
  work: Work,
  input: JudgeTaskInput & { readonly lookBackId: string; readonly taskId: string },
): Promise<{ verdictId: string }> {
  const lookBack = await takeOpenLookBack(work, input.lookBackId);
  const task = await getTaskOfLookBack(work, lookBack.planId, input.taskId);
  if (judgeVerdictInput(input) === 'proofMissing') {
    throw lookBackRefusals.refuse('plan.lookBackProofMissing', {});
  }
  const inForce = await findVerdictInForce(work, lookBack.id, task.id);
  if ((inForce?.id ?? null) !== input.replaces) throw lookBackRefusals.refuse('plan.lookBackMeanwhile', {});
  const { by, byName } = signatureOf(work);
  const id = work.newId();
  await work.db.insert(lookBackVerdicts).values({
    id,
    lookBackId: lookBack.id,
    taskId: task.id,
    supersedesId: inForce?.id ?? null,
    verdict: input.verdict,
    ground: input.ground,
    proof: input.proof,
    standing: task.standing,
    standingReason: task.standingReason,
    // A rectification goes on when an unfinished task is described anew.
    issueId: input.verdict === 'unfinished' ? (inForce?.issueId ?? null) : null,
    judgedBy: by,
    judgedByName: byName,
    judgedAt: work.now,
  });
  work.audit({
    action: 'plan.judgeLookBackTask',
    objectKind: 'task',
    objectId: task.id,
    summary: `“回头看”：${task.no === null ? '任务' : `第${task.no}项`}${lookBackVerdictTitles[input.verdict]}`,
    before: inForce === undefined ? null : { verdict: inForce.verdict, ground: inForce.ground },
    after: { verdict: input.verdict, ground: input.ground, proof: input.proof },
    affectsPortal: false,
  });
  return { verdictId: id };
}

async function getTaskOfLookBack(work: Work, planId: string, taskId: string) {
  const [found] = await work.db
    .select({ task: tasks, issuedOn: plans.issuedOn })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(and(eq(tasks.id, taskId), eq(tasks.planId, planId), isNull(tasks.withdrawnAt)))
    .limit(1);
  if (found === undefined) throw lookBackRefusals.refuse('plan.lookBackTaskUnknown', {});
  const calendar = await loadCalendarInForce(work.db);
  const [row] = await completeTaskRows(work.db, [found.task], found.issuedOn, {
    today: work.today,
    calendar,
  });
  if (row === undefined) throw lookBackRefusals.refuse('plan.lookBackTaskUnknown', {});
  return row;
}

/** Issues the rectification of an unfinished task as a supervision order, whose clock, reply and acceptance follow. */
export async function rectifyLookBackTask(
  work: Work,
  input: RectifyTaskInput & { readonly lookBackId: string; readonly taskId: string },
): Promise<{ issueId: string; number: string }> {
  const lookBack = await takeOpenLookBack(work, input.lookBackId);
  const task = await getTaskOfLookBack(work, lookBack.planId, input.taskId);
  const inForce = await findVerdictInForce(work, lookBack.id, task.id);
  if (inForce?.verdict !== 'unfinished') throw lookBackRefusals.refuse('plan.lookBackNotUnfinished', {});
  const name = task.no === null ? `“${task.requirement.slice(0, 20)}…”` : `第${task.no}项任务`;
  const issued = await issueSupervisionOrders(work, lookBack.jurisdictionId, {
    unitIds: input.unitIds,
    taskIds: [task.id],
    subject: `“回头看”整改：上年度${name}`,
    requirement: input.requirement,
    level: 'supervise',
    replyDays: input.replyDays,
    escalation: 'byPerson',
    escalationDays: 5,
  });
  const { by, byName } = signatureOf(work);
  await work.db.insert(lookBackVerdicts).values({
    ...inForce,
    id: work.newId(),
    supersedesId: inForce.id,
    issueId: issued.issueId,
    judgedBy: by,
    judgedByName: byName,
    judgedAt: work.now,
  });
  work.audit({
    action: 'plan.rectifyLookBackTask',
    objectKind: 'task',
    objectId: task.id,
    summary: `“回头看”：${name}下达整改，${issued.number}`,
    after: { issueId: issued.issueId, unitIds: input.unitIds },
    affectsPortal: false,
  });
  return { issueId: issued.issueId, number: issued.number };
}

/** Closes the look-back with its conclusion once every task is judged and every unfinished one is being rectified. */
export async function closeLookBack(
  work: Work,
  input: { readonly lookBackId: string; readonly conclusion: string },
): Promise<void> {
  const lookBack = await takeOpenLookBack(work, input.lookBackId);
  const inPlan = await work.db
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.planId, lookBack.planId), isNull(tasks.withdrawnAt)));
  const verdicts = await listVerdictsByTask(work.db, lookBack.id);
  const open = judgeLookBackClose(
    inPlan.map(({ id }) => {
      const inForce = verdicts.get(id)?.[0];
      return {
        taskId: id,
        verdict: inForce?.verdict ?? null,
        hasRectification: (inForce?.issueId ?? null) !== null,
      };
    }),
  );
  if (open.undecided + open.unordered > 0) throw lookBackRefusals.refuse('plan.lookBackOpenTasks', open);
  const { byName } = signatureOf(work);
  await work.db
    .update(lookBacks)
    .set({ closedByName: byName, closedAt: work.now, conclusion: input.conclusion })
    .where(eq(lookBacks.id, lookBack.id));
  work.audit({
    action: 'plan.closeLookBack',
    objectKind: 'lookBack',
    objectId: lookBack.id,
    summary: '结束“回头看”',
    after: { conclusion: input.conclusion },
    affectsPortal: false,
  });
}

/** The look-back an officer of that jurisdiction may see; refuses with not found otherwise. */
export async function getLookBackOwner(
  db: Parameters<typeof findLookBack>[0],
  lookBackId: string,
): Promise<{ readonly jurisdictionId: string }> {
  const lookBack = await findLookBack(db, lookBackId);
  if (lookBack === undefined) throw lookBackRefusals.refuse('plan.lookBackNotFound', {});
  return lookBack;
}
