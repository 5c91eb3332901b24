import http from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { systemActor } from '../actor.ts';
import { settableClock } from '../clock.ts';
import { defineModule } from '../module.ts';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { transact } from '../work.ts';
import { createServer } from './create-server.ts';
import { packBody } from './packed-body.ts';
import { openPublicCache } from './public-cache.ts';
import { apiRoute, pageRoute } from './route.ts';

let place: TestServer;
let address: string;
let builds = 0;
let whileBuilding = () => Promise.resolve();

const query = z.object({ year: z.string().optional() });

const cachedModule = defineModule({
  name: 'cached',
  title: '缓存',
  routes: [
    pageRoute({
      name: 'cached.page',
      summary: '页',
      path: '/cached',
      query,
      cached: true,
      handle: async ({ query: { year }, request, actor }) => {
        builds += 1;
        const build = builds;
        await whileBuilding();
        return (
          <p>
            {`第${build}次 ${year ?? ''} ${request.cookies.display ?? ''} ${request.cookies.other ?? ''} ${actor.kind} ${'长'.repeat(1000)}`}
          </p>
        );
      },
    }),
    apiRoute({
      name: 'cached.list',
      summary: '列表',
      access: 'public',
      method: 'GET',
      path: '/cached',
      cached: true,
      reply: z.object({ build: z.number() }),
      handle: async () => {
        builds += 1;
        return { build: builds };
      },
    }),
  ],
});

beforeAll(async () => {
  place = await openTestServer({ modules: [cachedModule] });
  address = await place.server.listen({ port: 0, host: '127.0.0.1' });
});
beforeEach(async () => {
  whileBuilding = () => Promise.resolve();
  await commit(true);
});
afterAll(() => place.close());

function commit(affectsPortal: boolean): Promise<void> {
  return transact(place.app, systemActor('test'), async (work) =>
    work.audit({ action: 'cached.change', objectKind: 'x', objectId: '1', summary: '改', affectsPortal }),
  );
}

interface Got {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly text: string;
}

function get(path: string, headers: Record<string, string> = {}, at = address): Promise<Got> {
  return new Promise((resolve, reject) => {
    http
      .get(`${at}${path}`, { headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes,
            text: bytes.toString(),
          });
        });
      })
      .on('error', reject);
  });
}

const buildOf = (got: Got) => Number(/第(\d+)次/.exec(got.text)?.[1]);

