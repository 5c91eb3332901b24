/** Every name a county's units have or had, for whoever judges names in texts. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { issuingCodes } from '../tables/issuing-codes.ts';
import { unitAliases, units } from '../tables/register.ts';

/** An issuing code with the days it is used: half-open. */
export interface DatedCode {
  readonly code: string;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
}

export interface NamedUnit {
  readonly name: string;
  /** Short names and further official names in use; former names are left out. */
  readonly shortNames: readonly string[];
  /** Codes its documents bear or bore. */
  readonly issuingCodes: readonly DatedCode[];
  readonly activeFrom: Day | null;
  readonly activeUntil: Day | null;
}

/** All units of the jurisdiction, closed ones too, in customary order. */
export async function listNamedUnits(db: ReadDb, jurisdictionId: string): Promise<NamedUnit[]> {
  const rows = await db
    .select()
    .from(units)
    .where(eq(units.jurisdictionId, jurisdictionId))
    .orderBy(asc(units.position));
  const aliases = await db
    .select({ unitId: unitAliases.unitId, name: unitAliases.name })
    .from(unitAliases)
    .where(
      and(
        eq(unitAliases.jurisdictionId, jurisdictionId),
        inArray(unitAliases.kind, ['shortForm', 'doubleName']),
        isNull(unitAliases.validUntil),
      ),
    )
    .orderBy(asc(unitAliases.id));
  const codes = await db
    .select()
    .from(issuingCodes)
    .where(eq(issuingCodes.jurisdictionId, jurisdictionId))
    .orderBy(asc(issuingCodes.id));
  const codesOf = new Map<string, DatedCode[]>();
  for (const { unitId, code, validFrom, validUntil } of codes)
    codesOf.set(unitId, [...(codesOf.get(unitId) ?? []), { code, validFrom, validUntil }]);
  const namesOf = new Map<string, string[]>();
  for (const { unitId, name } of aliases) namesOf.set(unitId, [...(namesOf.get(unitId) ?? []), name]);
  return rows.map(({ id, name, shortName, activeFrom, activeUntil }) => ({
    name,
    shortNames: [...new Set([shortName, ...(namesOf.get(id) ?? [])])].filter((one) => one !== name),
    issuingCodes: codesOf.get(id) ?? [],
    activeFrom,
    activeUntil,
  }));
}
