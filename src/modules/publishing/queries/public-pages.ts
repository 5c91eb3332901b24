/** Pages of columns, units and items for search engines. Official documents have theirs in the policy library. */
import { and, asc, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { PublicPage } from '#kernel/portal-offers.ts';
import { columnAddress, itemAddress, statutoryAddress, unitListAddress } from '../addresses.ts';
import { siteColumns } from '../tables/columns.ts';
import { items } from '../tables/items.ts';
import { publicItems } from './visibility.ts';

const columnsPart = 'columns';
/** What the sitemap protocol lets one file hold; an office that publishes more in a year is unheard of. */
const mostPages = 50_000;
const year = sql<string>`extract(year from ${items.publishedOn})::int::text`;
const shownHere = and(publicItems(), ne(items.kind, 'policyDocument'));

/** `columns`, and every year in which something was published that is still public. */
export async function listPublicParts(db: ReadDb): Promise<string[]> {
  const years = await db.selectDistinct({ year }).from(items).where(shownHere).orderBy(desc(year));
  return [columnsPart, ...years.map((row) => row.year)];
}

async function listColumnPages(db: ReadDb): Promise<PublicPage[]> {
  const columns = await db
    .select({ code: siteColumns.code })
    .from(siteColumns)
    .where(isNull(siteColumns.closedOn))
    .orderBy(asc(siteColumns.code));
  return [
    ...[statutoryAddress(), unitListAddress()].map((address) => ({ address, changedOn: null })),
    ...columns.map(({ code }) => ({ address: columnAddress({ code }), changedOn: null })),
  ];
}

/** Pages of a part, the newest first. */
export async function listPublicPages(db: ReadDb, part: string): Promise<readonly PublicPage[]> {
  if (part === columnsPart) return listColumnPages(db);
  const rows = await db
    .select({ id: items.id, changedOn: sql<Day>`coalesce(${items.updatedOn}, ${items.publishedOn})::text` })
    .from(items)
    .where(and(shownHere, eq(year, part)))
    .orderBy(desc(items.publishedAt), desc(items.id))
    .limit(mostPages);
  return rows.map(({ id, changedOn }) => ({ address: itemAddress({ itemId: id }), changedOn }));
}
