/** Keeps the versions of a document's text: the one issued, and one for each amendment whose text was released. */
import { asc, eq } from 'drizzle-orm';
import type { Work } from '#kernel/work.ts';
import { listAmendments } from '../queries/versions.ts';
import type { DocumentClause } from '../rules/clause.ts';
import { placeVersion } from '../rules/versions.ts';
import { documentVersions, type OfficialDocumentRow } from '../tables/documents.ts';

/** Records the clauses of a released text as the version they belong to. */
export async function recordVersion(
  work: Work,
  document: OfficialDocumentRow,
  clauses: readonly DocumentClause[],
): Promise<void> {
  const { itemId, revisionId } = document;
  const former = await work.db
    .select({
      number: documentVersions.number,
      appliesFrom: documentVersions.appliesFrom,
      amendedBy: documentVersions.amendedByItemId,
    })
    .from(documentVersions)
    .where(eq(documentVersions.itemId, itemId))
    .orderBy(asc(documentVersions.number));
  const amendments = former.length === 0 ? [] : await listAmendments(work.db, itemId);
  const place = placeVersion(former, amendments, document.effectiveOn ?? document.writtenOn);
  const row = {
    itemId,
    number: place.number,
    revisionId,
    appliesFrom: place.appliesFrom,
    amendedByItemId: place.amendedBy,
    clauses: clauses.map((clause) => ({ ...clause, place: {} })),
    recordedOn: work.today,
  };
  const { itemId: _, number: __, ...changed } = row;
  await work.db
    .insert(documentVersions)
    .values(row)
    .onConflictDoUpdate({ target: [documentVersions.itemId, documentVersions.number], set: changed });
}
