/** Commands on who is the liaison of a unit: appoint, change with handover, substitute, end. */
import { and, desc, eq, isNull } from 'drizzle-orm';
import { loadCalendarInForce } from '#kernel/calendar/calendar-in-force.ts';
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import type { HandoverOffer } from '#kernel/module.ts';
import type { Work } from '#kernel/work.ts';
import type { AppointLiaisonInput, ChangeLiaisonInput } from '../../contract/liaison.ts';
import { findLiaisonFigure } from '../../queries/liaisons.ts';
import { liaisonDueDay } from '../../rules/liaison.ts';
import { liaisonAppointments } from '../../tables/liaison.ts';
import { liaisonRefusals } from '../../words/liaison.ts';
import { organisationRefusals } from '../../words/register.ts';
import { actorNameOf, refuseFutureDay } from '../facts.ts';
import { openHandover } from '../handover/start.ts';
import { getActiveUnit, getOfficerForChange, getUnitForChange, type UnitRecord } from '../register.ts';
import { type AppointmentRecord, getOwnAppointment, refuseNotOfUnit } from './appointment.ts';

/** Loads the unit and lets those pass who name its liaison. */
async function getUnitForLiaison(work: Work, unitId: string): Promise<UnitRecord> {
  const unit = await getUnitForChange(work, unitId);
  work.authorise('organisation.appointLiaison', { unitId, jurisdictionId: unit.jurisdictionId });
  return getActiveUnit(work, unitId, unit.jurisdictionId);
}

async function findInOffice(work: Work, unitId: string): Promise<AppointmentRecord | undefined> {
  const [row] = await work.db
    .select()
    .from(liaisonAppointments)
    .where(and(eq(liaisonAppointments.unitId, unitId), isNull(liaisonAppointments.untilDay)))
    .for('update');
  return row;
}

async function findLatest(work: Work, unitId: string): Promise<AppointmentRecord | undefined> {
  const [row] = await work.db
    .select()
    .from(liaisonAppointments)
    .where(eq(liaisonAppointments.unitId, unitId))
    .orderBy(desc(liaisonAppointments.fromDay), desc(liaisonAppointments.createdAt))
    .limit(1);
  return row;
}

async function enterAppointment(
  work: Work,
  unit: UnitRecord,
  input: AppointLiaisonInput,
  former: AppointmentRecord | undefined,
): Promise<AppointmentRecord> {
  refuseFutureDay(work, input.from, '任职日期', 'from');
  if (former !== undefined && input.from < former.fromDay) {
    const from = longDay(former.fromDay);
    throw liaisonRefusals.refuse('organisation.startsBeforeFormer', { from }, [
      { path: 'from', message: `前任自${from}起任职，接任日期不能更早` },
    ]);
  }
  const people = input.substituteId === null ? [input.officerId] : [input.officerId, input.substituteId];
  if (input.substituteId === input.officerId) {
    throw liaisonRefusals.refuse('organisation.sameLiaison', {}, [
      { path: 'substituteId', message: '备用联络员须是另一个人' },
    ]);
  }
  await refuseNotOfUnit(work, unit, people);
  const { filingDays } = await findLiaisonFigure(work.db, unit.jurisdictionId);
  const { due } = liaisonDueDay(await loadCalendarInForce(work.db), input.from, filingDays);
  const row: AppointmentRecord = {
    id: work.newId(),
    jurisdictionId: unit.jurisdictionId,
    unitId: unit.id,
    officerId: input.officerId,
    substituteId: input.substituteId,
    formerId: former?.id ?? null,
    fromDay: input.from,
    untilDay: null,
    filingDays,
    filingDue: due,
    createdByName: actorNameOf(work),
    createdAt: work.now,
  };
  await work.db.insert(liaisonAppointments).values(row);
  return row;
}

/** Names the liaison of a unit that has none; returns the appointment's identifier. */
export async function appointLiaison(work: Work, input: AppointLiaisonInput): Promise<string> {
  const unit = await getUnitForLiaison(work, input.unitId);
  const current = await findInOffice(work, unit.id);
  if (current !== undefined) {
    const { name } = await getOfficerForChange(work, current.officerId);
    throw liaisonRefusals.refuse('organisation.liaisonHeld', { unit: unit.shortName, name });
  }
  const former = await findLatest(work, unit.id);
  const sameAgain = former?.officerId === input.officerId;
  const row = await enterAppointment(work, unit, input, sameAgain ? undefined : former);
  work.audit({
    action: 'organisation.appointLiaison',
    objectKind: 'liaisonAppointment',
    objectId: row.id,
    unitId: unit.id,
    summary: `“${unit.name}”指定政务公开联络员`,
    after: row,
    affectsPortal: false,
  });
  return row.id;
}

