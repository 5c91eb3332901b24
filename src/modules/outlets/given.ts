/** Builders of the outlets for tests, and the samples for the walk over all routes. */
import { desc, eq } from 'drizzle-orm';
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import { givenDesk, givenReleasedItem } from '#modules/publishing/given.ts';
import type { OutletInput } from './contract/outlets.ts';
import { deliverItem } from './service/deliveries.ts';
import { openOutlet } from './service/outlets.ts';
import { askForMail } from './service/subscriptions.ts';
import { subscriberKey, tokenFor } from './subscriber-secrets.ts';
import { outletDeliveries, outletSubscribers } from './tables.ts';

const tester = systemActor('test');
let given = 0;

/** A notice board unless said, that takes nothing by itself. */
export async function givenDeliveryOutlet(
  app: App,
  place: { readonly jurisdictionId: string; readonly unitId: string },
  over: Partial<OutletInput> = {},
): Promise<string> {
  given += 1;
  return transact(app, tester, (work) =>
    openOutlet(work, app.config, place.jurisdictionId, {
      kind: 'noticeBoard',
      title: `渠道${given}`,
      unitId: place.unitId,
      settings: { place: '一楼大厅' },
      filter: { columnIds: [], kinds: [], unitIds: [] },
      isAutomatic: false,
      ...over,
    }),
  );
}

/** Asks for a delivery and returns its identifier. */
export async function givenDelivery(app: App, itemId: string, outletId: string): Promise<string> {
  await transact(app, tester, (work) => deliverItem(work, { itemId, outletIds: [outletId] }));
  const [row] = await app.database.read
    .select({ id: outletDeliveries.id })
    .from(outletDeliveries)
    .where(eq(outletDeliveries.outletId, outletId));
  return row?.id ?? '';
}

interface OutletWalkGiven {
  readonly app: App;
  readonly county: { readonly jurisdictionId: string; readonly education: string };
}

const placeOf = ({ county }: OutletWalkGiven) => ({
  jurisdictionId: county.jurisdictionId,
  unitId: county.education,
});

const items = new WeakMap<App, Promise<string>>();

/** One released item for the whole walk. */
function itemOf(walk: OutletWalkGiven): Promise<string> {
  const known = items.get(walk.app);
  if (known !== undefined) return known;
  const made = givenDesk(walk.app, placeOf(walk)).then((desk) => givenReleasedItem(walk.app, desk));
  items.set(walk.app, made);
  return made;
}

async function deliveryOf(walk: OutletWalkGiven): Promise<string> {
  return givenDelivery(walk.app, await itemOf(walk), await givenDeliveryOutlet(walk.app, placeOf(walk)));
}

const mailLists = new WeakMap<App, Promise<string>>();

/** The one mail list of the walk's county. */
function mailListOf(walk: OutletWalkGiven): Promise<string> {
  const known = mailLists.get(walk.app);
  if (known !== undefined) return known;
  const made = givenDeliveryOutlet(walk.app, placeOf(walk), { kind: 'mailList', settings: {} });
  mailLists.set(walk.app, made);
  return made;
}

async function tokenOf(walk: OutletWalkGiven, purpose: 'confirm' | 'end'): Promise<string> {
  const { app } = walk;
  const outletId = await mailListOf(walk);
  const address = `reader${++given}@example.cn`;
  await transact(app, tester, (work) =>
    askForMail(work, app.config, {
      outletId,
      address,
      columnCodes: [],
      siteName: '青禾县',
      origin: 'https://a.cn',
    }),
  );
  const [newest] = await app.database.read
    .select({ id: outletSubscribers.id })
    .from(outletSubscribers)
    .orderBy(desc(outletSubscribers.id))
    .limit(1);
  return tokenFor(subscriberKey(app.config), purpose, newest?.id ?? '');
}

const body = (walk: OutletWalkGiven) => ({
  title: `渠道${++given}`,
  unitId: walk.county.education,
  settings: { place: '二楼' },
  filter: { columnIds: [], kinds: [], unitIds: [] },
  isAutomatic: false,
});

export const outletRouteSamples: RouteSamples<OutletWalkGiven> = {
  'outlets.list': async () => ({}),
  'outlets.open': async (walk) => ({ body: { kind: 'noticeBoard', ...body(walk) } }),
  'outlets.change': async (walk) => ({
    params: { outletId: await givenDeliveryOutlet(walk.app, placeOf(walk)) },
    body: { ...body(walk), version: 1 },
  }),
  'outlets.close': async (walk) => ({
    params: { outletId: await givenDeliveryOutlet(walk.app, placeOf(walk)) },
    body: { reason: '公告栏已拆除' },
  }),
  'outlets.listDeliveries': async () => ({}),
  'outlets.findDelivery': async (walk) => ({ params: { deliveryId: await deliveryOf(walk) } }),
  'outlets.deliver': async (walk) => ({
    body: { itemId: await itemOf(walk), outletIds: [await givenDeliveryOutlet(walk.app, placeOf(walk))] },
  }),
  'outlets.sendAgain': async (walk) => {
    const deliveryId = await deliveryOf(walk);
    await transact(walk.app, tester, async (work) => {
      await work.db
        .update(outletDeliveries)
        .set({ state: 'failed' })
        .where(eq(outletDeliveries.id, deliveryId));
      work.audit({ action: 'test', objectKind: 'x', objectId: deliveryId, summary: 'x' });
    });
    return { params: { deliveryId } };
  },
  'outlets.confirm': async (walk) => {
    const deliveryId = await deliveryOf(walk);
    await transact(walk.app, tester, async (work) => {
      await work.db
        .update(outletDeliveries)
        .set({ state: 'handOff' })
        .where(eq(outletDeliveries.id, deliveryId));
      work.audit({ action: 'test', objectKind: 'x', objectId: deliveryId, summary: 'x' });
    });
    return { params: { deliveryId }, body: { detail: '5月6日张贴在一楼大厅', receipt: null } };
  },
  'outlets.drop': async (walk) => ({
    params: { deliveryId: await deliveryOf(walk) },
    body: { reason: '内容已过时' },
  }),
  'outlets.printSheet': async (walk) => ({ params: { deliveryId: await deliveryOf(walk) } }),
  'outlets.subscribe': async () => ({}),
  'outlets.askForMail': async (walk) => {
    await mailListOf(walk);
    return { body: { address: 'someone@example.cn' } };
  },
  'outlets.confirmLink': async () => ({ query: { token: 'x' } }),
  'outlets.confirmMail': async (walk) => ({ body: { token: await tokenOf(walk, 'confirm') } }),
  'outlets.endLink': async () => ({ query: { token: 'x' } }),
  'outlets.endMail': async (walk) => ({ body: { token: await tokenOf(walk, 'end') } }),
};
