/** Who in a unit is told what: the people at work on it, its leaders, and the supervising office. For notices and reminders. */
import { and, asc, eq, gt, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { groupMembers, leadingGroups } from '../tables/meetings.ts';
import { officers, roleGrants } from '../tables/register.ts';
import { listLiaisonsOfUnits } from './liaisons.ts';

/** Active officers of one unit, each once. */
export interface DutyOfficers {
  /** Liaison officers and clerks. */
  readonly staff: readonly string[];
  readonly leaders: readonly string[];
}

/** The duty officers of each unit; a unit without any is not in the map. */
export async function mapDutyOfficers(
  db: ReadDb,
  unitIds: readonly string[],
): Promise<ReadonlyMap<string, DutyOfficers>> {
  if (unitIds.length === 0) return new Map();
  const wanted = [...new Set(unitIds)];
  const liaisons = await listLiaisonsOfUnits(db, wanted);
  const holders = await db
    .select({ officerId: officers.id, unitId: roleGrants.unitId, role: roleGrants.role })
    .from(roleGrants)
    .innerJoin(officers, eq(officers.id, roleGrants.officerId))
    .where(
      and(
        inArray(roleGrants.unitId, wanted),
        inArray(roleGrants.role, ['clerk', 'unitLeader']),
        isNull(roleGrants.revokedAt),
        isNull(officers.activeUntil),
      ),
    )
    .orderBy(asc(officers.id));
  const byUnit = new Map<string, { staff: Set<string>; leaders: Set<string> }>();
  const of = (unitId: string) => {
    const found = byUnit.get(unitId) ?? { staff: new Set<string>(), leaders: new Set<string>() };
    byUnit.set(unitId, found);
    return found;
  };
  for (const { officerId, unitId } of liaisons) of(unitId).staff.add(officerId);
  for (const { officerId, unitId, role } of holders) {
    of(unitId)[role === 'clerk' ? 'staff' : 'leaders'].add(officerId);
  }
  return new Map(
    [...byUnit].map(([unitId, { staff, leaders }]) => [unitId, { staff: [...staff], leaders: [...leaders] }]),
  );
}

/** Active officers of the supervising office. */
export async function listSupervisors(db: ReadDb, jurisdictionId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: officers.id })
    .from(roleGrants)
    .innerJoin(officers, eq(officers.id, roleGrants.officerId))
    .where(
      and(
        eq(roleGrants.role, 'supervisor'),
        eq(officers.jurisdictionId, jurisdictionId),
        isNull(roleGrants.revokedAt),
        isNull(officers.activeUntil),
      ),
    )
    .orderBy(asc(officers.id));
  return rows.map((row) => row.id);
}

/** Active officers who sit on the jurisdiction's own leading group on a day; members without an account are not among them. */
export async function listGroupOfficers(db: ReadDb, jurisdictionId: string, on: Day): Promise<string[]> {
  const rows = await db
    .selectDistinct({ id: officers.id })
    .from(groupMembers)
    .innerJoin(leadingGroups, eq(leadingGroups.id, groupMembers.groupId))
    .innerJoin(officers, eq(officers.id, groupMembers.officerId))
    .where(
      and(
        eq(leadingGroups.jurisdictionId, jurisdictionId),
        eq(leadingGroups.ofJurisdiction, true),
        lte(groupMembers.fromDay, on),
        or(isNull(groupMembers.untilDay), gt(groupMembers.untilDay, on)),
        isNull(officers.activeUntil),
      ),
    )
    .orderBy(asc(officers.id));
  return rows.map((row) => row.id);
}
