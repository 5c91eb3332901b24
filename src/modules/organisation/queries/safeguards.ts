/** Read models of who answers in each unit, budget notes and the responsibility ledger. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { BudgetNote, DutyHolder, OutletView, UnitDutyRow } from '../contract/safeguards.ts';
import { liaisonDutyKinds } from '../rules/liaison.ts';
import { responsibilityOn } from '../rules/safeguards.ts';
import { units } from '../tables/register.ts';
import { budgetNotes, onlineOutlets, responsibilitySignings, unitDutyHolders } from '../tables/safeguards.ts';
import { listUnits } from './register.ts';

function dutyHolderOf(row: typeof unitDutyHolders.$inferSelect): DutyHolder {
  return {
    id: row.id,
    duty: row.duty,
    officerId: row.officerId,
    name: row.name,
    position: row.position,
    from: row.fromDay,
    until: row.untilDay,
  };
}

/** Every unit that does open-government work, with leader, office and staff; those of former days beside them. */
export async function listUnitDuties(db: ReadDb, jurisdictionId: string): Promise<UnitDutyRow[]> {
  const all = await listUnits(db, jurisdictionId);
  const rows = await db
    .select()
    .from(unitDutyHolders)
    .where(eq(unitDutyHolders.jurisdictionId, jurisdictionId))
    .orderBy(asc(unitDutyHolders.fromDay), asc(unitDutyHolders.id));
  return all.flatMap((unit) => {
    const own = rows.filter((row) => row.unitId === unit.id);
    if (own.length === 0 && !liaisonDutyKinds.includes(unit.kind)) return [];
    const current = own.filter((row) => row.untilDay === null);
    const single = (duty: DutyHolder['duty']) => {
      const found = current.find((row) => row.duty === duty);
      return found === undefined ? null : dutyHolderOf(found);
    };
    return [
      {
        unitId: unit.id,
        unitName: unit.shortName,
        position: unit.position,
        leader: single('leader'),
        office: single('office'),
        staff: current.filter((row) => row.duty === 'staff').map(dutyHolderOf),
        former: own
          .filter((row) => row.untilDay !== null)
          .map(dutyHolderOf)
          .reverse(),
      },
    ];
  });
}

/** The notes in force of a year, in customary order of the units. */
export async function listBudgetNotes(
  db: ReadDb,
  jurisdictionId: string,
  year: number,
): Promise<BudgetNote[]> {
  const rows = await db
    .select({ note: budgetNotes, unitName: units.shortName, position: units.position })
    .from(budgetNotes)
    .innerJoin(units, eq(units.id, budgetNotes.unitId))
    .where(
      and(
        eq(budgetNotes.jurisdictionId, jurisdictionId),
        eq(budgetNotes.year, year),
        isNull(budgetNotes.replacedOn),
      ),
    )
    .orderBy(asc(units.position));
  return rows.map(({ note, unitName, position }) => ({
    id: note.id,
    unitId: note.unitId,
    unitName,
    position,
    year: note.year,
    amountFen: note.amountFen,
    source: note.source,
    note: note.note,
    notedOn: note.notedOn,
    notedByName: note.notedByName,
  }));
}

/** The ledger of responsibility, open sites and accounts first. */
export async function listOutlets(db: ReadDb, jurisdictionId: string, today: Day): Promise<OutletView[]> {
  const rows = await db
    .select({ outlet: onlineOutlets, unitName: units.shortName, position: units.position })
    .from(onlineOutlets)
    .innerJoin(units, eq(units.id, onlineOutlets.unitId))
    .where(eq(onlineOutlets.jurisdictionId, jurisdictionId))
    .orderBy(asc(units.position), asc(onlineOutlets.id));
  const signings = await listSigningsOf(
    db,
    rows.map(({ outlet }) => outlet.id),
  );
  return rows
    .map(({ outlet, unitName, position }) => {
      const own = signings.filter((signing) => signing.outletId === outlet.id);
      return {
        id: outlet.id,
        unitId: outlet.unitId,
        unitName,
        position,
        kind: outlet.kind,
        name: outlet.name,
        address: outlet.address,
        registeredOn: outlet.registeredOn,
        closedOn: outlet.closedOn,
        closeReason: outlet.closeReason,
        state: responsibilityOn(own, today),
        signings: own
          .map(({ name, position, signedOn, validThrough, byName }) => ({
            name,
            position,
            signedOn,
            validThrough,
            byName,
          }))
          .reverse(),
      };
    })
    .sort((a, b) => Number(a.closedOn !== null) - Number(b.closedOn !== null));
}

/** Signings of these outlets in the order in which they were made. */
export async function listSigningsOf(db: ReadDb, outletIds: readonly string[]) {
  if (outletIds.length === 0) return [];
  return db
    .select()
    .from(responsibilitySignings)
    .where(inArray(responsibilitySignings.outletId, [...outletIds]))
    .orderBy(asc(responsibilitySignings.outletId), asc(responsibilitySignings.seq));
}
