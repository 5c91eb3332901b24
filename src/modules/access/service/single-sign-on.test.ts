import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer } from '#kernel/http/create-server.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { type GivenCounty, givenCounty } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { meSchema } from '../contract.ts';
import { givenOfficerWithAccount } from '../given.ts';
import { accessModule } from '../module.ts';

const site = 'http://gongkai.test';
const client = { id: 'gongkai', secret: 'a client secret of the tests' };
const callback = `${site}/api/v1/single-sign-on/callback`;

async function startProvider(): Promise<{ issuer: string; process: ChildProcess }> {
  const file = fileURLToPath(new URL('../testing/provider-process.mjs', import.meta.url));
  const child = spawn(process.execPath, [file, client.id, client.secret, callback], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const issuer = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => resolve(text.toString().trim()));
    child.once('exit', (code) => reject(new Error(`the provider ended with ${code}`)));
  });
  return { issuer, process: child };
}

async function openSite(environment: Record<string, string>) {
  const place = await openTestApp({
    modules: [organisation, accessModule],
    environment: { GONGKAI_PUBLIC_URL: site, GONGKAI_OIDC_CLIENT_ID: client.id, ...environment },
  });
  return { place, server: await createServer(place.app) };
}

/** A browser at the provider: keeps cookies, follows redirects, types a name into the forms, until sent back to us. */
async function signInAtProvider(address: string, name: string): Promise<string> {
  const cookies = new Map<string, string>();
  let url = address;
  let body: URLSearchParams | undefined;
  for (let step = 0; step < 12; step += 1) {
    if (url.startsWith(callback)) return url;
    const reply = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
    for (const set of reply.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const at = pair.indexOf('=');
      cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    body = undefined;
    const location = reply.headers.get('location');
    if (location !== null) {
      url = new URL(location, url).href;
      continue;
    }
    const page = await reply.text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (action === undefined || prompt === undefined) throw new Error(`provider: ${reply.status} ${page}`);
    url = new URL(action, url).href;
    body = new URLSearchParams({ prompt, ...(prompt === 'login' ? { login: name, password: 'any' } : {}) });
  }
  throw new Error('the provider never sent us back');
}

describe('single sign-on at a real provider', () => {
  let provider: { issuer: string; process: ChildProcess };
  let place: TestApp;
  let server: FastifyInstance;
  let county: GivenCounty;

  beforeAll(async () => {
    provider = await startProvider();
    ({ place, server } = await openSite({
      GONGKAI_OIDC_ISSUER: provider.issuer,
      GONGKAI_OIDC_CLIENT_SECRET: client.secret,
    }));
    county = await givenCounty(place.app);
    await givenOfficerWithAccount(place.app, county, 'liming', ['clerk']);
    await givenOfficerWithAccount(place.app, county, 'auditor', ['auditor']);
  });
  afterAll(async () => {
    provider.process.kill();
    await server.close();
    await place.close();
  });

  async function begin(returnTo?: string) {
    const query = returnTo === undefined ? '' : `?returnTo=${encodeURIComponent(returnTo)}`;
    const reply = await server.inject({ url: `/api/v1/single-sign-on/start${query}` });
    expect(reply.statusCode).toBe(303);
    const cookie = reply.cookies.find(({ name }) => name === 'sso')?.value ?? '';
    return { address: String(reply.headers.location), cookie };
  }
  async function comeBack(address: string, cookie: string) {
    const reply = await server.inject({
      url: address.slice(site.length),
      ...(cookie === '' ? {} : { headers: { cookie: `sso=${encodeURIComponent(cookie)}` } }),
    });
    const session = reply.cookies.find(({ name }) => name === 'session')?.value;
    return { location: reply.headers.location, session };
  }
  async function stageWith(session: string | undefined) {
    const reply = await server.inject({
      url: '/api/v1/me',
      ...(session === undefined ? {} : { headers: { cookie: `session=${session}` } }),
    });
    return meSchema.parse(reply.json());
  }

  test('brings an officer in, back to where the way began', async () => {
    const { address, cookie } = await begin('/desk/plan/board?year=2026');
    expect(new URL(address).searchParams.get('code_challenge_method')).toBe('S256');
    const back = await comeBack(await signInAtProvider(address, 'liming'), cookie);
    expect(back.location).toBe('/desk/plan/board?year=2026');
    expect(await stageWith(back.session)).toMatchObject({
      stage: 'signedIn',
      officer: { loginName: 'liming' },
    });
  });

  test('does not spare an administrator the second factor', async () => {
    const { address, cookie } = await begin();
    const back = await comeBack(await signInAtProvider(address, 'auditor'), cookie);
    expect((await stageWith(back.session)).stage).toBe('enrolmentNeeded');
  });

  test('lets nobody in who has no account here', async () => {
    const { address, cookie } = await begin();
    const back = await comeBack(await signInAtProvider(address, 'stranger'), cookie);
    expect(back).toEqual({
      location: '/desk/sign-in?refused=access.singleSignOnRefused',
      session: undefined,
    });
  });

  test('refuses an answer without our cookie, with that of another journey, and one used before', async () => {
    const first = await begin();
    const answer = await signInAtProvider(first.address, 'liming');
    const other = await begin();
    for (const cookie of ['', other.cookie, 'made-up']) {
      const back = await comeBack(answer, cookie);
      expect(back.session, cookie).toBeUndefined();
      expect(back.location).toBe('/desk/sign-in?refused=access.singleSignOnRefused');
    }
    const second = await begin();
    const used = await signInAtProvider(second.address, 'liming');
    expect((await comeBack(used, second.cookie)).session).toBeDefined();
    expect((await comeBack(used, second.cookie)).session).toBeUndefined();
  });

  test('gives up a journey that took too long', async () => {
    const { address, cookie } = await begin();
    const answer = await signInAtProvider(address, 'liming');
    place.clock.advance(11 * 60_000);
    expect((await comeBack(answer, cookie)).session).toBeUndefined();
  });
});

describe('without the provider', () => {
  test('local sign-in goes on when the provider is dead', async () => {
    const { place, server } = await openSite({ GONGKAI_OIDC_ISSUER: 'http://127.0.0.1:9' });
    const county = await givenCounty(place.app);
    const clerk = await givenOfficerWithAccount(place.app, county, 'liming', ['clerk']);
    const local = await server.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { 'sec-fetch-site': 'same-origin' },
      payload: { loginName: clerk.loginName, password: clerk.password },
    });
    expect(local.json()).toEqual({ stage: 'signedIn' });
    const away = await server.inject({ url: '/api/v1/single-sign-on/start' });
    expect(away.headers.location).toBe('/desk/sign-in?refused=access.singleSignOnDown');
    await server.close();
    await place.close();
  });

  test('a site without one offers none', async () => {
    const { place, server } = await openSite({});
    const options = await server.inject({ url: '/api/v1/sign-in/options' });
    expect(options.json()).toEqual({ singleSignOn: null });
    const away = await server.inject({ url: '/api/v1/single-sign-on/start' });
    expect(away.headers.location).toBe('/desk/sign-in?refused=access.singleSignOnOff');
    await server.close();
    await place.close();
  });
});
