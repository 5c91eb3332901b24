/** Read models of the officer screens, and the officer as other modules see one. */
import { and, asc, desc, eq, exists, gt, ilike, inArray, isNotNull, isNull, not, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { OfficerRole } from '#kernel/actor.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import type { GrantView, OfficerQuery, OfficerRow } from '../contract/register.ts';
import { liaisonAppointments } from '../tables/liaison.ts';
import { officers, roleGrants, units } from '../tables/register.ts';

const grantUnits = alias(units, 'grant_unit');

/** In office as a liaison: an open appointment says so and nothing else does. */
const isLiaison = sql<boolean>`exists (select 1 from ${liaisonAppointments}
  where ${liaisonAppointments.officerId} = ${officers.id} and ${liaisonAppointments.untilDay} is null)`;

async function listGrantViews(db: ReadDb, officerIds: readonly string[]) {
  if (officerIds.length === 0) return [];
  return db
    .select({
      id: roleGrants.id,
      officerId: roleGrants.officerId,
      role: roleGrants.role,
      unitId: roleGrants.unitId,
      unitName: grantUnits.shortName,
      grantedAt: roleGrants.grantedAt,
    })
    .from(roleGrants)
    .innerJoin(grantUnits, eq(grantUnits.id, roleGrants.unitId))
    .where(and(inArray(roleGrants.officerId, [...officerIds]), isNull(roleGrants.revokedAt)))
    .orderBy(asc(roleGrants.id));
}

function selectOfficers(db: ReadDb) {
  return db
    .select({
      id: officers.id,
      name: officers.name,
      position: officers.position,
      unitId: officers.unitId,
      unitName: units.shortName,
      liaison: isLiaison,
      activeUntil: officers.activeUntil,
    })
    .from(officers)
    .innerJoin(units, eq(units.id, officers.unitId));
}

async function completeOfficerRows(
  db: ReadDb,
  selected: Awaited<ReturnType<typeof selectOfficers>>,
): Promise<OfficerRow[]> {
  const grants = await listGrantViews(
    db,
    selected.map((officer) => officer.id),
  );
  return selected.map(({ activeUntil, ...officer }) => ({
    ...officer,
    active: activeUntil === null,
    grants: grants
      .filter((grant) => grant.officerId === officer.id)
      .map(
        ({ officerId: _, grantedAt, ...grant }): GrantView => ({
          ...grant,
          grantedAt: grantedAt.toISOString(),
        }),
      ),
  }));
}

/** A page of officers in the order they were entered. */
export async function listOfficerRows(
  db: ReadDb,
  jurisdictionId: string,
  query: OfficerQuery,
): Promise<PageOfRows<OfficerRow>> {
  const { after, limit, unitId, role, text, liaison, active } = query;
  const pattern = text === undefined || text === '' ? undefined : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const selected = await selectOfficers(db)
    .where(
      and(
        eq(officers.jurisdictionId, jurisdictionId),
        after === undefined ? undefined : gt(officers.id, after[0]),
        unitId === undefined ? undefined : eq(officers.unitId, unitId),
        liaison === undefined ? undefined : liaison ? isLiaison : not(isLiaison),
        active === undefined
          ? undefined
          : active
            ? isNull(officers.activeUntil)
            : isNotNull(officers.activeUntil),
        pattern === undefined
          ? undefined
          : or(ilike(officers.name, pattern), ilike(officers.position, pattern)),
        role === undefined
          ? undefined
          : exists(
              db
                .select({ one: sql`1` })
                .from(roleGrants)
                .where(
                  and(
                    eq(roleGrants.officerId, officers.id),
                    eq(roleGrants.role, role),
                    isNull(roleGrants.revokedAt),
                  ),
                ),
            ),
      ),
    )
    .orderBy(asc(officers.id))
    .limit(limit + 1);
  return pageOfRows(await completeOfficerRows(db, selected), limit, (row) => [row.id]);
}

/** Active officers of one unit, the liaison first. */
export async function listOfficersOfUnit(db: ReadDb, unitId: string): Promise<OfficerRow[]> {
  const selected = await selectOfficers(db)
    .where(and(eq(officers.unitId, unitId), isNull(officers.activeUntil)))
    .orderBy(desc(isLiaison), asc(officers.id));
  return completeOfficerRows(db, selected);
}

/** One officer; undefined outside the jurisdiction. */
export async function findOfficerRow(
  db: ReadDb,
  jurisdictionId: string,
  officerId: string,
): Promise<OfficerRow | undefined> {
  const selected = await selectOfficers(db).where(
    and(eq(officers.id, officerId), eq(officers.jurisdictionId, jurisdictionId)),
  );
  const [row] = await completeOfficerRows(db, selected);
  return row;
}

/** Officers by identifier, whatever the jurisdiction; for modules that hold identifiers. */
export async function findOfficerRows(
  db: ReadDb,
  officerIds: readonly string[],
): Promise<ReadonlyMap<string, OfficerRow>> {
  if (officerIds.length === 0) return new Map();
  const selected = await selectOfficers(db).where(inArray(officers.id, [...new Set(officerIds)]));
  const rows = await completeOfficerRows(db, selected);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Identifiers of the officers of a unit, or of those whose name holds the text; the first thousand. */
export async function listOfficerIds(
  db: ReadDb,
  jurisdictionId: string,
  filter: { readonly unitId: string } | { readonly text: string },
): Promise<string[]> {
  const rows = await db
    .select({ id: officers.id })
    .from(officers)
    .where(
      and(
        eq(officers.jurisdictionId, jurisdictionId),
        'unitId' in filter
          ? eq(officers.unitId, filter.unitId)
          : ilike(officers.name, `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`),
      ),
    )
    .orderBy(asc(officers.id))
    .limit(1000);
  return rows.map((row) => row.id);
}

export interface OfficerSummary {
  readonly id: string;
  readonly jurisdictionId: string;
  readonly name: string;
  readonly position: string;
  readonly unitId: string;
  readonly active: boolean;
}

/** The officer, whatever the jurisdiction; for modules that hold an identifier. */
export async function findOfficer(db: ReadDb, officerId: string): Promise<OfficerSummary | undefined> {
  const [row] = await db.select().from(officers).where(eq(officers.id, officerId));
  if (row === undefined) return undefined;
  const { id, jurisdictionId, name, position, unitId, activeUntil } = row;
  return { id, jurisdictionId, name, position, unitId, active: activeUntil === null };
}

/** Active officers who hold the role in any of the units; for notices. */
export async function listRoleHolders(
  db: ReadDb,
  role: OfficerRole,
  unitIds: readonly string[],
): Promise<string[]> {
  if (unitIds.length === 0) return [];
  const rows = await db
    .selectDistinct({ id: officers.id })
    .from(roleGrants)
    .innerJoin(officers, eq(officers.id, roleGrants.officerId))
    .where(
      and(
        eq(roleGrants.role, role),
        isNull(roleGrants.revokedAt),
        isNull(officers.activeUntil),
        inArray(roleGrants.unitId, [...unitIds]),
      ),
    )
    .orderBy(asc(officers.id));
  return rows.map((row) => row.id);
}
