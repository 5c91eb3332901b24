/** Refusals of the system module. */
import { defineRefusals } from '#kernel/refusal.ts';

export const systemRefusals = defineRefusals({
  'system.calendarFaulty': {
    status: 422,
    article: '全国年节及纪念日放假办法',
    say: (params: { first: string; count: number }) => ({
      what: `放假安排有误：${params.first}`,
      why: `共有${params.count}处不合格，日历算错会使所有法定期限跟着错`,
      todo: '请对照通知原文逐处改正后再保存',
    }),
  },
  'system.calendarGap': {
    status: 422,
    say: (params: { year: number; from: number; through: number }) => ({
      what: `还不能录入${params.year}年的放假安排`,
      why: `现有日历为${params.from}年至${params.through}年，中间不能空缺年份`,
      todo: `请先录入与之相邻的${params.year > params.through ? params.through + 1 : params.from - 1}年的放假安排`,
    }),
  },
  'system.auditEntryNotFound': {
    status: 404,
    say: () => ({ what: '没有这条操作记录', todo: '请从操作记录列表进入' }),
  },
  'system.jobNotFound': {
    status: 404,
    say: () => ({ what: '没有这个后台任务', why: '完成很久的任务会被清理', todo: '请刷新任务列表' }),
  },
  'system.jobNotFailed': {
    status: 409,
    say: () => ({
      what: '这个后台任务不需要重做',
      why: '只有失败的任务可以重做',
      todo: '请刷新任务列表查看最新状态',
    }),
  },
  'system.viewNotFound': {
    status: 404,
    say: () => ({ what: '没有这个常用视图', why: '它可能已被删除', todo: '请刷新页面' }),
  },
  'system.tooManyViews': {
    status: 422,
    say: (params: { most: number }) => ({
      what: `一个页面最多保存${params.most}个常用视图`,
      todo: '请先删除不用的视图',
    }),
  },
  'system.draftTooLarge': {
    status: 413,
    say: () => ({
      what: '草稿太大，没有保存',
      why: '草稿不超过256KB',
      todo: '请先提交，或把大段内容放进附件',
    }),
  },
  'system.noticeNotFound': {
    status: 404,
    say: () => ({ what: '没有这条通知', todo: '请刷新通知列表' }),
  },
  'system.noSuchDay': {
    status: 422,
    say: (params: { text: string }) => ({
      what: `没有“${params.text}”这一天`,
      why: '日期须存在，并写成 2026-03-20 的格式',
      todo: '请改正日期后再试',
    }),
  },
  'system.noSuchCount': {
    status: 422,
    say: (params: { text: string }) => ({
      what: `“${params.text}”不是工作日的个数`,
      why: '个数须为整数',
      todo: '请写成 --days 20 的样子',
    }),
  },
  'system.nothingToExplain': {
    status: 422,
    say: () => ({ what: '没有说明要解释哪一天', todo: '请给出 day，或给出 from 和 workingDays' }),
  },
});
