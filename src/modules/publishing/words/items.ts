/** Labels of items and their refusals. */
import { defineRefusals } from '#kernel/refusal.ts';
import type { ItemAction } from '../rules/item-actions.ts';
import type {
  ItemEventKind,
  ItemStage,
  PublicStanding,
  ReviewObstacle,
  ReviewStep,
  SecrecyOpinion,
} from '../rules/item-state.ts';
import type { DisclosureFault, Openness } from '../rules/openness.ts';

export const opennessTitles: Readonly<Record<Openness, string>> = {
  proactive: '主动公开',
  onRequest: '依申请公开',
  withheld: '不予公开',
};

export const stageTitles: Readonly<Record<ItemStage, string>> = {
  draft: '起草',
  firstReview: '待初审',
  secondReview: '待复审',
  finalReview: '待终审',
  approved: '待发布',
  scheduled: '定时发布',
  settled: '已办结',
};

export const publicStandingTitles: Readonly<Record<PublicStanding, string>> = {
  none: '未发布',
  published: '已发布',
  withdrawn: '已撤回',
  kept: '已定，不主动公开',
};

export const reviewStepTitles: Readonly<Record<ReviewStep, string>> = {
  firstReview: '初审',
  secondReview: '复审',
  finalReview: '终审',
};

export const secrecyOpinionTitles: Readonly<Record<SecrecyOpinion, string>> = {
  passed: '可以公开',
  refused: '不得公开',
  referred: '送主管部门或者保密行政管理部门确定',
};

export const itemEventTitles: Readonly<Record<ItemEventKind, string>> = {
  created: '起草',
  revised: '修改',
  submitted: '送审',
  recalled: '撤回送审',
  passed: '审核通过',
  returned: '退回修改',
  secrecyReviewed: '保密审查',
  scheduled: '定时发布',
  unscheduled: '取消定时',
  released: '发布',
  emergencyReleased: '应急发布',
  imported: '从原网站迁入',
  laterReviewed: '事后补审',
  opennessChanged: '变更公开属性',
  withdrawn: '撤回公开',
};

export const itemActionTitles: Readonly<Record<ItemAction, string>> = {
  save: '修改',
  submit: '送审',
  recall: '撤回送审',
  pass: '审核通过',
  return: '退回修改',
  reviewSecrecy: '保密审查',
  schedule: '定时发布',
  unschedule: '取消定时',
  release: '发布',
  releaseInEmergency: '应急发布',
  reviewLater: '事后补审',
  changeOpenness: '变更公开属性',
  withdraw: '撤回公开',
  scheduleWithdrawal: '定时撤回',
};

const faultSentences: Readonly<Record<DisclosureFault, { readonly why: string; readonly todo: string }>> = {
  groundMissing: { why: '不予公开须有法定理由', todo: '请从第十四至十六条中选择范围最窄的一项' },
  groundNotNeeded: { why: '主动公开的信息不需要不予公开的理由', todo: '请清除理由，或改选公开属性' },
  reasonMissing: { why: '公开是常态，不主动公开须写明具体原因', todo: '请结合这份信息写明原因' },
  mayNotBeOnRequest: {
    why: '国家秘密和法律、行政法规禁止公开的信息，依申请也不得公开',
    todo: '请改选“不予公开”，或重新选择理由',
  },
};

const obstacleSentences: Readonly<Record<ReviewObstacle, { readonly why: string; readonly todo: string }>> = {
  ownText: { why: '起草和修改过这份信息的人不能审核它', todo: '请由其他审核人办理' },
  sameReviewer: { why: '三级审核由不同的人分别把关，您已审过前一级', todo: '请由其他审核人办理这一级' },
  secrecyMissing: { why: '终审前须完成保密审查', todo: '请本单位保密审查员先提出审查意见' },
  secrecyRefused: { why: '保密审查意见不是“可以公开”', todo: '请按审查意见修改，或待有关部门确定后再审' },
};

