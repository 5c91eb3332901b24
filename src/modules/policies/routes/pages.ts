/** Public pages of the library. What is shown is asked of publishing's visibility and the library's own queries. */
import { createElement } from 'react';
import { z } from 'zod';
import { beijingDayOf } from '#kernel/clock.ts';
import { parseDay } from '#kernel/day.ts';
import { pageQuery } from '#kernel/http/paging.ts';
import { pageRoute } from '#kernel/http/route.ts';
import { dayText, idSchema } from '#kernel/schema.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import { findPublicItem, itemFileAddress } from '#modules/publishing/index.ts';
import { loadSiteFrame } from '#portal/frame.ts';
import { documentAddress, documentsPerPage, libraryAddress } from '../addresses.ts';
import { DocumentPage } from '../pages/document.tsx';
import { LibraryPage } from '../pages/library.tsx';
import { findCleanupOutcome } from '../queries/cleanup.ts';
import { findPublicDocument } from '../queries/document.ts';
import { countLibraryFacet, type LibraryQuery, listLibrary } from '../queries/library.ts';
import type { LibraryFacet } from '../rules/facets.ts';
import { policyRefusals } from '../words/documents.ts';

/** A field of the form: an empty one chooses nothing. */
const choice = z
  .string()
  .max(80)
  .transform((text) => (text.trim() === '' ? undefined : text.trim()))
  .optional();

const libraryQuery = z.object({
  issuer: choice,
  year: choice,
  theme: choice,
  kind: choice,
  validity: choice,
  text: choice,
  after: pageQuery([dayText, idSchema]).after,
});

export const policyPageRoutes = [
  pageRoute({
    name: 'policies.libraryPage',
    summary: '政策文件库',
    path: libraryAddress.pattern,
    query: libraryQuery,
    cached: true,
    handle: async (input) => {
      const { app } = input;
      const { after, text, ...facets } = input.query;
      const chosen = Object.fromEntries(Object.entries(facets).filter(([, value]) => value !== undefined));
      const query: LibraryQuery = {
        jurisdictionId: await getHomeJurisdictionId(app.database.read, input.actor),
        today: beijingDayOf(app.clock.now()),
        chosen,
        limit: documentsPerPage,
        ...(text === undefined ? {} : { text }),
        ...(after === undefined ? {} : { after }),
      };
      const page = await listLibrary(app.database.read, query);
      const count = (facet: LibraryFacet) => countLibraryFacet(app.database.read, query, facet);
      return createElement(LibraryPage, {
        frame: await loadSiteFrame(input, 'policies'),
        rows: page.rows,
        facets: {
          issuer: await count('issuer'),
          year: await count('year'),
          theme: await count('theme'),
          kind: await count('kind'),
          validity: await count('validity'),
        },
        chosen,
        text,
        firstAddress: after === undefined ? undefined : libraryAddress({ ...chosen, text }),
        nextAddress: page.next === null ? undefined : libraryAddress({ ...chosen, text, after: page.next }),
      });
    },
  }),
  pageRoute({
    name: 'policies.documentPage',
    summary: '一份政策文件和它的有效性',
    path: documentAddress.pattern,
    params: z.object({ itemId: idSchema }),
    query: z.object({ on: choice }),
    cached: true,
    handle: async (input) => {
      const { app, params, query } = input;
      const today = beijingDayOf(app.clock.now());
      const on = (query.on === undefined ? undefined : parseDay(query.on)) ?? today;
      const found = await findPublicItem(app.database.read, params.itemId);
      const view = await findPublicDocument(app.database.read, params.itemId, on);
      // Both are asked: the visibility rule of publishing decides, the index only follows it.
      if (found === undefined || !('item' in found) || view === undefined) {
        throw policyRefusals.refuse('policies.documentNotFound', {});
      }
      const { item } = found;
      return createElement(DocumentPage, {
        cleanup: await findCleanupOutcome(app.database.read, params.itemId, on),
        frame: await loadSiteFrame(input, 'policies'),
        view,
        on,
        isToday: on === today,
        item: {
          indexNumber: item.indexNumber,
          unitName: item.unitName,
          body: item.content.body,
          files: item.content.attachments.map(({ fileId, title }) => ({
            title,
            address: itemFileAddress({ itemId: item.id, fileId }),
          })),
        },
      });
    },
  }),
];
