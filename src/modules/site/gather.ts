/** Gathers what the modules offer to the first page and behind the doors. */
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import type { Manifest } from '#kernel/module.ts';
import type { HomeOffer, PortalDoor, PortalEntry } from '#kernel/portal-offers.ts';

/** Changes shown on the first page. */
const changesShown = 8;

/** Strips in the order of the modules; changes of all modules together, the newest first. */
export async function gatherHome(app: App): Promise<HomeOffer> {
  const context = {
    db: app.database.read,
    today: beijingDayOf(app.clock.now()),
    calendar: await app.calendar(),
  };
  const offers = await Promise.all(
    app.modules.flatMap((module) => (module.offerHome === undefined ? [] : [module.offerHome(context)])),
  );
  return {
    strips: offers.flatMap((offer) => offer.strips),
    changes: offers
      .flatMap((offer) => offer.changes)
      .sort((left, right) => (left.day < right.day ? 1 : left.day > right.day ? -1 : 0))
      .slice(0, changesShown),
  };
}

export function listPortalEntries(modules: readonly Manifest[], door: PortalDoor): PortalEntry[] {
  return modules.flatMap((module) => module.portalEntries.filter((entry) => entry.door === door));
}
