/** Versions of documents and the amendments that make them, for pages, screens and the recording of releases. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { DocumentClause } from '../rules/clause.ts';
import type { ActingAmendment } from '../rules/versions.ts';
import {
  type DocumentVersionRow,
  documentRelations,
  documentVersions,
  officialDocuments,
} from '../tables/documents.ts';

/** Public documents that change this one. */
export async function listAmendments(db: ReadDb, itemId: string): Promise<ActingAmendment[]> {
  return db
    .select({ fromItemId: documentRelations.fromItemId, onDay: documentRelations.onDay })
    .from(documentRelations)
    .innerJoin(officialDocuments, eq(officialDocuments.itemId, documentRelations.fromItemId))
    .where(
      and(
        eq(documentRelations.toItemId, itemId),
        eq(documentRelations.kind, 'amends'),
        isNull(documentRelations.dismissedOn),
        eq(officialDocuments.isPublic, true),
      ),
    )
    .orderBy(asc(documentRelations.onDay), asc(documentRelations.id));
}

/** All versions of a document's text, the oldest first. */
export async function listVersions(db: ReadDb, itemId: string): Promise<DocumentVersionRow[]> {
  return db
    .select()
    .from(documentVersions)
    .where(eq(documentVersions.itemId, itemId))
    .orderBy(asc(documentVersions.number));
}

export interface PublicVersion {
  readonly number: number;
  readonly appliesFrom: Day;
  readonly amendedBy: string | null;
  readonly amendedByTitle: string | null;
  readonly clauses: readonly DocumentClause[];
}

/** Versions the public may see: the text as issued, and those whose amending document is public. */
export async function listPublicVersions(db: ReadDb, itemId: string): Promise<PublicVersion[]> {
  const rows = await db
    .select({ version: documentVersions, amending: officialDocuments })
    .from(documentVersions)
    .leftJoin(officialDocuments, eq(officialDocuments.itemId, documentVersions.amendedByItemId))
    .where(eq(documentVersions.itemId, itemId))
    .orderBy(asc(documentVersions.number));
  return rows
    .filter(({ version, amending }) => version.amendedByItemId === null || amending?.isPublic === true)
    .map(({ version, amending }) => ({
      number: version.number,
      appliesFrom: version.appliesFrom,
      amendedBy: version.amendedByItemId,
      amendedByTitle: amending?.title ?? null,
      clauses: version.clauses,
    }));
}
