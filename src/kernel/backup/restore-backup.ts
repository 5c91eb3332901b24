/**
 * Restores a backup into an empty database of either kind. The archive is read twice: first it is checked to the last
 * byte and its files are kept, then the rows go in, in one transaction.
 */
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { verifyAuditChain } from '../audit/audit.ts';
import type { Config } from '../config.ts';
import type { Database } from '../db/database.ts';
import { listMigrations, migrate } from '../db/migrate.ts';
import type { SqlClient } from '../db/pool.ts';
import type { FileStore } from '../files/file-store.ts';
import {
  type BackupChecksums,
  type BackupDescription,
  backupChecksums,
  backupDescription,
  checksumOf,
  contentOfEntry,
  secretEntry,
  tableOfEntry,
} from './contents.ts';
import { backupRefusals } from './refusals.ts';
import { emptyTable, insertTableLines, listDataTables, withoutForeignKeys } from './table-rows.ts';
import { type TarEntry, unpackTar } from './tar.ts';

export interface RestorePlace {
  readonly config: Config;
  readonly database: Database;
  readonly files: FileStore;
  readonly migrationsFolder: string;
}

export interface RestoreReport {
  readonly madeAt: string;
  readonly rows: Readonly<Record<string, number>>;
  readonly files: number;
  /** Migrations applied after the backup's own. */
  readonly migrated: readonly string[];
}

/** Entries of the archive; anything that cannot be read to the end is a damaged backup. */
async function* readArchive(file: string): AsyncGenerator<TarEntry> {
  const source = fs.createReadStream(file);
  try {
    // The callback form hands a read error on to whoever reads the end of the line.
    yield* unpackTar(pipeline(source, createGunzip(), () => {}));
  } catch (error) {
    throw backupRefusals.refuse('backup.damaged', { file, why: error instanceof Error ? error.message : '' });
  } finally {
    source.destroy();
  }
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}

interface CheckedArchive {
  readonly description: BackupDescription;
  readonly sums: BackupChecksums;
  readonly secret: Uint8Array | undefined;
}

/** Checks every entry against the checksums; keeps files on the way, which changes nothing if the backup is bad. */
async function checkArchive(file: string, files: FileStore): Promise<CheckedArchive> {
  const seen: Record<string, string> = {};
  let description: BackupDescription | undefined;
  let sums: BackupChecksums | undefined;
  let secret: Uint8Array | undefined;
  for await (const { name, bytes } of readArchive(file)) {
    if (description === undefined) {
      const parsed = backupDescription.safeParse(readJson(bytes));
      if (name !== 'backup.json' || !parsed.success)
        throw backupRefusals.refuse('backup.otherFormat', { file });
      description = parsed.data;
    }
    if (name === 'checksums.json') {
      sums = backupChecksums.safeParse(readJson(bytes)).data;
      continue;
    }
    seen[name] = checksumOf(bytes);
    const content = contentOfEntry(name);
    if (content !== undefined && content === seen[name]) await files.keep(bytes);
    if (name === secretEntry) secret = bytes;
  }
  if (description === undefined) throw backupRefusals.refuse('backup.otherFormat', { file });
  if (sums === undefined) {
    throw backupRefusals.refuse('backup.damaged', { file, why: '缺少末尾的校验表，备份没有写完' });
  }
  const names = new Set([...Object.keys(seen), ...Object.keys(sums.entries)]);
  const wrong = [...names].find((name) => seen[name] !== sums.entries[name]);
  if (wrong !== undefined)
    throw backupRefusals.refuse('backup.damaged', { file, why: `${wrong} 与校验表不符` });
  return { description, sums, secret };
}

/** Brings an empty database to exactly the schema of the backup, or refuses. */
async function prepareSchema(place: RestorePlace, description: BackupDescription): Promise<void> {
  const known = listMigrations(place.migrationsFolder);
  for (const migration of description.migrations) {
    const same = known.some(({ name, sha256 }) => name === migration.name && sha256 === migration.sha256);
    if (!same) throw backupRefusals.refuse('backup.newerSchema', { migration: migration.name });
  }
  const { pool } = place.database;
  await migrate(pool, place.migrationsFolder, description.migrations.length);
  const applied = await pool.query('select version from schema_migration');
  if (applied.rows.length !== description.migrations.length) {
    const why = '这个数据库的结构已升级到比备份更新的版本';
    throw backupRefusals.refuse('backup.notEmpty', { why });
  }
  const used = await pool.query('select 1 from audit_entry limit 1');
  if (used.rows.length > 0) {
    throw backupRefusals.refuse('backup.notEmpty', { why: '这个数据库里已有操作记录' });
  }
}

async function loadRows(client: SqlClient, file: string): Promise<Record<string, number>> {
  const tables = await listDataTables(client);
  const rows = Object.fromEntries(tables.map((table) => [table, 0]));
  await withoutForeignKeys(client, tables, async () => {
    for (const table of tables) await emptyTable(client, table);
    for await (const { name, bytes } of readArchive(file)) {
      const table = tableOfEntry(name);
      if (table === undefined) continue;
      const lines = Buffer.from(bytes).toString('utf8').trimEnd().split('\n');
      rows[table] = (rows[table] ?? 0) + (await insertTableLines(client, table, lines));
    }
  });
  return rows;
}

/** Restores the archive; refusals leave the database as empty as it was. */
export async function restoreBackup(place: RestorePlace, file: string): Promise<RestoreReport> {
  const { description, sums, secret } = await checkArchive(file, place.files);
  await prepareSchema(place, description);
  const client = await place.database.pool.connect();
  let rows: Record<string, number>;
  try {
    await client.query('begin');
    rows = await loadRows(client, file);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
  const migrated = await migrate(place.database.pool, place.migrationsFolder);
  const chain = await verifyAuditChain(
    place.database.read,
    sums.auditHead === '' ? undefined : sums.auditHead,
  );
  if (!chain.intact) {
    throw backupRefusals.refuse('backup.damaged', {
      file,
      why: `审计链在第 ${chain.seq} 条断开：${chain.reason}`,
    });
  }
  if (secret !== undefined && place.config.GONGKAI_SECRET === undefined) {
    fs.writeFileSync(path.join(place.config.dataFolder, 'secret'), secret, { mode: 0o600 });
  }
  return { madeAt: description.madeAt, rows, files: sums.files, migrated };
}
