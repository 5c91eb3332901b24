/** Item-by-item handover over HTTP. The acts of giver, receiver and witness belong to the person, not to a role. */
import { z } from 'zod';
import { downloadReply } from '#kernel/http/file-reply.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import {
  addHandoverItemSchema,
  changeWitnessSchema,
  giverAbsentSchema,
  handoverDetailSchema,
  signHandoverSchema,
  tickAllSchema,
  tickItemSchema,
} from '../contract/liaison.ts';
import { createdSchema } from '../contract/register.ts';
import { cancelReasonSchema } from '../contract/training.ts';
import { getHandoverDetail } from '../queries/handovers.ts';
import {
  addHandoverItem,
  removeHandoverItem,
  tickHandoverItem,
  tickWholeHandover,
} from '../service/handover/items.ts';
import { signHandover, withdrawHandoverSignature } from '../service/handover/sign.ts';
import { cancelHandover, changeHandoverWitness, noteGiverAbsent } from '../service/handover/start.ts';
import { documentTypes } from './file-reply.ts';

const own = 'organisation.appointLiaison';
const handoverParams = z.object({ handoverId: idSchema });
const itemParams = z.object({ itemId: idSchema });

export const handoverRoutes = [
  apiRoute({
    name: 'organisation.showHandover',
    summary: '逐项交接清单',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/handovers/:handoverId',
    params: handoverParams,
    reply: handoverDetailSchema,
    handle: async ({ app, actor, params }) =>
      getHandoverDetail(app, actor, params.handoverId, await app.calendar()),
  }),
  apiRoute({
    name: 'organisation.downloadHandover',
    summary: '下载交接清单（.docx）',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/handovers/:handoverId/sheet',
    params: handoverParams,
    handle: async ({ app, actor, params }) => {
      const handover = await getHandoverDetail(app, actor, params.handoverId, await app.calendar());
      const { writeHandoverDocx } = await import('../exports/handover-docx.ts');
      const name = `${handover.unitName}政务公开联络员工作交接清单.docx`;
      return downloadReply(name, documentTypes.docx, await writeHandoverDocx(handover));
    },
  }),
  apiRoute({
    name: 'organisation.addHandoverItem',
    summary: '增加一项交接内容',
    access: 'signedIn',
    method: 'POST',
    path: '/organisation/handovers/:handoverId/items',
    params: handoverParams,
    body: addHandoverItemSchema,
    reply: createdSchema,
    creates: true,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, async (work) => ({ id: await addHandoverItem(work, params.handoverId, body) })),
  }),
  apiRoute({
    name: 'organisation.removeHandoverItem',
    summary: '删去一项交接内容',
    access: 'signedIn',
    method: 'DELETE',
    path: '/organisation/handover-items/:itemId',
    params: itemParams,
    handle: ({ app, actor, params }) =>
      transact(app, actor, (work) => removeHandoverItem(work, params.itemId)),
  }),
  apiRoute({
    name: 'organisation.tickHandoverItem',
    summary: '移交人或接收人确认一项',
    access: 'signedIn',
    method: 'POST',
    path: '/organisation/handover-items/:itemId/tick',
    params: itemParams,
    body: tickItemSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => tickHandoverItem(work, params.itemId, body)),
  }),
  apiRoute({
    name: 'organisation.tickWholeHandover',
    summary: '移交人或接收人确认其余各项',
    access: 'signedIn',
    method: 'POST',
    path: '/organisation/handovers/:handoverId/tick',
    params: handoverParams,
    body: tickAllSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => tickWholeHandover(work, params.handoverId, body)),
  }),
  apiRoute({
    name: 'organisation.signHandover',
    summary: '移交人、接收人、监交人签字',
    access: 'signedIn',
    method: 'POST',
    path: '/organisation/handovers/:handoverId/sign',
    params: handoverParams,
    body: signHandoverSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => signHandover(work, params.handoverId, body)),
  }),
  apiRoute({
    name: 'organisation.withdrawHandoverSignature',
    summary: '撤回签字',
    access: 'signedIn',
    method: 'POST',
    path: '/organisation/handovers/:handoverId/withdraw-signature',
    params: handoverParams,
    body: signHandoverSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => withdrawHandoverSignature(work, params.handoverId, body)),
  }),
  apiRoute({
    name: 'organisation.noteGiverAbsent',
    summary: '登记移交人不能到场，由监交人代办',
    access: own,
    method: 'POST',
    path: '/organisation/handovers/:handoverId/giver-absent',
    params: handoverParams,
    body: giverAbsentSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => noteGiverAbsent(work, params.handoverId, body)),
  }),
  apiRoute({
    name: 'organisation.changeHandoverWitness',
    summary: '更换监交人',
    access: own,
    method: 'PUT',
    path: '/organisation/handovers/:handoverId/witness',
    params: handoverParams,
    body: changeWitnessSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => changeHandoverWitness(work, params.handoverId, body)),
  }),
  apiRoute({
    name: 'organisation.cancelHandover',
    summary: '撤销误发起的交接',
    access: own,
    method: 'POST',
    path: '/organisation/handovers/:handoverId/cancel',
    params: handoverParams,
    body: cancelReasonSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => cancelHandover(work, params.handoverId, body)),
  }),
];
