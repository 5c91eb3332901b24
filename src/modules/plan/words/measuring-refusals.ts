/** What measuring says no to, in sentences. */
import { defineRefusals } from '#kernel/refusal.ts';
import { signedReasonLength } from '../rules/measuring/actions.ts';
import type { BindingStatus } from '../rules/measuring/shapes.ts';

export const bindingStatusTitles: Readonly<Record<BindingStatus, string>> = {
  proposed: '待确认',
  confirmed: '已确认',
  rejected: '不采用',
};

const reload = '请刷新页面，核对最新内容后再操作';

export const measuringRefusals = defineRefusals({
  'plan.bindingNotFound': {
    status: 404,
    say: () => ({
      what: '找不到这条度量',
      why: '地址有误，或者建议已随任务内容的修改收回',
      todo: reload,
    }),
  },
  'plan.bindingChanged': {
    status: 409,
    say: () => ({ what: '这条度量刚刚被修改过', why: '您看到的不是最新设定', todo: reload }),
  },
  'plan.bindingClosed': {
    status: 409,
    say: (params: { status: BindingStatus }) => ({
      what: `这条度量${bindingStatusTitles[params.status]}，不能这样处理`,
      why: '待确认的可以确认、调整或不采用；已确认的可以调整或停用；不采用的可以重新采用',
      todo: reload,
    }),
  },
  'plan.measureUnknown': {
    status: 422,
    say: () => ({
      what: '平台没有提供这项度量',
      why: '提供它的模块可能已停用',
      todo: '请从度量目录中另选一项',
    }),
  },
  'plan.bindingTermsWrong': {
    status: 422,
    say: (params: { first: string }) => ({
      what: `度量的设定不完整：${params.first}`,
      why: '设定不清的度量算不出可信的结果',
      todo: '请按提示修改后再保存',
    }),
  },
  'plan.bindingTwice': {
    status: 409,
    say: () => ({
      what: '这项任务已经绑定了同样的度量',
      why: '同一度量、同样的参数只需绑定一次',
      todo: '请直接调整已有的那一条',
    }),
  },
  'plan.reasonTooShort': {
    status: 422,
    say: () => ({
      what: '认定理由太短',
      why: `与系统核对结果不同的认定由本人署名并对外公开，理由至少${signedReasonLength}个字`,
      todo: '请写明依据的事实或文件',
    }),
  },
  'plan.overrideNotFound': {
    status: 404,
    say: () => ({
      what: '这项任务没有生效的人工认定',
      why: '可能刚被其他人撤回',
      todo: reload,
    }),
  },
  'plan.overrideNotNeeded': {
    status: 409,
    say: (params: { title: string }) => ({
      what: `系统核对的结果已经是“${params.title}”`,
      why: '署名认定用于与系统核对不同的情况',
      todo: '不必认定；原有认定与核对结果一致的，可以撤回',
    }),
  },
  'plan.overrideSame': {
    status: 409,
    say: (params: { title: string }) => ({
      what: `任务状态已经认定为“${params.title}”`,
      why: '相同的认定不必重复',
      todo: '如需更换理由，请先撤回原来的认定',
    }),
  },
});
