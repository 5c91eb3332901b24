/** What liaisons and handovers say: names of states, and every refusal with what to do next. */
import { defineRefusals } from '#kernel/refusal.ts';
import type { HandoverCategory, HandoverParty, HandoverStatus } from '../rules/handover.ts';
import type { FilingAction, FilingEventKind, FilingStatus } from '../rules/liaison.ts';

export const filingStatusTitles: Readonly<Record<FilingStatus, string>> = {
  unfiled: '未报备',
  filed: '已报备，待受理',
  accepted: '已备案',
  returned: '报备被退回',
};

export const filingEventTitles: Readonly<Record<FilingEventKind, string>> = {
  filed: '报备',
  accepted: '受理备案',
  returned: '退回',
};

const filingActionTitles: Readonly<Record<FilingAction, string>> = {
  file: '报备',
  accept: '受理',
  return: '退回',
};

export const handoverCategoryTitles: Readonly<Record<HandoverCategory, string>> = {
  task: '任务',
  matter: '在办事项',
  draft: '草稿',
  column: '栏目',
  account: '账号',
  seal: '印章',
  document: '文件资料',
  other: '其他',
};

export const handoverPartyTitles: Readonly<Record<HandoverParty, string>> = {
  giver: '移交人',
  receiver: '接收人',
  witness: '监交人',
};

export const handoverStatusTitles: Readonly<Record<HandoverStatus, string>> = {
  open: '交接中',
  completed: '交接完毕',
  cancelled: '已撤销',
};

export const liaisonRefusals = defineRefusals({
  'organisation.liaisonHeld': {
    status: 409,
    say: (params: { unit: string; name: string }) => ({
      what: `“${params.unit}”的联络员是${params.name}`,
      why: '一个单位同时只有一名联络员，换人要逐项交接',
      todo: '请用“变更联络员”办理，平台会列出交接清单',
    }),
  },
  'organisation.noLiaison': {
    status: 409,
    say: (params: { unit: string }) => ({
      what: `“${params.unit}”现在没有联络员`,
      todo: '请用“指定联络员”办理',
    }),
  },
  'organisation.sameLiaison': {
    status: 409,
    say: () => ({ what: '这名工作人员已经是联络员', todo: '请选择接任的人，或者不用变更' }),
  },
  'organisation.liaisonOfOtherUnit': {
    status: 422,
    say: (params: { name: string; unit: string }) => ({
      what: `${params.name}不在“${params.unit}”任职`,
      why: '联络员由本单位在岗人员担任',
      todo: '请选择本单位的在岗人员；刚调来的，先请系统管理员调整单位',
    }),
  },
  'organisation.appointmentNotFound': {
    status: 404,
    say: () => ({ what: '没有找到这次联络员任职', todo: '请从联络员名册重新打开' }),
  },
  'organisation.appointmentEnded': {
    status: 409,
    say: () => ({ what: '这次任职已经结束', todo: '请刷新页面，在现任联络员下办理' }),
  },
  'organisation.startsBeforeFormer': {
    status: 422,
    say: (params: { from: string }) => ({
      what: '接任日期不能早于前任的任职日期',
      why: `前任自${params.from}起任职`,
      todo: '请核对日期',
    }),
  },
  'organisation.filingNotNow': {
    status: 409,
    say: (params: { action: FilingAction; status: FilingStatus }) => ({
      what: `联络员${filingStatusTitles[params.status]}，不能${filingActionTitles[params.action]}`,
      todo: '请刷新页面，按最新状态办理',
    }),
  },
  'organisation.handoverNotFound': {
    status: 404,
    say: () => ({ what: '没有找到这次交接', todo: '请从联络员名册重新打开' }),
  },
  'organisation.handoverItemNotFound': {
    status: 404,
    say: () => ({ what: '没有找到这项交接内容', todo: '请刷新页面后再试' }),
  },
  'organisation.handoverExists': {
    status: 409,
    say: () => ({ what: '这次变更已经有交接清单', todo: '请打开已有的交接清单继续办理' }),
  },
  'organisation.nothingToHandOver': {
    status: 409,
    say: () => ({
      what: '这次任职没有前任',
      why: '首次指定联络员不需要交接',
      todo: '直接报备即可',
    }),
  },
  'organisation.handoverPeople': {
    status: 422,
    say: () => ({
      what: '移交人、接收人、监交人须是三名不同的人员',
      todo: '请另选监交人，一般由单位负责人或科室负责人担任',
    }),
  },
  'organisation.notHandoverParty': {
    status: 403,
    say: (params: { party: HandoverParty }) => ({
      what: `您不是这次交接的${handoverPartyTitles[params.party]}`,
      why: '逐项交接由移交人、接收人、监交人本人办理',
      todo: '请本人登录办理；移交人不能到场的，由单位登记原因后监交人代办',
    }),
  },
  'organisation.handoverClosed': {
    status: 409,
    say: (params: { status: HandoverStatus }) => ({
      what: `这次交接${handoverStatusTitles[params.status]}，不能再改`,
      todo: '请刷新页面',
    }),
  },
  'organisation.handoverSigned': {
    status: 409,
    say: () => ({
      what: '已经有人签字，清单不能再改',
      why: '签字确认的是当时的清单',
      todo: '需要改动的，请签字人先撤回签字',
    }),
  },
  'organisation.itemNotGiven': {
    status: 409,
    say: () => ({ what: '移交人还没有勾选这一项', todo: '请移交人先确认移交，接收人再确认接收' }),
  },
  'organisation.itemTaken': {
    status: 409,
    say: () => ({ what: '接收人已经确认接收这一项', todo: '请接收人先取消确认' }),
  },
  'organisation.itemsOpen': {
    status: 409,
    say: () => ({
      what: '还有没有交接清楚的内容',
      why: '每一项都要移交人和接收人分别确认',
      todo: '请逐项确认后再签字',
    }),
  },
  'organisation.itemTicked': {
    status: 409,
    say: () => ({ what: '移交人已经确认这一项，不能删去', todo: '请移交人先取消确认，再删去' }),
  },
  'organisation.listEmpty': {
    status: 409,
    say: () => ({ what: '交接清单是空的', todo: '请先列出交接内容' }),
  },
  'organisation.witnessLast': {
    status: 409,
    say: () => ({ what: '移交人和接收人还没有都签字', why: '监交人最后签字', todo: '请双方签字后再签' }),
  },
  'organisation.alreadySigned': {
    status: 409,
    say: () => ({ what: '已经签过字了', todo: '请刷新页面' }),
  },
  'organisation.notSigned': {
    status: 409,
    say: () => ({ what: '还没有签字，无从撤回', todo: '请刷新页面' }),
  },
});
