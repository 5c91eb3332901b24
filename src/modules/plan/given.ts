/** The door of the plan module's builders for tests, and what the walk over all routes needs of its imports and plans. */
import { systemActor } from '#kernel/actor.ts';
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import { ledgerRouteSamples } from './given/ledger.ts';
import { lookBackRouteSamples } from './given/look-back.ts';
import { measuringRouteSamples } from './given/measuring.ts';
import { officeRecordSamples } from './given/office-records.ts';
import {
  givenPlan,
  givenReadyImport,
  givenWaitingImport,
  type PlanWalkGiven,
  smallPlanText,
} from './given/plans.ts';
import { supervisionRouteSamples } from './given/supervision.ts';
import { unitPlanRouteSamples } from './given/unit-plans.ts';
import { findPlan } from './queries/plans.ts';
import { listPlanTaskRows } from './queries/task-rows.ts';
import { taskRowContextOf } from './routes/plans.ts';
import { cancelPlanImport, discardPlanImport } from './service/edit-import.ts';

export {
  type GivenImport,
  givenPlan,
  givenReadImport,
  givenReadyImport,
  givenWaitingImport,
  type PlanWalkGiven,
  smallPlanText,
} from './given/plans.ts';
export { givenOrder } from './given/supervision.ts';

const builder = systemActor('test');

let walkedPlan: Promise<{ readonly planId: string; readonly taskId: string }> | undefined;

/** One plan for all reading routes; making it anew for every sender would only cost time. */
function planOfWalk({
  app,
  county,
}: PlanWalkGiven): Promise<{ readonly planId: string; readonly taskId: string }> {
  walkedPlan ??= (async () => {
    const { planId } = await givenPlan(app, county);
    const plan = await findPlan(app.database.read, planId);
    if (plan === undefined) throw new Error('no plan');
    const [task] = await listPlanTaskRows(app.database.read, plan, await taskRowContextOf(app));
    if (task === undefined) throw new Error('no task');
    return { planId, taskId: task.id };
  })();
  return walkedPlan;
}

const draftSample = async ({ app, county }: PlanWalkGiven) => {
  const { importId, version } = await givenReadyImport(app, county);
  return { params: { importId }, version };
};

export const planRouteSamples: RouteSamples<PlanWalkGiven> = {
  ...ledgerRouteSamples(planOfWalk),
  ...unitPlanRouteSamples(planOfWalk),
  ...officeRecordSamples,
  ...measuringRouteSamples(planOfWalk),
  ...supervisionRouteSamples,
  ...lookBackRouteSamples,
  'plan.listImports': async () => ({}),
  'plan.uploadImport': async () => ({
    body: {},
    files: [
      {
        field: 'file',
        name: '任务分解表.txt',
        mediaType: 'text/plain',
        bytes: new TextEncoder().encode(smallPlanText),
      },
    ],
  }),
  'plan.pasteImport': async () => ({ body: { text: smallPlanText } }),
  'plan.viewImport': async (given) => ({ params: (await draftSample(given)).params }),
  'plan.viewImportSource': async (given) => ({ params: (await draftSample(given)).params }),
  'plan.downloadImportFile': async (given) => ({ params: (await draftSample(given)).params }),
  'plan.previewImport': async (given) => ({ params: (await draftSample(given)).params }),
  'plan.editImport': async (given) => {
    const { params, version } = await draftSample(given);
    return { params, body: { version, edits: [{ op: 'setNo', key: 't1', value: 9 }] } };
  },
  'plan.confirmImport': async (given) => {
    const { params, version } = await draftSample(given);
    return { params, body: { version } };
  },
  'plan.cancelImport': async ({ app, county }) => ({
    params: { importId: await givenWaitingImport(app, county) },
  }),
  'plan.rereadImport': async ({ app, county }) => {
    const importId = await givenWaitingImport(app, county);
    await transact(app, builder, (work) => cancelPlanImport(work, { importId }));
    return { params: { importId }, body: { ocr: false } };
  },
  'plan.discardImport': async (given) => ({ params: (await draftSample(given)).params }),
  'plan.restoreImport': async (given) => {
    const { params } = await draftSample(given);
    await transact(given.app, builder, (work) => discardPlanImport(work, params));
    return { params };
  },
  'plan.list': async () => ({}),
  'plan.board': async (given) => ({ params: { planId: (await planOfWalk(given)).planId } }),
  'plan.marks': async (given) => ({ params: { planId: (await planOfWalk(given)).planId } }),
  'plan.overview': async (given) => ({ params: { planId: (await planOfWalk(given)).planId } }),
  'plan.listTasks': async (given) => ({
    params: { planId: (await planOfWalk(given)).planId },
    query: { role: 'lead' },
  }),
  'plan.viewTask': async (given) => ({ params: { taskId: (await planOfWalk(given)).taskId } }),
  'plan.listMyTasks': async () => ({ query: { year: '2026' } }),
  'plan.export': async (given) => ({ params: { planId: (await planOfWalk(given)).planId } }),
  'plan.listPage': async () => ({}),
  'plan.page': async (given) => ({ params: { planId: (await planOfWalk(given)).planId } }),
  'plan.feed': async (given) => ({ params: { planId: (await planOfWalk(given)).planId } }),
  'plan.yearDrawing': async (given) => ({ params: { planId: (await planOfWalk(given)).planId } }),
  'plan.unitPage': async (given) => ({
    params: { planId: (await planOfWalk(given)).planId, unitId: given.county.education },
  }),
  'plan.listComparable': async () => ({}),
  'plan.listReference': async () => ({}),
  'plan.compare': async (given) => {
    const side = `plan:${(await planOfWalk(given)).planId}`;
    return { query: { base: side, plan: side } };
  },
  'plan.backTest': async (given) => ({ query: { plan: `plan:${(await planOfWalk(given)).planId}` } }),
  'plan.backTestTask': async (given) => {
    const { planId, taskId } = await planOfWalk(given);
    return { query: { plan: `plan:${planId}`, task: taskId } };
  },
  'plan.exportBackTest': async (given) => ({
    query: { plan: `plan:${(await planOfWalk(given)).planId}`, format: 'csv' },
  }),
  'plan.lint': async (given) => ({ query: { plan: `plan:${(await planOfWalk(given)).planId}` } }),
};
