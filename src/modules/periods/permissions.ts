/** Who may do what with the periods. Reading them needs no permission: the law is public. */
import type { PermissionTable } from '#kernel/permission.ts';

export const periodPermissions = {
  'periods.setTarget': {
    title: '设定短于法定期限的本地承诺时限',
    roles: ['supervisor'],
    reach: 'jurisdiction',
  },
} as const satisfies PermissionTable;
