import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OfficerActor, type OfficerRole, visitor } from '#kernel/actor.ts';
import { verifyAuditChain } from '#kernel/audit/audit.ts';
import { dayOf } from '#kernel/day.ts';
import { notices } from '#kernel/notices/tables.ts';
import { Refusal } from '#kernel/refusal.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact, type Work } from '#kernel/work.ts';
import {
  type GivenCounty,
  givenCounty,
  givenOfficer,
  givenOfficerOfEachRole,
  rolesBut,
} from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { givenLedgerFile } from '../given/ledger.ts';
import { givenUnitPlan } from '../given/unit-plans.ts';
import { givenPlan, smallPlanText } from '../given.ts';
import { unitPlanFiled } from '../measures/unit-plans.ts';
import { planModule } from '../module.ts';
import { findPlan } from '../queries/plans.ts';
import {
  findUnitPlanDetail,
  listUnitPlanRows,
  listUnitsWithoutPlan,
  viewUnitPlans,
} from '../queries/unit-plans.ts';
import { taskRowContextOf } from '../routes/plans.ts';
import { acceptUnitPlan, fileUnitPlan, returnUnitPlan, setUnitPlanDemand } from './unit-plans.ts';

let place: TestApp;
let county: GivenCounty;
let officers: Readonly<Record<OfficerRole, OfficerActor>>;
let clerk: OfficerActor;
let planId: string;

const planText = smallPlanText.replace(
  /4\t基础建设\t.*/,
  '4\t基础建设\t各单位制定年度政务公开任务清单，报县政府办公室备案。\t县政府办公室\t县教育局、双溪镇\t本文件印发后30日内',
);

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation, planModule], now: '2026-03-20T09:00:00+08:00' });
  county = await givenCounty(place.app);
  officers = await givenOfficerOfEachRole(place.app, county);
  clerk = await givenOfficer(place.app, county.jurisdictionId, county.education, ['clerk'], '周经办');
  planId = (await givenPlan(place.app, { ...county, text: planText })).planId;
});
afterAll(() => place.close());

const on = (day: string) => place.clock.set(new Date(`${day}T01:00:00Z`));
const asOffice = <Result>(body: (work: Work) => Promise<Result>) =>
  transact(place.app, officers.supervisor, body);
const demand = (change: object = {}) =>
  asOffice((work) =>
    setUnitPlanDemand(work, {
      planId,
      days: 30,
      dayUnit: 'calendar',
      fromDay: dayOf('2026-03-20'),
      basis: null,
      exemptUnitIds: [county.office],
      includesVillages: false,
      ...change,
    }),
  );
const refusalOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'not refused',
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  );
async function rows() {
  const found = await listUnitPlanRows(place.app.database.read, planId, await taskRowContextOf(place.app));
  return found.map(({ unitName, state, timeliness, filings }) => [unitName, state, timeliness, filings]);
}

test('the period is proposed from the plan’s own words, and asks nothing before it is set', async () => {
  const plan = await findPlan(place.app.database.read, planId);
  if (plan === undefined) throw new Error('no plan');
  const overview = await viewUnitPlans(place.app.database.read, plan, await taskRowContextOf(place.app));
  expect(overview.demand).toBeNull();
  expect(overview.proposal).toMatchObject({ days: 30, dayUnit: 'calendar' });
  expect(overview.proposal?.basis).toContain('第4项：各单位制定年度政务公开任务清单');
  expect(
    await listUnitsWithoutPlan(place.app.database.read, planId, await taskRowContextOf(place.app)),
  ).toEqual([]);
});

test('calendar days run from the day after, working days skip the holiday, and the exempt owe nothing', async () => {
  await demand({ days: 10, dayUnit: 'working', fromDay: dayOf('2026-04-01') });
  const context = await taskRowContextOf(place.app);
  const missing = await listUnitsWithoutPlan(place.app.database.read, planId, context);
  // 清明 4月4日至6日放假, so ten working days after 1 April end on the 16th.
  expect(missing).toEqual([
    { unitId: county.town, unitName: '双溪镇', due: '2026-04-16', isLate: false },
    { unitId: county.education, unitName: '县教育局', due: '2026-04-16', isLate: false },
  ]);
  await demand();
  const [first] = await listUnitsWithoutPlan(place.app.database.read, planId, context);
  expect(first?.due).toBe('2026-04-19');
});

