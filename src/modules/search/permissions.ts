/** Who may do what with search. */
import type { PermissionTable } from '#kernel/permission.ts';

export const searchPermissions = {
  'search.keepWords': {
    title: '维护检索词库和同义词',
    roles: ['supervisor'],
    reach: 'jurisdiction',
  },
  'search.readMisses': {
    title: '查看没有结果的检索',
    roles: ['supervisor', 'unitLeader', 'clerk'],
    reach: 'jurisdiction',
  },
  'search.manageIndex': {
    title: '查看检索索引并重建',
    roles: ['supervisor', 'systemAdministrator'],
    reach: 'jurisdiction',
  },
} as const satisfies PermissionTable;
