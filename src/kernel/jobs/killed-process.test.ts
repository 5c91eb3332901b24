import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { systemActor } from '../actor.ts';
import { verifyAuditChain } from '../audit/audit.ts';
import { settableClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { defineModule } from '../module.ts';
import { type OpenedApp, openApp } from '../open-app.ts';
import { twoRowModule, victimNow } from '../testing/job-victim.ts';
import { cloneServerDatabase, testServerUrl } from '../testing/test-database.ts';
import { transact } from '../work.ts';
import { defineJob } from './job.ts';
import { openJobRunner, startJobRunner } from './runner.ts';
import { jobs } from './tables.ts';

const victimFile = fileURLToPath(new URL('../testing/job-victim.ts', import.meta.url));
const log = pino({ level: 'silent' });
const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

/** Environment of a fresh database: a folder of its own, or a clone on the PostgreSQL server of the tests. */
async function freshEnvironment(): Promise<Record<string, string>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-killed-'));
  cleanups.push(async () => fs.rmSync(folder, { recursive: true, force: true }));
  const environment = { GONGKAI_DATA: folder, GONGKAI_SECRET: randomBytes(24).toString('hex') };
  if (testServerUrl === undefined) return environment;
  const clone = await cloneServerDatabase(testServerUrl);
  cleanups.push(clone.drop);
  return { ...environment, DATABASE_URL: clone.url };
}

async function killInTheMiddle(environment: Record<string, string>): Promise<void> {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', victimFile, 'run'], {
    env: { ...process.env, DATABASE_URL: '', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (text: Buffer) => text.includes('IN THE MIDDLE') && resolve());
    child.once('exit', (code) => reject(new Error(`the victim ended by itself with ${code}`)));
  });
  const dead = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await dead;
}

async function open(
  environment: Record<string, string>,
  options: Pick<Parameters<typeof openApp>[0], 'modules' | 'clock'>,
) {
  const opened = await openApp({ config: readConfig(environment), log, ...options });
  cleanups.push(opened.close);
  return opened;
}

test('a process killed in the middle of a job leaves nothing half-done, and the job is done by the next one', async () => {
  const environment = await freshEnvironment();
  await killInTheMiddle(environment);
  const clock = settableClock(victimNow);
  const { app } = await open(environment, { modules: [twoRowModule(async () => {})], clock });
  const counters = async () =>
    (await app.database.pool.query('select key from rate_counter order by key')).rows;
  expect(await counters()).toEqual([]);
  const [interrupted] = await app.database.read.select().from(jobs);
  expect(interrupted).toMatchObject({ kind: 'test.twoRows', attempts: 1, doneAt: null });

  const runner = openJobRunner(app);
  if (app.database.kind === 'postgres') {
    // Another node cannot know that the holder is dead before its lease ends.
    expect(await runner.runDue()).toBe(0);
    clock.advance(60_000);
  }
  expect(await runner.runDue()).toBe(1);
  expect(await counters()).toEqual([{ key: 'first' }, { key: 'second' }]);
  const [done] = await app.database.read.select().from(jobs);
  expect(done).toMatchObject({ attempts: 2 });
  expect(done?.doneAt).not.toBeNull();
  expect(await verifyAuditChain(app.database.read)).toMatchObject({ intact: true, entries: 2 });
}, 120_000);

describe.runIf(testServerUrl !== undefined)('two nodes on one PostgreSQL', () => {
  const seen: { node: number; n: number }[] = [];
  const ticks: number[] = [];

  function nodeModule(node: number) {
    const job = defineJob({
      kind: 'test.count',
      payload: z.object({ n: z.number() }),
      run: async (_app, { n }) => {
        seen.push({ node, n });
        await new Promise((resolve) => setTimeout(resolve, 5));
      },
    });
    const everyMinute = {
      name: 'test.minutely',
      pattern: '* * * * *',
      run: async () => void ticks.push(node),
    };
    return defineModule({ name: 'test', title: '测试', jobs: [job], recurringJobs: [everyMinute] });
  }

  async function untilNothingIsOpen(opened: OpenedApp): Promise<void> {
    for (;;) {
      const rows = await opened.app.database.read.select().from(jobs);
      if (rows.every((row) => row.doneAt !== null)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  test('do each job and each tick once', async () => {
    const environment = await freshEnvironment();
    const clock = settableClock(victimNow);
    const nodes: OpenedApp[] = [];
    for (const node of [1, 2]) nodes.push(await open(environment, { modules: [nodeModule(node)], clock }));
    const runners = nodes.map((opened) => startJobRunner(opened, { pollMilliseconds: 50 }));
    const [first] = nodes;
    if (first === undefined) throw new Error('no node');
    await transact(first.app, systemActor('test'), async (work) => {
      work.audit({ action: 'test.ask', objectKind: 'thing', objectId: '1', summary: '排入任务' });
      for (let n = 0; n < 60; n += 1) work.enqueue({ kind: 'test.count', payload: { n } });
    });
    await untilNothingIsOpen(first);
    clock.advance(60_000);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await untilNothingIsOpen(first);
    for (const runner of runners) await runner.stop();

    expect(seen.map(({ n }) => n).sort((left, right) => left - right)).toEqual(
      Array.from({ length: 60 }, (_, n) => n),
    );
    expect(new Set(seen.map(({ node }) => node))).toEqual(new Set([1, 2]));
    expect(ticks).toHaveLength(1);
  });
});
