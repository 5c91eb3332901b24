import { asc, eq, like } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OfficerActor, systemActor } from '#kernel/actor.ts';
import { beijingDayOf, beijingInstant } from '#kernel/clock.ts';
import { dayOf } from '#kernel/day.ts';
import { openJobRunner } from '#kernel/jobs/runner.ts';
import { notices } from '#kernel/notices/tables.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import {
  type GivenCounty,
  givenCounty,
  givenLiaison,
  givenOfficer,
  givenPerson,
} from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { givenOrder, givenRepliedOrder } from '../../given/supervision.ts';
import { givenUnitPlan } from '../../given/unit-plans.ts';
import { givenPlan } from '../../given.ts';
import { planModule } from '../../module.ts';
import { listReminders } from '../../queries/reminders/log.ts';
import { orderScopeOf } from '../../queries/supervision/visibility.ts';
import { reminders } from '../../tables/reminders.ts';
import { setUnitPlanDemand } from '../unit-plans.ts';
import { sendDueReminders } from './send-reminders.ts';

let place: TestApp;
let county: GivenCounty;
let clerk: OfficerActor;
let leader: OfficerActor;
let townClerk: OfficerActor;
let liaisonId: string;
let planId: string;

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation, planModule], now: '2026-05-20T09:00:00+08:00' });
  const { app } = place;
  county = await givenCounty(app);
  const { jurisdictionId, education, town } = county;
  clerk = await givenOfficer(app, jurisdictionId, education, ['clerk'], '经办甲');
  leader = await givenOfficer(app, jurisdictionId, education, ['unitLeader'], '局长甲');
  townClerk = await givenOfficer(app, jurisdictionId, town, ['clerk'], '经办乙');
  liaisonId = await givenPerson(app, county, education, '联络甲');
  await givenLiaison(app, { unitId: education, officerId: liaisonId, from: '2026-01-05' });
  // 教育局 leads a task due on 30 June and one for the whole year.
  ({ planId } = await givenPlan(app, { jurisdictionId }));
});
afterAll(() => place.close());

const read = () => place.app.database.read;

/** The morning of a day as the running platform has it: the clock moves, due jobs run. */
async function morningOf(day: string): Promise<void> {
  place.clock.set(beijingInstant(dayOf(day), '08:30'));
  await openJobRunner(place.app).runDue();
}

async function stepsSent(like_: string): Promise<string[]> {
  const rows = await read()
    .select()
    .from(reminders)
    .where(like(reminders.title, `%${like_}%`))
    .orderBy(asc(reminders.sentAt), asc(reminders.step));
  return rows.map((row) => `${beijingDayOf(row.sentAt)} ${row.step}`);
}

async function told(officerId: string, title: string): Promise<string[]> {
  const rows = await read()
    .select()
    .from(notices)
    .where(eq(notices.officerId, officerId))
    .orderBy(asc(notices.createdAt));
  return rows
    .filter((row) => row.title.includes(title) && row.title.includes('提醒：'))
    .map((row) => `${beijingDayOf(row.createdAt)} ${row.detail}`);
}

const june = '义务教育招生';

describe('a task due on 30 June', () => {
  test('is spoken of ten, three and one working days before, on the day, and after; leaders only when late', async () => {
    // The first run on a platform owes nothing and marks the beginning.
    await openJobRunner(place.app).runDue();
    for (const day of [
      '2026-06-12',
      '2026-06-15',
      '2026-06-16',
      '2026-06-24',
      '2026-06-25',
      '2026-06-28',
      '2026-06-29',
      '2026-06-30',
      '2026-07-01',
      '2026-07-02',
      '2026-07-07',
      '2026-07-08',
    ]) {
      await morningOf(day);
      // Twice a morning changes nothing, nor does a second node.
      await Promise.all([
        sendDueReminders(place.app, place.clock.now()),
        sendDueReminders(place.app, place.clock.now()),
      ]);
    }
    expect(await stepsSent(june)).toEqual([
      '2026-06-15 -10',
      '2026-06-25 -3',
      '2026-06-29 -1',
      '2026-06-30 0',
      '2026-07-01 1',
      '2026-07-07 5',
    ]);
    expect(await told(clerk.id, june)).toEqual([
      '2026-06-15 还有10个工作日，2026年6月30日（周二）到期',
      '2026-06-25 还有3个工作日，2026年6月30日（周二）到期',
      '2026-06-29 还有1个工作日，2026年6月30日（周二）到期',
      '2026-06-30 今天（2026年6月30日（周二））到期',
      '2026-07-01 2026年6月30日到期，已逾期1个工作日',
      '2026-07-07 2026年6月30日到期，已逾期5个工作日',
    ]);
    expect(await told(liaisonId, june)).toEqual(await told(clerk.id, june));
    expect(await told(leader.id, june)).toHaveLength(2);
    // 双溪镇 only cooperates.
    expect(await told(townClerk.id, june)).toEqual([]);
  });
});

