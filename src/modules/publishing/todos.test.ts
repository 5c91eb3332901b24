import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OfficerActor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import { type GivenDesk, givenDesk, givenDraft, passReviews } from './given.ts';
import { publishing } from './module.ts';
import { passItem, returnItem, reviewItemSecrecy, submitItem } from './service/items/review.ts';
import { listPublishingTodos } from './todos.ts';

let place: TestApp;
let desk: GivenDesk;
let stranger: OfficerActor;

beforeAll(async () => {
  place = await openTestApp({
    modules: [checkingModule, organisation, periodsModule, publishing],
    now: '2026-05-06T09:00:00+08:00',
  });
  const county = await givenCounty(place.app);
  desk = await givenDesk(place.app, { jurisdictionId: county.jurisdictionId, unitId: county.education });
  stranger = await givenOfficer(place.app, county.jurisdictionId, county.town, ['reviewer', 'unitLeader']);
});
afterAll(() => place.close());

async function titlesOf(actor: OfficerActor): Promise<string[]> {
  const todos = await listPublishingTodos({ db: place.app.database.read, actor, today: dayOf('2026-05-06') });
  return todos.map(({ title }) => title.split('：')[0] ?? '');
}

test('each person is asked for the own step, when its turn has come, and nobody of another unit is', async () => {
  const itemId = await givenDraft(place.app, desk);
  expect(await titlesOf(desk.author)).toEqual([]);
  await transact(place.app, desk.author, (work) => submitItem(work, { itemId }));
  expect(await titlesOf(desk.first)).toEqual(['初审']);
  expect(await titlesOf(desk.secrecy)).toEqual(['保密审查']);
  expect(await titlesOf(desk.author)).toEqual([]);
  expect(await titlesOf(stranger)).toEqual([]);
  for (const [step, actor] of [
    ['firstReview', desk.first],
    ['secondReview', desk.second],
  ] as const) {
    await transact(place.app, actor, (work) => passItem(work, { itemId, step, opinion: null }));
  }
  expect(await titlesOf(desk.final)).toEqual([]);
  await transact(place.app, desk.secrecy, (work) =>
    reviewItemSecrecy(work, { itemId, opinion: 'passed', ground: null, reason: '不涉密' }),
  );
  expect(await titlesOf(desk.final)).toEqual(['终审']);
  await transact(place.app, desk.final, (work) => returnItem(work, { itemId, reason: '日期不明确' }));
  expect(await titlesOf(desk.author)).toEqual(['按退回意见修改']);
  await passReviews(place.app, desk, itemId);
  expect(await titlesOf(desk.author)).toEqual(['发布']);
});
