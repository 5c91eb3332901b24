/** Asking for an evaluation, of single tasks whose rows changed or of a whole plan, and noting that one is done. */
import { and, inArray, lte, notInArray, sql } from 'drizzle-orm';
import type { Instant } from '#kernel/clock.ts';
import type { Work } from '#kernel/work.ts';
import { findTaskPlace } from '../queries/bindings.ts';
import { findPlan } from '../queries/plans.ts';
import { evaluationRequests, measuredFigures, planEvaluations } from '../tables/measuring.ts';
import { planRefusals } from '../words/plans.ts';

/** Job kind that evaluates the tasks somebody's work touched. */
export const evaluateRequestedKind = 'plan.evaluateRequested';
/** Job kind that evaluates one whole plan. */
export const evaluatePlanKind = 'plan.evaluatePlan';

/**
 * Has these tasks evaluated soon after the commit. For commands whose rows are evidence (a ledger entry, an answered
 * order): called as often as you like, a task that already waits is evaluated once. Writes no audit of its own.
 */
export async function requestEvaluation(work: Work, taskIds: readonly string[]): Promise<void> {
  const wanted = [...new Set(taskIds)].sort();
  if (wanted.length === 0) return;
  const { actor } = work;
  const rows = await work.db
    .insert(evaluationRequests)
    .values(
      wanted.map((taskId) => ({
        taskId,
        requestedBy: actor.kind === 'officer' ? actor.id : null,
        requestedByName: actor.kind === 'visitor' ? '访客' : actor.name,
        requestedAt: work.now,
      })),
    )
    .onConflictDoUpdate({
      target: evaluationRequests.taskId,
      set: {
        requestedBy: sql`excluded.requested_by`,
        requestedByName: sql`excluded.requested_by_name`,
        requestedAt: sql`excluded.requested_at`,
      },
    })
    // A row that was there before belongs to a job that has not done it yet.
    .returning({ isNew: sql<boolean>`xmax = 0` });
  if (rows.some((row) => row.isNew))
    work.enqueue({ kind: evaluateRequestedKind, payload: {}, maxAttempts: 3 });
}

/** Takes the requests that are done out of the queue; one renewed meanwhile stays. */
export async function settleEvaluationRequests(
  work: Work,
  input: { readonly taskIds: readonly string[]; readonly until: Instant },
): Promise<void> {
  work.authorise('plan.evaluate');
  await work.db
    .delete(evaluationRequests)
    .where(
      and(
        inArray(evaluationRequests.taskId, [...input.taskIds]),
        lte(evaluationRequests.requestedAt, input.until),
      ),
    );
  work.audit({
    action: 'plan.evaluate',
    objectKind: 'task',
    objectId: input.taskIds[0] ?? '',
    summary: `核对了${input.taskIds.length}项有变动的任务`,
    affectsPortal: false,
  });
}

/** Asks for an evaluation of one task by itself. */
export async function requestTaskEvaluation(work: Work, input: { readonly taskId: string }): Promise<void> {
  const place = await findTaskPlace(work.db, input.taskId);
  work.authorise('plan.evaluate', place === undefined ? {} : { jurisdictionId: place.jurisdictionId });
  if (place === undefined || place.isWithdrawn) throw planRefusals.refuse('plan.taskNotFound', {});
  await requestEvaluation(work, [place.taskId]);
  work.audit({
    action: 'plan.evaluate',
    objectKind: 'task',
    objectId: place.taskId,
    summary: `要求重新核对“${place.title}”`,
    affectsPortal: false,
  });
}

/** Asks for an evaluation of a whole plan; asking again while one waits changes nothing. */
export async function requestPlanEvaluation(work: Work, input: { readonly planId: string }): Promise<void> {
  const plan = await findPlan(work.db, input.planId);
  work.authorise('plan.evaluate', plan === undefined ? {} : { jurisdictionId: plan.jurisdictionId });
  if (plan === undefined) throw planRefusals.refuse('plan.notFound', {});
  const values = { planId: plan.id, tasks: 0, changed: 0, requestedAt: work.now };
  await work.db
    .insert(planEvaluations)
    .values(values)
    .onConflictDoUpdate({ target: planEvaluations.planId, set: { requestedAt: work.now } });
  const { actor } = work;
  work.enqueue({
    kind: evaluatePlanKind,
    payload: {
      planId: plan.id,
      actorId: actor.kind === 'officer' ? actor.id : null,
      actorName: actor.kind === 'visitor' ? '访客' : actor.name,
    },
    maxAttempts: 3,
  });
  work.audit({
    action: 'plan.evaluate',
    objectKind: 'plan',
    objectId: plan.id,
    summary: `要求重新核对《${plan.title}》`,
    affectsPortal: false,
  });
}

export interface FinishedEvaluation {
  readonly planId: string;
  readonly title: string;
  readonly startedAt: Instant;
  readonly tasks: number;
  readonly changed: number;
}

/** Notes that a plan was evaluated as a whole. */
export async function finishPlanEvaluation(work: Work, input: FinishedEvaluation): Promise<void> {
  work.authorise('plan.evaluate');
  const { tasks, changed, startedAt } = input;
  const values = { evaluatedAt: startedAt, tasks, changed, requestedAt: null };
  await work.db
    .insert(planEvaluations)
    .values({ planId: input.planId, ...values })
    .onConflictDoUpdate({ target: planEvaluations.planId, set: values });
  work.audit({
    action: 'plan.evaluate',
    objectKind: 'plan',
    objectId: input.planId,
    summary: `核对《${input.title}》：${tasks}项任务，${changed}项状态改变`,
    after: { tasks, changed },
  });
}

/** Drops evidence that no standing refers to any more and that is a day old. */
export async function dropUnusedFigures(work: Work): Promise<void> {
  work.authorise('plan.evaluate');
  const used = sql`(select figure ->> 'evidence' from task_standing,
    jsonb_array_elements(basis -> 'bindings') as binding,
    jsonb_array_elements(binding -> 'figures') as figure)`;
  const dropped = await work.db
    .delete(measuredFigures)
    .where(
      and(
        lte(measuredFigures.createdAt, new Date(work.now.getTime() - 86_400_000)),
        notInArray(measuredFigures.digest, used),
      ),
    )
    .returning({ digest: measuredFigures.digest });
  work.audit({
    action: 'plan.evaluate',
    objectKind: 'measuredFigure',
    objectId: 'all',
    summary: `清理不再使用的佐证摘要${dropped.length}份`,
    affectsPortal: false,
  });
}
