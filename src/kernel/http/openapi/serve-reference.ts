/** Serves the interface's description to programs and to people. */
import type { FastifyInstance } from 'fastify';
import { createElement } from 'react';
import { apiRoot } from '../address.ts';
import type { Engine } from '../engine.ts';
import { chooseEncoding, isAlreadyHeld, type PackedBody, packBody } from '../packed-body.ts';
import { documentText, htmlMediaType, jsonMediaType } from '../reply.ts';
import { securityHeaders } from '../security-headers.ts';
import { visitOf } from '../visit.ts';
import { buildOpenApi } from './document.ts';
import type { JsonObject } from './json-schema.ts';
import { ApiReference } from './reference-page.tsx';
import { listRefusals } from './refusal-list.ts';

const documentAddress = `${apiRoot}/openapi.json`;

/** Adds `/api/v1/openapi.json` and `/api/docs`; both are made at the first request and stay while the process runs. */
export function serveApiReference(server: FastifyInstance, engine: Engine): void {
  let document: JsonObject | undefined;
  let packed: Promise<PackedBody> | undefined;
  const getDocument = () => {
    document ??= buildOpenApi(engine.app);
    return document;
  };
  server.get(documentAddress, async (request, reply) => {
    packed ??= packBody(Buffer.from(JSON.stringify(getDocument())), jsonMediaType, 9);
    const body = await packed;
    reply
      .header('etag', body.etag)
      .header('cache-control', 'public, no-cache')
      .header('vary', 'Accept-Encoding');
    if (isAlreadyHeld(request.headers['if-none-match'], body.etag)) return reply.code(304).send();
    const encoding = chooseEncoding(request.headers['accept-encoding'], body);
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    return reply.type(jsonMediaType).send(body.bytes.get(encoding));
  });
  server.get('/api/docs', async (request, reply) => {
    const { cookies, https } = visitOf(request);
    const content = createElement(ApiReference, {
      document: getDocument(),
      documentAddress,
      refusals: listRefusals(engine.app),
    });
    const page = engine.frameDocument({ title: '数据接口说明', content }, { cookies, url: request.url });
    return reply
      .headers(securityHeaders('page', https))
      .header('cache-control', 'private, no-cache')
      .type(htmlMediaType)
      .send(documentText(page));
  });
}
