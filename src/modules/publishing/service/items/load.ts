/** What the commands on items share: the locked item with its folded state, adding an event, rewriting the index. */
import { asc, eq } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import type { Work } from '#kernel/work.ts';
import type { ItemAction } from '../../rules/item-actions.ts';
import { isItemActionAllowed } from '../../rules/item-actions.ts';
import type { ItemEvent, ItemState } from '../../rules/item-state.ts';
import { applyItemEvent, foldItem } from '../../rules/item-state.ts';
import type { WithholdingGround } from '../../rules/openness.ts';
import {
  type ItemEventRow,
  type ItemRevision,
  type ItemRow,
  itemEventOf,
  itemEvents,
  itemRevisions,
  items,
} from '../../tables/items.ts';
import { itemRefusals } from '../../words/items.ts';

export interface LockedItem {
  readonly row: ItemRow;
  readonly state: ItemState;
  /** Events so far; the next one gets this number. */
  readonly eventCount: number;
}

/** The item, locked for this transaction; `publishing.itemNotFound` when there is none or it is not the actor's to see. */
export async function lockItem(work: Work, itemId: string, permission: string): Promise<LockedItem> {
  const [seen] = await work.db.select().from(items).where(eq(items.id, itemId));
  work.authorise(
    permission,
    seen === undefined ? {} : { unitId: seen.unitId, jurisdictionId: seen.jurisdictionId },
  );
  if (seen === undefined) throw itemRefusals.refuse('publishing.itemNotFound', {});
  return relockItem(work, itemId);
}

/** The same for an item whose permission was already asked for: a companion that moves along. */
export async function relockItem(work: Work, itemId: string): Promise<LockedItem> {
  const [row] = await work.db.select().from(items).where(eq(items.id, itemId)).for('update');
  if (row === undefined) throw itemRefusals.refuse('publishing.itemNotFound', {});
  const events = await work.db
    .select()
    .from(itemEvents)
    .where(eq(itemEvents.itemId, itemId))
    .orderBy(asc(itemEvents.number));
  return { row, state: foldItem(events.map(itemEventOf)), eventCount: events.length };
}

/** Refuses what the table of actions does not allow at this stage and standing. */
export function requireItemAction(item: LockedItem, action: ItemAction): void {
  if (isItemActionAllowed(item.state, action)) return;
  const { stage, standing } = item.state;
  throw itemRefusals.refuse('publishing.itemActionNotAllowed', { action, stage, standing });
}

/** What an event carries beside what the fold needs. */
export interface EventRemarks {
  readonly ground?: WithholdingGround | null;
  readonly reason?: string | null;
}

type NewEvent = ItemEvent extends infer Each ? (Each extends ItemEvent ? Omit<Each, 'by'> : never) : never;

function rowOfEvent(work: Work, item: LockedItem, event: ItemEvent, remarks: EventRemarks): ItemEventRow {
  return {
    itemId: item.row.id,
    number: item.eventCount,
    kind: event.kind,
    revisionId: event.revisionId,
    byId: event.by,
    byName: signatureOf(work.actor).name,
    at: work.now,
    onDay: work.today,
    step: event.kind === 'passed' ? event.step : null,
    opinion: event.kind === 'secrecyReviewed' ? event.opinion : null,
    openness: 'openness' in event ? event.openness : null,
    ground: remarks.ground ?? null,
    reason: remarks.reason ?? null,
  };
}

/**
 * Adds an event and rewrites the index of the item from the new state; `changes` are columns that no event decides
 * (title, times). Returns the item as it stands now.
 */
export async function addItemEvent(
  work: Work,
  item: LockedItem,
  event: NewEvent,
  remarks: EventRemarks = {},
  changes: Partial<ItemRow> = {},
): Promise<LockedItem> {
  const whole: ItemEvent = { ...event, by: signatureOf(work.actor).by };
  const state = applyItemEvent(item.state, whole);
  await work.db.insert(itemEvents).values(rowOfEvent(work, item, whole, remarks));
  const [row] = await work.db
    .update(items)
    .set({
      ...changes,
      stage: state.stage,
      standing: state.standing,
      openness: state.openness,
      workingRevisionId: state.workingRevisionId,
      approvedRevisionId: state.approvedRevisionId,
      publishedRevisionId: state.publishedRevisionId,
      secrecy: state.secrecy,
      owesLaterReview: state.owesLaterReview,
      wasReturned: state.wasReturned,
      version: item.row.version + 1,
      changedAt: work.now,
    })
    .where(eq(items.id, item.row.id))
    .returning();
  if (row === undefined) throw new Error(`item ${item.row.id} vanished under its lock`);
  return { row, state, eventCount: item.eventCount + 1 };
}

/** A revision that must exist, because the item names it. */
export async function getRevision(work: Work, revisionId: string): Promise<ItemRevision> {
  const [revision] = await work.db.select().from(itemRevisions).where(eq(itemRevisions.id, revisionId));
  if (revision === undefined) throw new Error(`revision ${revisionId} is named by an item and not there`);
  return revision;
}
