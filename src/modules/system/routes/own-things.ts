/** Routes of what belongs to the officer at the desk. */
import { z } from 'zod';
import { requireOfficer } from '#kernel/authorise.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
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
import {
  countUnreadNotices,
  findDraft,
  listNotices,
  listOfficerTodos,
  listSavedViews,
} from '../queries/own-things.ts';
import { searchDesk } from '../queries/search.ts';
import { dropDraft, readAllNotices, readNotice, saveDraft } from '../service/desk-traces.ts';
import { changeView, deleteView, saveView } from '../service/saved-views.ts';

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
      rows: await listSavedViews(app.database.read, requireOfficer(actor).id, query.screen),
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
    handle: ({ app, actor, params }) => transact(app, actor, (work) => deleteView(work, params.viewId)),
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
    handle: ({ app, actor, params }) => findDraft(app.database.read, requireOfficer(actor).id, params),
  }),
  apiRoute({
    name: 'system.saveDraft',
    summary: '保存表单草稿',
    access: 'signedIn',
    method: 'PUT',
    path: '/drafts/:screen/:key',
    params: draftParamsSchema,
    body: saveDraftSchema,
    handle: ({ app, actor, params, body }) =>
      saveDraft(app, { officerId: requireOfficer(actor).id, ...params }, body.content),
  }),
  apiRoute({
    name: 'system.dropDraft',
    summary: '清除表单草稿',
    access: 'signedIn',
    method: 'DELETE',
    path: '/drafts/:screen/:key',
    params: draftParamsSchema,
    handle: ({ app, actor, params }) => dropDraft(app, { officerId: requireOfficer(actor).id, ...params }),
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
    handle: ({ app, actor, query }) => listNotices(app.database.read, requireOfficer(actor).id, query),
  }),
  apiRoute({
    name: 'system.countNotices',
    summary: '未读通知数',
    access: 'signedIn',
    method: 'GET',
    path: '/notices/count',
    reply: noticeCountSchema,
    handle: async ({ app, actor }) => ({
      unread: await countUnreadNotices(app.database.read, requireOfficer(actor).id),
    }),
  }),
  apiRoute({
    name: 'system.readNotice',
    summary: '标记通知已读',
    access: 'signedIn',
    method: 'POST',
    path: '/notices/:noticeId/read',
    params: z.object({ noticeId: idSchema }),
    handle: ({ app, actor, params }) => readNotice(app, requireOfficer(actor).id, params.noticeId),
  }),
  apiRoute({
    name: 'system.readAllNotices',
    summary: '全部通知标记已读',
    access: 'signedIn',
    method: 'POST',
    path: '/notices/read-all',
    handle: ({ app, actor }) => readAllNotices(app, requireOfficer(actor).id),
  }),
  apiRoute({
    name: 'system.listTodos',
    summary: '待办：法律和领导要本人办的事',
    access: 'signedIn',
    method: 'GET',
    path: '/todos',
    reply: todosSchema,
    handle: async ({ app, actor }) => ({ rows: await listOfficerTodos(app, requireOfficer(actor)) }),
  }),
  apiRoute({
    name: 'system.search',
    summary: '在工作台查找任务、单位等',
    access: 'signedIn',
    method: 'GET',
    path: '/search',
    query: searchQuerySchema,
    reply: searchHitsSchema,
    handle: ({ app, actor, query }) => searchDesk(app, requireOfficer(actor), query),
  }),
];

export const ownRoutes = [...viewRoutes, ...draftRoutes, ...noticeRoutes];
