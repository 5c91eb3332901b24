/**
 * Measures cached public answers in requests a second beside a bare `node:http` server that answers the same bytes,
 * in turn and in the same run. Each server has a process of its own; run with `npm run bench http`.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readConfig } from '#kernel/config.ts';
import { serveInstallation } from '../src/server.ts';
import { type Load, type LoadResult, sendLoad } from './parts/http-load.ts';

const rounds = 4;
const millisecondsOfRound = 2_000;
const connections = 32;

/** What a browser sends with every request. */
const browserHeaders = {
  'user-agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36',
  accept: 'text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.8',
  'accept-language': 'zh-CN,zh;q=0.9',
  'accept-encoding': 'gzip, deflate, br',
  connection: 'keep-alive',
} as const;

/** One answer for the bare server to repeat. */
const answerSchema = z.object({ headers: z.record(z.string(), z.string()), body: z.string() });
const messageSchema = z.union([
  z.object({ address: z.string() }),
  z.object({ answer: answerSchema }),
  z.object({ cpuMicroseconds: z.number() }),
  z.object({ ask: z.literal('cpu') }),
]);
type Message = z.infer<typeof messageSchema>;

/** Lets the parent ask how much processor time this server has used. */
function tellCpuTime(): void {
  process.on('message', (message) => {
    if (!('ask' in messageSchema.parse(message))) return;
    const { user, system } = process.cpuUsage();
    process.send?.({ cpuMicroseconds: user + system } satisfies Message);
  });
}

/** The product: a seeded installation on the embedded database. */
async function serveProduct(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-bench-'));
  const config = readConfig({ GONGKAI_DATA: folder, GONGKAI_PORT: '0', GONGKAI_LOG_LEVEL: 'warn' });
  const node = await serveInstallation(config, { seedIfEmpty: true, say: () => {} });
  process.on('disconnect', async () => {
    await node.close();
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  });
  tellCpuTime();
  process.send?.({ address: node.address } satisfies Message);
}

/** The least a node server can do: the same head and body for every request. */
function serveBare(): void {
  let headers: Record<string, string> = {};
  let body = Buffer.alloc(0);
  process.on('message', (message) => {
    const parsed = messageSchema.parse(message);
    if (!('answer' in parsed)) return;
    headers = parsed.answer.headers;
    body = Buffer.from(parsed.answer.body, 'base64');
    process.send?.({ address: '' });
  });
  tellCpuTime();
  process.on('disconnect', () => process.exit(0));
  const server = createServer((_request, response) => {
    response.writeHead(200, headers);
    response.end(body);
  });
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    process.send?.({ address: `http://127.0.0.1:${port}` });
  });
}

function startServer(role: string): ChildProcess {
  return fork(fileURLToPath(import.meta.url), [role]);
}

