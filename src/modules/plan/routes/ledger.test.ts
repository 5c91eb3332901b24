import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Actor, type OfficerActor, visitor } from '#kernel/actor.ts';
import { openTestServer, type TestServer } from '#kernel/testing/test-server.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { givenPlan } from '../given.ts';
import { planModule } from '../module.ts';
import { listTaskIdsOfPlan } from '../queries/evaluation.ts';

let server: TestServer;
let county: GivenCounty;
let clerk: OfficerActor;
let leader: OfficerActor;
let stranger: OfficerActor;
let taskId: string;

beforeAll(async () => {
  server = await openTestServer({ modules: [organisation, planModule], now: '2026-03-20T09:00:00+08:00' });
  county = await givenCounty(server.app);
  const officer = (unitId: string, role: 'clerk' | 'unitLeader') =>
    givenOfficer(server.app, county.jurisdictionId, unitId, [role]);
  clerk = await officer(county.education, 'clerk');
  leader = await officer(county.education, 'unitLeader');
  stranger = await officer(county.village, 'clerk');
  const { planId } = await givenPlan(server.app, county);
  taskId = (await listTaskIdsOfPlan(server.app.database.read, planId))[0] ?? '';
});
afterAll(() => server.close());

/** A photo of one comment, as a phone would name the place, and no picture to speak of. */
const place = 'N29.65 E120.09';
const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xfe, 0, place.length + 2]),
  Buffer.from(place),
  Buffer.from([0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9]),
]);

function upload(name: string, bytes: Buffer) {
  const head = `--b\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/html\r\n\r\n`;
  return server.ask(clerk, {
    method: 'POST',
    url: '/api/v1/ledger-files',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--\r\n')]),
  });
}
const post = (actor: Actor, url: string, body: object) =>
  server.ask(actor, {
    method: 'POST',
    url: `/api/v1${url}`,
    headers: { 'content-type': 'application/json' },
    payload: JSON.stringify(body),
  });
const get = (actor: Actor, url: string) => server.ask(actor, { method: 'GET', url: `/api/v1${url}` });

test('what a file claims to be counts for nothing, its content for all', async () => {
  expect((await upload('照片.jpg', Buffer.from('<script>alert(1)</script>'))).statusCode).toBe(422);
  expect((await upload('页面.html', Buffer.from('<html>'))).statusCode).toBe(422);
  const taken = await upload('照片.jpg', jpeg);
  expect([taken.statusCode, taken.json().mediaType]).toEqual([201, 'image/jpeg']);
});

test('a file of the ledger is read inside by those with a part in the task, outside only while released', async () => {
  const { fileId } = (await upload('照片.jpg', jpeg)).json();
  const body = { unitId: county.education, body: '已公布。', fileIds: [fileId], proposesPublic: true };
  const written = await post(clerk, `/tasks/${taskId}/ledger`, body);
  const { entryId } = written.json();
  const inside = `/ledger/${entryId}/files/${fileId}`;
  const outside = `/public-evidence/${entryId}/files/${fileId}`;
  const statuses = async () =>
    Promise.all([
      get(clerk, inside).then((answer) => answer.statusCode),
      get(stranger, inside).then((answer) => answer.statusCode),
      get(visitor, inside).then((answer) => answer.statusCode),
      get(visitor, outside).then((answer) => answer.statusCode),
      get(stranger, outside).then((answer) => answer.statusCode),
    ]);
  expect(await statuses()).toEqual([200, 403, 401, 404, 404]);
  expect((await post(clerk, `/ledger/${entryId}/release`, { reviewed: true })).statusCode).toBe(403);
  expect((await post(leader, `/ledger/${entryId}/release`, { reviewed: false })).statusCode).toBe(400);
  expect((await post(leader, `/ledger/${entryId}/release`, { reviewed: true })).statusCode).toBe(204);
  expect(await statuses()).toEqual([200, 403, 401, 200, 200]);
  const { headers, rawPayload } = await get(visitor, outside);
  expect(headers['content-disposition']).toMatch(/^attachment/);
  expect(headers['content-type']).toBe('image/jpeg');
  expect(rawPayload.includes(place)).toBe(false);
  expect((await get(clerk, inside)).rawPayload.includes(place)).toBe(true);
  expect((await post(leader, `/ledger/${entryId}/hide`, { reason: '照片未打码' })).statusCode).toBe(204);
  expect(await statuses()).toEqual([200, 403, 401, 404, 404]);
});
