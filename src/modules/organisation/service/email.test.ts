import { desc } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OfficerActor } from '#kernel/actor.ts';
import { auditEntries } from '#kernel/audit/tables.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { setOfficerEmailSchema } from '../contract/email.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '../given.ts';
import { organisation } from '../module.ts';
import { mapOfficerEmails, viewOfficerEmail } from '../queries/email.ts';
import { maskEmail } from '../rules/email.ts';
import { setOfficerEmail } from './email.ts';

let place: TestApp;
let county: GivenCounty;
let clerk: OfficerActor;
let colleague: OfficerActor;
let keeper: OfficerActor;
let stranger: OfficerActor;

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation] });
  const { app } = place;
  county = await givenCounty(app);
  const other = await givenCounty(app, '白泽县', 'baize');
  clerk = await givenOfficer(app, county.jurisdictionId, county.education, ['clerk']);
  colleague = await givenOfficer(app, county.jurisdictionId, county.education, ['supervisor', 'reviewer']);
  keeper = await givenOfficer(app, county.jurisdictionId, county.office, ['systemAdministrator']);
  stranger = await givenOfficer(app, other.jurisdictionId, other.office, ['systemAdministrator']);
});
afterAll(() => place.close());

const set = (actor: OfficerActor, email: string | null) =>
  transact(place.app, actor, (work) => setOfficerEmail(work, clerk.id, email));
const seenBy = (actor: OfficerActor) => viewOfficerEmail(place.app.database.read, actor, clerk);

test('an address is shown in full to the officer and the keeper of the register, masked to all others', async () => {
  expect(await seenBy(clerk)).toEqual({ email: null, mayChange: true });
  await set(clerk, 'zhang.san@example.cn');
  expect(await seenBy(clerk)).toEqual({ email: 'zhang.san@example.cn', mayChange: true });
  expect(await seenBy(keeper)).toEqual({ email: 'zhang.san@example.cn', mayChange: true });
  expect(await seenBy(colleague)).toEqual({ email: 'z***@example.cn', mayChange: false });
  await set(keeper, 'lisi@example.cn');
  expect(await mapOfficerEmails(place.app.database.read, [clerk.id, keeper.id])).toEqual(
    new Map([[clerk.id, 'lisi@example.cn']]),
  );
  const [entry] = await place.app.database.read
    .select()
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(1);
  expect(JSON.stringify(entry)).not.toContain('lisi@');
  expect(entry).toMatchObject({ before: { email: 'z***@example.cn' }, after: { email: 'l***@example.cn' } });
  await set(clerk, null);
  expect(await seenBy(colleague)).toEqual({ email: null, mayChange: false });
});

test('a colleague and the administrator of another county may not change it', async () => {
  await expect(set(colleague, 'a@example.cn')).rejects.toThrow('没有“登记和停用工作人员”的权限');
  await expect(set(stranger, 'a@example.cn')).rejects.toThrow('其他单位');
});

test('the address is checked and written one way', () => {
  expect(setOfficerEmailSchema.parse({ email: 'Zhang.San@Example.CN' })).toEqual({
    email: 'Zhang.San@example.cn',
  });
  for (const wrong of ['张三', 'a b@example.cn', 'a@b', 'a@example.cn\r\nBcc: b@example.cn']) {
    expect(setOfficerEmailSchema.safeParse({ email: wrong }).success, wrong).toBe(false);
  }
  expect(maskEmail('a@example.cn')).toBe('a***@example.cn');
});
