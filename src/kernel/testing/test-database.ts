/**
 * A migrated database of its own for each test file: a clone of one snapshot on the embedded engine, or of one
 * template database when `GONGKAI_TEST_DATABASE_URL` names a PostgreSQL server.
 */
import { createHash, randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Pool } from 'pg';
import { type Database, databaseOnPool } from '../db/database.ts';
import { embeddedPool } from '../db/embedded-pool.ts';
import { engineOnPglite, houseParsers } from '../db/engine.ts';
import { listMigrations, migrate } from '../db/migrate.ts';
import { migrationsFolder } from '../open-app.ts';
import { installationRoot } from '../worker-entry.ts';

/** The PostgreSQL server the tests of this run stand on; undefined when they stand on the embedded database. */
export const testServerUrl = process.env.GONGKAI_TEST_DATABASE_URL;

/** Which database the tests of this run stand on. */
export const testDatabaseKind: Database['kind'] = testServerUrl === undefined ? 'embedded' : 'postgres';

function schemaHash(): string {
  const hash = createHash('sha256');
  for (const migration of listMigrations(migrationsFolder())) hash.update(migration.sha256);
  return hash.digest('hex').slice(0, 16);
}

/** Opens a fresh migrated database, of the kind of this run unless said; `close` throws it away. */
export async function openTestDatabase(kind: Database['kind'] = testDatabaseKind): Promise<Database> {
  if (kind === 'embedded') return openEmbeddedClone();
  if (testServerUrl === undefined) throw new Error('this run has no PostgreSQL server');
  return openServerClone(testServerUrl);
}

async function openEmbeddedClone(): Promise<Database> {
  const snapshot = await findOrMakeSnapshot();
  const pglite = await PGlite.create({ parsers: houseParsers, loadDataDir: new Blob([snapshot]) });
  return databaseOnPool('embedded', embeddedPool(engineOnPglite(pglite)));
}

let snapshotInThisThread: Promise<Buffer<ArrayBuffer>> | undefined;

function findOrMakeSnapshot(): Promise<Buffer<ArrayBuffer>> {
  snapshotInThisThread ??= loadSnapshot();
  return snapshotInThisThread;
}

const tarBlock = 512;

/**
 * The snapshot without the files of template0 and template1 (databases 1 and 4), which nothing here connects to: they
 * are two fifths of all files, and each clone would unpack them.
 */
function withoutTemplates(tar: Buffer): Buffer<ArrayBuffer> {
  const kept: Buffer[] = [];
  let at = 0;
  while (at < tar.length && tar[at] !== 0) {
    const name = tar.toString('latin1', at, at + 100);
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8);
    const end = at + tarBlock + Math.ceil(size / tarBlock) * tarBlock;
    if (!/^\/?base\/[14]\/./.test(name)) kept.push(tar.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...kept, Buffer.alloc(2 * tarBlock)]);
}

async function loadSnapshot(): Promise<Buffer<ArrayBuffer>> {
  const file = path.join(installationRoot(), '.cache', `test-database-${schemaHash()}-slim.tar`);
  if (fs.existsSync(file)) return fs.readFileSync(file);
  const pglite = await PGlite.create({ parsers: houseParsers });
  await migrate(embeddedPool(engineOnPglite(pglite)), migrationsFolder());
  const dump = withoutTemplates(Buffer.from(await (await pglite.dumpDataDir('none')).arrayBuffer()));
  await pglite.close();
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  fs.writeFileSync(draft, dump);
  fs.renameSync(draft, file);
  return dump;
}

/** Address of another database on the same server. */
function siblingUrl(url: string, database: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  return address.href;
}

/** A migrated database on the PostgreSQL server of the tests, by its address: for processes of their own. */
export async function cloneServerDatabase(url: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const template = `gongkai_template_${schemaHash()}`;
  const clone = `gongkai_test_${randomUUID().replaceAll('-', '')}`;
  const server = new Pool({ connectionString: url, max: 1 });
  try {
    await ensureTemplate(server, url, template);
    await server.query(`create database ${clone} template ${template}`);
  } finally {
    await server.end();
  }
  return {
    url: siblingUrl(url, clone),
    async drop() {
      const cleaner = new Pool({ connectionString: url, max: 1 });
      await cleaner.query(`drop database if exists ${clone} with (force)`);
      await cleaner.end();
    },
  };
}

async function openServerClone(url: string): Promise<Database> {
  const clone = await cloneServerDatabase(url);
  const pool = new Pool({ connectionString: clone.url, max: 5 });
  // Dropping the clone cuts connections that are just closing.
  pool.on('error', () => undefined);
  const database = databaseOnPool('postgres', pool);
  return {
    ...database,
    async close() {
      await database.close();
      await clone.drop();
    },
  };
}

async function ensureTemplate(server: Pool, url: string, template: string): Promise<void> {
  const client = await server.connect();
  try {
    await client.query('select pg_advisory_lock(7204199)');
    const found = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (found.rowCount === 0) {
      await client.query(`create database ${template}_draft`);
      const pool = new Pool({ connectionString: siblingUrl(url, `${template}_draft`), max: 1 });
      await migrate(pool, migrationsFolder());
      await pool.end();
      await client.query(`alter database ${template}_draft rename to ${template}`);
    }
  } finally {
    await client.query('select pg_advisory_unlock(7204199)');
    client.release();
  }
}
