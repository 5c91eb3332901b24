import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemActor, visitor } from '#kernel/actor.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { givenCounty } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { givenPlan, givenReadImport, smallPlanText } from '../given.ts';
import { planModule } from '../module.ts';
import { findComparableSide, findPlanOfYearBefore } from '../queries/comparable-plans.ts';
import { listPlans, listUnitTasks } from '../queries/plans.ts';
import { exportPlan, taskRowContextOf } from '../routes/plans.ts';
import { comparePlans } from '../rules/comparing/compare-plans.ts';
import { confirmPlanImport } from './confirm-import.ts';

let place: TestApp;
let county: Awaited<ReturnType<typeof givenCounty>>;
let ownId: string;

const actor = systemActor('test');
const neighbourText = smallPlanText
  .replaceAll('青禾县', '丰禾县')
  .replaceAll('县教育局', '县教育体育局')
  .replace('不少于1次', '不少于2次');

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation, planModule], now: '2026-05-06T09:00:00+08:00' });
  county = await givenCounty(place.app);
  ({ planId: ownId } = await givenPlan(place.app, county));
});
afterAll(() => place.close());

async function confirmOther(kind: 'superior' | 'neighbour', text: string): Promise<string> {
  const stored = await givenReadImport(place.app, { ...county, text, kind });
  const { planId } = await transact(place.app, actor, (work) =>
    confirmPlanImport(work, { importId: stored.id, version: stored.version }),
  );
  return planId;
}

describe('plans of others', () => {
  it('a neighbour’s plan needs no units, gives nobody work, and is compared', async () => {
    const before = await listUnitTasks(
      place.app.database.read,
      [county.education],
      2026,
      await taskRowContextOf(place.app),
    );
    const otherId = await confirmOther('neighbour', neighbourText);
    const after = await listUnitTasks(
      place.app.database.read,
      [county.education],
      2026,
      await taskRowContextOf(place.app),
    );
    expect(after.map(({ task }) => task.id)).toEqual(before.map(({ task }) => task.id));
    const base = await findComparableSide(place.app.database.read, `plan:${otherId}`);
    const own = await findComparableSide(place.app.database.read, `plan:${ownId}`);
    if (base === undefined || own === undefined) throw new Error('no plan to compare');
    const { pairs, created, dropped } = comparePlans(base, own);
    expect([pairs.length, created.length, dropped.length]).toEqual([4, 0, 0]);
    expect(pairs.flatMap((pair) => pair.quotas)).toMatchObject([{ raised: false }]);
  });

  it('a superior’s plan gives its tasks to the units it names, and stays out of every public list', async () => {
    const text = smallPlanText.replaceAll('青禾县', '沧岳市').replace('〔2026〕5号', '〔2026〕3号');
    const planId = await confirmOther('superior', text);
    const context = await taskRowContextOf(place.app);
    const tasks = await listUnitTasks(place.app.database.read, [county.education], 2026, context);
    expect(tasks.some(({ task }) => task.planId === planId)).toBe(true);
    const listed = await listPlans(place.app.database.read, county.jurisdictionId);
    expect(listed.map((plan) => plan.id)).toEqual([ownId]);
    await expect(exportPlan(place.app, visitor, planId, 'xlsx', false)).rejects.toMatchObject({
      code: 'plan.notFound',
    });
    const [dataset] = planModule.datasets;
    const offered = await dataset?.listRows(place.app.database.read, { after: null, limit: 500 });
    expect(new Set(offered?.rows.map((row) => row.plan)).size).toBe(1);
  });

  it('a draft can be compared, and last year’s plan is found by its year', async () => {
    const draft = await givenReadImport(place.app, {
      ...county,
      text: smallPlanText.replaceAll('2026', '2027'),
    });
    const side = await findComparableSide(place.app.database.read, `import:${draft.id}`);
    expect(side).toMatchObject({ isDraft: true, year: 2027, kind: 'own' });
    if (side === undefined) throw new Error('no draft');
    expect(await findPlanOfYearBefore(place.app.database.read, side)).toMatchObject({
      id: ownId,
      year: 2026,
    });
    expect(await findComparableSide(place.app.database.read, `import:${ownId}`)).toBeUndefined();
  });
});
