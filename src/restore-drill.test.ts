/** The restore drill: a backup of the seeded county, restored into an empty database, is the same county. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { verifyAuditChain } from '#kernel/audit/audit.ts';
import { type RestoreReport, restoreBackup } from '#kernel/backup/restore-backup.ts';
import { writeBackup } from '#kernel/backup/write-backup.ts';
import { callerHere } from '#kernel/cli/caller.ts';
import type { Database } from '#kernel/db/database.ts';
import { keepBytes, recordStoredFile } from '#kernel/files/stored-files.ts';
import { migrationsFolder } from '#kernel/open-app.ts';
import { seedCounty } from '#kernel/seeding.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { testServerUrl } from '#kernel/testing/test-database.ts';
import { transact } from '#kernel/work.ts';
import { modules } from './modules.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-drill-'));
const backupFile = path.join(folder, 'backup.tar.gz');
const letter = {
  name: '告知书.txt',
  mediaType: 'text/plain',
  bytes: new TextEncoder().encode('正文\u{20BB7}'),
};
const attachment = { where: '', sha256: '' };
let source: TestApp;

/** Rows of every table with one digest over their contents, in the order of the database's own text. */
async function fingerprintTables(app: App): Promise<Record<string, string>> {
  const { pool } = app.database;
  const { rows } = await pool.query(
    "select tablename as name from pg_tables where schemaname = 'public' order by 1",
  );
  const prints: Record<string, string> = {};
  for (const row of rows) {
    const name = String(Reflect.get(Object(row), 'name'));
    const answer = await pool.query(
      `select count(*)::text || ' ' || coalesce(md5(string_agg(line, '' order by line collate "C")), '') as print
       from (select (to_jsonb(t) - 'applied_at')::text as line from "${name}" t) lines`,
    );
    prints[name] = String(Reflect.get(Object(answer.rows[0]), 'print'));
  }
  return prints;
}

async function writeTo(file: string): Promise<void> {
  const caller = callerHere(new AbortController().signal);
  await writeBackup(source.app, await caller.createFile(file), { ...caller, say: () => {} });
}

async function restoreInto(target: TestApp, file: string): Promise<RestoreReport> {
  const { config, database, files } = target.app;
  return restoreBackup({ config, database, files, migrationsFolder: migrationsFolder() }, file);
}

beforeAll(async () => {
  source = await openTestApp({ modules: modules.filter((module) => module.name === 'organisation') });
  await seedCounty(source.app, () => {});
  const kept = await keepBytes(source.app.files, letter);
  attachment.sha256 = kept.sha256;
  attachment.where = await transact(source.app, systemActor('test'), async (work) => {
    work.audit({
      action: 'test.attach',
      objectKind: 'file',
      objectId: '1',
      summary: '存入附件',
      after: { amount: 1.5, note: '引号"与换行\n', nothing: null },
    });
    work.enqueue({ kind: 'test.later', payload: { number: 9_007_199_254_740_991 } });
    return recordStoredFile(work, kept);
  });
  await writeTo(backupFile);
}, 240_000);
afterAll(async () => {
  await source.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

const targets: Database['kind'][] = testServerUrl === undefined ? ['embedded'] : ['postgres', 'embedded'];

describe.each(targets)('restored into an empty %s database', (databaseKind) => {
  test('every row, the audit chain and the files are the same', async () => {
    const target = await openTestApp({ modules: [], databaseKind });
    const report = await restoreInto(target, backupFile);
    expect(await fingerprintTables(target.app)).toEqual(await fingerprintTables(source.app));
    expect(await verifyAuditChain(target.app.database.read)).toEqual(
      await verifyAuditChain(source.app.database.read),
    );
    expect(report.files).toBeGreaterThan(0);
    const bytes = await target.app.files.find(attachment.sha256);
    expect(new TextDecoder().decode(bytes)).toBe('正文\u{20BB7}');
    // What holds the rows together is back in force.
    await expect(
      target.app.database.pool.query(
        'update unit set parent_id = gen_random_uuid() where parent_id is not null',
      ),
    ).rejects.toThrow(/foreign key/);
    await expect(target.app.database.pool.query('delete from audit_entry')).rejects.toThrow('append-only');
    await target.close();
  });
});

describe('a restore is refused', () => {
  test('by a database somebody has worked in, which stays as it is', async () => {
    const before = await fingerprintTables(source.app);
    await expect(restoreInto(source, backupFile)).rejects.toMatchObject({ code: 'backup.notEmpty' });
    expect(await fingerprintTables(source.app)).toEqual(before);
  });

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 200)],
    [
      'with one changed byte',
      (bytes: Buffer) => {
        const changed = Buffer.from(bytes);
        const middle = Math.floor(changed.length / 2);
        changed[middle] = (changed[middle] ?? 0) ^ 1;
        return changed;
      },
    ],
    ['that is another file', () => Buffer.from('not a backup at all')],
  ])('when the archive is %s, before a single row is written', async (_name, damage) => {
    const file = path.join(folder, 'damaged.tar.gz');
    fs.writeFileSync(file, damage(fs.readFileSync(backupFile)));
    const target = await openTestApp({ modules: [] });
    await expect(restoreInto(target, file)).rejects.toMatchObject({
      code: expect.stringMatching(/^backup\./),
    });
    const { rows } = await target.app.database.pool.query('select 1 from audit_entry');
    expect(rows).toEqual([]);
    await target.close();
  });
});

test('a backup never replaces a file, and a cancelled one leaves nothing behind', async () => {
  await expect(writeTo(backupFile)).rejects.toMatchObject({ code: 'cli.unwritable' });
  const caller = callerHere(AbortSignal.abort(new Error('cancelled')));
  const sink = await caller.createFile(path.join(folder, 'cancelled.tar.gz'));
  await expect(writeBackup(source.app, sink, { ...caller, say: () => {} })).rejects.toThrow('cancelled');
  expect(fs.readdirSync(folder).filter((name) => name.startsWith('cancelled'))).toEqual([]);
});
