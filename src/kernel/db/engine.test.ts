import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDatabase } from '../testing/test-database.ts';
import type { Database } from './database.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase('embedded');
  await run('create table pot (id int constraint pot_pk primary key, leaves numeric)');
});
afterAll(() => database.close());

const run = (text: string, values: readonly (string | null)[] = []) =>
  database.pool.query({ text, values, rowMode: 'array' });

test('gives the values `pg` gives, with and without parameters', async () => {
  const text = `select 12::int4, 9007199254740993::int8, 1.50::numeric, true, '2026-11-20'::date, '{"a":[1]}'::jsonb,
    '\\x00ff'::bytea, array['a','b']::text[], null::text, '望澜'::text`;
  const expected = [
    12,
    '9007199254740993',
    '1.50',
    true,
    '2026-11-20',
    { a: [1] },
    Buffer.from([0, 255]),
    ['a', 'b'],
    null,
    '望澜',
  ];
  expect((await run(text)).rows).toEqual([expected]);
  expect((await run(`${text} where $1 = 'x'`, ['x'])).rows).toEqual([expected]);
  const named = await database.pool.query('select $1::text as name', ['x']);
  expect(named).toEqual({ rows: [{ name: 'x' }], rowCount: 1 });
});

test('counts what a statement touched', async () => {
  const insert = 'insert into pot (id) select generate_series($1::int, $2::int)';
  expect((await run(insert, ['1', '3'])).rowCount).toBe(3);
  expect((await run('update pot set leaves = 1 where id < $1', ['3'])).rowCount).toBe(2);
  expect((await run('delete from pot where id = $1 returning id', ['3'])).rowCount).toBe(1);
  expect((await run('delete from pot where id = $1', ['3'])).rowCount).toBe(0);
});

test('says what a refused statement broke, and goes on', async () => {
  const insert = 'insert into pot (id) values ($1)';
  for (const id of ['1', '2']) {
    await expect(run(insert, [id])).rejects.toMatchObject({ code: '23505', constraint: 'pot_pk' });
  }
  await expect(run('select * from no_pot where id = $1', ['1'])).rejects.toMatchObject({ code: '42P01' });
  expect((await run(insert, ['7'])).rowCount).toBe(1);
  await run('begin');
  await expect(run(insert, ['7'])).rejects.toMatchObject({ code: '23505' });
  await expect(run('select id from pot where id = $1', ['7'])).rejects.toMatchObject({ code: '25P02' });
  await run('rollback');
  expect((await run('select id from pot where id = $1', ['7'])).rows).toEqual([[7]]);
});

test('asks anew after a table changed', async () => {
  const select = 'select leaves from pot where id = $1';
  expect((await run(select, ['1'])).rows).toEqual([['1']]);
  await run('alter table pot alter column leaves type text using leaves || $$ leaves$$');
  expect((await run(select, ['1'])).rows).toEqual([['1 leaves']]);
});

test('forgets the statements used longest ago and can be asked them again', async () => {
  const nth = (n: number) => run(`select $1::int + ${n}`, ['1']).then(({ rows }) => rows);
  for (let n = 0; n < 450; n += 1) await nth(n);
  expect(await nth(0)).toEqual([[1]]);
  const { rows } = await run('select count(*)::int from pg_prepared_statements where name <> $1', ['']);
  expect(Number(Object(rows[0])[0])).toBeLessThanOrEqual(401);
});
