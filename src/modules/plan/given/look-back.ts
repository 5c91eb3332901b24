/** Builders for tests: a plan of last year and its look-back, through the commands. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import { findPlan } from '../queries/plans.ts';
import { listPlanTaskRows } from '../queries/task-rows.ts';
import { taskRowContextOf } from '../routes/plans.ts';
import { judgeLookBackTask, openLookBack, rectifyLookBackTask } from '../service/look-back.ts';
import { givenPlan, type PlanWalkGiven, smallPlanText } from './plans.ts';

const builder = systemActor('test');
let serial = 0;

export interface GivenLookBack {
  readonly lookBackId: string;
  readonly planId: string;
  readonly taskIds: readonly string[];
}

/** A plan of 2025 of its own; a plan is looked back on once. */
export async function givenLastYearsPlan(app: App, jurisdictionId: string): Promise<string> {
  serial += 1;
  const text = smallPlanText
    .replaceAll('2026', '2025')
    .replace('政务公开重点工作', `政务公开第${serial}批重点工作`)
    .replace('〔2025〕5号', `〔2025〕${serial + 100}号`);
  return (await givenPlan(app, { jurisdictionId, text })).planId;
}

/** A look-back nobody has judged a task of. */
export async function givenLookBack(app: App, jurisdictionId: string): Promise<GivenLookBack> {
  const planId = await givenLastYearsPlan(app, jurisdictionId);
  const { lookBackId } = await transact(app, builder, (work) => openLookBack(work, { planId }));
  const plan = await findPlan(app.database.read, planId);
  if (plan === undefined) throw new Error('no plan');
  const rows = await listPlanTaskRows(app.database.read, plan, await taskRowContextOf(app));
  return { lookBackId, planId, taskIds: rows.map((row) => row.id) };
}

/** The same with every task found unfinished and under rectification, ready to be closed. */
async function givenRectifiedLookBack(
  app: App,
  jurisdictionId: string,
  unitId: string,
): Promise<GivenLookBack> {
  const given = await givenLookBack(app, jurisdictionId);
  for (const taskId of given.taskIds) {
    const { lookBackId } = given;
    await transact(app, builder, (work) =>
      judgeLookBackTask(work, {
        lookBackId,
        taskId,
        verdict: 'unfinished',
        ground: '没有找到公开的内容',
        proof: [],
        replaces: null,
      }),
    );
    await transact(app, builder, (work) =>
      rectifyLookBackTask(work, {
        lookBackId,
        taskId,
        unitIds: [unitId],
        requirement: '请补齐',
        replyDays: 10,
      }),
    );
  }
  return given;
}

export const lookBackRouteSamples: RouteSamples<PlanWalkGiven> = {
  'plan.listLookBacks': async () => ({}),
  'plan.openLookBack': async ({ app, county }) => ({
    body: { planId: await givenLastYearsPlan(app, county.jurisdictionId) },
  }),
  'plan.viewLookBack': async ({ app, county }) => ({
    params: { lookBackId: (await givenLookBack(app, county.jurisdictionId)).lookBackId },
  }),
  'plan.judgeLookBackTask': async ({ app, county }) => {
    const { lookBackId, taskIds } = await givenLookBack(app, county.jurisdictionId);
    return {
      params: { lookBackId, taskId: taskIds[0] ?? '' },
      body: { verdict: 'noLongerDemanded', ground: '上级已经取消', replaces: null },
    };
  },
  'plan.rectifyLookBackTask': async ({ app, county }) => {
    const { lookBackId, taskIds } = await givenRectifiedLookBack(
      app,
      county.jurisdictionId,
      county.education,
    );
    return {
      params: { lookBackId, taskId: taskIds[0] ?? '' },
      body: { unitIds: [county.education], requirement: '请补齐后反馈', replyDays: 5 },
    };
  },
  'plan.closeLookBack': async ({ app, county }) => {
    const { lookBackId } = await givenRectifiedLookBack(app, county.jurisdictionId, county.education);
    return { params: { lookBackId }, body: { conclusion: '全部任务已下达整改' } };
  },
};
