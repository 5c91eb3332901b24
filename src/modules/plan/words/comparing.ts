/** Labels of comparisons and lints. */
import type { deadlineMoves } from '../rules/comparing/shapes.ts';
import type { LintCode, lintLevels } from '../rules/linting/shapes.ts';
import type { PlanKind } from '../rules/shapes.ts';

export const planKindTitles: Readonly<Record<PlanKind, string>> = {
  own: '本县计划',
  superior: '上级计划',
  neighbour: '其他地区计划',
};

export const deadlineMoveTitles: Readonly<Record<(typeof deadlineMoves)[number], string>> = {
  same: '不变',
  earlier: '提前',
  later: '推迟',
  nowDated: '改为有明确日期',
  noLongerDated: '不再有明确日期',
  bothOpen: '都没有明确日期',
};

export const lintLevelTitles: Readonly<Record<(typeof lintLevels)[number], string>> = {
  mend: '应当修改',
  consider: '建议考虑',
};

export const lintCodeTitles: Readonly<Record<LintCode, string>> = {
  noOwner: '没有单位负责',
  noLead: '没有牵头单位',
  noDay: '没有时限',
  impossibleDay: '日期不存在',
  dayBeforeIssue: '时限早于印发',
  dueOnRestDay: '到期日是休息日',
  openEnded: '没有时间点',
  notMeasurable: '无法度量',
  duplicate: '重复',
  wider: '宽于上年',
  unchanged: '与上年相同',
  crowded: '时限过于集中',
};
