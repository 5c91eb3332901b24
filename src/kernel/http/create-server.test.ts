import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visitor } from '../actor.ts';
import { testOfficer } from '../testing/test-actors.ts';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { noticeModule } from './given.tsx';

let place: TestServer;
const unitId = '01890000-0000-7000-8000-000000000001';
const noticeId = '01890000-0000-7000-8000-0000000000aa';
const clerk = testOfficer({ roles: ['clerk'], unitId });
const auditor = testOfficer({ roles: ['auditor'], unitId });

beforeAll(async () => {
  place = await openTestServer({ modules: [noticeModule] });
});
afterAll(() => place.close());

const goodNotice = { title: '公告', pages: 1, kind: 'plan' };

describe('the JSON interface', () => {
  test('serves a checked query and a checked reply below its root', async () => {
    const answer = await place.ask(visitor, { method: 'GET', url: '/api/v1/notices?year=2026&utm=x' });
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ rows: [{ title: '公告2026' }] });
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('says every wrong field at once, in Chinese, without repeating what was sent', async () => {
    const answer = await place.ask(clerk, {
      method: 'POST',
      url: '/api/v1/notices',
      payload: { title: '', pages: 0.5, kind: 'poem' },
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json()).toMatchObject({
      status: 400,
      code: 'http.badInput',
      title: '填写的内容有误',
      fields: [
        { path: 'title', message: '请填写' },
        { path: 'pages', message: '应为整数' },
        { path: 'kind', message: '只能选择列出的选项' },
      ],
    });
    expect(answer.json().instance).toBe(answer.headers['x-request-id']);
    const query = await place.ask(visitor, { method: 'GET', url: '/api/v1/notices?year=1999' });
    expect(query.json().fields).toEqual([{ path: 'query.year', message: '不能小于2000' }]);
  });

  test('a creation answers 201, a refusal its status with sentence and article', async () => {
    const created = await place.ask(clerk, { method: 'POST', url: '/api/v1/notices', payload: goodNotice });
    expect([created.statusCode, Object.keys(created.json())]).toEqual([201, ['noticeId']]);
    const refused = await place.ask(clerk, {
      method: 'POST',
      url: '/api/v1/notices',
      payload: { ...goodNotice, title: '旧公告' },
    });
    expect(refused.json()).toEqual({
      type: '/api/docs#notice.closed',
      title: '《旧公告》已经截止',
      status: 409,
      detail: '公告期已满。请查看新的公告。',
      instance: refused.headers['x-request-id'],
      code: 'notice.closed',
      why: '公告期已满',
      todo: '请查看新的公告',
      article: '政府信息公开条例第二十六条',
    });
  });

  test.each([
    ['visitor', visitor, 401, 'access.signInNeeded'],
    ['auditor', auditor, 403, 'access.forbidden'],
  ] as const)('%s may not write, and is told before the body is read', async (_name, actor, status, code) => {
    const answer = await place.ask(actor, { method: 'POST', url: '/api/v1/notices', payload: '{"broken' });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });

  test('a body that is not JSON, of another kind or too large is refused', async () => {
    const send = (payload: string, type: string) =>
      place.ask(clerk, {
        method: 'POST',
        url: '/api/v1/notices',
        payload,
        headers: { 'content-type': type },
      });
    expect((await send('{"a', 'application/json')).json()).toMatchObject({
      status: 400,
      code: 'http.badRequest',
    });
    expect((await send('{"__proto__":{}}', 'application/json')).statusCode).toBe(400);
    expect((await send('', 'application/json')).json().fields).toEqual([{ path: '', message: '请填写' }]);
    expect((await send('<a/>', 'text/xml')).json()).toMatchObject({ status: 415 });
    expect((await send('a=1', 'application/x-www-form-urlencoded')).statusCode).toBe(415);
    expect((await send(`"${'x'.repeat(1_100_000)}"`, 'application/json')).json()).toMatchObject({
      status: 413,
      detail: '一次最多1 MB。请缩小文件或分几次提交。',
    });
  });

  test('unknown addresses and methods are told apart', async () => {
    const missing = await place.ask(visitor, { method: 'GET', url: '/api/v1/nothing' });
    expect(missing.json()).toMatchObject({ status: 404, code: 'http.notFound' });
    const method = await place.ask(visitor, { method: 'PUT', url: '/api/v1/notices', payload: {} });
    expect(method.json()).toMatchObject({ status: 405, code: 'http.methodNotAllowed' });
    expect(method.headers.allow).toBe('GET, POST, HEAD');
    const mistyped = await place.ask(clerk, { method: 'DELETE', url: '/api/v1/notices/7' });
    expect(mistyped.statusCode).toBe(404);
    expect((await place.ask(visitor, { method: 'GET', url: '/api/v1/%zz' })).statusCode).toBe(400);
  });

  test('a reply that breaks its schema, or an exception, is a fault that shows its number only', async () => {
    for (const url of ['/api/v1/notices/lie', '/api/v1/notices/break?name=%E6%9D%8E%E5%9B%9B']) {
      const answer = await place.ask(visitor, { method: 'GET', url });
      expect(answer.json()).toMatchObject({ status: 500, code: 'http.fault', title: '这次没有办成' });
      expect(answer.body).not.toMatch(/张三|李四|secret/);
      expect(answer.json().why).toContain(answer.headers['x-request-id']);
    }
  });

  test('a long answer goes out compressed to who takes it', async () => {
    const long = (headers: Record<string, string>) =>
      place.ask(visitor, { method: 'GET', url: '/api/v1/notices/long', headers });
    const [plain, packed] = [await long({}), await long({ 'accept-encoding': 'gzip, br' })];
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(packed.rawPayload.byteLength).toBeLessThan(plain.rawPayload.byteLength / 10);
    expect(JSON.parse(gunzipSync(packed.rawPayload).toString())).toEqual(plain.json());
  });

  test('an empty outcome is 204, and HEAD answers without a body', async () => {
    const removed = await place.ask(clerk, {
      method: 'DELETE',
      url: `/api/v1/notices/${noticeId}?unitId=${unitId}`,
    });
    expect([removed.statusCode, removed.body]).toEqual([204, '']);
    const head = await place.ask(visitor, { method: 'HEAD', url: '/api/v1/notices' });
    expect([head.statusCode, head.body]).toEqual([200, '']);
  });
});

describe('pages', () => {
  test('are whole documents under a strict policy', async () => {
    const answer = await place.ask(visitor, { method: 'GET', url: `/notices/${noticeId}` });
    expect(answer.body).toMatch(/^<!doctype html><html lang="zh-CN">/i);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    });
    expect(answer.headers['strict-transport-security']).toBeUndefined();
  });

  test('say no as a page', async () => {
    const answer = await place.ask(visitor, { method: 'GET', url: '/notices/7' });
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(answer.body).toContain('<h1>没有找到这个地址</h1>');
  });

  test('a refused form comes back with everything typed kept', async () => {
    const answer = await place.ask(visitor, {
      method: 'POST',
      url: `/notices/${noticeId}/opinions`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({ text: '我认为这条路应当加宽到六米' }).toString(),
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toContain('<div role="alert">最多10个字</div>');
    expect(answer.body).toContain('我认为这条路应当加宽到六米</textarea>');
  });

  test('a good form redirects and may set cookies', async () => {
    const answer = await place.ask(visitor, {
      method: 'POST',
      url: `/notices/${noticeId}/opinions`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'text=%E5%8F%AF%E4%BB%A5',
    });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/notices/${noticeId}`]);
    expect(answer.headers['set-cookie']).toBe(
      'thanks=%E8%B0%A2%E8%B0%A2; Path=/; HttpOnly; SameSite=Lax; Max-Age=60',
    );
  });
});

test('a file somebody handed in can run nothing, whatever it is', async () => {
  const answer = await place.ask(visitor, { method: 'GET', url: '/api/v1/notices/file' });
  expect(answer.headers).toMatchObject({
    'content-type': 'text/html',
    'content-disposition': 'attachment; filename="a.html"',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  });
});

describe('uploads', () => {
  const boundary = 'x-part';
  const part = (name: string, file: string | undefined, content: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file === undefined ? '' : `; filename="${file}"\r\nContent-Type: text/plain`}\r\n\r\n${content}\r\n`;
  const upload = (parts: readonly string[], url = '/api/v1/notices/files') =>
    place.ask(clerk, {
      method: 'POST',
      url,
      headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
      payload: `${parts.join('')}--${boundary}--\r\n`,
    });

  test('arrive with their names and fields', async () => {
    const answer = await upload([
      part('note', undefined, '说明'),
      part('file', '通知.txt', 'abc'),
      part('file', '', ''),
    ]);
    expect(answer.json()).toEqual({ files: ['通知.txt 3'], note: '说明' });
  });

  test('too much, too many or nowhere to put it is refused', async () => {
    expect((await upload([part('file', 'a', 'x'.repeat(2001))])).json().code).toBe('http.tooLarge');
    expect(
      (await upload([part('f', 'a', 'x'.repeat(1500)), part('f', 'b', 'x'.repeat(1500))])).statusCode,
    ).toBe(413);
    const many = Array.from({ length: 11 }, (_, index) => part('f', `${index}.txt`, 'x'));
    expect((await upload(many)).json().code).toBe('http.tooManyFiles');
    expect((await upload([part('file', 'a', 'x')], '/api/v1/notices')).statusCode).toBe(415);
  });
});

describe('requests from elsewhere', () => {
  const send = (headers: Record<string, string>) =>
    place.server.inject({
      method: 'POST',
      url: `/notices/${noticeId}/opinions`,
      headers: { host: 'open.cn', 'content-type': 'application/x-www-form-urlencoded', ...headers },
      payload: 'text=a',
    });

  test.each([
    [{ 'sec-fetch-site': 'cross-site', origin: 'http://open.cn' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ cookie: 'session=1' }, 403],
    [{ cookie: 'session=1', referer: 'http://evil.example/http://open.cn' }, 403],
    [{ cookie: 'session=1', referer: 'http://open.cn/notices' }, 303],
    [{ origin: 'http://open.cn' }, 303],
    [{ 'sec-fetch-site': 'same-origin' }, 303],
    [{}, 303],
  ])('%j gets %i', async (headers, status) => {
    expect((await send(headers)).statusCode).toBe(status);
  });
});

describe('behind https', () => {
  test('cookies are bound to the host and the browser is told to stay', async () => {
    const secure = await openTestServer({
      modules: [noticeModule],
      environment: { GONGKAI_PUBLIC_URL: 'https://open.example.cn/' },
    });
    try {
      const answer = await secure.server.inject({
        method: 'POST',
        url: `/notices/${noticeId}/opinions`,
        headers: { origin: 'https://open.example.cn', 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'text=a',
      });
      expect(answer.statusCode).toBe(303);
      expect(answer.headers['set-cookie']).toMatch(/^__Host-thanks=.*; Secure; Max-Age=60$/);
      expect(answer.headers['strict-transport-security']).toContain('max-age=31536000');
    } finally {
      await secure.close();
    }
  });
});
