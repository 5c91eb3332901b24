/** Builders for tests of the units' own plans, and a request for every route. */
import { type Actor, systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import type { FileUnitPlanInput } from '../contract/unit-plans.ts';
import { fileUnitPlan } from '../service/unit-plans.ts';
import { givenLedgerFile } from './ledger.ts';

const builder = systemActor('test');

/** A filing of a unit with one line. */
export function givenUnitPlan(
  app: App,
  place: { readonly planId: string; readonly unitId: string },
  content: Partial<Omit<FileUnitPlanInput, 'unitId'>> = {},
  actor: Actor = builder,
): Promise<{ unitPlanId: string; number: number }> {
  const line = { body: '每季度更新招生政策问答', owner: '教育股', dueOn: null, taskId: null };
  return transact(app, actor, (work) =>
    fileUnitPlan(work, { note: null, fileId: null, lines: [line], ...place, ...content }),
  );
}

interface UnitPlanWalkGiven {
  readonly app: App;
  readonly county: { readonly education: string };
}

/** Samples of the routes; the plan of the walk is made by the caller. */
export function unitPlanRouteSamples<Given extends UnitPlanWalkGiven>(
  planOfWalk: (given: Given) => Promise<{ readonly planId: string }>,
): RouteSamples<Given> {
  const placeOf = async (given: Given) => ({
    planId: (await planOfWalk(given)).planId,
    unitId: given.county.education,
  });
  const filingOf = async (given: Given) => {
    const place = await placeOf(given);
    const fileId = await givenLedgerFile(given.app);
    return { params: { unitPlanId: (await givenUnitPlan(given.app, place, { fileId })).unitPlanId } };
  };
  return {
    'plan.viewUnitPlans': async (given) => ({ params: { planId: (await placeOf(given)).planId } }),
    'plan.exportUnitPlans': async (given) => ({
      params: { planId: (await placeOf(given)).planId },
      query: { format: 'csv' },
    }),
    'plan.viewUnitPlan': async (given) => ({ params: await placeOf(given) }),
    'plan.setUnitPlanDemand': async (given) => ({
      params: { planId: (await placeOf(given)).planId },
      body: { days: 30, dayUnit: 'calendar', fromDay: '2026-03-20', basis: null, exemptUnitIds: [] },
    }),
    'plan.fileUnitPlan': async (given) => {
      const { planId, unitId } = await placeOf(given);
      const line = { body: '公布学区划分', owner: '', dueOn: '2026-06-30', taskId: null };
      return { params: { planId }, unitId, body: { unitId, note: null, fileId: null, lines: [line] } };
    },
    'plan.acceptUnitPlan': filingOf,
    'plan.returnUnitPlan': async (given) => ({
      ...(await filingOf(given)),
      body: { reason: '没有写明责任人' },
    }),
    'plan.downloadUnitPlanFile': filingOf,
  };
}
