/** Who may look after the platform. Views, drafts, notices and to-dos are everybody's own and need no row. */
import type { PermissionTable } from '#kernel/permission.ts';

export const systemPermissions = {
  'system.importCalendar': {
    title: '录入年度放假安排',
    roles: ['systemAdministrator', 'supervisor'],
    reach: 'jurisdiction',
    article: '全国年节及纪念日放假办法',
  },
  'system.readAudit': {
    title: '查阅和校验操作记录',
    roles: ['auditor'],
    reach: 'jurisdiction',
    article: '三员分立：审计由审计员承担（GB/T 22239-2019）',
  },
  'system.manageJobs': {
    title: '查看和重做后台任务',
    roles: ['systemAdministrator'],
    reach: 'jurisdiction',
  },
  'system.readPermissions': {
    title: '查看权限表',
    roles: ['systemAdministrator', 'securityAdministrator', 'auditor', 'supervisor'],
    reach: 'jurisdiction',
  },
} as const satisfies PermissionTable;
