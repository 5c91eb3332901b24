/** `kill -9` of a real process in the middle of filing: what was acknowledged is there, and sending again makes no second case. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { verifyAuditChain } from '#kernel/audit/audit.ts';
import { settableClock } from '#kernel/clock.ts';
import { readConfig } from '#kernel/config.ts';
import { openApp } from '#kernel/open-app.ts';
import { cloneServerDatabase, testServerUrl } from '#kernel/testing/test-database.ts';
import { openFilingDraft, saveFilingDraft } from './service/filing/drafts.ts';
import { requestEvents, requests } from './tables/requests.ts';
import { fileKeptDraft, victimModules, victimNow } from './testing/filing-victim.ts';

/** Processes start slowly on a busy machine. */
const patience = { timeout: 180_000 };
const victimFile = fileURLToPath(new URL('./testing/filing-victim.ts', import.meta.url));
const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

async function freshEnvironment(): Promise<Record<string, string>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-killed-filing-'));
  cleanups.push(async () => fs.rmSync(folder, { recursive: true, force: true }));
  const environment = { GONGKAI_DATA: folder, GONGKAI_SECRET: randomBytes(24).toString('hex') };
  if (testServerUrl === undefined) return environment;
  const clone = await cloneServerDatabase(testServerUrl);
  cleanups.push(clone.drop);
  return { ...environment, DATABASE_URL: clone.url };
}

/** Kills the victim in the middle; the keys of the filing it acknowledged and of the one it was at. */
async function killInTheMiddle(environment: Record<string, string>): Promise<readonly [string, string]> {
  const child = spawn(process.execPath, ['--import', 'tsx', victimFile], {
    env: { ...process.env, DATABASE_URL: '', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      printed += text.toString('utf8');
      if (/IN THE MIDDLE \S+\n/u.test(printed)) resolve();
    });
    child.once('exit', (code) => reject(new Error(`the victim ended by itself with ${code}`)));
  });
  const dead = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await dead;
  const [, acknowledged] = /ACKNOWLEDGED (\S+)/u.exec(printed) ?? [];
  const [, hanging] = /IN THE MIDDLE (\S+)/u.exec(printed) ?? [];
  if (acknowledged === undefined || hanging === undefined) throw new Error('nothing was acknowledged');
  return [acknowledged, hanging];
}

test(
  'killed while filing: the acknowledged request is there whole, the other nowhere; sent again each is one case',
  patience,
  async () => {
    const environment = await freshEnvironment();
    const [acknowledged, hanging] = await killInTheMiddle(environment);
    const { app, close } = await openApp({
      config: readConfig(environment),
      modules: victimModules,
      clock: settableClock(victimNow),
      log: pino({ level: 'silent' }),
    });
    cleanups.push(close);
    const { read } = app.database;
    const listIds = async () => (await read.select({ id: requests.id }).from(requests)).map(({ id }) => id);

    const first = (await openFilingDraft(app, acknowledged))?.requestId;
    expect(await listIds()).toEqual([first]);
    expect((await read.select().from(requestEvents)).map(({ kind }) => kind)).toEqual(['registered']);
    // What was typed waits to be sent again.
    const waiting = await openFilingDraft(app, hanging);
    expect(waiting).toMatchObject({ requestId: null, form: { name: '王小明' } });

    await fileKeptDraft(app, hanging);
    const second = (await openFilingDraft(app, hanging))?.requestId;
    expect((await listIds()).sort()).toEqual([first, second].sort());
    // The same form once more, as from a page that was still open.
    if (waiting !== undefined) {
      await saveFilingDraft(app, hanging, waiting);
      await fileKeptDraft(app, hanging);
    }
    expect(await listIds()).toHaveLength(2);
    expect(await verifyAuditChain(read)).toMatchObject({ intact: true });
  },
);