/**
 * Changes the person: ends the former appointment on the day the new one begins, and starts the handover with the
 * items offered for the leaver.
 */
export async function changeLiaison(
  work: Work,
  input: ChangeLiaisonInput,
  offers: readonly HandoverOffer[],
): Promise<{ readonly appointmentId: string; readonly handoverId: string }> {
  const unit = await getUnitForLiaison(work, input.unitId);
  const current = await findInOffice(work, unit.id);
  if (current === undefined) {
    throw liaisonRefusals.refuse('organisation.noLiaison', { unit: unit.shortName });
  }
  if (current.officerId === input.officerId) {
    throw liaisonRefusals.refuse('organisation.sameLiaison', {}, [
      { path: 'officerId', message: '这名工作人员已经是联络员' },
    ]);
  }
  await work.db
    .update(liaisonAppointments)
    .set({ untilDay: input.from > current.fromDay ? input.from : current.fromDay })
    .where(eq(liaisonAppointments.id, current.id));
  const { witnessId, reason, ...appointment } = input;
  const row = await enterAppointment(work, unit, appointment, current);
  const handoverId = await openHandover(work, row, current, { witnessId, reason }, offers);
  work.audit({
    action: 'organisation.changeLiaison',
    objectKind: 'liaisonAppointment',
    objectId: row.id,
    unitId: unit.id,
    summary: `“${unit.name}”变更政务公开联络员：${reason}`,
    before: current,
    after: row,
    affectsPortal: false,
  });
  return { appointmentId: row.id, handoverId };
}

/** Names the person who stands in, or nobody. */
export async function changeSubstitute(
  work: Work,
  appointmentId: string,
  input: { readonly substituteId: string | null },
): Promise<void> {
  const before = await getOwnAppointment(work, appointmentId);
  const unit = await getUnitForChange(work, before.unitId);
  if (input.substituteId === before.officerId) {
    throw liaisonRefusals.refuse('organisation.sameLiaison', {}, [
      { path: 'substituteId', message: '备用联络员须是另一个人' },
    ]);
  }
  if (input.substituteId !== null) await refuseNotOfUnit(work, unit, [input.substituteId]);
  await work.db.update(liaisonAppointments).set(input).where(eq(liaisonAppointments.id, appointmentId));
  work.audit({
    action: 'organisation.changeSubstitute',
    objectKind: 'liaisonAppointment',
    objectId: appointmentId,
    unitId: before.unitId,
    summary: `“${unit.name}”调整备用联络员`,
    before: { substituteId: before.substituteId },
    after: input,
    affectsPortal: false,
  });
}

/** Ends an appointment without a successor: the unit is then shown as having none. */
export async function endLiaison(
  work: Work,
  appointmentId: string,
  input: { readonly until: Day; readonly reason: string },
): Promise<void> {
  const before = await getOwnAppointment(work, appointmentId);
  refuseFutureDay(work, input.until, '结束日期', 'until');
  if (input.until < before.fromDay) {
    throw organisationRefusals.refuse('organisation.endsBeforeStart', {}, [
      { path: 'until', message: '结束日期不能早于开始日期' },
    ]);
  }
  await work.db
    .update(liaisonAppointments)
    .set({ untilDay: input.until })
    .where(eq(liaisonAppointments.id, appointmentId));
  work.audit({
    action: 'organisation.endLiaison',
    objectKind: 'liaisonAppointment',
    objectId: appointmentId,
    unitId: before.unitId,
    summary: `联络员不再担任：${input.reason}`,
    before: { untilDay: null },
    after: { untilDay: input.until },
    affectsPortal: false,
  });
}

/** Ends the appointment of an officer who leaves the unit or the service, within the command that says so. */
export async function endAppointmentOf(work: Work, officerId: string): Promise<void> {
  const rows = await work.db
    .select({ id: liaisonAppointments.id, fromDay: liaisonAppointments.fromDay })
    .from(liaisonAppointments)
    .where(and(eq(liaisonAppointments.officerId, officerId), isNull(liaisonAppointments.untilDay)));
  for (const { id, fromDay } of rows) {
    await work.db
      .update(liaisonAppointments)
      .set({ untilDay: work.today > fromDay ? work.today : fromDay })
      .where(eq(liaisonAppointments.id, id));
  }
  await work.db
    .update(liaisonAppointments)
    .set({ substituteId: null })
    .where(and(eq(liaisonAppointments.substituteId, officerId), isNull(liaisonAppointments.untilDay)));
}
