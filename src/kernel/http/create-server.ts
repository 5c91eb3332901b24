/** Builds the server of one node from the manifests' routes. It listens when its composition root says so. */
import http from 'node:http';
import multipart from '@fastify/multipart';
import fastify, { type FastifyInstance } from 'fastify';
import type { App } from '../app.ts';
import { newId } from '../ids.ts';
import type { OpenedApp } from '../open-app.ts';
import { type Authenticate, authenticateNobody } from './authentication.ts';
import { answerFromCache } from './cached-answers.ts';
import { type FrameDocument, plainDocument } from './document-frame.tsx';
import type { Engine } from './engine.ts';
import { PlainErrorPage, type RenderErrorPage } from './error-page.tsx';
import { replyWithError } from './error-reply.ts';
import { gatherRoutes, servedPattern } from './gather-routes.ts';
import { serveHealth } from './health.ts';
import { limitAddresses, limitBodyTime, type RequestLimits, usualLimits } from './limits.ts';
import { openHttpMetrics } from './metrics.ts';
import { sayNotFound } from './not-found.ts';
import { observeRequests } from './observe.ts';
import { referenceRoutes } from './openapi/reference-routes.ts';
import { closeInOrder } from './orderly-close.ts';
import { openPublicCache } from './public-cache.ts';
import { readBodies } from './read-bodies.ts';
import { bodyLimitBytes } from './request-input.ts';
import type { Route } from './route.ts';
import { securityHeaders } from './security-headers.ts';
import { builtDeskFolder, serveDesk, servePortalAssets } from './serve-files.ts';
import { admitRequest, serveRoute } from './serve-route.ts';
import { beginVisit } from './visit.ts';
import { watchPublicChanges } from './watch-commits.ts';

/** Holds some thousands of pages in three encodings. */
const usualCacheBytes = 64 * 1_048_576;

/** A request with its body, an upload over a slow line included, arrives within this time or not at all. */
const uploadMilliseconds = 300_000;

/** Its head arrives within this time. */
const headMilliseconds = 15_000;

/** A connection without requests stays open this long: longer than the proxies in front usually keep theirs. */
const idleMilliseconds = 72_000;

/** Most bytes of a request's head. */
const headLimitBytes = 16_384;

export interface ServerOptions {
  /** Who sends a request; the module that offers `authenticate` unless given. */
  readonly authenticate?: Authenticate;
  /** Draws the page that says no; a plain one unless given. */
  readonly renderErrorPage?: RenderErrorPage;
  /** The document around what the engine draws itself; a plain one unless given. */
  readonly frameDocument?: FrameDocument;
  /** Tells of this node's commits, which empty the cache of public answers; without it nothing is kept. */
  readonly onCommit?: OpenedApp['onCommit'];
  /** Most bytes of that cache. */
  readonly cacheBytes?: number;
  readonly limits?: Partial<RequestLimits>;
  /** How long a body without files may take to arrive. */
  readonly bodyMilliseconds?: number;
  /** The built desk; `dist/desk` unless given. */
  readonly deskFolder?: string;
  /** Adds memory, event loop and garbage collection of this process to the figures. */
  readonly processFigures?: boolean;
}

/** The one module that knows officers, or nobody does. */
export function moduleAuthentication(app: App): Authenticate {
  const offers = app.modules.flatMap((module) =>
    module.authenticate === undefined ? [] : [module.authenticate],
  );
  if (offers.length > 1) throw new Error('two modules want to tell who sends a request');
  return offers[0] ?? authenticateNobody;
}

/** Builds the server; `listen` or `inject` it, and `close` it to finish running requests. */
export async function createServer(app: App, options: ServerOptions = {}): Promise<FastifyInstance> {
  const cache = openPublicCache(
    app.clock,
    options.onCommit === undefined ? 0 : (options.cacheBytes ?? usualCacheBytes),
  );
  const server = fastify({
    logger: false,
    trustProxy: (_address, hop) => hop < app.config.GONGKAI_TRUSTED_PROXIES,
    bodyLimit: bodyLimitBytes,
    serverFactory: (handler) =>
      http.createServer(
        {
          maxHeaderSize: headLimitBytes,
          headersTimeout: headMilliseconds,
          requestTimeout: uploadMilliseconds,
          keepAliveTimeout: idleMilliseconds,
        },
        (request, response) => {
          if (!engine.isClosing() && answerFromCache(cache, app.config, request, response)) return;
          handler(request, response);
        },
      ),
    forceCloseConnections: 'idle',
    genReqId: () => newId(app.clock.now()),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
  });
  const engine: Engine = {
    app,
    authenticate: options.authenticate ?? moduleAuthentication(app),
    renderErrorPage: options.renderErrorPage ?? PlainErrorPage,
    cache,
    limits: { ...usualLimits, ...options.limits },
    metrics: openHttpMetrics({
      processFigures: options.processFigures ?? false,
      cacheFigures: cache.figures,
    }),
    keysInFlight: new Set(),
    isClosing: closeInOrder(server).isClosing,
  };
  if (options.onCommit !== undefined) {
    const endWatch = watchPublicChanges(app, cache, options.onCommit);
    server.addHook('onClose', async () => endWatch());
  }
  await server.register(multipart);
  readBodies(server);
  const routes = [...gatherRoutes(app), ...referenceRoutes(app, options.frameDocument ?? plainDocument)];
  server.addHook('onRequest', async (request, reply) => {
    const visit = beginVisit(request, app.config.GONGKAI_PUBLIC_URL);
    reply.headers(securityHeaders(visit.family, visit.https)).header('x-request-id', visit.id);
  });
  limitAddresses(server, engine);
  limitBodyTime(server, options.bodyMilliseconds);
  server.setErrorHandler((error, request, reply) => replyWithError(engine, error, request, reply));
  sayNotFound(server, engine, routes);
  for (const route of routes) addRoute(server, engine, route);
  observeRequests(server, engine);
  serveHealth(server, engine);
  servePortalAssets(server);
  serveDesk(server, options.deskFolder ?? builtDeskFolder());
  return server;
}

function addRoute(server: FastifyInstance, engine: Engine, route: Route): void {
  server.route({
    method: route.method,
    url: servedPattern(route),
    config: { route },
    onRequest: (request) => admitRequest(engine, route, request),
    handler: (request, reply) => serveRoute(engine, route, request, reply),
  });
}
