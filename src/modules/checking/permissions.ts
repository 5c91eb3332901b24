/** Who may do what with the checks. */
import type { PermissionTable } from '#kernel/permission.ts';

export const checkingPermissions = {
  'checking.check': {
    title: '检测文稿和文件',
    roles: ['clerk', 'reviewer', 'secrecyReviewer', 'unitLeader', 'supervisor', 'legalOffice'],
    reach: 'unit',
    forAllUnits: ['supervisor'],
  },
  'checking.override': {
    title: '对须说明理由的检测结果说明理由',
    roles: ['clerk', 'reviewer', 'secrecyReviewer', 'unitLeader', 'supervisor'],
    reach: 'unit',
  },
  'checking.overrideBlock': {
    title: '对不得发布的检测结果说明理由并放行',
    roles: ['reviewer', 'secrecyReviewer', 'unitLeader'],
    reach: 'unit',
    article: '政府信息公开条例第十七条',
  },
  'checking.keepUnitWords': {
    title: '维护本单位的检测词库',
    roles: ['reviewer', 'unitLeader', 'supervisor'],
    reach: 'unit',
  },
  'checking.keepCountyWords': {
    title: '维护全县的检测词库',
    roles: ['supervisor'],
    reach: 'jurisdiction',
  },
  'checking.oversee': {
    title: '查看全部单位的检测记录和放行理由',
    roles: ['supervisor', 'auditor', 'legalOffice'],
    reach: 'jurisdiction',
  },
} as const satisfies PermissionTable;
