/**
 * Measures a node as it is started: seconds from the command to the first answered page, on an empty data folder (the
 * database and the example county are made) and later, printed beside the start of a bare `node` process.
 */
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const laterStarts = 3;

/** Starts the platform, asks for the first page, stops it; returns the seconds between command and page. */
async function timeToFirstPage(dataFolder: string): Promise<number> {
  const begun = performance.now();
  const child = spawn(process.execPath, ['dist/cli.js', 'start', '--seed'], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: '',
      GONGKAI_DATA: dataFolder,
      GONGKAI_PORT: '0',
      GONGKAI_LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let printed = '';
    child.stdout.on('data', (text: Buffer) => {
      printed += text.toString('utf8');
      const found = /http:\/\/[0-9.:]+\//.exec(printed)?.[0];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the platform ended with ${code}`)));
  });
  const page = await fetch(address);
  await page.arrayBuffer();
  const seconds = (performance.now() - begun) / 1000;
  if (!page.ok) throw new Error(`the first page answered ${page.status}`);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  return seconds;
}

function timeBareNode(): number {
  const begun = performance.now();
  spawnSync(process.execPath, ['-e', '']);
  return (performance.now() - begun) / 1000;
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-bench-'));
try {
  const bare = timeBareNode();
  const first = await timeToFirstPage(path.join(folder, 'data'));
  const later: number[] = [];
  for (let round = 0; round < laterStarts; round += 1)
    later.push(await timeToFirstPage(path.join(folder, 'data')));
  const best = Math.min(...later);
  console.log(`first start, database and example county made: ${first.toFixed(1)} s to the first page`);
  console.log(
    `later start: ${best.toFixed(1)} s, ${(best / bare).toFixed(0)} times an empty node process (${bare.toFixed(2)} s)`,
  );
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
