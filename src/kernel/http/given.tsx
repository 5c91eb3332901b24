/** A small module for the engine's own tests: notices of a town, with every kind of route. */
import { z } from 'zod';
import { authorise } from '../authorise.ts';
import { defineModule, type Manifest } from '../module.ts';
import { defineRefusals } from '../refusal.ts';
import { transact } from '../work.ts';
import { defineAddress } from './address.ts';
import { apiRoute, pageRoute, type Route, SpecialReply } from './route.ts';

export const noticeRefusals = defineRefusals({
  'notice.closed': {
    status: 409,
    article: '政府信息公开条例第二十六条',
    say: (params: { title: string }) => ({
      what: `《${params.title}》已经截止`,
      why: '公告期已满',
      todo: '请查看新的公告',
    }),
  },
});

export const noticeAddresses = {
  list: defineAddress('/notices'),
  page: defineAddress('/notices/:noticeId'),
  form: defineAddress('/notices/:noticeId/opinions'),
};

const noticeInput = z.object({
  title: z.string().min(1).max(20),
  pages: z.number().int().min(1),
  kind: z.enum(['plan', 'letter']),
});

export const noticeParams = z.object({ noticeId: z.uuid() });

const routes: readonly Route[] = [
  apiRoute({
    name: 'notice.list',
    summary: '公告列表',
    access: 'public',
    method: 'GET',
    path: noticeAddresses.list.pattern,
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
    reply: z.object({ rows: z.array(z.object({ title: z.string() })) }),
    handle: ({ query }) => Promise.resolve({ rows: [{ title: `公告${query.year ?? ''}` }] }),
  }),
  apiRoute({
    name: 'notice.create',
    summary: '新建公告',
    access: 'notice.write',
    method: 'POST',
    path: noticeAddresses.list.pattern,
    body: noticeInput,
    reply: z.object({ noticeId: z.string() }),
    creates: true,
    handle: ({ app, actor, body }) =>
      transact(app, actor, async (work) => {
        if (body.title === '旧公告') throw noticeRefusals.refuse('notice.closed', { title: body.title });
        const noticeId = work.newId();
        work.audit({
          action: 'notice.write',
          objectKind: 'notice',
          objectId: noticeId,
          summary: '新建公告',
          after: body,
        });
        return { noticeId };
      }),
  }),
  apiRoute({
    name: 'notice.remove',
    summary: '删除公告',
    access: 'signedIn',
    method: 'DELETE',
    path: noticeAddresses.page.pattern,
    params: noticeParams,
    query: z.object({ unitId: z.string().optional() }),
    handle: async ({ app, actor, query }) => {
      authorise(app, actor, 'notice.write', query.unitId === undefined ? {} : { unitId: query.unitId });
      return undefined;
    },
  }),
  apiRoute({
    name: 'notice.attach',
    summary: '上传附件',
    access: 'public',
    method: 'POST',
    path: '/notices/files',
    body: z.object({ note: z.string().optional() }),
    uploadLimit: 2000,
    reply: z.object({ files: z.array(z.string()), note: z.string().optional() }),
    handle: ({ files, body }) =>
      Promise.resolve({
        files: files.map((file) => `${file.name} ${file.bytes.byteLength}`),
        ...(body.note === undefined ? {} : { note: body.note }),
      }),
  }),
  apiRoute({
    name: 'notice.lie',
    summary: '答复与声明不符',
    access: 'public',
    method: 'GET',
    path: '/notices/lie',
    reply: z.object({ rows: z.array(z.string()) }),
    handle: () => Promise.resolve(JSON.parse('{"rows":[{"secret":"张三"}]}')),
  }),
  apiRoute({
    name: 'notice.long',
    summary: '很长的答复',
    access: 'public',
    method: 'GET',
    path: '/notices/long',
    reply: z.object({ lines: z.array(z.string()) }),
    handle: () => Promise.resolve({ lines: Array.from({ length: 1000 }, () => '公开是常态') }),
  }),
  apiRoute({
    name: 'notice.download',
    summary: '下载附件',
    access: 'public',
    method: 'GET',
    path: '/notices/file',
    handle: () =>
      Promise.resolve(
        new SpecialReply({
          body: new TextEncoder().encode('<script>alert(1)</script>'),
          headers: { 'Content-Type': 'text/html', 'Content-Disposition': 'attachment; filename="a.html"' },
        }),
      ),
  }),
  apiRoute({
    name: 'notice.break',
    summary: '出现意外',
    access: 'public',
    method: 'GET',
    path: '/notices/break',
    query: z.object({ name: z.string().optional() }),
    handle: ({ query }) => Promise.resolve(JSON.parse(`${query.name ?? ''} is not json`)),
  }),
  pageRoute({
    name: 'notice.page',
    summary: '公告页',
    path: noticeAddresses.page.pattern,
    params: noticeParams,
    handle: ({ params }) =>
      Promise.resolve(
        <html lang="zh-CN">
          <head>
            <title>公告</title>
          </head>
          <body>
            <h1>{params.noticeId}</h1>
          </body>
        </html>,
      ),
  }),
  pageRoute({
    name: 'notice.sendOpinion',
    summary: '提交意见',
    method: 'POST',
    path: noticeAddresses.form.pattern,
    params: noticeParams,
    body: z.object({ text: z.string().min(1).max(10) }),
    refused: ({ refusal, typed }) =>
      Promise.resolve(
        <html lang="zh-CN">
          <head>
            <title>提交意见</title>
          </head>
          <body>
            <div role="alert">{refusal.fields.map((field) => field.message).join('；')}</div>
            <textarea name="text" defaultValue={String(typed.text ?? '')} />
          </body>
        </html>,
      ),
    handle: ({ params }) =>
      Promise.resolve(
        new SpecialReply({
          status: 303,
          headers: { Location: noticeAddresses.page(params) },
          cookies: [{ name: 'thanks', value: '谢谢', maxAgeSeconds: 60 }],
        }),
      ),
  }),
];

export const noticeModule: Manifest = defineModule({
  name: 'notice',
  title: '公告',
  permissions: { 'notice.write': { title: '发布公告', roles: ['clerk', 'reviewer'], reach: 'unit' } },
  refusals: [noticeRefusals],
  routes,
});
