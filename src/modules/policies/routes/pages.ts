/** Public pages of the library. What is shown is asked of publishing's visibility and the library's own queries. */
import { createElement } from 'react';
import { z } from 'zod';
import { beijingDayOf } from '#kernel/clock.ts';
import { type Day, parseDay } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { pageQuery } from '#kernel/http/paging.ts';
import { pageRoute } from '#kernel/http/route.ts';
import { dayText, idSchema } from '#kernel/schema.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import { findPublicItem, itemAddress, itemFileAddress } from '#modules/publishing/index.ts';
import { loadSiteFrame } from '#portal/frame.ts';
import { comparisonAddress, documentAddress, documentsPerPage, libraryAddress } from '../addresses.ts';
import { ComparisonPage } from '../pages/comparison.tsx';
import { DocumentPage } from '../pages/document.tsx';
import { LibraryPage } from '../pages/library.tsx';
import { findCleanupOutcome } from '../queries/cleanup.ts';
import { type DocumentView, findPublicDocument } from '../queries/document.ts';
import { listInterpretations } from '../queries/interpretations.ts';
import { countLibraryFacet, type LibraryQuery, listLibrary } from '../queries/library.ts';
import { listPublicVersions } from '../queries/versions.ts';
import { citationOf } from '../rules/citation.ts';
import type { LibraryFacet } from '../rules/facets.ts';
import { policyRefusals } from '../words/documents.ts';

/** A field of the form: an empty one chooses nothing. */
const choice = z
  .string()
  .max(80)
  .transform((text) => (text.trim() === '' ? undefined : text.trim()))
  .optional();

const versionNumber = z.coerce.number().int().positive().max(1000).optional().catch(undefined);
const comparisonQuery = z.object({
  from: versionNumber,
  to: versionNumber,
  with: idSchema.optional().catch(undefined),
});
type ComparisonQuery = z.output<typeof comparisonQuery>;

const libraryQuery = z.object({
  issuer: choice,
  year: choice,
  theme: choice,
  kind: choice,
  validity: choice,
  text: choice,
  after: pageQuery([dayText, idSchema]).after,
});

async function comparedTexts(db: ReadDb, itemId: string, query: ComparisonQuery, today: Day) {
  const view = await findPublicDocument(db, itemId, today);
  if (view === undefined) return undefined;
  const { document } = view;
  if (query.with !== undefined) {
    const other = await findPublicDocument(db, query.with, today);
    if (other === undefined || other.document.itemId === itemId) return undefined;
    const textOf = (one: DocumentView) => ({
      name: citationOf(one.document.title, one.document.documentNumber),
      address: documentAddress({ itemId: one.document.itemId }),
      clauses: one.clauses,
    });
    return { document, before: textOf(other), after: textOf(view) };
  }
  const versions = await listPublicVersions(db, itemId);
  const textOf = (number: number | undefined, word: string) => {
    const version = versions.find((one) => one.number === number);
    if (version === undefined) return undefined;
    const { appliesFrom, clauses } = version;
    const address = `${documentAddress({ itemId })}?on=${appliesFrom}`;
    return { name: `${word}（自${longDay(appliesFrom)}起）`, address, clauses };
  };
  const after = textOf(query.to ?? versions.at(-1)?.number, '修改后');
  const before = textOf(query.from ?? versions.at(-2)?.number, '修改前');
  return before === undefined || after === undefined ? undefined : { document, before, after };
}

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
        interpretations: (await listInterpretations(app.database.read, params.itemId)).map((one) => ({
          ...one,
          address: itemAddress({ itemId: one.itemId }),
        })),
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
  pageRoute({
    name: 'policies.comparisonPage',
    summary: '一份政策文件的两个文本逐条对照',
    path: comparisonAddress.pattern,
    params: z.object({ itemId: idSchema }),
    query: comparisonQuery,
    cached: true,
    handle: async (input) => {
      const { app, params, query } = input;
      const { read } = app.database;
      const found = await findPublicItem(read, params.itemId);
      const isOpen = found !== undefined && 'item' in found;
      const texts = isOpen
        ? await comparedTexts(read, params.itemId, query, beijingDayOf(app.clock.now()))
        : undefined;
      if (texts === undefined) throw policyRefusals.refuse('policies.comparisonNotFound', {});
      return createElement(ComparisonPage, { frame: await loadSiteFrame(input, 'policies'), ...texts });
    },
  }),
];
