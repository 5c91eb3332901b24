/** An appointment loaded for a command, and the people who may be named. */
import { eq } from 'drizzle-orm';
import type { Work } from '#kernel/work.ts';
import { liaisonAppointments } from '../../tables/liaison.ts';
import { liaisonRefusals } from '../../words/liaison.ts';
import { organisationRefusals } from '../../words/register.ts';
import { getOfficerForChange, type UnitRecord } from '../register.ts';

export type AppointmentRecord = typeof liaisonAppointments.$inferSelect;

/** Loads an appointment in office for its unit's own acts. */
export async function getOwnAppointment(work: Work, appointmentId: string): Promise<AppointmentRecord> {
  const row = await getAppointmentForChange(work, appointmentId);
  work.authorise('organisation.appointLiaison', { unitId: row.unitId, jurisdictionId: row.jurisdictionId });
  if (row.untilDay !== null) throw liaisonRefusals.refuse('organisation.appointmentEnded', {});
  return row;
}

export async function getAppointmentForChange(work: Work, appointmentId: string): Promise<AppointmentRecord> {
  const [row] = await work.db
    .select()
    .from(liaisonAppointments)
    .where(eq(liaisonAppointments.id, appointmentId))
    .for('update');
  if (row === undefined) throw liaisonRefusals.refuse('organisation.appointmentNotFound', {});
  return row;
}

/** Refuses people who do not work in the unit today. */
export async function refuseNotOfUnit(
  work: Work,
  unit: UnitRecord,
  officerIds: readonly string[],
): Promise<void> {
  for (const officerId of officerIds) {
    const officer = await getOfficerForChange(work, officerId);
    if (officer.jurisdictionId !== unit.jurisdictionId) {
      throw organisationRefusals.refuse('organisation.officerNotFound', {});
    }
    if (officer.unitId !== unit.id || officer.activeUntil !== null) {
      throw liaisonRefusals.refuse('organisation.liaisonOfOtherUnit', {
        name: officer.name,
        unit: unit.shortName,
      });
    }
  }
}
