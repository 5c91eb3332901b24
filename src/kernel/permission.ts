/**
 * The one permission table: modules declare rows, and the server's checks, the desk's buttons and the printed
 * table in the documentation all come from it. Pure; browser-safe.
 */
import type { Actor, OfficerRole } from './actor.ts';
import { defineRefusals } from './refusal.ts';

/**
 * How far a permission reaches: `unit` the unit of the role and those below it, `jurisdiction` every unit,
 * `self` the officer's own account and settings.
 */
export type PermissionReach = 'unit' | 'jurisdiction' | 'self';

export interface PermissionRow {
  /** What it allows, as a Chinese verb phrase: `导入任务分解表`. */
  readonly title: string;
  readonly roles: readonly OfficerRole[];
  readonly reach: PermissionReach;
  /** Those of the roles that hold it for every unit, where the others hold it for their own. */
  readonly forAllUnits?: readonly OfficerRole[];
  /** The article or rule that gives the duty to these roles, where there is one. */
  readonly article?: string;
}

/** Permission codes are `module.verb`: `plan.import`. */
export type PermissionTable = Readonly<Record<string, PermissionRow>>;

export const permissionRefusals = defineRefusals({
  'access.signInNeeded': {
    status: 401,
    say: () => ({
      what: '请先登录',
      why: '这项操作只对已登录的工作人员开放',
      todo: '登录后再试一次，已填写的内容不会丢失',
    }),
  },
  'access.forbidden': {
    status: 403,
    say: (params: { title: string; roles: string }) => ({
      what: `您没有“${params.title}”的权限`,
      why: `这项操作由${params.roles}办理`,
      todo: '如果工作需要，请联系本单位负责人或安全管理员调整角色',
    }),
  },
  'access.otherUnit': {
    status: 403,
    say: (params: { title: string }) => ({
      what: '这是其他单位的事项',
      why: `您的“${params.title}”权限只限本单位及所属单位`,
      todo: '请转告该单位的经办人，或从左侧菜单进入本单位的事项',
    }),
  },
});

/** Object a permission is asked for; leave `unitId` out to ask "anywhere at all". */
export interface PermissionTarget {
  readonly unitId?: string;
  readonly jurisdictionId?: string;
  readonly officerId?: string;
}

export type PermissionVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly because: 'signInNeeded' | 'role' | 'unit' };

/** Judges one row for one actor and target. The platform itself may do everything; a visitor nothing. */
export function judgePermission(
  row: PermissionRow,
  actor: Actor,
  target: PermissionTarget = {},
): PermissionVerdict {
  if (actor.kind === 'system') return { allowed: true };
  if (actor.kind === 'visitor') return { allowed: false, because: 'signInNeeded' };
  const grants = actor.grants.filter((grant) => row.roles.includes(grant.role));
  if (grants.length === 0) return { allowed: false, because: 'role' };
  if (target.jurisdictionId !== undefined && target.jurisdictionId !== actor.jurisdictionId) {
    return { allowed: false, because: 'unit' };
  }
  if (grants.some((grant) => row.forAllUnits?.includes(grant.role) === true)) return { allowed: true };
  switch (row.reach) {
    case 'jurisdiction':
      return { allowed: true };
    case 'self':
      return target.officerId === undefined || target.officerId === actor.id
        ? { allowed: true }
        : { allowed: false, because: 'unit' };
    case 'unit': {
      const { unitId } = target;
      return unitId === undefined || grants.some((grant) => grant.reach.includes(unitId))
        ? { allowed: true }
        : { allowed: false, because: 'unit' };
    }
  }
}
