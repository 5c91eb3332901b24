/** What rectifications, quality checks and guidance cases are called, and every refusal with what to do next. Browser-safe. */
import { defineRefusals } from '#kernel/refusal.ts';
import type { GuidanceStatus } from '../rules/disputes/guidance.ts';
import type { QualityItem } from '../rules/disputes/quality-sample.ts';
import type {
  RectificationAction,
  RectificationSource,
  RectificationStatus,
} from '../rules/disputes/rectification.ts';

export const rectificationSourceTitles: Readonly<Record<RectificationSource, string>> = {
  reviewDecision: '复议决定书',
  reviewOpinion: '复议意见书',
  reviewProposal: '复议建议书',
  judgment: '裁判文书',
  judicialAdvice: '司法建议书',
  qualityCheck: '抽检发现',
};

export const rectificationStatusTitles: Readonly<Record<RectificationStatus, string>> = {
  open: '整改中',
  submitted: '待验收',
  returned: '退回重改',
  accepted: '已验收',
  dropped: '不再要求',
};

export const rectificationActionTitles: Readonly<Record<RectificationAction, string>> = {
  submit: '报送整改情况',
  accept: '验收',
  return: '退回',
  postpone: '改期',
  drop: '不再要求',
};

export const rectificationEventTitles: Readonly<Record<string, string>> = {
  opened: '下达',
  submitted: '报送整改情况',
  returned: '退回重改',
  postponed: '改期',
  accepted: '验收',
  dropped: '不再要求',
};

export const qualityItemTitles: Readonly<Record<QualityItem, string>> = {
  registration: '登记和收到之日',
  deadline: '期限',
  search: '检索记录',
  ground: '适用依据',
  reasons: '理由',
  remedy: '救济告知',
  service: '送达',
  file: '案卷',
};

export const guidanceStatusTitles: Readonly<Record<GuidanceStatus, string>> = {
  draft: '草稿',
  published: '已发布',
  withdrawn: '已撤下',
};

export const rectificationRefusals = defineRefusals({
  'requests.rectificationNotFound': {
    status: 404,
    say: () => ({
      what: '没有找到这项整改',
      why: '编号有误，或者它不归您所在单位',
      todo: '请从“整改事项”列表进入',
    }),
  },
  'requests.rectificationNotNow': {
    status: 409,
    say: (params: { action: RectificationAction; status: RectificationStatus }) => ({
      what: `这项整改${rectificationStatusTitles[params.status]}，不能${rectificationActionTitles[params.action]}`,
      todo: '请刷新页面，按最新状态办理',
    }),
  },
  'requests.rectificationDueMissing': {
    status: 422,
    say: () => ({
      what: '请填写整改期限',
      why: '只有复议意见书的期限由法律规定（行政复议法第七十六条，六十日）',
      todo: '按文书写明的期限填写',
    }),
  },
  'requests.rectificationDueUnfit': {
    status: 422,
    say: (params: { earliest: string }) => ({
      what: '整改期限过早',
      why: `不能早于${params.earliest}`,
      todo: '请改正日期',
    }),
  },
  'requests.rectificationFileGone': {
    status: 404,
    say: () => ({ what: '没有找到这份文件', todo: '请刷新页面后再试' }),
  },
  'requests.checkNotFound': {
    status: 404,
    say: () => ({ what: '没有找到这次抽检', todo: '请从“案卷抽检”列表进入' }),
  },
  'requests.checkNothingToDraw': {
    status: 422,
    say: () => ({
      what: '这段时间没有办结的申请可以抽',
      why: '只抽已经办结的案件，并案、拆分的原件不抽',
      todo: '请放宽时间或者单位',
    }),
  },
  'requests.scoreTooHigh': {
    status: 422,
    say: (params: { item: QualityItem; most: number }) => ({
      what: `“${qualityItemTitles[params.item]}”最多${params.most}分`,
      todo: '请改正后再保存',
    }),
  },
  'requests.guidanceNotFound': {
    status: 404,
    say: () => ({ what: '没有找到这个案例', todo: '请从“指导案例”列表进入' }),
  },
  'requests.guidanceNotNow': {
    status: 409,
    say: (params: { status: GuidanceStatus }) => ({
      what: `这个案例${guidanceStatusTitles[params.status]}，不能这样办理`,
      why: '发布后的案例不再修改；要改的，撤下后另写一个',
      todo: '请刷新页面，按最新状态办理',
    }),
  },
  'requests.guidanceNotPublic': {
    status: 422,
    article: '个人信息保护法第二十五条',
    say: (params: { sentence: string }) => ({
      what: '案例里还有个人信息或者不能公开的内容',
      why: params.sentence,
      todo: '请改写成不能认出当事人的说法，再发布',
    }),
  },
});
