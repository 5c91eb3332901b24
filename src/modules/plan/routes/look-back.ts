/** Routes of the look-back: list, one, and each act on it. */
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { authorise } from '#kernel/authorise.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import {
  closeLookBackSchema,
  judgedTaskSchema,
  judgeTaskSchema,
  lookBackDetailSchema,
  lookBackPageSchema,
  lookBackQuerySchema,
  openedLookBackSchema,
  openLookBackSchema,
  rectifyTaskSchema,
} from '../contract/look-back.ts';
import { findLookBackDetail, listLookBacks } from '../queries/look-backs.ts';
import {
  closeLookBack,
  getLookBackOwner,
  judgeLookBackTask,
  openLookBack,
  rectifyLookBackTask,
} from '../service/look-back.ts';
import { lookBackRefusals } from '../words/look-back.ts';
import { taskRowContextOf } from './plans.ts';

const lookBackParams = z.object({ lookBackId: idSchema });
const taskParams = z.object({ lookBackId: idSchema, taskId: idSchema });

async function viewLookBack(app: App, actor: Actor, lookBackId: string) {
  const owner = await getLookBackOwner(app.database.read, lookBackId);
  authorise(app, actor, 'plan.oversee', { jurisdictionId: owner.jurisdictionId });
  const detail = await findLookBackDetail(app.database.read, lookBackId, await taskRowContextOf(app));
  if (detail === undefined) throw lookBackRefusals.refuse('plan.lookBackNotFound', {});
  return detail;
}

export const lookBackRoutes = [
  apiRoute({
    name: 'plan.listLookBacks',
    summary: '列出“回头看”',
    access: 'plan.oversee',
    method: 'GET',
    path: '/look-backs',
    query: lookBackQuerySchema,
    reply: lookBackPageSchema,
    handle: async ({ app, actor, query }) =>
      listLookBacks(
        app.database.read,
        await getHomeJurisdictionId(app.database.read, actor),
        query,
        await taskRowContextOf(app),
      ),
  }),
  apiRoute({
    name: 'plan.openLookBack',
    summary: '对往年计划开展“回头看”',
    access: 'plan.lookBack',
    method: 'POST',
    path: '/look-backs',
    body: openLookBackSchema,
    reply: openedLookBackSchema,
    creates: true,
    handle: ({ app, actor, body }) => transact(app, actor, (work) => openLookBack(work, body)),
  }),
  apiRoute({
    name: 'plan.viewLookBack',
    summary: '查看一次“回头看”：逐项核查结果、佐证、整改',
    access: 'plan.oversee',
    method: 'GET',
    path: '/look-backs/:lookBackId',
    params: lookBackParams,
    reply: lookBackDetailSchema,
    handle: ({ app, actor, params }) => viewLookBack(app, actor, params.lookBackId),
  }),
  apiRoute({
    name: 'plan.judgeLookBackTask',
    summary: '写下一项任务的核查结果',
    access: 'plan.lookBack',
    method: 'POST',
    path: '/look-backs/:lookBackId/tasks/:taskId/verdicts',
    params: taskParams,
    body: judgeTaskSchema,
    reply: judgedTaskSchema,
    creates: true,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => judgeLookBackTask(work, { ...params, ...body })),
  }),
  apiRoute({
    name: 'plan.rectifyLookBackTask',
    summary: '对未完成的任务下达整改',
    access: 'plan.lookBack',
    method: 'POST',
    path: '/look-backs/:lookBackId/tasks/:taskId/rectification',
    params: taskParams,
    body: rectifyTaskSchema,
    reply: z.object({ issueId: idSchema, number: z.string() }),
    creates: true,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => rectifyLookBackTask(work, { ...params, ...body })),
  }),
  apiRoute({
    name: 'plan.closeLookBack',
    summary: '写下结论，结束“回头看”',
    access: 'plan.lookBack',
    method: 'POST',
    path: '/look-backs/:lookBackId/close',
    params: lookBackParams,
    body: closeLookBackSchema,
    handle: async ({ app, actor, params, body }) => {
      await transact(app, actor, (work) => closeLookBack(work, { ...params, ...body }));
      return undefined;
    },
  }),
];
