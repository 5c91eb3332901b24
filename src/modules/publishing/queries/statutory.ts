/** What of the statutory contents (条例第二十条) each unit has out: by kind of item, and by columns that stand for a duty. */
import { and, eq, sql } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { listUnits } from '#modules/organisation/index.ts';
import { dutyOfItem, judgeEntry, type StatutoryDuty, statutoryDuties } from '../rules/statutory.ts';
import { siteColumns, statutoryAbsences } from '../tables/columns.ts';
import { items } from '../tables/items.ts';
import { publicItems } from './visibility.ts';

export interface DutyCoverage {
  readonly duty: StatutoryDuty;
  readonly items: number;
  /** The unit says it has nothing of it, and why. */
  readonly absence: { readonly reason: string; readonly byName: string; readonly on: Day } | null;
}

export interface UnitCoverage {
  readonly unitId: string;
  readonly unitName: string;
  readonly items: number;
  /** Entries that are empty without a reason. */
  readonly gaps: number;
  readonly duties: DutyCoverage[];
}

/** Departments, towns and streets of the county with what they have out; `unitId` narrows it to one. */
export async function listUnitCoverage(
  db: ReadDb,
  place: { readonly jurisdictionId: string; readonly unitId?: string },
): Promise<UnitCoverage[]> {
  const rows = await db
    .select({
      unitId: items.unitId,
      kind: items.kind,
      duty: siteColumns.duty,
      items: sql<number>`count(*)::int`,
    })
    .from(items)
    .innerJoin(siteColumns, eq(siteColumns.id, items.columnId))
    .where(
      and(
        eq(items.jurisdictionId, place.jurisdictionId),
        publicItems(),
        place.unitId === undefined ? undefined : eq(items.unitId, place.unitId),
      ),
    )
    .groupBy(items.unitId, items.kind, siteColumns.duty);
  const known = await listUnits(db, place.jurisdictionId, ['department', 'branch', 'town', 'street']);
  const units = known.filter(({ id }) => (place.unitId ?? id) === id);
  const absences = await db
    .select()
    .from(statutoryAbsences)
    .where(place.unitId === undefined ? undefined : eq(statutoryAbsences.unitId, place.unitId));
  return units.map((unit) => {
    const own = rows.filter(({ unitId }) => unitId === unit.id);
    const duties = statutoryDuties.map((duty): DutyCoverage => {
      const absence = absences.find((one) => one.unitId === unit.id && one.duty === duty);
      return {
        duty,
        items: own
          .filter((row) => dutyOfItem(row.kind, row.duty) === duty)
          .reduce((sum, row) => sum + row.items, 0),
        absence:
          absence === undefined
            ? null
            : { reason: absence.reason, byName: absence.declaredByName, on: absence.declaredOn },
      };
    });
    return {
      unitId: unit.id,
      unitName: unit.name,
      items: own.reduce((sum, row) => sum + row.items, 0),
      gaps: duties.filter((duty) => judgeEntry(duty) === 'gap').length,
      duties,
    };
  });
}
