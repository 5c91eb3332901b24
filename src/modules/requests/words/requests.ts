/** Labels of requests and their refusals. */
import { defineRefusals } from '#kernel/refusal.ts';
import { type CaseAction, caseActions } from '../rules/case-actions.ts';
import type { CaseEventKind, DeliveryWay, IntakeWay } from '../rules/case-events.ts';

export const intakeWayTitles: Readonly<Record<IntakeWay, string>> = {
  counter: '当面提交',
  oral: '口头申请',
  registeredMail: '挂号信、特快专递',
  ordinaryMail: '平常信函',
  online: '网上提交',
  email: '电子邮件',
  fax: '传真',
};

export const identityKindTitles = {
  idCard: '居民身份证',
  passport: '护照',
  otherDocument: '其他证件',
  creditCode: '统一社会信用代码',
} as const;

export const deliveryWayTitles: Readonly<Record<DeliveryWay, string>> = {
  direct: '直接送达',
  entrusted: '委托送达',
  post: '邮寄送达',
  electronic: '电子送达',
};

export const caseEventTitles: Readonly<Record<CaseEventKind, string>> = {
  registered: '登记',
  received: '收到申请',
  contacted: '与申请人联系',
  assigned: '分派承办',
  transferred: '转本级其他机关',
  forwarded: '转其他机关',
  splitInto: '拆分',
  splitFrom: '由另一件拆出',
  mergedInto: '并入另一件',
  absorbed: '并入了另一件',
  correctionNoticed: '告知补正',
  corrected: '收到补正',
  consulted: '发出征求意见书',
  consultationReceived: '对方签收征求意见书',
  consultationAnswered: '对方提出意见',
  overridden: '因公共利益决定公开',
  extensionProposed: '提请延期',
  extensionConsented: '同意延期',
  extended: '告知延期',
  feeNoticed: '告知收费',
  feePaid: '缴清费用',
  feeWaived: '减免费用',
  counselAsked: '送法律顾问',
  counselAdvised: '法律顾问意见',
  meetingHeld: '会商',
  reasonsAsked: '要求说明理由',
  reasonsJudged: '认定申请理由',
  longerPeriodSet: '确定延迟答复期限',
  letterIssued: '制发文书',
  replied: '作出答复',
  dispatched: '送出',
  deliverySigned: '签收',
  deliveryReturned: '退回',
  abandoned: '不再处理',
  withdrawn: '申请人撤回',
  archived: '归档',
  conversionProposed: '转为主动公开',
  recordCorrected: '更正本人信息',
  message: '留言',
  disputeOpened: '复议、诉讼立案',
  disputeClosed: '复议、诉讼结案',
  reopened: '重新办理',
};

export const requestRefusals = defineRefusals({
  'requests.notFound': {
    status: 404,
    say: () => ({
      what: '找不到这件申请',
      why: '编号有误，或者它没有分派给您',
      todo: '请从“政府信息公开申请”列表进入，或联系政府信息公开工作机构',
    }),
  },
  'requests.actionNotAllowed': {
    status: 409,
    say: (params: { action: CaseAction; because: string }) => ({
      what: `现在不能“${caseActions[params.action].title}”`,
      why: params.because,
      todo: '请刷新页面，按现在可以办理的事项继续',
    }),
  },
  'requests.unitUnknown': {
    status: 422,
    say: () => ({
      what: '没有这个单位',
      why: '单位不属于本级，或者已经停用',
      todo: '请重新选择单位',
    }),
  },
  'requests.dayInFuture': {
    status: 422,
    say: () => ({
      what: '日期晚于今天',
      why: '登记的都是已经发生的事',
      todo: '请改正日期',
    }),
  },
  'requests.dayTooEarly': {
    status: 422,
    say: (params: { earliest: string }) => ({
      what: '日期过早',
      why: `不能早于${params.earliest}`,
      todo: '请改正日期',
    }),
  },
  'requests.notLawful': {
    status: 409,
    say: (params: { what: string; because: string }) => ({
      what: params.what,
      why: params.because,
      todo: '请改正后再办理，或改办其他事项',
    }),
  },
  'requests.ownProposal': {
    status: 403,
    article: '政府信息公开条例第三十三条第二款',
    say: () => ({
      what: '提请延期的人不能自己同意',
      why: '延期须经政府信息公开工作机构负责人同意',
      todo: '请由负责人同意',
    }),
  },
  'requests.officersUnfit': {
    status: 422,
    say: () => ({
      what: '不能分派给这些人员',
      why: '承办人须是承办单位在岗的工作人员；不属于政府信息公开工作机构的，只能在本单位内分派',
      todo: '请重新选择承办单位和承办人',
    }),
  },
  'requests.replyIncomplete': {
    status: 422,
    say: (params: { missing: readonly string[] }) => ({
      what: '还不能作出这种答复',
      why: `案卷里还缺：${params.missing.join('、')}`,
      todo: '请补齐后再答复',
    }),
  },
  'requests.groundUnfit': {
    status: 422,
    say: (params: { says: string; article: string }) => ({
      what: '答复的依据与案卷不符',
      why: `${params.says}（${params.article}）`,
      todo: '请改用相应的答复类型，或更正案卷中的事实',
    }),
  },
  'requests.codeWrong': {
    status: 404,
    say: () => ({
      what: '没有找到这件申请',
      why: '查询码不对，或者编号、电话末四位与它不是一件',
      todo: '请对照回执再填一次；回执丢了的，请带证件到该机关的政府信息公开工作机构查询',
    }),
  },
  'requests.deliveryFixed': {
    status: 409,
    say: () => ({
      what: '现在不能改取得方式',
      why: '答复已经作出，或者申请已经办结',
      todo: '需要另外的形式，请给承办人员留言',
    }),
  },
  'requests.deliveryNowhere': {
    status: 422,
    say: (params: { missing: string }) => ({
      what: `没有可用的${params.missing}`,
      why: '按这种方式取得，要知道送到哪里',
      todo: `请填写${params.missing}`,
    }),
  },
  'requests.proofMissing': {
    status: 422,
    say: () => ({ what: '没有选择文件', todo: '请选择证件的照片或者扫描件再上传，或者不上传，直接提交' }),
  },
  'requests.proofsTooMany': {
    status: 422,
    say: () => ({ what: '身份证明最多上传3份', todo: '请先删除不需要的，再上传' }),
  },
  'requests.draftGone': {
    status: 404,
    say: () => ({
      what: '没有找到草稿',
      why: '草稿码不对，或者草稿超过保存期限已经删除',
      todo: '请核对草稿码；找不到的，请重新填写申请',
    }),
  },
  'requests.proofUnreadable': {
    status: 422,
    say: () => ({
      what: '身份证明不能上传',
      why: '只接受JPG、PNG图片和PDF',
      todo: '请换一个文件，或者不上传，改为当面出示',
    }),
  },
  'requests.applicantErased': {
    status: 410,
    say: () => ({
      what: '申请人信息已经删除',
      why: '保存期限届满，按规定删除',
      todo: '办理情况仍在案卷中',
    }),
  },
  'requests.mergeUnfit': {
    status: 422,
    say: () => ({
      what: '不能并入那一件',
      why: '只能并入同一申请人向同一机关提出、尚未办结的另一件',
      todo: '请重新选择',
    }),
  },
});
