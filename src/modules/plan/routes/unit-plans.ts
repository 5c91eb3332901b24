/** Routes of the units' own plans. */
import { z } from 'zod';
import { findStoredFile } from '#kernel/files/stored-files.ts';
import { downloadReply } from '#kernel/http/file-reply.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import {
  filedUnitPlanSchema,
  fileUnitPlanSchema,
  returnUnitPlanSchema,
  setDemandSchema,
  unitPlanDetailSchema,
  unitPlanOverviewSchema,
} from '../contract/unit-plans.ts';
import { authoriseUnitLedger, getReadablePlan, readableUnitIds } from '../queries/ledger-visibility.ts';
import { findFiling, findUnitPlanDetail, listUnitPlanRows, viewUnitPlans } from '../queries/unit-plans.ts';
import { acceptUnitPlan, fileUnitPlan, returnUnitPlan, setUnitPlanDemand } from '../service/unit-plans.ts';
import { ledgerRefusals } from '../words/ledger.ts';
import { filingStateTitles, timelinessTitles, unitPlanRefusals } from '../words/unit-plans.ts';
import { taskRowContextOf } from './plans.ts';
import { sheetReply } from './sheet-reply.ts';

const planParams = z.object({ planId: idSchema });
const filingParams = z.object({ unitPlanId: idSchema });

const overviewColumns = [
  { title: '单位', width: 20 },
  { title: '任务数', width: 8 },
  { title: '状态', width: 10 },
  { title: '时限', width: 12 },
  { title: '首次报送', width: 12 },
  { title: '最近报送', width: 12 },
  { title: '报送次数', width: 10 },
  { title: '清单条数', width: 10 },
  { title: '附文件', width: 8 },
  { title: '报送人', width: 10 },
  { title: '退回原因', width: 30 },
] as const;

export const unitPlanRoutes = [
  apiRoute({
    name: 'plan.viewUnitPlans',
    summary: '各单位报送任务清单的情况：期限、谁已报、谁未报、谁逾期',
    access: 'plan.readLedger',
    method: 'GET',
    path: '/plans/:planId/unit-plans',
    params: planParams,
    reply: unitPlanOverviewSchema,
    handle: async ({ app, actor, params }) => {
      const plan = await getReadablePlan(app, actor, params.planId);
      return viewUnitPlans(app.database.read, plan, await taskRowContextOf(app), readableUnitIds(actor));
    },
  }),
  apiRoute({
    name: 'plan.exportUnitPlans',
    summary: '导出各单位报送任务清单的情况',
    access: 'plan.readLedger',
    method: 'GET',
    path: '/plans/:planId/unit-plans/export',
    params: planParams,
    query: z.object({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    handle: async ({ app, actor, params, query }) => {
      const plan = await getReadablePlan(app, actor, params.planId);
      const context = await taskRowContextOf(app);
      const rows = await listUnitPlanRows(app.database.read, plan.id, context, readableUnitIds(actor));
      return sheetReply(query.format, `${plan.title}单位任务清单`, {
        title: '单位任务清单',
        columns: overviewColumns,
        lines: rows.map((row) => [
          row.unitName,
          row.tasks,
          filingStateTitles[row.state],
          timelinessTitles[row.timeliness],
          row.firstFiledOn,
          row.filedOn,
          row.filings,
          row.lines,
          row.hasFile ? '有' : '',
          row.filedByName,
          row.reason,
        ]),
      });
    },
  }),
  apiRoute({
    name: 'plan.viewUnitPlan',
    summary: '一个单位历次报送的任务清单',
    access: 'plan.readLedger',
    method: 'GET',
    path: '/plans/:planId/unit-plans/:unitId',
    params: z.object({ planId: idSchema, unitId: idSchema }),
    reply: unitPlanDetailSchema,
    handle: async ({ app, actor, params }) => {
      await getReadablePlan(app, actor, params.planId);
      authoriseUnitLedger(app, actor, params.unitId);
      const { planId, unitId } = params;
      const detail = await findUnitPlanDetail(app.database.read, planId, unitId, await taskRowContextOf(app));
      if (detail === undefined) throw unitPlanRefusals.refuse('plan.unitPlanNotFound', {});
      return detail;
    },
  }),
  apiRoute({
    name: 'plan.setUnitPlanDemand',
    summary: '规定各单位报送任务清单的期限',
    access: 'plan.superviseUnitPlans',
    method: 'PUT',
    path: '/plans/:planId/unit-plan-demand',
    params: planParams,
    body: setDemandSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => setUnitPlanDemand(work, { ...params, ...body })),
  }),
  apiRoute({
    name: 'plan.fileUnitPlan',
    summary: '报送本单位的任务清单；再次报送保留以前的',
    access: 'plan.fileUnitPlan',
    method: 'POST',
    path: '/plans/:planId/unit-plans',
    params: planParams,
    body: fileUnitPlanSchema,
    reply: filedUnitPlanSchema,
    creates: true,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => fileUnitPlan(work, { ...params, ...body })),
  }),
  apiRoute({
    name: 'plan.acceptUnitPlan',
    summary: '确认单位的任务清单',
    access: 'plan.superviseUnitPlans',
    method: 'POST',
    path: '/unit-plans/:unitPlanId/accept',
    params: filingParams,
    handle: ({ app, actor, params }) => transact(app, actor, (work) => acceptUnitPlan(work, params)),
  }),
  apiRoute({
    name: 'plan.returnUnitPlan',
    summary: '退回单位的任务清单，写明原因',
    access: 'plan.superviseUnitPlans',
    method: 'POST',
    path: '/unit-plans/:unitPlanId/return',
    params: filingParams,
    body: returnUnitPlanSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => returnUnitPlan(work, { ...params, ...body })),
  }),
  apiRoute({
    name: 'plan.downloadUnitPlanFile',
    summary: '下载任务清单的文件',
    access: 'plan.readLedger',
    method: 'GET',
    path: '/unit-plans/:unitPlanId/file',
    params: filingParams,
    handle: async ({ app, actor, params }) => {
      const db = app.database.read;
      const filing = await findFiling(db, params.unitPlanId);
      if (filing === undefined) throw unitPlanRefusals.refuse('plan.unitPlanNotFound', {});
      await getReadablePlan(app, actor, filing.planId);
      authoriseUnitLedger(app, actor, filing.unitId);
      const file = filing.fileId === null ? undefined : await findStoredFile(db, filing.fileId);
      const bytes = file === undefined ? undefined : await app.files.find(file.sha256);
      if (file === undefined || bytes === undefined)
        throw ledgerRefusals.refuse('plan.ledgerFileMissing', {});
      return downloadReply(file.fileName, file.mediaType, bytes);
    },
  }),
];
