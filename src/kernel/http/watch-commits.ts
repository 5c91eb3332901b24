/** Empties the cache of public answers when something public changes, on this node or on another one. */
import { desc, eq } from 'drizzle-orm';
import type { App } from '../app.ts';
import { auditEntries } from '../audit/tables.ts';
import type { OpenedApp } from '../open-app.ts';
import type { PublicCache } from './public-cache.ts';

const pollMilliseconds = 1_000;

async function findLastPublicChange(app: Pick<App, 'database'>): Promise<number> {
  const [last] = await app.database.read
    .select({ seq: auditEntries.seq })
    .from(auditEntries)
    .where(eq(auditEntries.affectsPortal, true))
    .orderBy(desc(auditEntries.seq))
    .limit(1);
  return last?.seq ?? 0;
}

/**
 * Watches the commits of this node by their call, and those of others, on a shared database, by asking every second.
 * Returns a function that ends the watch.
 */
export function watchPublicChanges(
  app: App,
  cache: PublicCache,
  onCommit: OpenedApp['onCommit'],
  every = pollMilliseconds,
): () => void {
  let seen: number | undefined;
  onCommit((commit) => {
    if (!commit.affectsPortal) return;
    // Sequence numbers are given in the order of commits: emptying now also covers every earlier change.
    seen = Math.max(seen ?? 0, commit.seq);
    cache.empty();
  });
  if (app.database.kind === 'embedded') return () => {};
  let isAsking = false;
  const ask = async () => {
    if (isAsking) return;
    isAsking = true;
    try {
      const last = await findLastPublicChange(app);
      if (last > (seen ?? -1)) cache.empty();
      seen = Math.max(seen ?? 0, last);
    } catch {
      // While the database is away nothing can change; the next second asks again.
    } finally {
      isAsking = false;
    }
  };
  const timer = setInterval(ask, every);
  timer.unref();
  return () => clearInterval(timer);
}
