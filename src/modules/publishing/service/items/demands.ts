/** What an item may not be released without: asked for by other modules, met by a companion item or waived with a reason. */
import { and, eq } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import type { Work } from '#kernel/work.ts';
import { items, releaseDemands } from '../../tables/items.ts';
import { itemRefusals } from '../../words/items.ts';
import { lockItem } from './load.ts';

/**
 * Asks that an item be not released without something; asking again changes nothing. For modules that depend on this
 * one; the caller's command writes the audit.
 */
export async function demandWithRelease(
  work: Work,
  demand: { readonly itemId: string; readonly kind: string; readonly title: string },
): Promise<void> {
  await work.db
    .insert(releaseDemands)
    .values({ id: work.newId(), ...demand })
    .onConflictDoNothing();
}

/** Takes a demand back, because the item does not need it any more. */
export async function dropDemand(
  work: Work,
  demand: { readonly itemId: string; readonly kind: string },
): Promise<void> {
  await work.db
    .delete(releaseDemands)
    .where(and(eq(releaseDemands.itemId, demand.itemId), eq(releaseDemands.kind, demand.kind)));
}

/** Names the item that meets a demand and will go out together with it; null takes it away again. */
export async function nameCompanion(
  work: Work,
  input: { readonly itemId: string; readonly kind: string; readonly companionItemId: string | null },
): Promise<void> {
  const item = await lockItem(work, input.itemId, 'publishing.write');
  if (input.companionItemId !== null) {
    const [companion] = await work.db
      .select({ jurisdictionId: items.jurisdictionId })
      .from(items)
      .where(eq(items.id, input.companionItemId));
    if (companion?.jurisdictionId !== item.row.jurisdictionId || input.companionItemId === input.itemId) {
      throw itemRefusals.refuse('publishing.itemNotFound', {});
    }
  }
  const changed = await work.db
    .update(releaseDemands)
    .set({ companionItemId: input.companionItemId })
    .where(and(eq(releaseDemands.itemId, input.itemId), eq(releaseDemands.kind, input.kind)))
    .returning({ title: releaseDemands.title });
  const [demand] = changed;
  if (demand === undefined) throw itemRefusals.refuse('publishing.demandNotFound', {});
  work.audit({
    action: 'publishing.write',
    objectKind: 'item',
    objectId: input.itemId,
    unitId: item.row.unitId,
    summary: `为《${item.row.title}》指定同步发布的${demand.title}`,
    after: { kind: input.kind, companionItemId: input.companionItemId },
    affectsPortal: false,
  });
}

/** A leader puts on record why the item goes out without what is asked for. */
export async function waiveDemand(
  work: Work,
  input: { readonly itemId: string; readonly kind: string; readonly reason: string },
): Promise<void> {
  const item = await lockItem(work, input.itemId, 'publishing.waiveDemand');
  const [demand] = await work.db
    .update(releaseDemands)
    .set({
      waiverReason: input.reason,
      waivedByName: signatureOf(work.actor).name,
      waivedOn: work.today,
    })
    .where(and(eq(releaseDemands.itemId, input.itemId), eq(releaseDemands.kind, input.kind)))
    .returning({ title: releaseDemands.title });
  if (demand === undefined) throw itemRefusals.refuse('publishing.demandNotFound', {});
  work.audit({
    action: 'publishing.waiveDemand',
    objectKind: 'item',
    objectId: input.itemId,
    unitId: item.row.unitId,
    summary: `《${item.row.title}》不同步发布${demand.title}，已说明原因`,
    after: { kind: input.kind, reason: input.reason },
    affectsPortal: false,
  });
}
