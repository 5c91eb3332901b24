/** The routes of the interface's own description, for programs and for people. */
import { createElement } from 'react';
import type { App } from '../../app.ts';
import { apiRoot } from '../address.ts';
import type { FrameDocument } from '../document-frame.tsx';
import { apiRoute, pageRoute, type Route, SpecialReply } from '../route.ts';
import { buildOpenApi } from './document.ts';
import type { JsonObject } from './json-schema.ts';
import { ApiReference } from './reference-page.tsx';
import { listRefusals } from './refusal-list.ts';

const documentPath = '/openapi.json';

/** `/api/v1/openapi.json` and `/api/docs`. The document is made at the first request, as the routes never change. */
export function referenceRoutes(app: App, frameDocument: FrameDocument): readonly Route[] {
  let document: JsonObject | undefined;
  const getDocument = () => {
    document ??= buildOpenApi(app);
    return document;
  };
  return [
    apiRoute({
      name: 'http.openapi',
      summary: '接口说明（OpenAPI 3.1）',
      access: 'public',
      method: 'GET',
      path: documentPath,
      cached: true,
      handle: async () => new SpecialReply({ body: getDocument() }),
    }),
    pageRoute({
      name: 'http.reference',
      summary: '数据接口说明',
      path: '/api/docs',
      cached: true,
      handle: async ({ request }) => {
        const content = createElement(ApiReference, {
          document: getDocument(),
          documentAddress: `${apiRoot}${documentPath}`,
          refusals: listRefusals(app),
        });
        return frameDocument({ title: '数据接口说明', content }, request);
      },
    }),
  ];
}
