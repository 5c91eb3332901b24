/** Labels of review rounds and their refusals. */
import { defineRefusals } from '#kernel/refusal.ts';
import type {
  ConfirmObstacle,
  ReviewEntryState,
  ReviewVerdict,
  VerdictFault,
} from '../rules/openness-review.ts';

export const reviewVerdictTitles: Readonly<Record<ReviewVerdict, string>> = {
  keep: '维持原属性',
  convert: '变更公开属性',
};

export const entryStateTitles: Readonly<Record<ReviewEntryState, string>> = {
  waiting: '待复核',
  overdue: '逾期未复核',
  toConfirm: '待确认',
  kept: '已复核，维持',
  converted: '已复核，已变更',
};

export const entryStateSigns: Readonly<Record<ReviewEntryState, string>> = {
  waiting: '○',
  overdue: '▲',
  toConfirm: '◆',
  kept: '●',
  converted: '●',
};

const faultSentences: Readonly<Record<VerdictFault, string>> = {
  groundMissing: '不予公开须选择法定理由',
  groundNotNeeded: '主动公开的不需要不予公开的理由',
  reasonMissing: '须结合这份信息写明原因',
  mayNotBeOnRequest: '国家秘密和法律禁止公开的，依申请也不得公开',
  sameOpenness: '变更后的公开属性与现在相同',
};

const obstacleSentences: Readonly<Record<ConfirmObstacle, string>> = {
  noVerdict: '这份信息还没有复核结论',
  ownVerdict: '结论是您提出的，须由另一人确认',
  alreadyConfirmed: '结论已经确认',
};

export const opennessReviewRefusals = defineRefusals({
  'publishing.reviewNotFound': {
    status: 404,
    say: () => ({
      what: '找不到这次复核或其中的信息',
      why: '地址有误，或者它不在您可以办理的范围',
      todo: '请从“公开属性复核”进入',
    }),
  },
  'publishing.reviewEmpty': {
    status: 409,
    say: () => ({
      what: '不能开始复核',
      why: '所选单位没有依申请公开或不予公开的信息',
      todo: '请扩大单位范围，或等有这类信息后再开始',
    }),
  },
  'publishing.reviewDuePassed': {
    status: 422,
    say: () => ({ what: '完成日期已经过去', why: '要给各单位留出办理时间', todo: '请选择今天以后的日期' }),
  },
  'publishing.reviewClosed': {
    status: 409,
    say: () => ({
      what: '这次复核已经结束',
      why: '结论已经存档',
      todo: '需要变更的，请在信息页面上变更公开属性',
    }),
  },
  'publishing.reviewVerdictFault': {
    status: 422,
    article: '政府信息公开条例第十四条至第十六条、第十八条',
    say: (params: { fault: VerdictFault }) => ({
      what: '复核结论不完整',
      why: faultSentences[params.fault],
      todo: '请补齐后再提交',
    }),
  },
  'publishing.reviewConfirmStopped': {
    status: 409,
    article: '政府信息公开条例第十八条',
    say: (params: { obstacle: ConfirmObstacle }) => ({
      what: '不能确认',
      why: obstacleSentences[params.obstacle],
      todo: '请刷新页面，由本单位负责人或主管部门另一人办理',
    }),
  },
  'publishing.reviewUnfinished': {
    status: 409,
    say: (params: { open: number }) => ({
      what: '还不能结束这次复核',
      why: `还有${params.open}条信息没有结论或没有确认`,
      todo: '请督促有关单位办理后再结束',
    }),
  },
});
