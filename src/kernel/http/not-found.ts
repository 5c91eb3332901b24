/** Addresses and methods nobody serves. */
import type { FastifyInstance } from 'fastify';
import { addressMatcher } from './address.ts';
import type { Engine } from './engine.ts';
import { replyWithError } from './error-reply.ts';
import { servedPattern } from './gather-routes.ts';
import { httpRefusals } from './http-refusals.ts';
import type { Route } from './route.ts';

/** 404, or 405 with the methods the address does know. */
export function sayNotFound(server: FastifyInstance, engine: Engine, routes: readonly Route[]): void {
  const known = routes.map((route) => ({
    method: route.method,
    matches: addressMatcher(servedPattern(route)),
  }));
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    const allowed = new Set<string>(known.filter(({ matches }) => matches(path)).map(({ method }) => method));
    if (allowed.has('GET')) allowed.add('HEAD');
    const refusal =
      allowed.size === 0
        ? httpRefusals.refuse('http.notFound', {})
        : httpRefusals.refuse('http.methodNotAllowed', { allowed: [...allowed].join(', ') });
    return replyWithError(engine, refusal, request, reply);
  });
}
