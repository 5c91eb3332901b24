import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testOfficer } from '../testing/test-actors.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { serverOnTestApp, type TestServer } from '../testing/test-server.ts';
import { noticeModule } from './given.tsx';
import { maskAddress } from './observe.ts';

let base: TestApp;
let place: TestServer;
const lines: string[] = [];
const officer = testOfficer({ roles: ['clerk'], unitId: '01890000-0000-7000-8000-000000000001' });

beforeAll(async () => {
  base = await openTestApp({ modules: [noticeModule], environment: { GONGKAI_TRUSTED_PROXIES: '1' } });
  const log = pino(
    { level: 'debug' },
    new Writable({
      write(chunk, _encoding, done) {
        lines.push(String(chunk));
        done();
      },
    }),
  );
  place = await serverOnTestApp({ ...base, app: { ...base.app, log } });
});
afterAll(() => place.close());

describe('the log', () => {
  test('tells route, status and time, and nothing a person typed or is', async () => {
    const canaries = ['张三丰', '13800138000', '203.0.113.77', '旧公告'];
    const headers = {
      'x-forwarded-for': '203.0.113.77',
      'user-agent': 'canary-browser',
      cookie: 'session=canary-cookie',
    };
    const read = await place.ask(officer, {
      method: 'GET',
      url: '/api/v1/notices?name=%E5%BC%A0%E4%B8%89%E4%B8%B0&phone=13800138000',
      headers,
    });
    await place.ask(officer, {
      method: 'POST',
      url: '/api/v1/notices',
      headers,
      payload: { title: '旧公告', pages: 1, kind: 'plan', phone: '13800138000' },
    });
    await place.ask(officer, {
      method: 'GET',
      url: '/api/v1/notices/break?name=%E5%BC%A0%E4%B8%89%E4%B8%B0',
      headers,
    });
    await place.ask(officer, { method: 'GET', url: '/notices/13800138000', headers });
    const text = lines.join('');
    for (const canary of [...canaries, 'canary', officer.name, officer.id, encodeURIComponent('张三丰')]) {
      expect(text).not.toContain(canary);
    }
    const entries = lines.map((line) => JSON.parse(line));
    expect(entries.find((entry) => entry.requestId === read.headers['x-request-id'])).toMatchObject({
      route: 'notice.list',
      method: 'GET',
      status: 200,
      ms: expect.any(Number),
      from: '203.0.113.*',
    });
    const faults = entries.filter((entry) => entry.msg === 'request failed');
    expect(faults).toHaveLength(1);
    expect(faults[0].fault).toMatchObject({ kind: 'SyntaxError' });
    expect(faults[0].fault.stack.join()).toContain('given.tsx');
  });

  test.each([
    ['203.0.113.77', '203.0.113.*'],
    ['::ffff:203.0.113.77', '203.0.113.*'],
    ['2001:db8:85a3::8a2e:370:7334', '2001:db8:85a3:*'],
    ['not an address', '*'],
  ])('%s becomes %s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });
});

describe('health and figures', () => {
  test('alive and ready when the database answers with every migration', async () => {
    expect((await place.server.inject('/health/live')).json()).toEqual({ status: 'live' });
    expect((await place.server.inject('/health/ready')).json()).toEqual({ status: 'ready' });
    await base.app.database.pool.query(
      'update schema_migration set version = version + 1000 where version = 1',
    );
    await base.app.database.pool.query(
      'create table kept as select * from schema_migration where version = 1001',
    );
    await base.app.database.pool.query('delete from schema_migration where version = 1001');
    const lacking = await place.server.inject('/health/ready');
    expect([lacking.statusCode, lacking.json().code]).toEqual([503, 'http.notReady']);
    await base.app.database.pool.query('insert into schema_migration select * from kept');
    await base.app.database.pool.query('update schema_migration set version = 1 where version = 1001');
  });

  test('figures name routes, and only this machine sees them', async () => {
    const figures = await place.server.inject('/metrics');
    expect(figures.body).toMatch(
      /gongkai_http_request_seconds_count\{route="notice.list",method="GET",status="200"\} 1/,
    );
    expect(figures.body).toContain('gongkai_http_faults_total{route="notice.break"} 1');
    const outside = await place.server.inject({ url: '/metrics', remoteAddress: '203.0.113.9' });
    expect(outside.statusCode).toBe(404);
    const proxied = await place.server.inject({
      url: '/metrics',
      headers: { 'x-forwarded-for': '203.0.113.9' },
    });
    expect(proxied.statusCode).toBe(404);
  });

  test('a configured token replaces nearness', async () => {
    const token = 'a token for the monitor';
    const config = { ...base.app.config, GONGKAI_METRICS_TOKEN: token };
    const guarded = await serverOnTestApp({ ...base, app: { ...base.app, config } });
    const ask = (authorization: string) =>
      guarded.server.inject({ url: '/metrics', headers: { authorization } });
    expect((await ask(`Bearer ${token}`)).statusCode).toBe(200);
    expect((await ask('Bearer another token here')).statusCode).toBe(404);
    await guarded.server.close();
  });
});
