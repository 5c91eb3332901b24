/** When evaluations happen: every night, after work that touched evidence, on demand, and when a plan comes into force. */
import { z } from 'zod';
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { yearOf } from '#kernel/day.ts';
import { defineJob, type RecurringJob } from '#kernel/jobs/job.ts';
import { transact } from '#kernel/work.ts';
import { listPlansSince } from '../queries/plans.ts';
import { listEvaluationRequests } from '../queries/standings.ts';
import { proposeBindingsKind, proposePlanBindings } from '../service/bindings/propose.ts';
import {
  dropUnusedFigures,
  evaluatePlanKind,
  evaluateRequestedKind,
  settleEvaluationRequests,
} from '../service/plan-evaluations.ts';
import { nightlyActorName } from '../words/measuring.ts';
import {
  type EvaluationOptions,
  type EvaluationOutcome,
  evaluatePlan,
  evaluateTasks,
  gatherMeasures,
} from './run.ts';

/** Plan evaluations under way on this node. Another node's shows no figure, only that it runs. */
const underWay = new Map<string, number>();

/** Progress of a plan's evaluation on this node, 0 … 1; null when it runs elsewhere or not at all. */
export function findEvaluationProgress(planId: string): number | null {
  return underWay.get(planId) ?? null;
}

async function evaluateWithProgress(
  app: App,
  planId: string,
  options: EvaluationOptions,
): Promise<EvaluationOutcome> {
  underWay.set(planId, 0);
  try {
    return await evaluatePlan(app, planId, {
      ...options,
      onProgress: (fraction) => {
        underWay.set(planId, fraction);
        options.onProgress?.(fraction);
      },
    });
  } finally {
    underWay.delete(planId);
  }
}

const evaluator = systemActor('任务核对');
const nightly = { actorId: null, actorName: nightlyActorName };

/** Evaluates the tasks that wait, until none does. */
export async function evaluateRequested(app: App, signal: AbortSignal): Promise<void> {
  for (;;) {
    const requests = await listEvaluationRequests(app.database.read);
    if (requests.length === 0) return;
    const byCause = new Map<string, (typeof requests)[number][]>();
    for (const request of requests) {
      const key = `${request.planId} ${request.requestedBy ?? request.requestedByName}`;
      byCause.set(key, [...(byCause.get(key) ?? []), request]);
    }
    for (const group of byCause.values()) {
      const [first] = group;
      if (first === undefined) continue;
      const taskIds = group.map(({ taskId }) => taskId);
      await evaluateTasks(app, first.planId, taskIds, {
        cause: { actorId: first.requestedBy, actorName: first.requestedByName },
        signal,
      });
      const until = group.map(({ requestedAt }) => requestedAt).sort((a, b) => b.getTime() - a.getTime())[0];
      if (until === undefined) continue;
      await transact(app, evaluator, (work) => settleEvaluationRequests(work, { taskIds, until }));
    }
  }
}

/** Evaluates every plan of this year and the last one, whose tasks are still looked back on. */
export async function evaluateAllPlans(
  app: App,
  options: EvaluationOptions,
): Promise<readonly ({ readonly planId: string; readonly title: string } & EvaluationOutcome)[]> {
  const thisYear = yearOf(beijingDayOf(app.clock.now()));
  const outcomes = [];
  for (const plan of await listPlansSince(app.database.read, thisYear - 1)) {
    const outcome = await evaluateWithProgress(app, plan.id, options);
    outcomes.push({ planId: plan.id, title: plan.title, ...outcome });
  }
  return outcomes;
}

export const nightlyEvaluation: RecurringJob = {
  name: 'plan.nightlyEvaluation',
  // After midnight, when a due day has just passed, and before anybody comes to work.
  pattern: '20 0 * * *',
  async run(app, _span, signal) {
    await evaluateRequested(app, signal);
    await evaluateAllPlans(app, { cause: nightly, signal });
    await transact(app, evaluator, dropUnusedFigures);
  },
};

const evaluateRequestedJob = defineJob({
  kind: evaluateRequestedKind,
  payload: z.object({}),
  run: (app, _payload, signal) => evaluateRequested(app, signal),
});

const evaluatePlanJob = defineJob({
  kind: evaluatePlanKind,
  payload: z.object({ planId: z.uuid(), actorId: z.uuid().nullable(), actorName: z.string() }),
  run: async (app, { planId, actorId, actorName }, signal) => {
    await evaluateWithProgress(app, planId, { cause: { actorId, actorName }, signal });
  },
});

const proposeBindingsJob = defineJob({
  kind: proposeBindingsKind,
  payload: z.object({ planId: z.uuid() }),
  run: async (app, { planId }, signal) => {
    const measures = [...gatherMeasures(app).values()];
    await transact(app, systemActor('度量建议'), (work) => proposePlanBindings(work, { planId, measures }));
    await evaluateWithProgress(app, planId, {
      cause: { actorId: null, actorName: '任务分解表确认' },
      signal,
    });
  },
});

export const evaluationJobs = [evaluateRequestedJob, evaluatePlanJob, proposeBindingsJob];
