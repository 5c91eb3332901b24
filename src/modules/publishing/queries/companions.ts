/** What an item may not be released without, and whether it is there. */
import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import { items, releaseDemands } from '../tables/items.ts';

/** A companion is ready when all reviews passed it, or when it is out already. */
export function isCompanionReady(companion: {
  readonly stage: string | null;
  readonly standing: string | null;
}): boolean {
  return (
    companion.stage === 'approved' || companion.stage === 'scheduled' || companion.standing === 'published'
  );
}

/** Titles of demands that are neither waived nor met by an item that is approved or out. */
export async function listOpenDemands(db: ReadDb, itemId: string): Promise<readonly string[]> {
  const rows = await db
    .select({ title: releaseDemands.title, stage: items.stage, standing: items.standing })
    .from(releaseDemands)
    .leftJoin(items, eq(items.id, releaseDemands.companionItemId))
    .where(and(eq(releaseDemands.itemId, itemId), isNull(releaseDemands.waivedOn)));
  return rows.filter((row) => !isCompanionReady(row)).map(({ title }) => title);
}

/** Companions that go out with the item. */
export async function listReadyCompanions(db: ReadDb, itemId: string): Promise<readonly string[]> {
  const rows = await db
    .select({ companionId: releaseDemands.companionItemId })
    .from(releaseDemands)
    .innerJoin(items, eq(items.id, releaseDemands.companionItemId))
    .where(
      and(
        eq(releaseDemands.itemId, itemId),
        isNull(releaseDemands.waivedOn),
        isNotNull(releaseDemands.companionItemId),
        inArray(items.stage, ['approved', 'scheduled']),
      ),
    );
  return rows.flatMap(({ companionId }) => (companionId === null ? [] : [companionId]));
}
