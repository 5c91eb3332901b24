/**
 * For tests: walks a route with a visitor, with every role in the owning unit and with an officer of another unit, and
 * compares what the server does with what the permission table says. Modules bring one sample per route.
 */
import { sql } from 'drizzle-orm';
import { type Actor, type OfficerActor, type OfficerRole, officerRoles, visitor } from '../actor.ts';
import { type AddressQuery, addressQueryText } from '../http/address.ts';
import { servedPattern } from '../http/gather-routes.ts';
import type { Route, UploadedFile } from '../http/route.ts';
import { isSafeMethod } from '../http/same-origin.ts';
import type { PermissionRow } from '../permission.ts';
import type { TestServer } from './test-server.ts';

/** A request that succeeds when the sender may send it. */
export interface RouteSample {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: AddressQuery;
  /** JSON, or the fields of a form. */
  readonly body?: unknown;
  readonly files?: readonly UploadedFile[];
  readonly headers?: Readonly<Record<string, string>>;
  /** The unit whose object it touches; without it the route knows no owner. */
  readonly unitId?: string;
  /** Answer of a sender who may; any success unless said (a feature that is not configured here refuses). */
  readonly status?: number;
}

/** By route name. Called anew for every sender who may change something. */
export type RouteSamples<Given> = Readonly<Record<string, (given: Given) => Promise<RouteSample>>>;

export interface RouteWalk<Given> {
  readonly server: TestServer;
  readonly given: Given;
  readonly samples: RouteSamples<Given>;
  /** Makes an officer with these roles in a unit. */
  readonly officer: (roles: readonly OfficerRole[], unitId: string) => Promise<OfficerActor>;
  /** Owner of what a sample does not give a unit. */
  readonly homeUnitId: string;
  /** Neither the home unit nor above or below it. */
  readonly otherUnitId: string;
}

type Expectation = 'pass' | 'admitted' | 'signIn' | 'forbidden' | 'notTheirs';

interface Sender {
  readonly label: string;
  readonly actor: Actor;
  readonly expectation: Expectation;
}

/** Routes without a sample and samples without a route. */
export function listUnmatchedSamples(routes: readonly Route[], samples: RouteSamples<never>): string[] {
  const names = new Set(routes.map((route) => route.name));
  return [
    ...routes.filter((route) => !(route.name in samples)).map((route) => `${route.name}: no sample`),
    ...Object.keys(samples)
      .filter((name) => !names.has(name))
      .map((name) => `${name}: no such route`),
  ];
}

function expectationOf(
  route: Route,
  row: PermissionRow | undefined,
  role: OfficerRole | undefined,
): Expectation {
  if (route.access === 'public') return 'pass';
  if (role === undefined) return 'signIn';
  if (row === undefined) return 'admitted';
  return row.roles.includes(role) ? 'pass' : 'forbidden';
}

async function listSenders<Given>(
  walk: RouteWalk<Given>,
  route: Route,
  ownerId: string | undefined,
): Promise<Sender[]> {
  const row = walk.server.app.permissions[route.access];
  const senders: Sender[] = [
    { label: 'a visitor', actor: visitor, expectation: expectationOf(route, row, undefined) },
  ];
  for (const role of officerRoles) {
    const actor = await walk.officer([role], ownerId ?? walk.homeUnitId);
    senders.push({ label: role, actor, expectation: expectationOf(route, row, role) });
  }
  if (row?.reach === 'unit' && ownerId !== undefined) {
    const ownOnly = row.roles.filter((role) => row.forAllUnits?.includes(role) !== true);
    const actor = await walk.officer(ownOnly, walk.otherUnitId);
    senders.push({ label: 'an officer of another unit', actor, expectation: 'notTheirs' });
  }
  return senders;
}

