/** Commands on officers and their roles. Existence is kept by the system administrator, roles by the security one. */
import { and, count, eq, inArray, isNull, ne } from 'drizzle-orm';
import { type OfficerRole, officerRoleTitles } from '#kernel/actor.ts';
import { notify } from '#kernel/notices/notify.ts';
import type { Work } from '#kernel/work.ts';
import type { ChangeOfficerInput, CreateOfficerInput } from '../contract/register.ts';
import { judgeRoleGrant, rolesLeftEmpty } from '../rules/separation.ts';
import { officers, roleGrants, units } from '../tables/register.ts';
import { organisationRefusals } from '../words/register.ts';
import { endAppointmentOf } from './liaison/appoint.ts';
import {
  getActiveUnit,
  getOfficerForChange,
  lockRegister,
  mayKeepRegister,
  type OfficerRecord,
} from './register.ts';

/** Enters an officer, without account and roles. */
export async function createOfficer(
  work: Work,
  jurisdictionId: string,
  input: CreateOfficerInput,
): Promise<string> {
  mayKeepRegister(work, 'organisation.manageOfficers', jurisdictionId);
  const unit = await getActiveUnit(work, input.unitId, jurisdictionId);
  const id = work.newId();
  await work.db
    .insert(officers)
    .values({ id, jurisdictionId, ...input, activeUntil: null, createdAt: work.now });
  work.audit({
    action: 'organisation.createOfficer',
    objectKind: 'officer',
    objectId: id,
    unitId: unit.id,
    summary: `在“${unit.name}”登记一名工作人员`,
    after: input,
    affectsPortal: false,
  });
  return id;
}

async function listGrantsInForce(work: Work, officerId: string) {
  return work.db
    .select({ id: roleGrants.id, role: roleGrants.role, unitId: roleGrants.unitId })
    .from(roleGrants)
    .where(and(eq(roleGrants.officerId, officerId), isNull(roleGrants.revokedAt)));
}

/** Refuses to take roles away that nobody else in the jurisdiction holds. */
async function refuseLeavingEmpty(
  work: Work,
  officer: OfficerRecord,
  taken: readonly OfficerRole[],
): Promise<void> {
  const others = await work.db
    .select({ role: roleGrants.role, n: count() })
    .from(roleGrants)
    .innerJoin(officers, eq(officers.id, roleGrants.officerId))
    .where(
      and(
        isNull(roleGrants.revokedAt),
        isNull(officers.activeUntil),
        eq(officers.jurisdictionId, officer.jurisdictionId),
        ne(officers.id, officer.id),
      ),
    )
    .groupBy(roleGrants.role);
  const [empty] = rolesLeftEmpty(taken, Object.fromEntries(others.map(({ role, n }) => [role, n])));
  if (empty !== undefined) {
    throw organisationRefusals.refuse('organisation.lastHolder', { role: officerRoleTitles[empty] });
  }
}

async function revokeGrants(work: Work, grantIds: readonly string[]): Promise<void> {
  if (grantIds.length === 0) return;
  await work.db
    .update(roleGrants)
    .set({ revokedAt: work.now })
    .where(inArray(roleGrants.id, [...grantIds]));
}

function refuseOwnRole(work: Work, officerId: string): void {
  if (work.actor.kind === 'officer' && work.actor.id === officerId) {
    throw organisationRefusals.refuse('organisation.ownRole', {});
  }
}

/** Changes what is known of an officer. Moving to another unit ends the roles held in the former one and the post of liaison. */
export async function changeOfficer(work: Work, officerId: string, input: ChangeOfficerInput): Promise<void> {
  const before = await getOfficerForChange(work, officerId);
  mayKeepRegister(work, 'organisation.manageOfficers', before.jurisdictionId);
  const after = {
    name: input.name ?? before.name,
    unitId: input.unitId ?? before.unitId,
    position: input.position ?? before.position,
  };
  let ended: OfficerRole[] = [];
  if (after.unitId !== before.unitId) {
    await lockRegister(work, before.jurisdictionId);
    await endAppointmentOf(work, officerId);
    await getActiveUnit(work, after.unitId, before.jurisdictionId);
    const left = (await listGrantsInForce(work, officerId)).filter((grant) => grant.unitId === before.unitId);
    ended = left.map((grant) => grant.role);
    await refuseLeavingEmpty(work, before, ended);
    await revokeGrants(
      work,
      left.map((grant) => grant.id),
    );
  }
  await work.db.update(officers).set(after).where(eq(officers.id, officerId));
  const { name, unitId, position } = before;
  work.audit({
    action: 'organisation.changeOfficer',
    objectKind: 'officer',
    objectId: officerId,
    unitId: after.unitId,
    summary:
      ended.length === 0
        ? '修改工作人员信息'
        : `工作人员调动，收回原单位角色：${ended.map((role) => officerRoleTitles[role]).join('、')}`,
    before: { name, unitId, position },
    after: { ...after, ended },
    affectsPortal: false,
  });
}

