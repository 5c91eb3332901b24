/** Who may do what with annual reports. */
import type { PermissionTable } from '#kernel/permission.ts';

export const reportingPermissions = {
  'reporting.check': {
    title: '核对年度报告',
    roles: ['clerk', 'reviewer', 'unitLeader', 'supervisor', 'legalOffice'],
    reach: 'unit',
    article: '政府信息公开条例第五十条',
  },
} as const satisfies PermissionTable;
