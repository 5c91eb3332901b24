/** Read models of handovers: the sheet, what waits for an officer, and what a leaver holds. */
import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { authorise, requireOfficer } from '#kernel/authorise.ts';
import type { WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { HandoverOffer } from '#kernel/module.ts';
import type { HandoverDetail } from '../contract/liaison.ts';
import { type HandoverParty, handoverStatusOf, partiesOfOfficer } from '../rules/handover.ts';
import { isLateOn } from '../rules/liaison.ts';
import { handoverItems, handoverSignatures, handovers, liaisonAppointments } from '../tables/liaison.ts';
import { liaisonRefusals } from '../words/liaison.ts';
import { organisationRefusals } from '../words/register.ts';
import { liaisonDueView, namePeople } from './liaisons.ts';
import { findUnit } from './register.ts';

type HandoverRecord = typeof handovers.$inferSelect;

type LeavingLiaison = Readonly<typeof liaisonAppointments.$inferSelect>;

/** The liaison whose leaving is handed over: the one in office, or the former one of an appointment. */
export async function findLeaver(
  db: ReadDb,
  where: { readonly unitId: string } | { readonly appointmentId: string },
): Promise<LeavingLiaison | undefined> {
  if ('unitId' in where) {
    const [row] = await db
      .select()
      .from(liaisonAppointments)
      .where(and(eq(liaisonAppointments.unitId, where.unitId), isNull(liaisonAppointments.untilDay)));
    return row;
  }
  const [appointment] = await db
    .select({ formerId: liaisonAppointments.formerId })
    .from(liaisonAppointments)
    .where(eq(liaisonAppointments.id, where.appointmentId));
  if (appointment?.formerId == null) return undefined;
  const [former] = await db
    .select()
    .from(liaisonAppointments)
    .where(eq(liaisonAppointments.id, appointment.formerId));
  return former;
}

/** What the leaver holds for the unit, gathered from every module's offer. */
export async function gatherHandoverOffers(
  app: App,
  leaver:
    | { readonly officerId: string; readonly unitId: string; readonly jurisdictionId: string }
    | undefined,
): Promise<readonly HandoverOffer[]> {
  if (leaver === undefined) return [];
  const { officerId, unitId, jurisdictionId } = leaver;
  const context = {
    db: app.database.read,
    jurisdictionId,
    officerId,
    unitId,
    today: beijingDayOf(app.clock.now()),
  };
  const offers: HandoverOffer[] = [];
  for (const module of app.modules) offers.push(...((await module.listHandoverItems?.(context)) ?? []));
  return offers;
}

function partiesOf(actor: Actor, row: HandoverRecord): HandoverParty[] {
  if (actor.kind !== 'officer') return [];
  return [...partiesOfOfficer({ ...row, giverAbsent: row.giverAbsentReason !== null }, actor.id)];
}

/** Who may see the sheet: the three people, those who keep the unit's liaison, and the supervising office. */
function refuseUnseen(app: App, actor: Actor, row: HandoverRecord): void {
  if (partiesOf(actor, row).length > 0) return;
  const officer = requireOfficer(actor);
  if (officer.id === row.giverId && officer.jurisdictionId === row.jurisdictionId) return;
  const seesAll = officer.grants.some((grant) => grant.role === 'supervisor' || grant.role === 'auditor');
  if (seesAll && officer.jurisdictionId === row.jurisdictionId) return;
  authorise(app, actor, 'organisation.appointLiaison', {
    unitId: row.unitId,
    jurisdictionId: row.jurisdictionId,
  });
}

/** The sheet of one handover for somebody who may see it. */
export async function getHandoverDetail(
  app: App,
  actor: Actor,
  handoverId: string,
  calendar: WorkingCalendar,
): Promise<HandoverDetail> {
  const db: ReadDb = app.database.read;
  const [found] = await db
    .select({ handover: handovers, appointment: liaisonAppointments })
    .from(handovers)
    .innerJoin(liaisonAppointments, eq(liaisonAppointments.id, handovers.appointmentId))
    .where(eq(handovers.id, handoverId));
  if (found === undefined) throw liaisonRefusals.refuse('organisation.handoverNotFound', {});
  const { handover: row, appointment } = found;
  refuseUnseen(app, actor, row);
  const person = await namePeople(db, [row.giverId, row.receiverId, row.witnessId]);
  const [giver, receiver, witness] = [row.giverId, row.receiverId, row.witnessId].map(person);
  if (giver == null || receiver == null || witness == null) {
    throw organisationRefusals.refuse('organisation.officerNotFound', {});
  }
  const items = await db
    .select()
    .from(handoverItems)
    .where(eq(handoverItems.handoverId, handoverId))
    .orderBy(asc(handoverItems.position));
  const signatures = await db
    .select()
    .from(handoverSignatures)
    .where(eq(handoverSignatures.handoverId, handoverId))
    .orderBy(asc(handoverSignatures.signedAt));
  const unit = await findUnit(db, row.unitId);
  const today = beijingDayOf(app.clock.now());
  return {
    id: row.id,
    unitId: row.unitId,
    unitName: unit?.shortName ?? '',
    status: handoverStatusOf(row),
    reason: row.reason,
    startedOn: row.startedOn,
    due: liaisonDueView(calendar, appointment),
    late: row.cancelledOn === null && isLateOn(row.dueOn, row.completedOn, today),
    completedOn: row.completedOn,
    cancelReason: row.cancelReason,
    giverAbsentReason: row.giverAbsentReason,
    giver,
    receiver,
    witness,
    items: items.map((item) => ({
      id: item.id,
      category: item.category,
      title: item.title,
      detail: item.detail,
      address: item.address,
      givenOn: item.givenOn,
      givenByName: item.givenByName,
      takenOn: item.takenOn,
      takenByName: item.takenByName,
    })),
    signatures: signatures.map((signature) => ({
      party: signature.party,
      byName: signature.byName,
      signedOn: signature.signedOn,
      onBehalf: signature.party === 'giver' && signature.officerId !== row.giverId,
    })),
    ownParties: partiesOf(actor, row),
  };
}

export interface WaitingHandover {
  readonly id: string;
  readonly unitId: string;
  readonly dueOn: Day | null;
  /** What the officer has to do now. */
  readonly does: 'give' | 'take' | 'sign';
}

/** Open handovers in which it is this officer's turn. */
export async function listHandoversWaitingFor(db: ReadDb, officerId: string): Promise<WaitingHandover[]> {
  const rows = await db
    .select()
    .from(handovers)
    .where(
      and(
        isNull(handovers.completedOn),
        isNull(handovers.cancelledOn),
        or(
          eq(handovers.giverId, officerId),
          eq(handovers.receiverId, officerId),
          eq(handovers.witnessId, officerId),
        ),
      ),
    )
    .orderBy(asc(handovers.id));
  const waiting: WaitingHandover[] = [];
  for (const row of rows) {
    const items = await db
      .select({ givenOn: handoverItems.givenOn, takenOn: handoverItems.takenOn })
      .from(handoverItems)
      .where(eq(handoverItems.handoverId, row.id));
    const signed = (
      await db
        .select({ party: handoverSignatures.party })
        .from(handoverSignatures)
        .where(eq(handoverSignatures.handoverId, row.id))
    ).map(({ party }) => party);
    const parties = partiesOfOfficer({ ...row, giverAbsent: row.giverAbsentReason !== null }, officerId);
    const does = turnOf(parties, items, signed);
    if (does !== undefined) waiting.push({ id: row.id, unitId: row.unitId, dueOn: row.dueOn, does });
  }
  return waiting;
}

function turnOf(
  parties: readonly HandoverParty[],
  items: readonly { readonly givenOn: Day | null; readonly takenOn: Day | null }[],
  signed: readonly HandoverParty[],
): WaitingHandover['does'] | undefined {
  if (parties.includes('giver') && items.some((item) => item.givenOn === null)) return 'give';
  const mayTake = items.some((item) => item.givenOn !== null && item.takenOn === null);
  if (parties.includes('receiver') && mayTake) return 'take';
  const settled = items.length > 0 && items.every((item) => item.takenOn !== null);
  const both = signed.includes('giver') && signed.includes('receiver');
  const signs = parties.some((party) => !signed.includes(party) && (party !== 'witness' || both));
  return settled && signs ? 'sign' : undefined;
}
