/** Words of supervision orders: titles and what they mean in the field, and the refusals. */
import { defineRefusals } from '#kernel/refusal.ts';
import type { OrderAction, OrderParty } from '../rules/supervision/actions.ts';
import type {
  EscalationMode,
  OrderEventKind,
  OrderStatus,
  SupervisionLevel,
} from '../rules/supervision/shapes.ts';

export const supervisionLevelTitles: Readonly<Record<SupervisionLevel, string>> = {
  prompt: '提醒',
  supervise: '督办',
  circular: '通报',
};

/** What each step means for the unit. */
export const supervisionLevelMeanings: Readonly<Record<SupervisionLevel, string>> = {
  prompt: '指出问题，请单位在期限内办理并反馈，送联络员和经办人',
  supervise: '正式督办，同时送单位负责人，逾期列入督办台账',
  circular: '在全县通报，同时报政务公开工作领导小组，由单位负责人反馈',
};

export const orderStatusTitles: Readonly<Record<OrderStatus, string>> = {
  issued: '待签收',
  received: '待反馈',
  returned: '退回重办',
  replied: '待审核',
  closed: '已办结',
  withdrawn: '已撤回',
};

export const orderActionTitles: Readonly<Record<OrderAction, string>> = {
  receive: '签收',
  reply: '反馈',
  accept: '审核通过，办结',
  return: '退回重办',
  extend: '延长期限',
  escalate: '升级',
  withdraw: '撤回',
};

export const orderPartyTitles: Readonly<Record<OrderParty, string>> = {
  unit: '被督办单位',
  office: '主管部门',
};

export const orderEventTitles: Readonly<Record<OrderEventKind, string>> = {
  issued: '发出',
  received: '签收',
  replied: '反馈',
  returned: '退回重办',
  extended: '延长期限',
  escalated: '升级',
  closed: '审核通过，办结',
  withdrawn: '撤回',
};

export const escalationModeTitles: Readonly<Record<EscalationMode, string>> = {
  byPerson: '由人决定',
  automatic: '逾期次一工作日自动升级',
};

/** The number as it is printed: 督办〔2026〕1号. */
export function supervisionNumberWords(year: number, serial: number): string {
  return `督办〔${year}〕${serial}号`;
}

const fromList = '请从“督办”页面的列表进入';

export const supervisionRefusals = defineRefusals({
  'plan.orderNotFound': {
    status: 404,
    say: () => ({ what: '找不到这份督办单', why: '地址有误，或者它不是发给您单位的', todo: fromList }),
  },
  'plan.orderActionClosed': {
    status: 409,
    say: (params: { action: OrderAction; status: OrderStatus }) => ({
      what: `现在不能${orderActionTitles[params.action]}`,
      why: `这份督办单的状态是“${orderStatusTitles[params.status]}”`,
      todo: '请刷新页面，按最新状态办理',
    }),
  },
  'plan.orderExpired': {
    status: 409,
    say: (params: { due: string }) => ({
      what: '期限已过，不能再延长',
      why: `反馈期限到${params.due}为止，延长须在期限届满前办理`,
      todo: '请催办，或者升级并给出新的期限',
    }),
  },
  'plan.orderNotLate': {
    status: 409,
    say: (params: { due: string }) => ({
      what: '还不到升级的时候',
      why: `单位的反馈期限到${params.due}，期限内不升级；反馈不合要求被退回过的除外`,
      todo: '请等期限届满，或者撤回后重新发单',
    }),
  },
  'plan.orderAtTopLevel': {
    status: 409,
    say: () => ({
      what: '已经是最高一级',
      why: `${supervisionLevelTitles.circular}之后没有更高的等级`,
      todo: '请直接与单位负责人联系，或者提请领导小组研究',
    }),
  },
  'plan.orderUnitUnknown': {
    status: 422,
    say: () => ({
      what: '选择的单位不存在',
      why: '单位可能已被撤销或属于其他行政区',
      todo: '请重新选择单位',
    }),
  },
  'plan.orderTaskUnknown': {
    status: 422,
    say: () => ({
      what: '选择的任务不存在',
      why: '任务可能已在新版任务分解表中撤下，或属于其他行政区',
      todo: '请从任务总览重新选择',
    }),
  },
  'plan.orderFileUnknown': {
    status: 422,
    say: () => ({
      what: '附件不在这份督办单里',
      why: '附件须先上传到这份督办单，一份附件只能随一次反馈提交',
      todo: '请重新上传附件',
    }),
  },
  'plan.orderFileGone': {
    status: 404,
    say: () => ({
      what: '找不到这份附件',
      why: '附件不在这份督办单里，或者文件库里没有它',
      todo: '请刷新页面；仍然没有时请联系系统管理员',
    }),
  },
});
