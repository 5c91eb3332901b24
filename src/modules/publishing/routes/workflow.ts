/** Routes of an item's way to the public: reviews, secrecy, checks, release, openness, withdrawal. */
import { z } from 'zod';
import { authorise } from '#kernel/authorise.ts';
import { instantOf } from '#kernel/clock.ts';
import { apiRoute, type HandlerInput } from '#kernel/http/route.ts';
import { transact } from '#kernel/work.ts';
import {
  disclosureSchema,
  itemCheckSchema,
  opinionSchema,
  reasonSchema,
  scheduleSchema,
  scheduleWithdrawalSchema,
  secrecyReviewSchema,
} from '../contract/items.ts';
import { reviewSteps } from '../rules/item-state.ts';
import { checkItem } from '../service/items/check.ts';
import { nameCompanion, waiveDemand } from '../service/items/demands.ts';
import { changeItemOpenness, scheduleWithdrawal, withdrawItem } from '../service/items/disclosure.ts';
import {
  releaseInEmergency,
  releaseItem,
  reviewItemLater,
  scheduleItem,
  unscheduleItem,
} from '../service/items/release.ts';
import { passItem, recallItem, returnItem, reviewItemSecrecy, submitItem } from '../service/items/review.ts';
import { reviewStepTitles } from '../words/items.ts';
import { getVisibleItem, itemParams } from './items.ts';

const demandParams = itemParams.extend({ kind: z.string().min(1).max(60) });

type Asked = Pick<
  HandlerInput<{ readonly itemId: string }, unknown, unknown>,
  'app' | 'actor' | 'params' | 'request'
>;

/**
 * Checks the working revision before a step that leads to the public. Who may not take the step is refused first, and
 * leaves no trace of a check.
 */
async function checkBefore(permission: string, { app, actor, params, request }: Asked): Promise<void> {
  const { unitId, jurisdictionId } = await getVisibleItem(app, actor, params.itemId);
  authorise(app, actor, permission, { unitId, jurisdictionId });
  await checkItem(app, actor, { itemId: params.itemId, signal: request.signal });
}

/** One route a step: each has its own permission. */
const passRoutes = reviewSteps.map((step) =>
  apiRoute({
    name: `publishing.pass${step[0]?.toUpperCase()}${step.slice(1)}`,
    summary: `${reviewStepTitles[step]}通过`,
    access: `publishing.${step}`,
    method: 'POST',
    path: `/items/:itemId/reviews/${step}/pass`,
    params: itemParams,
    body: opinionSchema,
    handle: async (input) => {
      await checkBefore(`publishing.${step}`, input);
      const { app, actor, params, body } = input;
      await transact(app, actor, (work) => passItem(work, { ...params, ...body, step }));
    },
  }),
);

