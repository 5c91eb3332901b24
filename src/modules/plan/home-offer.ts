/** What the plan module shows on the first page of the public site. */
import { beijingDayOf, instantOf } from '#kernel/clock.ts';
import { yearOf } from '#kernel/day.ts';
import type { HomeChange, HomeContext, HomeOffer, HomeStrip } from '#kernel/portal-offers.ts';
import { listJurisdictions } from '#modules/organisation/index.ts';
import { planAddress, taskAddress } from './addresses.ts';
import type { PlanBoard, PlanSummary } from './contract/tasks.ts';
import { taskMarkLabel } from './pages/task-title.ts';
import { findPlanBoard, listPlans } from './queries/plans.ts';
import { standingTitles } from './words/plans.ts';

/** Plans whose last change is told on the first page. */
const changesTold = 5;

function stripOf(board: PlanBoard): HomeStrip {
  return {
    title: board.title,
    address: planAddress({ planId: board.id }),
    invitation: '查看任务分解表',
    words: standingTitles,
    marks: board.tasks.map((task) => ({
      mark: task.standing,
      label: taskMarkLabel(task),
      address: taskAddress(board, task),
    })),
  };
}

function changeOf(plan: PlanSummary): HomeChange {
  return {
    day: beijingDayOf(instantOf(plan.updatedAt)),
    title: plan.title,
    event: plan.updatedAt === plan.confirmedAt ? '公布' : '更新',
    address: planAddress({ planId: plan.id }),
  };
}

/** This year's plans as strips of marks, and the plans last confirmed or updated. */
export async function offerPlansAtHome(context: HomeContext): Promise<HomeOffer> {
  const { db, today } = context;
  const [home] = await listJurisdictions(db);
  if (home === undefined) return { strips: [], changes: [] };
  const plans = await listPlans(db, home.id);
  const ofThisYear = plans.filter((plan) => plan.year === yearOf(today));
  const boards = await Promise.all(ofThisYear.map((plan) => findPlanBoard(db, plan.id, context)));
  return {
    strips: boards.flatMap((board) => (board === undefined ? [] : [stripOf(board)])),
    changes: plans
      .map(changeOf)
      .sort((left, right) => right.day.localeCompare(left.day))
      .slice(0, changesTold),
  };
}
