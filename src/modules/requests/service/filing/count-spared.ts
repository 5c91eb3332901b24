/** Counts that somebody found what is public and needs no request. A count by day and nothing else. */
import { sql } from 'drizzle-orm';
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { leaveTrace } from '#kernel/traces.ts';
import { requestSpared } from '../../tables/filing.ts';

/** Adds one to today's count. */
export async function countSparedRequest(app: App, jurisdictionId: string): Promise<void> {
  const onDay = beijingDayOf(app.clock.now());
  await leaveTrace(app, async (db) => {
    await db
      .insert(requestSpared)
      .values({ jurisdictionId, onDay, spared: 1 })
      .onConflictDoUpdate({
        target: [requestSpared.jurisdictionId, requestSpared.onDay],
        set: { spared: sql`${requestSpared.spared} + 1` },
      });
  });
}
