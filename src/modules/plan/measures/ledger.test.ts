import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import type { Measure, MeasureValue } from '#kernel/measure.ts';
import { openHostQueue } from '#kernel/outbound/host-queue.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { type GivenCounty, givenCounty } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { entryContent, givenEntry } from '../given/ledger.ts';
import { givenPlan } from '../given.ts';
import { checkPages } from '../link-jobs.ts';
import { planModule } from '../module.ts';
import { listTaskIdsOfPlan } from '../queries/evaluation.ts';
import { listCompletedMonths } from '../rules/ledger/history.ts';
import { correctLedgerEntry, withdrawLedgerEntry } from '../service/ledger/write-entry.ts';
import { evidenceLinksAlive, ledgerEntriesCount, ledgerMonthly } from './ledger.ts';

let place: TestApp;
let county: GivenCounty;
let planId: string;
let taskIds: readonly string[];
let pages: ChildProcess;
let root = '';
let taskId = '';

beforeAll(async () => {
  const program = fileURLToPath(new URL('../../../kernel/testing/page-process.mjs', import.meta.url));
  pages = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<string>((resolve) => {
    pages.stdout?.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  root = `http://127.0.0.1:${port}`;
  place = await openTestApp({
    modules: [organisation, planModule],
    now: '2026-02-10T09:00:00+08:00',
    environment: { GONGKAI_OUTBOUND_NETWORKS: '127.0.0.0/8' },
  });
  county = await givenCounty(place.app);
  planId = (await givenPlan(place.app, county)).planId;
  taskIds = await listTaskIdsOfPlan(place.app.database.read, planId);
});
afterAll(async () => {
  pages.kill();
  await place.close();
});
/** The task a test works on; each of the first three belongs to the education bureau with another unit. */
const take = (index: number) => {
  taskId = taskIds[index] ?? '';
};
const on = (day: string) => place.clock.set(new Date(`${day}T01:00:00Z`));
async function report(day: string, content = {}, unitId = county.education) {
  on(day);
  return givenEntry(place.app, { taskId, unitId }, content);
}
const act = <Result>(body: Parameters<typeof transact<Result>>[2]) =>
  transact(place.app, systemActor('test'), body);

async function ask(
  measure: Measure,
  today: string,
  groups: readonly (readonly string[])[],
  task: string | null = taskId,
) {
  const answer = await measure.evaluate(
    {
      db: place.app.database.read,
      jurisdictionId: county.jurisdictionId,
      groups: groups.map((unitIds, index) => ({ key: String(index), unitIds })),
      from: dayOf('2026-01-01'),
      until: dayOf('2027-01-01'),
      today: dayOf(today),
      calendar: await place.app.calendar(),
      taskId: task,
      planId,
    },
    {},
  );
  return groups.map(
    (_, index): MeasureValue => answer.get(String(index)) ?? { known: false, reason: 'none' },
  );
}
const figures = (values: readonly MeasureValue[]) =>
  values.map((value) => (value.known ? value.value : value.reason));
const keysOf = (value: MeasureValue | undefined) =>
  value?.known === true ? value.evidence.map(({ key, digest }) => [key, digest]) : [];

test('months count when they lie in the span and are over', () => {
  const span = { from: dayOf('2026-02-10'), until: dayOf('2027-01-01') };
  expect(listCompletedMonths(span, dayOf('2026-03-31'))).toEqual([]);
  expect(listCompletedMonths(span, dayOf('2026-04-01'))).toEqual(['2026-03']);
  expect(listCompletedMonths(span, dayOf('2027-06-01'))).toHaveLength(10);
  const quarter = { from: dayOf('2026-03-01'), until: dayOf('2026-04-15') };
  expect(listCompletedMonths(quarter, dayOf('2026-12-31'))).toEqual(['2026-03']);
});

describe('a report every month', () => {
  test('is judged unit by unit from the month after the plan, and only for months that are over', async () => {
    take(0);
    const march = await report('2026-03-20');
    await report('2026-04-30', {}, county.town);
    const groups = [[county.education], [county.town], [county.education, county.town]];
    expect(figures(await ask(ledgerMonthly, '2026-03-31', groups))).toEqual([0, 0, 0]);
    const values = await ask(ledgerMonthly, '2026-05-01', groups);
    expect(figures(values)).toEqual([1, 1, 0]);
    expect(keysOf(values[0])).toEqual([[`ledger:${march.rootId}`, march.entryId]]);
  });

  test('a withdrawn one leaves its month empty again, a corrected one keeps it with another digest', async () => {
    take(1);
    const march = await report('2026-03-20');
    const april = await report('2026-04-20');
    const groups = [[county.education]];
    on('2026-05-06');
    const corrected = await act((work) =>
      correctLedgerEntry(work, { entryId: march.entryId, ...entryContent(), reason: '改数字' }),
    );
    await act((work) => withdrawLedgerEntry(work, { entryId: april.entryId, reason: '填错任务' }));
    const before = await ask(ledgerMonthly, '2026-05-05', groups);
    expect(figures(before)).toEqual([0]);
    expect(keysOf(before[0])).toEqual([
      [`ledger:${march.rootId}`, march.entryId],
      [`ledger:${april.rootId}`, april.entryId],
    ]);
    const after = await ask(ledgerMonthly, '2026-05-06', groups);
    expect(figures(after)).toEqual([1]);
    expect(keysOf(after[0])).toEqual([[`ledger:${march.rootId}`, corrected.entryId]]);
  });
});

test('entries are counted in their period, each once', async () => {
  take(2);
  await report('2026-06-01');
  const second = await report('2026-06-02');
  await report('2027-01-01');
  on('2027-01-02');
  await act((work) => withdrawLedgerEntry(work, { entryId: second.entryId, reason: '重复' }));
  const groups = [[county.education], [county.office]];
  expect(figures(await ask(ledgerEntriesCount, '2026-06-30', groups))).toEqual([2, 0]);
  expect(figures(await ask(ledgerEntriesCount, '2027-02-01', groups))).toEqual([1, 0]);
});

test('without a task there is nothing to say', async () => {
  for (const measure of [ledgerMonthly, ledgerEntriesCount, evidenceLinksAlive]) {
    expect((await ask(measure, '2026-06-30', [[county.education]], null))[0]?.known).toBe(false);
  }
});

test('pages are counted when broken, never when unchecked, and as they were on a past day', async () => {
  const groups = [[county.education, county.town, county.office]];
  const alive = `${root}/article/${taskId}`;
  const gone = `${root}/gone`;
  const { signal } = new AbortController();
  const check = (day: string) => {
    on(day);
    return checkPages(place.app, [alive, gone], signal, openHostQueue(0));
  };
  const link = (url: string) => ({ links: [{ url, title: null }] });
  expect(figures(await ask(evidenceLinksAlive, '2027-03-01', groups))).toEqual(['台账里还没有填写网址']);
  await report('2027-03-01', link(alive));
  const withGone = await report('2027-03-01', link(gone));
  expect(figures(await ask(evidenceLinksAlive, '2027-03-01', groups))).toEqual(['有2个网址还没有检查过']);
  await check('2027-03-02');
  expect(figures(await ask(evidenceLinksAlive, '2027-03-02', groups))).toEqual([0]);
  await check('2027-03-03');
  const broken = await ask(evidenceLinksAlive, '2027-03-03', groups);
  expect(figures(broken)).toEqual([1]);
  expect(keysOf(broken[0])).toContainEqual([`link:${withGone.rootId}:${gone}`, `${withGone.entryId} broken`]);
  expect(figures(await ask(evidenceLinksAlive, '2027-03-02', groups))).toEqual([0]);
  on('2027-03-04');
  await act((work) =>
    correctLedgerEntry(work, { entryId: withGone.entryId, ...entryContent(), reason: '网址失效' }),
  );
  expect(figures(await ask(evidenceLinksAlive, '2027-03-04', groups))).toEqual([0]);
});
