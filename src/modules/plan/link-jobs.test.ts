import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OfficerActor } from '#kernel/actor.ts';
import { auditEntries } from '#kernel/audit/tables.ts';
import { openJobRunner } from '#kernel/jobs/runner.ts';
import { notices } from '#kernel/notices/tables.ts';
import { openHostQueue } from '#kernel/outbound/host-queue.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { entryContent, givenEntry } from './given/ledger.ts';
import { givenPlan } from './given.ts';
import { checkDueLinksJob, checkPages } from './link-jobs.ts';
import { planModule } from './module.ts';
import { loadLedgerItems } from './queries/ledger.ts';
import { countPlanLinks } from './queries/plan-links.ts';
import { findPlanBoard } from './queries/plans.ts';
import { taskRowContextOf } from './routes/plans.ts';
import { checkPlanLinks } from './service/ledger/check-plan-links.ts';
import { correctLedgerEntry } from './service/ledger/write-entry.ts';
import { linkChecks, linkWatches } from './tables/ledger.ts';

let place: TestApp;
let county: GivenCounty;
let clerk: OfficerActor;
let taskId: string;
let planId: string;
let pages: ChildProcess;
let root = '';
const { signal } = new AbortController();
const hosts = openHostQueue(0);

beforeAll(async () => {
  const program = fileURLToPath(new URL('../../kernel/testing/page-process.mjs', import.meta.url));
  pages = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<string>((resolve) => {
    pages.stdout?.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  root = `http://127.0.0.1:${port}`;
  place = await openTestApp({
    modules: [organisation, planModule],
    now: '2026-03-10T09:00:00+08:00',
    environment: { GONGKAI_OUTBOUND_NETWORKS: '127.0.0.0/8' },
  });
  county = await givenCounty(place.app);
  ({ planId } = await givenPlan(place.app, county));
  const board = await findPlanBoard(place.app.database.read, planId, await taskRowContextOf(place.app));
  taskId = board?.tasks[0]?.id ?? '';
  clerk = await givenOfficer(place.app, county.jurisdictionId, county.education, ['clerk']);
});
afterAll(async () => {
  pages.kill();
  await place.close();
});

const hours = (count: number) => count * 3_600_000;
const entryWith = (url: string) =>
  givenEntry(place.app, { taskId, unitId: county.education }, { links: [{ url, title: null }] });
async function linkOf(rootId: string) {
  const [item] = await loadLedgerItems(place.app.database.read, [rootId]);
  return item?.versions.at(-1)?.links[0];
}
const night = () =>
  checkDueLinksJob.run(place.app, { after: place.clock.now(), through: place.clock.now() }, signal);

test('a page named by an entry is looked at right after', async () => {
  const { rootId } = await entryWith(`${root}/article/1`);
  expect(await linkOf(rootId)).toMatchObject({ state: 'unchecked', checkedAt: null });
  await openJobRunner(place.app).runDue();
  expect(await linkOf(rootId)).toMatchObject({ state: 'alive', detail: '网页可以打开' });
});

test('a page that goes is broken after the second failure some hours later, and its unit is told once', async () => {
  const url = `${root}/article/2`;
  const { rootId } = await entryWith(url);
  await checkPages(place.app, [url], signal, hosts);
  await fetch(`${root}/take-down?path=/article/2`);
  place.clock.advance(hours(24));
  await checkPages(place.app, [url], signal, hosts);
  expect(await linkOf(rootId)).toMatchObject({ state: 'suspect' });
  expect(await place.app.database.read.select().from(notices)).toEqual([]);
  place.clock.advance(hours(4));
  await checkPages(place.app, [url], signal, hosts);
  expect(await linkOf(rootId)).toMatchObject({ state: 'broken', detail: '网页已不存在（404）' });
  place.clock.advance(hours(24));
  await checkPages(place.app, [url], signal, hosts);
  const told = await place.app.database.read.select().from(notices);
  expect(told.map((notice) => [notice.officerId, notice.address])).toEqual([
    [clerk.id, `/plan/tasks/${taskId}`],
  ]);
  await fetch(`${root}/put-up?path=/article/2`);
  await checkPages(place.app, [url], signal, hosts);
  expect(await linkOf(rootId)).toMatchObject({ state: 'alive' });
  const history = await place.app.database.read.select().from(linkChecks).where(eq(linkChecks.url, url));
  expect(history.map((check) => check.state).sort()).toEqual([
    'alive',
    'alive',
    'broken',
    'broken',
    'suspect',
  ]);
});

test('the night looks at what is due and at nothing an entry no longer names', async () => {
  const kept = `${root}/article/3`;
  const dropped = `${root}/article/4`;
  await entryWith(kept);
  const { entryId } = await entryWith(dropped);
  await transact(place.app, clerk, (work) =>
    correctLedgerEntry(work, { entryId, ...entryContent(), reason: '网址填错' }),
  );
  place.clock.advance(hours(24));
  await night();
  const stateOf = async (url: string) =>
    (await place.app.database.read.select().from(linkWatches).where(eq(linkWatches.url, url)))[0]?.state;
  expect(await stateOf(kept)).toBe('alive');
  expect(await stateOf(dropped)).toBe('unchecked');
  const before = (await place.app.database.read.select().from(linkChecks)).length;
  await night();
  expect((await place.app.database.read.select().from(linkChecks)).length).toBe(before);
});

test('the supervising office has all pages of a plan looked at now: once at a time, and none twice within the hour', async () => {
  const supervisor = await givenOfficer(place.app, county.jurisdictionId, county.office, ['supervisor']);
  const db = place.app.database.read;
  const start = (actor: OfficerActor, isOff = false) =>
    transact(place.app, actor, (work) => checkPlanLinks(work, { planId, isOff }));
  const count = () => countPlanLinks(db, planId, place.clock.now());
  const checksOf = async () => (await db.select().from(linkChecks)).length;
  await entryWith(`${root}/article/5`);
  await openJobRunner(place.app).runDue();
  place.clock.advance(hours(2));
  const before = await checksOf();
  const { total } = await count();

  const audited = (await db.select({ seq: auditEntries.seq }).from(auditEntries)).length;
  await expect(start(clerk)).rejects.toMatchObject({ code: 'access.forbidden' });
  await expect(start(supervisor, true)).rejects.toMatchObject({ code: 'plan.linkCheckOff' });
  expect((await db.select({ seq: auditEntries.seq }).from(auditEntries)).length).toBe(audited);

  expect(await start(supervisor)).toEqual({ asked: total });
  expect(await count()).toMatchObject({ waiting: total, isChecking: true });
  await expect(start(supervisor)).rejects.toMatchObject({ code: 'plan.linkCheckRunning' });
  await openJobRunner(place.app).runDue();
  expect(await count()).toMatchObject({ waiting: 0, isChecking: false });
  expect(await checksOf()).toBe(before + total);

  place.clock.advance(hours(0.5));
  expect(await start(supervisor)).toEqual({ asked: 0 });
  expect(await count()).toMatchObject({ isChecking: false });
});

test('an address inside the house is never called, and nothing is said about it', async () => {
  const { rootId } = await entryWith('http://169.254.169.254/latest/meta-data');
  await checkPages(place.app, ['http://169.254.169.254/latest/meta-data'], signal, hosts);
  expect(await linkOf(rootId)).toMatchObject({ state: 'unknown', detail: '指向内部网络的地址，平台不访问' });
});
