/** Routes that read supervision orders: lists, one order, its sheet and its files. */
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { requireOfficer } from '#kernel/authorise.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { findStoredFile } from '#kernel/files/stored-files.ts';
import { downloadReply } from '#kernel/http/file-reply.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { judgePermission } from '#kernel/permission.ts';
import { idSchema } from '#kernel/schema.ts';
import {
  clockQuerySchema,
  orderClockSchema,
  orderDetailSchema,
  orderPageSchema,
  orderQuerySchema,
  orderRowSchema,
} from '../../contract/supervision.ts';
import { planPermissions } from '../../permissions.ts';
import { listOrdersToEscalate } from '../../queries/supervision/escalations.ts';
import { findOrderDetail, findOrderOwner, listOrderFiles } from '../../queries/supervision/order-detail.ts';
import { listOrders, orderClockShape } from '../../queries/supervision/orders.ts';
import { loadOrderScope, maySeeOrder } from '../../queries/supervision/visibility.ts';
import { partyOfOrderAction } from '../../rules/supervision/actions.ts';
import { computeOrderClock } from '../../rules/supervision/timing.ts';
import { supervisionRefusals } from '../../words/supervision.ts';
import { setOrderSheet } from '../../words/supervision-sheet.ts';
import { taskRowContextOf } from '../plans.ts';

export const orderParams = z.object({ orderId: idSchema });
const fileParams = z.object({ orderId: idSchema, fileId: idSchema });

/** The order's owner, when the officer may see it; otherwise there is none. */
export async function getVisibleOrder(app: App, actor: Actor, orderId: string) {
  const officer = requireOfficer(actor);
  const owner = await findOrderOwner(app.database.read, orderId);
  const today = beijingDayOf(app.clock.now());
  if (owner === undefined || !(await maySeeOrder(app.database.read, officer, owner, today))) {
    throw supervisionRefusals.refuse('plan.orderNotFound', {});
  }
  return owner;
}

/** The order as the officer sees it, with the actions that are open to them. */
async function viewSupervisionOrder(app: App, actor: Actor, orderId: string) {
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

export const orderReadingRoutes = [
  apiRoute({
    name: 'plan.listOrders',
    summary: '列出督办单：主管部门看全部，单位看本单位的，领导小组成员另看全部通报',
    access: 'signedIn',
    method: 'GET',
    path: '/supervision-orders',
    query: orderQuerySchema,
    reply: orderPageSchema,
    handle: async ({ app, actor, query }) => {
      const context = await taskRowContextOf(app);
      const scope = await loadOrderScope(app.database.read, requireOfficer(actor), context.today);
      return listOrders(app.database.read, scope, query, context);
    },
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
    summary: '今天发单、退回或升级的话，反馈期限到哪一天、怎样算的',
    access: 'plan.supervise',
    method: 'GET',
    path: '/supervision-clock',
    query: clockQuerySchema,
    reply: orderClockSchema,
    handle: async ({ app, query }) => {
      const { today, calendar } = await taskRowContextOf(app);
      const { replyDays: days, openedBy } = query;
      const period = { from: today, days, extendedBy: 0, openedBy };
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
    name: 'plan.exportOrder',
    summary: '下载督办单（.docx）',
    access: 'signedIn',
    method: 'GET',
    path: '/supervision-orders/:orderId/export',
    params: orderParams,
    handle: async ({ app, actor, params }) => {
      const detail = await viewSupervisionOrder(app, actor, params.orderId);
      const { writeOrderDocx } = await import('../../exports/order-docx.ts');
      const sheet = setOrderSheet(detail);
      return downloadReply(
        `${detail.number}（${detail.unitName}）.docx`,
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        await writeOrderDocx(sheet),
      );
    },
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
      return downloadReply(stored.fileName, stored.mediaType, bytes);
    },
  }),
];
