/** Asks for deliveries, and what people record of them. The calls themselves are made by `deliver-job.ts`. */
import { eq } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import type { Work } from '#kernel/work.ts';
import { findPublicItem } from '#modules/publishing/index.ts';
import { findOutlet } from '../queries/outlets.ts';
import {
  type DeliveryAct,
  type DeliveryAction,
  type DeliveryState,
  deliveryActionTable,
} from '../rules/delivery-state.ts';
import { type DeliveryRow, type OutletRow, outletDeliveries } from '../tables.ts';
import { deliveryActionTitles, deliveryStateTitles, outletRefusals } from '../words.ts';

export const deliverKind = 'outlets.deliver';

/** Puts a revision on its way to an outlet; false when it was asked for before. The caller's command writes the audit. */
export async function queueDelivery(
  work: Work,
  outlet: OutletRow,
  asked: {
    readonly itemId: string;
    readonly revisionId: string;
    readonly unitId: string;
    readonly title: string;
    readonly act: DeliveryAct;
    readonly receipt?: string | null;
  },
): Promise<boolean> {
  const id = work.newId();
  const { by, name: byName } = signatureOf(work.actor);
  const written = await work.db
    .insert(outletDeliveries)
    .values({
      id,
      outletId: outlet.id,
      jurisdictionId: outlet.jurisdictionId,
      unitId: asked.unitId,
      itemId: asked.itemId,
      revisionId: asked.revisionId,
      act: asked.act,
      title: asked.title,
      state: 'queued',
      receipt: asked.receipt ?? null,
      detail: '',
      attempts: 0,
      askedBy: by,
      askedByName: byName,
      askedAt: work.now,
      settledAt: null,
      settledByName: null,
    })
    .onConflictDoNothing()
    .returning({ id: outletDeliveries.id });
  if (written.length === 0) return false;
  work.enqueue({ kind: deliverKind, payload: { deliveryId: id } });
  return true;
}

/** Brings a public item to the outlets chosen. */
export async function deliverItem(
  work: Work,
  input: { readonly itemId: string; readonly outletIds: readonly string[] },
): Promise<void> {
  work.authorise('outlets.deliver');
  const found = await findPublicItem(work.db, input.itemId);
  if (found === undefined || !('item' in found)) throw outletRefusals.refuse('outlets.notPublic', {});
  const { item } = found;
  work.authorise('outlets.deliver', { unitId: item.unitId });
  const titles: string[] = [];
  for (const outletId of new Set(input.outletIds)) {
    const outlet = await findOutlet(work.db, outletId);
    if (outlet === undefined) throw outletRefusals.refuse('outlets.notFound', {});
    work.authorise('outlets.deliver', { unitId: item.unitId, jurisdictionId: outlet.jurisdictionId });
    if (outlet.closedOn !== null) throw outletRefusals.refuse('outlets.closed', { title: outlet.title });
    const { title } = item.content;
    const isNew = await queueDelivery(work, outlet, {
      itemId: item.id,
      revisionId: item.revisionId,
      unitId: item.unitId,
      title,
      act: 'publish',
    });
    if (!isNew) throw outletRefusals.refuse('outlets.deliveredAlready', { title: outlet.title });
    titles.push(outlet.title);
  }
  work.audit({
    action: 'outlets.deliver',
    objectKind: 'item',
    objectId: item.id,
    unitId: item.unitId,
    summary: `把《${item.content.title}》投递到${titles.join('、')}`,
    after: { outletIds: input.outletIds },
    affectsPortal: false,
  });
}

async function lockDelivery(work: Work, deliveryId: string, action: DeliveryAction): Promise<DeliveryRow> {
  const [row] = await work.db
    .select()
    .from(outletDeliveries)
    .where(eq(outletDeliveries.id, deliveryId))
    .for('update');
  if (row === undefined) {
    work.authorise('outlets.deliver');
    throw outletRefusals.refuse('outlets.deliveryNotFound', {});
  }
  work.authorise('outlets.deliver', { unitId: row.unitId, jurisdictionId: row.jurisdictionId });
  if (!deliveryActionTable[row.state].includes(action)) {
    throw outletRefusals.refuse('outlets.actionNotAllowed', {
      state: deliveryStateTitles[row.state],
      action: deliveryActionTitles[action],
    });
  }
  return row;
}

function auditDelivery(work: Work, row: DeliveryRow, summary: string, state: DeliveryState): void {
  work.audit({
    action: 'outlets.deliver',
    objectKind: 'outletDelivery',
    objectId: row.id,
    unitId: row.unitId,
    summary: `${summary}：《${row.title}》`,
    before: { state: row.state },
    after: { state },
    affectsPortal: false,
  });
}

/** Sends again what failed, or what a person looked for at the outlet and did not find. */
export async function sendAgain(work: Work, input: { readonly deliveryId: string }): Promise<void> {
  const row = await lockDelivery(work, input.deliveryId, 'sendAgain');
  await work.db.update(outletDeliveries).set({ state: 'queued' }).where(eq(outletDeliveries.id, row.id));
  work.enqueue({ kind: deliverKind, payload: { deliveryId: row.id } });
  auditDelivery(work, row, '再次投递', 'queued');
}

/** Records what a person did or found: posted on the board, taken down, seen at the outlet. */
export async function confirmDelivery(
  work: Work,
  input: { readonly deliveryId: string; readonly detail: string; readonly receipt: string | null },
): Promise<void> {
  const row = await lockDelivery(work, input.deliveryId, 'confirm');
  const { name: byName } = signatureOf(work.actor);
  await work.db
    .update(outletDeliveries)
    .set({
      state: 'delivered',
      detail: input.detail,
      receipt: input.receipt ?? row.receipt,
      settledAt: work.now,
      settledByName: byName,
    })
    .where(eq(outletDeliveries.id, row.id));
  auditDelivery(work, row, `登记投递结果（${input.detail}）`, 'delivered');
}

/** Gives a delivery up, with the reason. */
export async function dropDelivery(
  work: Work,
  input: { readonly deliveryId: string; readonly reason: string },
): Promise<void> {
  const row = await lockDelivery(work, input.deliveryId, 'drop');
  const { name: byName } = signatureOf(work.actor);
  await work.db
    .update(outletDeliveries)
    .set({ state: 'dropped', detail: input.reason, settledAt: work.now, settledByName: byName })
    .where(eq(outletDeliveries.id, row.id));
  auditDelivery(work, row, `不再投递（${input.reason}）`, 'dropped');
}
