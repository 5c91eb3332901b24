/** Starts the built platform once for all journeys: an empty data folder, the example county, a free port. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** `http://127.0.0.1:40123` */
    readonly siteAddress: string;
    readonly dataFolder: string;
  }
}

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** vitest calls it before the first journey and the returned function after the last. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-journey-'));
  const server = spawn(process.execPath, [path.join(root, 'scripts/start.mjs')], {
    env: {
      ...process.env,
      DATABASE_URL: '',
      GONGKAI_DATA: dataFolder,
      GONGKAI_PORT: '0',
      GONGKAI_LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const siteAddress = await new Promise<string>((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.on('data', (text: Buffer) => {
        printed += text.toString('utf8');
        const address = /(http:\/\/[0-9.:]+)\//.exec(printed)?.[1];
        if (address !== undefined) resolve(address);
      });
    }
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${printed}`)));
  });
  project.provide('siteAddress', siteAddress);
  project.provide('dataFolder', dataFolder);
  return async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await ended;
    fs.rmSync(dataFolder, { recursive: true, force: true });
  };
}
