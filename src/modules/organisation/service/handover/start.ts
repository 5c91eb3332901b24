/** Commands that begin, steer and take back a handover; its items and signatures have files of their own. */
import { and, eq, isNull } from 'drizzle-orm';
import type { HandoverOffer } from '#kernel/module.ts';
import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import type { StartHandoverInput } from '../../contract/liaison.ts';
import { usualHandoverItems } from '../../rules/handover.ts';
import { handoverItems, handovers, liaisonAppointments } from '../../tables/liaison.ts';
import { liaisonRefusals } from '../../words/liaison.ts';
import { actorNameOf, getOfficersOf } from '../facts.ts';
import { auditHandover, type HandoverRecord, takeForUnit } from './in-hand.ts';

type Appointment = typeof liaisonAppointments.$inferSelect;

/** Enters a handover with its list, within a command that was allowed already. Returns its identifier. */
export async function openHandover(
  work: Work,
  appointment: Appointment,
  former: Appointment,
  input: StartHandoverInput,
  offers: readonly HandoverOffer[],
): Promise<string> {
  const people = [former.officerId, appointment.officerId, input.witnessId];
  if (new Set(people).size < people.length) {
    throw liaisonRefusals.refuse('organisation.handoverPeople', {}, [
      { path: 'witnessId', message: '请另选监交人' },
    ]);
  }
  await getOfficersOf(work, appointment.jurisdictionId, people);
  const row: HandoverRecord = {
    id: work.newId(),
    jurisdictionId: appointment.jurisdictionId,
    unitId: appointment.unitId,
    appointmentId: appointment.id,
    giverId: former.officerId,
    receiverId: appointment.officerId,
    witnessId: input.witnessId,
    reason: input.reason,
    startedOn: work.today,
    dueOn: appointment.filingDue,
    giverAbsentReason: null,
    completedOn: null,
    cancelledOn: null,
    cancelReason: null,
    createdByName: actorNameOf(work),
    createdAt: work.now,
  };
  await work.db.insert(handovers).values(row);
  const listed = [
    ...offers,
    ...usualHandoverItems.filter((item) => !offers.some((offer) => offer.key === item.key)),
  ];
  await work.db.insert(handoverItems).values(
    listed.map((offer, position) => ({
      id: work.newId(),
      handoverId: row.id,
      position,
      category: offer.category,
      title: offer.title.slice(0, 300),
      detail: offer.detail ?? '',
      address: 'address' in offer ? (offer.address ?? null) : null,
      sourceKey: offer.key,
    })),
  );
  await notify(work, {
    officerIds: people,
    title: '联络员变动，请办理逐项交接',
    detail: `共${listed.length}项`,
    address: `/organisation/handovers/${row.id}`,
  });
  return row.id;
}

/** Starts the handover of a change that has none (it was cancelled, or the former liaison left first). */
export async function startHandover(
  work: Work,
  appointmentId: string,
  input: StartHandoverInput,
  offers: readonly HandoverOffer[],
): Promise<string> {
  const [appointment] = await work.db
    .select()
    .from(liaisonAppointments)
    .where(eq(liaisonAppointments.id, appointmentId));
  if (appointment === undefined) throw liaisonRefusals.refuse('organisation.appointmentNotFound', {});
  const { unitId, jurisdictionId, formerId } = appointment;
  work.authorise('organisation.appointLiaison', { unitId, jurisdictionId });
  const [former] =
    formerId === null
      ? []
      : await work.db.select().from(liaisonAppointments).where(eq(liaisonAppointments.id, formerId));
  if (former === undefined) throw liaisonRefusals.refuse('organisation.nothingToHandOver', {});
  const [existing] = await work.db
    .select({ id: handovers.id })
    .from(handovers)
    .where(and(eq(handovers.appointmentId, appointmentId), isNull(handovers.cancelledOn)));
  if (existing !== undefined) throw liaisonRefusals.refuse('organisation.handoverExists', {});
  const id = await openHandover(work, appointment, former, input, offers);
  auditHandover(work, { id, unitId }, { action: 'startHandover', what: '发起逐项交接', after: input });
  return id;
}

/** Notes why the giver cannot act; from then on the witness ticks and signs in the giver's place. */
export async function noteGiverAbsent(
  work: Work,
  handoverId: string,
  input: { readonly reason: string },
): Promise<void> {
  const { handover } = await takeForUnit(work, handoverId);
  await work.db
    .update(handovers)
    .set({ giverAbsentReason: input.reason })
    .where(eq(handovers.id, handoverId));
  auditHandover(work, handover, {
    action: 'noteGiverAbsent',
    what: '移交人不能到场，由监交人代办',
    before: { giverAbsentReason: handover.giverAbsentReason },
    after: input,
  });
}

/** Names another witness. */
export async function changeHandoverWitness(
  work: Work,
  handoverId: string,
  input: { readonly witnessId: string },
): Promise<void> {
  const { handover, signed } = await takeForUnit(work, handoverId);
  if (signed.length > 0) throw liaisonRefusals.refuse('organisation.handoverSigned', {});
  if ([handover.giverId, handover.receiverId].includes(input.witnessId)) {
    throw liaisonRefusals.refuse('organisation.handoverPeople', {}, [
      { path: 'witnessId', message: '请另选监交人' },
    ]);
  }
  await getOfficersOf(work, handover.jurisdictionId, [input.witnessId]);
  await work.db.update(handovers).set(input).where(eq(handovers.id, handoverId));
  auditHandover(work, handover, {
    action: 'changeHandoverWitness',
    what: '更换监交人',
    before: { witnessId: handover.witnessId },
    after: input,
  });
}

/** Takes a handover back that was begun by mistake; the change still needs one. */
export async function cancelHandover(
  work: Work,
  handoverId: string,
  input: { readonly reason: string },
): Promise<void> {
  const { handover } = await takeForUnit(work, handoverId);
  const after = { cancelledOn: work.today, cancelReason: input.reason };
  await work.db.update(handovers).set(after).where(eq(handovers.id, handoverId));
  auditHandover(work, handover, { action: 'cancelHandover', what: '撤销交接清单', after });
}
