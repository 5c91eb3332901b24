/** Who acts: a person of a unit with roles, a visitor of the portal, or the platform itself. Pure; browser-safe. */

/** Roles an officer holds in a unit. The last three are held by three different people (三员分立). */
export const officerRoles = [
  'clerk',
  'reviewer',
  'secrecyReviewer',
  'unitLeader',
  'supervisor',
  'legalOffice',
  'systemAdministrator',
  'securityAdministrator',
  'auditor',
] as const;
export type OfficerRole = (typeof officerRoles)[number];

/** The three roles that one person may never combine with one another. */
export const separatedRoles = ['systemAdministrator', 'securityAdministrator', 'auditor'] as const;

export const officerRoleTitles: Readonly<Record<OfficerRole, string>> = {
  clerk: '经办人',
  reviewer: '审核人',
  secrecyReviewer: '保密审查员',
  unitLeader: '单位负责人',
  supervisor: '主管部门',
  legalOffice: '法制审核',
  systemAdministrator: '系统管理员',
  securityAdministrator: '安全管理员',
  auditor: '审计员',
};

/** One role in one unit; it reaches that unit and the units below it. */
export interface RoleGrant {
  readonly role: OfficerRole;
  readonly unitId: string;
  /** The unit itself and everything below it in the unit tree. */
  readonly reach: readonly string[];
}

export interface OfficerActor {
  readonly kind: 'officer';
  readonly id: string;
  readonly name: string;
  readonly jurisdictionId: string;
  readonly grants: readonly RoleGrant[];
  readonly sessionId: string;
}

export interface VisitorActor {
  readonly kind: 'visitor';
}

/** The platform: `seed`, `job`, `cli` with the name of what runs. */
export interface SystemActor {
  readonly kind: 'system';
  readonly name: string;
}

export type Actor = OfficerActor | VisitorActor | SystemActor;

export const visitor: VisitorActor = { kind: 'visitor' };

/** The platform acting on its own, named after the job or command. */
export function systemActor(name: string): SystemActor {
  return { kind: 'system', name };
}

/** Identifier and name of whoever acts, as they are kept with a row. */
export function signatureOf(actor: Actor): { readonly by: string; readonly name: string } {
  switch (actor.kind) {
    case 'officer':
      return { by: actor.id, name: actor.name };
    case 'system':
      return { by: 'system', name: actor.name };
    case 'visitor':
      return { by: 'visitor', name: '访客' };
  }
}
