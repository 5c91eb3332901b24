/** Writing items: begin one, save a further revision. */
import { desc, eq } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import { contentHash } from '#kernel/files/folder-store.ts';
import { listPictureFiles } from '#kernel/rich-text/outline.ts';
import { readPlainText } from '#kernel/rich-text/plain-text.ts';
import { readRichText, sanitiseRichText } from '#kernel/rich-text/sanitise.ts';
import type { Work } from '#kernel/work.ts';
import { findUnit } from '#modules/organisation/index.ts';
import type { CreateItemInput, ItemContentInput, SavedItem, SaveItemInput } from '../../contract/items.ts';
import { findColumn } from '../../queries/columns.ts';
import { canonicalContent, type ItemContent } from '../../rules/content.ts';
import { foldItem } from '../../rules/item-state.ts';
import { findItemKind } from '../../rules/kinds/all.ts';
import { findWrongFields, type ItemKind } from '../../rules/kinds/item-kind.ts';
import { findDisclosureFault } from '../../rules/openness.ts';
import { itemEvents, itemRevisions, items } from '../../tables/items.ts';
import { columnRefusals } from '../../words/columns.ts';
import { itemRefusals } from '../../words/items.ts';
import { getItemFileHashes } from './files.ts';
import { addItemEvent, lockItem, requireItemAction } from './load.ts';

/** The fingerprint of a content: what the reviews pass and the release compares. */
export function digestOfContent(content: ItemContent): string {
  return contentHash(Buffer.from(canonicalContent(content), 'utf8'));
}

function getItemKind(id: string): ItemKind {
  const kind = findItemKind(id);
  if (kind === undefined) throw itemRefusals.refuse('publishing.itemKindUnknown', { kind: id });
  return kind;
}

/** Everything a person reads of it, one part a line: for the checks and for search. */
export function readableText(content: ItemContent): string {
  const fields = Object.values(content.fields).flatMap((value) => {
    if (typeof value === 'string') return [value];
    return Array.isArray(value) ? value.map((row) => Object.values(row).join(' ')) : [];
  });
  const parts = [
    content.title,
    content.summary,
    readPlainText(readRichText(content.body).body).text,
    ...fields,
  ];
  return parts.filter((part) => part.trim() !== '').join('\n');
}

/** The content as it is kept: body sanitised, attachments named by the bytes the reviewers will see. */
async function settleContent(
  work: Work,
  kind: ItemKind,
  input: ItemContentInput,
  itemId?: string,
): Promise<ItemContent> {
  const [wrong] = findWrongFields(kind, input.fields);
  if (wrong !== undefined) throw itemRefusals.refuse('publishing.itemFieldWrong', { title: wrong.title });
  const fault = findDisclosureFault(input.disclosure);
  if (fault !== undefined) throw itemRefusals.refuse('publishing.itemDisclosureFault', { fault });
  const { html: body } = sanitiseRichText(input.body);
  const attached = input.attachments.map(({ fileId }) => fileId);
  const pictures = listPictureFiles(readRichText(body).body);
  const hashes = await getItemFileHashes(work, [...attached, ...pictures], itemId);
  return {
    ...input,
    body,
    attachments: input.attachments.map(({ fileId, title }) => {
      const sha256 = hashes.get(fileId);
      if (sha256 === undefined) throw itemRefusals.refuse('publishing.itemFileUnknown', {});
      return { fileId, title, sha256 };
    }),
  };
}

async function addRevision(
  work: Work,
  place: Pick<typeof itemRevisions.$inferInsert, 'id' | 'itemId' | 'number' | 'note'>,
  content: ItemContent,
): Promise<void> {
  const { by, name } = signatureOf(work.actor);
  await work.db.insert(itemRevisions).values({
    ...place,
    content,
    digest: digestOfContent(content),
    plainText: readableText(content),
    madeBy: by,
    madeByName: name,
    madeAt: work.now,
  });
}

