import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OfficerActor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { givenEntry } from '../given/ledger.ts';
import { givenMatter, givenPractice, givenQuestion } from '../given/office-records.ts';
import { givenUnitPlan } from '../given/unit-plans.ts';
import { givenPlan } from '../given.ts';
import { planModule } from '../module.ts';
import { taskRowContextOf } from '../routes/plans.ts';
import { releaseLedgerEntry } from '../service/ledger/release-entry.ts';
import { callForPractices } from '../service/office-records/practices.ts';
import { returnUnitPlan, setUnitPlanDemand } from '../service/unit-plans.ts';
import { listTaskIdsOfPlan } from './evaluation.ts';
import { listLedgerTodos } from './ledger-todos.ts';

let place: TestApp;
let county: GivenCounty;
let clerk: OfficerActor;
let leader: OfficerActor;
let supervisor: OfficerActor;
let planId: string;
let taskIds: readonly string[];

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation, planModule], now: '2026-03-20T09:00:00+08:00' });
  county = await givenCounty(place.app);
  const officer = (unitId: string, role: 'clerk' | 'unitLeader' | 'supervisor') =>
    givenOfficer(place.app, county.jurisdictionId, unitId, [role]);
  clerk = await officer(county.education, 'clerk');
  leader = await officer(county.education, 'unitLeader');
  supervisor = await officer(county.office, 'supervisor');
  planId = (await givenPlan(place.app, county)).planId;
  taskIds = await listTaskIdsOfPlan(place.app.database.read, planId);
});
afterAll(() => place.close());

const titles = async (actor: OfficerActor) =>
  (await listLedgerTodos(place.app.database.read, actor, await taskRowContextOf(place.app))).map(
    ({ title, due }) => [title, due],
  );

test('a clerk is asked for this month’s reports until they are written, and again next month', async () => {
  expect(await titles(clerk)).toEqual([['3月尚未填报台账：3项任务', '2026-03-31']]);
  for (const taskId of taskIds.slice(0, 3)) {
    await givenEntry(place.app, { taskId, unitId: county.education });
  }
  expect(await titles(clerk)).toEqual([]);
  place.clock.set(new Date('2026-04-01T01:00:00Z'));
  expect(await titles(clerk)).toEqual([['4月尚未填报台账：3项任务', '2026-04-30']]);
  place.clock.set(new Date('2026-03-21T01:00:00Z'));
});

test('the head of the unit is asked about reports proposed for the public, until decided', async () => {
  const written = await givenEntry(
    place.app,
    { taskId: taskIds[0] ?? '', unitId: county.education },
    { proposesPublic: true },
  );
  expect(await titles(leader)).toEqual([['1条台账建议向社会公开，待您决定', undefined]]);
  expect(await titles(clerk)).toEqual([]);
  await transact(place.app, leader, (work) => releaseLedgerEntry(work, written));
  expect(await titles(leader)).toEqual([]);
});

test('own plans are asked for once the office set by when, from the unit or from the office', async () => {
  await transact(place.app, supervisor, (work) =>
    setUnitPlanDemand(work, {
      planId,
      days: 30,
      dayUnit: 'calendar',
      fromDay: dayOf('2026-03-20'),
      basis: null,
      exemptUnitIds: [county.office],
      includesVillages: false,
    }),
  );
  expect(await titles(clerk)).toEqual([['报送本单位的任务清单', '2026-04-19']]);
  expect(await titles(supervisor)).toEqual([]);
  const filed = await givenUnitPlan(place.app, { planId, unitId: county.education }, {}, clerk);
  expect(await titles(clerk)).toEqual([]);
  expect(await titles(supervisor)).toEqual([['1个单位的任务清单待确认', undefined]]);
  await transact(place.app, supervisor, (work) => returnUnitPlan(work, { ...filed, reason: '缺责任人' }));
  expect(await titles(clerk)).toEqual([['修改任务清单，重新报送', '2026-04-19']]);
  expect(await titles(supervisor)).toEqual([]);
});

test('questions, invitations and steps of matters wait for whom they concern', async () => {
  await givenQuestion(place.app, county.education);
  expect(await titles(supervisor)).toContainEqual(['1个问题待答复', undefined]);
  await transact(place.app, supervisor, (work) =>
    callForPractices(work, { ...county, title: '好做法', body: '写做法。', dueOn: dayOf('2026-04-30') }),
  );
  expect(await titles(clerk)).toContainEqual(['经验做法约稿：好做法', '2026-04-30']);
  await givenPractice(place.app, county.education);
  expect(await titles(supervisor)).toContainEqual(['1篇经验做法待选用', undefined]);
  await givenMatter(place.app, { ...county, unitId: county.education });
  expect((await titles(clerk)).map(([title]) => title)).not.toContain('义务教育招生办法：发布');
  place.clock.set(new Date('2026-04-25T01:00:00Z'));
  expect(await titles(clerk)).toContainEqual(['义务教育招生办法：发布', '2026-05-06']);
});
