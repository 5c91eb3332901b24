/** Routes of review rounds. */
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { authorise } from '#kernel/authorise.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import { reasonSchema } from '../contract/items.ts';
import {
  judgeOpennessSchema,
  openedReviewSchema,
  openReviewSchema,
  reviewDetailSchema,
  reviewEntryListSchema,
  reviewEntryQuerySchema,
  reviewListQuerySchema,
  reviewListSchema,
} from '../contract/openness-reviews.ts';
import { findItemRow, visibleUnitsOf } from '../queries/items.ts';
import {
  findOpennessReview,
  listOpennessReviews,
  listReviewEntries,
  viewOpennessReview,
} from '../queries/openness-reviews.ts';
import { checkItem } from '../service/items/check.ts';
import {
  closeOpennessReview,
  confirmOpenness,
  judgeOpenness,
  openOpennessReview,
  returnOpenness,
} from '../service/openness-reviews.ts';
import { opennessReviewRefusals } from '../words/openness-reviews.ts';

const reviewParams = z.object({ reviewId: idSchema });
const entryParams = z.object({ reviewId: idSchema, itemId: idSchema });

/** The round, when it is of the actor's county. */
async function getReview(app: App, actor: Actor, reviewId: string) {
  const review = await findOpennessReview(app.database.read, reviewId);
  const home = await getHomeJurisdictionId(app.database.read, actor);
  if (review === undefined || review.jurisdictionId !== home) {
    throw opennessReviewRefusals.refuse('publishing.reviewNotFound', {});
  }
  return review;
}

const todayOf = (app: App) => beijingDayOf(app.clock.now());

export const opennessReviewRoutes = [
  apiRoute({
    name: 'publishing.listOpennessReviews',
    summary: '历次公开属性复核和进度',
    access: 'publishing.view',
    method: 'GET',
    path: '/openness-reviews',
    query: reviewListQuerySchema,
    reply: reviewListSchema,
    handle: async ({ app, actor, query }) =>
      listOpennessReviews(
        app.database.read,
        {
          jurisdictionId: await getHomeJurisdictionId(app.database.read, actor),
          unitIds: visibleUnitsOf(actor),
        },
        query,
        todayOf(app),
      ),
  }),
  apiRoute({
    name: 'publishing.openOpennessReview',
    summary: '开始一次公开属性复核：现有的依申请公开和不予公开信息逐条复核',
    access: 'publishing.openReview',
    method: 'POST',
    path: '/openness-reviews',
    body: openReviewSchema,
    reply: openedReviewSchema,
    creates: true,
    handle: async ({ app, actor, body }) => {
      const jurisdictionId = await getHomeJurisdictionId(app.database.read, actor);
      return transact(app, actor, (work) => openOpennessReview(work, { ...body, jurisdictionId }));
    },
  }),
  apiRoute({
    name: 'publishing.viewOpennessReview',
    summary: '一次公开属性复核：各单位的办理情况',
    access: 'publishing.view',
    method: 'GET',
    path: '/openness-reviews/:reviewId',
    params: reviewParams,
    reply: reviewDetailSchema,
    handle: async ({ app, actor, params }) =>
      viewOpennessReview(
        app.database.read,
        await getReview(app, actor, params.reviewId),
        visibleUnitsOf(actor),
        todayOf(app),
      ),
  }),
  apiRoute({
    name: 'publishing.listReviewEntries',
    summary: '一次公开属性复核中的信息和结论',
    access: 'publishing.view',
    method: 'GET',
    path: '/openness-reviews/:reviewId/items',
    params: reviewParams,
    query: reviewEntryQuerySchema,
    reply: reviewEntryListSchema,
    handle: async ({ app, actor, params, query }) =>
      listReviewEntries(
        app.database.read,
        await getReview(app, actor, params.reviewId),
        visibleUnitsOf(actor),
        query,
        todayOf(app),
      ),
  }),
  apiRoute({
    name: 'publishing.judgeOpenness',
    summary: '提出一条信息的复核结论：维持，或者变更公开属性',
    access: 'publishing.judgeOpenness',
    method: 'PUT',
    path: '/openness-reviews/:reviewId/items/:itemId/verdict',
    params: entryParams,
    body: judgeOpennessSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => judgeOpenness(work, { ...params, ...body })),
  }),
  apiRoute({
    name: 'publishing.confirmOpenness',
    summary: '确认复核结论；变更的同时生效',
    access: 'publishing.changeOpenness',
    method: 'POST',
    path: '/openness-reviews/:reviewId/items/:itemId/confirm',
    params: entryParams,
    handle: async ({ app, actor, params, request }) => {
      const row = await findItemRow(app.database.read, params.itemId);
      authorise(
        app,
        actor,
        'publishing.changeOpenness',
        row === undefined ? {} : { unitId: row.unitId, jurisdictionId: row.jurisdictionId },
      );
      // What may come out by this is checked before; the command refuses what the check stops.
      if (row?.standing === 'kept') {
        await checkItem(app, actor, { itemId: params.itemId, signal: request.signal });
      }
      await transact(app, actor, (work) => confirmOpenness(work, params));
    },
  }),
  apiRoute({
    name: 'publishing.returnOpenness',
    summary: '退回复核结论',
    access: 'publishing.changeOpenness',
    method: 'POST',
    path: '/openness-reviews/:reviewId/items/:itemId/return',
    params: entryParams,
    body: reasonSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => returnOpenness(work, { ...params, ...body })),
  }),
  apiRoute({
    name: 'publishing.closeOpennessReview',
    summary: '结束一次公开属性复核',
    access: 'publishing.openReview',
    method: 'POST',
    path: '/openness-reviews/:reviewId/close',
    params: reviewParams,
    handle: ({ app, actor, params }) => transact(app, actor, (work) => closeOpennessReview(work, params)),
  }),
];
