/** Who may hold and hand out which roles (三员分立, GB/T 22239-2019). Pure. */
import { type OfficerRole, separatedRoles } from '#kernel/actor.ts';

export interface HeldRole {
  readonly role: OfficerRole;
  readonly unitId: string;
}

export type GrantVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly because: 'self' | 'held' }
  | { readonly allowed: false; readonly because: 'separated'; readonly held: OfficerRole };

/** Whether the role is one of the three that keep the platform and not its business. */
export function isSeparatedRole(role: OfficerRole): boolean {
  return separatedRoles.some((separated) => separated === role);
}

/**
 * Judges a grant. An administrator role stands alone with its holder: neither a second one nor a role of business
 * beside it. Nobody grants to himself.
 */
export function judgeRoleGrant(question: {
  readonly officerId: string;
  /** The acting officer; undefined when the platform itself acts. */
  readonly granterId: string | undefined;
  readonly held: readonly HeldRole[];
  readonly wanted: HeldRole;
}): GrantVerdict {
  const { officerId, granterId, held, wanted } = question;
  if (granterId === officerId) return { allowed: false, because: 'self' };
  if (held.some((grant) => grant.role === wanted.role && grant.unitId === wanted.unitId)) {
    return { allowed: false, because: 'held' };
  }
  const conflict = held.find(
    (grant) => grant.role !== wanted.role && (isSeparatedRole(grant.role) || isSeparatedRole(wanted.role)),
  );
  return conflict === undefined
    ? { allowed: true }
    : { allowed: false, because: 'separated', held: conflict.role };
}

/** Which of these roles nobody else would hold any more: they must not be taken away. */
export function rolesLeftEmpty(
  taken: readonly OfficerRole[],
  otherHolders: Readonly<Partial<Record<OfficerRole, number>>>,
): OfficerRole[] {
  return taken.filter((role) => isSeparatedRole(role) && (otherHolders[role] ?? 0) === 0);
}