export const itemRefusals = defineRefusals({
  'publishing.itemNotFound': {
    status: 404,
    say: () => ({
      what: '找不到这份信息',
      why: '地址有误，或者它不在您可以查看的范围',
      todo: '请从“信息发布”列表进入，或在首页搜索',
    }),
  },
  'publishing.itemActionNotAllowed': {
    status: 409,
    say: (params: { action: ItemAction; stage: ItemStage; standing: PublicStanding }) => ({
      what: `这份信息现在不能${itemActionTitles[params.action]}`,
      why: `它${stageTitles[params.stage]}，公开状态是“${publicStandingTitles[params.standing]}”`,
      todo: '请刷新页面，查看现在可以办理的事项',
    }),
  },
  'publishing.itemReviewStopped': {
    status: 409,
    article: '政府信息公开条例第十七条',
    say: (params: { step: ReviewStep | 'secrecy'; obstacle: ReviewObstacle }) => ({
      what: params.step === 'secrecy' ? '不能提出保密审查意见' : `不能通过${reviewStepTitles[params.step]}`,
      ...obstacleSentences[params.obstacle],
    }),
  },
  'publishing.itemDisclosureFault': {
    status: 422,
    article: '政府信息公开条例第五条、第十四条至第十六条',
    say: (params: { fault: DisclosureFault }) => ({
      what: '公开属性填写不完整',
      ...faultSentences[params.fault],
    }),
  },
  'publishing.itemIncomplete': {
    status: 422,
    say: (params: { missing: readonly string[] }) => ({
      what: '还有必填内容没有填写',
      why: `缺少：${params.missing.join('、')}`,
      todo: '请补齐后再送审，已填写的内容都已保存',
    }),
  },
  'publishing.itemKindUnknown': {
    status: 422,
    say: (params: { kind: string }) => ({
      what: '没有这种信息类型',
      why: `类型“${params.kind}”不在类型表中`,
      todo: '请重新选择信息类型',
    }),
  },
  'publishing.itemConflict': {
    status: 409,
    say: (params: { name: string }) => ({
      what: '您打开之后，这份信息已被修改',
      why: `${params.name}保存了新的版本`,
      todo: '您填写的内容仍在，请对照两个版本后选择保留哪一个',
    }),
  },
  'publishing.itemBytesChanged': {
    status: 409,
    say: () => ({
      what: '发布已停止',
      why: '待发布的内容与审核通过的内容不一致',
      todo: '请退回起草人重新送审，并告知安全管理员',
    }),
  },
  'publishing.itemDemandOpen': {
    status: 409,
    say: (params: { demands: readonly string[] }) => ({
      what: '还不能发布',
      why: `须同步发布的内容没有备齐：${params.demands.join('、')}`,
      todo: '请备齐并审核通过后一并发布，或由单位负责人写明不需要的原因',
    }),
  },
  'publishing.itemFindingsOpen': {
    status: 409,
    say: (params: { blocking: number; toConfirm: number }) => ({
      what: '发布前检测没有通过',
      why: `不得发布的问题${params.blocking}处，须说明理由的问题${params.toConfirm}处`,
      todo: '请修改后重新送审；确属误报的，由有权限的人写明理由',
    }),
  },
  'publishing.itemFieldWrong': {
    status: 422,
    say: (params: { title: string }) => ({
      what: `“${params.title}”的内容格式不对`,
      why: '它与这种信息类型规定的格式不一致',
      todo: '请按提示重新填写这一项',
    }),
  },
  'publishing.itemEmergencyNotProactive': {
    status: 422,
    say: () => ({
      what: '不能应急发布',
      why: '应急发布只用于主动公开的信息',
      todo: '请核对公开属性，或按一般程序送审',
    }),
  },
  'publishing.importUnreadable': {
    status: 422,
    say: (params: { because: string }) => ({
      what: '这份列表读不出来',
      why: params.because,
      todo: '请导出为 CSV 或 XLSX，第一行是表头',
    }),
  },
  'publishing.importHeadMissing': {
    status: 422,
    say: (params: { missing: readonly string[] }) => ({
      what: '这份列表的表头不全',
      why: `缺少：${params.missing.join('、')}`,
      todo: '请补上这些列，列名写在第一行',
    }),
  },
  'publishing.itemNotChecked': {
    status: 409,
    say: () => ({
      what: '还没有完成发布前检测',
      why: '每一版内容和附件发布前都要检测',
      todo: '请稍后再试；检测完成后会显示结果',
    }),
  },
  'publishing.itemTimePassed': {
    status: 422,
    say: () => ({
      what: '设定的时间已经过去',
      why: '只能选择将来的时间',
      todo: '请重新选择时间，或者现在就办理',
    }),
  },
  'publishing.demandNotFound': {
    status: 404,
    say: () => ({
      what: '找不到这项同步发布要求',
      why: '它不属于这份信息，或者已被取消',
      todo: '请刷新页面后再试',
    }),
  },
  'publishing.itemFileUnknown': {
    status: 422,
    say: () => ({
      what: '有一个附件不存在',
      why: '附件没有上传成功，或者不是由您上传的',
      todo: '请重新上传这个附件',
    }),
  },
});
