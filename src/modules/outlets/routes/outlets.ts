/** Outlets and deliveries over HTTP. No decisions in here. */
import { z } from 'zod';
import { requireOfficer } from '#kernel/authorise.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import {
  askDeliverySchema,
  changedOutletSchema,
  closeOutletSchema,
  confirmDeliverySchema,
  deliveryDetailSchema,
  deliveryPageSchema,
  deliveryQuerySchema,
  dropDeliverySchema,
  outletListSchema,
  outletSchema,
  savedOutletSchema,
} from '../contract/outlets.ts';
import { findDeliveryDetail, listDeliveries, listOutletViews } from '../queries/outlets.ts';
import { confirmDelivery, deliverItem, dropDelivery, sendAgain } from '../service/deliveries.ts';
import { changeOutlet, endOutlet, openOutlet } from '../service/outlets.ts';
import { outletRefusals } from '../words.ts';

const outletParams = z.object({ outletId: idSchema });
const deliveryParams = z.object({ deliveryId: idSchema });

export const outletRoutes = [
  apiRoute({
    name: 'outlets.list',
    summary: '发布渠道清单；密码和密钥不在其中',
    access: 'outlets.read',
    method: 'GET',
    path: '/outlets',
    reply: outletListSchema,
    handle: async ({ app, actor }) => ({
      rows: await listOutletViews(app.database.read, requireOfficer(actor).jurisdictionId),
    }),
  }),
  apiRoute({
    name: 'outlets.open',
    summary: '开通发布渠道',
    access: 'outlets.arrange',
    method: 'POST',
    path: '/outlets',
    body: outletSchema,
    reply: savedOutletSchema,
    creates: true,
    handle: ({ app, actor, body }) =>
      transact(app, actor, async (work) => ({
        outletId: await openOutlet(work, app.config, requireOfficer(actor).jurisdictionId, body),
      })),
  }),
  apiRoute({
    name: 'outlets.change',
    summary: '调整发布渠道',
    access: 'outlets.arrange',
    method: 'PUT',
    path: '/outlets/:outletId',
    params: outletParams,
    body: changedOutletSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => changeOutlet(work, app.config, { ...body, ...params })),
  }),
  apiRoute({
    name: 'outlets.close',
    summary: '停用发布渠道',
    access: 'outlets.arrange',
    method: 'POST',
    path: '/outlets/:outletId/close',
    params: outletParams,
    body: closeOutletSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => endOutlet(work, { ...body, ...params })),
  }),
  apiRoute({
    name: 'outlets.listDeliveries',
    summary: '投递记录：哪条信息、什么时候、送到哪里、结果如何',
    access: 'outlets.read',
    method: 'GET',
    path: '/outlets/deliveries',
    query: deliveryQuerySchema,
    reply: deliveryPageSchema,
    handle: ({ app, actor, query }) =>
      listDeliveries(app.database.read, {
        ...query,
        jurisdictionId: requireOfficer(actor).jurisdictionId,
        states: query.state === undefined ? undefined : [query.state],
      }),
  }),
  apiRoute({
    name: 'outlets.findDelivery',
    summary: '一次投递和它的每次尝试',
    access: 'outlets.read',
    method: 'GET',
    path: '/outlets/deliveries/:deliveryId',
    params: deliveryParams,
    reply: deliveryDetailSchema,
    handle: async ({ app, actor, params }) => {
      const { jurisdictionId } = requireOfficer(actor);
      const found = await findDeliveryDetail(app.database.read, jurisdictionId, params.deliveryId);
      if (found === undefined) throw outletRefusals.refuse('outlets.deliveryNotFound', {});
      return found;
    },
  }),
  apiRoute({
    name: 'outlets.deliver',
    summary: '把一条公开的信息投递到几个渠道',
    access: 'outlets.deliver',
    method: 'POST',
    path: '/outlets/deliveries',
    body: askDeliverySchema,
    creates: true,
    handle: ({ app, actor, body }) => transact(app, actor, (work) => deliverItem(work, body)),
  }),
  apiRoute({
    name: 'outlets.sendAgain',
    summary: '再投递一次',
    access: 'outlets.deliver',
    method: 'POST',
    path: '/outlets/deliveries/:deliveryId/send-again',
    params: deliveryParams,
    handle: ({ app, actor, params }) => transact(app, actor, (work) => sendAgain(work, params)),
  }),
  apiRoute({
    name: 'outlets.confirm',
    summary: '登记人工办理的结果',
    access: 'outlets.deliver',
    method: 'POST',
    path: '/outlets/deliveries/:deliveryId/confirm',
    params: deliveryParams,
    body: confirmDeliverySchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => confirmDelivery(work, { ...body, ...params })),
  }),
  apiRoute({
    name: 'outlets.drop',
    summary: '不再投递',
    access: 'outlets.deliver',
    method: 'POST',
    path: '/outlets/deliveries/:deliveryId/drop',
    params: deliveryParams,
    body: dropDeliverySchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => dropDelivery(work, { ...body, ...params })),
  }),
];
