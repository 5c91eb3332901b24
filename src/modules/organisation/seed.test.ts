import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { organisation } from './module.ts';
import { expandCollective, listCollectives, listUnits, matchUnits } from './queries/register.ts';
import { findSeededJurisdiction, seedRegister } from './seed.ts';

let place: TestApp;

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation] });
  await seedRegister(place.app);
});
afterAll(() => place.close());

const count = async (table: string) => {
  const { rows } = await place.app.database.read.execute(sql.raw(`select count(*)::int as n from ${table}`));
  return Number(rows[0]?.n);
};

test('seeding twice is seeding once', async () => {
  const tables = ['unit', 'unit_alias', 'collective_unit', 'officer', 'role_grant', 'audit_entry'];
  const before = await Promise.all(tables.map(count));
  await seedRegister(place.app);
  expect(await Promise.all(tables.map(count))).toEqual(before);
});

test('the county stands with its towns, phrases and names', async () => {
  const { read } = place.app.database;
  const jurisdictionId = (await findSeededJurisdiction(read)) ?? '';
  expect((await listUnits(read, jurisdictionId, ['village', 'community'])).length).toBe(120);
  const collectives = await listCollectives(read, jurisdictionId);
  const towns = collectives.find(({ phrase }) => phrase === '各镇（街道）');
  expect(await expandCollective(read, towns?.id ?? '')).toHaveLength(10);
  expect(towns).toMatchObject({ kinds: ['town', 'street'], memberIds: [] });
  const matches = await matchUnits(read, jurisdictionId, ['县大数据局', '各镇街', '县航天局']);
  expect([...matches.values()].map((match) => match.kind)).toEqual(['alias', 'collective', 'unknown']);
});
