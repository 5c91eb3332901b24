/** Read models of columns: one, the tree, how fresh each is. */
import { and, asc, eq, isNull, max, sql } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type { ColumnRow } from '../contract/columns.ts';
import { holdsItems, judgeFreshness } from '../rules/columns.ts';
import { type SiteColumn, siteColumns } from '../tables/columns.ts';
import { itemColumns, items } from '../tables/items.ts';
import { publicItems } from './visibility.ts';

/** A column by its identifier, closed ones too. */
export async function findColumn(db: ReadDb, columnId: string): Promise<SiteColumn | undefined> {
  const [row] = await db.select().from(siteColumns).where(eq(siteColumns.id, columnId));
  return row;
}

/** A column by the name in its address. */
export async function findColumnByCode(
  db: ReadDb,
  jurisdictionId: string,
  code: string,
): Promise<SiteColumn | undefined> {
  const [row] = await db
    .select()
    .from(siteColumns)
    .where(and(eq(siteColumns.jurisdictionId, jurisdictionId), eq(siteColumns.code, code)));
  return row;
}

/** How many public items stand in each column, and the day of the newest; own column and further columns alike. */
export async function countColumnItems(
  db: ReadDb,
  jurisdictionId: string,
): Promise<ReadonlyMap<string, { readonly items: number; readonly newestOn: Day | null }>> {
  const places = db
    .select({ columnId: items.columnId, itemId: items.id, day: items.updatedOn })
    .from(items)
    .where(and(eq(items.jurisdictionId, jurisdictionId), publicItems()))
    .union(
      db
        .select({ columnId: itemColumns.columnId, itemId: items.id, day: items.updatedOn })
        .from(itemColumns)
        .innerJoin(items, eq(items.id, itemColumns.itemId))
        .where(and(eq(items.jurisdictionId, jurisdictionId), publicItems())),
    )
    .as('places');
  const rows = await db
    .select({
      columnId: places.columnId,
      items: sql<number>`count(*)::int`,
      newestOn: max(places.day),
    })
    .from(places)
    .groupBy(places.columnId);
  return new Map(rows.map((row) => [row.columnId, { items: row.items, newestOn: row.newestOn }]));
}

/** The columns of a county in the order of the tree's levels, each with its freshness on that day. */
export async function listColumns(
  db: ReadDb,
  place: { readonly jurisdictionId: string; readonly today: Day; readonly includesClosed?: boolean },
): Promise<ColumnRow[]> {
  const rows = await db
    .select()
    .from(siteColumns)
    .where(
      and(
        eq(siteColumns.jurisdictionId, place.jurisdictionId),
        place.includesClosed === true ? undefined : isNull(siteColumns.closedOn),
      ),
    )
    .orderBy(asc(siteColumns.position), asc(siteColumns.code));
  const counts = await countColumnItems(db, place.jurisdictionId);
  const names = await nameUnits(db, [...new Set(rows.map(({ unitId }) => unitId))]);
  return rows.map(({ jurisdictionId: _jurisdictionId, closingReason: _closingReason, ...row }) => {
    const held = counts.get(row.id) ?? { items: 0, newestOn: null };
    return {
      ...row,
      ...held,
      unitName: names.get(row.unitId)?.shortName ?? '',
      ...(holdsItems(row, rows) || held.items > 0
        ? judgeFreshness({ ...row, newestOn: held.newestOn }, place.today)
        : { freshness: 'noInterval' as const, dueOn: null }),
    };
  });
}

/** Columns an item stands in: its own first, then the further ones. */
export async function listItemColumnIds(db: ReadDb, itemId: string): Promise<string[]> {
  const own = await db.select({ columnId: items.columnId }).from(items).where(eq(items.id, itemId));
  const further = await db
    .select({ columnId: itemColumns.columnId })
    .from(itemColumns)
    .where(eq(itemColumns.itemId, itemId));
  return [...new Set([...own, ...further].map(({ columnId }) => columnId))];
}
