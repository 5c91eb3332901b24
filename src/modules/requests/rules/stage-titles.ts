/** What the stages of a request are called on every screen. Pure; browser-safe. */
import type { CaseEnding, CaseStage } from './case-state.ts';

export const caseStageTitles: Readonly<Record<CaseStage, string>> = {
  registered: '待确认收到',
  handling: '办理中',
  awaitingCorrection: '待补正',
  awaitingPayment: '待缴费',
  replied: '待送达',
  closed: '已办结',
  archived: '已归档',
};

export const caseEndingTitles: Readonly<Record<CaseEnding, string>> = {
  delivered: '已答复',
  abandoned: '不再处理',
  withdrawn: '申请人撤回',
  merged: '并入另一件',
  split: '已拆分',
};
