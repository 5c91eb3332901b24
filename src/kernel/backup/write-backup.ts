/** Writes a backup: every row as of one instant, every file those rows name, and the checksums of it all. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { z } from 'zod';
import type { App } from '../app.ts';
import type { FileSink } from '../cli/command-line.ts';
import type { SqlClient } from '../db/pool.ts';
import {
  type BackupChecksums,
  type BackupDescription,
  backupDescription,
  checksumOf,
  secretEntry,
} from './contents.ts';
import { backupRefusals } from './refusals.ts';
import { listDataTables, readTableLines } from './table-rows.ts';
import { packTar, type TarEntry } from './tar.ts';

export interface BackupReport {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  readonly auditHead: string;
}

const contentsSchema = z.array(z.object({ sha256: z.string(), name: z.string() }));
const headSchema = z.array(z.object({ hash: z.string() }));

async function describe(client: SqlClient, madeAt: string): Promise<BackupDescription> {
  const { rows } = await client.query('select version, name, sha256 from schema_migration order by version');
  return backupDescription.parse({ format: 1, madeAt, migrations: rows });
}

function jsonEntry(name: string, value: unknown): TarEntry {
  return { name, bytes: Buffer.from(`${JSON.stringify(value, null, 2)}\n`) };
}

/**
 * Writes the whole installation into `sink` and finishes it. On the embedded database others wait while the rows are
 * read; files are copied afterwards.
 */
export async function writeBackup(
  app: App,
  sink: FileSink,
  options: { readonly say: (line: string) => void; readonly signal: AbortSignal },
): Promise<BackupReport> {
  const sums: BackupChecksums = { entries: {}, rows: {}, files: 0, auditHead: '' };

  async function* rowEntries(client: SqlClient): AsyncGenerator<TarEntry> {
    yield jsonEntry('backup.json', await describe(client, app.clock.now().toISOString()));
    for (const table of await listDataTables(client)) {
      options.signal.throwIfAborted();
      let page = 0;
      sums.rows[table] = 0;
      for await (const lines of readTableLines(client, table)) {
        page += 1;
        sums.rows[table] += lines.length;
        const name = `tables/${table}/${String(page).padStart(6, '0')}.ndjson`;
        yield { name, bytes: Buffer.from(`${lines.join('\n')}\n`) };
      }
    }
    const head = headSchema.parse(
      (await client.query('select hash from audit_entry order by seq desc limit 1')).rows,
    );
    sums.auditHead = head[0]?.hash ?? '';
  }

  async function* fileEntries(contents: z.infer<typeof contentsSchema>): AsyncGenerator<TarEntry> {
    for (const { sha256, name } of contents) {
      options.signal.throwIfAborted();
      const bytes = await app.files.find(sha256);
      if (bytes === undefined) throw backupRefusals.refuse('backup.fileMissing', { sha256, name });
      sums.files += 1;
      if (sums.files % 100 === 0) options.say(`已备份 ${sums.files} / ${contents.length} 个文件`);
      yield { name: `files/${sha256}`, bytes };
    }
    const secret = await fs.readFile(path.join(app.config.dataFolder, 'secret')).catch(() => undefined);
    if (secret !== undefined) yield { name: secretEntry, bytes: secret };
  }

  async function* allEntries(): AsyncGenerator<TarEntry> {
    const client = await app.database.pool.connect();
    let contents: z.infer<typeof contentsSchema> = [];
    try {
      await client.query('begin isolation level repeatable read read only');
      yield* summed(rowEntries(client));
      const { rows } = await client.query(
        'select sha256, min(file_name) as name from stored_file group by sha256 order by sha256',
      );
      contents = contentsSchema.parse(rows);
    } finally {
      await client.query('rollback');
      client.release();
    }
    yield* summed(fileEntries(contents));
    yield jsonEntry('checksums.json', sums);
  }

  async function* summed(entries: AsyncIterable<TarEntry>): AsyncGenerator<TarEntry> {
    for await (const entry of entries) {
      sums.entries[entry.name] = checksumOf(entry.bytes);
      yield entry;
    }
  }

  try {
    await pipeline(packTar(allEntries()), createGzip(), async (packed: AsyncIterable<Buffer>) => {
      for await (const piece of packed) await sink.write(piece);
    });
    await sink.finish();
  } catch (error) {
    await sink.discard();
    throw error;
  }
  return {
    tables: Object.keys(sums.rows).length,
    rows: Object.values(sums.rows).reduce((total, count) => total + count, 0),
    files: sums.files,
    auditHead: sums.auditHead,
  };
}
