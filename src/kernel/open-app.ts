/** Assembles the application: opens the database, brings it up to date, gathers the modules. No listening here. */
import path from 'node:path';
import { type Logger, pino } from 'pino';
import { gatherListeners } from './announcement.ts';
import type { App } from './app.ts';
import { loadCalendarInForce } from './calendar/calendar-in-force.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config } from './config.ts';
import { type Database, openDatabase } from './db/database.ts';
import { migrate } from './db/migrate.ts';
import { openFileStore } from './files/open-file-store.ts';
import type { Manifest } from './module.ts';
import type { PermissionTable } from './permission.ts';
import { openSearchIndex } from './search/search-index.ts';
import type { Commit } from './work.ts';
import { installationRoot } from './worker-entry.ts';

export interface OpenedApp {
  readonly app: App;
  /** Names of the migrations applied now. */
  readonly migrated: readonly string[];
  /** Calls back after each commit of this node until the app closes. */
  readonly onCommit: (listener: (commit: Commit) => void) => void;
  readonly close: () => Promise<void>;
}

/** Modules sorted so that each comes after those it depends on; throws when they form a circle. */
export function sortModules(modules: readonly Manifest[]): Manifest[] {
  const sorted: Manifest[] = [];
  const open = new Set<string>();
  function visit(module: Manifest): void {
    if (sorted.includes(module)) return;
    if (open.has(module.name)) throw new Error(`modules depend on each other in a circle at ${module.name}`);
    open.add(module.name);
    for (const name of module.dependsOn) {
      const needed = modules.find((candidate) => candidate.name === name);
      if (needed === undefined) throw new Error(`${module.name} depends on ${name}, which is not installed`);
      visit(needed);
    }
    sorted.push(module);
  }
  for (const module of modules) visit(module);
  return sorted;
}

/** The permission rows of all modules; a code declared twice is a fault. */
export function gatherPermissions(modules: readonly Manifest[]): PermissionTable {
  const table: Record<string, PermissionTable[string]> = {};
  for (const module of modules) {
    for (const [code, row] of Object.entries(module.permissions)) {
      if (code in table) throw new Error(`permission ${code} is declared twice`);
      table[code] = row;
    }
  }
  return table;
}

/**
 * Runs what modules do when a node begins to serve, after the seeding if there was one. Returns lines for the person
 * at the terminal, to be shown now and never again.
 */
export async function beginServing(app: App): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const module of app.modules) lines.push(...((await module.start?.(app)) ?? []));
  return lines;
}

/** Folder of the SQL migrations. */
export function migrationsFolder(): string {
  return path.join(installationRoot(), 'migrations');
}

/** Opens the application on the configured database, or on one already open and migrated (tests). */
export async function openApp(options: {
  readonly config: Config;
  readonly modules: readonly Manifest[];
  readonly clock?: Clock;
  readonly database?: Database;
  readonly log?: Logger;
}): Promise<OpenedApp> {
  const { config } = options;
  const database = options.database ?? (await openDatabase(config));
  try {
    const migrated = options.database === undefined ? await migrate(database.pool, migrationsFolder()) : [];
    const listeners: ((commit: Commit) => void)[] = [];
    const modules = sortModules(options.modules);
    const base = {
      config,
      database,
      clock: options.clock ?? systemClock,
      log: options.log ?? pino({ level: config.GONGKAI_LOG_LEVEL }),
      files: await openFileStore(config),
    };
    const search = openSearchIndex(base);
    const app: App = {
      ...base,
      search,
      modules,
      permissions: gatherPermissions(modules),
      listeners: gatherListeners(modules),
      calendar: () => loadCalendarInForce(database.read),
      committed: (commit) => {
        for (const listener of listeners) listener(commit);
      },
    };
    return {
      app,
      migrated,
      onCommit: (listener) => listeners.push(listener),
      async close() {
        await search.close();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
