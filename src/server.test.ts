import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '#kernel/config.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { defineModule, type Manifest } from '#kernel/module.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type ServingNode, serveInstallation } from './server.ts';

let folder: string;
let running: ServingNode;
let finishSlowWork: () => void = () => {};
let slowWorkBegan: Promise<void>;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-server-'));
  let began = () => {};
  slowWorkBegan = new Promise((resolve) => {
    began = resolve;
  });
  const released = new Promise<void>((resolve) => {
    finishSlowWork = resolve;
  });
  running = await serveNode(0, [
    defineModule({
      name: 'slow',
      title: '慢',
      routes: [
        apiRoute({
          name: 'slow.work',
          summary: '慢',
          access: 'public',
          method: 'GET',
          path: '/slow',
          handle: async ({ app }) => {
            began();
            await released;
            await app.database.pool.query('select 1');
            return undefined;
          },
        }),
      ],
    }),
  ]);
});
afterAll(async () => {
  await running.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

function serveNode(port: number, modules: readonly Manifest[]): Promise<ServingNode> {
  const config = readConfig({
    GONGKAI_DATA: path.join(folder, String(port)),
    GONGKAI_PORT: String(port),
    GONGKAI_LOG_LEVEL: 'silent',
  });
  return serveInstallation(config, { seedIfEmpty: false, say: () => {}, modules });
}

test('a free port is taken and told', async () => {
  expect(running.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await (await fetch(`${running.address}/health/ready`)).json()).toEqual({ status: 'ready' });
});

test('a port in use is refused with a sentence, and the database is let go', async () => {
  const port = Number(new URL(running.address).port);
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const refusal = await serveNode(port, []).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ code: 'http.portTaken' });
  }
});

test('closing lets running requests finish before the database goes', async () => {
  const answer = fetch(`${running.address}/api/v1/slow`);
  await slowWorkBegan;
  const closed = running.close();
  finishSlowWork();
  expect((await answer).status).toBe(204);
  await closed;
  await expect(fetch(`${running.address}/health/live`)).rejects.toThrow();
});
