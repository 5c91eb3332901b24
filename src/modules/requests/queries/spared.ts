/** How many requests a search before filing spared. */
import { and, eq, gte, lt, sum } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { requestSpared } from '../tables/filing.ts';

/** From a day to before another. */
export async function countSparedRequests(
  db: ReadDb,
  jurisdictionId: string,
  span: { readonly from: Day; readonly before: Day },
): Promise<number> {
  const [row] = await db
    .select({ total: sum(requestSpared.spared) })
    .from(requestSpared)
    .where(
      and(
        eq(requestSpared.jurisdictionId, jurisdictionId),
        gte(requestSpared.onDay, span.from),
        lt(requestSpared.onDay, span.before),
      ),
    );
  return Number(row?.total ?? 0);
}
