/** Read models of issuing codes: those of a unit, and a page of all of the county. */
import { and, asc, eq, gt, or } from 'drizzle-orm';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import type { IssuingCodeQuery, IssuingCodeRow, IssuingCodeView } from '../contract/issuing-codes.ts';
import { issuingCodes } from '../tables/issuing-codes.ts';
import { units } from '../tables/register.ts';

const viewOfCode = {
  id: issuingCodes.id,
  code: issuingCodes.code,
  validFrom: issuingCodes.validFrom,
  validUntil: issuingCodes.validUntil,
};

/** Codes of a unit, ended ones too, in the order they were registered. */
export async function listCodesOfUnit(db: ReadDb, unitId: string): Promise<IssuingCodeView[]> {
  return db
    .select(viewOfCode)
    .from(issuingCodes)
    .where(eq(issuingCodes.unitId, unitId))
    .orderBy(asc(issuingCodes.id));
}

/** A page of the county's codes, by code. */
export async function listIssuingCodeRows(
  db: ReadDb,
  jurisdictionId: string,
  { after, limit }: IssuingCodeQuery,
): Promise<PageOfRows<IssuingCodeRow>> {
  const rows = await db
    .select({ ...viewOfCode, unitId: units.id, unitName: units.name })
    .from(issuingCodes)
    .innerJoin(units, eq(units.id, issuingCodes.unitId))
    .where(
      and(
        eq(issuingCodes.jurisdictionId, jurisdictionId),
        after === undefined
          ? undefined
          : or(
              gt(issuingCodes.code, after[0]),
              and(eq(issuingCodes.code, after[0]), gt(issuingCodes.id, after[1])),
            ),
      ),
    )
    .orderBy(asc(issuingCodes.code), asc(issuingCodes.id))
    .limit(limit + 1);
  return pageOfRows(rows, limit, (row) => [row.code, row.id]);
}
