/** Applies `migrations/NNNN_name.sql` forward, once each, safely when several nodes start together. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { SqlClient, SqlPool } from './pool.ts';

/** Key of the advisory lock under which one node migrates while the others wait. */
const migrationLock = 7_204_101;

export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** The database and the program do not fit together; the sentence says how. */
export class MigrationFault extends Error {
  override readonly name = 'MigrationFault';
}

/** Reads the migration files in order; versions run from 1 without gaps. */
export function listMigrations(folder: string): Migration[] {
  const files = fs.readdirSync(folder).filter((file) => /^\d{4}_[a-z0-9_]+\.sql$/.test(file));
  return files.sort().map((file, index) => {
    const version = Number(file.slice(0, 4));
    if (version !== index + 1) throw new MigrationFault(`迁移文件编号不连续：${file}`);
    const sql = fs.readFileSync(path.join(folder, file), 'utf8');
    return { version, name: file, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  });
}

const appliedSchema = z.array(z.object({ version: z.number(), name: z.string(), sha256: z.string() }));

async function listApplied(client: SqlClient) {
  await client.query(`create table if not exists schema_migration (
    version integer constraint schema_migration_pk primary key,
    name text not null, sha256 text not null, applied_at timestamptz not null default now())`);
  const { rows } = await client.query('select version, name, sha256 from schema_migration order by version');
  return appliedSchema.parse(rows);
}

/** Brings the schema to the newest version (or `through`) and returns the names of what was applied. */
export async function migrate(
  pool: SqlPool,
  folder: string,
  through = Number.POSITIVE_INFINITY,
): Promise<string[]> {
  const migrations = listMigrations(folder);
  const client = await pool.connect();
  try {
    await client.query(`select pg_advisory_lock(${migrationLock})`);
    const applied = await listApplied(client);
    for (const row of applied) {
      const file = migrations.find((migration) => migration.version === row.version);
      if (file === undefined) {
        throw new MigrationFault(`数据库已升级到 ${row.name}，比本程序新。请使用相应版本的程序。`);
      }
      if (file.sha256 !== row.sha256) {
        throw new MigrationFault(`迁移文件 ${file.name} 在应用之后被改动过。请恢复原文件。`);
      }
    }
    const waiting = migrations.filter((file) => file.version > applied.length && file.version <= through);
    for (const migration of waiting) await applyMigration(client, migration);
    return waiting.map((migration) => migration.name);
  } finally {
    await client.query(`select pg_advisory_unlock(${migrationLock})`);
    client.release();
  }
}

async function applyMigration(client: SqlClient, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into schema_migration (version, name, sha256) values ($1, $2, $3)', [
      migration.version,
      migration.name,
      migration.sha256,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}
