import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from './actor.ts';
import { verifyAuditChain } from './audit/audit.ts';
import { Refusal } from './refusal.ts';
import { atInstant } from './seeding.ts';
import { openTestApp, type TestApp } from './testing/test-app.ts';
import { transact, transactTogether, type Work } from './work.ts';

let place: TestApp;
const seeder = systemActor('test');

beforeAll(async () => {
  place = await openTestApp({ modules: [] });
});
afterAll(() => place.close());

const entry = {
  action: 'test.change',
  objectKind: 'thing',
  objectId: '1',
  summary: '改动',
  after: { b: 1, a: '中' },
};

async function countOf(table: string): Promise<number> {
  const { rows } = await place.app.database.read.execute(sql.raw(`select count(*)::int as n from ${table}`));
  return Number(rows[0]?.n);
}

describe('transact', () => {
  test('a command without an audit entry is a fault and leaves nothing behind', async () => {
    const work = transact(place.app, seeder, async ({ db }) => {
      await db.execute(sql`insert into rate_counter values ('k', now(), 1)`);
    });
    await expect(work).rejects.toThrow('audit');
    expect(await countOf('rate_counter')).toBe(0);
  });

  test('rows, audit, job and search document stand together or not at all', async () => {
    const change = (fail: boolean) =>
      transact(place.app, seeder, async (work) => {
        work.audit(entry);
        work.enqueue({ kind: 'test.mail', payload: { to: 1 }, uniqueKey: 'mail-1' });
        work.putSearchDocument({
          kind: 'thing',
          objectId: '1',
          title: '题',
          body: '文',
          address: '/x',
          isPublic: true,
        });
        if (fail) throw new Error('no');
      });
    await expect(change(true)).rejects.toThrow('no');
    expect([await countOf('audit_entry'), await countOf('job'), await countOf('search_document')]).toEqual([
      0, 0, 0,
    ]);
    await change(false);
    await change(false);
    expect([await countOf('audit_entry'), await countOf('job'), await countOf('search_document')]).toEqual([
      2, 1, 1,
    ]);
  });

  test('a duplicate is a refusal with a sentence, not a fault', async () => {
    const add = () =>
      transact(place.app, seeder, async (work) => {
        work.audit(entry);
        await work.db.execute(sql`insert into recurring_job values ('nightly', now())`);
      });
    await add();
    const refusal = await add().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ status: 409, code: 'database.duplicate' });
  });
});

describe('several units of work in one transaction', () => {
  const at = (iso: string) => atInstant(place.app, iso);
  const note = (key: string, by: string) => ({
    app: at('2026-03-02T09:00:00+08:00'),
    actor: systemActor(by),
    body: async (work: Work) => {
      work.audit({ ...entry, objectId: key });
      await work.db.execute(sql`insert into rate_counter values (${key}, ${work.now.toISOString()}, 1)`);
    },
  });
  const noted = async () => {
    const { rows } = await place.app.database.read.execute(
      sql`select a.actor_name, a.at::text, c.key from audit_entry a join rate_counter c on c.key = a.object_id order by a.seq`,
    );
    return rows.map((row) => [row.actor_name, row.key]);
  };

  test('each bears its own actor and moment, and the audit stays one chain', async () => {
    await transactTogether([
      note('first', '甲'),
      { ...note('second', '乙'), app: at('2026-03-03T09:00:00+08:00') },
    ]);
    expect(await noted()).toEqual([
      ['甲', 'first'],
      ['乙', 'second'],
    ]);
    const { rows } = await place.app.database.read.execute(
      sql`select at from audit_entry where object_id in ('first', 'second') order by seq`,
    );
    expect(rows.map((row) => new Date(String(row.at)).toISOString())).toEqual([
      '2026-03-02T01:00:00.000Z',
      '2026-03-03T01:00:00.000Z',
    ]);
    expect((await verifyAuditChain(place.app.database.read)).intact).toBe(true);
  });

  test('one that fails takes the others with it', async () => {
    const before = await countOf('audit_entry');
    const silent = { app: place.app, actor: seeder, body: async () => undefined };
    await expect(transactTogether([note('third', '甲'), silent])).rejects.toThrow('audit');
    expect([await countOf('audit_entry'), (await noted()).length]).toEqual([before, 2]);
  });

  test('none at all is nothing', async () => {
    const before = await countOf('audit_entry');
    await transactTogether([]);
    expect(await countOf('audit_entry')).toBe(before);
  });
});

describe('the audit', () => {
  test('concurrent work leaves a chain without gaps', async () => {
    await Promise.all(
      Array.from({ length: 12 }, () => transact(place.app, seeder, async (work) => work.audit(entry))),
    );
    const verdict = await verifyAuditChain(place.app.database.read);
    expect(verdict).toMatchObject({ intact: true, entries: await countOf('audit_entry') });
  });

  test('cannot be changed, deleted or emptied, and a forged row shows', async () => {
    const run = (text: string) => place.app.database.pool.query(text);
    await expect(run("update audit_entry set summary = 'x'")).rejects.toThrow('append-only');
    await expect(run('delete from audit_entry')).rejects.toThrow('append-only');
    await expect(run('truncate audit_entry')).rejects.toThrow('append-only');
    await run('alter table audit_entry disable trigger audit_entry_append_only');
    await run("update audit_entry set summary = '伪造' where seq = 2");
    expect(await verifyAuditChain(place.app.database.read)).toEqual({
      intact: false,
      seq: 2,
      reason: '内容被改动过',
    });
    await run("update audit_entry set summary = '改动' where seq = 2");
    const good = await verifyAuditChain(place.app.database.read);
    expect(good.intact).toBe(true);
    const head = good.intact ? good.headHash : '';
    await run('delete from audit_entry where seq = (select max(seq) from audit_entry)');
    expect(await verifyAuditChain(place.app.database.read, head)).toMatchObject({ intact: false });
  });
});
