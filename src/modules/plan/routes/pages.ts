/** Routes of the plan module's public pages and feeds. Issued plans are public; so is all that is shown here. */
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { z } from 'zod';
import { visitor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { pageRoute, SpecialReply } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { listJurisdictions } from '#modules/organisation/index.ts';
import { atomMediaType } from '#portal/atom.ts';
import { YearOfMarks } from '#portal/drawings/year-of-marks.tsx';
import { findSiteName, loadSiteFrame } from '#portal/frame.ts';
import {
  planAddress,
  planFeedAddress,
  planListAddress,
  planYearAddress,
  tasksPerPage,
  unitTasksAddress,
} from '../addresses.ts';
import type { PlanBoard, PlanSummary } from '../contract/tasks.ts';
import { setPlanTable } from '../exports/plan-table.ts';
import { type PlanFilter, planFilterSchema } from '../pages/filter.ts';
import { PlanPage } from '../pages/plan.tsx';
import { writePlanFeed } from '../pages/plan-feed.ts';
import { PlanListPage } from '../pages/plan-list.tsx';
import { yearRowsOfPlan } from '../pages/plan-year.tsx';
import { UnitTasksPage } from '../pages/unit-tasks.tsx';
import { byNextDueDay, findPlanBoard, listPlans, narrowTasks } from '../queries/plans.ts';
import { listNewestPublicEvidence } from '../queries/public-evidence.ts';
import { canSeePlan } from '../rules/visibility.ts';
import { planRefusals } from '../words/plans.ts';
import { taskRowContextOf } from './plans.ts';

const planParams = z.object({ planId: idSchema });

/** The plan with all its tasks, and the day it is judged on; refuses with `plan.notFound`. */
async function getPublicBoard(app: App, planId: string) {
  const context = await taskRowContextOf(app);
  const board = await findPlanBoard(app.database.read, planId, context);
  if (board === undefined || !canSeePlan(visitor, board)) throw planRefusals.refuse('plan.notFound', {});
  return { board, today: context.today };
}

async function listPublicPlans(app: App): Promise<PlanSummary[]> {
  const [home] = await listJurisdictions(app.database.read);
  return home === undefined ? [] : listPlans(app.database.read, home.id);
}

function pageOfTasks(board: PlanBoard, filter: PlanFilter) {
  return narrowTasks(board.tasks, {
    text: filter.text,
    section: filter.section,
    unitId: filter.unit,
    standing: filter.standing,
    after: filter.after,
    limit: tasksPerPage,
  });
}

export const planPageRoutes = [
  pageRoute({
    name: 'plan.listPage',
    summary: '年度任务分解表',
    path: planListAddress.pattern,
    cached: true,
    handle: async (input) =>
      createElement(PlanListPage, {
        frame: await loadSiteFrame(input, 'disclosure'),
        plans: await listPublicPlans(input.app),
      }),
  }),
  pageRoute({
    name: 'plan.page',
    summary: '一份任务分解表',
    path: planAddress.pattern,
    params: planParams,
    query: planFilterSchema,
    cached: true,
    handle: async (input) => {
      const { board, today } = await getPublicBoard(input.app, input.params.planId);
      const shown = pageOfTasks(board, input.query);
      return createElement(PlanPage, {
        frame: await loadSiteFrame(input, 'disclosure'),
        board,
        filter: input.query,
        shown,
        table: setPlanTable(board.title, shown.rows, false),
        evidence: await listNewestPublicEvidence(
          input.app.database.read,
          shown.rows.map((task) => task.id),
        ),
        today,
      });
    },
  }),
  pageRoute({
    name: 'plan.unitPage',
    summary: '一个单位的任务',
    path: unitTasksAddress.pattern,
    params: planParams.extend({ unitId: idSchema }),
    cached: true,
    handle: async (input) => {
      const { board, today } = await getPublicBoard(input.app, input.params.planId);
      const unit = board.units.find((one) => one.unitId === input.params.unitId);
      if (unit === undefined) throw planRefusals.refuse('plan.unitWithoutTasks', {});
      const roles = new Map(unit.tasks.map(({ taskId, role }) => [taskId, role]));
      return createElement(UnitTasksPage, {
        frame: await loadSiteFrame(input, 'disclosure'),
        plan: board,
        unitName: unit.unitName,
        unitId: unit.unitId,
        evidence: await listNewestPublicEvidence(
          input.app.database.read,
          unit.tasks.map(({ taskId }) => taskId),
        ),
        entries: [...board.tasks].sort(byNextDueDay).flatMap((task) => {
          const role = roles.get(task.id);
          return role === undefined ? [] : [{ task, role }];
        }),
        today,
      });
    },
  }),
  pageRoute({
    name: 'plan.feed',
    summary: '任务分解表的订阅源',
    path: planFeedAddress.pattern,
    params: planParams,
    cached: true,
    handle: async ({ app, params, request }) => {
      const { board } = await getPublicBoard(app, params.planId);
      return new SpecialReply({
        body: writePlanFeed(board, request.origin, await findSiteName(app)),
        headers: { 'content-type': atomMediaType },
      });
    },
  }),
  pageRoute({
    name: 'plan.yearDrawing',
    summary: '全年一览图',
    path: planYearAddress.pattern,
    params: planParams,
    cached: true,
    handle: async ({ app, params, request }) => {
      const { board, today } = await getPublicBoard(app, params.planId);
      const drawing = createElement(YearOfMarks, {
        shape: 'wide',
        title: board.title,
        year: board.year,
        today,
        rows: yearRowsOfPlan(board, request.origin),
      });
      return new SpecialReply({
        body: renderToStaticMarkup(drawing),
        headers: { 'content-type': 'image/svg+xml; charset=utf-8' },
      });
    },
  }),
];