describe('a cached page', () => {
  test('is built once for all visitors, with the same headers as its first answer', async () => {
    const first = await get('/cached');
    const second = await get('/cached');
    expect(buildOf(second)).toBe(buildOf(first));
    const without = ({ 'x-request-id': _id, date: _date, ...headers }: http.IncomingHttpHeaders) => headers;
    expect(without(second.headers)).toEqual(without(first.headers));
    expect(second.headers).toMatchObject({
      'cache-control': 'public, no-cache',
      vary: 'Accept-Encoding, Cookie',
      'content-type': 'text/html; charset=utf-8',
      'content-length': String(second.bytes.byteLength),
    });
    expect(second.headers['content-security-policy']).toContain("script-src 'self'");
  });

  test('goes out compressed as the browser takes it', async () => {
    await get('/cached');
    const forms = [
      ['gzip, deflate, br', 'br', (bytes: Buffer) => brotliDecompressSync(bytes)],
      ['gzip;q=1, br;q=0', 'gzip', (bytes: Buffer) => gunzipSync(bytes)],
      ['identity', undefined, (bytes: Buffer) => bytes],
    ] as const;
    for (const [accepted, encoding, unpack] of forms) {
      const got = await get('/cached', { 'accept-encoding': accepted });
      expect(got.headers['content-encoding']).toBe(encoding);
      expect(unpack(got.bytes).toString()).toContain('长长长');
    }
  });

  test('is not sent again to who holds it, until it changes', async () => {
    const first = await get('/cached');
    const held = { 'if-none-match': String(first.headers.etag) };
    for (let time = 0; time < 2; time += 1) {
      const again = await get('/cached', held);
      expect([again.status, again.text, again.headers.etag]).toEqual([304, '', first.headers.etag]);
    }
    await commit(true);
    const changed = await get('/cached', held);
    expect([changed.status, buildOf(changed)]).toEqual([200, buildOf(first) + 1]);
  });

  test('stays through a commit that no page shows', async () => {
    const first = await get('/cached');
    await commit(false);
    expect(buildOf(await get('/cached'))).toBe(buildOf(first));
  });

  test('built while something was committed is answered but not kept', async () => {
    whileBuilding = () => commit(true);
    const stale = await get('/cached');
    whileBuilding = () => Promise.resolve();
    expect(buildOf(await get('/cached'))).toBe(buildOf(stale) + 1);
  });

  test('differs by query and by display, and by nothing else a request brings', async () => {
    const plain = await get('/cached', { cookie: 'other=1' });
    expect(plain.text).not.toContain('1 visitor');
    expect(buildOf(await get('/cached', { cookie: 'other=2' }))).toBe(buildOf(plain));
    const elder = await get('/cached', { cookie: 'other=2; display=elder' });
    expect(elder.text).toContain(' elder ');
    expect((await get('/cached?year=2026')).text).toContain('次 2026');
  });

  test('with query members the route does not know is built anew each time', async () => {
    const first = await get('/cached?flood=1');
    expect(buildOf(await get('/cached?flood=1'))).toBe(buildOf(first) + 1);
  });

  test('is built anew for whoever may be an officer or a program', async () => {
    const first = await get('/cached');
    const unsure: Record<string, string>[] = [
      { cookie: 'a=1; session=x' },
      { cookie: '__Host-session=x' },
      { authorization: 'Bearer x' },
    ];
    for (const headers of unsure) {
      expect(buildOf(await get('/cached', headers))).toBeGreaterThan(buildOf(first));
    }
    expect(buildOf(await get('/cached'))).toBe(buildOf(first));
  });

  test('of one host is not shown under another name', async () => {
    const first = await get('/cached');
    expect(buildOf(await get('/cached', { host: 'evil.example' }))).not.toBe(buildOf(first));
  });

  test('ends with the day in Beijing, and after ten minutes', async () => {
    const first = await get('/cached');
    place.clock.advance(9 * 60_000);
    expect(buildOf(await get('/cached'))).toBe(buildOf(first));
    place.clock.advance(2 * 60_000);
    const second = await get('/cached');
    expect(buildOf(second)).toBe(buildOf(first) + 1);
    place.clock.set(new Date('2026-11-20T23:59:59+08:00'));
    const late = await get('/cached');
    place.clock.advance(1000);
    expect(buildOf(await get('/cached'))).toBe(buildOf(late) + 1);
  });
});

test('a cached list is kept alike', async () => {
  const first = await get('/api/v1/cached');
  expect([(await get('/api/v1/cached')).text, first.headers['content-type']]).toEqual([
    first.text,
    'application/json; charset=utf-8',
  ]);
});

test('the store keeps within its bytes and lets go of what is not used', async () => {
  const cache = openPublicCache(settableClock('2026-11-20T09:00:00+08:00'), 20_000);
  const answer = { packed: await packBody(Buffer.alloc(1500), 'image/png', 5), headers: {} };
  cache.keep('popular', answer, cache.version());
  for (let page = 0; page < 30; page += 1) {
    cache.find('popular');
    cache.keep(`page ${page}`, answer, cache.version());
  }
  expect(cache.figures().bytes).toBeLessThanOrEqual(20_000);
  expect(cache.figures().entries).toBe(8);
  expect([cache.find('popular'), cache.find('page 29'), cache.find('page 0')]).toEqual([
    answer,
    answer,
    undefined,
  ]);
  const large = { packed: await packBody(Buffer.alloc(6000), 'image/png', 5), headers: {} };
  cache.keep('large', large, cache.version());
  expect(cache.find('large')).toBeUndefined();
});

describe.runIf(process.env.GONGKAI_TEST_DATABASE_URL !== undefined)('two nodes on one database', () => {
  test('a change on one empties the cache of the other within seconds', async () => {
    const other = await createServer(place.app, { onCommit: () => {} });
    const otherAddress = await other.listen({ port: 0, host: '127.0.0.1' });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const first = buildOf(await get('/cached', {}, otherAddress));
    expect(buildOf(await get('/cached', {}, otherAddress))).toBe(first);
    await commit(true);
    await expect
      .poll(async () => buildOf(await get('/cached', {}, otherAddress)), { timeout: 5000 })
      .toBeGreaterThan(first);
    await other.close();
  });
});
