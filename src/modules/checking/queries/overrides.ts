/** Read models of reasons for release. */
import { and, asc, desc, eq, inArray, isNull, lt, or } from 'drizzle-orm';
import type { Actor } from '#kernel/actor.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type { OverrideQuery, OverrideView, StandingReason } from '../contract.ts';
import { checkingPermissions } from '../permissions.ts';
import type { OverrideKey, ReleaseKey } from '../rules/words-in-force.ts';
import { checkOverrides } from '../tables.ts';

/** Units whose records the actor reads; null for all of the jurisdiction. */
export function readableUnitsOf(actor: Actor): readonly string[] | null {
  if (actor.kind === 'system') return null;
  if (actor.kind === 'visitor') return [];
  const overseers: readonly string[] = checkingPermissions['checking.oversee'].roles;
  if (actor.grants.some((grant) => overseers.includes(grant.role))) return null;
  const checkers: readonly string[] = checkingPermissions['checking.check'].roles;
  return [
    ...new Set(actor.grants.filter((grant) => checkers.includes(grant.role)).flatMap((grant) => grant.reach)),
  ];
}

/** A page of reasons the actor may read, the latest first. */
export async function listOverrides(
  db: ReadDb,
  scope: { readonly jurisdictionId: string; readonly unitIds: readonly string[] | null },
  { after, limit, unitId }: OverrideQuery,
): Promise<PageOfRows<OverrideView>> {
  const rows = await db
    .select()
    .from(checkOverrides)
    .where(
      and(
        eq(checkOverrides.jurisdictionId, scope.jurisdictionId),
        scope.unitIds === null ? undefined : inArray(checkOverrides.unitId, [...scope.unitIds]),
        unitId === undefined ? undefined : eq(checkOverrides.unitId, unitId),
        after === undefined ? undefined : lt(checkOverrides.id, after[0]),
      ),
    )
    .orderBy(desc(checkOverrides.id))
    .limit(limit + 1);
  const names = await nameUnits(
    db,
    rows.map((row) => row.unitId),
  );
  const views = rows.map((row) => ({
    id: row.id,
    unitId: row.unitId,
    unitName: names.get(row.unitId)?.shortName ?? '',
    code: row.code,
    severity: row.severity,
    documentName: row.documentName,
    reason: row.reason,
    createdByName: row.createdByName,
    createdAt: row.createdAt.toISOString(),
  }));
  return pageOfRows(views, limit, (row) => [row.id]);
}

/** Finding and place, as a reason is looked up by. */
export const standingKeyOf = (code: string, severity: string, placeDigest: string) =>
  `${severity} ${code} ${placeDigest}`;

/** The unit's reasons that stand for places of a document, by `standingKeyOf`; of several the latest. */
export async function findStandingReasons(
  db: ReadDb,
  unit: { readonly jurisdictionId: string; readonly unitId: string },
  placeDigests: readonly string[],
): Promise<ReadonlyMap<string, StandingReason>> {
  if (placeDigests.length === 0) return new Map();
  const rows = await db
    .select()
    .from(checkOverrides)
    .where(
      and(
        eq(checkOverrides.jurisdictionId, unit.jurisdictionId),
        eq(checkOverrides.unitId, unit.unitId),
        inArray(checkOverrides.placeDigest, [...new Set(placeDigests)]),
      ),
    )
    .orderBy(asc(checkOverrides.id));
  return new Map(
    rows.map(({ code, severity, placeDigest, reason, createdByName, createdAt }) => [
      standingKeyOf(code, severity, placeDigest ?? ''),
      { reason, createdByName, createdAt: createdAt.toISOString() },
    ]),
  );
}

const keyColumns = {
  code: checkOverrides.code,
  severity: checkOverrides.severity,
  spanDigest: checkOverrides.spanDigest,
  placeDigest: checkOverrides.placeDigest,
};

/** The reasons of a unit that could open these findings, as `judgeRelease` takes them. */
export async function findReleaseReasons(
  db: ReadDb,
  unitId: string,
  keys: readonly Pick<ReleaseKey, 'spanDigest' | 'placeDigest'>[],
): Promise<readonly OverrideKey[]> {
  if (keys.length === 0) return [];
  const spans = [...new Set(keys.map(({ spanDigest }) => spanDigest))];
  const places = [...new Set(keys.map(({ placeDigest }) => placeDigest))];
  return db
    .select(keyColumns)
    .from(checkOverrides)
    .where(
      and(
        eq(checkOverrides.unitId, unitId),
        or(
          inArray(checkOverrides.placeDigest, places),
          and(isNull(checkOverrides.placeDigest), inArray(checkOverrides.spanDigest, spans)),
        ),
      ),
    );
}
