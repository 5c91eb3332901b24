/** Topic columns fill themselves: an item that comes out is placed in those whose rule it fits. */
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Work } from '#kernel/work.ts';
import { topicColumnsOf } from '../../rules/columns.ts';
import { type SiteColumn, siteColumns } from '../../tables/columns.ts';
import { itemColumns } from '../../tables/items.ts';

/** Open topic columns that have a rule. */
export async function listTopicColumns(work: Work, jurisdictionId: string): Promise<readonly SiteColumn[]> {
  return work.db
    .select()
    .from(siteColumns)
    .where(
      and(
        eq(siteColumns.jurisdictionId, jurisdictionId),
        isNotNull(siteColumns.topicRule),
        isNull(siteColumns.closedOn),
      ),
    );
}

/** Places a released item; a place given by hand stays. */
export async function placeByTopicRules(
  work: Work,
  topics: readonly SiteColumn[],
  item: Parameters<typeof topicColumnsOf>[1] & { readonly id: string; readonly columnId: string },
): Promise<void> {
  const columnIds = topicColumnsOf(topics, item).filter((columnId) => columnId !== item.columnId);
  if (columnIds.length === 0) return;
  await work.db
    .insert(itemColumns)
    .values(columnIds.map((columnId) => ({ itemId: item.id, columnId })))
    .onConflictDoNothing();
}
