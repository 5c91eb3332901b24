/** `kill -9` of a real process in the middle of an import: what was acknowledged is there, nothing is half-done. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { eq, sql } from 'drizzle-orm';
import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { systemActor } from '#kernel/actor.ts';
import { verifyAuditChain } from '#kernel/audit/audit.ts';
import { settableClock } from '#kernel/clock.ts';
import { readConfig } from '#kernel/config.ts';
import { openJobRunner, startJobRunner } from '#kernel/jobs/runner.ts';
import { jobs } from '#kernel/jobs/tables.ts';
import { type OpenedApp, openApp } from '#kernel/open-app.ts';
import { cloneServerDatabase, testServerUrl } from '#kernel/testing/test-database.ts';
import { transact } from '#kernel/work.ts';
import { givenCounty } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { givenWaitingImport } from './given.ts';
import { planModule } from './module.ts';
import { findPlanImport } from './queries/imports.ts';
import { readImportJob } from './read-job.ts';
import { confirmPlanImport } from './service/confirm-import.ts';
import { planImports } from './tables/imports.ts';
import {
  acknowledgedCorrections,
  correctedRequirement,
  longPlanTasks,
  victimNow,
} from './testing/import-victim.ts';

/** Processes start slowly on a busy machine. */
const patience = { timeout: 120_000 };
const victimFile = fileURLToPath(new URL('./testing/import-victim.ts', import.meta.url));
const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

/** Environment of a fresh database: a folder of its own, or a clone on the PostgreSQL server of the tests. */
async function freshEnvironment(): Promise<Record<string, string>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-killed-import-'));
  cleanups.push(async () => fs.rmSync(folder, { recursive: true, force: true }));
  const environment = { GONGKAI_DATA: folder, GONGKAI_SECRET: randomBytes(24).toString('hex') };
  if (testServerUrl === undefined) return environment;
  const clone = await cloneServerDatabase(testServerUrl);
  cleanups.push(clone.drop);
  return { ...environment, DATABASE_URL: clone.url };
}

/** Lets the victim live until it is in the middle, kills it, and returns the import it had acknowledged. */
async function killWhile(
  end: 'reading' | 'confirming',
  environment: Record<string, string>,
): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', victimFile, end], {
    env: { ...process.env, DATABASE_URL: '', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      printed += text.toString('utf8');
      if (printed.includes('IN THE MIDDLE')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the victim ended by itself with ${code}`)));
  });
  const dead = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await dead;
  const importId = /ACKNOWLEDGED (\S+)/.exec(printed)?.[1];
  if (importId === undefined) throw new Error('the victim had acknowledged nothing');
  return importId;
}

async function open(environment: Record<string, string>) {
  const clock = settableClock(victimNow);
  const opened = await openApp({
    config: readConfig(environment),
    modules: [organisation, planModule],
    clock,
    log: pino({ level: 'silent' }),
  });
  cleanups.push(opened.close);
  return { opened, app: opened.app, clock };
}

/** Rows of everything a confirmed plan consists of. */
async function countPlanRows({ app }: Pick<OpenedApp, 'app'>): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of ['plan', 'task', 'assignment', `search_document where kind = 'task'`]) {
    const { rows } = await app.database.read.execute(sql.raw(`select count(*)::int as total from ${table}`));
    counts[table.split(' ')[0] ?? table] = Number(rows[0]?.total);
  }
  return counts;
}

const nothing = { plan: 0, task: 0, assignment: 0, search_document: 0 };

test(
  'killed while reading: the document waits unread and whole, and the next process reads it',
  patience,
  async () => {
    const environment = await freshEnvironment();
    const importId = await killWhile('reading', environment);
    const { app, opened, clock } = await open(environment);
    expect(await findPlanImport(app.database.read, importId)).toMatchObject({
      status: 'reading',
      version: 1,
      draft: null,
      reading: null,
    });

    const runner = openJobRunner(app);
    // Another node cannot know that the holder is dead before its lease ends.
    if (app.database.kind === 'postgres') clock.advance(60_000);
    await runner.runDue();
    const stored = await findPlanImport(app.database.read, importId);
    expect(stored?.status).toBe('draft');
    expect(stored?.draft?.tasks).toHaveLength(longPlanTasks);
    expect(await countPlanRows(opened)).toEqual(nothing);
    expect(await verifyAuditChain(app.database.read)).toMatchObject({ intact: true });
  },
);

test(
  'killed while confirming: no row of the plan, every acknowledged correction; then it is confirmed once',
  patience,
  async () => {
    const environment = await freshEnvironment();
    const importId = await killWhile('confirming', environment);
    const { app, opened } = await open(environment);
    expect(await countPlanRows(opened)).toEqual(nothing);
    const stored = await findPlanImport(app.database.read, importId);
    expect(stored).toMatchObject({ status: 'draft', planId: null });
    expect(stored?.draft?.tasks[0]?.requirement).toBe(correctedRequirement(acknowledgedCorrections));
    expect(await verifyAuditChain(app.database.read)).toMatchObject({ intact: true });

    const version = stored?.version ?? 0;
    const confirmed = await transact(app, systemActor('test'), (work) =>
      confirmPlanImport(work, { importId, version }),
    );
    expect(confirmed).toMatchObject({ created: 4, changed: 0, withdrawn: 0 });
    expect(await countPlanRows(opened)).toEqual({ plan: 1, task: 4, assignment: 7, search_document: 4 });
  },
);

describe.runIf(testServerUrl !== undefined)('two nodes on one PostgreSQL', () => {
  test('read every import once', patience, async () => {
    const environment = await freshEnvironment();
    const nodes = [await open(environment), await open(environment)];
    const [first] = nodes;
    if (first === undefined) throw new Error('no node');
    const { app } = first;
    const { jurisdictionId } = await givenCounty(app);
    const importIds: string[] = [];
    for (let n = 0; n < 8; n += 1) importIds.push(await givenWaitingImport(app, { jurisdictionId }));
    const runners = nodes.map(({ opened }) => startJobRunner(opened, { pollMilliseconds: 20 }));
    const waiting = () =>
      app.database.read
        .select({ id: planImports.id })
        .from(planImports)
        .where(eq(planImports.status, 'reading'));
    while ((await waiting()).length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
    for (const runner of runners) await runner.stop();

    const read = await app.database.read
      .select({ attempts: jobs.attempts })
      .from(jobs)
      .where(eq(jobs.kind, readImportJob.kind));
    expect(read.map(({ attempts }) => attempts)).toEqual(importIds.map(() => 1));
    const { rows } = await app.database.read.execute(
      sql`select object_id from audit_entry where action = 'plan.readImport'`,
    );
    expect(rows.map((row) => row.object_id).sort()).toEqual([...importIds].sort());
  });
});
