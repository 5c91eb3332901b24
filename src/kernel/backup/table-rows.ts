/**
 * Tables as lines of JSON and back. The database writes and reads the JSON, so that no value passes through a
 * JavaScript number; works alike on both databases and from one to the other.
 */
import { z } from 'zod';
import type { SqlClient } from '../db/pool.ts';

const namesSchema = z.array(z.object({ name: z.string() }));
const linesSchema = z.array(z.object({ line: z.string() }));
const pageRows = 500;

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** All tables but the list of migrations, which the schema itself brings. */
export async function listDataTables(client: SqlClient): Promise<string[]> {
  const { rows } = await client.query(
    `select relname as name from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'schema_migration'
     order by relname`,
  );
  return namesSchema.parse(rows).map((row) => row.name);
}

/** The rows of a table in pages, one JSON object a line. Must run inside a transaction. */
export async function* readTableLines(client: SqlClient, table: string): AsyncGenerator<string[]> {
  const select = `select to_jsonb(t)::text as line from ${quoted(table)} t`;
  await client.query(`declare backup_rows no scroll cursor for ${select}`);
  for (;;) {
    const { rows } = await client.query(`fetch ${pageRows} from backup_rows`);
    const lines = linesSchema.parse(rows).map((row) => row.line);
    if (lines.length > 0) yield lines;
    if (lines.length < pageRows) break;
  }
  await client.query('close backup_rows');
}

/** Inserts lines of `readTableLines`; columns the database computes are left to it. Returns how many. */
export async function insertTableLines(
  client: SqlClient,
  table: string,
  lines: readonly string[],
): Promise<number> {
  const { rows } = await client.query(
    `select attname as name from pg_attribute
     where attrelid = '${quoted(table)}'::regclass and attnum > 0 and not attisdropped and attgenerated = ''
     order by attnum`,
  );
  const columns = namesSchema
    .parse(rows)
    .map((row) => quoted(row.name))
    .join(', ');
  await client.query(
    `insert into ${quoted(table)} (${columns})
     select ${columns} from jsonb_populate_recordset(null::${quoted(table)}, $1::jsonb)`,
    [`[${lines.join(',')}]`],
  );
  return lines.length;
}

const constraintsSchema = z.array(z.object({ owner: z.string(), name: z.string(), definition: z.string() }));

/**
 * Runs `load` while foreign keys and triggers are out of the way, and puts them back: the keys are checked over all
 * rows then. Must run inside a transaction.
 */
export async function withoutForeignKeys(
  client: SqlClient,
  tables: readonly string[],
  load: () => Promise<void>,
): Promise<void> {
  const { rows } = await client.query(
    `select conrelid::regclass::text as owner, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`,
  );
  const keys = constraintsSchema.parse(rows);
  for (const key of keys) await client.query(`alter table ${key.owner} drop constraint ${quoted(key.name)}`);
  for (const table of tables) await client.query(`alter table ${quoted(table)} disable trigger user`);
  await load();
  for (const table of tables) await client.query(`alter table ${quoted(table)} enable trigger user`);
  for (const key of keys) {
    await client.query(`alter table ${key.owner} add constraint ${quoted(key.name)} ${key.definition}`);
  }
}

/** Removes the rows a migration put in; the backup brings its own. */
export async function emptyTable(client: SqlClient, table: string): Promise<void> {
  await client.query(`delete from ${quoted(table)}`);
}
