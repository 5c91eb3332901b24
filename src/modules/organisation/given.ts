/** Builders for tests: a small county through the commands, and officers who act in it. */
import { type OfficerActor, type OfficerRole, officerRoles, systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { transact } from '#kernel/work.ts';
import { listRolesOfOfficer } from './queries/officer-screens.ts';
import { loadUnitTree } from './queries/register.ts';
import { unitReach } from './rules/tree.ts';
import { createOfficer, grantRole } from './service/officers.ts';
import { createUnit, openJurisdiction } from './service/units.ts';

const builder = systemActor('test');

export interface GivenCounty {
  readonly jurisdictionId: string;
  readonly government: string;
  readonly office: string;
  readonly education: string;
  readonly town: string;
  /** Below the town. */
  readonly village: string;
}

/** A county of five units. `name` ends in 县; give another one for a second county. */
export async function givenCounty(app: App, name = '青禾县', code = 'qinghe'): Promise<GivenCounty> {
  return transact(app, builder, async (work) => {
    const jurisdictionId = await openJurisdiction(work, { code, name, level: 'county', parentName: null });
    const add = (unitCode: string, input: Omit<Parameters<typeof createUnit>[2], 'code'>) =>
      createUnit(work, jurisdictionId, { code: unitCode, ...input });
    const government = await add('government', {
      kind: 'government',
      name: `${name}人民政府`,
      shortName: '县政府',
      parentId: null,
    });
    const office = await add('office', {
      kind: 'department',
      name: `${name}人民政府办公室`,
      shortName: '县政府办公室',
      parentId: government,
    });
    const education = await add('education', {
      kind: 'department',
      name: `${name}教育局`,
      shortName: '县教育局',
      parentId: government,
    });
    const town = await add('town', {
      kind: 'town',
      name: `${name}双溪镇人民政府`,
      shortName: '双溪镇',
      parentId: government,
    });
    const village = await add('village', {
      kind: 'village',
      name: `${name}双溪镇上塘村`,
      shortName: '双溪镇上塘村',
      parentId: town,
    });
    return { jurisdictionId, government, office, education, town, village };
  });
}

/** An officer of the unit with these roles, acting. */
export async function givenOfficer(
  app: App,
  jurisdictionId: string,
  unitId: string,
  roles: readonly OfficerRole[],
  name = '测试人员',
): Promise<OfficerActor> {
  const officerId = await transact(app, builder, async (work) => {
    const id = await createOfficer(work, jurisdictionId, { name, unitId, position: '科员', liaison: false });
    for (const role of roles) await grantRole(work, id, { role, unitId });
    return id;
  });
  return actingOfficer(app, jurisdictionId, officerId, name);
}

/** The officer as a signed-in actor with the roles held now. */
export async function actingOfficer(
  app: App,
  jurisdictionId: string,
  officerId: string,
  name = '测试人员',
): Promise<OfficerActor> {
  const tree = await loadUnitTree(app.database.read, jurisdictionId);
  const roles = await listRolesOfOfficer(app.database.read, officerId);
  return {
    kind: 'officer',
    id: officerId,
    name,
    jurisdictionId,
    grants: roles.map(({ role, unitId }) => ({ role, unitId, reach: unitReach(tree, unitId) })),
    sessionId: '00000000-0000-7000-8000-000000000000',
  };
}

/** One officer for each role, in the county's office. */
export async function givenOfficerOfEachRole(
  app: App,
  county: GivenCounty,
): Promise<Readonly<Record<OfficerRole, OfficerActor>>> {
  const make = (role: OfficerRole) => givenOfficer(app, county.jurisdictionId, county.office, [role], role);
  return {
    clerk: await make('clerk'),
    reviewer: await make('reviewer'),
    secrecyReviewer: await make('secrecyReviewer'),
    unitLeader: await make('unitLeader'),
    supervisor: await make('supervisor'),
    legalOffice: await make('legalOffice'),
    systemAdministrator: await make('systemAdministrator'),
    securityAdministrator: await make('securityAdministrator'),
    auditor: await make('auditor'),
  };
}

/** The roles that are not among these. */
export function rolesBut(allowed: readonly OfficerRole[]): OfficerRole[] {
  return officerRoles.filter((role) => !allowed.includes(role));
}
