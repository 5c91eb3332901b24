import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OfficerActor } from '#kernel/actor.ts';
import { commandInputOf } from '#kernel/cli/caller.ts';
import { openJobRunner } from '#kernel/jobs/runner.ts';
import { notices } from '#kernel/notices/tables.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { givenOrder } from '#modules/plan/given.ts';
import { planModule } from '#modules/plan/module.ts';
import { systemModule } from '#modules/system/module.ts';
import { periodsModule } from '../module.ts';
import { listPeriodChanges, listPeriodMoves } from '../queries/changes.ts';
import { tellMoves } from './tell-moves.ts';

let place: TestApp;
let county: GivenCounty;
let clerk: OfficerActor;
let supervisor: OfficerActor;
let stranger: OfficerActor;

beforeAll(async () => {
  const modules = [organisation, planModule, systemModule, periodsModule];
  place = await openTestApp({ modules, now: '2026-12-28T09:00:00+08:00' });
  county = await givenCounty(place.app);
  clerk = await givenOfficer(place.app, county.jurisdictionId, county.education, ['clerk']);
  supervisor = await givenOfficer(place.app, county.jurisdictionId, county.office, ['supervisor']);
  stranger = await givenOfficer(place.app, county.jurisdictionId, county.town, ['clerk']);
});
afterAll(() => place.close());

/** Enters a year by the command a person would type. */
async function importYear(rows: string): Promise<void> {
  place.clock.advance(60_000);
  const command = systemModule.commands.find(({ name }) => name === 'calendar import');
  if (command?.needs !== 'app') throw new Error('no such command');
  const caller = {
    readFile: async (name: string) => ({ name, bytes: new TextEncoder().encode(rows) }),
    createFile: () => Promise.reject(new Error('nothing is written')),
    say: () => undefined,
    signal: new AbortController().signal,
  };
  const typed = { operands: ['2027.csv'], options: { confirm: true } };
  const { data } = await command.run(place.app, commandInputOf(typed, caller));
  expect(data).toMatchObject({ imported: true });
}

async function noticesOf({ id }: OfficerActor) {
  const rows = await place.app.database.read.select().from(notices);
  return rows.filter(({ officerId, title }) => officerId === id && title.includes('期限有变动'));
}

const page = { after: undefined, limit: 50 };

test('a new calendar year moves a running order; unit and office are told once, from when to when and why', async () => {
  const orderId = await givenOrder(place.app, county.jurisdictionId, county.education, { replyDays: 5 });
  await importYear('2027-01-01,放假,元旦\n');
  await openJobRunner(place.app).runDue();
  for (const told of [clerk, supervisor]) {
    const [notice, ...more] = await noticesOf(told);
    expect(more).toEqual([]);
    expect(notice?.title).toBe('2027年放假安排公布，您经办的1个期限有变动');
    expect(notice?.detail).toMatch(/^督办〔2026〕1号督办单的反馈：2027年1月4日 → 2027年1月5日$/);
    expect(notice?.address).toBe(`/plan/orders/${orderId}`);
  }
  expect(await noticesOf(stranger)).toEqual([]);

  const { rows } = await listPeriodChanges(place.app.database.read, page);
  expect(rows).toMatchObject([{ summary: '2027年放假安排公布', moved: 1 }]);
  const changeId = rows[0]?.id ?? '';
  const movesOf = async (actor: OfficerActor) =>
    (await listPeriodMoves(place.app.database.read, actor, changeId, page)).rows;
  expect(await movesOf(clerk)).toMatchObject([{ dueBefore: '2027-01-04', dueAfter: '2027-01-05' }]);
  expect(await movesOf(supervisor)).toHaveLength(1);
  expect(await movesOf(stranger)).toEqual([]);

  // The job was killed after its commit and runs again: nobody is told twice.
  const summary = '2027年放假安排公布';
  await tellMoves(place.app, { kind: 'calendar', changeId, summary, year: 2027, before: null });
  expect(await noticesOf(clerk)).toHaveLength(1);
  expect(await movesOf(supervisor)).toHaveLength(1);
});

test('entering the same year again moves nothing and tells nobody', async () => {
  await importYear('2027-01-01,放假,元旦\n');
  await openJobRunner(place.app).runDue();
  const { rows } = await listPeriodChanges(place.app.database.read, page);
  expect(rows[0]).toMatchObject({ summary: '2027年放假安排有变动', moved: 0 });
  expect(await noticesOf(clerk)).toHaveLength(1);
});

test('a corrected year moves the order back', async () => {
  await importYear('2027-01-02,放假,元旦\n');
  await openJobRunner(place.app).runDue();
  const [latest] = (await noticesOf(clerk)).toSorted((a, b) => (a.id < b.id ? 1 : -1));
  expect(latest?.detail).toContain('2027年1月5日 → 2027年1月4日');
});
