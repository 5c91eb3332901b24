/** Routes of matters and their steps. */
import { z } from 'zod';
import { beijingDayOf } from '#kernel/clock.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import {
  createdRecordSchema,
  finishStepSchema,
  type MatterQuery,
  matterInputSchema,
  matterPageSchema,
  matterQuerySchema,
  reopenStepSchema,
} from '../../contract/office-records.ts';
import { recordScopeOf } from '../../queries/ledger-visibility.ts';
import { listMatters } from '../../queries/office-records/matters.ts';
import {
  changeMatter,
  createMatter,
  finishMatterStep,
  reopenMatterStep,
} from '../../service/office-records/matters.ts';
import { matterStateTitles, stepKindTitles } from '../../words/office-records.ts';
import { sheetReply } from '../sheet-reply.ts';
import { exportQuery, readAllPages } from './export.ts';

const params = z.object({ id: idSchema });
const stepParams = z.object({ stepId: idSchema });

const columns = [
  { title: '事项', width: 36 },
  { title: '事项进度', width: 12 },
  { title: '步骤', width: 10 },
  { title: '单位', width: 16 },
  { title: '计划日期', width: 12 },
  { title: '完成日期', width: 12 },
  { title: '是否逾期', width: 10 },
  { title: '网址', width: 40 },
  { title: '说明', width: 30 },
  { title: '关联任务', width: 30 },
] as const;

export const matterRoutes = [
  apiRoute({
    name: 'plan.listMatters',
    summary: '列出统筹事项和各步骤',
    access: 'plan.readLedger',
    method: 'GET',
    path: '/matters',
    query: matterQuerySchema,
    reply: matterPageSchema,
    handle: async ({ app, actor, query }) =>
      listMatters(app.database.read, await recordScopeOf(app, actor), query, beijingDayOf(app.clock.now())),
  }),
  apiRoute({
    name: 'plan.exportMatters',
    summary: '导出统筹事项',
    access: 'plan.readLedger',
    method: 'GET',
    path: '/matters/export',
    query: matterQuerySchema.omit({ after: true, limit: true }).extend(exportQuery),
    handle: async ({ app, actor, query }) => {
      const { format, ...filter } = query;
      const scope = await recordScopeOf(app, actor);
      const today = beijingDayOf(app.clock.now());
      const rows = await readAllPages((page) => {
        const asked: MatterQuery = { ...filter, ...page };
        return listMatters(app.database.read, scope, asked, today);
      });
      return sheetReply(format, '统筹事项', {
        title: '统筹事项',
        columns,
        lines: rows.flatMap((matter) =>
          matter.steps.map((step) => [
            matter.title,
            matterStateTitles[matter.state],
            stepKindTitles[step.kind],
            step.unitName,
            step.plannedOn,
            step.doneOn,
            step.isLate ? '逾期' : '',
            step.url,
            step.note,
            matter.tasks.map((task) => task.title).join('；'),
          ]),
        ),
      });
    },
  }),
  apiRoute({
    name: 'plan.createMatter',
    summary: '建立统筹事项',
    access: 'plan.manageMatters',
    method: 'POST',
    path: '/matters',
    body: matterInputSchema,
    reply: createdRecordSchema,
    creates: true,
    handle: async ({ app, actor, body }) => {
      const jurisdictionId = await getHomeJurisdictionId(app.database.read, actor);
      return transact(app, actor, (work) => createMatter(work, { jurisdictionId, ...body }));
    },
  }),
  apiRoute({
    name: 'plan.changeMatter',
    summary: '调整统筹事项',
    access: 'plan.manageMatters',
    method: 'PUT',
    path: '/matters/:id',
    params,
    body: matterInputSchema,
    handle: ({ app, actor, params: { id }, body }) =>
      transact(app, actor, (work) => changeMatter(work, { id, ...body })),
  }),
  apiRoute({
    name: 'plan.finishMatterStep',
    summary: '登记一步完成',
    access: 'plan.finishMatterStep',
    method: 'POST',
    path: '/matter-steps/:stepId/finish',
    params: stepParams,
    body: finishStepSchema,
    handle: ({ app, actor, params: { stepId }, body }) =>
      transact(app, actor, (work) => finishMatterStep(work, { stepId, ...body })),
  }),
  apiRoute({
    name: 'plan.reopenMatterStep',
    summary: '撤销一步的完成登记',
    access: 'plan.finishMatterStep',
    method: 'POST',
    path: '/matter-steps/:stepId/reopen',
    params: stepParams,
    body: reopenStepSchema,
    handle: ({ app, actor, params: { stepId }, body }) =>
      transact(app, actor, (work) => reopenMatterStep(work, { stepId, ...body })),
  }),
];
