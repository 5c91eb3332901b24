/** Routes of back-tests: a plan or draft on last year's facts, one task with its rows, the whole as a file. */
import { apiRoute } from '#kernel/http/route.ts';
import {
  backTestExportQuerySchema,
  backTestedTaskQuerySchema,
  backTestedTaskSchema,
  backTestQuerySchema,
  backTestSchema,
} from '../contract/back-testing.ts';
import { backTestPlan, backTestTask } from '../evaluation/back-test.ts';
import { backTestColumns, setBackTestLines } from '../exports/back-test-table.ts';
import { planRefusals } from '../words/plans.ts';
import { getComparableSide } from './comparing.ts';
import { sheetReply } from './sheet-reply.ts';

const access = 'plan.oversee';

export const backTestingRoutes = [
  apiRoute({
    name: 'plan.backTest',
    summary: '上年试算：用上年的记录核对一份计划或草稿，看会达标多少',
    access,
    method: 'GET',
    path: '/plan-back-tests',
    query: backTestQuerySchema,
    reply: backTestSchema,
    handle: async ({ app, actor, query, request }) => {
      const side = await getComparableSide(app, actor, query.plan);
      return backTestPlan(app, { sideId: query.plan, side }, request.signal);
    },
  }),
  apiRoute({
    name: 'plan.backTestTask',
    summary: '一项任务的上年试算，附每个数依据的记录',
    access,
    method: 'GET',
    path: '/plan-back-tests/task',
    query: backTestedTaskQuerySchema,
    reply: backTestedTaskSchema,
    handle: async ({ app, actor, query, request }) => {
      const side = await getComparableSide(app, actor, query.plan);
      const found = await backTestTask(app, { sideId: query.plan, side }, query.task, request.signal);
      if (found === undefined) throw planRefusals.refuse('plan.taskNotFound', {});
      return found;
    },
  }),
  apiRoute({
    name: 'plan.exportBackTest',
    summary: '导出上年试算（.xlsx 或 .csv）',
    access,
    method: 'GET',
    path: '/plan-back-tests/export',
    query: backTestExportQuerySchema,
    handle: async ({ app, actor, query, request }) => {
      const side = await getComparableSide(app, actor, query.plan);
      const result = await backTestPlan(app, { sideId: query.plan, side }, request.signal);
      const lines = setBackTestLines(result);
      return sheetReply(query.format, `${side.title}上年试算`, {
        title: '上年试算',
        columns: backTestColumns,
        lines,
      });
    },
  }),
];