export const workflowRoutes = [
  apiRoute({
    name: 'publishing.checkItem',
    summary: '发布前检测：正文和每个附件',
    access: 'checking.check',
    method: 'POST',
    path: '/items/:itemId/check',
    params: itemParams,
    reply: itemCheckSchema,
    handle: async ({ app, actor, params, request }) => {
      await getVisibleItem(app, actor, params.itemId);
      const found = await checkItem(app, actor, { ...params, signal: request.signal });
      return {
        rows: found.map(({ finding, ...placed }) => ({
          ...placed,
          code: finding.code,
          severity: finding.severity,
          start: finding.start,
          end: finding.end,
          text: finding.text,
          reason: finding.reason,
          suggestion: finding.suggestion,
        })),
      };
    },
  }),
  apiRoute({
    name: 'publishing.submitItem',
    summary: '送审',
    access: 'publishing.write',
    method: 'POST',
    path: '/items/:itemId/submit',
    params: itemParams,
    handle: async (input) => {
      await checkBefore('publishing.write', input);
      await transact(input.app, input.actor, (work) => submitItem(work, input.params));
    },
  }),
  apiRoute({
    name: 'publishing.recallItem',
    summary: '撤回送审',
    access: 'publishing.write',
    method: 'POST',
    path: '/items/:itemId/recall',
    params: itemParams,
    handle: ({ app, actor, params }) => transact(app, actor, (work) => recallItem(work, params)),
  }),
  ...passRoutes,
  apiRoute({
    name: 'publishing.returnItem',
    summary: '退回修改',
    access: 'publishing.returnItem',
    method: 'POST',
    path: '/items/:itemId/return',
    params: itemParams,
    body: reasonSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => returnItem(work, { ...params, ...body })),
  }),
  apiRoute({
    name: 'publishing.reviewSecrecy',
    summary: '保密审查意见',
    access: 'publishing.reviewSecrecy',
    method: 'POST',
    path: '/items/:itemId/secrecy-review',
    params: itemParams,
    body: secrecyReviewSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => reviewItemSecrecy(work, { ...params, ...body })),
  }),
  apiRoute({
    name: 'publishing.releaseItem',
    summary: '发布审核通过的版本，同步发布的内容一并发布',
    access: 'publishing.release',
    method: 'POST',
    path: '/items/:itemId/release',
    params: itemParams,
    handle: async (input) => {
      await checkBefore('publishing.release', input);
      await transact(input.app, input.actor, (work) => releaseItem(work, input.params));
    },
  }),
  apiRoute({
    name: 'publishing.scheduleItem',
    summary: '定时发布',
    access: 'publishing.release',
    method: 'POST',
    path: '/items/:itemId/schedule',
    params: itemParams,
    body: scheduleSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => scheduleItem(work, { ...params, at: new Date(body.at) })),
  }),
  apiRoute({
    name: 'publishing.unscheduleItem',
    summary: '取消定时发布',
    access: 'publishing.release',
    method: 'POST',
    path: '/items/:itemId/unschedule',
    params: itemParams,
    handle: ({ app, actor, params }) => transact(app, actor, (work) => unscheduleItem(work, params)),
  }),
  apiRoute({
    name: 'publishing.releaseInEmergency',
    summary: '应急发布，事后补审',
    access: 'publishing.releaseInEmergency',
    method: 'POST',
    path: '/items/:itemId/emergency-release',
    params: itemParams,
    body: reasonSchema,
    handle: async (input) => {
      await checkBefore('publishing.releaseInEmergency', input);
      const { app, actor, params, body } = input;
      await transact(app, actor, (work) => releaseInEmergency(work, { ...params, ...body }));
    },
  }),
  apiRoute({
    name: 'publishing.reviewItemLater',
    summary: '补审应急发布的信息',
    access: 'publishing.reviewLater',
    method: 'POST',
    path: '/items/:itemId/later-review',
    params: itemParams,
    body: reasonSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => reviewItemLater(work, { ...params, opinion: body.reason })),
  }),
  apiRoute({
    name: 'publishing.changeOpenness',
    summary: '变更公开属性，写明理由',
    access: 'publishing.changeOpenness',
    method: 'PUT',
    path: '/items/:itemId/openness',
    params: itemParams,
    body: disclosureSchema,
    handle: async (input) => {
      // What was kept is checked before the public sees it.
      if (input.body.openness === 'proactive') await checkBefore('publishing.changeOpenness', input);
      const { app, actor, params, body } = input;
      await transact(app, actor, (work) => changeItemOpenness(work, { ...params, disclosure: body }));
    },
  }),
  apiRoute({
    name: 'publishing.withdrawItem',
    summary: '撤回公开，原地址显示撤回原因',
    access: 'publishing.withdraw',
    method: 'POST',
    path: '/items/:itemId/withdraw',
    params: itemParams,
    body: reasonSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => withdrawItem(work, { ...params, ...body })),
  }),
  apiRoute({
    name: 'publishing.scheduleWithdrawal',
    summary: '设定或取消定时撤回',
    access: 'publishing.withdraw',
    method: 'POST',
    path: '/items/:itemId/withdrawal-time',
    params: itemParams,
    body: scheduleWithdrawalSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) =>
        scheduleWithdrawal(work, {
          ...params,
          reason: body.reason,
          at: body.at === null ? null : instantOf(body.at),
        }),
      ),
  }),
  apiRoute({
    name: 'publishing.nameCompanion',
    summary: '指定同步发布的信息',
    access: 'publishing.write',
    method: 'PUT',
    path: '/items/:itemId/demands/:kind/companion',
    params: demandParams,
    body: z.object({ companionItemId: z.uuid().nullable() }),
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => nameCompanion(work, { ...params, ...body })),
  }),
  apiRoute({
    name: 'publishing.waiveDemand',
    summary: '写明不需要同步发布内容的原因',
    access: 'publishing.waiveDemand',
    method: 'POST',
    path: '/items/:itemId/demands/:kind/waive',
    params: demandParams,
    body: reasonSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => waiveDemand(work, { ...params, ...body })),
  }),
];
