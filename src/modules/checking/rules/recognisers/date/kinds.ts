/** The faults of dates, with the rule behind each. */
import type { FindingKind } from '../../finding.ts';

const shared = { class: 'date', severity: 'confirm' } as const;
const officialForm = 'GB/T 9704—2012《党政机关公文格式》7.3.5.4 成文日期中的数字';
const numerals = 'GB/T 15835—2011《出版物上数字用法》';

export const dateKinds = {
  'date.impossible': {
    ...shared,
    title: '不存在的日期',
    remedy: '核对年、月、日。',
    source: '公历',
  },
  'date.time': {
    ...shared,
    title: '不存在的时刻',
    remedy: '核对时、分。',
    source: 'GB/T 7408.1—2023《日期和时间 信息交换表示法》',
  },
  'date.weekday': {
    ...shared,
    title: '日期与星期不符',
    remedy: '核对日期和星期。',
    source: '公历',
  },
  'date.period': {
    ...shared,
    title: '起止日期矛盾',
    remedy: '核对起止日期；跨年的写明“次年”。',
    source: '公历',
  },
  'date.duration': {
    ...shared,
    title: '起止日期与期限不符',
    remedy: '按起止日期重新计算天数或年数。',
    source: '公历',
  },
  'date.mixedForm': {
    ...shared,
    title: '日期写法混杂',
    remedy: '同一日期统一用阿拉伯数字，如“2026年8月1日”。',
    source: `${numerals}5.1`,
  },
  'date.signatureForm': {
    ...shared,
    title: '成文日期的写法',
    remedy: '成文日期用阿拉伯数字将年、月、日标全，年份标全称，月、日不编虚位，如“2026年8月1日”。',
    source: officialForm,
  },
  'date.shortYear': {
    ...shared,
    severity: 'hint',
    title: '年份简写',
    remedy: '年份写全四位。',
    source: `${numerals}5.1`,
  },
  'date.padded': {
    ...shared,
    severity: 'hint',
    title: '月、日编虚位',
    remedy: '正文中的月、日不加前置的 0。',
    source: officialForm,
  },
  'date.afterDocument': {
    ...shared,
    severity: 'hint',
    title: '已发生的事晚于文件日期',
    remedy: '核对日期。',
    source: '上下文',
  },
} as const satisfies Record<string, FindingKind>;
