/** Who may do what with columns and items. */
import type { PermissionTable } from '#kernel/permission.ts';

export const publishingPermissions = {
  'publishing.view': {
    title: '查看信息、审核和发布情况',
    roles: ['clerk', 'reviewer', 'secrecyReviewer', 'unitLeader', 'supervisor', 'legalOffice', 'auditor'],
    reach: 'unit',
    forAllUnits: ['supervisor', 'auditor'],
  },
  'publishing.write': {
    title: '起草、修改、送审本单位的信息',
    roles: ['clerk', 'reviewer', 'unitLeader', 'supervisor'],
    reach: 'unit',
  },
  'publishing.firstReview': {
    title: '初审信息',
    roles: ['reviewer', 'unitLeader', 'supervisor'],
    reach: 'unit',
    forAllUnits: ['supervisor'],
    article: '政府信息公开条例第十七条',
  },
  'publishing.secondReview': {
    title: '复审信息',
    roles: ['reviewer', 'unitLeader', 'supervisor'],
    reach: 'unit',
    forAllUnits: ['supervisor'],
    article: '政府信息公开条例第十七条',
  },
  'publishing.finalReview': {
    title: '终审信息',
    roles: ['unitLeader', 'supervisor'],
    reach: 'unit',
    forAllUnits: ['supervisor'],
    article: '政府信息公开条例第十七条',
  },
  'publishing.reviewSecrecy': {
    title: '对拟公开的信息进行保密审查',
    roles: ['secrecyReviewer', 'supervisor'],
    reach: 'unit',
    forAllUnits: ['supervisor'],
    article: '政府信息公开条例第十七条、保守国家秘密法第三十五条',
  },
  'publishing.release': {
    title: '发布、定时发布审核通过的信息',
    roles: ['clerk', 'reviewer', 'unitLeader', 'supervisor'],
    reach: 'unit',
  },
  'publishing.releaseInEmergency': {
    title: '应急发布，事后补审',
    roles: ['unitLeader', 'supervisor'],
    reach: 'unit',
    forAllUnits: ['supervisor'],
  },
  'publishing.changeOpenness': {
    title: '变更已发布信息的公开属性',
    roles: ['unitLeader', 'supervisor'],
    reach: 'unit',
    forAllUnits: ['supervisor'],
    article: '政府信息公开条例第十八条',
  },
  'publishing.withdraw': {
    title: '撤回已发布的信息',
    roles: ['unitLeader', 'supervisor'],
    reach: 'unit',
    forAllUnits: ['supervisor'],
  },
  'publishing.reviewLater': {
    title: '补审应急发布的信息',
    roles: ['unitLeader', 'supervisor'],
    reach: 'unit',
    forAllUnits: ['supervisor'],
  },
  'publishing.waiveDemand': {
    title: '写明不需要同步发布内容的原因',
    roles: ['unitLeader', 'supervisor'],
    reach: 'unit',
    forAllUnits: ['supervisor'],
  },
  'publishing.returnItem': {
    title: '退回送审的信息',
    roles: ['reviewer', 'unitLeader', 'supervisor'],
    reach: 'unit',
    forAllUnits: ['supervisor'],
  },
  'publishing.declareContents': {
    title: '写明本单位没有的法定公开内容',
    roles: ['unitLeader', 'supervisor'],
    reach: 'unit',
    forAllUnits: ['supervisor'],
    article: '政府信息公开条例第二十条',
  },
  'publishing.openReview': {
    title: '开始、结束公开属性复核',
    roles: ['supervisor'],
    reach: 'jurisdiction',
    article: '政府信息公开条例第十八条',
  },
  'publishing.judgeOpenness': {
    title: '提出公开属性复核结论',
    roles: ['clerk', 'reviewer', 'unitLeader', 'supervisor'],
    reach: 'unit',
    forAllUnits: ['supervisor'],
    article: '政府信息公开条例第十八条',
  },
  'publishing.importItems': {
    title: '从原网站迁入栏目和信息',
    roles: ['supervisor'],
    reach: 'jurisdiction',
  },
  'publishing.arrangeColumns': {
    title: '设置、调整、关闭栏目',
    roles: ['supervisor'],
    reach: 'jurisdiction',
  },
} as const satisfies PermissionTable;
