/** What the engine knows of the request being served; made when it arrives, read by every later step. */
import type { FastifyRequest } from 'fastify';
import type { Authentication } from './authentication.ts';
import { readCookies } from './cookies.ts';
import type { Route } from './route.ts';
import type { ReplyFamily } from './security-headers.ts';

export interface Visit {
  readonly id: string;
  readonly https: boolean;
  readonly family: ReplyFamily;
  /** Where the site is reached, without a slash at the end. */
  readonly origin: string;
  readonly cookies: Readonly<Record<string, string>>;
  readonly startedAt: number;
  readonly route: Route | undefined;
  authentication: Authentication;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    route?: Route;
  }
}

const visits = new WeakMap<FastifyRequest, Visit>();

function familyOf(route: Route | undefined, url: string): ReplyFamily {
  if (route !== undefined) return route.kind;
  return /^\/(api\/v1|health|metrics)(\/|\?|$)/.test(url) ? 'api' : 'page';
}

/** Notes the arrival of a request. `publicUrl` is the configured address of the site. */
export function beginVisit(request: FastifyRequest, publicUrl: string | undefined): Visit {
  const { route } = request.routeOptions.config;
  const https = publicUrl === undefined ? request.protocol === 'https' : publicUrl.startsWith('https:');
  const visit: Visit = {
    id: request.id,
    https,
    family: familyOf(route, request.url),
    origin: publicUrl === undefined ? `${request.protocol}://${request.host}` : new URL(publicUrl).origin,
    cookies: readCookies(request.headers.cookie, https),
    startedAt: performance.now(),
    route,
    authentication: { actor: { kind: 'visitor' } },
  };
  visits.set(request, visit);
  return visit;
}

/** The visit of a request that has arrived. */
export function visitOf(request: FastifyRequest): Visit {
  const visit = visits.get(request);
  if (visit === undefined) throw new Error('the request has not arrived yet');
  return visit;
}
