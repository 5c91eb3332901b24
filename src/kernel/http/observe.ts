/**
 * One log line and one measurement per answered request. The line tells the route by name: never the address asked
 * for, its query, a name or a whole network address.
 */
import net from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Engine } from './engine.ts';
import { visitOf } from './visit.ts';

/** A network address without the part that singles out a household. */
export function maskAddress(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '');
  if (net.isIPv4(plain)) return `${plain.split('.').slice(0, 3).join('.')}.*`;
  if (net.isIPv6(plain)) return `${plain.split(':').slice(0, 3).join(':')}:*`;
  return '*';
}

/** Name under which requests without a route of a module are counted. */
function routeLabel(name: string | undefined, pattern: string | undefined): string {
  return name ?? (pattern === undefined ? 'http.unknown' : `http:${pattern}`);
}

/** Adds the log line and the measurement to a server. */
export function observeRequests(server: FastifyInstance, engine: Engine): void {
  const log = engine.app.log.child({ part: 'http' });
  server.addHook('onResponse', async (request, reply) => {
    const visit = visitOf(request);
    const milliseconds = Math.round((performance.now() - visit.startedAt) * 10) / 10;
    const route = routeLabel(visit.route?.name, request.routeOptions.url);
    engine.metrics.noteAnswer(route, request.method, reply.statusCode, milliseconds);
    log.info(
      {
        requestId: visit.id,
        route,
        method: request.method,
        status: reply.statusCode,
        ms: milliseconds,
        from: maskAddress(request.ip),
      },
      'request',
    );
  });
}
