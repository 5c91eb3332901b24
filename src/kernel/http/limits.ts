/** How much of a node one sender may use: each address in memory, unsafe requests also counted for all nodes. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../actor.ts';
import { type AttemptRule, addressSubject, attemptRefusals, requireAttempt } from '../attempts/attempts.ts';
import type { Engine } from './engine.ts';
import { openReadLimiter } from './read-limit.ts';
import type { Route } from './route.ts';
import { isSafeMethod } from './same-origin.ts';

export interface RequestLimits {
  /** Requests of one address to one node in a minute, apart from what the cache of public pages answers. */
  readonly perMinute: number;
  /** Unsafe requests of one address without an account in a minute, at all nodes together. */
  readonly visitorChangesPerMinute: number;
  /** Unsafe requests of one officer in a minute, at all nodes together. */
  readonly officerChangesPerMinute: number;
}

export const usualLimits: RequestLimits = {
  perMinute: 3_000,
  visitorChangesPerMinute: 60,
  officerChangesPerMinute: 600,
};

/** A body without files arrives within this time. */
const bodyMilliseconds = 30_000;

const unlimitedPaths = /^\/(health|metrics)(\/|\?|$)/;

/** Refuses an address that asks too much of this node. Monitors are exempt. */
export function limitAddresses(server: FastifyInstance, engine: Engine): void {
  const take = openReadLimiter(engine.limits);
  const mayBeBehindProxy = engine.app.config.GONGKAI_TRUSTED_PROXIES === 0;
  let warned = false;
  server.addHook('onRequest', async (request) => {
    if (unlimitedPaths.test(request.url)) return;
    if (mayBeBehindProxy && !warned && request.headers['x-forwarded-for'] !== undefined) {
      warned = true;
      engine.app.log.warn(
        'a proxy seems to be in front: set GONGKAI_TRUSTED_PROXIES, or all visitors count as one',
      );
    }
    const seconds = take(addressSubject(request.ip), performance.now());
    if (seconds !== undefined) throw attemptRefusals.refuse('attempts.tooMany', { seconds });
  });
}

/** Counts an unsafe request at all nodes together, by account where there is one. */
export async function limitChanges(engine: Engine, request: FastifyRequest, actor: Actor): Promise<void> {
  if (isSafeMethod(request.method)) return;
  const { limits, app } = engine;
  const isOfficer = actor.kind === 'officer';
  const rule: AttemptRule = {
    action: 'http.change',
    limit: isOfficer ? limits.officerChangesPerMinute : limits.visitorChangesPerMinute,
    windowSeconds: 60,
  };
  const subject = isOfficer ? `officer:${actor.id}` : addressSubject(request.ip);
  await requireAttempt(app.database, rule, subject, app.clock.now());
}

/** Counts a request to a route that must not be tried without end, by the address it comes from. */
export async function limitAttempts(engine: Engine, route: Route, request: FastifyRequest): Promise<void> {
  if (route.attempts === undefined) return;
  const rule: AttemptRule = { action: route.name, ...route.attempts };
  await requireAttempt(engine.app.database, rule, addressSubject(request.ip), engine.app.clock.now());
}

/** Hangs up on a sender who trickles a body without files; uploads have the server's own, longer time. */
export function limitBodyTime(server: FastifyInstance, milliseconds = bodyMilliseconds): void {
  server.addHook('preParsing', async (request) => {
    if (request.routeOptions.config.route?.uploadLimit !== undefined) return;
    const timer = setTimeout(() => request.raw.destroy(), milliseconds);
    const stop = () => clearTimeout(timer);
    request.raw.once('end', stop).once('close', stop);
  });
}
