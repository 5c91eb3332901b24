/** Routes of released copies. Who reaches the case reaches them; steps are judged by stage and person. */
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { downloadReply } from '#kernel/http/file-reply.ts';
import { apiRoute, SpecialReply } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import {
  redactionDetailSchema,
  redactionListSchema,
  saveMarksSchema,
  startRedactionSchema,
} from '../contract/redactions.ts';
import {
  findReachableRedaction,
  listRedactionsOfRequest,
  viewRedactionDetail,
  viewRedactionRow,
} from '../queries/redactions.ts';
import { findReachableRequest } from '../queries/requests.ts';
import {
  makeRedactedCopy,
  readRedactedCopy,
  readRedactionPage,
  releaseRedactedCopy,
  saveRedactionMarks,
} from '../service/redaction/redactions.ts';
import { startRedaction } from '../service/redaction/start-redaction.ts';
import { redactionRefusals } from '../words/redactions.ts';
import { requestRefusals } from '../words/requests.ts';
import { requestParams } from './requests.ts';

const redactionParams = z.object({ redactionId: idSchema });
const largestSource = 30 * 1024 * 1024;

async function getReachableRedaction(app: App, actor: Actor, redactionId: string) {
  const found = await findReachableRedaction(app.database.read, actor, redactionId);
  if (found === undefined) throw redactionRefusals.refuse('requests.redactionNotFound', {});
  return found;
}

export const redactionRoutes = [
  apiRoute({
    name: 'requests.listRedactions',
    summary: '一件申请的公开版（区分处理）',
    access: 'signedIn',
    method: 'GET',
    path: '/requests/:requestId/redactions',
    params: requestParams,
    reply: redactionListSchema,
    handle: async ({ app, actor, params }) => {
      const request = await findReachableRequest(app.database.read, actor, params.requestId);
      if (request === undefined) throw requestRefusals.refuse('requests.notFound', {});
      const rows = await listRedactionsOfRequest(app.database.read, request.id);
      return { redactions: rows.map(viewRedactionRow) };
    },
  }),
  apiRoute({
    name: 'requests.startRedaction',
    summary: '上传一份文件作区分处理：按文字遮盖，或者按页面图像遮盖',
    access: 'signedIn',
    method: 'POST',
    path: '/requests/:requestId/redactions',
    params: requestParams,
    body: startRedactionSchema,
    reply: redactionParams,
    uploadLimit: largestSource,
    handle: async ({ app, actor, params, body, files, request }) => {
      const [source] = files;
      if (source === undefined) {
        throw redactionRefusals.refuse('requests.redactionSourceUnfit', {
          sentence: '没有收到文件',
          remedy: '请选择一份文件',
        });
      }
      return startRedaction(app, actor, { ...params, ...body, source, signal: request.signal });
    },
  }),
  apiRoute({
    name: 'requests.viewRedaction',
    summary: '一份公开版：文字、遮盖处、核验记录',
    access: 'signedIn',
    method: 'GET',
    path: '/request-redactions/:redactionId',
    params: redactionParams,
    reply: redactionDetailSchema,
    handle: async ({ app, actor, params }) => {
      const { redaction, request } = await getReachableRedaction(app, actor, params.redactionId);
      return viewRedactionDetail(app, actor, redaction, request);
    },
  }),
  apiRoute({
    name: 'requests.viewRedactionPage',
    summary: '待遮盖文件的一页图像',
    access: 'signedIn',
    method: 'GET',
    path: '/request-redactions/:redactionId/pages/:page',
    params: redactionParams.extend({ page: z.coerce.number().int().min(1) }),
    handle: async ({ app, actor, params }) => {
      const { redaction } = await getReachableRedaction(app, actor, params.redactionId);
      const body = await readRedactionPage(app, redaction, params.page);
      return new SpecialReply({
        body,
        headers: { 'content-type': 'image/png', 'cache-control': 'no-store' },
      });
    },
  }),
  apiRoute({
    name: 'requests.saveRedactionMarks',
    summary: '保存遮盖处及其依据',
    access: 'signedIn',
    method: 'PUT',
    path: '/request-redactions/:redactionId/marks',
    params: redactionParams,
    body: saveMarksSchema,
    handle: async ({ app, actor, params, body }) => saveRedactionMarks(app, actor, { ...params, ...body }),
  }),
  apiRoute({
    name: 'requests.makeRedactedCopy',
    summary: '生成公开版：重新读出逐字核验，并作发布前检测，不通过的不保存',
    access: 'signedIn',
    method: 'POST',
    path: '/request-redactions/:redactionId/copy',
    params: redactionParams,
    reply: z.object({ proof: z.array(z.string()) }),
    handle: async ({ app, actor, params }) => {
      const { proof } = await makeRedactedCopy(app, actor, params.redactionId);
      return { proof: [...proof] };
    },
  }),
  apiRoute({
    name: 'requests.releaseRedactedCopy',
    summary: '公开版核对通过，可以提供给申请人（不得是遮盖人）',
    access: 'signedIn',
    method: 'POST',
    path: '/request-redactions/:redactionId/release',
    params: redactionParams,
    handle: async ({ app, actor, params }) => {
      await transact(app, actor, (work) => releaseRedactedCopy(work, params));
    },
  }),
  apiRoute({
    name: 'requests.downloadRedactedCopy',
    summary: '下载公开版',
    access: 'signedIn',
    method: 'GET',
    path: '/request-redactions/:redactionId/copy',
    params: redactionParams,
    handle: async ({ app, actor, params }) => {
      const { redaction } = await getReachableRedaction(app, actor, params.redactionId);
      const bytes = await readRedactedCopy(app, redaction);
      const name = redaction.stage === 'released' ? '公开版' : '公开版（待核对）';
      return downloadReply(`${redaction.title}${name}.pdf`, 'application/pdf', bytes);
    },
  }),
];
