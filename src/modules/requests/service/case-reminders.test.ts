import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OfficerActor } from '#kernel/actor.ts';
import { listCalendarYears } from '#kernel/calendar/calendar-in-force.ts';
import { loadWorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { beijingInstant } from '#kernel/clock.ts';
import { dayOf } from '#kernel/day.ts';
import { openJobRunner } from '#kernel/jobs/runner.ts';
import { notices } from '#kernel/notices/tables.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import { publishing } from '#modules/publishing/module.ts';
import { givenCounterRequest, givenRequest } from '../given.ts';
import { requestMeasures } from '../measures/answers.ts';
import { requestsModule } from '../module.ts';
import { listMovedCaseLimits } from '../queries/moved-limits.ts';
import { findReachableRequest } from '../queries/requests.ts';
import { listRequestTodos } from '../todos.ts';
import { dispatchReply, replyToCase } from './answer.ts';
import { sendCaseReminders } from './case-reminders.ts';
import { proposeExtension } from './clarify.ts';
import { refreshCaseQueue } from './refresh-queue.ts';

let place: TestApp;
let county: GivenCounty;
let clerk: OfficerActor;
let office: OfficerActor;

beforeAll(async () => {
  place = await openTestApp({
    modules: [checkingModule, organisation, periodsModule, publishing, requestsModule],
    now: '2024-02-05T09:00:00+08:00',
  });
  county = await givenCounty(place.app);
  clerk = await givenOfficer(place.app, county.jurisdictionId, county.education, ['clerk'], '经办');
  office = await givenOfficer(place.app, county.jurisdictionId, county.office, ['supervisor'], '公开办');
});
afterAll(() => place.close());

/** The morning of a day as the running platform has it: the clock moves, due jobs run. */
async function morningOf(day: string): Promise<void> {
  place.clock.set(beijingInstant(dayOf(day), '08:30'));
  await openJobRunner(place.app).runDue();
}

async function toldTo(officer: OfficerActor): Promise<string[]> {
  const rows = await place.app.database.read
    .select()
    .from(notices)
    .where(eq(notices.officerId, officer.id))
    .orderBy(asc(notices.createdAt), asc(notices.id));
  return rows.filter(({ title }) => title.endsWith('：答复')).map(({ detail }) => detail ?? '');
}

describe('reminders of the reply due on 8 March (V01)', () => {
  test('each step once, whatever runs how often; three days of standstill lose none; the office hears of it when it is due', async () => {
    await openJobRunner(place.app).runDue();
    const requestId = await givenCounterRequest(place.app, county.education, { by: clerk });
    await morningOf('2024-03-01');
    await Promise.all([
      sendCaseReminders(place.app, beijingInstant(dayOf('2024-02-20'), '08:00')),
      sendCaseReminders(place.app, beijingInstant(dayOf('2024-02-20'), '08:00')),
    ]);
    // The platform stands still from 4 to 6 March and comes back on the 7th.
    await morningOf('2024-03-07');
    await morningOf('2024-03-08');
    await morningOf('2024-03-08');
    await morningOf('2024-03-11');
    expect(await toldTo(clerk)).toEqual([
      '还有5个工作日，2024年3月8日（周五）到期',
      '还有1个工作日，2024年3月8日（周五）到期',
      '今天（2024年3月8日（周五））到期',
      '2024年3月8日（周五）到期，已过1个工作日',
    ]);
    expect(await toldTo(office)).toHaveLength(2);
    const row = await findReachableRequest(place.app.database.read, office, requestId);
    expect(row).toMatchObject({ nextOn: '2024-03-08', isTouched: false });
  });
});

test('the duties of today: the handler answers, the office gives out what nobody has and consents to more time', async () => {
  place.clock.set(beijingInstant(dayOf('2024-05-06'), '09:00'));
  const mine = await givenCounterRequest(place.app, county.education, { by: clerk });
  const nobodys = await givenCounterRequest(place.app, county.education);
  await transact(place.app, clerk, (work) =>
    proposeExtension(work, { requestId: mine, days: 5, reason: '信息较多' }),
  );
  const keysOf = async (actor: OfficerActor) =>
    (await listRequestTodos({ db: place.app.database.read, actor, today: dayOf('2024-05-06') })).map(
      ({ key }) => key,
    );
  expect(await keysOf(clerk)).toContain(`request:${mine}:作出答复`);
  expect(await keysOf(clerk)).not.toContain(`request:${nobodys}:分派承办`);
  expect(await keysOf(office)).toEqual(
    expect.arrayContaining([`request:${nobodys}:分派承办`, `request:${mine}:决定是否同意延期`]),
  );
});

test('another holiday year moves the limits it touches and says whose; the queue follows', async () => {
  const { app } = place;
  place.clock.set(beijingInstant(dayOf('2024-12-20'), '09:00'));
  const requestId = await givenRequest(app, county.education, {
    by: clerk,
    arrival: { way: 'counter', arrivedOn: dayOf('2024-12-20') },
  });
  const years = (await listCalendarYears(app.database.read)).map(({ year }) => year);
  const calendarOf = (through: number) => loadWorkingCalendar(years.filter(({ year }) => year <= through));
  const basis = (through: number) => ({ calendar: calendarOf(through), targetLength: () => undefined });
  const moved = await listMovedCaseLimits({
    db: app.database.read,
    today: dayOf('2024-12-20'),
    before: basis(2024),
    after: basis(2026),
  });
  const row = await findReachableRequest(app.database.read, office, requestId);
  expect(moved).toContainEqual(
    expect.objectContaining({
      title: `申请${row?.number}的政府信息公开申请答复`,
      dueBefore: '2025-01-17',
      dueAfter: '2025-01-20',
      officerIds: [clerk.id],
    }),
  );
  expect(row?.nextOn).toBe('2025-01-20');
  expect(await refreshCaseQueue(app)).toBe(0);
});

test('answered in time: late by hand or still open past the day counts against the unit, a past day keeps its figure', async () => {
  const { app, clock } = place;
  const { town, jurisdictionId } = county;
  clock.set(beijingInstant(dayOf('2025-03-03'), '09:00'));
  const answered = await givenCounterRequest(app, town);
  await givenCounterRequest(app, town);
  clock.set(beijingInstant(dayOf('2025-03-20'), '09:00'));
  await transact(app, office, (work) =>
    replyToCase(work, {
      requestId: answered,
      leaf: 'disclosed',
      letterId: null,
      facts: { information: '某文件', provision: 'attached' },
    }),
  );
  await transact(app, office, (work) =>
    dispatchReply(work, {
      requestId: answered,
      on: dayOf('2025-03-20'),
      way: 'post',
      signedOn: null,
      proof: '邮件号1',
    }),
  );
  const valueOn = async (id: string, today: string) => {
    const measure = requestMeasures.find((one) => one.id === id);
    const answers = await measure?.evaluate(
      {
        db: app.database.read,
        jurisdictionId,
        groups: [{ key: 'town', unitIds: [town] }],
        from: dayOf('2025-01-01'),
        until: dayOf('2026-01-01'),
        today: dayOf(today),
        calendar: await app.calendar(),
        taskId: null,
        planId: null,
      },
      {},
    );
    const value = answers?.get('town');
    return value?.known === true ? value.value : null;
  };
  expect(await valueOn('requests.answeredInTime', '2025-03-10')).toBeNull();
  expect(await valueOn('requests.answeredInTime', '2025-03-20')).toBe(100);
  expect(await valueOn('requests.answeredInTime', '2025-04-30')).toBe(50);
  expect(await valueOn('requests.averageDays', '2025-04-30')).toBe(13);
  expect(await valueOn('requests.extensionShare', '2025-04-30')).toBe(0);
});
