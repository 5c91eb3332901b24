/** The archive for a machine without internet, unpacked in an empty folder and started with the network denied. */
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

const scripts = path.dirname(fileURLToPath(import.meta.url));
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-bundle-test-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** A network of its own with nothing in it but loopback. */
function runWithoutNetwork(script: string, cwd: string) {
  const inside = `ip link set lo up || exit 99\n${script}`;
  return spawnSync('unshare', ['--map-root-user', '--net', 'sh', '-c', inside], { cwd, encoding: 'utf8' });
}

const canDenyNetwork = runWithoutNetwork('true', folder).status === 0;

/** Asks the started platform for pages, and the world outside for an answer it must not get. */
const probe = `
  const ask = (address) => fetch(address).then(async (reply) => [reply.status, await reply.text()], () => [0, '']);
  const site = 'http://127.0.0.1:18399';
  for (let i = 0; i < 240 && (await ask(site + '/desk'))[0] === 0; i += 1) await new Promise((go) => setTimeout(go, 500));
  const [desk, html] = await ask(site + '/desk');
  const script = /src="([^"]+[.]js)"/.exec(html)?.[1] ?? '/missing';
  const world = await ask('http://192.0.2.1/');
  console.log(JSON.stringify({ desk, script: (await ask(site + script))[0], world: world[0] }));
`;

describe.runIf(canDenyNetwork)('the bundle', () => {
  test('holds no sources and no development packages, and starts and serves the desk without any network', () => {
    const printed = execFileSync(process.execPath, [path.join(scripts, 'bundle.mjs'), '--out', folder], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const archive = /^(.+\.tar\.gz) \(\d+ MB\)$/m.exec(printed)?.[1] ?? '';
    execFileSync('tar', ['-xzf', archive, '-C', folder]);
    const place = path.join(folder, path.basename(archive, '.tar.gz'));
    expect(fs.existsSync(path.join(place, 'src'))).toBe(false);
    expect(fs.existsSync(path.join(place, 'node_modules/vite'))).toBe(false);

    fs.writeFileSync(path.join(folder, 'probe.mjs'), probe);
    const script = `
      GONGKAI_PORT=18399 GONGKAI_LOG_LEVEL=silent DATABASE_URL= ./start.sh > ../start.log 2>&1 &
      server=$!
      ${process.execPath} ../probe.mjs
      kill -TERM $server
      wait $server
      echo "ended $?"`;
    const { stdout } = runWithoutNetwork(script, place);
    const [answers = '', ended] = stdout.trim().split('\n');
    const log = fs.readFileSync(path.join(folder, 'start.log'), 'utf8');
    const seen = z
      .object({ desk: z.number(), script: z.number(), world: z.number() })
      .parse(JSON.parse(answers));
    expect(seen, log).toEqual({ desk: 200, script: 200, world: 0 });
    expect(ended, log).toBe('ended 0');
    expect(log).toContain('望澜县');
  }, 300_000);
});