/** The next thing a server tells. */
function messageFrom(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null) => reject(new Error(`a server ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(messageSchema.parse(message));
    });
  });
}

async function addressFrom(child: ChildProcess): Promise<string> {
  const message = await messageFrom(child);
  if (!('address' in message)) throw new Error('a server told something else than its address');
  return message.address;
}

async function cpuTimeOf(child: ChildProcess): Promise<number> {
  const told = messageFrom(child);
  child.send({ ask: 'cpu' } satisfies Message);
  const message = await told;
  return 'cpuMicroseconds' in message ? message.cpuMicroseconds : 0;
}

interface Side {
  readonly address: string;
  readonly child: ChildProcess;
  readonly results: Measured[];
}

interface Measured extends LoadResult {
  /** Processor time of the server for one request, in microseconds. */
  readonly cpu: number;
}

/** What the product answers now that the answer is kept: head without what each server adds itself, and body. */
async function fetchKeptAnswer(address: string, target: string): Promise<z.infer<typeof answerSchema>> {
  const get = () =>
    new Promise<z.infer<typeof answerSchema>>((resolve, reject) => {
      const asked = request(`${address}${target}`, { headers: browserHeaders }, (response) => {
        if (response.statusCode !== 200) reject(new Error(`${target} answers ${response.statusCode}`));
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => {
          const own = new Set(['date', 'connection', 'keep-alive']);
          const headers = Object.entries(response.headers).filter(([name]) => !own.has(name));
          resolve({
            headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
            body: Buffer.concat(chunks).toString('base64'),
          });
        });
      });
      asked.on('error', reject);
      asked.end();
    });
  await get();
  return get();
}

function bestOf(results: readonly Measured[]): Measured {
  return results.reduce((best, result) => (result.perSecond > best.perSecond ? result : best));
}

function printRow(cells: readonly string[]): void {
  console.log(cells.map((cell, index) => (index === 0 ? cell.padEnd(34) : cell.padStart(15))).join(''));
}

async function measureSide(side: Side, target: string): Promise<Measured> {
  const load: Load = {
    address: side.address,
    path: target,
    headers: browserHeaders,
    connections,
    milliseconds: millisecondsOfRound,
  };
  const before = await cpuTimeOf(side.child);
  const result = await sendLoad(load);
  const used = (await cpuTimeOf(side.child)) - before;
  return { ...result, cpu: used / ((result.perSecond * millisecondsOfRound) / 1000) };
}

async function compare(label: string, target: string, servers: { product: Side; bare: Side }): Promise<void> {
  const product: Side = { ...servers.product, results: [] };
  const bare: Side = { ...servers.bare, results: [] };
  const answer = await fetchKeptAnswer(product.address, target);
  const ready = messageFrom(bare.child);
  bare.child.send({ answer } satisfies Message);
  await ready;
  for (let round = -1; round < rounds; round += 1) {
    for (const side of [product, bare]) {
      const measured = await measureSide(side, target);
      // The first round only warms up.
      if (round >= 0) side.results.push(measured);
    }
  }
  const [ours, theirs] = [bestOf(product.results), bestOf(bare.results)];
  const bytes = Buffer.from(answer.body, 'base64').byteLength;
  const perSecond = (result: LoadResult) => `${Math.round(result.perSecond)}/s`;
  printRow([
    `${label} (${bytes} B ${answer.headers['content-encoding'] ?? ''})`,
    perSecond(ours),
    perSecond(theirs),
    `${Math.round((ours.perSecond / theirs.perSecond) * 100)} %`,
    `${ours.cpu.toFixed(1)} / ${theirs.cpu.toFixed(1)}`,
    `${ours.half.toFixed(2)} / ${ours.most.toFixed(2)}`,
  ]);
}

async function measureAll(): Promise<void> {
  const children = { product: startServer('product'), bare: startServer('bare') };
  try {
    const [product, bareAddress] = await Promise.all([
      addressFrom(children.product),
      addressFrom(children.bare),
    ]);
    const servers = {
      product: { address: product, child: children.product, results: [] },
      bare: { address: bareAddress, child: children.bare, results: [] },
    };
    const plans = await (await fetch(`${product}/api/v1/plans`)).text();
    const planId = z
      .object({ rows: z.tuple([z.object({ id: z.string() })]).rest(z.unknown()) })
      .parse(JSON.parse(plans)).rows[0].id;
    console.log(
      `${connections} connections, best of ${rounds} rounds of ${millisecondsOfRound / 1000} s in turn`,
    );
    printRow(['', 'Gongkai', 'bare node:http', 'share', 'CPU µs each', 'p50 / p99 ms']);
    await compare('first page', '/', servers);
    await compare('plan page', `/plans/${planId}`, servers);
    await compare('JSON list of tasks', `/api/v1/plans/${planId}/tasks`, servers);
    await compare('JSON list of plans', '/api/v1/plans', servers);
    console.log('aims: pages 70 %, JSON lists 60 %');
  } finally {
    for (const child of Object.values(children)) child.disconnect();
  }
}

switch (process.argv[2]) {
  case 'product':
    await serveProduct();
    break;
  case 'bare':
    serveBare();
    break;
  default:
    await measureAll();
}
