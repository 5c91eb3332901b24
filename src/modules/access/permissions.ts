/** Who may keep accounts: this module's rows of the permission table. */
import type { PermissionTable } from '#kernel/permission.ts';

const separation = '三员分立：GB/T 22239-2019 8.1.5.1至8.1.5.3';

export const accessPermissions = {
  'access.readAccounts': {
    title: '查看账号',
    roles: ['systemAdministrator', 'securityAdministrator', 'auditor'],
    reach: 'jurisdiction',
  },
  'access.manageAccounts': {
    title: '开设账号、重置密码',
    roles: ['systemAdministrator'],
    reach: 'jurisdiction',
    article: separation,
  },
  'access.lockAccounts': {
    title: '锁定和解锁账号',
    roles: ['systemAdministrator', 'securityAdministrator'],
    reach: 'jurisdiction',
  },
  'access.revokeSessions': {
    title: '结束他人的登录会话',
    roles: ['securityAdministrator'],
    reach: 'jurisdiction',
  },
  'access.resetSecondFactor': {
    title: '重置他人的动态口令',
    roles: ['securityAdministrator'],
    reach: 'jurisdiction',
    article: separation,
  },
} as const satisfies PermissionTable;

export type AccessPermission = keyof typeof accessPermissions;
