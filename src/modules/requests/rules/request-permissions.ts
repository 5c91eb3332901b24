/** Who may do what with requests. Beside the FOI office of the jurisdiction only assigned officers reach a case. */
import type { PermissionTable } from '#kernel/permission.ts';

export const requestPermissions = {
  'requests.register': {
    title: '登记政府信息公开申请',
    roles: ['clerk', 'supervisor'],
    reach: 'unit',
    forAllUnits: ['supervisor'],
    article: '政府信息公开条例第四十五条',
  },
  'requests.handle': {
    title: '办理分派给自己的政府信息公开申请',
    roles: ['clerk', 'reviewer', 'unitLeader', 'legalOffice', 'supervisor'],
    reach: 'jurisdiction',
    article: '政府信息公开条例第四条',
  },
  'requests.lead': {
    title: '同意延期、认定申请理由、决定因公共利益公开（限分派给自己的申请；主管部门不限）',
    roles: ['unitLeader', 'supervisor'],
    reach: 'jurisdiction',
    article: '政府信息公开条例第三十二条、第三十三条、第三十五条',
  },
  'requests.oversee': {
    title: '受理、分派、转办、查看本级全部申请（政府信息公开工作机构）',
    roles: ['supervisor'],
    reach: 'jurisdiction',
    article: '政府信息公开条例第三条、第四条',
  },
} as const satisfies PermissionTable;
