/** Routes of supervision orders: lists, one order, and every act on it. No decisions in here. */
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { requireOfficer } from '#kernel/authorise.ts';
import { findStoredFile, keepBytes } from '#kernel/files/stored-files.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { judgePermission } from '#kernel/permission.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import {
  acceptOrderSchema,
  clockQuerySchema,
  escalateOrderSchema,
  extendOrderSchema,
  issuedOrdersSchema,
  issueOrdersSchema,
  orderClockSchema,
  orderDetailSchema,
  orderPageSchema,
  orderQuerySchema,
  orderRowSchema,
  replyOrderSchema,
  returnOrderSchema,
  withdrawOrderSchema,
} from '../contract/supervision.ts';
import { planPermissions } from '../permissions.ts';
import { listOrdersToEscalate } from '../queries/supervision/escalations.ts';
import { findOrderDetail, findOrderOwner, listOrderFiles } from '../queries/supervision/order-detail.ts';
import { listOrders, orderClockShape } from '../queries/supervision/orders.ts';
import { maySeeOrder, orderScopeOf } from '../queries/supervision/visibility.ts';
import { partyOfOrderAction } from '../rules/supervision/actions.ts';
import { computeOrderClock } from '../rules/supervision/timing.ts';
import { issueSupervisionOrders } from '../service/supervision/issue-orders.ts';
import {
  acceptSupervisionOrder,
  addOrderFile,
  escalateSupervisionOrder,
  extendSupervisionOrder,
  receiveSupervisionOrder,
  replyToSupervisionOrder,
  returnSupervisionOrder,
  withdrawSupervisionOrder,
} from '../service/supervision/order-commands.ts';
import { supervisionRefusals } from '../words/supervision.ts';
import { attachmentReply } from './attachment.ts';
import { taskRowContextOf } from './plans.ts';

const orderParams = z.object({ orderId: idSchema });
const fileParams = z.object({ orderId: idSchema, fileId: idSchema });

/** The largest file a reply may carry. */
const fileLimit = 50 * 1024 * 1024;

/** The order's owner, when the officer may see it; otherwise there is none. */
async function getVisibleOrder(app: App, actor: Actor, orderId: string) {
  const officer = requireOfficer(actor);
  const owner = await findOrderOwner(app.database.read, orderId);
  if (owner === undefined || !maySeeOrder(officer, owner)) {
    throw supervisionRefusals.refuse('plan.orderNotFound', {});
  }
  return owner;
}

/** The order as the officer sees it, with the actions that are open to them. */
export async function viewSupervisionOrder(app: App, actor: Actor, orderId: string) {
  const owner = await getVisibleOrder(app, actor, orderId);
  const detail = await findOrderDetail(
    app.database.read,
    orderId,
    await taskRowContextOf(app),
    (action) =>
      judgePermission(
        planPermissions[partyOfOrderAction(action) === 'unit' ? 'plan.answerOrder' : 'plan.supervise'],
        actor,
        owner,
      ).allowed,
  );
  if (detail === undefined) throw supervisionRefusals.refuse('plan.orderNotFound', {});
  return detail;
}

const readingRoutes = [
  apiRoute({
    name: 'plan.listOrders',
    summary: '列出督办单：主管部门看全部，单位看本单位的',
    access: 'signedIn',
    method: 'GET',
    path: '/supervision-orders',
    query: orderQuerySchema,
    reply: orderPageSchema,
    handle: async ({ app, actor, query }) =>
      listOrders(app.database.read, orderScopeOf(requireOfficer(actor)), query, await taskRowContextOf(app)),
  }),
  apiRoute({
    name: 'plan.listOrdersToEscalate',
    summary: '该升级的督办单：期限已过仍未反馈',
    access: 'plan.supervise',
    method: 'GET',
    path: '/supervision-orders/to-escalate',
    reply: z.object({ rows: z.array(orderRowSchema) }),
    handle: async ({ app, actor }) => ({
      rows: await listOrdersToEscalate(
        app.database.read,
        requireOfficer(actor).jurisdictionId,
        await taskRowContextOf(app),
      ),
    }),
  }),
  apiRoute({
    name: 'plan.previewOrderClock',
    summary: '今天发单的话，反馈期限到哪一天、怎样算的',
    access: 'plan.supervise',
    method: 'GET',
    path: '/supervision-clock',
    query: clockQuerySchema,
    reply: orderClockSchema,
    handle: async ({ app, query }) => {
      const { today, calendar } = await taskRowContextOf(app);
      const period = { from: today, days: query.replyDays, extendedBy: 0, openedBy: 'issued' as const };
      return orderClockShape(computeOrderClock(period, calendar));
    },
  }),
  apiRoute({
    name: 'plan.viewOrder',
    summary: '查看一份督办单',
    access: 'signedIn',
    method: 'GET',
    path: '/supervision-orders/:orderId',
    params: orderParams,
    reply: orderDetailSchema,
    handle: ({ app, actor, params }) => viewSupervisionOrder(app, actor, params.orderId),
  }),
  apiRoute({
    name: 'plan.downloadOrderFile',
    summary: '下载反馈的附件',
    access: 'signedIn',
    method: 'GET',
    path: '/supervision-orders/:orderId/files/:fileId',
    params: fileParams,
    handle: async ({ app, actor, params }) => {
      await getVisibleOrder(app, actor, params.orderId);
      const files = await listOrderFiles(app.database.read, params.orderId);
      const stored = files.some((file) => file.fileId === params.fileId)
        ? await findStoredFile(app.database.read, params.fileId)
        : undefined;
      const bytes = stored === undefined ? undefined : await app.files.find(stored.sha256);
      if (stored === undefined || bytes === undefined) {
        throw supervisionRefusals.refuse('plan.orderFileGone', {});
      }
      return attachmentReply(stored.fileName, stored.mediaType, bytes);
    },
  }),
];

