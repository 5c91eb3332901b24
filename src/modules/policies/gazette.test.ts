import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, type OfficerActor, visitor } from '#kernel/actor.ts';
import { openTestServer, type TestServer } from '#kernel/testing/test-server.ts';
import { transact } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import { type GivenDesk, givenDesk } from '#modules/publishing/given.ts';
import { withdrawItem } from '#modules/publishing/index.ts';
import { publishing } from '#modules/publishing/module.ts';
import type { GazetteIssue } from './contract/gazette.ts';
import { givenPolicyDocument } from './given.ts';
import { policiesModule } from './module.ts';

let place: TestServer;
let desk: GivenDesk;
let supervisor: OfficerActor;
const itemIds: string[] = [];
let issueId = '';

beforeAll(async () => {
  place = await openTestServer({
    modules: [checkingModule, organisation, periodsModule, publishing, policiesModule],
    now: '2026-05-06T09:00:00+08:00',
  });
  const county = await givenCounty(place.app);
  const { jurisdictionId, education } = county;
  desk = await givenDesk(place.app, { jurisdictionId, unitId: education });
  supervisor = await givenOfficer(place.app, jurisdictionId, education, ['supervisor'], '主管');
  for (const [at, name] of ['午餐', '午休', '校车'].entries()) {
    itemIds.push(
      await givenPolicyDocument(place.app, desk, {
        title: `清河县教育局关于${name}安排的通知`,
        number: `清教发〔2026〕${at + 1}号`,
        body: `<p>各学校：</p><p>请做好${name}工作。</p>`,
      }),
    );
  }
});
afterAll(() => place.close());

async function ask(actor: Actor, method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) {
  const url = `/api/v1/policies/gazettes${path}`;
  const reply = await place.ask(actor, { method, url, ...(payload === undefined ? {} : { payload }) });
  return { status: reply.statusCode, body: reply.body === '' ? null : reply.json() };
}
const page = (path: string) => place.ask(visitor, { method: 'GET', url: `/policies/gazettes${path}` });
const viewIssue = async (): Promise<GazetteIssue> => (await ask(supervisor, 'GET', `/${issueId}`)).body;

test('an issue begins with what came out, is put in order, and is nobody else’s to see until it is published', async () => {
  expect((await ask(desk.author, 'POST', '')).status).toBe(403);
  issueId = (await ask(supervisor, 'POST', '')).body.issueId;
  const [lunch = '', , bus = ''] = itemIds;
  // All three came out on one day; their order within it says nothing.
  expect((await viewIssue()).documents.map(({ itemId }) => itemId).sort()).toEqual([...itemIds].sort());
  expect((await ask(supervisor, 'POST', '')).body.code).toBe('policies.issueOpen');
  const arrange = (ids: readonly string[]) =>
    ask(supervisor, 'PUT', `/${issueId}/documents`, { itemIds: ids });
  expect((await arrange([])).status).toBe(204);
  expect((await ask(supervisor, 'POST', `/${issueId}/publication`)).body.code).toBe('policies.issueEmpty');
  expect((await arrange([bus, lunch])).status).toBe(204);
  expect((await page(`/${issueId}`)).statusCode).toBe(404);
  expect((await page('')).body).not.toContain('2026年第1号');
});

test('published it has its number, its order and its file, and stays as it is', async () => {
  expect((await ask(supervisor, 'POST', `/${issueId}/publication`)).status).toBe(204);
  expect((await ask(supervisor, 'PUT', `/${issueId}/documents`, { itemIds: [] })).body.code).toBe(
    'policies.issueFixed',
  );
  const shown = (await page(`/${issueId}`)).body;
  expect(shown).toContain('政府公报2026年第1号（总第1号）');
  expect(shown.indexOf('校车安排')).toBeLessThan(shown.indexOf('午餐安排'));
  const pdf = await page(`/${issueId}/file/pdf`);
  expect(Buffer.from(pdf.rawPayload).subarray(0, 5).toString()).toBe('%PDF-');
  expect((await page('?text=做好校车工作')).body).toContain('2026年第1号');
  expect((await page('?text=没有的字')).body).toContain('没有找到');
});

test('a document stands in one issue, and one that was withdrawn is shown in none', async () => {
  const [lunch = '', rest = ''] = itemIds;
  issueId = (await ask(supervisor, 'POST', '')).body.issueId;
  expect((await ask(supervisor, 'PUT', `/${issueId}/documents`, { itemIds: [rest, lunch] })).body.code).toBe(
    'policies.issueDocumentTaken',
  );
  await transact(place.app, desk.final, (work) => withdrawItem(work, { itemId: lunch, reason: '内容有误' }));
  const issues = (await ask(supervisor, 'GET', '')).body.rows;
  const first = issues.find((one: GazetteIssue) => one.number === 1);
  const shown = (await page(`/${first.id}`)).body;
  expect(shown).toContain('校车安排');
  expect(shown).not.toContain('午餐安排');
});
