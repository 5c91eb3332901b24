import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ConfigFault, readConfig } from '../config.ts';
import type { FileStore } from './file-store.ts';
import { openFileStore } from './open-file-store.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-files-'));
const objectsFolder = path.join(folder, 'objects');
let server: ChildProcess;
let endpoint = '';

function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/** A process that speaks S3; of a version 4 signature it checks the key only. */
beforeAll(async () => {
  const port = await findPort();
  endpoint = `http://127.0.0.1:${port}`;
  const packageFile = createRequire(import.meta.url).resolve('s3rver/package.json');
  const program = path.join(path.dirname(packageFile), 'bin/s3rver.js');
  const words = ['--directory', objectsFolder, '--address', '127.0.0.1', '--port', String(port)];
  server = spawn(process.execPath, [program, ...words, '--configure-bucket', 'gongkai'], { stdio: 'ignore' });
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answers = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (answers) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the object store did not start');
});
afterAll(() => {
  server.kill();
  fs.rmSync(folder, { recursive: true, force: true });
});

function s3Environment(change: Record<string, string> = {}) {
  return {
    GONGKAI_DATA: path.join(folder, 'node'),
    GONGKAI_FILES_S3_ENDPOINT: endpoint,
    GONGKAI_FILES_S3_BUCKET: 'gongkai',
    GONGKAI_FILES_S3_REGION: 'us-east-1',
    GONGKAI_FILES_S3_KEY: 'S3RVER',
    GONGKAI_FILES_S3_SECRET: 'S3RVER',
    ...change,
  };
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
/** SHA-256 of the UTF-8 bytes of 公开, from an independent tool. */
const hashOfGongkai = '7a73baf0ce9abe54e3b5011d479da6736e7668cd61cd07c086b9ec34a97dd604';

const stores: readonly [FileStore['kind'], () => Promise<FileStore>, string][] = [
  ['folder', () => openFileStore(readConfig({ GONGKAI_DATA: folder })), path.join(folder, 'files')],
  ['s3', () => openFileStore(readConfig(s3Environment())), objectsFolder],
];

describe.each(stores)('the %s store', (kind, open, placeOnDisk) => {
  test('is what the configuration names', async () => {
    expect((await open()).kind).toBe(kind);
  });

  test('keeps bytes under their content and gives them back unchanged', async () => {
    const store = await open();
    expect(await store.keep(bytesOf('公开'))).toBe(hashOfGongkai);
    expect(await store.has(hashOfGongkai)).toBe(true);
    expect(await store.find(hashOfGongkai)).toEqual(bytesOf('公开'));
  });

  test('keeps the same bytes once, also when several do so at the same time', async () => {
    const store = await open();
    const keeps = Array.from({ length: 8 }, () => store.keep(bytesOf('同时写入')));
    expect(new Set(await Promise.all(keeps)).size).toBe(1);
  });

  test('keeps nothing as well as a large file with every byte value', async () => {
    const store = await open();
    const empty = await store.keep(new Uint8Array());
    expect(await store.find(empty)).toEqual(new Uint8Array());
    const large = Uint8Array.from({ length: 6_000_000 }, (_, index) => (index * 31) % 256);
    const found = await store.find(await store.keep(large));
    expect(found !== undefined && Buffer.from(found).equals(large)).toBe(true);
  });

  test('knows nothing of contents it was never given, nor of names that are no content', async () => {
    const store = await open();
    expect(await store.find('0'.repeat(64))).toBeUndefined();
    expect(await store.has('0'.repeat(64))).toBe(false);
    expect(await store.find('../../secret')).toBeUndefined();
  });

  test('gives up what it is told to, and nothing else', async () => {
    const store = await open();
    const [kept, given] = await Promise.all([
      store.keep(Buffer.from('to be kept')),
      store.keep(Buffer.from('to be made again')),
    ]);
    await store.forget(given);
    await store.forget(given);
    expect([await store.has(kept), await store.has(given)]).toEqual([true, false]);
  });

  test('does not hand out bytes that were changed behind its back', async () => {
    const store = await open();
    const sha256 = await store.keep(bytesOf('将被改动'));
    const files = fs
      .readdirSync(placeOnDisk, { recursive: true })
      .map((name) => path.join(placeOnDisk, String(name)));
    const [file] = files.filter(
      (name) => path.basename(name).startsWith(sha256) && !/metadata|md5/.test(name),
    );
    if (file === undefined) throw new Error('the content does not lie where it should');
    fs.writeFileSync(file, '被改动了');
    await expect(store.find(sha256)).rejects.toThrow('damaged');
  });
});

test('an unknown key is a fault that names the answer and not the secret', async () => {
  const store = await openFileStore(
    readConfig(s3Environment({ GONGKAI_FILES_S3_KEY: 'unknown', GONGKAI_FILES_S3_SECRET: 'a secret' })),
  );
  const error = await store.find(hashOfGongkai).catch((fault: unknown) => String(fault));
  expect(error).toContain('403');
  expect(error).not.toContain('a secret');
});

test('half a configuration is refused with the names of what is missing', () => {
  const read = () => readConfig(s3Environment({ GONGKAI_FILES_S3_KEY: '', GONGKAI_FILES_S3_BUCKET: '' }));
  expect(read).toThrow(ConfigFault);
  expect(read).toThrow(/GONGKAI_FILES_S3_BUCKET[\s\S]*GONGKAI_FILES_S3_KEY/);
});
