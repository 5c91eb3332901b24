/** What the safeguards of the work say: names of duties, outlets and states, and every refusal with what to do next. */
import { defineRefusals } from '#kernel/refusal.ts';
import type { OutletKind, ResponsibilityState, UnitDuty } from '../rules/safeguards.ts';

export const unitDutyTitles: Readonly<Record<UnitDuty, string>> = {
  leader: '分管领导',
  office: '工作机构',
  staff: '工作人员',
};

export const outletKindTitles: Readonly<Record<OutletKind, string>> = {
  site: '政府网站',
  wechat: '微信公众号',
  weibo: '微博',
  video: '短视频账号',
  app: '移动客户端、小程序',
  other: '其他账号',
};

export const responsibilityStateTitles: Readonly<Record<ResponsibilityState, string>> = {
  inForce: '责任在期',
  lapsed: '责任书已过期',
  unsigned: '未签责任书',
};

export const safeguardRefusals = defineRefusals({
  'organisation.dutyHolderNotFound': {
    status: 404,
    say: () => ({ what: '没有找到这条任职记录', todo: '请刷新页面后再试' }),
  },
  'organisation.outletNotFound': {
    status: 404,
    say: () => ({ what: '没有找到这个网站或账号', todo: '请刷新责任制台账后再试' }),
  },
  'organisation.outletClosed': {
    status: 409,
    say: (params: { name: string }) => ({
      what: `“${params.name}”已停办`,
      todo: '停办的不用再签责任书；重新开办的，请另行登记',
    }),
  },
  'organisation.outletExists': {
    status: 409,
    say: (params: { name: string; unit: string }) => ({
      what: `“${params.name}”已经在台账里，主办单位是${params.unit}`,
      todo: '请打开已有的一条办理',
    }),
  },
  'organisation.signedEarlier': {
    status: 422,
    say: (params: { day: string }) => ({
      what: '签订日期不能早于上一份责任书',
      why: `上一份签于${params.day}`,
      todo: '请核对日期',
    }),
  },
  'organisation.minimumKinds': {
    status: 422,
    say: () => ({ what: '请选择对哪些单位提出这项要求', todo: '至少选一类单位' }),
  },
  'organisation.minimumNotFound': {
    status: 404,
    say: () => ({ what: '没有定过这项年度要求', todo: '请刷新页面' }),
  },
});
