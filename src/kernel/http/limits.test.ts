import net from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visitor } from '../actor.ts';
import { accountSubject, addressSubject, countAttempt, forgetAttempts } from '../attempts/attempts.ts';
import { defineModule } from '../module.ts';
import { testOfficer } from '../testing/test-actors.ts';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { noticeModule } from './given.tsx';
import { openReadLimiter } from './read-limit.ts';
import { apiRoute } from './route.ts';

let place: TestServer;
const noticeId = '01890000-0000-7000-8000-0000000000aa';
const clerk = testOfficer({ roles: ['clerk'], unitId: '01890000-0000-7000-8000-000000000001' });

const doorModule = defineModule({
  name: 'door',
  title: '门',
  routes: [
    apiRoute({
      name: 'door.knock',
      summary: '敲门',
      access: 'public',
      method: 'GET',
      path: '/door',
      attempts: { limit: 2, windowSeconds: 600 },
      handle: async () => undefined,
    }),
  ],
});

beforeAll(async () => {
  place = await openTestServer({
    modules: [noticeModule, doorModule],
    environment: { GONGKAI_TRUSTED_PROXIES: '1' },
    server: {
      limits: { perMinute: 20, visitorChangesPerMinute: 2, officerChangesPerMinute: 3 },
      bodyMilliseconds: 200,
    },
  });
});
afterAll(() => place.close());

describe('the bucket of an address', () => {
  test('allows a burst, then refills steadily, each address for itself', () => {
    const take = openReadLimiter({ perMinute: 60 });
    for (let time = 0; time < 60; time += 1) expect(take('a', 1000)).toBeUndefined();
    expect(take('a', 1000)).toBe(1);
    expect(take('b', 1000)).toBeUndefined();
    expect(take('a', 1999)).toBe(1);
    expect(take('a', 2001)).toBeUndefined();
    expect(take('a', 2001)).toBe(1);
  });

  test('addresses of one household are one subject', () => {
    expect(addressSubject('2001:db8::1')).toBe(addressSubject('2001:db8:0:0:ffff::2'));
    expect(addressSubject('2001:db8:0:1::1')).not.toBe(addressSubject('2001:db8::1'));
    expect(addressSubject('::ffff:203.0.113.7')).toBe(addressSubject('203.0.113.7'));
    expect(addressSubject('203.0.113.8')).not.toBe(addressSubject('203.0.113.7'));
  });
});

describe('attempts counted for all nodes', () => {
  const rule = { action: 'test.signIn', limit: 2, windowSeconds: 900 };

  test('run out within a window, begin anew with the next, and can be forgotten', async () => {
    const { database } = place.app;
    const at = (time: string) => new Date(`2026-11-20T${time}+08:00`);
    const subject = accountSubject(' Zhang.San ');
    const count = async (time: string) => (await countAttempt(database, rule, subject, at(time))).allowed;
    expect([await count('09:00:00'), await count('09:01:00'), await count('09:14:30')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(await countAttempt(database, rule, accountSubject('zhang.san'), at('09:14:30'))).toEqual({
      allowed: false,
      hits: 4,
      retryAfterSeconds: 30,
    });
    expect(await count('09:15:00')).toBe(true);
    await forgetAttempts(database, rule, subject, at('09:16:00'));
    expect((await countAttempt(database, rule, subject, at('09:16:00'))).hits).toBe(1);
  });

  test('are kept without the name', async () => {
    const { rows } = await place.app.database.pool.query('select key from rate_counter');
    expect(JSON.stringify(rows)).not.toMatch(/zhang/i);
  });
});

describe('the server', () => {
  const from = (address: string) => ({ 'x-forwarded-for': address });

  test('tells a greedy address when to come back, by the address the trusted proxy reports', async () => {
    const read = (address: string) =>
      place.ask(visitor, { method: 'GET', url: '/api/v1/notices', headers: from(address) });
    for (let time = 0; time < 20; time += 1) expect((await read('203.0.113.1')).statusCode).toBe(200);
    const refused = await read('198.51.100.9, 203.0.113.1');
    expect(refused.json()).toMatchObject({ status: 429, code: 'attempts.tooMany' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.json().todo).toMatch(/请在\d+秒后再试/);
    expect((await read('203.0.113.2')).statusCode).toBe(200);
  });

  test('counts changes of visitors by address and of officers by account', async () => {
    const attach = (actor: typeof clerk | typeof visitor, address: string) =>
      place.ask(actor, { method: 'POST', url: '/api/v1/notices/files', payload: {}, headers: from(address) });
    const statuses: number[] = [];
    for (let time = 0; time < 3; time += 1) statuses.push((await attach(visitor, '203.0.113.3')).statusCode);
    for (let time = 0; time < 4; time += 1)
      statuses.push((await attach(clerk, `203.0.113.${10 + time}`)).statusCode);
    expect(statuses).toEqual([200, 200, 429, 200, 200, 200, 429]);
  });

  test('lets an address try a named thing so many times and no more', async () => {
    const knock = (address: string) =>
      place.ask(visitor, { method: 'GET', url: '/api/v1/door', headers: from(address) });
    const statuses: number[] = [];
    for (let time = 0; time < 3; time += 1) statuses.push((await knock('203.0.113.40')).statusCode);
    expect([...statuses, (await knock('203.0.113.41')).statusCode]).toEqual([204, 204, 429, 204]);
    const refused = await knock('203.0.113.40');
    // The clock stands at nine, where a window of ten minutes begins.
    expect([refused.headers['retry-after'], refused.json().todo]).toEqual(['600', '请在10分钟后再试']);
  });

  test('hangs up on a trickled body and on an endless head', async () => {
    const address = await place.server.listen({ port: 0, host: '127.0.0.1' });
    const { port } = new URL(address);
    const converse = (text: string) =>
      new Promise<string>((resolve) => {
        const socket = net.connect(Number(port), '127.0.0.1');
        let answer = '';
        socket.on('data', (chunk) => {
          answer += chunk;
        });
        socket.on('error', () => resolve(answer));
        socket.on('close', () => resolve(answer));
        socket.write(text);
      });
    const head = `POST /notices/${noticeId}/opinions HTTP/1.1\r\nhost: a\r\ncontent-type: application/x-www-form-urlencoded\r\n`;
    expect(await converse(`${head}content-length: 100\r\n\r\n{`)).toBe('');
    expect(await converse(`${head}x-long: ${'x'.repeat(20_000)}\r\n\r\n`)).toContain('431');
  });
});
