/** What reviews and lawsuits are called on every screen, and every refusal with what to do next. Browser-safe. */
import { defineRefusals } from '#kernel/refusal.ts';
import type { BundleGroup } from '../rules/disputes/bundle.ts';
import type { PartyRole } from '../rules/disputes/parties.ts';
import type { DisputeCapacity } from '../rules/disputes/report-cell.ts';
import type {
  DisputeEventKind,
  DisputeOutcome,
  DisputeStatus,
  DisputeWay,
  ReviewProcedure,
  RulingFormName,
} from '../rules/disputes/shapes.ts';

export const disputeWayTitles: Readonly<Record<DisputeWay, string>> = {
  review: '行政复议',
  directLawsuit: '直接起诉',
  lawsuitAfterReview: '复议后起诉',
};

export const disputeCapacityTitles: Readonly<Record<DisputeCapacity, string>> = {
  originalActor: '作出答复的机关',
  reviewOrgan: '复议机关（共同被告，不计入年报）',
};

export const reviewProcedureTitles: Readonly<Record<ReviewProcedure, string>> = {
  ordinary: '普通程序',
  simplified: '简易程序',
};

const statusTitles: Readonly<Record<DisputeStatus, string>> = {
  opened: '等待受理',
  notified: '待答复',
  replied: '审理中',
  suspended: '中止',
  ruled: '上诉期内',
  appealed: '二审、再审中',
  closed: '已审结',
};

/** 待答复 in a review is 待答辩 in a lawsuit. */
export function disputeStatusTitle(way: DisputeWay, status: DisputeStatus): string {
  if (way === 'review') return statusTitles[status];
  if (status === 'opened') return '等待立案';
  return status === 'notified' ? '待答辩' : statusTitles[status];
}

export const disputeOutcomeTitles: Readonly<Record<DisputeOutcome, string>> = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
};

export const rulingFormTitles: Readonly<Record<RulingFormName, string>> = {
  upheld: '维持',
  claimRejected: '驳回复议请求',
  revoked: '撤销',
  changed: '变更',
  unlawful: '确认违法',
  performance: '责令履行',
  invalid: '确认无效',
  applicationRejected: '驳回复议申请',
  terminated: '终止',
  mediated: '调解',
  claimsDismissed: '判决驳回诉讼请求',
  judgmentUpheld: '维持一审裁判',
  actRevoked: '判决撤销',
  performanceOrdered: '判决履行',
  heldUnlawful: '判决确认违法',
  heldInvalid: '判决确认无效',
  actChanged: '判决变更',
  suitRejected: '裁定驳回起诉',
  withdrawn: '裁定准许撤诉',
  settled: '调解结案',
  discontinued: '裁定终结诉讼',
};

const reviewEventTitles: Readonly<Record<DisputeEventKind, string>> = {
  opened: '申请行政复议',
  accepted: '复议机关受理',
  declined: '不予受理',
  notified: '收到复议申请书副本',
  procedureChanged: '转为普通程序',
  replied: '提交复议答复和证据',
  hearingSet: '听证、听取意见',
  suspended: '中止',
  resumed: '恢复审理',
  extended: '延长复议期限',
  ruled: '复议决定',
  appealed: '上诉',
  tookEffect: '生效',
  reopened: '再审',
  costNoted: '费用',
  documentAdded: '材料',
  remarked: '备注',
  annulled: '更正登记',
};

const lawsuitEventTitles: Readonly<Partial<Record<DisputeEventKind, string>>> = {
  opened: '提起行政诉讼',
  accepted: '人民法院立案',
  declined: '不予立案',
  notified: '收到起诉状副本',
  replied: '提交答辩状和证据',
  hearingSet: '开庭',
  ruled: '裁判',
  tookEffect: '一审裁判生效',
};

export function disputeEventTitle(way: DisputeWay, kind: DisputeEventKind): string {
  return (way === 'review' ? undefined : lawsuitEventTitles[kind]) ?? reviewEventTitles[kind];
}

export const partyRoleTitles: Readonly<Record<PartyRole, string>> = {
  applicant: '申请人（原告）',
  thirdParty: '第三人',
  representative: '代理人',
  coDefendant: '共同被告',
};

export const bundleGroupTitles: Readonly<Record<BundleGroup, string>> = {
  answer: '答复书、答辩状',
  request: '申请及收到情况',
  handling: '办理过程',
  reply: '答复文书',
  delivery: '送达',
  ground: '法律依据、规范性文件',
  dispute: '复议、诉讼文书',
};

const because = {
  status: '这一步不在现在的阶段',
  form: '复议和诉讼的结案方式不同',
  future: '只登记已经发生的事',
  beforeStart: '日期早于提出复议、起诉的日期',
  receivedFirst: '收到的日期早于作出的日期',
  nothingThere: '没有这一条登记',
  theOpening: '提出复议、起诉本身不能更正，登记错了请写明备注',
  alreadyAnnulled: '这一条已经更正过',
} as const;

export const disputeRefusals = defineRefusals({
  'requests.disputeNotFound': {
    status: 404,
    say: () => ({
      what: '没有找到这件复议、诉讼',
      why: '编号有误，或者它不归您所在单位办理',
      todo: '请从“复议诉讼”列表进入',
    }),
  },
  'requests.disputeStepNotAllowed': {
    status: 409,
    say: (params: { way: DisputeWay; kind: DisputeEventKind; why: keyof typeof because }) => ({
      what: `现在不能登记“${disputeEventTitle(params.way, params.kind)}”`,
      why: because[params.why],
      todo: '请刷新页面，核对阶段和日期后再登记',
    }),
  },
  'requests.disputeOverNothing': {
    status: 422,
    say: () => ({
      what: '没有写明针对哪一件申请',
      why: '每件复议、诉讼都应当对应一件政府信息公开申请',
      todo: '请选择系统里的申请；本系统启用以前的，写明原申请并选择单位',
    }),
  },
  'requests.disputeUnitUnknown': {
    status: 422,
    say: () => ({ what: '没有这个单位', why: '单位不属于本级，或者已经停用', todo: '请重新选择单位' }),
  },
  'requests.disputeGroundUnknown': {
    status: 422,
    say: () => ({ what: '没有这一种办理结果', todo: '请从列表里选择原答复的依据' }),
  },
  'requests.disputeReviewUnfit': {
    status: 422,
    say: () => ({
      what: '选的前一件不是已经审结的行政复议',
      why: '只有复议后起诉才有前一件复议，两件应当属于同一个单位',
      todo: '请重新选择，或者只填写收到复议决定的日期',
    }),
  },
  'requests.disputeDayInFuture': {
    status: 422,
    say: () => ({ what: '日期晚于今天', why: '只登记已经发生的事', todo: '请改正日期' }),
  },
  'requests.disputeFileMissing': {
    status: 422,
    say: () => ({ what: '没有收到文件', todo: '请选择一个不为空的文件再上传' }),
  },
  'requests.disputeFileGone': {
    status: 404,
    say: () => ({ what: '没有找到这份文件', todo: '请刷新页面后再试' }),
  },
  'requests.partiesNotReadable': {
    status: 409,
    say: () => ({
      what: '当事人姓名已经不能打开',
      why: '加密的密钥与登记时不同，或者内容被改动过',
      todo: '请从纸质案卷查阅，并告诉系统管理员',
    }),
  },
});
