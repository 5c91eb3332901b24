import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openEmbeddedPool } from './embedded.ts';
import { FolderInUse } from './folder-lock.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-embedded-'));
const dataFolder = path.join(folder, 'data');
const writer = fileURLToPath(new URL('../testing/embedded-writer.ts', import.meta.url));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const countFile = path.join(folder, 'syncs');
/** Loaded first in every thread of the process: one byte in the file for each request to the disk. */
const countingThread = `
  import fs from 'node:fs';
  const sync = fs.fdatasyncSync;
  fs.fdatasyncSync = (file) => { fs.appendFileSync(${JSON.stringify(countFile)}, '.'); sync(file); };`;

function runWriter(commits: number) {
  const preload = `data:text/javascript,${encodeURIComponent(countingThread)}`;
  return spawnSync(
    process.execPath,
    ['--import', preload, '--import', 'tsx', writer, String(commits), countFile],
    {
      encoding: 'utf8',
      env: { ...process.env, GONGKAI_DATA: dataFolder },
    },
  );
}

test('every commit is on the disk before it is acknowledged', () => {
  const { stdout, stderr } = runWriter(40);
  expect(stderr).toBe('');
  const { syncs } = z.object({ syncs: z.number() }).parse(JSON.parse(stdout));
  expect(syncs).toBeGreaterThanOrEqual(40);
}, 120_000);

test('a second process is refused while one holds the folder, and let in afterwards', async () => {
  const pool = await openEmbeddedPool(dataFolder);
  const refused = runWriter(1);
  expect(refused.status).not.toBe(0);
  expect(refused.stderr).toContain(FolderInUse.name);
  expect((await pool.query('select count(*)::int as n from note')).rows).toEqual([{ n: 40 }]);
  await expect(openEmbeddedPool(dataFolder)).rejects.toBeInstanceOf(FolderInUse);
  await pool.end();
  expect(runWriter(1).status).toBe(0);
}, 120_000);
