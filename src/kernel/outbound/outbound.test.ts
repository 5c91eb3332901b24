import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../config.ts';
import { openHostQueue } from './host-queue.ts';
import { judgeError, judgeStatus, probePage } from './probe-page.ts';
import { guardAddresses } from './public-address.ts';

const program = fileURLToPath(new URL('../testing/page-process.mjs', import.meta.url));
let server: ChildProcess;
let root = '';

/** A process of its own that answers as pages of the web do, well and badly. */
beforeAll(async () => {
  server = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = await new Promise<string>((resolve) => {
    server.stdout?.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  root = `http://127.0.0.1:${port}`;
});
afterAll(() => {
  server.kill();
});

const choice = (networks: readonly string[]) => ({
  guard: guardAddresses(networks),
  userAgent: 'Gongkai-LinkCheck (+https://gk.example.gov.cn)',
  timeoutMilliseconds: 10_000,
  signal: new AbortController().signal,
});
const probe = (url: string, networks: readonly string[] = ['127.0.0.0/8']) =>
  probePage(url, choice(networks));
const requestsTo = async (page: string): Promise<unknown> => {
  const answer = await fetch(`${root}/requests?path=${encodeURIComponent(page)}`);
  return answer.json();
};

describe('which addresses may be called', () => {
  const guard = guardAddresses();
  test.each([
    ['8.8.8.8', true],
    ['202.96.128.86', true],
    ['2400:3200::1', true],
    ['127.0.0.1', false],
    ['127.8.9.10', false],
    ['0.0.0.0', false],
    ['10.0.0.1', false],
    ['172.31.255.255', false],
    ['172.32.0.1', true],
    ['192.168.1.1', false],
    ['169.254.169.254', false],
    ['100.100.100.200', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::1', false],
    ['::', false],
    ['fe80::1', false],
    ['fd00::1', false],
    ['::ffff:127.0.0.1', false],
    ['::ffff:7f00:1', false],
    ['::ffff:8.8.8.8', true],
    ['64:ff9b::7f00:1', false],
    ['2002:7f00:1::', false],
    ['no address', false],
  ])('%s: %s', (address, allowed) => {
    expect(guard(address)).toBe(allowed);
  });

  test('an operator opens a network and nothing beside it', () => {
    const opened = guardAddresses(['10.1.0.0/16', 'fd12::/32']);
    expect(['10.1.2.3', '10.2.2.3', 'fd12::5', 'fd13::5', '::ffff:10.1.2.3'].map(opened)).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
  });

  test('a network that is none stops the start with the name of the variable', () => {
    expect(() => readConfig({ GONGKAI_OUTBOUND_NETWORKS: '10.1.0.0/99' })).toThrow(
      'GONGKAI_OUTBOUND_NETWORKS',
    );
    expect(readConfig({ GONGKAI_OUTBOUND_NETWORKS: '10.1.0.0/16, ::1' }).GONGKAI_OUTBOUND_NETWORKS).toEqual([
      '10.1.0.0/16',
      '::1',
    ]);
  });
});

describe('a probe', () => {
  test('finds a page by HEAD, in our own name, and reads nothing', async () => {
    expect(await probe(`${root}/page`)).toEqual({
      verdict: 'alive',
      status: 200,
      detail: '网页可以打开',
      reached: true,
    });
    expect(await requestsTo('/page')).toEqual([
      { method: 'HEAD', agent: 'Gongkai-LinkCheck (+https://gk.example.gov.cn)', range: null },
    ]);
  });

  test('asks a server that knows no HEAD for the first bytes', async () => {
    expect(await probe(`${root}/no-head`)).toMatchObject({ verdict: 'alive' });
    expect(await requestsTo('/no-head')).toMatchObject([
      { method: 'HEAD' },
      { method: 'GET', range: 'bytes=0-1023' },
    ]);
  });

  test('follows a redirect to its end and gives up on a circle', async () => {
    expect(await probe(`${root}/moved`)).toMatchObject({ verdict: 'alive', status: 200 });
    expect(await probe(`${root}/circle`)).toMatchObject({
      verdict: 'failed',
      detail: '网页反复跳转，打不开',
    });
  });

  test.each([
    ['/gone', 'failed', 404],
    ['/broken', 'failed', 500],
    ['/guarded', 'cannotTell', 403],
    ['/busy', 'cannotTell', 429],
  ])('%s: %s', async (page, verdict, status) => {
    expect(await probe(`${root}${page}`)).toMatchObject({ verdict, status, reached: true });
  });

  test('waits no longer than it is told and does not download what it did not ask for', async () => {
    const impatient = { ...choice(['127.0.0.0/8']), timeoutMilliseconds: 50 };
    expect(await probePage(`${root}/silent`, impatient)).toMatchObject({
      verdict: 'failed',
      detail: '网站没有回应',
    });
    expect(await probe(`${root}/endless`)).toMatchObject({ verdict: 'alive' });
  });

  test('calls no forbidden address: typed, by name, or by redirect', async () => {
    const forbidden = { verdict: 'cannotTell', detail: '指向内部网络的地址，平台不访问', reached: false };
    const port = new URL(root).port;
    for (const address of [
      root,
      `http://localhost:${port}/page`,
      `http://[::1]:${port}/`,
      `http://2130706433:${port}/`,
    ]) {
      expect(await probe(address, [])).toMatchObject(forbidden);
    }
    expect(await probe(`${root}/to-metadata`)).toMatchObject(forbidden);
    expect(await probe(`${root}/to-file`)).toMatchObject({ verdict: 'cannotTell' });
  });

  test('is stopped by its caller', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(
      probePage(`${root}/page`, { ...choice(['127.0.0.0/8']), signal: controller.signal }),
    ).rejects.toThrow();
  });
});

test('nothing is said about a page behind an unknown certificate or without a line of our own', () => {
  const failing = (code: string) => judgeError(Object.assign(new Error(code), { code })).verdict;
  expect(
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'CERT_HAS_EXPIRED', 'EAI_AGAIN', 'ENETUNREACH'].map(failing),
  ).toEqual(Array(4).fill('cannotTell'));
  expect(['ENOTFOUND', 'ECONNREFUSED', 'ECONNRESET'].map(failing)).toEqual(Array(3).fill('failed'));
  expect([204, 206, 410, 503].map((status) => judgeStatus(status).verdict)).toEqual([
    'alive',
    'alive',
    'failed',
    'failed',
  ]);
});

test('one host is asked one thing at a time, two hosts at once', async () => {
  const queue = openHostQueue(1);
  const { signal } = new AbortController();
  const running = new Set<string>();
  const seen: string[] = [];
  const work = (host: string) =>
    queue.run(host, signal, async () => {
      expect(running.has(host)).toBe(false);
      running.add(host);
      seen.push([...running].sort().join());
      await new Promise((resolve) => setTimeout(resolve, 5));
      running.delete(host);
    });
  await Promise.all([work('a'), work('a'), work('b'), work('a')]);
  expect(seen).toHaveLength(4);
  expect(seen).toContain('a,b');
});
