/** Commands on the filing of a liaison with the government office, and on the county's figure for it. */
import { asc, eq } from 'drizzle-orm';
import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import type { LiaisonFigureInput } from '../../contract/liaison.ts';
import { listSupervisors, mapDutyOfficers } from '../../queries/duty-officers.ts';
import { findLiaisonFigure } from '../../queries/liaisons.ts';
import {
  canDoOnFiling,
  type FilingAction,
  type FilingEventKind,
  type FilingState,
  filingStateOf,
} from '../../rules/liaison.ts';
import { liaisonFigures, liaisonFilingEvents } from '../../tables/liaison.ts';
import { liaisonRefusals } from '../../words/liaison.ts';
import { actorNameOf } from '../facts.ts';
import { getUnitForChange } from '../register.ts';
import { type AppointmentRecord, getAppointmentForChange, getOwnAppointment } from './appointment.ts';

interface FilingInHand {
  readonly row: AppointmentRecord;
  readonly state: FilingState;
  readonly eventCount: number;
}

async function takeFiling(work: Work, row: AppointmentRecord, action: FilingAction): Promise<FilingInHand> {
  const events = await work.db
    .select()
    .from(liaisonFilingEvents)
    .where(eq(liaisonFilingEvents.appointmentId, row.id))
    .orderBy(asc(liaisonFilingEvents.position));
  const state = filingStateOf(events);
  if (!canDoOnFiling(state.status, action)) {
    throw liaisonRefusals.refuse('organisation.filingNotNow', { action, status: state.status });
  }
  return { row, state, eventCount: events.length };
}

async function addFilingEvent(
  work: Work,
  { row, state, eventCount }: FilingInHand,
  kind: FilingEventKind,
  text: string,
): Promise<void> {
  const unit = await getUnitForChange(work, row.unitId);
  await work.db.insert(liaisonFilingEvents).values({
    appointmentId: row.id,
    position: eventCount,
    kind,
    day: work.today,
    text,
    byName: actorNameOf(work),
    at: work.now,
  });
  const words = { filed: '报备联络员', accepted: '联络员报备已受理', returned: '联络员报备被退回' }[kind];
  const duty = kind === 'filed' ? undefined : (await mapDutyOfficers(work.db, [unit.id])).get(unit.id);
  await notify(work, {
    officerIds:
      kind === 'filed' ? await listSupervisors(work.db, row.jurisdictionId) : [...(duty?.staff ?? [])],
    title: `${unit.shortName}：${words}`,
    ...(text === '' ? {} : { detail: text }),
    address: `/organisation/liaisons/${unit.id}`,
  });
  work.audit({
    action: `organisation.liaison.${kind}`,
    objectKind: 'liaisonAppointment',
    objectId: row.id,
    unitId: row.unitId,
    summary: `“${unit.name}”${words}`,
    before: state,
    after: { kind, day: work.today, text },
    affectsPortal: false,
  });
}

/** Files the liaison with the government office (备案). */
export async function fileLiaison(
  work: Work,
  appointmentId: string,
  input: { readonly text: string },
): Promise<void> {
  const row = await getOwnAppointment(work, appointmentId);
  await addFilingEvent(work, await takeFiling(work, row, 'file'), 'filed', input.text);
}

async function getFilingToJudge(
  work: Work,
  appointmentId: string,
  action: FilingAction,
): Promise<FilingInHand> {
  const row = await getAppointmentForChange(work, appointmentId);
  work.authorise('organisation.acceptLiaison', { jurisdictionId: row.jurisdictionId });
  return takeFiling(work, row, action);
}

/** The government office accepts a filing. */
export async function acceptLiaisonFiling(work: Work, appointmentId: string): Promise<void> {
  await addFilingEvent(work, await getFilingToJudge(work, appointmentId, 'accept'), 'accepted', '');
}

/** The government office returns a filing with its reason. */
export async function returnLiaisonFiling(
  work: Work,
  appointmentId: string,
  input: { readonly reason: string },
): Promise<void> {
  await addFilingEvent(work, await getFilingToJudge(work, appointmentId, 'return'), 'returned', input.reason);
}

/** Sets the working days the county gives for handover and filing; binds changes made from now on. */
export async function setLiaisonFigure(
  work: Work,
  jurisdictionId: string,
  input: LiaisonFigureInput,
): Promise<void> {
  work.authorise('organisation.acceptLiaison', { jurisdictionId });
  const before = await findLiaisonFigure(work.db, jurisdictionId);
  const row = { jurisdictionId, ...input, setByName: actorNameOf(work), setAt: work.now };
  await work.db
    .insert(liaisonFigures)
    .values(row)
    .onConflictDoUpdate({ target: liaisonFigures.jurisdictionId, set: row });
  work.audit({
    action: 'organisation.setLiaisonFigure',
    objectKind: 'jurisdiction',
    objectId: jurisdictionId,
    summary: `联络员变动的交接、报备期限定为${input.filingDays}个工作日`,
    before,
    after: input,
    affectsPortal: false,
  });
}
