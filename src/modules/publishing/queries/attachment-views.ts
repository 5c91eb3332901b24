/** Attachments that have been read, by the hash of their bytes; whether one may be seen is asked of the item that names it. */
import { inArray } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import { type AttachmentView, attachmentViews } from '../tables/attachment-views.ts';

/** The views there are of these bytes, by hash. */
export async function mapAttachmentViews(
  db: ReadDb,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, AttachmentView>> {
  if (hashes.length === 0) return new Map();
  const rows = await db
    .select()
    .from(attachmentViews)
    .where(inArray(attachmentViews.sha256, [...hashes]));
  return new Map(rows.map((row) => [row.sha256, row]));
}
