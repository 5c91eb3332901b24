/** Who may do what with plans. */
import type { PermissionTable } from '#kernel/permission.ts';

export const planPermissions = {
  'plan.import': { title: '导入任务分解表', roles: ['supervisor'], reach: 'jurisdiction' },
  'plan.oversee': {
    title: '查看全部单位的任务',
    roles: ['supervisor', 'legalOffice', 'auditor'],
    reach: 'jurisdiction',
  },
  'plan.viewMeasuring': {
    title: '查看任务的度量、佐证和状态变化',
    roles: ['clerk', 'reviewer', 'secrecyReviewer', 'unitLeader', 'supervisor', 'legalOffice', 'auditor'],
    reach: 'jurisdiction',
  },
  'plan.bind': { title: '确认和调整任务度量', roles: ['supervisor'], reach: 'jurisdiction' },
  'plan.evaluate': { title: '重新核对任务状态', roles: ['supervisor'], reach: 'jurisdiction' },
  'plan.override': { title: '署名认定任务状态', roles: ['supervisor'], reach: 'jurisdiction' },
  'plan.viewUnit': {
    title: '查看本单位的任务',
    roles: ['clerk', 'reviewer', 'secrecyReviewer', 'unitLeader', 'supervisor', 'legalOffice'],
    reach: 'unit',
  },
  'plan.writeLedger': {
    title: '填报、更正、撤回任务台账',
    roles: ['clerk', 'reviewer', 'unitLeader', 'supervisor'],
    reach: 'unit',
  },
  'plan.readLedger': {
    title: '查看台账和任务清单（本单位和本单位参与的任务）',
    roles: ['clerk', 'reviewer', 'secrecyReviewer', 'unitLeader', 'supervisor', 'legalOffice', 'auditor'],
    reach: 'jurisdiction',
  },
  'plan.releaseEvidence': {
    title: '决定本单位的台账可否公开',
    roles: ['unitLeader', 'supervisor'],
    reach: 'unit',
    article: '政府信息公开条例第十七条',
  },
  'plan.fileUnitPlan': {
    title: '报送本单位的任务清单',
    roles: ['clerk', 'reviewer', 'unitLeader', 'supervisor'],
    reach: 'unit',
  },
  'plan.superviseUnitPlans': {
    title: '规定报送任务清单的期限，确认或退回',
    roles: ['supervisor'],
    reach: 'jurisdiction',
  },
  'plan.raiseQuestion': {
    title: '提出疑难问题、苗头性问题',
    roles: ['clerk', 'reviewer', 'unitLeader', 'supervisor'],
    reach: 'unit',
  },
  'plan.giveGuidance': {
    title: '答复问题，登记检查指导',
    roles: ['supervisor'],
    reach: 'jurisdiction',
  },
  'plan.contributePractice': {
    title: '报送经验做法',
    roles: ['clerk', 'reviewer', 'unitLeader', 'supervisor'],
    reach: 'unit',
  },
  'plan.selectPractices': {
    title: '约稿，选用和推广经验做法',
    roles: ['supervisor'],
    reach: 'jurisdiction',
  },
  'plan.manageMatters': {
    title: '统筹事项，安排起草、发布、解读等步骤',
    roles: ['supervisor'],
    reach: 'jurisdiction',
  },
  'plan.finishMatterStep': {
    title: '登记本单位承担的步骤完成',
    roles: ['clerk', 'reviewer', 'unitLeader', 'supervisor'],
    reach: 'unit',
  },
  'plan.takeDownEvidence': {
    title: '撤下任何单位已公开的台账',
    roles: ['supervisor'],
    reach: 'jurisdiction',
  },
  'plan.checkLinks': {
    title: '检查台账里的全部网址',
    roles: ['supervisor'],
    reach: 'jurisdiction',
  },
  'plan.supervise': {
    title: '发出、审核、升级督办单',
    roles: ['supervisor'],
    reach: 'jurisdiction',
  },
  'plan.answerOrder': {
    title: '签收、反馈督办单',
    roles: ['clerk', 'unitLeader'],
    reach: 'unit',
  },
  'plan.lookBack': {
    title: '开展“回头看”：核销任务、下达整改',
    roles: ['supervisor'],
    reach: 'jurisdiction',
  },
} as const satisfies PermissionTable;
