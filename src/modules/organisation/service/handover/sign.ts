/** Signing a handover and taking a signature back. */
import { and, eq } from 'drizzle-orm';
import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import { type HandoverParty, judgeSignature } from '../../rules/handover.ts';
import { handoverSignatures, handovers } from '../../tables/liaison.ts';
import { handoverPartyTitles, liaisonRefusals } from '../../words/liaison.ts';
import { actorNameOf } from '../facts.ts';
import { auditHandover, type HandoverRecord, takeAsParty } from './in-hand.ts';

/** Signs for one side; the witness's signature, the last one, completes the handover. */
export async function signHandover(
  work: Work,
  handoverId: string,
  input: { readonly party: HandoverParty },
): Promise<void> {
  const { party } = input;
  const { handover, items, signed } = await takeAsParty(work, handoverId, party);
  const ticks = items.map((item) => ({ given: item.givenOn !== null, taken: item.takenOn !== null }));
  const verdict = judgeSignature({ items: ticks, signed }, party);
  if (!verdict.allowed) {
    switch (verdict.because) {
      case 'itemsOpen':
        throw liaisonRefusals.refuse('organisation.itemsOpen', {});
      case 'empty':
        throw liaisonRefusals.refuse('organisation.listEmpty', {});
      case 'othersFirst':
        throw liaisonRefusals.refuse('organisation.witnessLast', {});
      case 'signed':
        throw liaisonRefusals.refuse('organisation.alreadySigned', {});
    }
  }
  const own = { giver: handover.giverId, receiver: handover.receiverId, witness: handover.witnessId }[party];
  await work.db.insert(handoverSignatures).values({
    handoverId,
    party,
    officerId: work.actor.kind === 'officer' ? work.actor.id : own,
    byName: actorNameOf(work),
    signedOn: work.today,
    signedAt: work.now,
  });
  if (verdict.completes) {
    await work.db.update(handovers).set({ completedOn: work.today }).where(eq(handovers.id, handoverId));
  }
  await tellNextSigner(work, handover, [...signed, party]);
  auditHandover(work, handover, {
    action: 'signHandover',
    what: `${handoverPartyTitles[party]}签字${verdict.completes ? '，交接完毕' : ''}`,
    after: { party },
  });
}

/** After both sides have signed it is the witness's turn. */
async function tellNextSigner(
  work: Work,
  handover: HandoverRecord,
  signed: readonly HandoverParty[],
): Promise<void> {
  const isWitnessTurn =
    signed.includes('giver') && signed.includes('receiver') && !signed.includes('witness');
  if (!isWitnessTurn) return;
  await notify(work, {
    officerIds: [handover.witnessId],
    title: '联络员交接双方已签字，请监交人签字',
    address: `/organisation/handovers/${handover.id}`,
  });
}

/** Takes the own signature back, so that the list can be corrected; not once it is complete. */
export async function withdrawHandoverSignature(
  work: Work,
  handoverId: string,
  input: { readonly party: HandoverParty },
): Promise<void> {
  const { handover, signed } = await takeAsParty(work, handoverId, input.party);
  if (!signed.includes(input.party)) throw liaisonRefusals.refuse('organisation.notSigned', {});
  await work.db
    .delete(handoverSignatures)
    .where(and(eq(handoverSignatures.handoverId, handoverId), eq(handoverSignatures.party, input.party)));
  auditHandover(work, handover, {
    action: 'withdrawHandoverSignature',
    what: `${handoverPartyTitles[input.party]}撤回签字`,
    before: { party: input.party },
  });
}
