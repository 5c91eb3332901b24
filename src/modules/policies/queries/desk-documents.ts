/** The library as the desk sees it: lists with what is missing, one document with its relations, clauses and versions. */
import { and, asc, desc, eq, inArray, lt, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import { findItemRow, visibleUnitsOf } from '#modules/publishing/index.ts';
import type {
  DeskDocument,
  DeskDocumentRow,
  DeskRelation,
  deskLibraryQuerySchema,
  LibraryOverview,
} from '../contract/documents.ts';
import { libraryFacets } from '../rules/facets.ts';
import { documentGaps } from '../rules/gaps.ts';
import { clauseOfRow, documentClauses, documentRelations, officialDocuments } from '../tables/documents.ts';
import { judgeDocumentOn } from './document.ts';
import { countLibraryFacet, gapsIn, type LibraryQuery, libraryConditions, validityOn } from './library.ts';
import { listVersions } from './versions.ts';

export interface DeskScope {
  readonly jurisdictionId: string;
  readonly reach: readonly string[] | null;
  readonly today: Day;
}

/** What of the library this officer sees beside the public documents. */
export function deskScopeOf(actor: Actor, jurisdictionId: string, today: Day): DeskScope {
  return { jurisdictionId, reach: visibleUnitsOf(actor), today };
}

const listed = (today: Day) => ({
  itemId: officialDocuments.itemId,
  title: officialDocuments.title,
  documentNumber: officialDocuments.documentNumber,
  issuers: officialDocuments.issuers,
  kind: officialDocuments.kind,
  theme: officialDocuments.theme,
  writtenOn: officialDocuments.writtenOn,
  publishedOn: officialDocuments.publishedOn,
  validity: validityOn(today),
  isPublic: officialDocuments.isPublic,
  isNormative: officialDocuments.isNormative,
  gaps: gapsIn(today),
});

function isGap(text: string): text is DeskDocumentRow['gaps'][number] {
  return documentGaps.some((gap) => gap === text);
}

/** A page of the library, newest written day first. */
export async function listDeskDocuments(
  db: ReadDb,
  scope: DeskScope,
  query: z.output<typeof deskLibraryQuerySchema>,
): Promise<PageOfRows<DeskDocumentRow>> {
  const { after, limit, text, gap, ...chosen } = query;
  const beyond =
    after === undefined
      ? undefined
      : or(
          sql`${officialDocuments.writtenOn} < ${after[0]}`,
          and(sql`${officialDocuments.writtenOn} = ${after[0]}`, lt(officialDocuments.itemId, after[1])),
        );
  const asked: LibraryQuery = {
    ...scope,
    chosen: Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined)),
    limit,
    ...(text === undefined || text === '' ? {} : { text }),
    ...(gap === undefined ? {} : { gap }),
  };
  const rows = await db
    .select(listed(scope.today))
    .from(officialDocuments)
    .where(and(libraryConditions(asked), beyond))
    .orderBy(desc(officialDocuments.writtenOn), desc(officialDocuments.itemId))
    .limit(limit + 1);
  const page = pageOfRows(rows, limit, (row) => [row.writtenOn, row.itemId]);
  return { rows: page.rows.map((row) => ({ ...row, gaps: row.gaps.filter(isGap) })), next: page.next };
}

/** Values to narrow by, and how complete the library is. */
export async function countDeskLibrary(db: ReadDb, scope: DeskScope): Promise<LibraryOverview> {
  const query: LibraryQuery = { ...scope, chosen: {}, limit: 1 };
  const facets: LibraryOverview['facets'] = { issuer: [], year: [], theme: [], kind: [], validity: [] };
  for (const facet of libraryFacets) facets[facet] = [...(await countLibraryFacet(db, query, facet))];
  const rows = await db
    .select({ gaps: gapsIn(scope.today) })
    .from(officialDocuments)
    .where(libraryConditions(query));
  return {
    facets,
    gaps: documentGaps.map((value) => ({
      value,
      count: rows.filter(({ gaps }) => gaps.includes(value)).length,
    })),
    documents: rows.length,
    complete: rows.filter(({ gaps }) => gaps.length === 0).length,
  };
}

const otherDocument = alias(officialDocuments, 'other_document');

