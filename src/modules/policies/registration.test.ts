import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, type OfficerActor, systemActor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { openTestServer, type TestServer } from '#kernel/testing/test-server.ts';
import { transact } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import {
  type GivenDesk,
  givenContent,
  givenDesk,
  givenDraft,
  passReviews,
} from '#modules/publishing/given.ts';
import {
  findItemRow,
  releaseItem,
  returnItem,
  saveItem,
  submitItem,
  waiveDemand,
} from '#modules/publishing/index.ts';
import { publishing } from '#modules/publishing/module.ts';
import type { Registration } from './contract/registration.ts';
import { policiesModule } from './module.ts';
import { findPublicDocument } from './queries/document.ts';
import { listPolicyTodos } from './todos.ts';

let place: TestServer;
let county: GivenCounty;
let desk: GivenDesk;
let legal: OfficerActor;
let itemId = '';
const today = dayOf('2026-05-06');

beforeAll(async () => {
  place = await openTestServer({
    modules: [checkingModule, organisation, periodsModule, publishing, policiesModule],
    now: '2026-05-06T09:00:00+08:00',
  });
  county = await givenCounty(place.app);
  const { jurisdictionId, education, town } = county;
  desk = await givenDesk(place.app, { jurisdictionId, unitId: education });
  legal = await givenOfficer(place.app, jurisdictionId, town, ['legalOffice'], '法制');
});
afterAll(() => place.close());

async function ask(actor: Actor, method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) {
  const url = `/api/v1/policies/${path}`;
  const reply = await place.ask(actor, { method, url, ...(payload === undefined ? {} : { payload }) });
  return { status: reply.statusCode, body: reply.body === '' ? null : reply.json() };
}
const release = async (): Promise<string> => {
  const reply = await place.ask(desk.author, { method: 'POST', url: `/api/v1/items/${itemId}/release` });
  return reply.body === '' ? 'done' : (reply.json().code ?? 'done');
};
const registered = async (): Promise<Registration> => (await ask(legal, 'GET', 'registrations')).body.rows[0];
const review = (actor: Actor, body: object) =>
  ask(actor, 'PUT', `registrations/${itemId}/legality`, {
    opinion: 'passed',
    opinionText: '内容合法',
    earlyReason: null,
    ...body,
  });
const number = () => ask(legal, 'POST', `registrations/${itemId}/number`);
const todos = async () =>
  (await listPolicyTodos({ db: place.app.database.read, actor: legal, today })).map(({ title }) => title);

test('sending a normative document to review asks the legal office; without it nothing goes out', async () => {
  itemId = await givenDraft(place.app, desk, {
    kind: 'policyDocument',
    title: '清河县校服管理办法',
    body: '<p>第一条 校服由学生自愿购买。</p>',
  });
  await passReviews(place.app, desk, itemId);
  await transact(place.app, desk.final, (work) =>
    waiveDemand(work, { itemId, kind: 'interpretation', reason: '内容简单，不需要解读' }),
  );
  expect(await registered()).toMatchObject({ state: 'awaiting', sentOn: '2026-05-06', actions: ['review'] });
  // Seven working days after the 6th; the 9th is a Saturday made up for.
  expect((await registered()).earliestOn).toBe('2026-05-14');
  expect(await todos()).toEqual(['合法性审核：清河县校服管理办法']);
  expect(await release()).toBe('policies.notRegistered');
  expect((await findItemRow(place.app.database.read, itemId))?.standing).toBe('none');
});

test('the legal office alone reviews, a short review says why, and only what passed gets a number', async () => {
  expect((await review(desk.final, {})).status).toBe(403);
  expect((await review(legal, {})).body.code).toBe('policies.legalityEarly');
  expect((await number()).body.code).toBe('policies.registrationState');
  expect((await review(legal, { opinion: 'changes', earlyReason: '条文少' })).status).toBe(204);
  expect(await release()).toBe('policies.notRegistered');
  expect((await review(legal, { earlyReason: '条文少' })).status).toBe(204);
  expect((await number()).body.code).toBe('policies.unifiedCodeMissing');
  const code = (unitId: string) => ask(legal, 'PUT', `unified-codes/${unitId}`, { code: 'QHA01' });
  expect((await code(county.education)).status).toBe(204);
  expect((await code(county.town)).body.code).toBe('policies.unifiedCodeTaken');
  expect(await release()).toBe('policies.notRegistered');
  expect(await todos()).toEqual(['统一编号：清河县校服管理办法']);
  expect((await number()).body).toEqual({ unifiedNumber: 'QHA01-2026-0001' });
  expect((await number()).body.code).toBe('policies.registrationState');
});

test('another text than the one reviewed does not go out; the reviewed one does, with its number in the library', async () => {
  const { version = 0 } = (await findItemRow(place.app.database.read, itemId)) ?? {};
  const office = systemActor('test');
  await transact(place.app, desk.final, (work) => returnItem(work, { itemId, reason: '再改一处' }));
  const content = givenContent({ title: '清河县校服管理办法', body: '<p>第一条 校服由学校统一购买。</p>' });
  await transact(place.app, desk.author, (work) =>
    saveItem(work, { itemId, version: version + 1, content, note: null }),
  );
  await passReviews(place.app, desk, itemId);
  expect(await registered()).toMatchObject({ state: 'awaiting', unifiedNumber: 'QHA01-2026-0001' });
  expect(await release()).toBe('policies.notRegistered');
  expect((await review(office, { earlyReason: '只改一处' })).status).toBe(204);
  await transact(place.app, desk.author, (work) => releaseItem(work, { itemId }));
  expect(await registered()).toMatchObject({ state: 'issued', issuedOn: '2026-05-06' });
  const view = await findPublicDocument(place.app.database.read, itemId, today);
  expect(view?.document).toMatchObject({ unifiedNumber: 'QHA01-2026-0001', isNormative: true });
});

test('a document that makes no rules is not asked, by its own word', async () => {
  itemId = await givenDraft(place.app, desk, {
    kind: 'policyDocument',
    title: '清河县教育局关于印发值班管理办法的通知',
    fields: { nature: 'other' },
  });
  await transact(place.app, desk.author, (work) => submitItem(work, { itemId }));
  expect((await ask(legal, 'GET', 'registrations')).body.rows.length).toBe(1);
});
