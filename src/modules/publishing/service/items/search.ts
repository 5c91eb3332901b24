/** The search document of an item: its own text and that of its attachments, as far as they have been read. */
import { eq } from 'drizzle-orm';
import type { Work } from '#kernel/work.ts';
import { itemAddress } from '../../addresses.ts';
import { mapAttachmentViews } from '../../queries/attachment-views.ts';
import { isItemPublic } from '../../rules/visibility.ts';
import { type ItemRow, itemRevisions } from '../../tables/items.ts';

/** Kind of the job that reads attachments. */
export const readAttachmentsKind = 'publishing.readAttachments';

/**
 * Puts the item into search when the public may see it, and takes it out otherwise. Attachments nobody has read yet are
 * read by a job, which comes back here.
 */
export async function syncItemSearch(work: Work, row: ItemRow): Promise<void> {
  if (!isItemPublic(row) || row.publishedRevisionId === null) {
    work.removeSearchDocument('item', row.id);
    return;
  }
  const [revision] = await work.db
    .select()
    .from(itemRevisions)
    .where(eq(itemRevisions.id, row.publishedRevisionId));
  if (revision === undefined) throw new Error(`item ${row.id} names a revision that is not there`);
  const hashes = revision.content.attachments.map(({ sha256 }) => sha256);
  const views = await mapAttachmentViews(work.db, hashes);
  if (hashes.some((sha256) => !views.has(sha256))) {
    work.enqueue({ kind: readAttachmentsKind, payload: { itemId: row.id } });
  }
  const texts = [...views.values()].map(({ plainText }) => plainText);
  work.putSearchDocument({
    kind: 'item',
    objectId: row.id,
    title: revision.content.title,
    body: [revision.plainText, ...texts].join('\n'),
    unitId: row.unitId,
    ...(row.publishedOn === null ? {} : { day: row.publishedOn }),
    address: itemAddress({ itemId: row.id }),
    isPublic: true,
  });
}
