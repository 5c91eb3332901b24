/** The newest public items for the first page of the site. */
import type { HomeContext, HomeOffer } from '#kernel/portal-offers.ts';
import { listJurisdictions } from '#modules/organisation/index.ts';
import { itemAddress } from './addresses.ts';
import { listPublicItems } from './queries/public-items.ts';

/** Items the first page may show; it takes the newest of all modules. */
const offered = 8;

export async function offerItemsAtHome({ db }: HomeContext): Promise<HomeOffer> {
  const [home] = await listJurisdictions(db);
  if (home === undefined) return { strips: [], changes: [] };
  const { rows } = await listPublicItems(db, { jurisdictionId: home.id, limit: offered });
  return {
    strips: [],
    changes: rows.map((row) => ({
      day: row.publishedOn,
      title: row.content.title,
      event: '公布',
      address: itemAddress({ itemId: row.id }),
    })),
  };
}
