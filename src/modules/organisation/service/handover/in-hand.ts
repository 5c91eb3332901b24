/** What every step of a handover needs: the loaded row, who may take the step, the audit. */
import { asc, eq } from 'drizzle-orm';
import { requireOfficer } from '#kernel/authorise.ts';
import type { Work } from '#kernel/work.ts';
import { type HandoverParty, handoverStatusOf, partiesOfOfficer } from '../../rules/handover.ts';
import { handoverItems, handoverSignatures, handovers } from '../../tables/liaison.ts';
import { liaisonRefusals } from '../../words/liaison.ts';

export type HandoverRecord = typeof handovers.$inferSelect;
export type HandoverItemRecord = typeof handoverItems.$inferSelect;

/** Writes the audit of a step. */
export function auditHandover(
  work: Work,
  handover: Pick<HandoverRecord, 'id' | 'unitId'>,
  entry: { action: string; what: string; before?: unknown; after?: unknown },
): void {
  work.audit({
    action: `organisation.${entry.action}`,
    objectKind: 'handover',
    objectId: handover.id,
    unitId: handover.unitId,
    summary: `联络员交接：${entry.what}`,
    before: entry.before,
    after: entry.after,
    affectsPortal: false,
  });
}

export interface HandoverInHand {
  readonly handover: HandoverRecord;
  readonly items: readonly HandoverItemRecord[];
  readonly signed: readonly HandoverParty[];
}

/** Loads a handover with its items and signatures, and keeps others waiting. */
export async function takeHandover(work: Work, handoverId: string): Promise<HandoverInHand> {
  const [handover] = await work.db.select().from(handovers).where(eq(handovers.id, handoverId)).for('update');
  if (handover === undefined) throw liaisonRefusals.refuse('organisation.handoverNotFound', {});
  const items = await work.db
    .select()
    .from(handoverItems)
    .where(eq(handoverItems.handoverId, handoverId))
    .orderBy(asc(handoverItems.position));
  const signatures = await work.db
    .select({ party: handoverSignatures.party })
    .from(handoverSignatures)
    .where(eq(handoverSignatures.handoverId, handoverId));
  return { handover, items, signed: signatures.map(({ party }) => party) };
}

/** Refuses what comes after the end. */
export function refuseClosed({ handover }: HandoverInHand): void {
  const status = handoverStatusOf(handover);
  if (status !== 'open') throw liaisonRefusals.refuse('organisation.handoverClosed', { status });
}

/**
 * Loads a handover for the act of one of the three people. The act belongs to the person and not to a role: the leaver
 * may have none any more. The platform acts for whoever it says.
 */
export async function takeAsParty(
  work: Work,
  handoverId: string,
  party: HandoverParty,
): Promise<HandoverInHand> {
  const inHand = await takeHandover(work, handoverId);
  const { handover } = inHand;
  if (work.actor.kind !== 'system') {
    const { id } = requireOfficer(work.actor);
    const people = { ...handover, giverAbsent: handover.giverAbsentReason !== null };
    if (!partiesOfOfficer(people, id).includes(party)) {
      throw liaisonRefusals.refuse('organisation.notHandoverParty', { party });
    }
  }
  refuseClosed(inHand);
  return inHand;
}

/** For the unit's acts on the list as a whole. */
export async function takeForUnit(work: Work, handoverId: string): Promise<HandoverInHand> {
  const inHand = await takeHandover(work, handoverId);
  const { unitId, jurisdictionId } = inHand.handover;
  work.authorise('organisation.appointLiaison', { unitId, jurisdictionId });
  refuseClosed(inHand);
  return inHand;
}
