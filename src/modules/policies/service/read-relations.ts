/**
 * Relations that a document's own text states: what it repeals, changes and rests on. Read anew with each release; what
 * people entered or found wrong stays.
 */
import { and, eq, isNull, or } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { Work } from '#kernel/work.ts';
import { readAmendedDocuments } from '../reader/amendments.ts';
import type { DocumentReading } from '../reader/document-reading.ts';
import type { DocumentClause } from '../rules/clause.ts';
import type { RelationKind } from '../rules/validity.ts';
import {
  type DocumentRelationRow,
  documentRelations,
  type OfficialDocumentRow,
  officialDocuments,
} from '../tables/documents.ts';

interface StatedRelation {
  readonly kind: RelationKind;
  readonly title: string | null;
  readonly documentNumber: string | null;
  readonly part: string | null;
  readonly onDay: Day | null;
}

/** A document of the library by its number, or by its title where no number is given; null when it is not in it. */
export async function findNamedDocument(
  db: ReadDb,
  jurisdictionId: string,
  named: { readonly title: string | null; readonly documentNumber: string | null },
): Promise<string | null> {
  const { title, documentNumber } = named;
  const which =
    documentNumber === null
      ? title === null
        ? undefined
        : or(
            eq(officialDocuments.title, title),
            // A text issued with a notice is named by itself.
            eq(officialDocuments.issuedTitle, title),
          )
      : eq(officialDocuments.documentNumber, documentNumber);
  if (which === undefined) return null;
  const found = await db
    .select({ itemId: officialDocuments.itemId })
    .from(officialDocuments)
    .where(and(eq(officialDocuments.jurisdictionId, jurisdictionId), which))
    .limit(2);
  // Two of one name are told apart by a person.
  return found.length === 1 ? (found[0]?.itemId ?? null) : null;
}

function statedRelations(
  { effectiveOn, writtenOn }: OfficialDocumentRow,
  reading: Pick<DocumentReading, 'repeals' | 'basis' | 'clauses' | 'title'>,
): readonly StatedRelation[] {
  const lines = reading.clauses.map(({ text }) => text);
  return [
    ...reading.repeals.map((one) => ({
      kind: 'repeals' as const,
      title: one.title,
      documentNumber: one.documentNumber,
      part: one.part,
      onDay: one.day ?? effectiveOn ?? writtenOn,
    })),
    ...readAmendedDocuments(reading.title ?? '', lines).map((one) => ({
      ...one,
      kind: 'amends' as const,
      part: null,
      onDay: effectiveOn ?? writtenOn,
    })),
    ...reading.basis.map(({ title, documentNumber }) => ({
      kind: 'basis' as const,
      title,
      documentNumber,
      part: null,
      onDay: null,
    })),
  ];
}

function isKept(kept: readonly DocumentRelationRow[], one: StatedRelation, toItemId: string | null): boolean {
  return kept.some(
    (row) =>
      row.kind === one.kind &&
      row.part === one.part &&
      (toItemId === null
        ? row.toTitle === one.title && row.toNumber === one.documentNumber
        : row.toItemId === toItemId),
  );
}

/** Writes what the text states; a relation somebody entered or dismissed is not written a second time. */
export async function writeReadRelations(
  work: Work,
  document: OfficialDocumentRow,
  reading: Pick<DocumentReading, 'repeals' | 'basis' | 'title'> & {
    readonly clauses: readonly DocumentClause[];
  },
): Promise<void> {
  const { itemId, jurisdictionId } = document;
  await work.db
    .delete(documentRelations)
    .where(
      and(
        eq(documentRelations.fromItemId, itemId),
        isNull(documentRelations.enteredBy),
        isNull(documentRelations.dismissedOn),
      ),
    );
  const kept = await work.db.select().from(documentRelations).where(eq(documentRelations.fromItemId, itemId));
  for (const one of statedRelations(document, reading)) {
    const toItemId = await findNamedDocument(work.db, jurisdictionId, one);
    if (isKept(kept, one, toItemId) || toItemId === itemId) continue;
    const { kind, title: toTitle, documentNumber: toNumber, part, onDay } = one;
    const row = { id: work.newId(), fromItemId: itemId, kind, toItemId, toTitle, toNumber, part, onDay };
    await work.db.insert(documentRelations).values(row);
  }
  // What earlier documents said of this one finds it now.
  const names = [
    ...(document.documentNumber === null ? [] : [eq(documentRelations.toNumber, document.documentNumber)]),
    and(isNull(documentRelations.toNumber), eq(documentRelations.toTitle, document.title)),
    ...(document.issuedTitle === null
      ? []
      : [and(isNull(documentRelations.toNumber), eq(documentRelations.toTitle, document.issuedTitle))]),
  ];
  await work.db
    .update(documentRelations)
    .set({ toItemId: itemId })
    .where(and(isNull(documentRelations.toItemId), or(...names)));
}
