/**
 * Keeps the library in step with publishing: a released policy document is read into elements, clauses and relations in
 * the transaction of its release; converted or withdrawn it leaves the public library in the same moment.
 */
import { eq } from 'drizzle-orm';
import type { Work } from '#kernel/work.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import {
  findItemRow,
  findRevision,
  type ItemAnnouncement,
  type ItemContent,
  isItemPublic,
} from '#modules/publishing/index.ts';
import { documentAddress } from '../addresses.ts';
import { findUnifiedNumber } from '../queries/registrations.ts';
import type { DocumentReading } from '../reader/document-reading.ts';
import { readReleasedDocument } from '../reader/read-released-document.ts';
import type { DocumentClause } from '../rules/clause.ts';
import { carryAnchors } from '../rules/compare-versions.ts';
import { issuedTitleOf } from '../rules/issued-title.ts';
import { isNormativeDocument } from '../rules/normative.ts';
import { findOfficialTheme } from '../rules/themes.ts';
import { dayOrNull } from '../rules/validity.ts';
import {
  clauseOfRow,
  documentClauses,
  type OfficialDocumentRow,
  officialDocuments,
} from '../tables/documents.ts';
import { isCleanupList } from './cleanup/publish-list.ts';
import { writeReadRelations } from './read-relations.ts';
import { recordVersion } from './versions.ts';

const documentKind = 'policyDocument';
/** Clauses written with one statement. */
const clausesAtOnce = 200;

function fieldText(content: ItemContent, key: string): string | null {
  const value = content.fields[key];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function themeOf(content: ItemContent, reading: DocumentReading): string | null {
  for (const word of [...reading.theme, ...content.keywords]) {
    const theme = findOfficialTheme(word);
    if (theme !== undefined) return theme;
  }
  return null;
}

async function writeClauses(
  work: Work,
  itemId: string,
  read: readonly DocumentClause[],
): Promise<readonly DocumentClause[]> {
  const before = await work.db
    .select()
    .from(documentClauses)
    .where(eq(documentClauses.itemId, itemId))
    .orderBy(documentClauses.position);
  const clauses = before.length === 0 ? read : carryAnchors(before.map(clauseOfRow), read);
  await work.db.delete(documentClauses).where(eq(documentClauses.itemId, itemId));
  for (let from = 0; from < clauses.length; from += clausesAtOnce) {
    const rows = clauses.slice(from, from + clausesAtOnce).map(({ place: _, ...clause }, at) => ({
      ...clause,
      itemId,
      position: from + at,
    }));
    await work.db.insert(documentClauses).values(rows);
  }
  return clauses;
}

function syncDocumentSearch(
  work: Work,
  document: OfficialDocumentRow,
  clauses: readonly DocumentClause[],
  body: string,
): void {
  const { itemId } = document;
  if (!document.isPublic) {
    work.removeSearchDocument('document', itemId);
    return;
  }
  work.putSearchDocument({
    kind: 'document',
    objectId: itemId,
    title: document.title,
    body,
    unitId: document.unitId,
    ...(document.publishedOn === null ? {} : { day: document.publishedOn }),
    address: documentAddress({ itemId }),
    isPublic: true,
    ...(document.documentNumber === null ? {} : { documentNumber: document.documentNumber }),
    facets: document.theme === null ? {} : { theme: [document.theme] },
    clauses: clauses
      .filter(({ level, text }) => level !== 'table' && text !== '')
      .map(({ anchor, label, heading, text }) => ({
        anchor,
        heading: [label, heading].filter((part) => part !== null).join(' '),
        text,
      })),
  });
  // The same text is found once, as the document it is.
  work.removeSearchDocument('item', itemId);
}

/** Reads a released policy document into the library; other kinds are left alone. */
export async function recordReleasedDocument(
  work: Work,
  { itemId, kind, revisionId }: ItemAnnouncement,
): Promise<void> {
  if (kind !== documentKind) return;
  const row = await findItemRow(work.db, itemId);
  const revision = await findRevision(work.db, revisionId);
  if (row === undefined || revision === undefined) return;
  const { content } = revision;
  const reading = await readReleasedDocument(content.title, content.body);
  const unit = (await nameUnits(work.db, [row.unitId])).get(row.unitId)?.name ?? '';
  const document: OfficialDocumentRow = {
    itemId,
    revisionId,
    jurisdictionId: row.jurisdictionId,
    unitId: row.unitId,
    isPublic: isItemPublic(row),
    title: content.title,
    documentNumber: fieldText(content, 'documentNumber') ?? reading.documentNumber,
    issuers: reading.issuers.length > 0 ? [...reading.issuers] : [unit],
    kind: reading.kind,
    issuedKind: reading.issuedKind,
    issuedTitle: issuedTitleOf(content.title),
    theme: themeOf(content, reading),
    writtenOn: content.formedOn ?? reading.writtenOn ?? work.today,
    publishedOn: row.publishedOn,
    effectiveOn: dayOrNull(content.fields.effectiveOn) ?? reading.effective.day,
    lapsesOn: dayOrNull(content.fields.lapsesOn) ?? reading.lapse.day,
    unifiedNumber: (await findUnifiedNumber(work.db, itemId)) ?? reading.unifiedNumber,
    isNormative: isNormativeDocument({ title: content.title, nature: content.fields.nature }),
  };
  const { itemId: _, ...changed } = document;
  const [written] = await work.db
    .insert(officialDocuments)
    .values(document)
    .onConflictDoUpdate({ target: officialDocuments.itemId, set: changed })
    .returning();
  if (written === undefined) throw new Error(`document ${itemId} was not written`);
  const clauses = await writeClauses(work, itemId, reading.clauses);
  // The list of a clean-up acts by the verdicts of its round and not by what its tables read like.
  const repeals = (await isCleanupList(work, itemId)) ? [] : reading.repeals;
  await writeReadRelations(work, written, { ...reading, repeals, title: content.title, clauses });
  await recordVersion(work, written, clauses);
  syncDocumentSearch(work, written, clauses, revision.plainText);
}

/** Takes the openness of a converted or withdrawn document over at once. */
export async function followVisibility(work: Work, { itemId, kind }: ItemAnnouncement): Promise<void> {
  if (kind !== documentKind) return;
  const row = await findItemRow(work.db, itemId);
  if (row === undefined) return;
  const [document] = await work.db
    .update(officialDocuments)
    .set({ isPublic: isItemPublic(row) })
    .where(eq(officialDocuments.itemId, itemId))
    .returning();
  const revision = document === undefined ? undefined : await findRevision(work.db, document.revisionId);
  if (document === undefined || revision === undefined) return;
  const clauses = await work.db
    .select()
    .from(documentClauses)
    .where(eq(documentClauses.itemId, itemId))
    .orderBy(documentClauses.position);
  syncDocumentSearch(work, document, clauses.map(clauseOfRow), revision.plainText);
}
