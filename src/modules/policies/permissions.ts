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
  'policies.openCleanup': {
    title: '开始、取消文件清理',
    roles: ['supervisor', 'legalOffice'],
    reach: 'jurisdiction',
    article: '国办发〔2018〕37号',
  },
  'policies.draftCleanupList': {
    title: '起草清理结果',
    roles: ['supervisor'],
    reach: 'jurisdiction',
  },
  'policies.giveVerdict': {
    title: '对本单位起草的文件提出清理意见',
    roles: ['clerk', 'reviewer', 'unitLeader', 'supervisor'],
    reach: 'unit',
  },
  'policies.reviewVerdict': {
    title: '审核清理意见',
    roles: ['reviewer', 'unitLeader', 'supervisor', 'legalOffice'],
    reach: 'unit',
    forAllUnits: ['supervisor', 'legalOffice'],
  },
  'policies.reviewLegality': {
    title: '对行政规范性文件提出合法性审核意见',
    roles: ['legalOffice'],
    reach: 'jurisdiction',
    article: '国办发〔2018〕37号',
  },
  'policies.numberNormative': {
    title: '给行政规范性文件统一编号、设置编号代码',
    roles: ['legalOffice', 'supervisor'],
    reach: 'jurisdiction',
    article: '国办发〔2018〕37号',
  },
  'policies.editGazette': {
    title: '编辑、出版政府公报',
    roles: ['supervisor'],
    reach: 'jurisdiction',
    article: '国办发〔2018〕22号',
  },
} as const satisfies PermissionTable;