/** Begins an item in a column of its unit's county; it stays a draft until it is sent to review. */
export async function createItem(work: Work, input: CreateItemInput): Promise<SavedItem> {
  const unit = await findUnit(work.db, input.unitId);
  work.authorise(
    'publishing.write',
    unit === undefined ? {} : { unitId: unit.id, jurisdictionId: unit.jurisdictionId },
  );
  if (unit === undefined) throw itemRefusals.refuse('publishing.itemNotFound', {});
  const column = await findColumn(work.db, input.columnId);
  if (column === undefined || column.jurisdictionId !== unit.jurisdictionId || column.closedOn !== null) {
    throw columnRefusals.refuse('publishing.columnNotFound', {});
  }
  const kind = getItemKind(input.kind);
  const content = await settleContent(work, kind, input.content);
  const { by, name } = signatureOf(work.actor);
  const itemId = work.newId();
  const revisionId = work.newId();
  const state = foldItem([{ kind: 'created', revisionId, by }]);
  await work.db.insert(items).values({
    id: itemId,
    jurisdictionId: unit.jurisdictionId,
    unitId: unit.id,
    kind: kind.id,
    columnId: column.id,
    title: content.title,
    stage: state.stage,
    standing: state.standing,
    workingRevisionId: revisionId,
    owesLaterReview: false,
    wasReturned: false,
    version: 1,
    formedOn: content.formedOn,
    createdBy: by,
    createdByName: name,
    createdAt: work.now,
    changedAt: work.now,
  });
  await addRevision(work, { id: revisionId, itemId, number: 1, note: null }, content);
  await work.db.insert(itemEvents).values({
    itemId,
    number: 0,
    kind: 'created',
    revisionId,
    byId: by,
    byName: name,
    at: work.now,
    onDay: work.today,
  });
  work.audit({
    action: 'publishing.write',
    objectKind: 'item',
    objectId: itemId,
    unitId: unit.id,
    summary: `起草《${content.title}》`,
    after: { kind: kind.id, columnId: column.id, revisionId, disclosure: content.disclosure },
    affectsPortal: false,
  });
  return { itemId, version: 1, revisionId };
}

/**
 * Saves a further revision over the version the editor was opened on; somebody else's save in between is a conflict,
 * and nothing of it is overwritten.
 */
export async function saveItem(
  work: Work,
  input: SaveItemInput & { readonly itemId: string },
): Promise<SavedItem> {
  const item = await lockItem(work, input.itemId, 'publishing.write');
  requireItemAction(item, 'save');
  if (item.row.version !== input.version) {
    const [last] = await work.db
      .select({ name: itemEvents.byName })
      .from(itemEvents)
      .where(eq(itemEvents.itemId, item.row.id))
      .orderBy(desc(itemEvents.number))
      .limit(1);
    throw itemRefusals.refuse('publishing.itemConflict', { name: last?.name ?? '其他工作人员' });
  }
  const content = await settleContent(work, getItemKind(item.row.kind), input.content, item.row.id);
  const columnId = input.columnId ?? item.row.columnId;
  const column = await findColumn(work.db, columnId);
  if (column === undefined || column.jurisdictionId !== item.row.jurisdictionId) {
    throw columnRefusals.refuse('publishing.columnNotFound', {});
  }
  const [newest] = await work.db
    .select({ number: itemRevisions.number })
    .from(itemRevisions)
    .where(eq(itemRevisions.itemId, item.row.id))
    .orderBy(desc(itemRevisions.number))
    .limit(1);
  const number = (newest?.number ?? 0) + 1;
  const revisionId = work.newId();
  await addRevision(work, { id: revisionId, itemId: item.row.id, number, note: input.note }, content);
  // The title and day of what the public sees stay until the new revision is released.
  const isOut = item.state.publishedRevisionId !== null;
  const saved = await addItemEvent(
    work,
    item,
    { kind: 'revised', revisionId },
    {},
    isOut ? { columnId } : { columnId, title: content.title, formedOn: content.formedOn },
  );
  work.audit({
    action: 'publishing.write',
    objectKind: 'item',
    objectId: item.row.id,
    unitId: item.row.unitId,
    summary: `修改《${content.title}》，第${number}版`,
    before: { revisionId: item.state.workingRevisionId },
    after: { revisionId, disclosure: content.disclosure },
    affectsPortal: false,
  });
  return { itemId: item.row.id, version: saved.row.version, revisionId };
}