describe('filing', () => {
  test('keeps every version; returning tells the unit, filing again waits anew, accepting ends it', async () => {
    on('2026-04-10');
    const fileId = await givenLedgerFile(place.app, clerk, '教育局实施方案.jpg');
    const [task] = await place.app.database.read.select().from((await import('../tables/plans.ts')).tasks);
    const first = await givenUnitPlan(
      place.app,
      { planId, unitId: county.education },
      {
        fileId,
        lines: [
          {
            body: '公布学区划分',
            owner: '教育股 李明',
            dueOn: dayOf('2026-06-20'),
            taskId: task?.id ?? null,
          },
        ],
      },
      clerk,
    );
    await asOffice((work) => returnUnitPlan(work, { ...first, reason: '没有写明分管负责人' }));
    const told = await place.app.database.read.select().from(notices);
    expect(told.map(({ officerId, title, detail }) => [officerId, title, detail])).toEqual([
      [clerk.id, '本单位的任务清单已退回', '没有写明分管负责人'],
    ]);
    on('2026-04-25');
    const second = await givenUnitPlan(place.app, { planId, unitId: county.education }, {}, clerk);
    expect(second.number).toBe(2);
    expect(await refusalOf(asOffice((work) => acceptUnitPlan(work, first)))).toBe(
      'plan.unitPlanActionNotAllowed',
    );
    await asOffice((work) => acceptUnitPlan(work, second));
    const detail = await findUnitPlanDetail(
      place.app.database.read,
      planId,
      county.education,
      await taskRowContextOf(place.app),
    );
    expect(detail?.filings).toMatchObject([
      { number: 2, decision: 'accepted', filedByName: '周经办' },
      {
        number: 1,
        decision: 'returned',
        reason: '没有写明分管负责人',
        file: { fileName: '教育局实施方案.jpg' },
        lines: [{ body: '公布学区划分', owner: '教育股 李明', dueOn: '2026-06-20' }],
      },
    ]);
    expect(await rows()).toEqual([
      ['双溪镇', 'missing', 'overdue', 0],
      ['县教育局', 'accepted', 'inTime', 2],
    ]);
  });

  test('two officers at once number their filings one after another', async () => {
    const file = () => givenUnitPlan(place.app, { planId, unitId: county.town });
    const both = await Promise.all([file(), file()]);
    expect(both.map((filed) => filed.number).sort()).toEqual([1, 2]);
    expect(await rows()).toContainEqual(['双溪镇', 'filed', 'late', 2]);
  });

  test('is refused for units that owe nothing, foreign tasks and files of others', async () => {
    const plan = (unitId: string, content: object) =>
      givenUnitPlan(place.app, { planId, unitId }, content, clerk);
    expect(await refusalOf(givenUnitPlan(place.app, { planId, unitId: county.office }))).toBe(
      'plan.unitPlanNotDemanded',
    );
    const line = { body: '一', owner: '', dueOn: null, taskId: '00000000-0000-7000-8000-000000000001' };
    expect(await refusalOf(plan(county.education, { lines: [line] }))).toBe('plan.unitPlanTaskUnknown');
    const fileId = await givenLedgerFile(place.app, officers.supervisor);
    expect(await refusalOf(plan(county.education, { fileId }))).toBe('plan.ledgerFileUnknown');
  });
});

test('the measure judges each unit, and all by their share, as of the day asked', async () => {
  const ask = async (today: string, parameters: object = {}) => {
    const answer = await unitPlanFiled.evaluate(
      {
        db: place.app.database.read,
        jurisdictionId: county.jurisdictionId,
        groups: [
          { key: 'education', unitIds: [county.education] },
          { key: 'town', unitIds: [county.town] },
          { key: 'office', unitIds: [county.office] },
          { key: 'all', unitIds: [county.education, county.town, county.office] },
        ],
        from: dayOf('2026-01-01'),
        until: dayOf('2027-01-01'),
        today: dayOf(today),
        calendar: await place.app.calendar(),
        taskId: null,
        planId,
      },
      parameters,
    );
    return [...answer.values()].map((value) => (value.known ? value.value : value.reason));
  };
  expect(await ask('2026-04-09')).toEqual([0, 0, '不在应报送任务清单的单位之列', 0]);
  expect(await ask('2026-04-19')).toEqual([0, 0, '不在应报送任务清单的单位之列', 0]);
  expect(await ask('2026-04-25')).toEqual([100, 0, '不在应报送任务清单的单位之列', 50]);
  expect(await ask('2026-12-31', { days: 90 })).toEqual(Array(4).fill('任务分解表的印发日期不明'));
});

test('who may file, set, accept and return, without a trace of those who may not', async () => {
  const filed = await givenUnitPlan(place.app, { planId, unitId: county.education });
  const entries = async () => {
    const verdict = await verifyAuditChain(place.app.database.read);
    return verdict.intact ? verdict.entries : -1;
  };
  const stranger = await givenOfficer(place.app, county.jurisdictionId, county.town, ['clerk', 'unitLeader']);
  const denied = [visitor, stranger, ...rolesBut(['supervisor']).map((role) => officers[role])];
  const before = await entries();
  for (const actor of denied) {
    const commands: readonly ((work: Work) => Promise<unknown>)[] = [
      (work) => fileUnitPlan(work, { planId, unitId: county.education, note: null, fileId: null, lines: [] }),
      (work) => acceptUnitPlan(work, filed),
      (work) => returnUnitPlan(work, { ...filed, reason: '退回' }),
      (work) =>
        setUnitPlanDemand(work, {
          planId,
          days: 1,
          dayUnit: 'calendar',
          fromDay: dayOf('2026-03-20'),
          basis: null,
          exemptUnitIds: [],
          includesVillages: false,
        }),
    ];
    for (const command of commands) {
      expect(await refusalOf(transact(place.app, actor, command))).toMatch(/^access\./);
    }
  }
  expect(await entries()).toBe(before);
});
