/** Gives index numbers: one sequence per unit and year, without gaps, under the lock of the unit's row. */
import { count, eq } from 'drizzle-orm';
import { yearOf } from '#kernel/day.ts';
import type { Work } from '#kernel/work.ts';
import { findJurisdiction } from '#modules/organisation/index.ts';
import { writeIndexNumber } from '../../rules/index-number.ts';
import { catalogueCodes } from '../../tables/items.ts';

/** The next number of the unit in the year of release. */
export async function takeIndexNumber(
  work: Work,
  place: { readonly unitId: string; readonly jurisdictionId: string },
): Promise<string> {
  const year = yearOf(work.today);
  const [known] = await work.db
    .select()
    .from(catalogueCodes)
    .where(eq(catalogueCodes.unitId, place.unitId))
    .for('update');
  if (known === undefined) {
    const code = await nextOrganCode(work, place.jurisdictionId);
    await work.db.insert(catalogueCodes).values({ unitId: place.unitId, code, year, lastSerial: 1 });
    return writeIndexNumber(code, year, 1);
  }
  const serial = known.year === year ? known.lastSerial + 1 : 1;
  await work.db
    .update(catalogueCodes)
    .set({ year, lastSerial: serial })
    .where(eq(catalogueCodes.unitId, place.unitId));
  return writeIndexNumber(known.code, year, serial);
}

/** Jurisdiction code and a running number: nine characters, as organ codes have. */
async function nextOrganCode(work: Work, jurisdictionId: string): Promise<string> {
  const jurisdiction = await findJurisdiction(work.db, jurisdictionId);
  const [row] = await work.db.select({ units: count() }).from(catalogueCodes);
  return `${jurisdiction?.code ?? '000000'}${String((row?.units ?? 0) + 1).padStart(3, '0')}`;
}
