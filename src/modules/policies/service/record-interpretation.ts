/** Keeps interpretations in step with publishing, and ties each to the documents it names, in the same transaction. */
import { and, eq, inArray, isNotNull, like, or, type SQL } from 'drizzle-orm';
import type { Work } from '#kernel/work.ts';
import { findItemRow, findRevision, type ItemAnnouncement, isItemPublic } from '#modules/publishing/index.ts';
import { readInterpretedNames, readInterpreterRank } from '../rules/interpretation.ts';
import { officialDocuments } from '../tables/documents.ts';
import { interpretationDocuments, interpretations } from '../tables/interpretations.ts';

const interpretationKind = 'interpretation';

async function findInterpreted(
  work: Work,
  jurisdictionId: string,
  names: ReturnType<typeof readInterpretedNames>,
): Promise<readonly string[]> {
  const idsWhere = async (where: SQL | undefined) => {
    const rows = await work.db
      .select({ itemId: officialDocuments.itemId })
      .from(officialDocuments)
      .where(and(eq(officialDocuments.jurisdictionId, jurisdictionId), where));
    return rows.map(({ itemId }) => itemId);
  };
  const named =
    names.titles.length + names.numbers.length === 0
      ? []
      : await idsWhere(
          or(
            names.numbers.length === 0
              ? undefined
              : inArray(officialDocuments.documentNumber, [...names.numbers]),
            ...(names.titles.length === 0
              ? []
              : [
                  inArray(officialDocuments.title, [...names.titles]),
                  and(
                    isNotNull(officialDocuments.issuedTitle),
                    inArray(officialDocuments.issuedTitle, [...names.titles]),
                  ),
                ]),
          ),
        );
  if (named.length > 0 || names.core === null) return named;
  const alike = await idsWhere(like(officialDocuments.title, `%${names.core.replace(/[\\%_]/gu, '\\$&')}%`));
  // Two that bear the name are told apart by a person, in the text.
  return alike.length === 1 ? alike : [];
}

/** Records a released interpretation; other kinds are left alone. */
export async function recordInterpretation(
  work: Work,
  { itemId, kind, revisionId }: ItemAnnouncement,
): Promise<void> {
  if (kind !== interpretationKind) return;
  const row = await findItemRow(work.db, itemId);
  const revision = await findRevision(work.db, revisionId);
  if (row === undefined || revision === undefined) return;
  const { content } = revision;
  const textOf = (key: string) => {
    const value = content.fields[key];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const interpreter = textOf('interpreter');
  const { jurisdictionId, unitId } = row;
  const changed = {
    jurisdictionId,
    unitId,
    title: content.title,
    form: textOf('form'),
    interpreter,
    rank: readInterpreterRank(interpreter),
    isPublic: isItemPublic(row),
    publishedOn: row.publishedOn ?? work.today,
  };
  await work.db
    .insert(interpretations)
    .values({ itemId, ...changed })
    .onConflictDoUpdate({ target: interpretations.itemId, set: changed });
  const names = readInterpretedNames(content.title, revision.plainText);
  const found = await findInterpreted(work, jurisdictionId, names);
  await work.db
    .delete(interpretationDocuments)
    .where(eq(interpretationDocuments.interpretationItemId, itemId));
  if (found.length === 0) return;
  await work.db
    .insert(interpretationDocuments)
    .values(found.map((documentItemId) => ({ interpretationItemId: itemId, documentItemId })));
}

/** Takes the openness of a converted or withdrawn interpretation over at once. */
export async function followInterpretation(work: Work, { itemId, kind }: ItemAnnouncement): Promise<void> {
  if (kind !== interpretationKind) return;
  const row = await findItemRow(work.db, itemId);
  if (row === undefined) return;
  await work.db
    .update(interpretations)
    .set({ isPublic: isItemPublic(row) })
    .where(eq(interpretations.itemId, itemId));
}
