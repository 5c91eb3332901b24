/** Routes of what the unit and the supervising office do to a supervision order. No decisions in here. */
import { z } from 'zod';
import { requireOfficer } from '#kernel/authorise.ts';
import { keepBytes } from '#kernel/files/stored-files.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { transact } from '#kernel/work.ts';
import { keptLedgerFileSchema } from '../../contract/ledger.ts';
import {
  acceptOrderSchema,
  escalateOrderSchema,
  extendOrderSchema,
  issuedOrdersSchema,
  issueOrdersSchema,
  replyOrderSchema,
  returnOrderSchema,
  withdrawOrderSchema,
} from '../../contract/supervision.ts';
import { evidenceFileLimit, judgeEvidenceFile } from '../../rules/ledger/evidence-file.ts';
import { issueSupervisionOrders } from '../../service/supervision/issue-orders.ts';
import {
  acceptSupervisionOrder,
  addOrderFile,
  escalateSupervisionOrder,
  extendSupervisionOrder,
  receiveSupervisionOrder,
  replyToSupervisionOrder,
  returnSupervisionOrder,
  withdrawSupervisionOrder,
} from '../../service/supervision/order-commands.ts';
import { ledgerRefusals } from '../../words/ledger.ts';
import { planRefusals } from '../../words/plans.ts';

import { getVisibleOrder, orderParams } from './reading.ts';

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
    body: z.object({}),
    reply: keptLedgerFileSchema,
    uploadLimit: evidenceFileLimit,
    creates: true,
    handle: async ({ app, actor, params, files }) => {
      const [file] = files;
      if (file === undefined) throw planRefusals.refuse('plan.fileMissing', {});
      const { name, bytes } = file;
      const verdict = judgeEvidenceFile({ name, byteLength: bytes.byteLength, firstBytes: bytes });
      if (!verdict.ok) {
        throw ledgerRefusals.refuse('plan.ledgerFileUnfit', { name, because: verdict.because });
      }
      await getVisibleOrder(app, actor, params.orderId);
      const kept = await keepBytes(app.files, { name, mediaType: verdict.mediaType, bytes });
      return transact(app, actor, async (work) => {
        const fileId = await addOrderFile(work, params.orderId, kept);
        const { fileName, byteLength, mediaType } = kept;
        return { fileId, fileName, byteLength, mediaType };
      });
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

export const orderActingRoutes = [...unitRoutes, ...officeRoutes];
