/** Documents to take along: Word and PDF in the official layout, and a feed of what a choice of facets lists. */
import { z } from 'zod';
import type { App } from '#kernel/app.ts';
import { beijingDayOf, instantOf } from '#kernel/clock.ts';
import { type Day, parseDay } from '#kernel/day.ts';
import { downloadReply } from '#kernel/http/file-reply.ts';
import { pageRoute, SpecialReply } from '#kernel/http/route.ts';
import { writePaperDocx } from '#kernel/paper/docx.ts';
import type { OfficialPaper } from '#kernel/paper/paper.ts';
import { writePaperPdf } from '#kernel/paper/pdf.ts';
import { idSchema } from '#kernel/schema.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import { findPublicItem } from '#modules/publishing/index.ts';
import { atomMediaType, writeAtomFeed } from '#portal/atom.ts';
import { findSiteName } from '#portal/frame.ts';
import {
  documentAddress,
  documentFileAddress,
  documentsPerPage,
  libraryAddress,
  libraryFeedAddress,
} from '../addresses.ts';
import { listLibrary } from '../queries/library.ts';
import { findPaperDocument } from '../queries/paper-documents.ts';
import { composeDocumentPaper } from '../rules/document-paper.ts';
import { policyRefusals, validityTitles } from '../words/documents.ts';

export const paperFormats = ['docx', 'pdf'] as const;
export type PaperFormat = (typeof paperFormats)[number];

const mediaTypes: Readonly<Record<PaperFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** A paper in the format asked for, as a download. */
export async function paperReply(app: App, paper: OfficialPaper, format: PaperFormat): Promise<SpecialReply> {
  const bytes =
    format === 'docx'
      ? await writePaperDocx(paper)
      : (await writePaperPdf(paper, app.config.GONGKAI_FONTS ?? null)).bytes;
  return downloadReply(`${paper.title.slice(0, 80)}.${format}`, mediaTypes[format], bytes);
}

const facet = z.string().max(80).optional();

/** A day in an address; today where none or a wrong one is given. */
function dayAsked(app: App, text: string | undefined): Day {
  const today = beijingDayOf(app.clock.now());
  return (text === undefined ? undefined : parseDay(text)) ?? today;
}

export const downloadRoutes = [
  pageRoute({
    name: 'policies.documentFile',
    summary: '一份政策文件的 Word 或者 PDF 文本',
    path: documentFileAddress.pattern,
    params: z.object({ itemId: idSchema, format: z.enum(paperFormats) }),
    query: z.object({ on: z.string().max(10).optional() }),
    cached: true,
    handle: async ({ app, params, query }) => {
      const { read } = app.database;
      const on = dayAsked(app, query.on);
      const found = await findPublicItem(read, params.itemId);
      const isOpen = found !== undefined && 'item' in found;
      const document = isOpen ? await findPaperDocument(read, params.itemId, on) : undefined;
      if (document === undefined) throw policyRefusals.refuse('policies.documentNotFound', {});
      return paperReply(app, composeDocumentPaper(document, on), params.format);
    },
  }),
  pageRoute({
    name: 'policies.libraryFeed',
    summary: '按机关、年份、主题、文种、有效性订阅政策文件',
    path: libraryFeedAddress.pattern,
    query: z.object({ issuer: facet, year: facet, theme: facet, kind: facet, validity: facet }),
    cached: true,
    handle: async ({ app, actor, query, request }) => {
      const chosen = Object.fromEntries(Object.entries(query).filter(([, value]) => (value ?? '') !== ''));
      const { rows } = await listLibrary(app.database.read, {
        jurisdictionId: await getHomeJurisdictionId(app.database.read, actor),
        today: beijingDayOf(app.clock.now()),
        chosen,
        limit: documentsPerPage,
      });
      const { origin } = request;
      const publisher = await findSiteName(app);
      const dayOfRow = (row: (typeof rows)[number]) =>
        instantOf(`${row.publishedOn ?? row.writtenOn}T00:00:00+08:00`);
      const newest = rows[0];
      const body = writeAtomFeed({
        id: `${origin}${libraryFeedAddress(chosen)}`,
        title: `${publisher}政策文件：${Object.values(chosen).join('、') || '全部'}`,
        author: publisher,
        address: `${origin}${libraryAddress(chosen)}`,
        selfAddress: `${origin}${libraryFeedAddress(chosen)}`,
        updated: newest === undefined ? app.clock.now() : dayOfRow(newest),
        entries: rows.map((row) => ({
          id: `urn:uuid:${row.itemId}`,
          title: row.title,
          address: `${origin}${documentAddress({ itemId: row.itemId })}`,
          updated: dayOfRow(row),
          summary: [row.documentNumber ?? '', row.issuers.join('、'), validityTitles[row.validity]]
            .filter((part) => part !== '')
            .join('，'),
          categories: [...row.issuers],
        })),
      });
      return new SpecialReply({ body, headers: { 'content-type': atomMediaType } });
    },
  }),
];
