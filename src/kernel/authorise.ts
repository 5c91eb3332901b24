/** The server's check: judges the permission table and throws the refusal. Every command calls it with its object. */
import { type Actor, type OfficerActor, officerRoleTitles } from './actor.ts';
import {
  judgePermission,
  type PermissionTable,
  type PermissionTarget,
  permissionRefusals,
} from './permission.ts';

/** Lets the actor pass or throws 401/403 with the roles that may. An undeclared code is a fault. */
export function authorise(
  place: { readonly permissions: PermissionTable },
  actor: Actor,
  code: string,
  target: PermissionTarget = {},
): void {
  const row = place.permissions[code];
  if (row === undefined) throw new Error(`permission ${code} is not declared by any module`);
  const verdict = judgePermission(row, actor, target);
  if (verdict.allowed) return;
  switch (verdict.because) {
    case 'signInNeeded':
      throw permissionRefusals.refuse('access.signInNeeded', {});
    case 'role': {
      const roles = row.roles.map((role) => officerRoleTitles[role]).join('、');
      throw permissionRefusals.refuse('access.forbidden', { title: row.title, roles });
    }
    case 'unit':
      throw permissionRefusals.refuse('access.otherUnit', { title: row.title });
  }
}

/** The signed-in officer, or the refusal for everybody else: for what belongs to a person and not to a permission. */
export function requireOfficer(actor: Actor): OfficerActor {
  if (actor.kind !== 'officer') throw permissionRefusals.refuse('access.signInNeeded', {});
  return actor;
}
