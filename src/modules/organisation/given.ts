/** Builders for tests: a small county through the commands, and officers who act in it. */
import { type OfficerActor, type OfficerRole, officerRoles, systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import { liaisonRouteSamples } from './given/liaison.ts';
import { meetingRouteSamples } from './given/meetings.ts';
import { safeguardRouteSamples } from './given/safeguards.ts';
import { trainingRouteSamples } from './given/training.ts';
import { findOfficerActor } from './queries/acting-officers.ts';
import { addIssuingCode } from './service/issuing-codes.ts';
import { openJurisdiction } from './service/jurisdictions.ts';
import { addUnitAlias, createCollective } from './service/names.ts';
import { createOfficer, deactivateOfficer, grantRole } from './service/officers.ts';
import { createUnit, deactivateUnit } from './service/units.ts';

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
    const id = await createOfficer(work, jurisdictionId, { name, unitId, position: '科员' });
    for (const role of roles) await grantRole(work, id, { role, unitId });
    return id;
  });
  return actingOfficer(app, officerId);
}

/** The officer as a signed-in actor with the roles held now. */
export async function actingOfficer(app: App, officerId: string): Promise<OfficerActor> {
  const officer = await findOfficerActor(app, officerId);
  if (officer === undefined) throw new Error(`no officer ${officerId}`);
  return officer;
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

/** What the walk over all routes is given. */
export interface OrganisationWalkGiven {
  readonly app: App;
  readonly county: GivenCounty;
}

let walkSerial = 0;

function nameForWalk(kind = '局'): string {
  walkSerial += 1;
  return `青禾县途经${walkSerial}号${kind}`;
}

/** 青甲发, 青乙发 …: a code nobody has yet. */
function codeForWalk(): string {
  walkSerial += 1;
  return `青${String.fromCharCode(0x4e00 + walkSerial)}发`;
}

async function unitForWalk({ app, county }: OrganisationWalkGiven): Promise<string> {
  const input = { kind: 'department' as const, name: nameForWalk(), parentId: county.government };
  return transact(app, builder, (work) => createUnit(work, county.jurisdictionId, input));
}

async function officerForWalk({ app, county }: OrganisationWalkGiven): Promise<string> {
  const input = { name: '途经人员', unitId: county.office, position: '' };
  return transact(app, builder, (work) => createOfficer(work, county.jurisdictionId, input));
}

async function collectiveForWalk({ app, county }: OrganisationWalkGiven): Promise<string> {
  const input = {
    phrase: nameForWalk('有关单位'),
    aliases: [],
    memberIds: [],
    kinds: [],
    dependsOnTask: false,
  };
  return transact(app, builder, (work) => createCollective(work, county.jurisdictionId, input));
}

const reason = { reason: '途经测试' };

export { type GivenHandover, givenHandover, givenLiaison, givenPerson } from './given/liaison.ts';
export {
  type GivenGroup,
  type GivenMeeting,
  givenDecision,
  givenLeadingGroup,
  givenMeeting,
} from './given/meetings.ts';
export { givenBudget, givenMinimum, givenOutlet } from './given/safeguards.ts';
export { type GivenTraining, givenTraining } from './given/training.ts';

export const organisationRouteSamples: RouteSamples<OrganisationWalkGiven> = {
  ...trainingRouteSamples,
  ...meetingRouteSamples,
  ...liaisonRouteSamples,
  ...safeguardRouteSamples,
  'organisation.showJurisdiction': async () => ({}),
  'organisation.listUnits': async () => ({ query: { kind: 'town', active: true } }),
  'organisation.showUnitTree': async () => ({}),
  'organisation.showUnit': async ({ county }) => ({ params: { unitId: county.education } }),
  'organisation.createUnit': async ({ county }) => ({
    body: { kind: 'department', name: nameForWalk(), parentId: county.government },
  }),
  'organisation.changeUnit': async (given) => ({
    params: { unitId: await unitForWalk(given) },
    body: { name: nameForWalk() },
  }),
  'organisation.deactivateUnit': async (given) => ({
    params: { unitId: await unitForWalk(given) },
    body: reason,
  }),
  'organisation.activateUnit': async (given) => {
    const unitId = await unitForWalk(given);
    await transact(given.app, builder, (work) => deactivateUnit(work, unitId, reason));
    return { params: { unitId } };
  },
  'organisation.addAlias': async (given) => ({
    params: { unitId: await unitForWalk(given) },
    body: { name: nameForWalk(), kind: 'shortForm' },
  }),
  'organisation.endAlias': async (given) => {
    const unitId = await unitForWalk(given);
    const alias = { name: nameForWalk(), kind: 'shortForm' as const };
    const aliasId = await transact(given.app, builder, (work) => addUnitAlias(work, unitId, alias));
    return { params: { aliasId }, body: { validUntil: '2026-01-01' } };
  },
  'organisation.listIssuingCodes': async () => ({}),
  'organisation.addIssuingCode': async (given) => ({
    params: { unitId: await unitForWalk(given) },
    body: { code: codeForWalk() },
  }),
  'organisation.endIssuingCode': async (given) => {
    const unitId = await unitForWalk(given);
    const code = codeForWalk();
    const codeId = await transact(given.app, builder, (work) => addIssuingCode(work, unitId, { code }));
    return { params: { codeId }, body: { validUntil: '2026-01-01' } };
  },
  'organisation.importIssuingCodes': async () => ({
    body: { rows: [{ unit: '县教育局', code: codeForWalk() }] },
  }),
  'organisation.listCollectives': async () => ({}),
  'organisation.createCollective': async ({ county }) => ({
    body: { phrase: nameForWalk('有关单位'), memberIds: [county.town] },
  }),
  'organisation.setCollectiveMembers': async (given) => ({
    params: { collectiveId: await collectiveForWalk(given) },
    body: { memberIds: [given.county.town] },
  }),
  'organisation.setCollectiveAliases': async (given) => ({
    params: { collectiveId: await collectiveForWalk(given) },
    body: { aliases: [nameForWalk('各单位')] },
  }),
  'organisation.matchNames': async () => ({ body: { names: ['县教育局'] } }),
  'organisation.rememberName': async (given) => ({
    body: { unitId: await unitForWalk(given), printedName: nameForWalk() },
  }),
  'organisation.listOfficers': async () => ({ query: { role: 'clerk' } }),
  'organisation.showOfficer': async (given) => ({ params: { officerId: await officerForWalk(given) } }),
  'organisation.createOfficer': async ({ county }) => ({ body: { name: '新同志', unitId: county.town } }),
  'organisation.changeOfficer': async (given) => ({
    params: { officerId: await officerForWalk(given) },
    body: { position: '科长' },
  }),
  'organisation.showOfficerEmail': async (given) => ({ params: { officerId: await officerForWalk(given) } }),
  'organisation.setOfficerEmail': async (given) => ({
    params: { officerId: await officerForWalk(given) },
    body: { email: 'tujing@example.cn' },
  }),
  'organisation.deactivateOfficer': async (given) => ({
    params: { officerId: await officerForWalk(given) },
    body: reason,
  }),
  'organisation.activateOfficer': async (given) => {
    const officerId = await officerForWalk(given);
    await transact(given.app, builder, (work) => deactivateOfficer(work, officerId, reason));
    return { params: { officerId } };
  },
  'organisation.grantRole': async (given) => ({
    params: { officerId: await officerForWalk(given) },
    body: { role: 'clerk', unitId: given.county.office },
  }),
  'organisation.revokeRole': async (given) => {
    const officerId = await officerForWalk(given);
    const grant = { role: 'clerk' as const, unitId: given.county.office };
    const grantId = await transact(given.app, builder, (work) => grantRole(work, officerId, grant));
    return { params: { grantId }, body: reason };
  },
};
