/** Routes of what belongs to the officer at the desk. */
import { z } from 'zod';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { findSearchDocuments } from '#kernel/search/search.ts';
import { transact } from '#kernel/work.ts';
import {
  changeViewSchema,
  draftParamsSchema,
  draftSchema,
  noticeCountSchema,
  noticePageSchema,
  noticeQuerySchema,
  saveDraftSchema,
  savedViewQuerySchema,
  savedViewSchema,
  savedViewsSchema,
  saveViewSchema,
  searchHitsSchema,
  searchQuerySchema,
  todosSchema,
} from '../contract.ts';
import { getActingOfficer } from '../own.ts';
import {
  countUnreadNotices,
  findDraft,
  listNotices,
  listOfficerTodos,
  listSavedViews,
} from '../queries/own-things.ts';
import {
  changeView,
  deleteView,
  dropDraft,
  readAllNotices,
  readNotice,
  saveDraft,
  saveView,
} from '../service/own-things.ts';

const viewParams = z.object({ viewId: idSchema });

const viewRoutes = [
  apiRoute({
    name: 'system.listViews',
    summary: '列出本人保存的常用视图',
    access: 'signedIn',
    method: 'GET',
    path: '/views',
    query: savedViewQuerySchema,
    reply: savedViewsSchema,
    handle: async ({ app, actor, query }) => ({
      rows: await listSavedViews(app.database.read, getActingOfficer(actor).id, query.screen),
    }),
  }),
  apiRoute({
    name: 'system.saveView',
    summary: '保存常用视图',
    access: 'signedIn',
    method: 'POST',
    path: '/views',
    body: saveViewSchema,
    reply: savedViewSchema,
    creates: true,
    handle: ({ app, actor, body }) => transact(app, actor, (work) => saveView(work, body)),
  }),
  apiRoute({
    name: 'system.changeView',
    summary: '修改常用视图',
    access: 'signedIn',
    method: 'PUT',
    path: '/views/:viewId',
    params: viewParams,
    body: changeViewSchema,
    reply: savedViewSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => changeView(work, params.viewId, body)),
  }),
  apiRoute({
    name: 'system.deleteView',
    summary: '删除常用视图',
    access: 'signedIn',
    method: 'DELETE',
    path: '/views/:viewId',
    params: viewParams,
    handle: async ({ app, actor, params }) => {
      await transact(app, actor, (work) => deleteView(work, params.viewId));
      return undefined;
    },
  }),
];

const draftRoutes = [
  apiRoute({
    name: 'system.viewDraft',
    summary: '取回表单草稿',
    access: 'signedIn',
    method: 'GET',
    path: '/drafts/:screen/:key',
    params: draftParamsSchema,
    reply: draftSchema,
    handle: ({ app, actor, params }) => findDraft(app.database.read, getActingOfficer(actor).id, params),
  }),
  apiRoute({
    name: 'system.saveDraft',
    summary: '保存表单草稿',
    access: 'signedIn',
    method: 'PUT',
    path: '/drafts/:screen/:key',
    params: draftParamsSchema,
    body: saveDraftSchema,
    handle: async ({ app, actor, params, body }) => {
      await transact(app, actor, (work) => saveDraft(work, params, body.content));
      return undefined;
    },
  }),
  apiRoute({
    name: 'system.dropDraft',
    summary: '清除表单草稿',
    access: 'signedIn',
    method: 'DELETE',
    path: '/drafts/:screen/:key',
    params: draftParamsSchema,
    handle: async ({ app, actor, params }) => {
      await transact(app, actor, (work) => dropDraft(work, params));
      return undefined;
    },
  }),
];

const noticeRoutes = [
  apiRoute({
    name: 'system.listNotices',
    summary: '列出本人的通知',
    access: 'signedIn',
    method: 'GET',
    path: '/notices',
    query: noticeQuerySchema,
    reply: noticePageSchema,
    handle: ({ app, actor, query }) => listNotices(app.database.read, getActingOfficer(actor).id, query),
  }),
  apiRoute({
    name: 'system.countNotices',
    summary: '未读通知数',
    access: 'signedIn',
    method: 'GET',
    path: '/notices/count',
    reply: noticeCountSchema,
    handle: async ({ app, actor }) => ({
      unread: await countUnreadNotices(app.database.read, getActingOfficer(actor).id),
    }),
  }),
  apiRoute({
    name: 'system.readNotice',
    summary: '标记通知已读',
    access: 'signedIn',
    method: 'POST',
    path: '/notices/:noticeId/read',
    params: z.object({ noticeId: idSchema }),
    handle: async ({ app, actor, params }) => {
      await transact(app, actor, (work) => readNotice(work, params.noticeId));
      return undefined;
    },
  }),
  apiRoute({
    name: 'system.readAllNotices',
    summary: '全部通知标记已读',
    access: 'signedIn',
    method: 'POST',
    path: '/notices/read-all',
    handle: async ({ app, actor }) => {
      await transact(app, actor, (work) => readAllNotices(work));
      return undefined;
    },
  }),
  apiRoute({
    name: 'system.listTodos',
    summary: '待办：法律和领导要本人办的事',
    access: 'signedIn',
    method: 'GET',
    path: '/todos',
    reply: todosSchema,
    handle: async ({ app, actor }) => ({ rows: await listOfficerTodos(app, getActingOfficer(actor)) }),
  }),
  apiRoute({
    name: 'system.search',
    summary: '在工作台查找任务、单位等',
    access: 'signedIn',
    method: 'GET',
    path: '/search',
    query: searchQuerySchema,
    reply: searchHitsSchema,
    handle: async ({ app, query }) => {
      const kinds = Object.assign({}, ...app.modules.map((module) => module.searchKinds));
      const found = await findSearchDocuments(
        app.database.read,
        { text: query.text, publicOnly: false },
        query.limit,
      );
      return {
        rows: found.map((document) => ({
          kind: document.kind,
          kindTitle: String(kinds[document.kind] ?? document.kind),
          objectId: document.objectId,
          title: document.title,
          unitName: document.unitName ?? null,
          day: document.day ?? null,
          address: document.address,
        })),
      };
    },
  }),
];

export const ownRoutes = [...viewRoutes, ...draftRoutes, ...noticeRoutes];
