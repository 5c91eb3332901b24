/** Public pages, files and feeds of columns, units and items. What is shown is asked of `queries/public-items` alone. */
import { createElement } from 'react';
import { z } from 'zod';
import type { App } from '#kernel/app.ts';
import { beijingDayOf, instantOf } from '#kernel/clock.ts';
import { withoutPhotoTraces } from '#kernel/files/photo-traces/photo-traces.ts';
import { findStoredFile } from '#kernel/files/stored-files.ts';
import { downloadReply } from '#kernel/http/file-reply.ts';
import { pageQuery } from '#kernel/http/paging.ts';
import { pageRoute, SpecialReply } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { findUnit, listJurisdictions } from '#modules/organisation/index.ts';
import { atomMediaType, writeAtomFeed } from '#portal/atom.ts';
import { findSiteName, loadSiteFrame } from '#portal/frame.ts';
import {
  columnAddress,
  columnFeedAddress,
  columnListAddress,
  itemAddress,
  itemFileAddress,
  itemsPerPage,
  statutoryAddress,
  unitListAddress,
  unitPageAddress,
} from '../addresses.ts';
import type { ColumnRow } from '../contract/columns.ts';
import { ColumnListPage, ColumnPage, crumbsAbove } from '../pages/column.tsx';
import { ItemPage, WithdrawnItemPage } from '../pages/item.tsx';
import { StatutoryPage, UnitListPage, UnitPage } from '../pages/unit.tsx';
import { mapAttachmentViews } from '../queries/attachment-views.ts';
import { findColumnByCode, listColumns } from '../queries/columns.ts';
import { findPublicItem, listPublicItems } from '../queries/public-items.ts';
import { listUnitCoverage } from '../queries/statutory.ts';
import { statutoryParts } from '../rules/columns.ts';
import { namesFile } from '../rules/content-files.ts';
import { findItemKind } from '../rules/kinds/all.ts';
import { columnRefusals, statutoryPartTitles } from '../words/columns.ts';
import { itemRefusals } from '../words/items.ts';

const listQuery = z.object({ after: pageQuery([z.iso.datetime(), idSchema]).after });
const codeParams = z.object({ code: z.string().max(64) });

async function getSiteJurisdiction(app: App): Promise<string> {
  const [home] = await listJurisdictions(app.database.read);
  if (home === undefined) throw columnRefusals.refuse('publishing.columnNotFound', {});
  return home.id;
}

async function loadColumns(app: App): Promise<{ jurisdictionId: string; columns: ColumnRow[] }> {
  const jurisdictionId = await getSiteJurisdiction(app);
  const today = beijingDayOf(app.clock.now());
  return { jurisdictionId, columns: await listColumns(app.database.read, { jurisdictionId, today }) };
}

/** The open column of an address; refuses with `publishing.columnNotFound`. */
async function getColumn(app: App, code: string) {
  const { jurisdictionId, columns } = await loadColumns(app);
  const row = await findColumnByCode(app.database.read, jurisdictionId, code);
  const view = columns.find(({ id }) => id === row?.id);
  if (row === undefined || view === undefined) throw columnRefusals.refuse('publishing.columnNotFound', {});
  return { jurisdictionId, columns, row, view };
}

