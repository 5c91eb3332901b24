/** What every command of the register needs: the check of the actor, the lock, the loaded row, names kept unique. */
import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Work } from '#kernel/work.ts';
import type { OrganisationPermission } from '../permissions.ts';
import { collectiveUnits, jurisdictions, officers, unitAliases, units } from '../tables/register.ts';
import { organisationRefusals } from '../words/register.ts';

export type JurisdictionRecord = typeof jurisdictions.$inferSelect;
export type UnitRecord = typeof units.$inferSelect;
export type OfficerRecord = typeof officers.$inferSelect;

/** Lets the actor pass or refuses; the object's jurisdiction must be the actor's own. */
export function mayKeepRegister(work: Work, code: OrganisationPermission, jurisdictionId: string): void {
  work.authorise(code, { jurisdictionId });
}

/** Loads the jurisdiction and keeps other commands on its register waiting until this one is done. */
export async function lockRegister(work: Work, jurisdictionId: string): Promise<JurisdictionRecord> {
  const [row] = await work.db
    .select()
    .from(jurisdictions)
    .where(eq(jurisdictions.id, jurisdictionId))
    .for('update');
  if (row === undefined) throw organisationRefusals.refuse('organisation.jurisdictionNotFound', {});
  return row;
}

/** Tells everybody who keeps reaches of units that the tree has changed. */
export async function countTreeChange(work: Work, jurisdictionId: string): Promise<void> {
  await work.db
    .update(jurisdictions)
    .set({ treeVersion: sql`${jurisdictions.treeVersion} + 1` })
    .where(eq(jurisdictions.id, jurisdictionId));
}

export async function getUnitForChange(work: Work, unitId: string): Promise<UnitRecord> {
  const [row] = await work.db.select().from(units).where(eq(units.id, unitId));
  if (row === undefined) throw organisationRefusals.refuse('organisation.unitNotFound', {});
  return row;
}

/** A unit that new things may be tied to. */
export async function getActiveUnit(work: Work, unitId: string, jurisdictionId: string): Promise<UnitRecord> {
  const unit = await getUnitForChange(work, unitId);
  if (unit.jurisdictionId !== jurisdictionId)
    throw organisationRefusals.refuse('organisation.unitNotFound', {});
  if (unit.activeUntil !== null) {
    throw organisationRefusals.refuse('organisation.unitInactive', { name: unit.name });
  }
  return unit;
}

export async function getOfficerForChange(work: Work, officerId: string): Promise<OfficerRecord> {
  const [row] = await work.db.select().from(officers).where(eq(officers.id, officerId)).for('update');
  if (row === undefined) throw organisationRefusals.refuse('organisation.officerNotFound', {});
  return row;
}

/** Refuses names that already mean another unit or a collective phrase. */
export async function refuseTakenNames(
  work: Work,
  jurisdictionId: string,
  names: readonly string[],
  ownUnitId: string | undefined,
): Promise<void> {
  const wanted = [...new Set(names)];
  if (wanted.length === 0) return;
  const taken = [
    ...(await work.db
      .select({ unitId: units.id, owner: units.name, full: units.name, short: units.shortName })
      .from(units)
      .where(
        and(
          eq(units.jurisdictionId, jurisdictionId),
          isNull(units.activeUntil),
          or(inArray(units.name, wanted), inArray(units.shortName, wanted)),
        ),
      )),
    ...(await work.db
      .select({ unitId: units.id, owner: units.name, full: unitAliases.name, short: unitAliases.name })
      .from(unitAliases)
      .innerJoin(units, eq(units.id, unitAliases.unitId))
      .where(
        and(
          eq(unitAliases.jurisdictionId, jurisdictionId),
          isNull(unitAliases.validUntil),
          isNull(units.activeUntil),
          inArray(unitAliases.name, wanted),
        ),
      )),
  ].find((row) => row.unitId !== ownUnitId);
  if (taken !== undefined) {
    const name = wanted.includes(taken.full) ? taken.full : taken.short;
    throw organisationRefusals.refuse('organisation.nameTaken', { name, owner: taken.owner });
  }
  await refuseCollectiveNames(work, jurisdictionId, wanted, undefined);
}

/** Refuses names that are a phrase of another collective. */
export async function refuseCollectiveNames(
  work: Work,
  jurisdictionId: string,
  names: readonly string[],
  ownCollectiveId: string | undefined,
): Promise<void> {
  const rows = await work.db
    .select({ id: collectiveUnits.id, phrase: collectiveUnits.phrase, aliases: collectiveUnits.aliases })
    .from(collectiveUnits)
    .where(eq(collectiveUnits.jurisdictionId, jurisdictionId));
  for (const { id, phrase, aliases } of rows) {
    const name = [phrase, ...aliases].find((known) => names.includes(known));
    if (id !== ownCollectiveId && name !== undefined) {
      throw organisationRefusals.refuse('organisation.nameTaken', { name, owner: phrase });
    }
  }
}
