/** Labels and refusals of the units' own plans. */
import { defineRefusals } from '#kernel/refusal.ts';
import type { FilingAction, FilingState, FilingVerdict } from '../rules/unit-plans/filing.ts';

export const filingStateTitles: Readonly<Record<FilingState, string>> = {
  missing: '未报送',
  filed: '待确认',
  returned: '已退回',
  accepted: '已确认',
};

export const timelinessTitles: Readonly<Record<FilingVerdict['timeliness'], string>> = {
  inTime: '按时',
  late: '逾期报送',
  overdue: '逾期未报',
  notYetDue: '未到期',
  noDay: '没有期限',
};

const actionTitles: Readonly<Record<FilingAction, string>> = { file: '报送', accept: '确认', return: '退回' };

export const unitPlanRefusals = defineRefusals({
  'plan.unitPlanNotFound': {
    status: 404,
    say: () => ({
      what: '找不到这份任务清单',
      why: '地址有误，或者它不在您可以查看的范围',
      todo: '请从“单位任务清单”页面进入',
    }),
  },
  'plan.unitPlanNotDemanded': {
    status: 422,
    say: (params: { unit: string }) => ({
      what: `${params.unit}不必报送任务清单`,
      why: '这份任务分解表没有分给它任务，或者主管部门已免予报送',
      todo: '如果分工有变，请联系主管部门',
    }),
  },
  'plan.unitPlanActionNotAllowed': {
    status: 409,
    say: (params: { action: FilingAction; state: FilingState }) => ({
      what: `这份任务清单${filingStateTitles[params.state]}，不能${actionTitles[params.action]}`,
      why: '只有报送后待确认的一份可以确认或退回',
      todo: '请刷新页面，核对最新一次报送后再操作',
    }),
  },
  'plan.unitPlanTaskUnknown': {
    status: 422,
    say: () => ({
      what: '有一条对应的任务不在这份任务分解表里',
      why: '只能对应上级计划现有的任务',
      todo: '请重新选择对应的任务，或者留空',
    }),
  },
});
