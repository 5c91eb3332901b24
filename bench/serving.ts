/**
 * Measures a node as it is started: from the command to the first page, on an empty data folder and later; then a page
 * and a list a second, beside a bare `node:http` server that answers the same bytes, in turns on the same machine.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const connections = 32;
const roundMilliseconds = 3000;
const rounds = 3;

interface Started {
  readonly address: URL;
  readonly stop: () => Promise<void>;
}

/** Starts a program and waits until it has printed its address. */
async function startProgram(words: readonly string[], environment: Record<string, string>): Promise<Started> {
  const child: ChildProcess = spawn(process.execPath, words, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<URL>((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (text: Buffer) => {
      printed += text.toString('utf8');
      const found = /http:\/\/[0-9.:]+\//.exec(printed)?.[0];
      if (found !== undefined) resolve(new URL(found));
    });
    child.once('exit', (code) => reject(new Error(`${words.join(' ')} ended with ${code}`)));
  });
  return {
    address,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function startPlatform(dataFolder: string): Promise<Started> {
  return startProgram(['dist/cli.js', 'start', '--seed'], {
    DATABASE_URL: '',
    GONGKAI_DATA: dataFolder,
    GONGKAI_PORT: '0',
    GONGKAI_LOG_LEVEL: 'error',
  });
}

/** Answers every request with these bytes: what the platform is compared with. */
function serveBare(file: string, mediaType: string): void {
  const bytes = fs.readFileSync(file);
  const server = http.createServer((_request, response) => {
    response.writeHead(200, { 'content-type': mediaType, 'content-length': bytes.byteLength }).end(bytes);
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    if (typeof address === 'object') process.stdout.write(`http://127.0.0.1:${address?.port}/\n`);
  });
  process.on('SIGTERM', () => process.exit(0));
}

/** Length of a whole answer on the wire, taken from its head. */
function answerLength(beginning: Buffer): number {
  const headLength = beginning.indexOf('\r\n\r\n');
  const length = /^content-length: (\d+)/im.exec(beginning.toString('latin1', 0, headLength))?.[1];
  if (headLength < 0 || length === undefined) throw new Error('an answer without its length');
  return headLength + 4 + Number(length);
}

/** Answers a second over kept connections, one request at a time on each. */
async function measureRate(address: URL): Promise<number> {
  const request = `GET ${address.pathname} HTTP/1.1\r\nhost: ${address.host}\r\n\r\n`;
  let answers = 0;
  let running = true;
  const begun = performance.now();
  setTimeout(() => {
    running = false;
  }, roundMilliseconds);
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = net.connect(Number(address.port), address.hostname);
      let missing = 0;
      socket.write(request);
      for await (const chunk of socket) {
        // An answer begins with a whole head: it is far smaller than what a socket hands over at once.
        missing = (missing === 0 ? answerLength(chunk) : missing) - chunk.length;
        if (missing > 0) continue;
        answers += 1;
        if (!running) break;
        socket.write(request);
      }
      socket.destroy();
    }),
  );
  return (answers * 1000) / (performance.now() - begun);
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

async function comparePage(title: string, address: URL, folder: string): Promise<void> {
  const answer = await fetch(address, { headers: { 'accept-encoding': 'identity' } });
  if (!answer.ok) throw new Error(`${address.pathname} answered ${answer.status}`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const file = path.join(folder, 'bytes');
  fs.writeFileSync(file, bytes);
  const mediaType = answer.headers.get('content-type') ?? '';
  const self = ['--import', 'tsx', fileURLToPath(import.meta.url)];
  const bare = await startProgram([...self, 'bare', file, mediaType], {});
  const platformRates: number[] = [];
  const bareRates: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    bareRates.push(await measureRate(bare.address));
    platformRates.push(await measureRate(address));
  }
  await bare.stop();
  const [ours, theirs] = [median(platformRates), median(bareRates)];
  const share = ((ours / theirs) * 100).toFixed(0);
  console.log(
    `${title} (${bytes.byteLength} bytes): ${ours.toFixed(0)}/s, bare node:http ${theirs.toFixed(0)}/s, ${share} %`,
  );
}

/** Seconds from the command to the first answered page. */
async function timeToFirstPage(title: string, dataFolder: string): Promise<Started> {
  const begun = performance.now();
  const platform = await startPlatform(dataFolder);
  const page = await fetch(platform.address);
  await page.arrayBuffer();
  console.log(
    `${title}: ${((performance.now() - begun) / 1000).toFixed(1)} s to the first page (${page.status})`,
  );
  return platform;
}

async function measure(): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-bench-'));
  const data = path.join(folder, 'data');
  try {
    await (await timeToFirstPage('first start, database and example county made', data)).stop();
    const platform = await timeToFirstPage('later start', data);
    const plans: unknown = await (await fetch(new URL('/api/v1/plans', platform.address))).json();
    const rows: unknown = Reflect.get(Object(plans), 'rows');
    const planId = Array.isArray(rows) ? String(Reflect.get(Object(rows[0]), 'id')) : '';
    await comparePage('home page, cached', platform.address, folder);
    const tasks = new URL(`/api/v1/plans/${planId}/tasks`, platform.address);
    await comparePage('JSON list of a plan’s tasks', tasks, folder);
    await platform.stop();
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const [, , mode, file = '', mediaType = ''] = process.argv;
if (mode === 'bare') serveBare(file, mediaType);
else await measure();
