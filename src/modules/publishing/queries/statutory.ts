/** What of the statutory contents (条例第二十条) each unit has out: by kind of item, and by columns that stand for a duty. */
import { and, eq, sql } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import { listUnits } from '#modules/organisation/index.ts';
import { itemKinds } from '../rules/kinds/all.ts';
import { type StatutoryDuty, statutoryDuties } from '../rules/kinds/item-kind.ts';
import { siteColumns } from '../tables/columns.ts';
import { items } from '../tables/items.ts';
import { publicItems } from './visibility.ts';

export interface DutyCoverage {
  readonly duty: StatutoryDuty;
  readonly items: number;
}

export interface UnitCoverage {
  readonly unitId: string;
  readonly unitName: string;
  readonly items: number;
  readonly duties: readonly DutyCoverage[];
}

const dutyOfKind: ReadonlyMap<string, StatutoryDuty> = new Map(
  itemKinds.flatMap(({ id, duty }) => (duty === undefined ? [] : [[id, duty] as const])),
);

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
  return units.map((unit) => {
    const own = rows.filter(({ unitId }) => unitId === unit.id);
    return {
      unitId: unit.id,
      unitName: unit.name,
      items: own.reduce((sum, row) => sum + row.items, 0),
      duties: statutoryDuties.map((duty) => ({
        duty,
        items: own
          // A column that stands for a duty says more than the kind of the item in it.
          .filter((row) => (row.duty ?? dutyOfKind.get(row.kind)) === duty)
          .reduce((sum, row) => sum + row.items, 0),
      })),
    };
  });
}
