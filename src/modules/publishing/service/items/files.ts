/** Files an officer may put into an item: own uploads, and what an earlier revision of the same item named already. */
import { eq, inArray } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import { storedFiles } from '#kernel/files/tables.ts';
import type { Work } from '#kernel/work.ts';
import { namesFile } from '../../rules/content-files.ts';
import { itemRevisions } from '../../tables/items.ts';
import { itemRefusals } from '../../words/items.ts';

/**
 * The hash of each file. A file of somebody else is refused like one that does not exist: naming it would hand another
 * unit's evidence to the public.
 */
export async function getItemFileHashes(
  work: Work,
  fileIds: readonly string[],
  itemId: string | undefined,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(fileIds)];
  if (wanted.length === 0) return new Map();
  const files = await work.db
    .select({ id: storedFiles.id, sha256: storedFiles.sha256, createdBy: storedFiles.createdBy })
    .from(storedFiles)
    .where(inArray(storedFiles.id, wanted));
  const { by } = signatureOf(work.actor);
  const isForeign = files.some(({ createdBy }) => createdBy !== by);
  const former =
    isForeign && itemId !== undefined
      ? await work.db
          .select({ content: itemRevisions.content })
          .from(itemRevisions)
          .where(eq(itemRevisions.itemId, itemId))
      : [];
  const allowed = files.filter(
    ({ id, createdBy }) => createdBy === by || former.some(({ content }) => namesFile(content, id)),
  );
  if (allowed.length < wanted.length) throw itemRefusals.refuse('publishing.itemFileUnknown', {});
  return new Map(allowed.map(({ id, sha256 }) => [id, sha256]));
}
