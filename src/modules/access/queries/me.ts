/** The reply of `/me`: who somebody is, what the session still lacks, what the officer may do and open. */
import type { RoleGrant } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { DeskScreen } from '#kernel/module.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type { Me } from '../contract.ts';
import { permissionMapOf, visibleScreens } from '../rules/permission-map.ts';
import type { SessionState } from './sessions.ts';

/** What a visitor is told. */
export const nobody: Me = {
  stage: 'signedOut',
  officer: null,
  jurisdiction: null,
  units: [],
  grants: [],
  permissions: {},
  screens: [],
  mustChangePassword: false,
  secondFactor: { enrolled: false, required: false },
};

function describeScreen({ id, title, path, group, inMenu }: DeskScreen): Me['screens'][number] {
  return { id, title, path, group, inMenu };
}

/** Describes the session; before the second factor it says no more than that one is needed. */
export async function describeMe(app: App, state: SessionState, grants: readonly RoleGrant[]): Promise<Me> {
  const { account, officer, stage, secondFactorRequired } = state;
  const secondFactor = { enrolled: account.secondFactorSealed !== null, required: secondFactorRequired };
  if (stage === 'secondFactorNeeded') return { ...nobody, stage, secondFactor };
  const unitIds = [...new Set([officer.unitId, ...grants.map((grant) => grant.unitId)])];
  const names = await nameUnits(app.database.read, unitIds);
  const working = stage === 'signedIn';
  const permissions = working ? permissionMapOf(app.permissions, { grants }) : {};
  const screens = app.modules
    .flatMap((module) => module.deskScreens)
    .toSorted((a, b) => Number(a.comesLast ?? false) - Number(b.comesLast ?? false));
  return {
    stage,
    officer: {
      id: officer.id,
      name: officer.name,
      position: officer.position,
      loginName: account.loginName,
      accountId: account.id,
    },
    jurisdiction: { id: officer.jurisdictionId, name: officer.jurisdictionName },
    units: unitIds.flatMap((id) => {
      const named = names.get(id);
      return named === undefined ? [] : [{ id, ...named }];
    }),
    grants: grants.map(({ role, unitId }) => ({
      role,
      unitId,
      unitName: names.get(unitId)?.shortName ?? '',
    })),
    permissions,
    screens: working ? visibleScreens(screens, permissions).map(describeScreen) : [],
    mustChangePassword: account.mustChangePassword,
    secondFactor,
  };
}
