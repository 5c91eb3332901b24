/** Routes of measuring a task: offered measures, what is behind a standing, bindings, evaluations, signed standings. */
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { authorise } from '#kernel/authorise.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import {
  addBindingSchema,
  addedBindingSchema,
  bindingRowPageSchema,
  bindingRowQuerySchema,
  bindingTrendSchema,
  changeBindingSchema,
  confirmBindingsSchema,
  decidedBindingsSchema,
  evidencePageSchema,
  evidenceQuerySchema,
  measureListSchema,
  planEvaluationSchema,
  proposalCountsSchema,
  rejectBindingsSchema,
  removeBindingSchema,
  setOverrideSchema,
  signedOverrideSchema,
  taskMeasuringSchema,
  withdrawOverrideSchema,
} from '../contract/measuring.ts';
import { findEvaluationProgress } from '../evaluation/jobs.ts';
import { gatherMeasures } from '../evaluation/run.ts';
import { traceBinding } from '../evaluation/trend.ts';
import { findTaskPlace, listBindingsWithPlace, type StoredBindingRow } from '../queries/bindings.ts';
import {
  findPlanEvaluation,
  listBindingEvidence,
  listBindingRows,
  loadTaskMeasuring,
} from '../queries/measuring.ts';
import { listOfferedMeasures } from '../queries/offered-measures.ts';
import { findPlan } from '../queries/plans.ts';
import {
  addTaskBinding,
  changeTaskBinding,
  confirmTaskBindings,
  rejectTaskBindings,
  removeTaskBinding,
} from '../service/bindings/decide.ts';
import { proposePlanBindings } from '../service/bindings/propose.ts';
import { overrideStanding, withdrawOverride } from '../service/overrides.ts';
import { requestPlanEvaluation, requestTaskEvaluation } from '../service/plan-evaluations.ts';
import { measuringRefusals } from '../words/measuring-refusals.ts';
import { planRefusals } from '../words/plans.ts';
import { taskRowContextOf } from './plans.ts';

const planParams = z.object({ planId: idSchema });
const taskParams = z.object({ taskId: idSchema });
const bindingParams = z.object({ bindingId: idSchema });

async function getVisiblePlan(app: App, actor: Actor, planId: string) {
  const plan = await findPlan(app.database.read, planId);
  if (plan === undefined) throw planRefusals.refuse('plan.notFound', {});
  authorise(app, actor, 'plan.viewMeasuring', { jurisdictionId: plan.jurisdictionId });
  return plan;
}

async function getVisibleBinding(app: App, actor: Actor, bindingId: string): Promise<StoredBindingRow> {
  const [row] = await listBindingsWithPlace(app.database.read, [bindingId]);
  if (row === undefined) throw measuringRefusals.refuse('plan.bindingNotFound', {});
  authorise(app, actor, 'plan.viewMeasuring', { jurisdictionId: row.jurisdictionId });
  return row.binding;
}

const viewRoutes = [
  apiRoute({
    name: 'plan.listMeasures',
    summary: '度量目录：各模块提供的度量',
    access: 'plan.viewMeasuring',
    method: 'GET',
    path: '/measures',
    reply: measureListSchema,
    handle: async ({ app }) => ({ rows: await listOfferedMeasures(app.database.read, app.modules) }),
  }),
  apiRoute({
    name: 'plan.viewMeasuring',
    summary: '一项任务的度量、结果、状态变化和认定',
    access: 'plan.viewMeasuring',
    method: 'GET',
    path: '/tasks/:taskId/measuring',
    params: taskParams,
    reply: taskMeasuringSchema,
    handle: async ({ app, actor, params }) => {
      const place = await findTaskPlace(app.database.read, params.taskId);
      if (place === undefined) throw planRefusals.refuse('plan.taskNotFound', {});
      authorise(app, actor, 'plan.viewMeasuring', { jurisdictionId: place.jurisdictionId });
      const today = beijingDayOf(app.clock.now());
      return loadTaskMeasuring(app.database.read, place.taskId, today, gatherMeasures(app));
    },
  }),
  apiRoute({
    name: 'plan.listEvidence',
    summary: '一条任务度量背后的佐证，最近的在前',
    access: 'plan.viewMeasuring',
    method: 'GET',
    path: '/bindings/:bindingId/evidence',
    params: bindingParams,
    query: evidenceQuerySchema,
    reply: evidencePageSchema,
    handle: async ({ app, actor, params, query }) =>
      listBindingEvidence(app.database.read, await getVisibleBinding(app, actor, params.bindingId), query),
  }),
  apiRoute({
    name: 'plan.traceBinding',
    summary: '一条任务度量的逐月走势，按现在的记录计算',
    access: 'plan.viewMeasuring',
    method: 'GET',
    path: '/bindings/:bindingId/trend',
    params: bindingParams,
    reply: bindingTrendSchema,
    handle: async ({ app, actor, params, request }) =>
      traceBinding(app, await getVisibleBinding(app, actor, params.bindingId), request.signal),
  }),
  apiRoute({
    name: 'plan.listBindings',
    summary: '一份任务分解表的全部任务及其度量',
    access: 'plan.viewMeasuring',
    method: 'GET',
    path: '/plans/:planId/bindings',
    params: planParams,
    query: bindingRowQuerySchema,
    reply: bindingRowPageSchema,
    handle: async ({ app, actor, params, query }) =>
      listBindingRows(
        app.database.read,
        await getVisiblePlan(app, actor, params.planId),
        query,
        await taskRowContextOf(app),
        gatherMeasures(app),
      ),
  }),
  apiRoute({
    name: 'plan.viewEvaluation',
    summary: '一份任务分解表最近一次核对的情况和进度',
    access: 'plan.viewMeasuring',
    method: 'GET',
    path: '/plans/:planId/evaluation',
    params: planParams,
    reply: planEvaluationSchema,
    handle: async ({ app, actor, params }) => {
      const plan = await getVisiblePlan(app, actor, params.planId);
      const evaluation = await findPlanEvaluation(app.database.read, plan.id);
      return { ...evaluation, progress: findEvaluationProgress(plan.id) };
    },
  }),
];

