/** Labels and refusals of the office's records. */
import { defineRefusals } from '#kernel/refusal.ts';
import type { GuidanceKind, GuidanceState } from '../rules/office-records/guidance.ts';
import type { StepKind } from '../rules/office-records/matters.ts';
import type { PracticeState } from '../rules/office-records/practices.ts';

export const guidanceKindTitles: Readonly<Record<GuidanceKind, string>> = {
  question: '疑难问题',
  earlySign: '苗头性问题',
  inspection: '检查指导',
};

export const guidanceStateTitles: Readonly<Record<GuidanceState, string>> = {
  open: '待答复',
  following: '跟进中',
  closed: '已办结',
};

export const practiceStateTitles: Readonly<Record<PracticeState, string>> = {
  waiting: '待选用',
  selected: '已选用',
  declined: '未选用',
};

export const stepKindTitles: Readonly<Record<StepKind, string>> = {
  drafting: '起草',
  release: '发布',
  interpretation: '解读',
  opinionWatch: '舆情监测',
  complaints: '投诉受理',
};

export const matterStateTitles = { done: '全部完成', late: '有步骤逾期', underWay: '推进中' } as const;

const reload = '请刷新页面，核对最新内容后再操作';

export const officeRecordRefusals = defineRefusals({
  'plan.recordNotFound': {
    status: 404,
    say: () => ({
      what: '找不到这条记录',
      why: '地址有误，或者它不在您可以查看的范围',
      todo: '请从列表重新进入',
    }),
  },
  'plan.guidanceActionNotAllowed': {
    status: 409,
    say: (params: { state: GuidanceState }) => ({
      what: `这条记录${guidanceStateTitles[params.state]}，不能这样办理`,
      why: '待答复的可以修改和答复，跟进中的可以办结，办结后不再改动',
      todo: reload,
    }),
  },
  'plan.practiceActionNotAllowed': {
    status: 409,
    say: (params: { state: PracticeState }) => ({
      what: `这篇经验做法${practiceStateTitles[params.state]}，不能这样办理`,
      why: '待选用的可以修改、选用或不选用，选用后记录推广情况',
      todo: reload,
    }),
  },
  'plan.practiceCallOver': {
    status: 422,
    say: (params: { title: string }) => ({
      what: `约稿“${params.title}”已截止`,
      why: '已过约稿的截止日期',
      todo: '可以不选约稿，作为日常报送提交',
    }),
  },
  'plan.stepActionNotAllowed': {
    status: 409,
    say: (params: { done: boolean }) => ({
      what: params.done ? '这一步已经登记完成' : '这一步还没有登记完成',
      why: '可能刚被其他人登记或撤销',
      todo: reload,
    }),
  },
  'plan.stepDoneKept': {
    status: 409,
    say: () => ({
      what: '有一步已经登记完成，不能删除或改换',
      why: '完成的步骤是办理记录',
      todo: '如登记有误，请先在该步骤上撤销完成，再修改',
    }),
  },
  'plan.recordDayAhead': {
    status: 422,
    say: () => ({
      what: '日期在今天之后',
      why: '这里登记的是已经发生的事',
      todo: '请填写今天或以前的日期',
    }),
  },
  'plan.recordTaskUnknown': {
    status: 422,
    say: () => ({
      what: '有一项关联的任务不存在',
      why: '任务可能已不在计划内，或属于其他行政区',
      todo: '请重新选择任务',
    }),
  },
});
