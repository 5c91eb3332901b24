/** Who may keep the register: this module's rows of the permission table. */
import type { PermissionTable } from '#kernel/permission.ts';

export const organisationPermissions = {
  'organisation.createUnit': {
    title: '登记单位',
    roles: ['systemAdministrator', 'supervisor'],
    reach: 'jurisdiction',
  },
  'organisation.changeUnit': {
    title: '修改、停用单位',
    roles: ['systemAdministrator'],
    reach: 'jurisdiction',
  },
  'organisation.resolveNames': {
    title: '维护单位别名、集合性责任单位和发文机关代字',
    roles: ['systemAdministrator', 'supervisor'],
    reach: 'jurisdiction',
  },
  'organisation.manageOfficers': {
    title: '登记和停用工作人员',
    roles: ['systemAdministrator'],
    reach: 'jurisdiction',
  },
  'organisation.grantRoles': {
    title: '授予和收回角色',
    roles: ['securityAdministrator'],
    reach: 'jurisdiction',
    article: '三员分立：系统管理、安全管理、审计管理由不同人员承担（GB/T 22239-2019）',
  },
  'organisation.holdTrainings': {
    title: '组织和登记培训',
    roles: ['clerk', 'unitLeader', 'supervisor'],
    reach: 'unit',
  },
  'organisation.establishGroups': {
    title: '登记政务公开领导小组',
    roles: ['supervisor'],
    reach: 'jurisdiction',
  },
  'organisation.holdMeetings': {
    title: '组织和登记领导小组会议',
    roles: ['clerk', 'unitLeader', 'supervisor'],
    reach: 'unit',
  },
  'organisation.appointLiaison': {
    title: '指定联络员、报备和办理交接',
    roles: ['clerk', 'unitLeader'],
    reach: 'unit',
  },
  'organisation.acceptLiaison': {
    title: '受理联络员报备、定交接和报备期限',
    roles: ['supervisor'],
    reach: 'jurisdiction',
  },
  'organisation.keepSafeguards': {
    title: '登记分管领导、工作机构、经费和责任制台账',
    roles: ['clerk', 'unitLeader'],
    reach: 'unit',
  },
  'organisation.setMinimums': {
    title: '定年度最低要求',
    roles: ['supervisor'],
    reach: 'jurisdiction',
  },
  'organisation.followDecisions': {
    title: '报送议定事项办理情况',
    roles: ['clerk', 'unitLeader', 'supervisor'],
    reach: 'unit',
  },
} as const satisfies PermissionTable;

export type OrganisationPermission = keyof typeof organisationPermissions;