function addressOf(route: Route, sample: RouteSample): string {
  const path = servedPattern(route)
    .split('/')
    .map((segment) => {
      if (!segment.startsWith(':')) return segment;
      const value = sample.params?.[segment.slice(1)];
      if (value === undefined) throw new Error(`the sample of ${route.name} lacks ${segment}`);
      return encodeURIComponent(value);
    })
    .join('/');
  return `${path}${addressQueryText(sample.query)}`;
}

function encodeBody(
  route: Route,
  sample: RouteSample,
): { payload?: string | Buffer; headers: Record<string, string> } {
  if (sample.files !== undefined) return encodeMultipart(sample);
  if (sample.body === undefined) return { headers: {} };
  if (route.kind === 'api') {
    return { payload: JSON.stringify(sample.body), headers: { 'content-type': 'application/json' } };
  }
  return {
    payload: addressQueryText(Object(sample.body)).slice(1),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  };
}

function encodeMultipart(sample: RouteSample): { payload: Buffer; headers: Record<string, string> } {
  const boundary = 'walked-route';
  const pieces: Uint8Array[] = [];
  const text = (line: string) => pieces.push(Buffer.from(line));
  for (const [name, value] of Object.entries(Object(sample.body))) {
    text(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${String(value)}\r\n`);
  }
  for (const file of sample.files ?? []) {
    text(
      `--${boundary}\r\nContent-Disposition: form-data; name="${file.field}"; filename="${file.name}"\r\nContent-Type: ${file.mediaType}\r\n\r\n`,
    );
    pieces.push(file.bytes);
    text('\r\n');
  }
  text(`--${boundary}--\r\n`);
  return {
    payload: Buffer.concat(pieces),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}

async function countAuditEntries(server: TestServer): Promise<number> {
  const { rows } = await server.app.database.read.execute(sql`select count(*)::int as n from audit_entry`);
  return Number(rows[0]?.n);
}

function judgeAnswer(expectation: Expectation, status: number, sample: RouteSample): string | undefined {
  switch (expectation) {
    case 'pass': {
      const isRight = sample.status === undefined ? status < 400 : status === sample.status;
      return isRight
        ? undefined
        : `should pass${sample.status === undefined ? '' : ` with ${sample.status}`}`;
    }
    case 'admitted':
      return status !== 401 && status < 500 ? undefined : 'should be admitted';
    case 'signIn':
      return status === 401 ? undefined : 'should be asked to sign in';
    case 'forbidden':
      return status === 403 ? undefined : 'should be forbidden';
    case 'notTheirs':
      return status === 403 || status === 404 ? undefined : 'should not reach the object of another unit';
  }
}

/** Walks one route; returns a sentence for each answer that is not as the permission table says. */
export async function walkRoute<Given>(walk: RouteWalk<Given>, route: Route): Promise<string[]> {
  const makeSample = walk.samples[route.name];
  if (makeSample === undefined) return [`${route.name} has no sample`];
  const shared = await makeSample(walk.given);
  const findings: string[] = [];
  for (const { label, actor, expectation } of await listSenders(walk, route, shared.unitId)) {
    const mayChange = !isSafeMethod(route.method) && (expectation === 'pass' || expectation === 'admitted');
    const sample = mayChange ? await makeSample(walk.given) : shared;
    const { payload, headers } = encodeBody(route, sample);
    const before = await countAuditEntries(walk.server);
    const answer = await walk.server.ask(actor, {
      method: route.method,
      url: addressOf(route, sample),
      headers: { ...headers, ...sample.headers },
      ...(payload === undefined ? {} : { payload }),
    });
    const wrong = judgeAnswer(expectation, answer.statusCode, sample);
    if (wrong !== undefined) {
      findings.push(
        `${route.name}: ${label} ${wrong}, got ${answer.statusCode} ${answer.body.slice(0, 300)}`,
      );
    }
    const isDenied = answer.statusCode === 401 || answer.statusCode === 403;
    if (isDenied && (await countAuditEntries(walk.server)) !== before) {
      findings.push(`${route.name}: denying ${label} left an audit entry`);
    }
  }
  return findings;
}
