/** Which bodies the server reads: JSON for the interface, forms for pages, each at its own addresses only. */
import type { FastifyInstance } from 'fastify';
import { httpRefusals } from './http-refusals.ts';
import { acceptedTypes, formFieldsOf } from './request-input.ts';
import type { Route } from './route.ts';

/** Sets the server's body parsers; files are read by the route that takes them. */
export function readBodies(server: FastifyInstance): void {
  const readJson = server.getDefaultJsonParser('error', 'error');
  server.removeContentTypeParser(['application/json', 'text/plain']);
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (request.routeOptions.config.route?.kind === 'page')
      done(unsupportedOn(request.routeOptions.config.route));
    else if (body === '') done(null, undefined);
    else void readJson(request, String(body), done);
  });
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (request, body, done) => {
      const { route } = request.routeOptions.config;
      if (route?.kind === 'api') done(unsupportedOn(route));
      else done(null, formFieldsOf(new URLSearchParams(String(body))));
    },
  );
}

function unsupportedOn(route: Route): Error {
  return httpRefusals.refuse('http.unsupportedMediaType', { accepted: acceptedTypes(route) });
}