describe('three days of standstill', () => {
  test('lose no step, send each once in one notice, and say the days really left', async () => {
    place.clock.set(beijingInstant(dayOf('2026-09-01'), '08:05'));
    await openJobRunner(place.app).runDue();
    const { jurisdictionId, education } = county;
    // Due on 8 September: steps on the 3rd, 7th, 8th, 9th and 15th; ten days before lies before the issue.
    await givenOrder(place.app, jurisdictionId, education, { subject: '停机期间的督办', replyDays: 5 });
    await morningOf('2026-09-02');
    expect(await stepsSent('停机期间')).toEqual([]);
    // Down on the 3rd, 4th and 7th (the 5th and 6th are a weekend).
    await morningOf('2026-09-08');
    expect(await stepsSent('停机期间')).toEqual(['2026-09-08 -3', '2026-09-08 -1', '2026-09-08 0']);
    expect(await told(clerk.id, '停机期间')).toEqual(['2026-09-08 今天（2026年9月8日（周二））到期']);
    await morningOf('2026-09-08');
    await morningOf('2026-09-09');
    // Down again, over the fifth day after.
    await morningOf('2026-09-18');
    await morningOf('2026-09-21');
    expect(await stepsSent('停机期间')).toEqual([
      '2026-09-08 -3',
      '2026-09-08 -1',
      '2026-09-08 0',
      '2026-09-09 1',
      '2026-09-18 5',
    ]);
    expect(await told(leader.id, '停机期间')).toEqual([
      '2026-09-09 2026年9月8日到期，已逾期1个工作日',
      '2026-09-18 2026年9月8日到期，已逾期8个工作日',
    ]);
  });

  test('that end on a rest day wait for the next working day', async () => {
    place.clock.set(beijingInstant(dayOf('2026-09-21'), '09:00'));
    await givenOrder(place.app, county.jurisdictionId, county.education, {
      subject: '中秋前的督办',
      replyDays: 3,
    });
    await morningOf('2026-09-26');
    expect(await stepsSent('中秋前')).toEqual([]);
    await morningOf('2026-09-28');
    expect(await stepsSent('中秋前')).toEqual(['2026-09-28 -1', '2026-09-28 0', '2026-09-28 1']);
  });

  test('in which the unit answered send nothing that is no longer true', async () => {
    place.clock.set(beijingInstant(dayOf('2026-10-12'), '09:00'));
    await givenRepliedOrder(place.app, county.jurisdictionId, county.education, {
      subject: '已答的督办',
      replyDays: 3,
    });
    await morningOf('2026-10-20');
    expect(await stepsSent('已答的')).toEqual([]);
  });
});

describe('the unit’s own plan', () => {
  const demand = {
    days: 10,
    dayUnit: 'working' as const,
    fromDay: dayOf('2026-10-21'),
    basis: null,
    exemptUnitIds: [],
    includesVillages: false,
  };

  test('is spoken of before and after its filing day, after a standstill once, and not where it was filed', async () => {
    place.clock.set(beijingInstant(dayOf('2026-10-21'), '09:00'));
    // Ten working days from 21 October: due on 4 November. Nobody owed it before it was asked for.
    await transact(place.app, systemActor('test'), (work) => setUnitPlanDemand(work, { ...demand, planId }));
    await morningOf('2026-10-22');
    expect(await stepsSent('任务清单')).toEqual([]);
    await morningOf('2026-10-30');
    await givenUnitPlan(place.app, { planId, unitId: county.town });
    // Down from the 31st to the 5th: three steps are made up for, in one notice.
    await morningOf('2026-11-05');
    await morningOf('2026-11-05');
    expect(await told(clerk.id, '任务清单')).toEqual([
      '2026-10-30 还有3个工作日，2026年11月4日（周三）到期',
      '2026-11-05 2026年11月4日到期，已逾期1个工作日',
    ]);
    expect(await told(leader.id, '任务清单')).toEqual(['2026-11-05 2026年11月4日到期，已逾期1个工作日']);
    expect(await told(townClerk.id, '任务清单')).toEqual([
      '2026-10-30 还有3个工作日，2026年11月4日（周三）到期',
    ]);
    const sent = await read().select().from(reminders).where(eq(reminders.source, 'unitPlan'));
    expect(sent.filter(({ unitId }) => unitId === county.education).map(({ step }) => step)).toEqual([
      -3, -1, 0, 1,
    ]);
  });

  test('that was filed afterwards is not spoken of again', async () => {
    await givenUnitPlan(place.app, { planId, unitId: county.education });
    await morningOf('2026-11-11');
    expect(await told(clerk.id, '任务清单')).toHaveLength(2);
  });
});

test('the log tells who was reminded of what when, and to units only what is theirs', async () => {
  const { jurisdictionId, education } = county;
  const all = await listReminders(read(), { jurisdictionId }, { limit: 200, unitId: education, text: june });
  expect(all.rows[0]).toMatchObject({
    sourceTitle: '任务',
    unitName: '县教育局',
    step: 5,
    remaining: -5,
    officers: expect.arrayContaining(['经办甲', '联络甲', '局长甲']),
  });
  expect(all.rows.at(-1)?.officers.toSorted()).toEqual(['经办甲', '联络甲'].toSorted());
  const byOfficer = await listReminders(read(), { jurisdictionId }, { limit: 200, officerId: leader.id });
  expect(byOfficer.rows.every(({ remaining }) => remaining < 0)).toBe(true);
  const ofTown = await listReminders(read(), orderScopeOf(townClerk), { limit: 200 });
  expect(ofTown.rows.filter(({ unitId }) => unitId !== county.town && unitId !== county.village)).toEqual([]);
  const july = await listReminders(
    read(),
    { jurisdictionId },
    { limit: 200, sentFrom: dayOf('2026-07-01'), sentUntil: dayOf('2026-07-02') },
  );
  expect(july.rows.map(({ sentAt }) => sentAt.slice(0, 10))).toEqual(july.rows.map(() => '2026-07-01'));
  expect(july.rows.length).toBeGreaterThan(0);
});
