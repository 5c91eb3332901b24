/** The HTTP server over a test application: requests are injected in the name of any actor, no port is opened. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { Actor } from '../actor.ts';
import { sessionCookie } from '../http/authentication.ts';
import { createServer, moduleAuthentication, type ServerOptions } from '../http/create-server.ts';
import { openTestApp, type TestApp } from './test-app.ts';

export interface TestServer extends TestApp {
  readonly server: FastifyInstance;
  /**
   * Sends a request as our own pages would: same origin, a fresh `Idempotency-Key`. The actor is taken at its word;
   * `visitor` goes without a cookie.
   */
  readonly ask: (actor: Actor, request: InjectOptions) => Promise<LightMyRequestResponse>;
}

/** Opens an application with these modules and its server. */
export async function openTestServer(
  options: Parameters<typeof openTestApp>[0] & { readonly server?: ServerOptions },
): Promise<TestServer> {
  const place = await openTestApp(options);
  return serverOnTestApp(place, options.server);
}

/** The server over an application that is already open. */
export async function serverOnTestApp(place: TestApp, options: ServerOptions = {}): Promise<TestServer> {
  const actors = new Map<string, Actor>();
  const authenticate = options.authenticate ?? moduleAuthentication(place.app);
  const server = await createServer(place.app, {
    onCommit: place.onCommit,
    ...options,
    authenticate: (app, evidence) => {
      const actor = actors.get(evidence.cookies[sessionCookie] ?? '');
      return actor === undefined ? authenticate(app, evidence) : Promise.resolve({ actor });
    },
  });
  return {
    ...place,
    server,
    ask(actor, request) {
      const headers: Record<string, unknown> = {
        'sec-fetch-site': 'same-origin',
        'idempotency-key': randomUUID(),
        ...request.headers,
      };
      if (actor.kind !== 'visitor') {
        const session = randomUUID();
        actors.set(session, actor);
        headers.cookie = `${sessionCookie}=${session}`;
      }
      return server.inject({ ...request, headers: textHeaders(headers) });
    },
    async close() {
      await server.close();
      await place.close();
    },
  };
}

function textHeaders(headers: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}
