/** Read models of liaison officers: the register by unit, one unit's history, who is in office. */
import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { AppointmentView, LiaisonRow, UnitLiaison } from '../contract/liaison.ts';
import { handoverStatusOf } from '../rules/handover.ts';
import {
  type FilingState,
  filingActions,
  filingStateOf,
  isLateOn,
  liaisonDueDay,
  liaisonDutyKinds,
  usualLiaisonDays,
} from '../rules/liaison.ts';
import { handovers, liaisonAppointments, liaisonFigures, liaisonFilingEvents } from '../tables/liaison.ts';
import { officers } from '../tables/register.ts';
import { organisationRefusals } from '../words/register.ts';
import { findUnit, listUnits } from './register.ts';

type AppointmentRecord = typeof liaisonAppointments.$inferSelect;
type HandoverRecord = typeof handovers.$inferSelect;
type FilingRecord = typeof liaisonFilingEvents.$inferSelect;
type Person = NonNullable<LiaisonRow['liaison']>;

/** The working days in force with where they come from; the usual figure while the county has set none. */
export async function findLiaisonFigure(
  db: ReadDb,
  jurisdictionId: string,
): Promise<{ readonly filingDays: number; readonly basis: string }> {
  const [row] = await db
    .select({ filingDays: liaisonFigures.filingDays, basis: liaisonFigures.basis })
    .from(liaisonFigures)
    .where(eq(liaisonFigures.jurisdictionId, jurisdictionId));
  return row ?? { filingDays: usualLiaisonDays, basis: '平台的常用值，本级政府还没有另行规定' };
}

/** Officers who are a liaison in office, by identifier of the officer. */
export async function listLiaisonsOfUnits(
  db: ReadDb,
  unitIds: readonly string[],
): Promise<{ readonly officerId: string; readonly unitId: string }[]> {
  if (unitIds.length === 0) return [];
  return db
    .select({ officerId: liaisonAppointments.officerId, unitId: liaisonAppointments.unitId })
    .from(liaisonAppointments)
    .innerJoin(officers, eq(officers.id, liaisonAppointments.officerId))
    .where(
      and(
        inArray(liaisonAppointments.unitId, [...unitIds]),
        isNull(liaisonAppointments.untilDay),
        isNull(officers.activeUntil),
      ),
    )
    .orderBy(asc(liaisonAppointments.id));
}

export interface LoadedAppointments {
  readonly appointments: readonly AppointmentRecord[];
  readonly filingOf: (appointmentId: string) => FilingState;
  readonly eventsOf: (appointmentId: string) => readonly FilingRecord[];
  /** The handover that stands for the change, a cancelled one does not. */
  readonly handoverOf: (appointmentId: string) => HandoverRecord | undefined;
}

/** Appointments with filing and handover; those that begin after a day, and events after it, can be left out. */
export async function loadAppointments(
  db: ReadDb,
  where: { readonly jurisdictionId: string; readonly unitId?: string; readonly through?: Day },
): Promise<LoadedAppointments> {
  const { jurisdictionId, unitId, through } = where;
  const appointments = await db
    .select()
    .from(liaisonAppointments)
    .where(
      and(
        eq(liaisonAppointments.jurisdictionId, jurisdictionId),
        unitId === undefined ? undefined : eq(liaisonAppointments.unitId, unitId),
      ),
    )
    .orderBy(desc(liaisonAppointments.fromDay), desc(liaisonAppointments.createdAt));
  const counts = (day: Day) => through === undefined || day <= through;
  const kept = appointments.filter((row) => counts(row.fromDay));
  const ids = kept.map((row) => row.id);
  const events =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(liaisonFilingEvents)
          .where(inArray(liaisonFilingEvents.appointmentId, ids))
          .orderBy(asc(liaisonFilingEvents.position));
  const handoverRows =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(handovers)
          .where(and(inArray(handovers.appointmentId, ids), isNull(handovers.cancelledOn)));
  const eventsOf = (id: string) => events.filter((event) => event.appointmentId === id && counts(event.day));
  return {
    appointments: kept,
    eventsOf,
    filingOf: (id) => filingStateOf(eventsOf(id)),
    handoverOf: (id) => handoverRows.find((row) => row.appointmentId === id && counts(row.startedOn)),
  };
}

/** Names and positions of officers. */
export async function namePeople(
  db: ReadDb,
  officerIds: readonly (string | null)[],
): Promise<(officerId: string | null) => Person | null> {
  const ids = [...new Set(officerIds.flatMap((id) => (id === null ? [] : [id])))];
  const rows =
    ids.length === 0
      ? []
      : await db
          .select({ officerId: officers.id, name: officers.name, position: officers.position })
          .from(officers)
          .where(inArray(officers.id, ids));
  const byId = new Map(rows.map((row) => [row.officerId, row]));
  return (id) => (id === null ? null : (byId.get(id) ?? null));
}

