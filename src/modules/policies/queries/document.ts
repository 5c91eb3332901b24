/** One document of the public library with its clauses, its relations both ways and its validity on a day. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { DocumentClause } from '../rules/clause.ts';
import { judgeValidity, type RelationKind, type ValidityVerdict } from '../rules/validity.ts';
import {
  clauseOfRow,
  documentClauses,
  documentRelations,
  type OfficialDocumentRow,
  officialDocuments,
} from '../tables/documents.ts';

export interface RelatedDocument {
  readonly kind: RelationKind;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly part: string | null;
  readonly onDay: Day | null;
  /** Its page, where it stands in the public library. */
  readonly itemId: string | null;
}

export interface DocumentView {
  readonly document: OfficialDocumentRow;
  readonly clauses: readonly DocumentClause[];
  /** What this document does to others. */
  readonly outgoing: readonly RelatedDocument[];
  /** What others do to it. */
  readonly incoming: readonly RelatedDocument[];
  readonly verdict: ValidityVerdict;
}

async function listIncoming(db: ReadDb, itemId: string): Promise<RelatedDocument[]> {
  const rows = await db
    .select({ relation: documentRelations, from: officialDocuments })
    .from(documentRelations)
    .innerJoin(officialDocuments, eq(officialDocuments.itemId, documentRelations.fromItemId))
    .where(
      and(
        eq(documentRelations.toItemId, itemId),
        isNull(documentRelations.dismissedOn),
        eq(officialDocuments.isPublic, true),
      ),
    )
    .orderBy(asc(officialDocuments.writtenOn), asc(documentRelations.id));
  return rows.map(({ relation: { kind, part, onDay }, from: { title, documentNumber, itemId: page } }) => ({
    kind,
    title,
    documentNumber,
    part,
    onDay,
    itemId: page,
  }));
}

async function listOutgoing(db: ReadDb, itemId: string): Promise<RelatedDocument[]> {
  const rows = await db
    .select({ relation: documentRelations, to: officialDocuments })
    .from(documentRelations)
    .leftJoin(
      officialDocuments,
      and(eq(officialDocuments.itemId, documentRelations.toItemId), eq(officialDocuments.isPublic, true)),
    )
    .where(and(eq(documentRelations.fromItemId, itemId), isNull(documentRelations.dismissedOn)))
    .orderBy(asc(documentRelations.kind), asc(documentRelations.id));
  return rows.map(({ relation, to }) => ({
    kind: relation.kind,
    title: relation.toTitle ?? to?.title ?? '',
    documentNumber: relation.toNumber ?? to?.documentNumber ?? null,
    part: relation.part,
    onDay: relation.onDay,
    itemId: to?.itemId ?? null,
  }));
}

/** Whether a document is in force on a day, by what public documents do to it. */
export async function judgeDocumentOn(
  db: ReadDb,
  document: Pick<OfficialDocumentRow, 'itemId' | 'effectiveOn' | 'lapsesOn'>,
  on: Day,
): Promise<ValidityVerdict> {
  return judgeByRelations(document, await listIncoming(db, document.itemId), on);
}

function judgeByRelations(
  document: Pick<OfficialDocumentRow, 'effectiveOn' | 'lapsesOn'>,
  incoming: readonly RelatedDocument[],
  on: Day,
): ValidityVerdict {
  const acting = incoming.map(({ title, documentNumber, ...one }) => ({
    ...one,
    fromTitle: title,
    fromNumber: documentNumber,
  }));
  return judgeValidity(document, acting, on);
}

/** The document as it stands on a day; undefined when the public may not see it. */
export async function findPublicDocument(
  db: ReadDb,
  itemId: string,
  on: Day,
): Promise<DocumentView | undefined> {
  const [document] = await db
    .select()
    .from(officialDocuments)
    .where(and(eq(officialDocuments.itemId, itemId), eq(officialDocuments.isPublic, true)));
  if (document === undefined) return undefined;
  const clauses = await db
    .select()
    .from(documentClauses)
    .where(eq(documentClauses.itemId, itemId))
    .orderBy(asc(documentClauses.position));
  const incoming = await listIncoming(db, itemId);
  return {
    document,
    clauses: clauses.map(clauseOfRow),
    outgoing: await listOutgoing(db, itemId),
    incoming,
    verdict: judgeByRelations(document, incoming, on),
  };
}
