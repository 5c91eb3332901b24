/** Serves one route: who asks, may they, what do they bring, the module's answer. */
import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import type { OnceClaim } from '../once/once.ts';
import { checkRouteAccess } from './authentication.ts';
import { cachedAnswerOf, cacheKeyForRoute, displayCookie, sendCachedAnswer } from './cached-answers.ts';
import { writeCookie } from './cookies.ts';
import type { Engine } from './engine.ts';
import { refusalBehind } from './error-reply.ts';
import { httpRefusals } from './http-refusals.ts';
import { aloneUnderKey, readOnceClaim } from './idempotency.ts';
import { limitAttempts, limitChanges } from './limits.ts';
import { packUncached } from './pack-uncached.ts';
import { type FinishedReply, finishReply, sendFinished } from './reply.ts';
import { checkInput, collectInput, type RequestInput } from './request-input.ts';
import { type HandlerInput, type PageRoute, type Route, SpecialReply } from './route.ts';
import { isFromOwnPages } from './same-origin.ts';
import { contentPolicy, securityHeaders } from './security-headers.ts';
import { type Visit, visitOf } from './visit.ts';

function headerText(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** Before the body is read: the request comes from our pages and its sender may use the route. */
export async function admitRequest(engine: Engine, route: Route, request: FastifyRequest): Promise<void> {
  const visit = visitOf(request);
  const { headers } = request;
  const provenance = {
    method: request.method,
    fetchSite: headerText(headers['sec-fetch-site']),
    origin: headers.origin,
    referer: headers.referer,
    hasCookies: headers.cookie !== undefined,
    ownOrigins: [visit.origin, `${request.protocol}://${request.host}`],
  };
  if (!isFromOwnPages(provenance)) throw httpRefusals.refuse('http.crossSite', {});
  await limitAttempts(engine, route, request);
  visit.authentication = await engine.authenticate(engine.app, {
    cookies: visit.cookies,
    address: request.ip,
    userAgent: headers['user-agent'] ?? '',
    authorization: headers.authorization,
  });
  checkRouteAccess(engine.app, visit.authentication, route);
  await limitChanges(engine, request, visit.authentication.actor);
}

/** A cached route answers everybody alike: of the cookies it sees only the one its key knows. */
function sharedCookies({ cookies }: Visit): Visit['cookies'] {
  const display = cookies[displayCookie];
  return display === undefined ? {} : { [displayCookie]: display };
}

function departureSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}

function handlerInput(
  app: App,
  { visit, checked, once }: { visit: Visit; checked: RequestInput; once: OnceClaim | undefined },
  request: FastifyRequest,
  reply: FastifyReply,
): HandlerInput<unknown, unknown, unknown> {
  return {
    app: { ...app, request: { id: visit.id, ...(once === undefined ? {} : { once }) } },
    actor: visit.authentication.actor,
    ...checked,
    request: {
      id: visit.id,
      address: request.ip,
      userAgent: request.headers['user-agent'] ?? '',
      cookies: visit.route?.cached === true ? sharedCookies(visit) : visit.cookies,
      url: request.url,
      origin: visit.origin,
      signal: departureSignal(reply),
    },
  };
}

type TypedFields = Readonly<Record<string, string | readonly string[] | undefined>>;

function typedFields(value: unknown): TypedFields {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return Object.fromEntries(
    entries.filter(([, member]) => typeof member === 'string' || Array.isArray(member)),
  );
}

function textFields(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typedFields(value)).flatMap(([name, member]) =>
      typeof member === 'string' ? [[name, member]] : [],
    ),
  );
}

/** The form again, beside its error summary. */
async function showFormAgain(
  engine: Engine,
  route: PageRoute,
  error: unknown,
  raw: RequestInput,
  request: FastifyRequest,
): Promise<SpecialReply> {
  const refusal = refusalBehind(error, request);
  if (refusal === undefined || route.refused === undefined) throw error;
  const body = await route.refused({
    app: engine.app,
    actor: visitOf(request).authentication.actor,
    refusal,
    params: textFields(raw.params),
    query: typedFields(raw.query),
    request: { cookies: visitOf(request).cookies, url: request.url },
    typed: typedFields(raw.body),
  });
  return new SpecialReply({ status: refusal.status, body });
}

async function answerRoute(
  engine: Engine,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<{ readonly finished: FinishedReply; readonly cacheKey?: string | undefined }> {
  const visit = visitOf(request);
  const raw = await collectInput(route, request);
  try {
    const checked = checkInput(route, raw);
    const once = readOnceClaim(route, request, visit.authentication.actor, raw);
    const input = handlerInput(engine.app, { visit, checked, once }, request, reply);
    const outcome = await aloneUnderKey(once, engine.keysInFlight, () => route.handle(input));
    if (once?.isReplay === true) reply.header('idempotency-replayed', 'true');
    if (outcome instanceof SpecialReply) setCookies(reply, outcome, visit.https);
    const queries = { sent: raw.query, known: checked.query };
    const cacheKey = cacheKeyForRoute(route, request, engine.app.config, queries);
    return { finished: finishReply(route, outcome), cacheKey };
  } catch (error) {
    if (route.kind !== 'page') throw error;
    return { finished: finishReply(route, await showFormAgain(engine, route, error, raw, request)) };
  }
}

function setCookies(
  reply: FastifyReply,
  source: { readonly cookies?: SpecialReply['cookies'] },
  https: boolean,
): void {
  for (const change of source.cookies ?? []) reply.header('set-cookie', writeCookie(change, https));
}

/** Answers a request that was admitted. */
export async function serveRoute(
  engine: Engine,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const visit = visitOf(request);
  setCookies(reply, visit.authentication, visit.https);
  const versionBefore = engine.cache.version();
  const { finished, cacheKey } = await answerRoute(engine, route, request, reply);
  if (cacheKey !== undefined && visit.authentication.actor.kind === 'visitor') {
    const answer = await cachedAnswerOf(finished, securityHeaders(visit.family, visit.https));
    if (answer !== undefined) {
      engine.cache.keep(cacheKey, answer, versionBefore);
      return sendCachedAnswer(request, reply, answer);
    }
  }
  if (isFile(finished)) reply.header('content-security-policy', contentPolicy('download'));
  if (finished.headers['cache-control'] === undefined) reply.header('cache-control', usualCaching(route));
  return sendFinished(reply, await packUncached(request, finished));
}

/** Bytes that may be somebody's upload: whatever they are, they run nothing here. */
function isFile({ body }: FinishedReply): boolean {
  return body instanceof Uint8Array || body instanceof Readable;
}

/** A page may be kept by the browser if it asks whether it still stands; answers of the interface are not kept. */
function usualCaching(route: Route): string {
  return route.kind === 'page' && route.method === 'GET' ? 'private, no-cache' : 'no-store';
}
