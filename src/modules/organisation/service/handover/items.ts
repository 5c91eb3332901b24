/** Commands on the items of a handover: written by hand, struck, ticked by the giver and by the receiver. */
import { eq, max } from 'drizzle-orm';
import type { Work } from '#kernel/work.ts';
import type { AddHandoverItemInput, TickItemInput } from '../../contract/liaison.ts';
import { type HandoverParty, judgeTick, type TickingParty } from '../../rules/handover.ts';
import { handoverItems } from '../../tables/liaison.ts';
import { handoverPartyTitles, liaisonRefusals } from '../../words/liaison.ts';
import { actorNameOf } from '../facts.ts';
import {
  auditHandover,
  type HandoverInHand,
  type HandoverItemRecord,
  refuseClosed,
  takeAsParty,
  takeHandover,
} from './in-hand.ts';

function refuseTick(
  item: HandoverItemRecord,
  party: TickingParty,
  done: boolean,
  signed: readonly HandoverParty[],
): void {
  const verdict = judgeTick(
    { given: item.givenOn !== null, taken: item.takenOn !== null },
    party,
    done,
    signed,
  );
  if (verdict.allowed) return;
  switch (verdict.because) {
    case 'signed':
      throw liaisonRefusals.refuse('organisation.handoverSigned', {});
    case 'notGiven':
      throw liaisonRefusals.refuse('organisation.itemNotGiven', {});
    case 'taken':
      throw liaisonRefusals.refuse('organisation.itemTaken', {});
  }
}

function tickOf(work: Work, party: TickingParty, done: boolean) {
  const on = done ? work.today : null;
  const byName = done ? actorNameOf(work) : null;
  return party === 'giver' ? { givenOn: on, givenByName: byName } : { takenOn: on, takenByName: byName };
}

/** Ticks one item for one side, or takes the tick back. */
export async function tickHandoverItem(work: Work, itemId: string, input: TickItemInput): Promise<void> {
  const [found] = await work.db
    .select({ handoverId: handoverItems.handoverId })
    .from(handoverItems)
    .where(eq(handoverItems.id, itemId));
  if (found === undefined) throw liaisonRefusals.refuse('organisation.handoverItemNotFound', {});
  const { handover, items, signed } = await takeAsParty(work, found.handoverId, input.party);
  const item = items.find((one) => one.id === itemId);
  if (item === undefined) throw liaisonRefusals.refuse('organisation.handoverItemNotFound', {});
  refuseTick(item, input.party, input.done, signed);
  await work.db
    .update(handoverItems)
    .set(tickOf(work, input.party, input.done))
    .where(eq(handoverItems.id, itemId));
  auditHandover(work, handover, {
    action: 'tickHandoverItem',
    what: `${handoverPartyTitles[input.party]}${input.done ? '确认' : '取消确认'}第${item.position + 1}项`,
    after: { itemId, ...input },
  });
}

/** Ticks everything one side can tick now. */
export async function tickWholeHandover(
  work: Work,
  handoverId: string,
  input: { readonly party: TickingParty },
): Promise<void> {
  const { party } = input;
  const { handover, items, signed } = await takeAsParty(work, handoverId, party);
  if (signed.length > 0) throw liaisonRefusals.refuse('organisation.handoverSigned', {});
  const ready = items.filter((item) =>
    party === 'giver' ? item.givenOn === null : item.givenOn !== null && item.takenOn === null,
  );
  if (party === 'receiver' && ready.length === 0 && items.some((item) => item.takenOn === null)) {
    throw liaisonRefusals.refuse('organisation.itemNotGiven', {});
  }
  for (const item of ready) {
    await work.db
      .update(handoverItems)
      .set(tickOf(work, party, true))
      .where(eq(handoverItems.id, item.id));
  }
  auditHandover(work, handover, {
    action: 'tickWholeHandover',
    what: `${handoverPartyTitles[party]}确认${ready.length}项`,
    after: { party, itemIds: ready.map((item) => item.id) },
  });
}

/** Whoever gives, takes or keeps the unit's liaison may write the list, until somebody has signed. */
async function takeToWrite(work: Work, handoverId: string): Promise<HandoverInHand> {
  const inHand = await takeHandover(work, handoverId);
  const { handover, signed } = inHand;
  const { actor } = work;
  const isParty = actor.kind === 'officer' && [handover.giverId, handover.receiverId].includes(actor.id);
  const { unitId, jurisdictionId } = handover;
  if (!isParty) work.authorise('organisation.appointLiaison', { unitId, jurisdictionId });
  refuseClosed(inHand);
  if (signed.length > 0) throw liaisonRefusals.refuse('organisation.handoverSigned', {});
  return inHand;
}

/** Writes a further item by hand; returns its identifier. */
export async function addHandoverItem(
  work: Work,
  handoverId: string,
  input: AddHandoverItemInput,
): Promise<string> {
  const { handover } = await takeToWrite(work, handoverId);
  const [last] = await work.db
    .select({ position: max(handoverItems.position) })
    .from(handoverItems)
    .where(eq(handoverItems.handoverId, handoverId));
  const id = work.newId();
  const position = (last?.position ?? -1) + 1;
  await work.db.insert(handoverItems).values({ id, handoverId, position, ...input });
  auditHandover(work, handover, { action: 'addHandoverItem', what: '增加一项', after: { id, ...input } });
  return id;
}

/** Strikes an item that does not exist in this unit; not once it was ticked. */
export async function removeHandoverItem(work: Work, itemId: string): Promise<void> {
  const [item] = await work.db.select().from(handoverItems).where(eq(handoverItems.id, itemId));
  if (item === undefined) throw liaisonRefusals.refuse('organisation.handoverItemNotFound', {});
  const { handover } = await takeToWrite(work, item.handoverId);
  if (item.givenOn !== null) throw liaisonRefusals.refuse('organisation.itemTicked', {});
  await work.db.delete(handoverItems).where(eq(handoverItems.id, itemId));
  auditHandover(work, handover, { action: 'removeHandoverItem', what: '删去一项', before: item });
}
