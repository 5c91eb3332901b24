/** Reads search documents from the database: by key for those who may see them, and page by page for indexes. */
import { and, asc, eq, gt, inArray, isNull, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import type { ReadDb } from '../db/database.ts';
import type { SearchDocument, SearchDocumentKey } from './document.ts';
import type { SearchAudience } from './plan.ts';
import { searchDocuments, searchRemovals, searchTexts } from './tables.ts';

type DocumentRow = typeof searchDocuments.$inferSelect;

/** A row as the module wrote it. */
export function documentOfRow(row: DocumentRow): SearchDocument {
  return {
    kind: row.kind,
    objectId: row.objectId,
    title: row.title,
    body: row.body,
    ...(row.unitId === null ? {} : { unitId: row.unitId }),
    ...(row.unitName === null ? {} : { unitName: row.unitName }),
    ...(row.day === null ? {} : { day: row.day }),
    address: row.address,
    isPublic: row.isPublic,
    ...(row.documentNumber === null ? {} : { documentNumber: row.documentNumber }),
    keywords: row.keywords,
    facets: row.facets,
    clauses: row.clauses,
  };
}

/** Who may see a document, as a condition on either table that says it. */
export function mayBeSeen(
  table:
    | Pick<typeof searchDocuments, 'isPublic' | 'unitId'>
    | Pick<typeof searchTexts, 'isPublic' | 'unitId'>,
  audience: SearchAudience,
): SQL | undefined {
  const isPublic = eq(table.isPublic, true);
  if (audience.kind === 'public' || audience.unitIds.length === 0) return isPublic;
  return or(isPublic, inArray(table.unitId, [...audience.unitIds]));
}

/** Documents of these keys that exist now and may be seen, in no order. */
export async function findVisibleDocuments(
  db: ReadDb,
  keys: readonly SearchDocumentKey[],
  audience: SearchAudience,
): Promise<SearchDocument[]> {
  if (keys.length === 0) return [];
  const isWanted = keys.map(({ kind, objectId }) =>
    and(eq(searchDocuments.kind, kind), eq(searchDocuments.objectId, objectId)),
  );
  const rows = await db
    .select()
    .from(searchDocuments)
    .where(and(or(...isWanted), mayBeSeen(searchDocuments, audience)));
  return rows.map(documentOfRow);
}

/** Where a page of changes ended. */
export interface ChangeKey extends SearchDocumentKey {
  readonly seq: number;
}

export interface ChangedDocument {
  readonly key: ChangeKey;
  readonly document: SearchDocument;
}

/** Documents behind a change, in the order of changes. `through` leaves what came later to the next round. */
export async function listChangedDocuments(
  db: ReadDb,
  page: { readonly after: ChangeKey; readonly through: number; readonly limit: number },
): Promise<ChangedDocument[]> {
  const { changedSeq, kind, objectId } = searchDocuments;
  const { after } = page;
  const rows = await db
    .select()
    .from(searchDocuments)
    .where(
      and(
        sql`(${changedSeq}, ${kind}, ${objectId}) > (${after.seq}::bigint, ${after.kind}, ${after.objectId})`,
        lte(changedSeq, page.through),
      ),
    )
    .orderBy(asc(changedSeq), asc(kind), asc(objectId))
    .limit(page.limit);
  return rows.map((row) => ({
    key: { seq: row.changedSeq, kind: row.kind, objectId: row.objectId },
    document: documentOfRow(row),
  }));
}

/** What was removed behind a change and up to another. */
export async function listRemovedDocuments(
  db: ReadDb,
  after: number,
  through: number,
): Promise<SearchDocumentKey[]> {
  return db
    .select({ kind: searchRemovals.kind, objectId: searchRemovals.objectId })
    .from(searchRemovals)
    .where(and(gt(searchRemovals.changedSeq, after), lte(searchRemovals.changedSeq, through)));
}

/** The last change of any document, 0 for none. */
export async function findLastSearchChange(db: ReadDb): Promise<number> {
  const [documents] = await db
    .select({ seq: sql<string | null>`max(${searchDocuments.changedSeq})` })
    .from(searchDocuments);
  const [removals] = await db
    .select({ seq: sql<string | null>`max(${searchRemovals.changedSeq})` })
    .from(searchRemovals);
  return Math.max(Number(documents?.seq ?? 0), Number(removals?.seq ?? 0));
}

/** Documents whose words are not there, or were cut with other words of the county. */
export async function listStaleDocuments(
  db: ReadDb,
  lexicon: string,
  limit: number,
): Promise<SearchDocument[]> {
  const rows = await db
    .select({ document: searchDocuments })
    .from(searchDocuments)
    .leftJoin(
      searchTexts,
      and(eq(searchTexts.kind, searchDocuments.kind), eq(searchTexts.objectId, searchDocuments.objectId)),
    )
    .where(or(isNull(searchTexts.kind), ne(searchTexts.lexicon, lexicon)))
    .limit(limit);
  return rows.map(({ document }) => documentOfRow(document));
}
