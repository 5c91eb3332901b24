/** Routes of clean-up rounds. */
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import {
  cleanupEntriesQuerySchema,
  cleanupEntriesSchema,
  cleanupReasonSchema,
  cleanupRoundSchema,
  cleanupRoundsQuerySchema,
  cleanupRoundsSchema,
  confirmVerdictsSchema,
  draftListSchema,
  giveVerdictSchema,
  openCleanupSchema,
} from '../contract/cleanup.ts';
import { findCleanupRound, listCleanupEntries, listCleanupRounds } from '../queries/cleanup.ts';
import { cancelCleanupRound, openCleanupRound } from '../service/cleanup/open-round.ts';
import { draftCleanupList, dropCleanupList } from '../service/cleanup/publish-list.ts';
import {
  confirmCleanupVerdicts,
  giveCleanupVerdict,
  returnCleanupVerdict,
} from '../service/cleanup/verdicts.ts';
import { cleanupRefusals } from '../words/cleanup.ts';

const roundParams = z.object({ roundId: idSchema });
const entryParams = z.object({ roundId: idSchema, itemId: idSchema });

async function placeOf(app: App, actor: Actor) {
  const jurisdictionId = await getHomeJurisdictionId(app.database.read, actor);
  return { jurisdictionId, today: beijingDayOf(app.clock.now()) };
}

async function getRound(app: App, actor: Actor, roundId: string) {
  const round = await findCleanupRound(app.database.read, await placeOf(app, actor), roundId);
  if (round === undefined) throw cleanupRefusals.refuse('policies.roundNotFound', {});
  return round;
}

export const cleanupRoutes = [
  apiRoute({
    name: 'policies.listCleanups',
    summary: '历次文件清理：范围、期限、进度、逾期件数',
    access: 'policies.view',
    method: 'GET',
    path: '/policies/cleanups',
    query: cleanupRoundsQuerySchema,
    reply: cleanupRoundsSchema,
    handle: async ({ app, actor, query }) =>
      listCleanupRounds(app.database.read, await placeOf(app, actor), query),
  }),
  apiRoute({
    name: 'policies.openCleanup',
    summary: '开始一次文件清理，列入范围内的全部文件',
    access: 'policies.openCleanup',
    method: 'POST',
    path: '/policies/cleanups',
    body: openCleanupSchema,
    reply: z.object({ roundId: idSchema, documents: z.number().int() }),
    creates: true,
    handle: async ({ app, actor, body }) => {
      const { jurisdictionId } = await placeOf(app, actor);
      return transact(app, actor, (work) => openCleanupRound(work, { ...body, jurisdictionId }));
    },
  }),
  apiRoute({
    name: 'policies.viewCleanup',
    summary: '一次文件清理的范围、期限和进度',
    access: 'policies.view',
    method: 'GET',
    path: '/policies/cleanups/:roundId',
    params: roundParams,
    reply: cleanupRoundSchema,
    handle: ({ app, actor, params }) => getRound(app, actor, params.roundId),
  }),
  apiRoute({
    name: 'policies.listCleanupEntries',
    summary: '清理范围内的文件、参考情况和意见',
    access: 'policies.view',
    method: 'GET',
    path: '/policies/cleanups/:roundId/entries',
    params: roundParams,
    query: cleanupEntriesQuerySchema,
    reply: cleanupEntriesSchema,
    handle: async ({ app, actor, params, query }) => {
      const round = await getRound(app, actor, params.roundId);
      return listCleanupEntries(app.database.read, round, beijingDayOf(app.clock.now()), query);
    },
  }),
  apiRoute({
    name: 'policies.giveVerdict',
    summary: '对一件文件提出清理意见：继续有效、拟修改、废止、宣布失效',
    access: 'policies.giveVerdict',
    method: 'PUT',
    path: '/policies/cleanups/:roundId/entries/:itemId/verdict',
    params: entryParams,
    body: giveVerdictSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => giveCleanupVerdict(work, { ...body, ...params })),
  }),
  apiRoute({
    name: 'policies.returnVerdict',
    summary: '退回清理意见',
    access: 'policies.reviewVerdict',
    method: 'POST',
    path: '/policies/cleanups/:roundId/entries/:itemId/return',
    params: entryParams,
    body: cleanupReasonSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => returnCleanupVerdict(work, { ...body, ...params })),
  }),
  apiRoute({
    name: 'policies.confirmVerdicts',
    summary: '审核通过若干件清理意见；自己提出的不能自己审核',
    access: 'policies.reviewVerdict',
    method: 'POST',
    path: '/policies/cleanups/:roundId/confirmations',
    params: roundParams,
    body: confirmVerdictsSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => confirmCleanupVerdicts(work, { ...body, ...params })),
  }),
  apiRoute({
    name: 'policies.draftCleanupList',
    summary: '把审核完的清理结果起草成一份待审核发布的文件',
    access: 'policies.draftCleanupList',
    method: 'POST',
    path: '/policies/cleanups/:roundId/list',
    params: roundParams,
    body: draftListSchema,
    reply: z.object({ itemId: idSchema }),
    creates: true,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => draftCleanupList(work, { ...body, ...params })),
  }),
  apiRoute({
    name: 'policies.dropCleanupList',
    summary: '撤下还没有发布的清理结果草稿，恢复提出和审核意见',
    access: 'policies.openCleanup',
    method: 'POST',
    path: '/policies/cleanups/:roundId/list-dropping',
    params: roundParams,
    body: cleanupReasonSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => dropCleanupList(work, { ...body, ...params })),
  }),
  apiRoute({
    name: 'policies.cancelCleanup',
    summary: '取消一次文件清理并写明原因',
    access: 'policies.openCleanup',
    method: 'POST',
    path: '/policies/cleanups/:roundId/cancellation',
    params: roundParams,
    body: cleanupReasonSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => cancelCleanupRound(work, { ...body, ...params })),
  }),
];
