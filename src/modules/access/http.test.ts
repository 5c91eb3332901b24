import type { FastifyInstance } from 'fastify';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createServer } from '#kernel/http/create-server.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { type GivenCounty, givenCounty } from '#modules/organisation/given.ts';
import { listUnits } from '#modules/organisation/index.ts';
import { organisation } from '#modules/organisation/module.ts';
import { handedOverSchema, meSchema } from './contract.ts';
import { cookieHeader, givenOfficerWithAccount, givenSessionToken } from './given.ts';
import { accessModule } from './module.ts';
import { ensureFirstAdministrator } from './service/first-administrator.ts';

/** A browser in small: keeps the session cookie and sends what browsers send. */
function browser(server: FastifyInstance) {
  let cookie = '';
  async function send(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: Readonly<Record<string, unknown>>,
  ) {
    const reply = await server.inject({
      method,
      url: `/api/v1${path}`,
      headers: { cookie, 'sec-fetch-site': 'same-origin', 'idempotency-key': crypto.randomUUID() },
      ...(body === undefined ? {} : { payload: body }),
    });
    for (const set of reply.cookies) {
      if (set.name === 'session') cookie = set.value === '' ? '' : `session=${set.value}`;
    }
    return { status: reply.statusCode, json: reply.body === '' ? undefined : reply.json<unknown>(), reply };
  }
  return {
    send,
    me: async () => meSchema.parse((await send('GET', '/me')).json),
    get cookie() {
      return cookie;
    },
  };
}

const problem = z.object({ code: z.string() });

describe('the first start', () => {
  let place: TestApp;
  let server: FastifyInstance;
  beforeAll(async () => {
    place = await openTestApp({ modules: [organisation, accessModule] });
    server = await createServer(place.app);
  });
  afterAll(async () => {
    await server.close();
    await place.close();
  });

  const person = (name: string, loginName: string) => ({ name, position: '科员', loginName });
  const handOver = {
    jurisdiction: { name: '青禾县', level: 'county' },
    governmentName: '青禾县人民政府',
    officeName: '青禾县人民政府办公室',
    systemAdministrator: person('甲同志', 'jia'),
    securityAdministrator: person('乙同志', 'yi.tongzhi'),
    auditor: person('丙同志', 'bing'),
  };

  test('hands the three roles to three people and ends its administrator, whose power was nothing else', async () => {
    const made = await Promise.all([
      ensureFirstAdministrator(place.app),
      ensureFirstAdministrator(place.app),
    ]);
    const firsts = made.filter((first) => first !== undefined);
    expect(firsts).toHaveLength(1);
    const [first = { loginName: '', password: '' }] = firsts;
    expect(await ensureFirstAdministrator(place.app)).toBeUndefined();

    const desk = browser(server);
    const entered = await desk.send('POST', '/session', {
      loginName: first.loginName,
      password: first.password,
    });
    expect(entered.json).toEqual({ stage: 'passwordChangeNeeded' });
    expect((await desk.send('POST', '/hand-over', handOver)).status).toBe(403);
    const changed = await desk.send('POST', '/account/password', {
      currentPassword: first.password,
      newPassword: '只用一次的开张密码',
    });
    expect(changed.status).toBe(422);
    await desk.send('POST', '/account/password', {
      currentPassword: first.password,
      newPassword: '只用这一次的开张密码',
    });
    const me = await desk.me();
    expect(me).toMatchObject({ stage: 'handOverNeeded', permissions: {}, screens: [] });
    for (const path of ['/accounts', '/organisation/units', '/organisation/officers']) {
      expect((await desk.send('GET', path)).status, path).toBe(401);
    }

    const same = await desk.send('POST', '/hand-over', { ...handOver, auditor: person('丁同志', 'jia') });
    expect(problem.parse(same.json).code).toBe('access.threePeople');
    const done = await desk.send('POST', '/hand-over', handOver);
    expect(done.status).toBe(200);
    const { issued } = handedOverSchema.parse(done.json);
    expect(issued.map(({ loginName }) => loginName)).toEqual(['jia', 'yi.tongzhi', 'bing']);
    expect((await desk.me()).stage).toBe('signedOut');
    const again = await desk.send('POST', '/session', {
      loginName: first.loginName,
      password: '只用这一次的开张密码',
    });
    expect(problem.parse(again.json).code).toBe('access.signInFailed');

    const [auditorIssue] = issued.filter(({ loginName }) => loginName === 'bing');
    const auditor = browser(server);
    await auditor.send('POST', '/session', { loginName: 'bing', password: auditorIssue?.initialPassword });
    await auditor.send('POST', '/account/password', {
      currentPassword: auditorIssue?.initialPassword,
      newPassword: '审计员自己的一句话',
    });
    expect((await auditor.me()).stage).toBe('passwordChangeNeeded');
    await auditor.send('POST', '/account/password', {
      currentPassword: auditorIssue?.initialPassword,
      newPassword: '审计员自己想的一句话',
    });
    expect((await auditor.me()).stage).toBe('enrolmentNeeded');
    const offer = await auditor.send('POST', '/account/second-factor/enrolment');
    const { secret } = z.object({ secret: z.string() }).parse(offer.json);
    const code = new TOTP({ secret: secret.replaceAll(' ', '') }).generate({
      timestamp: place.clock.now().getTime(),
    });
    const confirmed = await auditor.send('POST', '/account/second-factor/enrolment/confirm', { code });
    expect(z.object({ recoveryCodes: z.array(z.string()) }).parse(confirmed.json).recoveryCodes).toHaveLength(
      10,
    );
    expect(await auditor.me()).toMatchObject({
      stage: 'signedIn',
      officer: { name: '丙同志', loginName: 'bing' },
      jurisdiction: { name: '青禾县' },
      grants: [{ role: 'auditor' }],
      permissions: { 'access.readAccounts': 'all' },
      secondFactor: { enrolled: true, required: true },
    });
    expect((await auditor.send('GET', '/accounts')).status).toBe(200);
  });
});

