import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OfficerActor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { givenOrder, givenRepliedOrder } from '../given/supervision.ts';
import { givenPlan } from '../given.ts';
import { planModule } from '../module.ts';
import { offerCountyDigest } from './county-digest.ts';

let place: TestApp;
let county: GivenCounty;
let supervisor: OfficerActor;
let clerk: OfficerActor;

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation, planModule], now: '2026-07-01T09:00:00+08:00' });
  const { app } = place;
  county = await givenCounty(app);
  const { jurisdictionId, office, education } = county;
  supervisor = await givenOfficer(app, jurisdictionId, office, ['supervisor']);
  clerk = await givenOfficer(app, jurisdictionId, education, ['clerk']);
  await givenPlan(app, { jurisdictionId });
  await givenOrder(app, jurisdictionId, education, { subject: '招生政策未公开', replyDays: 1 });
  await givenRepliedOrder(app, jurisdictionId, county.town, { subject: '专区未建成', replyDays: 1 });
});
afterAll(() => place.close());

const offered = (actor: OfficerActor, today: string) =>
  offerCountyDigest({ db: place.app.database.read, actor, today: dayOf(today) });

test('the supervising office is told late tasks by unit and orders open, late and to be looked at', async () => {
  const [tasks, orders] = await offered(supervisor, '2026-07-03');
  expect(tasks).toMatchObject({
    summary: '1项任务到期而未达标，涉及1个单位。',
    lines: [{ text: '县教育局1项：第1项' }],
  });
  expect(orders?.summary).toBe('在办2件，其中逾期未反馈1件，待审核1件。');
  expect(orders?.lines.map(({ text }) => text)).toEqual([
    '督办〔2026〕1号 县教育局：招生政策未公开（督办，7月2日到期未反馈）',
    '督办〔2026〕2号 双溪镇：专区未建成（督办，待审核）',
  ]);
});

test('on a day on which nothing is late it says so, and a unit’s officer gets none of it', async () => {
  const [tasks] = await offered(supervisor, '2026-06-30');
  expect(tasks).toMatchObject({ summary: '没有到期而未达标的任务。', lines: [] });
  expect(await offered(clerk, '2026-07-03')).toEqual([]);
});
