/** Chinese words of the outlets: states, acts and refusals. Browser-safe. */
import { defineRefusals } from '#kernel/refusal.ts';
import type { DeliveryAct, DeliveryAction, DeliveryState } from './rules/delivery-state.ts';

export const deliveryStateTitles: Readonly<Record<DeliveryState, string>> = {
  queued: '等待投递',
  sending: '正在投递',
  delivered: '已送达',
  failed: '投递失败',
  uncertain: '结果不明',
  handOff: '待人工办理',
  dropped: '不再投递',
};

export const deliveryActTitles: Readonly<Record<DeliveryAct, string>> = { publish: '发布', retract: '撤下' };

export const deliveryActionTitles: Readonly<Record<DeliveryAction, string>> = {
  sendAgain: '再投递一次',
  confirm: '登记为已办',
  drop: '不再投递',
};

export const outletRefusals = defineRefusals({
  'outlets.notFound': {
    status: 404,
    say: () => ({ what: '没有这个发布渠道', todo: '请从发布渠道清单重新打开' }),
  },
  'outlets.deliveryNotFound': {
    status: 404,
    say: () => ({ what: '没有这条投递记录', todo: '请从投递记录清单重新打开' }),
  },
  'outlets.settingsWrong': {
    status: 422,
    say: (params: { faults: string }) => ({
      what: '渠道的设置不完整',
      why: params.faults,
      todo: '请改正后再保存',
    }),
  },
  'outlets.changedMeanwhile': {
    status: 409,
    say: () => ({ what: '这个渠道刚被别人改过', todo: '请重新打开，核对后再改' }),
  },
  'outlets.closed': {
    status: 409,
    say: (params: { title: string }) => ({ what: `“${params.title}”已经停用`, todo: '请选择其他渠道' }),
  },
  'outlets.notPublic': {
    status: 409,
    say: () => ({
      what: '只有正在公开的信息可以投递到其他渠道',
      why: '没有发布、依申请公开、不予公开和已撤回的信息不得经任何渠道公开',
      todo: '请先在信息发布中完成发布',
      article: '政府信息公开条例第十七条',
    }),
  },
  'outlets.deliveredAlready': {
    status: 409,
    say: (params: { title: string }) => ({
      what: `这一版已经投递到“${params.title}”`,
      todo: '可以在投递记录里查看结果；内容修改后重新发布的，会作为新的一版投递',
    }),
  },
  'outlets.actionNotAllowed': {
    status: 409,
    say: (params: { state: string; action: string }) => ({
      what: `${params.state}的投递不能“${params.action}”`,
      todo: '请刷新后再看',
    }),
  },
  'outlets.addressWrong': {
    status: 422,
    say: () => ({ what: '邮箱地址不正确', todo: '请填写完整的邮箱，如 name@example.cn' }),
  },
  'outlets.noMailList': {
    status: 404,
    say: () => ({ what: '本站没有开通邮件订阅', todo: '可以用订阅地址（RSS）接收更新' }),
  },
  'outlets.linkInvalid': {
    status: 404,
    say: () => ({ what: '这个链接已经失效', why: '订阅已经取消，或者链接不完整', todo: '请重新订阅' }),
  },
});