export const publishingPageRoutes = [
  pageRoute({
    name: 'publishing.columnListPage',
    summary: '全部栏目',
    path: columnListAddress.pattern,
    cached: true,
    handle: async (input) =>
      createElement(ColumnListPage, {
        frame: await loadSiteFrame(input, 'disclosure'),
        columns: (await loadColumns(input.app)).columns,
      }),
  }),
  pageRoute({
    name: 'publishing.columnPage',
    summary: '一个栏目',
    path: columnAddress.pattern,
    params: codeParams,
    query: listQuery,
    cached: true,
    handle: async (input) => {
      const { app, params, query } = input;
      const { jurisdictionId, columns, row, view } = await getColumn(app, params.code);
      const page = await listPublicItems(app.database.read, {
        jurisdictionId,
        columns: [row],
        limit: itemsPerPage,
        ...(query.after === undefined ? {} : { after: query.after }),
      });
      return createElement(ColumnPage, {
        frame: await loadSiteFrame(input, 'disclosure'),
        column: view,
        columns,
        listed: {
          rows: page.rows,
          firstAddress: query.after === undefined ? undefined : columnAddress({ code: row.code }),
          nextAddress:
            page.next === null ? undefined : columnAddress({ code: row.code }, { after: page.next }),
        },
      });
    },
  }),
  pageRoute({
    name: 'publishing.columnFeed',
    summary: '一个栏目的订阅',
    path: columnFeedAddress.pattern,
    params: codeParams,
    cached: true,
    handle: async ({ app, params, request }) => {
      const { jurisdictionId, row } = await getColumn(app, params.code);
      const { rows } = await listPublicItems(app.database.read, {
        jurisdictionId,
        columns: [row],
        limit: itemsPerPage,
      });
      const { origin } = request;
      const publisher = await findSiteName(app);
      const newest = rows[0];
      const body = writeAtomFeed({
        id: `urn:uuid:${row.id}`,
        title: `${publisher}${row.title}`,
        author: publisher,
        address: `${origin}${columnAddress({ code: row.code })}`,
        selfAddress: `${origin}${columnFeedAddress({ code: row.code })}`,
        updated: newest === undefined ? app.clock.now() : instantOf(`${newest.updatedOn}T00:00:00+08:00`),
        entries: rows.map((item) => ({
          id: `urn:uuid:${item.id}`,
          title: item.content.title,
          address: `${origin}${itemAddress({ itemId: item.id })}`,
          updated: instantOf(`${item.updatedOn}T00:00:00+08:00`),
          summary: item.content.summary === '' ? item.plainText.slice(0, 200) : item.content.summary,
          categories: [item.kindTitle, item.unitName],
        })),
      });
      return new SpecialReply({ body, headers: { 'content-type': atomMediaType } });
    },
  }),
  pageRoute({
    name: 'publishing.itemPage',
    summary: '一份公开的信息，或者它已撤回的说明',
    path: itemAddress.pattern,
    params: z.object({ itemId: idSchema }),
    cached: true,
    handle: async (input) => {
      const { app, params } = input;
      const found = await findPublicItem(app.database.read, params.itemId);
      if (found === undefined) throw itemRefusals.refuse('publishing.itemNotFound', {});
      const frame = await loadSiteFrame(input, 'disclosure');
      if ('withdrawn' in found)
        return createElement(WithdrawnItemPage, { frame, withdrawn: found.withdrawn });
      const { item } = found;
      const { columns } = await loadColumns(app);
      const column = columns.find(({ id }) => id === item.columnId);
      const views = await mapAttachmentViews(
        app.database.read,
        item.content.attachments.map(({ sha256 }) => sha256),
      );
      return createElement(ItemPage, {
        shownFiles: new Set([...views.values()].flatMap((view) => (view.html === null ? [] : [view.sha256]))),
        frame,
        item,
        kind: findItemKind(item.kind),
        columnTitle: column?.title ?? '',
        crumbs:
          column === undefined
            ? []
            : [
                ...crumbsAbove(columns, column),
                { title: column.title, address: columnAddress({ code: column.code }) },
              ],
      });
    },
  }),
  pageRoute({
    name: 'publishing.itemFile',
    summary: '一份公开信息的附件',
    path: itemFileAddress.pattern,
    params: z.object({ itemId: idSchema, fileId: idSchema }),
    handle: async ({ app, params }) => {
      const found = await findPublicItem(app.database.read, params.itemId);
      // The file of a revision in the works, of a kept or a withdrawn item has no public address.
      const isNamed = found !== undefined && 'item' in found && namesFile(found.item.content, params.fileId);
      const file = isNamed ? await findStoredFile(app.database.read, params.fileId) : undefined;
      const kept = file === undefined ? undefined : await app.files.find(file.sha256);
      // Of a photo the picture alone: place, time and device of whoever took it are nobody's business.
      const bytes =
        file === undefined || kept === undefined ? undefined : withoutPhotoTraces(file.mediaType, kept);
      if (file === undefined || bytes === undefined) {
        throw itemRefusals.refuse('publishing.itemNotFound', {});
      }
      return downloadReply(file.fileName, file.mediaType, bytes, {
        // Uploaded markup must not run as a page of this site.
        'content-security-policy': "default-src 'none'; sandbox",
      });
    },
  }),
  pageRoute({
    name: 'publishing.unitListPage',
    summary: '各单位',
    path: unitListAddress.pattern,
    cached: true,
    handle: async (input) =>
      createElement(UnitListPage, {
        frame: await loadSiteFrame(input, 'disclosure'),
        units: await listUnitCoverage(input.app.database.read, {
          jurisdictionId: await getSiteJurisdiction(input.app),
        }),
      }),
  }),
  pageRoute({
    name: 'publishing.unitPage',
    summary: '一个单位公开的信息',
    path: unitPageAddress.pattern,
    params: z.object({ unitId: idSchema }),
    query: listQuery,
    cached: true,
    handle: async (input) => {
      const { app, params, query } = input;
      const jurisdictionId = await getSiteJurisdiction(app);
      const unit = await findUnit(app.database.read, params.unitId);
      const [coverage] = await listUnitCoverage(app.database.read, { jurisdictionId, unitId: params.unitId });
      if (unit === undefined || coverage === undefined) {
        throw columnRefusals.refuse('publishing.unitPageNotFound', {});
      }
      const page = await listPublicItems(app.database.read, {
        jurisdictionId,
        unitId: unit.id,
        limit: itemsPerPage,
        ...(query.after === undefined ? {} : { after: query.after }),
      });
      return createElement(UnitPage, {
        frame: await loadSiteFrame(input, 'disclosure'),
        coverage,
        listed: {
          rows: page.rows,
          firstAddress: query.after === undefined ? undefined : unitPageAddress({ unitId: unit.id }),
          nextAddress:
            page.next === null ? undefined : unitPageAddress({ unitId: unit.id }, { after: page.next }),
        },
      });
    },
  }),
  pageRoute({
    name: 'publishing.statutoryPage',
    summary: '政府信息公开专栏：固定组成部分，各单位法定主动公开内容',
    path: statutoryAddress.pattern,
    cached: true,
    handle: async (input) => {
      const { jurisdictionId, columns } = await loadColumns(input.app);
      return createElement(StatutoryPage, {
        frame: await loadSiteFrame(input, 'disclosure'),
        parts: statutoryParts.map((part) => {
          const column = columns.find(({ statutoryPart }) => statutoryPart === part);
          return {
            title: statutoryPartTitles[part],
            address: column === undefined ? null : columnAddress({ code: column.code }),
          };
        }),
        units: await listUnitCoverage(input.app.database.read, { jurisdictionId }),
      });
    },
  }),
];
