/** Who may do what with plans. */
import type { PermissionTable } from '#kernel/permission.ts';

export const planPermissions = {
  'plan.import': { title: '导入任务分解表', roles: ['supervisor'], reach: 'jurisdiction' },
  'plan.oversee': {
    title: '查看全部单位的任务',
    roles: ['supervisor', 'legalOffice', 'auditor'],
    reach: 'jurisdiction',
  },
  'plan.viewUnit': {
    title: '查看本单位的任务',
    roles: ['clerk', 'reviewer', 'secrecyReviewer', 'unitLeader', 'supervisor', 'legalOffice'],
    reach: 'unit',
  },
} as const satisfies PermissionTable;