/** Ends the service of an officer: roles and the post of liaison end, and the account can no longer be used. */
export async function deactivateOfficer(
  work: Work,
  officerId: string,
  input: { readonly reason: string },
): Promise<void> {
  const officer = await getOfficerForChange(work, officerId);
  mayKeepRegister(work, 'organisation.manageOfficers', officer.jurisdictionId);
  await lockRegister(work, officer.jurisdictionId);
  if (officer.activeUntil !== null) throw organisationRefusals.refuse('organisation.officerInactive', {});
  const held = await listGrantsInForce(work, officerId);
  await refuseLeavingEmpty(
    work,
    officer,
    held.map((grant) => grant.role),
  );
  await revokeGrants(
    work,
    held.map((grant) => grant.id),
  );
  await endAppointmentOf(work, officerId);
  await work.db.update(officers).set({ activeUntil: work.today }).where(eq(officers.id, officerId));
  work.audit({
    action: 'organisation.deactivateOfficer',
    objectKind: 'officer',
    objectId: officerId,
    unitId: officer.unitId,
    summary: `工作人员停用：${input.reason}`,
    before: { activeUntil: null, roles: held.map((grant) => grant.role) },
    after: { activeUntil: work.today, reason: input.reason },
    affectsPortal: false,
  });
}

/** Brings an officer back, without the former roles: they are granted anew. */
export async function activateOfficer(work: Work, officerId: string): Promise<void> {
  const officer = await getOfficerForChange(work, officerId);
  mayKeepRegister(work, 'organisation.manageOfficers', officer.jurisdictionId);
  if (officer.activeUntil === null) throw organisationRefusals.refuse('organisation.officerActive', {});
  await getActiveUnit(work, officer.unitId, officer.jurisdictionId);
  await work.db.update(officers).set({ activeUntil: null }).where(eq(officers.id, officerId));
  work.audit({
    action: 'organisation.activateOfficer',
    objectKind: 'officer',
    objectId: officerId,
    unitId: officer.unitId,
    summary: '恢复工作人员在岗',
    before: { activeUntil: officer.activeUntil },
    after: { activeUntil: null },
    affectsPortal: false,
  });
}

/** A person who is given or loses a role learns of it; an officer entered by the platform has nothing to learn. */
async function tellOfRole(work: Work, officerId: string, title: string): Promise<void> {
  if (work.actor.kind !== 'officer') return;
  await notify(work, { officerIds: [officerId], title, address: '/account' });
}

/** Grants a role in a unit; it reaches the units below. Returns the grant's identifier. */
export async function grantRole(
  work: Work,
  officerId: string,
  input: { readonly role: OfficerRole; readonly unitId: string },
): Promise<string> {
  const officer = await getOfficerForChange(work, officerId);
  mayKeepRegister(work, 'organisation.grantRoles', officer.jurisdictionId);
  if (officer.activeUntil !== null) throw organisationRefusals.refuse('organisation.officerInactive', {});
  const unit = await getActiveUnit(work, input.unitId, officer.jurisdictionId);
  const verdict = judgeRoleGrant({
    officerId,
    granterId: work.actor.kind === 'officer' ? work.actor.id : undefined,
    held: await listGrantsInForce(work, officerId),
    wanted: input,
  });
  const role = officerRoleTitles[input.role];
  if (!verdict.allowed) {
    switch (verdict.because) {
      case 'self':
        throw organisationRefusals.refuse('organisation.ownRole', {});
      case 'held':
        throw organisationRefusals.refuse('organisation.roleHeld', { role, unit: unit.shortName });
      case 'separated':
        throw organisationRefusals.refuse('organisation.rolesSeparated', {
          role,
          held: officerRoleTitles[verdict.held],
        });
    }
  }
  const id = work.newId();
  await work.db
    .insert(roleGrants)
    .values({ id, officerId, unitId: unit.id, role: input.role, grantedAt: work.now, revokedAt: null });
  work.audit({
    action: 'organisation.grantRole',
    objectKind: 'officer',
    objectId: officerId,
    unitId: unit.id,
    summary: `授予“${unit.name}”${role}角色`,
    after: input,
    affectsPortal: false,
  });
  await tellOfRole(work, officerId, `您已担任“${unit.shortName}”的${role}`);
  return id;
}

/** Takes a role back; the last holder of an administrator role keeps it until there is a successor. */
export async function revokeRole(
  work: Work,
  grantId: string,
  input: { readonly reason: string },
): Promise<void> {
  const [grant] = await work.db
    .select({
      officerId: roleGrants.officerId,
      role: roleGrants.role,
      unitId: roleGrants.unitId,
      unit: units.name,
    })
    .from(roleGrants)
    .innerJoin(units, eq(units.id, roleGrants.unitId))
    .where(and(eq(roleGrants.id, grantId), isNull(roleGrants.revokedAt)));
  if (grant === undefined) throw organisationRefusals.refuse('organisation.grantNotFound', {});
  const officer = await getOfficerForChange(work, grant.officerId);
  mayKeepRegister(work, 'organisation.grantRoles', officer.jurisdictionId);
  refuseOwnRole(work, officer.id);
  await lockRegister(work, officer.jurisdictionId);
  await refuseLeavingEmpty(work, officer, [grant.role]);
  await revokeGrants(work, [grantId]);
  work.audit({
    action: 'organisation.revokeRole',
    objectKind: 'officer',
    objectId: officer.id,
    unitId: grant.unitId,
    summary: `收回“${grant.unit}”${officerRoleTitles[grant.role]}角色：${input.reason}`,
    before: { role: grant.role, unitId: grant.unitId },
    after: { reason: input.reason },
    affectsPortal: false,
  });
  await tellOfRole(work, officer.id, `您不再担任“${grant.unit}”的${officerRoleTitles[grant.role]}`);
}
