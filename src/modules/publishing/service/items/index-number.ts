/** Gives index numbers: one sequence per unit and year, without gaps, under the lock of its row. */
import { count, eq, sql } from 'drizzle-orm';
import { type Day, yearOf } from '#kernel/day.ts';
import type { Work } from '#kernel/work.ts';
import { findJurisdiction } from '#modules/organisation/index.ts';
import { writeIndexNumber } from '../../rules/index-number.ts';
import { catalogueCodes, catalogueSerials } from '../../tables/items.ts';

/** The next number of the unit in the year of release; an item of an earlier year goes on in its own year. */
export async function takeIndexNumber(
  work: Work,
  place: { readonly unitId: string; readonly jurisdictionId: string },
  releasedOn: Day = work.today,
): Promise<string> {
  const year = yearOf(releasedOn);
  const code = await getOrganCode(work, place);
  const [row] = await work.db
    .insert(catalogueSerials)
    .values({ unitId: place.unitId, year, lastSerial: 1 })
    .onConflictDoUpdate({
      target: [catalogueSerials.unitId, catalogueSerials.year],
      set: { lastSerial: sql`${catalogueSerials.lastSerial} + 1` },
    })
    .returning();
  if (row === undefined) throw new Error('the serial of an index number was not written');
  return writeIndexNumber(code, year, row.lastSerial);
}

/** Jurisdiction code and a running number, given to the unit once. */
async function getOrganCode(
  work: Work,
  place: { readonly unitId: string; readonly jurisdictionId: string },
): Promise<string> {
  const known = await findOrganCode(work, place.unitId);
  if (known !== undefined) return known;
  // Two units that begin at once must not take the same running number; it happens once in a unit's life.
  await work.db.execute(sql`lock table ${catalogueCodes} in share row exclusive mode`);
  const meanwhile = await findOrganCode(work, place.unitId);
  if (meanwhile !== undefined) return meanwhile;
  const jurisdiction = await findJurisdiction(work.db, place.jurisdictionId);
  const [row] = await work.db.select({ units: count() }).from(catalogueCodes);
  const code = `${jurisdiction?.code ?? '000000'}${String((row?.units ?? 0) + 1).padStart(3, '0')}`;
  await work.db.insert(catalogueCodes).values({ unitId: place.unitId, code });
  return code;
}

async function findOrganCode(work: Work, unitId: string): Promise<string | undefined> {
  const [row] = await work.db.select().from(catalogueCodes).where(eq(catalogueCodes.unitId, unitId));
  return row?.code;
}
