/** The permission table as one officer holds it: what the desk draws its buttons from. Pure. */
import type { OfficerActor } from '#kernel/actor.ts';
import type { DeskScreen } from '#kernel/module.ts';
import type { PermissionTable } from '#kernel/permission.ts';

/** Code → 'all' for every unit (and for what is the officer's own), else the units it reaches. */
export function permissionMapOf(
  table: PermissionTable,
  actor: Pick<OfficerActor, 'grants'>,
): Record<string, 'all' | string[]> {
  const map: Record<string, 'all' | string[]> = {};
  for (const [code, row] of Object.entries(table)) {
    const grants = actor.grants.filter((grant) => row.roles.includes(grant.role));
    if (grants.length === 0) continue;
    const isUnbound =
      row.reach !== 'unit' || grants.some((grant) => row.forAllUnits?.includes(grant.role) === true);
    map[code] = isUnbound ? 'all' : [...new Set(grants.flatMap((grant) => grant.reach))];
  }
  return map;
}

/** Screens that one of the held permissions opens, or that are open to every officer. */
export function visibleScreens(
  screens: readonly DeskScreen[],
  held: Readonly<Record<string, unknown>>,
): DeskScreen[] {
  return screens.filter(
    ({ permissions }) => permissions.length === 0 || permissions.some((code) => code in held),
  );
}