const unitRoutes = [
  apiRoute({
    name: 'plan.receiveOrder',
    summary: '签收督办单',
    access: 'plan.answerOrder',
    method: 'POST',
    path: '/supervision-orders/:orderId/receive',
    params: orderParams,
    handle: ({ app, actor, params }) =>
      transact(app, actor, (work) => receiveSupervisionOrder(work, params.orderId)),
  }),
  apiRoute({
    name: 'plan.addOrderFile',
    summary: '为反馈上传一份附件',
    access: 'plan.answerOrder',
    method: 'POST',
    path: '/supervision-orders/:orderId/files',
    params: orderParams,
    reply: z.object({ fileId: idSchema, fileName: z.string() }),
    uploadLimit: fileLimit,
    creates: true,
    handle: async ({ app, actor, params, files }) => {
      const [file] = files;
      if (file === undefined || file.bytes.byteLength === 0) {
        throw supervisionRefusals.refuse('plan.orderFileMissing', {});
      }
      await getVisibleOrder(app, actor, params.orderId);
      const kept = await keepBytes(app.files, file);
      return transact(app, actor, async (work) => ({
        fileId: await addOrderFile(work, params.orderId, kept),
        fileName: kept.fileName,
      }));
    },
  }),
  apiRoute({
    name: 'plan.replyToOrder',
    summary: '反馈办理情况',
    access: 'plan.answerOrder',
    method: 'POST',
    path: '/supervision-orders/:orderId/reply',
    params: orderParams,
    body: replyOrderSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => replyToSupervisionOrder(work, params.orderId, body)),
  }),
];

const officeRoutes = [
  apiRoute({
    name: 'plan.issueOrders',
    summary: '发出督办单，一次可发给几个单位',
    access: 'plan.supervise',
    method: 'POST',
    path: '/supervision-issues',
    body: issueOrdersSchema,
    reply: issuedOrdersSchema,
    creates: true,
    handle: ({ app, actor, body }) =>
      transact(app, actor, (work) =>
        issueSupervisionOrders(work, requireOfficer(actor).jurisdictionId, body),
      ),
  }),
  apiRoute({
    name: 'plan.acceptOrder',
    summary: '审核通过反馈，办结',
    access: 'plan.supervise',
    method: 'POST',
    path: '/supervision-orders/:orderId/accept',
    params: orderParams,
    body: acceptOrderSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => acceptSupervisionOrder(work, params.orderId, body)),
  }),
  apiRoute({
    name: 'plan.returnOrder',
    summary: '退回反馈，重新计期',
    access: 'plan.supervise',
    method: 'POST',
    path: '/supervision-orders/:orderId/return',
    params: orderParams,
    body: returnOrderSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => returnSupervisionOrder(work, params.orderId, body)),
  }),
  apiRoute({
    name: 'plan.extendOrder',
    summary: '延长反馈期限',
    access: 'plan.supervise',
    method: 'POST',
    path: '/supervision-orders/:orderId/extend',
    params: orderParams,
    body: extendOrderSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => extendSupervisionOrder(work, params.orderId, body)),
  }),
  apiRoute({
    name: 'plan.escalateOrder',
    summary: '升级逾期的督办单',
    access: 'plan.supervise',
    method: 'POST',
    path: '/supervision-orders/:orderId/escalate',
    params: orderParams,
    body: escalateOrderSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => escalateSupervisionOrder(work, params.orderId, body)),
  }),
  apiRoute({
    name: 'plan.withdrawOrder',
    summary: '撤回督办单',
    access: 'plan.supervise',
    method: 'POST',
    path: '/supervision-orders/:orderId/withdraw',
    params: orderParams,
    body: withdrawOrderSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => withdrawSupervisionOrder(work, params.orderId, body)),
  }),
];

export const supervisionRoutes = [...readingRoutes, ...unitRoutes, ...officeRoutes];