const bindingRoutes = [
  apiRoute({
    name: 'plan.proposeBindings',
    summary: '按任务原文重新提出度量建议',
    access: 'plan.bind',
    method: 'POST',
    path: '/plans/:planId/proposals',
    params: planParams,
    reply: proposalCountsSchema,
    handle: ({ app, actor, params }) =>
      transact(app, actor, (work) =>
        proposePlanBindings(work, { planId: params.planId, measures: [...gatherMeasures(app).values()] }),
      ),
  }),
  apiRoute({
    name: 'plan.confirmBindings',
    summary: '确认度量建议，可一次多条',
    access: 'plan.bind',
    method: 'POST',
    path: '/bindings/confirmations',
    body: confirmBindingsSchema,
    reply: decidedBindingsSchema,
    handle: ({ app, actor, body }) => transact(app, actor, (work) => confirmTaskBindings(work, body)),
  }),
  apiRoute({
    name: 'plan.rejectBindings',
    summary: '不采用度量建议，可一次多条',
    access: 'plan.bind',
    method: 'POST',
    path: '/bindings/rejections',
    body: rejectBindingsSchema,
    reply: decidedBindingsSchema,
    handle: ({ app, actor, body }) => transact(app, actor, (work) => rejectTaskBindings(work, body)),
  }),
  apiRoute({
    name: 'plan.changeBinding',
    summary: '调整度量的参数、期间、单位和目标，并确认',
    access: 'plan.bind',
    method: 'PUT',
    path: '/bindings/:bindingId',
    params: bindingParams,
    body: changeBindingSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) =>
        changeTaskBinding(work, { ...body, ...params, measures: gatherMeasures(app) }),
      ),
  }),
  apiRoute({
    name: 'plan.removeBinding',
    summary: '停用一条任务度量',
    access: 'plan.bind',
    method: 'POST',
    path: '/bindings/:bindingId/removal',
    params: bindingParams,
    body: removeBindingSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => removeTaskBinding(work, { ...params, ...body })),
  }),
  apiRoute({
    name: 'plan.addBinding',
    summary: '为任务绑定一项度量',
    access: 'plan.bind',
    method: 'POST',
    path: '/tasks/:taskId/bindings',
    params: taskParams,
    body: addBindingSchema,
    reply: addedBindingSchema,
    creates: true,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) =>
        addTaskBinding(work, { ...body, ...params, measures: gatherMeasures(app) }),
      ),
  }),
];

const standingRoutes = [
  apiRoute({
    name: 'plan.evaluatePlan',
    summary: '重新核对一份任务分解表，由后台进行',
    access: 'plan.evaluate',
    method: 'POST',
    path: '/plans/:planId/evaluations',
    params: planParams,
    handle: ({ app, actor, params }) => transact(app, actor, (work) => requestPlanEvaluation(work, params)),
  }),
  apiRoute({
    name: 'plan.evaluateTask',
    summary: '重新核对一项任务，由后台进行',
    access: 'plan.evaluate',
    method: 'POST',
    path: '/tasks/:taskId/evaluations',
    params: taskParams,
    handle: ({ app, actor, params }) => transact(app, actor, (work) => requestTaskEvaluation(work, params)),
  }),
  apiRoute({
    name: 'plan.overrideStanding',
    summary: '署名认定任务状态，与系统核对结果并列显示',
    access: 'plan.override',
    method: 'POST',
    path: '/tasks/:taskId/overrides',
    params: taskParams,
    body: setOverrideSchema,
    reply: signedOverrideSchema,
    creates: true,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => overrideStanding(work, { ...params, ...body })),
  }),
  apiRoute({
    name: 'plan.withdrawOverride',
    summary: '撤回对任务状态的认定',
    access: 'plan.override',
    method: 'POST',
    path: '/tasks/:taskId/overrides/withdrawal',
    params: taskParams,
    body: withdrawOverrideSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => withdrawOverride(work, { ...params, ...body })),
  }),
];

export const measuringRoutes = [...viewRoutes, ...bindingRoutes, ...standingRoutes];
