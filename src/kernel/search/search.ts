/**
 * Search documents: what a module lets search find, kept in the transaction that changes the object. The
 * palette of the desk finds parts of words through `findSearchDocuments`; everybody else searches through `app.search`.
 */
import { and, desc, eq, ilike, or, type SQL } from 'drizzle-orm';
import type { ReadDb, WriteDb } from '../db/database.ts';
import type { SearchDocument, SearchDocumentKey } from './document.ts';
import { type Lexicon, loadLexicon } from './lexicon.ts';
import { writeSearchText } from './sql/write-texts.ts';
import { documentOfRow } from './stored-documents.ts';
import { searchDocuments, searchRemovals } from './tables.ts';

/** A change to the index, collected by `work` and written with the audit. */
export type SearchChange = { readonly put: SearchDocument } | { readonly remove: SearchDocumentKey };

/** Writes the collected changes; the last one for an object wins. */
export async function writeSearchChanges(
  db: WriteDb,
  changes: readonly SearchChange[],
  changedSeq: number,
): Promise<void> {
  const last = new Map<string, SearchChange>();
  for (const change of changes) {
    const { kind, objectId } = 'put' in change ? change.put : change.remove;
    last.set(`${kind} ${objectId}`, change);
  }
  if (last.size === 0) return;
  const lexicon = await loadLexicon(db);
  for (const change of last.values()) {
    if ('put' in change) await putDocument(db, change.put, changedSeq, lexicon);
    else await removeDocument(db, change.remove, changedSeq);
  }
}

async function removeDocument(
  db: WriteDb,
  { kind, objectId }: SearchDocumentKey,
  changedSeq: number,
): Promise<void> {
  await db
    .delete(searchDocuments)
    .where(and(eq(searchDocuments.kind, kind), eq(searchDocuments.objectId, objectId)));
  await db
    .insert(searchRemovals)
    .values({ kind, objectId, changedSeq })
    .onConflictDoUpdate({ target: [searchRemovals.kind, searchRemovals.objectId], set: { changedSeq } });
}

async function putDocument(
  db: WriteDb,
  put: SearchDocument,
  changedSeq: number,
  lexicon: Lexicon,
): Promise<void> {
  const { kind, objectId } = put;
  const row = {
    title: put.title,
    body: put.body,
    unitId: put.unitId ?? null,
    unitName: put.unitName ?? null,
    day: put.day ?? null,
    address: put.address,
    isPublic: put.isPublic,
    changedSeq,
    documentNumber: put.documentNumber ?? null,
    keywords: [...(put.keywords ?? [])],
    facets: put.facets ?? {},
    clauses: put.clauses ?? [],
  };
  await db
    .insert(searchDocuments)
    .values({ kind, objectId, ...row })
    .onConflictDoUpdate({ target: [searchDocuments.kind, searchDocuments.objectId], set: row });
  await db
    .delete(searchRemovals)
    .where(and(eq(searchRemovals.kind, kind), eq(searchRemovals.objectId, objectId)));
  await writeSearchText(db, put, lexicon);
}

/** Escapes the wildcards of `like`. */
function likePattern(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}

/**
 * Documents that hold every word of the question in title or body, title matches first, then the newest.
 * Returns at most `limit`.
 */
export async function findSearchDocuments(
  db: ReadDb,
  question: { readonly text: string; readonly publicOnly: boolean; readonly kinds?: readonly string[] },
  limit = 50,
): Promise<SearchDocument[]> {
  const words = question.text
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, 8);
  if (words.length === 0) return [];
  const conditions: (SQL | undefined)[] = words.map((word) =>
    or(ilike(searchDocuments.title, likePattern(word)), ilike(searchDocuments.body, likePattern(word))),
  );
  if (question.publicOnly) conditions.push(eq(searchDocuments.isPublic, true));
  if (question.kinds !== undefined) {
    conditions.push(or(...question.kinds.map((kind) => eq(searchDocuments.kind, kind))));
  }
  const titleFirst = and(...words.map((word) => ilike(searchDocuments.title, likePattern(word))));
  const rows = await db
    .select()
    .from(searchDocuments)
    .where(and(...conditions))
    .orderBy(desc(titleFirst ?? searchDocuments.isPublic), desc(searchDocuments.changedSeq))
    .limit(limit);
  return rows.map(documentOfRow);
}