describe('signed-in officers over HTTP', () => {
  let place: TestApp;
  let server: FastifyInstance;
  let county: GivenCounty;
  beforeAll(async () => {
    place = await openTestApp({ modules: [organisation, accessModule] });
    server = await createServer(place.app);
    county = await givenCounty(place.app);
  });
  afterAll(async () => {
    await server.close();
    await place.close();
  });

  test('get the token in a cookie that scripts cannot read, and never in a body', async () => {
    const clerk = await givenOfficerWithAccount(place.app, county, 'clerk-a', ['clerk']);
    const desk = browser(server);
    const { reply } = await desk.send('POST', '/session', {
      loginName: clerk.loginName,
      password: clerk.password,
    });
    const header = String(reply.headers['set-cookie']);
    expect(header).toMatch(/HttpOnly/);
    expect(header).toMatch(/SameSite=Lax/);
    expect(reply.body).toBe('{"stage":"signedIn"}');
    const sessions = await desk.send('GET', '/account/sessions');
    expect(sessions.reply.body).not.toContain(desk.cookie.slice('session='.length));
    expect(sessions.json).toMatchObject({
      rows: expect.arrayContaining([expect.objectContaining({ current: true })]),
    });
    expect((await desk.send('DELETE', '/session')).status).toBe(204);
    expect((await desk.me()).stage).toBe('signedOut');
  });

  test('end one of their other sessions and cannot end anybody else’s', async () => {
    await givenOfficerWithAccount(place.app, county, 'clerk-b', ['clerk']);
    await givenOfficerWithAccount(place.app, county, 'clerk-c', ['clerk']);
    const tokens = [
      await givenSessionToken(place.app, 'clerk-b'),
      await givenSessionToken(place.app, 'clerk-b'),
    ];
    const stranger = await givenSessionToken(place.app, 'clerk-c');
    const call = (token: string, method: 'GET' | 'DELETE', path: string) =>
      server.inject({
        method,
        url: `/api/v1${path}`,
        headers: { cookie: cookieHeader(token), 'sec-fetch-site': 'same-origin' },
      });
    const [here = '', there = ''] = tokens;
    const listed = (await call(there, 'GET', '/account/sessions')).json<{
      rows: { id: string; current: boolean }[];
    }>();
    const thereId = listed.rows.find((row) => row.current)?.id ?? '';
    expect((await call(stranger, 'DELETE', `/account/sessions/${thereId}`)).statusCode).toBe(404);
    expect((await call(there, 'GET', '/account/sessions')).statusCode).toBe(200);
    expect((await call(here, 'DELETE', `/account/sessions/${thereId}`)).statusCode).toBe(204);
    expect((await call(there, 'GET', '/account/sessions')).statusCode).toBe(401);
  });

  test('see a unit they gained only after the tree changed', async () => {
    await givenOfficerWithAccount(place.app, county, 'clerk-town', ['clerk'], county.town);
    await givenOfficerWithAccount(place.app, county, 'sysadmin', ['systemAdministrator']);
    const town = await givenSessionToken(place.app, 'clerk-town');
    const admin = await givenSessionToken(place.app, 'sysadmin');
    const reach = async () => {
      const { authenticateOfficer } = await import('./authenticate.ts');
      const evidence = { cookies: { session: town }, address: '', userAgent: '', authorization: undefined };
      const { actor } = await authenticateOfficer(place.app, evidence);
      return actor.kind === 'officer' ? (actor.grants[0]?.reach ?? []) : [];
    };
    expect(await reach()).toHaveLength(2);
    const created = await server.inject({
      method: 'POST',
      url: '/api/v1/organisation/units',
      headers: {
        cookie: cookieHeader(admin),
        'sec-fetch-site': 'same-origin',
        'idempotency-key': crypto.randomUUID(),
      },
      payload: { kind: 'village', name: '青禾县双溪镇下塘村', parentId: county.town },
    });
    expect(created.statusCode).toBe(201);
    expect(await reach()).toHaveLength(3);
    expect((await listUnits(place.app.database.read, county.jurisdictionId, ['village'])).length).toBe(2);
  });
});