/** Relations both ways, the dismissed ones too, with who put them in. */
async function listDeskRelations(db: ReadDb, itemId: string, scope: DeskScope): Promise<DeskRelation[]> {
  const found = await db
    .select({ relation: documentRelations, from: officialDocuments, to: otherDocument })
    .from(documentRelations)
    .innerJoin(officialDocuments, eq(officialDocuments.itemId, documentRelations.fromItemId))
    .leftJoin(otherDocument, eq(otherDocument.itemId, documentRelations.toItemId))
    .where(or(eq(documentRelations.fromItemId, itemId), eq(documentRelations.toItemId, itemId)))
    .orderBy(asc(documentRelations.onDay), asc(documentRelations.id));
  const isSeen = (one: { readonly isPublic: boolean; readonly unitId: string }) =>
    one.isPublic || scope.reach === null || scope.reach.includes(one.unitId);
  return found.flatMap(({ relation, from, to }): DeskRelation[] => {
    const does = relation.fromItemId === itemId;
    if (!does && !isSeen(from)) return [];
    const other = does ? (to !== null && isSeen(to) ? to : null) : from;
    return [
      {
        id: relation.id,
        direction: does ? 'does' : 'isDone',
        kind: relation.kind,
        title: other?.title ?? relation.toTitle ?? '',
        documentNumber: other?.documentNumber ?? (does ? relation.toNumber : null),
        part: relation.part,
        onDay: relation.onDay,
        otherItemId: other?.itemId ?? null,
        ownerUnitId: from.unitId,
        enteredByName: relation.enteredByName,
        enteredOn: relation.enteredOn,
        reason: relation.reason,
        dismissedByName: relation.dismissedByName,
        dismissedOn: relation.dismissedOn,
        dismissalReason: relation.dismissalReason,
      },
    ];
  });
}

/** One document for an officer; undefined when he may not see it. */
export async function findDeskDocument(
  db: ReadDb,
  scope: DeskScope,
  itemId: string,
): Promise<DeskDocument | undefined> {
  const within = libraryConditions({ ...scope, chosen: {}, limit: 1 });
  const [row] = await db
    .select({ ...listed(scope.today), document: officialDocuments })
    .from(officialDocuments)
    .where(and(eq(officialDocuments.itemId, itemId), within));
  if (row === undefined) return undefined;
  const { document, gaps, ...shown } = row;
  const item = await findItemRow(db, itemId);
  const names = await nameUnits(db, [document.unitId]);
  const clauses = await db
    .select()
    .from(documentClauses)
    .where(eq(documentClauses.itemId, itemId))
    .orderBy(asc(documentClauses.position));
  const versions = await listVersions(db, itemId);
  const amendingIds = versions.flatMap(({ amendedByItemId }) => amendedByItemId ?? []);
  const amending =
    amendingIds.length === 0
      ? []
      : await db
          .select({ itemId: officialDocuments.itemId, title: officialDocuments.title })
          .from(officialDocuments)
          .where(inArray(officialDocuments.itemId, amendingIds));
  const titles = new Map(amending.map((one) => [one.itemId, one.title]));
  const verdict = await judgeDocumentOn(db, document, scope.today);
  return {
    ...shown,
    gaps: gaps.filter(isGap),
    unitId: document.unitId,
    unitName: names.get(document.unitId)?.name ?? '',
    indexNumber: item?.indexNumber ?? null,
    unifiedNumber: document.unifiedNumber,
    issuedKind: document.issuedKind,
    effectiveOn: document.effectiveOn,
    lapsesOn: document.lapsesOn,
    because: [...verdict.because],
    relations: await listDeskRelations(db, itemId, scope),
    clauses: clauses.map(clauseOfRow).map(({ anchor, level, label, heading, text, rows }) => ({
      anchor,
      level,
      label,
      heading,
      text,
      rows: rows === null ? null : rows.map((cells) => [...cells]),
    })),
    versions: versions.map(({ number, appliesFrom, amendedByItemId, recordedOn }) => ({
      number,
      appliesFrom,
      amendedByTitle: amendedByItemId === null ? null : (titles.get(amendedByItemId) ?? null),
      recordedOn,
    })),
  };
}
