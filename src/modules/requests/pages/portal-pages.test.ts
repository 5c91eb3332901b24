/** The applicant's rooms before filing: the guidance says what the rules say, the search spares requests and keeps nobody. */
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visitor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { openTestServer, type TestServer } from '#kernel/testing/test-server.ts';
import { transact } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { type GivenCounty, givenCounty } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import { publishing } from '#modules/publishing/module.ts';
import { findStructureFaults, findTypeFaults } from '#portal/testing/page-faults.ts';
import { linksOf, onlyElement, plainText, readPage, textsOf } from '#portal/testing/rendered.tsx';
import { requestsModule } from '../module.ts';
import { countSparedRequests } from '../queries/spared.ts';

let place: TestServer;
let county: GivenCounty;

beforeAll(async () => {
  place = await openTestServer({
    modules: [checkingModule, organisation, periodsModule, publishing, requestsModule],
    now: '2026-03-02T09:00:00+08:00',
  });
  county = await givenCounty(place.app);
});
afterAll(() => place.close());

async function open(url: string) {
  const reply = await place.ask(visitor, { url });
  expect(reply.statusCode, url).toBe(200);
  const page = readPage(reply.body);
  expect(findTypeFaults(page), url).toEqual([]);
  expect(findStructureFaults(page), url).toEqual([]);
  return page;
}

describe('the guidance', () => {
  test('tells for each way on which day a request counts as received', async () => {
    const page = await open('/requests/guide');
    const rows = textsOf(page, 'tbody tr');
    expect(rows).toContain('当面提交以提交之日为收到之日');
    expect(rows).toContain('网上提交以双方确认之日为收到之日');
    expect(rows).toContain('平常信函以与申请人确认之日为收到之日');
  });

  test('computes by when a request received today is answered, and how', async () => {
    const page = await open('/requests/guide');
    expect(plainText(onlyElement(page, '.derived-day summary'))).toContain('2026年3月30日');
    expect(linksOf(page).has('/periods?rule=foi-reply&on=2026-03-02')).toBe(true);
  });

  test('asks for no purpose, states the tariff and review before the court', async () => {
    const text = plainText(onlyElement(await open('/requests/guide'), 'main'));
    expect(text).toContain('不用说明用途');
    expect(text).toContain('第11至30件每件100元');
    expect(text).toContain('第201页起每页40元');
    expect(text).toContain('先申请行政复议（知道之日起60日内）');
  });
});

describe('the search before filing', () => {
  test('shows what is public and never what is not', async () => {
    const document = { kind: 'term', body: '学校建设资金安排', address: '/x', day: dayOf('2026-01-05') };
    await transact(place.app, { kind: 'system', name: 'test' }, async (work) => {
      work.putSearchDocument({ ...document, objectId: 'a', title: '公开的资金安排', isPublic: true });
      work.putSearchDocument({ ...document, objectId: 'b', title: '内部的资金安排', isPublic: false });
      work.audit({ action: 'test', objectKind: 'test', objectId: 'a', summary: '检索' });
    });
    const page = await open(`/requests/apply?q=${encodeURIComponent('资金安排')}`);
    expect(textsOf(page, 'h2')[0]).toBe('您要找的可能已经公开');
    expect(textsOf(page, '.title-list a')).toEqual(['公开的资金安排']);
  });

  test('counts a spared request by the day and writes nothing else down', async () => {
    const audits = async () =>
      (await place.app.database.read.execute(sql`select count(*)::int as n from audit_entry`)).rows[0]?.n;
    const before = await audits();
    const reply = await place.ask(visitor, { method: 'POST', url: '/requests/apply/found' });
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/requests/apply/found']);
    await open('/requests/apply/found');
    const span = { from: dayOf('2026-01-01'), before: dayOf('2027-01-01') };
    expect(await countSparedRequests(place.app.database.read, county.jurisdictionId, span)).toBe(1);
    expect(await audits()).toBe(before);
  });
});
