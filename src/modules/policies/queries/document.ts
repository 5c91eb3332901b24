/** One document of the public library with its clauses, its relations both ways and its validity on a day. */
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { DocumentClause } from '../rules/clause.ts';
import { judgeValidity, type RelationKind, type ValidityVerdict } from '../rules/validity.ts';
import { amendmentsWithoutText, versionOn } from '../rules/versions.ts';
import {
  clauseOfRow,
  documentClauses,
  documentRelations,
  type OfficialDocumentRow,
  officialDocuments,
} from '../tables/documents.ts';
import { listPublicVersions, type PublicVersion } from './versions.ts';

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
  /** Texts of the document, the oldest first; empty for one that came in before texts were kept. */
  readonly versions: readonly ShownVersion[];
  /** The text of the day asked for, which `clauses` are; null where none is kept. */
  readonly version: ShownVersion | null;
  /** Amendments that apply by the day and whose text is not in the library. */
  readonly textlessAmendments: readonly RelatedDocument[];
}

export interface ShownVersion {
  readonly number: number;
  readonly appliesFrom: Day;
  readonly amendedBy: string | null;
  /** Title of the document that made it; null for the text as issued. */
  readonly amendedByTitle: string | null;
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
  document: Pick<OfficialDocumentRow, 'itemId' | 'writtenOn' | 'effectiveOn' | 'lapsesOn'>,
  on: Day,
): Promise<ValidityVerdict> {
  return judgeByRelations(document, await listIncoming(db, document.itemId), on);
}

function judgeByRelations(
  document: Pick<OfficialDocumentRow, 'writtenOn' | 'effectiveOn' | 'lapsesOn'>,
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

function shownVersion({ number, appliesFrom, amendedBy, amendedByTitle }: PublicVersion): ShownVersion {
  return { number, appliesFrom, amendedBy, amendedByTitle };
}

async function listClauses(db: ReadDb, itemId: string): Promise<DocumentClause[]> {
  const rows = await db
    .select()
    .from(documentClauses)
    .where(eq(documentClauses.itemId, itemId))
    .orderBy(asc(documentClauses.position));
  return rows.map(clauseOfRow);
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
  const incoming = await listIncoming(db, itemId);
  const versions = await listPublicVersions(db, itemId);
  const chosen = versionOn(versions, on);
  const clauses = chosen?.clauses ?? (await listClauses(db, itemId));
  const amendments = incoming.flatMap((one) =>
    one.kind === 'amends' && one.itemId !== null ? [{ ...one, fromItemId: one.itemId }] : [],
  );
  return {
    document,
    clauses,
    versions: versions.map(shownVersion),
    version: chosen === undefined ? null : shownVersion(chosen),
    textlessAmendments: amendmentsWithoutText(versions, amendments, on),
    outgoing: await listOutgoing(db, itemId),
    incoming,
    verdict: judgeByRelations(document, incoming, on),
  };
}
