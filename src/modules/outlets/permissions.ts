/** Who may arrange outlets, and who brings information to them. */
import type { PermissionTable } from '#kernel/permission.ts';

export const outletPermissions = {
  'outlets.arrange': {
    title: '设置发布渠道',
    roles: ['supervisor'],
    reach: 'jurisdiction',
  },
  'outlets.deliver': {
    title: '向发布渠道投递和登记投递结果',
    roles: ['clerk', 'supervisor'],
    reach: 'unit',
    forAllUnits: ['supervisor'],
  },
  'outlets.read': {
    title: '查看发布渠道和投递记录',
    roles: ['clerk', 'reviewer', 'supervisor', 'auditor'],
    reach: 'jurisdiction',
  },
} as const satisfies PermissionTable;
