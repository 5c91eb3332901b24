/** Reads all that is public page by page, for trials over what the house has published. Writes nothing. */
import { and, asc, eq, sql } from 'drizzle-orm';
import type { ReadDb } from '../db/database.ts';
import { searchDocuments } from './tables.ts';

/** Where a page ended. */
export interface PublicDocumentKey {
  readonly kind: string;
  readonly objectId: string;
}

export interface PublicDocument extends PublicDocumentKey {
  readonly title: string;
  readonly body: string;
  readonly address: string;
}

/** The next public search documents after a key, by kind and identifier; none at the end. */
export async function listPublicDocuments(
  db: ReadDb,
  page: { readonly after: PublicDocumentKey | null; readonly limit: number },
): Promise<PublicDocument[]> {
  const { kind, objectId, title, body, address, isPublic } = searchDocuments;
  return db
    .select({ kind, objectId, title, body, address })
    .from(searchDocuments)
    .where(
      and(
        eq(isPublic, true),
        page.after === null
          ? undefined
          : sql`(${kind}, ${objectId}) > (${page.after.kind}, ${page.after.objectId})`,
      ),
    )
    .orderBy(asc(kind), asc(objectId))
    .limit(page.limit);
}
