/** Routes of columns. */
import { z } from 'zod';
import { beijingDayOf } from '#kernel/clock.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { flagQuery, idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import { closeColumnSchema, columnListSchema, columnSchema, savedColumnSchema } from '../contract/columns.ts';
import { listColumns } from '../queries/columns.ts';
import { changeColumn, closeColumn, openColumn } from '../service/columns.ts';

const columnParams = z.object({ columnId: idSchema });

export const columnRoutes = [
  apiRoute({
    name: 'publishing.listColumns',
    summary: '全部栏目：责任单位、更新时限、信息数、最近更新、是否逾期',
    access: 'public',
    method: 'GET',
    path: '/columns',
    query: z.object({ closed: flagQuery.optional() }),
    reply: columnListSchema,
    handle: async ({ app, actor, query }) => ({
      rows: await listColumns(app.database.read, {
        jurisdictionId: await getHomeJurisdictionId(app.database.read, actor),
        today: beijingDayOf(app.clock.now()),
        includesClosed: query.closed === true,
      }),
    }),
  }),
  apiRoute({
    name: 'publishing.openColumn',
    summary: '开设栏目',
    access: 'publishing.arrangeColumns',
    method: 'POST',
    path: '/columns',
    body: columnSchema,
    reply: savedColumnSchema,
    creates: true,
    handle: ({ app, actor, body }) => transact(app, actor, (work) => openColumn(work, body)),
  }),
  apiRoute({
    name: 'publishing.changeColumn',
    summary: '调整栏目；地址不变',
    access: 'publishing.arrangeColumns',
    method: 'PUT',
    path: '/columns/:columnId',
    params: columnParams,
    body: columnSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => changeColumn(work, { ...body, ...params })),
  }),
  apiRoute({
    name: 'publishing.closeColumn',
    summary: '关闭空栏目',
    access: 'publishing.arrangeColumns',
    method: 'POST',
    path: '/columns/:columnId/close',
    params: columnParams,
    body: closeColumnSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => closeColumn(work, { ...body, ...params })),
  }),
];
