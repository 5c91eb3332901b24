/** Words of the look-back: titles and refusals. */
import { defineRefusals } from '#kernel/refusal.ts';
import type { LookBackVerdictKind } from '../rules/look-back.ts';

export const lookBackVerdictTitles: Readonly<Record<LookBackVerdictKind, string>> = {
  struckOff: '已核销',
  unfinished: '未完成',
  noLongerDemanded: '不再要求',
};

export const lookBackRefusals = defineRefusals({
  'plan.lookBackNotFound': {
    status: 404,
    say: () => ({
      what: '找不到这次“回头看”',
      why: '地址有误，或者它属于其他行政区',
      todo: '请从“回头看”列表进入',
    }),
  },
  'plan.lookBackExists': {
    status: 409,
    say: (params: { title: string }) => ({
      what: `《${params.title}》已经开展过“回头看”`,
      why: '一份计划只核查一次，后来的情况在原来的核查里更新',
      todo: '请在“回头看”列表里打开它',
    }),
  },
  'plan.lookBackTooEarly': {
    status: 422,
    say: (params: { year: number }) => ({
      what: `${params.year}年的计划还没有到核查的时候`,
      why: '“回头看”核查的是往年计划，本年度任务还在进行',
      todo: '本年度任务请在“任务总览”里督促',
    }),
  },
  'plan.lookBackClosed': {
    status: 409,
    say: () => ({
      what: '这次“回头看”已经结束',
      why: '结论已经写定，核查结果不再改动',
      todo: '有新情况请记入任务台账',
    }),
  },
  'plan.lookBackTaskUnknown': {
    status: 404,
    say: () => ({
      what: '这项任务不在所核查的计划里',
      why: '地址有误，或者任务已从计划中撤下',
      todo: '请刷新页面后再操作',
    }),
  },
  'plan.lookBackProofMissing': {
    status: 422,
    say: () => ({
      what: '不能核销',
      why: '核销要有佐证，没有附上任何一条',
      todo: '请从任务台账里选佐证，或者附上网址；确实没有的，结论应为“未完成”',
    }),
  },
  'plan.lookBackMeanwhile': {
    status: 409,
    say: () => ({
      what: '没有保存',
      why: '在您填写的时候，别人已经写下了这项任务的核查结果',
      todo: '请刷新页面，看过之后再决定是否更改',
    }),
  },
  'plan.lookBackNotUnfinished': {
    status: 409,
    say: () => ({
      what: '不能下达整改',
      why: '只有结论为“未完成”的任务才需要整改',
      todo: '请先写下核查结果',
    }),
  },
  'plan.lookBackOpenTasks': {
    status: 422,
    say: (params: { undecided: number; unordered: number }) => ({
      what: '还不能结束“回头看”',
      why: [
        ...(params.undecided > 0 ? [`${params.undecided}项任务还没有核查结果`] : []),
        ...(params.unordered > 0 ? [`${params.unordered}项未完成的任务还没有下达整改`] : []),
      ].join('，'),
      todo: '逐项写下结果，未完成的下达整改后再结束',
    }),
  },
});
