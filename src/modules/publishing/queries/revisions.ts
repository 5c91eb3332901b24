/** Earlier and present contents of an item, one by one. */
import { and, eq } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import type { ItemContent } from '../rules/content.ts';
import { itemRevisions } from '../tables/items.ts';

/** The content of a revision of this very item; undefined when it has no such revision. */
export async function findRevisionContent(
  db: ReadDb,
  itemId: string,
  revisionId: string,
): Promise<ItemContent | undefined> {
  const [row] = await db
    .select({ content: itemRevisions.content })
    .from(itemRevisions)
    .where(and(eq(itemRevisions.itemId, itemId), eq(itemRevisions.id, revisionId)));
  return row?.content;
}
