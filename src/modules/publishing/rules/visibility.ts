/**
 * Who sees an item. One rule for list, detail, search, feed, attachment, API, export, sitemap and cache; the SQL twin
 * is `publicItems` in `queries/visibility.ts`, and a test holds the two against each other. Pure; browser-safe.
 */
import type { PublicStanding } from './item-state.ts';
import type { Openness } from './openness.ts';

export interface VisibleFacts {
  readonly standing: PublicStanding;
  readonly openness: Openness | null;
  readonly publishedRevisionId: string | null;
}

/** Whether anybody may see the published revision: released, proactively disclosed, not withdrawn. */
export function isItemPublic(item: VisibleFacts): boolean {
  return item.standing === 'published' && item.openness === 'proactive' && item.publishedRevisionId !== null;
}

/** Whether the public page is the notice that the item was withdrawn: its title and reason, nothing else. */
export function isWithdrawalNotice(item: VisibleFacts): boolean {
  return item.standing === 'withdrawn' && item.openness === 'proactive';
}
