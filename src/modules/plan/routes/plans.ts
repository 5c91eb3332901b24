/** Routes of plans in force. An issued plan is public, so its lists are too; a unit's own view needs an officer. */
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { authorise } from '#kernel/authorise.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { yearOf } from '#kernel/day.ts';
import { downloadReply } from '#kernel/http/file-reply.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import { planMarksSchema } from '../contract/marks.ts';
import { planOverviewSchema } from '../contract/overview.ts';
import {
  planBoardSchema,
  planPageSchema,
  taskDetailSchema,
  taskPageSchema,
  taskQuerySchema,
  unitTaskListSchema,
} from '../contract/tasks.ts';
import { setPlanTable } from '../exports/plan-table.ts';
import { loadPlanMarks } from '../queries/marks.ts';
import { loadPlanOverview } from '../queries/overview.ts';
import { findPlan, findPlanBoard, findTask, listPlans, listUnitTasks } from '../queries/plans.ts';
import { listPlanTasks } from '../queries/task-page.ts';
import { listPlanTaskRows, type TaskRowContext } from '../queries/task-rows.ts';
import { canSeePlan } from '../rules/visibility.ts';
import { planRefusals } from '../words/plans.ts';

/** Today and the calendar in force. */
export async function taskRowContextOf(app: App): Promise<TaskRowContext> {
  return { today: beijingDayOf(app.clock.now()), calendar: await app.calendar() };
}

const planParams = z.object({ planId: idSchema });

const exportTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** Sets a plan as a workbook or a Word document; the writers are loaded when somebody asks for one. */
export async function exportPlan(
  app: App,
  actor: Actor,
  planId: string,
  format: keyof typeof exportTypes,
  withLedger: boolean,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const plan = await findPlan(app.database.read, planId);
  if (plan === undefined || !canSeePlan(actor, plan)) throw planRefusals.refuse('plan.notFound', {});
  const rows = await listPlanTaskRows(app.database.read, plan, await taskRowContextOf(app));
  const table = setPlanTable(plan.title, rows, withLedger);
  const bytes =
    format === 'xlsx'
      ? await (await import('../exports/plan-xlsx.ts')).writePlanXlsx(table)
      : await (await import('../exports/plan-docx.ts')).writePlanDocx(table);
  return { fileName: `${plan.title}${withLedger ? '（台账）' : ''}.${format}`, bytes };
}

export const planRoutes = [
  apiRoute({
    name: 'plan.list',
    summary: '列出任务分解表',
    access: 'public',
    method: 'GET',
    path: '/plans',
    reply: planPageSchema,
    cached: true,
    handle: async ({ app, actor }) => ({
      rows: await listPlans(app.database.read, await getHomeJurisdictionId(app.database.read, actor)),
      next: null,
    }),
  }),
  apiRoute({
    name: 'plan.board',
    summary: '一份任务分解表的全貌：章节、单位、任务',
    access: 'public',
    method: 'GET',
    path: '/plans/:planId',
    params: planParams,
    reply: planBoardSchema,
    handle: async ({ app, actor, params }) => {
      const board = await findPlanBoard(app.database.read, params.planId, await taskRowContextOf(app));
      if (board === undefined || !canSeePlan(actor, board)) throw planRefusals.refuse('plan.notFound', {});
      return board;
    },
  }),
  apiRoute({
    name: 'plan.marks',
    summary: '一份任务分解表的任务标记：按章节、按单位、按日期各看什么',
    access: 'public',
    method: 'GET',
    path: '/plans/:planId/marks',
    params: planParams,
    reply: planMarksSchema,
    cached: true,
    handle: async ({ app, actor, params }) => {
      const plan = await findPlan(app.database.read, params.planId);
      if (plan === undefined || !canSeePlan(actor, plan)) throw planRefusals.refuse('plan.notFound', {});
      return loadPlanMarks(app.database.read, plan, await taskRowContextOf(app));
    },
  }),
  apiRoute({
    name: 'plan.overview',
    summary: '任务分解表的全年总览：各章节、各单位、各月的状态，走势和填报',
    access: 'plan.oversee',
    method: 'GET',
    path: '/plans/:planId/overview',
    params: planParams,
    reply: planOverviewSchema,
    handle: async ({ app, actor, params }) => {
      const plan = await findPlan(app.database.read, params.planId);
      if (plan === undefined) throw planRefusals.refuse('plan.notFound', {});
      authorise(app, actor, 'plan.oversee', { jurisdictionId: plan.jurisdictionId });
      return loadPlanOverview(app.database.read, plan, await taskRowContextOf(app));
    },
  }),
  apiRoute({
    name: 'plan.listTasks',
    summary: '按条件列出任务',
    access: 'public',
    method: 'GET',
    path: '/plans/:planId/tasks',
    params: planParams,
    query: taskQuerySchema,
    reply: taskPageSchema,
    cached: true,
    handle: async ({ app, actor, params, query }) => {
      const plan = await findPlan(app.database.read, params.planId);
      if (plan === undefined || !canSeePlan(actor, plan)) throw planRefusals.refuse('plan.notFound', {});
      return listPlanTasks(app.database.read, plan, query, await taskRowContextOf(app));
    },
  }),
  apiRoute({
    name: 'plan.viewTask',
    summary: '查看一项任务',
    access: 'public',
    method: 'GET',
    path: '/tasks/:taskId',
    params: z.object({ taskId: idSchema }),
    reply: taskDetailSchema,
    handle: async ({ app, actor, params }) => {
      const found = await findTask(app.database.read, params.taskId, await taskRowContextOf(app));
      if (found === undefined || !canSeePlan(actor, found.plan))
        throw planRefusals.refuse('plan.taskNotFound', {});
      return { ...found.task, planTitle: found.plan.title, year: found.plan.year };
    },
  }),
  apiRoute({
    name: 'plan.listMyTasks',
    summary: '本单位的任务，最近到期的在前',
    access: 'plan.viewUnit',
    method: 'GET',
    path: '/my-tasks',
    query: z.object({ year: z.coerce.number().int().optional() }),
    reply: unitTaskListSchema,
    handle: async ({ app, actor, query }) => {
      const context = await taskRowContextOf(app);
      const unitIds = actor.kind === 'officer' ? [...new Set(actor.grants.map((grant) => grant.unitId))] : [];
      const year = query.year ?? yearOf(context.today);
      const found = await listUnitTasks(app.database.read, unitIds, year, context);
      return { year, rows: found.map(({ task, planTitle }) => ({ ...task, planTitle, year })) };
    },
  }),
  apiRoute({
    name: 'plan.export',
    summary: '下载任务分解表（.xlsx 或 .docx），可附台账',
    access: 'public',
    method: 'GET',
    path: '/plans/:planId/export',
    params: planParams,
    query: z.object({
      format: z.enum(['xlsx', 'docx']).default('xlsx'),
      ledger: z.enum(['true', 'false']).default('false'),
    }),
    handle: async ({ app, actor, params, query }) => {
      const { fileName, bytes } = await exportPlan(
        app,
        actor,
        params.planId,
        query.format,
        query.ledger === 'true',
      );
      return downloadReply(fileName, exportTypes[query.format], bytes);
    },
  }),
];
