/** The application for service tests: a database of its own, a clock that stands still, silent logs. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import type { App } from '../app.ts';
import { type SettableClock, settableClock } from '../clock.ts';
import { type Config, readConfig } from '../config.ts';
import type { Database } from '../db/database.ts';
import type { Manifest } from '../module.ts';
import { type OpenedApp, openApp } from '../open-app.ts';
import { openTestDatabase } from './test-database.ts';

export interface TestApp {
  readonly app: App;
  readonly clock: SettableClock;
  readonly onCommit: OpenedApp['onCommit'];
  readonly close: () => Promise<void>;
}

/** Opens an application with these modules at `now` (an ISO instant with zone; a Friday morning unless said). */
export async function openTestApp(options: {
  readonly modules: readonly Manifest[];
  readonly now?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** The kind of this run unless said. */
  readonly databaseKind?: Database['kind'];
}): Promise<TestApp> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-test-'));
  const config: Config = readConfig({
    GONGKAI_DATA: folder,
    GONGKAI_LOG_LEVEL: 'silent',
    GONGKAI_SECRET: 'a secret of the tests, long enough for any key',
    ...options.environment,
  });
  const clock = settableClock(options.now ?? '2026-11-20T09:00:00+08:00');
  const opened = await openApp({
    config,
    modules: options.modules,
    clock,
    database: await openTestDatabase(options.databaseKind),
    log: pino({ level: 'silent' }),
  });
  return {
    app: opened.app,
    clock,
    onCommit: opened.onCommit,
    async close() {
      await opened.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
