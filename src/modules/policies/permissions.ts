/** Who may do what in the policy library. Drafting and release of a document are publishing's. */
import type { PermissionTable } from '#kernel/permission.ts';

export const policyPermissions = {
  'policies.view': {
    title: '在工作台查看政策文件库',
    roles: ['clerk', 'reviewer', 'secrecyReviewer', 'unitLeader', 'supervisor', 'legalOffice', 'auditor'],
    reach: 'jurisdiction',
  },
  'policies.editRelations': {
    title: '登记、取消政策文件之间的关系',
    roles: ['clerk', 'reviewer', 'unitLeader', 'supervisor', 'legalOffice'],
    reach: 'unit',
    forAllUnits: ['supervisor', 'legalOffice'],
    article: '国办公开办函〔2021〕33号',
  },
} as const satisfies PermissionTable;
