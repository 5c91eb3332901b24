/** What outlets do when an item is released, kept back or withdrawn; in the transaction in which that happens. */
import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Work } from '#kernel/work.ts';
import {
  findItemRow,
  findPublicItem,
  type ItemAnnouncement,
  listItemColumnIds,
} from '#modules/publishing/index.ts';
import { listOpenOutlets } from '../queries/outlets.ts';
import { takesItem } from '../rules/delivery-state.ts';
import { outletDeliveries, outletSubscribers, outlets } from '../tables.ts';
import { queueDelivery } from './deliveries.ts';

/** Automatic outlets take what matches as soon as it is out. */
export async function offerToOutlets(work: Work, { itemId }: ItemAnnouncement): Promise<void> {
  const row = await findItemRow(work.db, itemId);
  const found = row === undefined ? undefined : await findPublicItem(work.db, itemId);
  if (row === undefined || found === undefined || !('item' in found)) return;
  const { item } = found;
  const columnIds = await listItemColumnIds(work.db, itemId);
  for (const outlet of await listOpenOutlets(work.db, row.jurisdictionId)) {
    if (outlet.kind === 'mailList' && !(await hasSubscribers(work, outlet.id))) continue;
    if (!outlet.isAutomatic || !takesItem(outlet.filter, { columnIds, kind: item.kind, unitId: item.unitId }))
      continue;
    await queueDelivery(work, outlet, {
      itemId,
      revisionId: item.revisionId,
      unitId: item.unitId,
      title: item.content.title,
      act: 'publish',
    });
  }
}

/** A list nobody is on has nothing to bring. */
async function hasSubscribers(work: Work, outletId: string): Promise<boolean> {
  const [one] = await work.db
    .select({ id: outletSubscribers.id })
    .from(outletSubscribers)
    .where(
      and(
        eq(outletSubscribers.outletId, outletId),
        isNotNull(outletSubscribers.confirmedAt),
        isNull(outletSubscribers.endedAt),
      ),
    )
    .limit(1);
  return one !== undefined;
}

/** What is no longer public is taken back from where it was brought; what did not leave yet does not leave. */
export async function takeBackFromOutlets(work: Work, { itemId }: ItemAnnouncement): Promise<void> {
  const found = await findPublicItem(work.db, itemId);
  if (found !== undefined && 'item' in found) return;
  const waiting = and(
    eq(outletDeliveries.itemId, itemId),
    eq(outletDeliveries.act, 'publish'),
    inArray(outletDeliveries.state, ['queued', 'failed', 'handOff']),
  );
  await work.db
    .update(outletDeliveries)
    .set({ state: 'dropped', detail: '信息已不再公开', settledAt: work.now, settledByName: '平台' })
    .where(waiting);
  const brought = await work.db
    .select({ delivery: outletDeliveries, outlet: outlets })
    .from(outletDeliveries)
    .innerJoin(outlets, eq(outlets.id, outletDeliveries.outletId))
    .where(
      and(
        eq(outletDeliveries.itemId, itemId),
        eq(outletDeliveries.act, 'publish'),
        inArray(outletDeliveries.state, ['delivered', 'uncertain', 'sending']),
      ),
    );
  for (const { delivery, outlet } of brought) {
    const { revisionId, unitId, title, receipt } = delivery;
    await queueDelivery(work, outlet, { itemId, revisionId, unitId, title, act: 'retract', receipt });
  }
}
