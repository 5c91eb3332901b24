import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestServer, type TestServer } from '../testing/test-server.ts';
import { findAsset } from './assets.ts';
import { openStaticFolder } from './static-folder.ts';

let place: TestServer;
let folder: string;
const script = `export const words = '${'工作台'.repeat(1000)}';`;

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-desk-'));
  fs.mkdirSync(path.join(folder, 'desk/assets'), { recursive: true });
  fs.writeFileSync(path.join(folder, 'secret.txt'), 'not for browsers');
  fs.writeFileSync(
    path.join(folder, 'desk/index.html'),
    '<meta name="csp-nonce" content="__CSP_NONCE__"><div id="desk"></div>',
  );
  fs.writeFileSync(path.join(folder, 'desk/assets/main-1a2b.js'), script);
  place = await openTestServer({ modules: [], server: { deskFolder: path.join(folder, 'desk') } });
});
afterAll(async () => {
  await place.close();
  fs.rmSync(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) =>
  place.server.inject({ method: 'GET', url, headers });

describe('the desk', () => {
  test('every address below it is the shell, with a nonce of its own in page and policy', async () => {
    const first = await get('/desk/plan/board');
    const nonce = /content="([^"]+)"/.exec(first.body)?.[1] ?? '';
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(first.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(first.headers['content-security-policy']).toContain("script-src 'self';");
    expect(first.headers['cache-control']).toBe('no-store');
    for (const url of ['/desk', '/desk/', '/desk/index.html']) {
      const again = await get(url);
      expect(again.body).toContain('id="desk"');
      expect(again.body).not.toContain(nonce);
      expect(again.body).not.toContain('__CSP_NONCE__');
    }
  });

  test('its files are compressed, kept for ever and answered with 304', async () => {
    const file = await get('/desk/assets/main-1a2b.js', { 'accept-encoding': 'gzip, br;q=0' });
    expect(file.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    });
    expect(gunzipSync(file.rawPayload).toString()).toBe(script);
    const held = await get('/desk/assets/main-1a2b.js', { 'if-none-match': String(file.headers.etag) });
    expect([held.statusCode, held.body]).toEqual([304, '']);
  });

  test.each([
    '/desk/../secret.txt',
    '/desk/..%2fsecret.txt',
    '/desk/%2e%2e/secret.txt',
    '/desk/assets/gone.js',
  ])('%s is not found', async (url) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain('not for browsers');
  });

  test('a desk that was not built says so', async () => {
    const bare = await openTestServer({ modules: [], server: { deskFolder: path.join(folder, 'nowhere') } });
    const answer = await bare.server.inject('/desk');
    expect([answer.statusCode, answer.body.includes('尚未构建')]).toEqual([503, true]);
    await bare.close();
  });
});

describe('assets of the site', () => {
  test('are found by marked and by plain name; only the true mark lasts', () => {
    const site = path.join(folder, 'site');
    fs.mkdirSync(path.join(site, 'fonts'), { recursive: true });
    fs.writeFileSync(path.join(site, 'fonts/song.v1.woff2'), 'font');
    const files = openStaticFolder(site, true);
    const mark = files.find('fonts/song.v1.woff2')?.mark ?? '';
    const lasting = (name: string) => findAsset(name, files)?.isLasting;
    expect(lasting(`fonts/song.v1.${mark}.woff2`)).toBe(true);
    expect(lasting('fonts/song.v1.woff2')).toBe(false);
    expect(lasting('fonts/song.v1.000.woff2')).toBe(false);
    expect(lasting('fonts/other.woff2')).toBeUndefined();
    fs.writeFileSync(path.join(site, 'fonts/song.v1.woff2'), 'a longer font');
    expect(lasting(`fonts/song.v1.${mark}.woff2`)).toBe(false);
  });
});
