/** The SQL twin of `rules/visibility`: every query that gives something to the public asks it, none has its own. */
import { and, eq, isNotNull, type SQL } from 'drizzle-orm';
import { items } from '../tables/items.ts';

/** Items whose published revision anybody may see. */
export function publicItems(): SQL | undefined {
  return and(
    eq(items.standing, 'published'),
    eq(items.openness, 'proactive'),
    isNotNull(items.publishedRevisionId),
  );
}
