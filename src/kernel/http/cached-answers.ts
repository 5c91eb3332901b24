/**
 * Where the cache of public answers meets requests: which requests it may answer, under which key, and how. A hit is
 * answered on the bare server, before any routing.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { sessionCookie } from './authentication.ts';
import { type BodyEncoding, chooseEncoding, isAlreadyHeld, packBody } from './packed-body.ts';
import type { CachedAnswer, PublicCache } from './public-cache.ts';
import type { FinishedReply } from './reply.ts';
import type { Route } from './route.ts';

/** The one cookie a cached route may read: how the visitor wants pages shown (`large.high`). */
export const displayCookie = 'display';

const displayPattern = new RegExp(`(?:^|; ?)(?:__Host-)?${displayCookie}=([a-z.-]{1,40})(?:;|$)`);

type KeySource = Pick<IncomingMessage, 'headers' | 'url'>;

/**
 * The key under which a request may be answered from the cache; undefined when it may not: it may be an officer's.
 * Answers can hold the site's own address, so whatever tells it belongs to the key.
 */
export function cacheKeyOf(
  { headers, url }: KeySource,
  config: Pick<Config, 'GONGKAI_PUBLIC_URL' | 'GONGKAI_TRUSTED_PROXIES'>,
): string | undefined {
  const { cookie } = headers;
  let display = '';
  if (cookie !== undefined) {
    if (cookie.includes(`${sessionCookie}=`)) return undefined;
    display = displayPattern.exec(cookie)?.[1] ?? '';
  }
  if (headers.authorization !== undefined) return undefined;
  if (config.GONGKAI_PUBLIC_URL !== undefined) return `${display} ${url}`;
  const origin =
    config.GONGKAI_TRUSTED_PROXIES === 0
      ? headers.host
      : `${headers.host} ${headers['x-forwarded-host']} ${headers['x-forwarded-proto']}`;
  return `${display} ${origin} ${url}`;
}

const headersOfAnswers = new WeakMap<CachedAnswer, Map<BodyEncoding, string[]>>();

/** Names and values in turn, as the bare server takes them fastest. */
function flatHeaders(answer: CachedAnswer, encoding: BodyEncoding): string[] {
  let forms = headersOfAnswers.get(answer);
  if (forms === undefined) {
    forms = new Map();
    headersOfAnswers.set(answer, forms);
  }
  let flat = forms.get(encoding);
  if (flat === undefined) {
    flat = Object.entries(encodedHeaders(answer, encoding)).flat();
    forms.set(encoding, flat);
  }
  return flat;
}

function encodedHeaders(answer: CachedAnswer, encoding: BodyEncoding): Record<string, string> {
  return {
    ...answer.headers,
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    'content-length': String(answer.packed.bytes.get(encoding)?.byteLength ?? 0),
  };
}

/** Answers a request from the cache; false when it has to be served. */
export function answerFromCache(
  cache: PublicCache,
  config: Config,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (request.method !== 'GET') return false;
  const key = cacheKeyOf(request, config);
  const answer = key === undefined ? undefined : cache.find(key);
  if (answer === undefined) return false;
  if (isAlreadyHeld(request.headers['if-none-match'], answer.packed.etag)) {
    response.writeHead(304, answer.headers).end();
    return true;
  }
  const encoding = chooseEncoding(request.headers['accept-encoding'], answer.packed);
  response.writeHead(200, flatHeaders(answer, encoding)).end(answer.packed.bytes.get(encoding));
  return true;
}

/** Whether the answer to this request may be kept: a visitor's GET whose query the route knows in full. */
export function cacheKeyForRoute(
  route: Route,
  request: FastifyRequest,
  config: Config,
  queries: { readonly sent: unknown; readonly known: unknown },
): string | undefined {
  if (!route.cached || request.method !== 'GET' || !knowsWholeQuery(queries)) return undefined;
  return cacheKeyOf({ headers: request.headers, url: request.raw.url ?? '' }, config);
}

/** Members the schema drops would fill the cache with copies of one page. */
function knowsWholeQuery({ sent, known }: { readonly sent: unknown; readonly known: unknown }): boolean {
  return Object.keys(Object(sent)).every((name) => Object.hasOwn(Object(known), name));
}

/** A finished reply as an answer worth keeping; undefined when it is none. */
export async function cachedAnswerOf(
  finished: FinishedReply,
  fixedHeaders: Readonly<Record<string, string>>,
): Promise<CachedAnswer | undefined> {
  const { body, headers } = finished;
  if (finished.status !== 200 || headers['set-cookie'] !== undefined) return undefined;
  if (typeof body !== 'string' && !(body instanceof Uint8Array)) return undefined;
  const packed = await packBody(Buffer.from(body), headers['content-type'] ?? '', 5);
  return {
    packed,
    headers: {
      ...fixedHeaders,
      'cache-control': 'public, no-cache',
      vary: 'Accept-Encoding, Cookie',
      ...headers,
      etag: packed.etag,
    },
  };
}

/** Sends an answer through the router, as its first visitor gets it. */
export function sendCachedAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: CachedAnswer,
): FastifyReply {
  reply.headers(answer.headers);
  if (isAlreadyHeld(request.headers['if-none-match'], answer.packed.etag)) return reply.code(304).send();
  const encoding = chooseEncoding(request.headers['accept-encoding'], answer.packed);
  return reply.headers(encodedHeaders(answer, encoding)).send(answer.packed.bytes.get(encoding));
}