const briefOf = (row: HandoverRecord | undefined) =>
  row === undefined ? null : { id: row.id, status: handoverStatusOf(row) };

/** Whether the change is late on a day: not filed by its last day, or not handed over. */
export function isChangeLate(
  row: AppointmentRecord,
  filing: FilingState,
  handover: Pick<HandoverRecord, 'completedOn'> | undefined,
  on: Day,
): boolean {
  if (isLateOn(row.filingDue, filing.filedOn, on)) return true;
  return row.formerId !== null && isLateOn(row.filingDue, handover?.completedOn ?? null, on);
}

/** Every unit that has or should have a liaison, in customary order. */
export async function listLiaisonRows(db: ReadDb, jurisdictionId: string, today: Day): Promise<LiaisonRow[]> {
  const all = await listUnits(db, jurisdictionId);
  const loaded = await loadAppointments(db, { jurisdictionId });
  const inOffice = new Map(
    loaded.appointments.flatMap((row) => (row.untilDay === null ? [[row.unitId, row] as const] : [])),
  );
  const everHad = new Set(loaded.appointments.map((row) => row.unitId));
  const person = await namePeople(
    db,
    [...inOffice.values()].flatMap((row) => [row.officerId, row.substituteId]),
  );
  return all
    .filter((unit) => liaisonDutyKinds.includes(unit.kind) || everHad.has(unit.id))
    .map((unit): LiaisonRow => {
      const row = inOffice.get(unit.id);
      const filing = row === undefined ? undefined : loaded.filingOf(row.id);
      const handover = row === undefined ? undefined : loaded.handoverOf(row.id);
      return {
        unitId: unit.id,
        unitName: unit.shortName,
        unitKind: unit.kind,
        position: unit.position,
        expected: liaisonDutyKinds.includes(unit.kind),
        standing: filing?.status ?? 'none',
        appointmentId: row?.id ?? null,
        liaison: person(row?.officerId ?? null),
        substitute: person(row?.substituteId ?? null),
        from: row?.fromDay ?? null,
        filingDue: row?.filingDue ?? null,
        filedOn: filing?.filedOn ?? null,
        acceptedOn: filing?.acceptedOn ?? null,
        late: row !== undefined && filing !== undefined && isChangeLate(row, filing, handover, today),
        handover: briefOf(handover),
        handoverMissing: row !== undefined && row.formerId !== null && handover === undefined,
      };
    });
}

/** The last day as it binds the appointment, with the days counted where they still give the same day. */
export function liaisonDueView(
  calendar: WorkingCalendar,
  row: Pick<AppointmentRecord, 'fromDay' | 'filingDays' | 'filingDue'>,
): AppointmentView['filing']['due'] {
  const verdict = liaisonDueDay(calendar, row.fromDay, row.filingDays);
  const same = verdict.due === row.filingDue;
  return {
    due: row.filingDue,
    provisional: same && verdict.provisional,
    because: verdict.because,
    counted: same ? [...verdict.counted] : [],
    skipped: same ? [...verdict.skipped] : [],
  };
}

/** One unit's liaison with its filing, and all former ones; refused outside the jurisdiction. */
export async function getUnitLiaison(
  db: ReadDb,
  jurisdictionId: string,
  unitId: string,
  context: { readonly today: Day; readonly calendar: WorkingCalendar },
): Promise<UnitLiaison> {
  const unit = await findUnit(db, unitId);
  if (unit === undefined || unit.jurisdictionId !== jurisdictionId) {
    throw organisationRefusals.refuse('organisation.unitNotFound', {});
  }
  const loaded = await loadAppointments(db, { jurisdictionId, unitId });
  const person = await namePeople(
    db,
    loaded.appointments.flatMap((row) => [row.officerId, row.substituteId]),
  );
  const appointments = loaded.appointments.flatMap((row): AppointmentView[] => {
    const liaison = person(row.officerId);
    if (liaison === null) return [];
    const filing = loaded.filingOf(row.id);
    const handover = loaded.handoverOf(row.id);
    return [
      {
        id: row.id,
        liaison,
        substitute: person(row.substituteId),
        from: row.fromDay,
        until: row.untilDay,
        filing: {
          ...filing,
          late: isChangeLate(row, filing, handover, context.today),
          due: liaisonDueView(context.calendar, row),
          events: loaded.eventsOf(row.id).map(({ kind, day, text, byName, at }) => ({
            kind,
            day,
            text,
            byName,
            at: at.toISOString(),
          })),
          actions: row.untilDay === null ? [...filingActions[filing.status]] : [],
        },
        isChange: row.formerId !== null,
        handover: briefOf(handover),
      },
    ];
  });
  // The one in office first, however it was entered.
  appointments.sort((a, b) => Number(a.until !== null) - Number(b.until !== null));
  return {
    unitId,
    unitName: unit.shortName,
    expected: liaisonDutyKinds.includes(unit.kind),
    appointments,
  };
}
