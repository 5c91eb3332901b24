/** Chinese words of the periods: units, subjects, marks and refusals. */
import { type Day, dayOfMonthOf } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import { defineRefusals, type Refusal } from '#kernel/refusal.ts';
import type { PeriodSubject, PeriodUnit, Verification } from './law/shapes.ts';
import type { StripDay } from './rules/strip.ts';
import { lengthWords } from './rules/tell.ts';
import type { PeriodVerdict, SuspendedSpan } from './rules/verdict.ts';

export const unitTitles: Readonly<Record<PeriodUnit, string>> = {
  workingDay: '工作日',
  calendarDay: '自然日',
  hour: '小时',
  month: '月',
  fixedDate: '固定日期',
};

export const subjectTitles: Readonly<Record<PeriodSubject, string>> = {
  requests: '依申请公开',
  publication: '主动公开',
  land: '土地征收',
  procurement: '政府采购',
  decisions: '重大行政决策',
  interaction: '咨询留言',
  response: '解读回应',
  disputes: '复议诉讼',
  report: '年度报告',
};

export const verificationTitles: Readonly<Record<Verification, string>> = {
  statute: '已核对法规原文',
  confirmed: '两处以上来源一致',
  singleSource: '仅见一处来源，请法制机构确认',
  practice: '未核对原文，请法制机构确认',
};

export const lastDayTitles = { moves: '遇休息日顺延', stays: '遇休息日不顺延', never: '不涉及顺延' } as const;

export const boundTitles = { latest: '最长', earliest: '最短' } as const;

export const periodRefusals = defineRefusals({
  'periods.noRule': {
    status: 404,
    say: (params: { name: string }) => ({
      what: `没有名为“${params.name}”的期限`,
      todo: '请从法定期限清单中选择，命令行用“gongkai due --list”列出全部名称',
    }),
  },
  'periods.badDay': {
    status: 400,
    say: (params: { text: string }) => ({
      what: `“${params.text}”不是有效的日期`,
      todo: '日期写成“2026-03-20”，带时刻写成“2026-03-20T09:30”',
    }),
  },
  'periods.badTime': {
    status: 400,
    say: (params: { time: string }) => ({
      what: `“${params.time}”不是有效的时刻`,
      todo: '时刻用24小时制写成“09:30”，从00:00到23:59',
    }),
  },
  'periods.timeMissing': {
    status: 400,
    say: (params: { title: string }) => ({
      what: `“${params.title}”按小时计算，须写明时刻`,
      why: '按小时计算的期限从该时刻起连续计算，没有时刻就无法得出最后时刻',
      todo: '请写明几点几分，例如“2026-03-20T09:30”',
    }),
  },
  'periods.notInForce': {
    status: 422,
    say: (params: { title: string; on: Day; spans: string }) => ({
      what: `${longDay(params.on)}没有生效的“${params.title}”规定`,
      why: `本平台收录的规定适用于${params.spans}的事项，不套用相近时间的规定`,
      todo: '请核对日期；更早的事项请查阅当时的规定，由法制机构认定',
    }),
  },
  'periods.noCalendar': {
    status: 422,
    say: (params: { because: string }) => ({
      what: '工作日历没有计算所需的日期',
      why: params.because.replace(/。$/u, ''),
      todo: '请核对日期；确需计算的，由管理员补录该年度的放假安排',
    }),
  },
  'periods.notExtensible': {
    status: 422,
    say: (params: { title: string; article: string }) => ({
      what: `“${params.title}”不能延长`,
      why: `${params.article}没有规定延长`,
      todo: '请去掉延长的天数',
    }),
  },
  'periods.extensionOutOfRange': {
    status: 422,
    say: (params: { asked: string; upTo: string; article: string }) => ({
      what: `不能延长${params.asked}`,
      why: `${params.article}规定最长延长${params.upTo}`,
      todo: `请填写不超过${params.upTo}的整数`,
    }),
  },
  'periods.notSuspensible': {
    status: 422,
    say: (params: { title: string; article: string }) => ({
      what: `“${params.title}”没有不计入期限的时间`,
      why: `${params.article}没有规定期限可以中止计算`,
      todo: '请去掉不计入期限的时间段',
    }),
  },
  'periods.badSpan': {
    status: 400,
    say: (params: { text: string }) => ({
      what: `“${params.text}”不是有效的时间段`,
      todo: '请填写发出征求意见和收到意见的日期，例如“2026-03-02..2026-03-20”',
    }),
  },
  'periods.suspensionReversed': {
    status: 422,
    say: (params: { after: Day; through: Day }) => ({
      what: `不计入期限的时间段前后颠倒：${longDay(params.after)}至${longDay(params.through)}`,
      why: '收到意见不会早于发出征求意见',
      todo: '请核对两个日期的先后',
    }),
  },
  'periods.suspensionTooLong': {
    status: 422,
    say: (params: { after: Day; through: Day }) => ({
      what: `不计入期限的时间段过长：${longDay(params.after)}至${longDay(params.through)}`,
      why: '超过十年的时间段多半是年份写错',
      todo: '请核对两个日期的年份',
    }),
  },
  'periods.suspensionBeforeStart': {
    status: 422,
    say: (params: { after: Day; on: Day }) => ({
      what: `${longDay(params.after)}早于起算日${longDay(params.on)}`,
      why: '期限还没有开始，不能中止计算',
      todo: '请核对发出征求意见的日期',
    }),
  },
  'periods.suspensionAfterDue': {
    status: 422,
    say: (params: { after: Day; due: Day }) => ({
      what: `${longDay(params.after)}发出征求意见时期限已经届满`,
      why: `期限在${longDay(params.due)}届满，届满之后不能再中止计算`,
      todo: '请核对发出征求意见的日期；已经逾期的应当尽快答复',
    }),
  },
  'periods.targetNotFound': {
    status: 404,
    say: () => ({ what: '没有这条本地承诺时限', todo: '请从法定期限清单重新打开' }),
  },
  'periods.targetEnded': {
    status: 409,
    say: (params: { until: Day }) => ({
      what: `这条本地承诺时限已经到${longDay(params.until)}之前为止`,
      todo: '需要时请另设新的时限',
    }),
  },
  'periods.targetTooEarly': {
    status: 422,
    say: (params: { from: Day }) => ({
      what: '日期须晚于现行本地承诺时限的起始日',
      why: `现行时限自${longDay(params.from)}起`,
      todo: '请填写更晚的日期',
    }),
  },
  'periods.localNotShorter': {
    status: 422,
    say: (params: { title: string; asked: string; length: string }) => ({
      what: `“${params.title}”的本地承诺时限不能是${params.asked}`,
      why: `本地承诺时限只能短于法定的${params.length}，最短期限和固定日期不能另设`,
      todo: '请填写比法定期限短的整数',
    }),
  },
});

function spansOf(verdict: PeriodVerdict & { kind: 'notInForce' }): string {
  return verdict.rule.versions
    .map(({ from, until }) =>
      until === null ? `${longDay(from)}起` : `${longDay(from)}至${longDay(until)}之前`,
    )
    .join('、');
}

function spanDays(span: SuspendedSpan) {
  return { after: span.after, through: span.through };
}

/** The refusal that says why a question has no answer. */
export function refusalOfVerdict(verdict: Exclude<PeriodVerdict, { kind: 'derived' }>, on: Day): Refusal {
  switch (verdict.kind) {
    case 'notInForce':
      return periodRefusals.refuse('periods.notInForce', {
        title: verdict.rule.title,
        on,
        spans: spansOf(verdict),
      });
    case 'noCalendar':
      return periodRefusals.refuse('periods.noCalendar', { because: verdict.because });
    case 'refused':
      return refusalOfFault(verdict, on);
  }
}

function refusalOfFault({ rule, fault }: PeriodVerdict & { kind: 'refused' }, on: Day): Refusal {
  const { title, versions } = rule;
  const version = versions.find(({ from, until }) => from <= on && (until === null || on < until));
  const article = version?.article ?? '';
  const unit = version?.unit ?? 'workingDay';
  switch (fault.code) {
    case 'timeMissing':
      return periodRefusals.refuse('periods.timeMissing', { title });
    case 'badTime':
      return periodRefusals.refuse('periods.badTime', { time: fault.time });
    case 'notExtensible':
      return periodRefusals.refuse('periods.notExtensible', { title, article });
    case 'extensionOutOfRange': {
      const upTo = lengthWords(unit, fault.upTo);
      const asked = lengthWords(unit, fault.asked);
      return periodRefusals.refuse('periods.extensionOutOfRange', { asked, upTo, article });
    }
    case 'notSuspensible':
      return periodRefusals.refuse('periods.notSuspensible', { title, article });
    case 'suspensionReversed':
      return periodRefusals.refuse('periods.suspensionReversed', spanDays(fault.span));
    case 'suspensionTooLong':
      return periodRefusals.refuse('periods.suspensionTooLong', spanDays(fault.span));
    case 'suspensionBeforeStart':
      return periodRefusals.refuse('periods.suspensionBeforeStart', { after: fault.span.after, on });
    case 'suspensionAfterDue':
      return periodRefusals.refuse('periods.suspensionAfterDue', {
        after: fault.span.after,
        due: fault.due,
      });
    case 'localNotShorter':
      return periodRefusals.refuse('periods.localNotShorter', {
        title,
        asked: lengthWords(unit === 'fixedDate' ? 'calendarDay' : unit, fault.asked),
        length: lengthWords(unit, fault.length),
      });
  }
}

/** What the computed day is. */
export function dueTitle({
  bound,
  unit,
}: {
  readonly bound: 'latest' | 'earliest';
  readonly unit: PeriodUnit;
}): string {
  if (bound === 'earliest') return '最早结束日';
  return unit === 'hour' ? '最后时刻' : '最后一日';
}

/** Whether the cell of a day says its month: the first of a month, the event and the last day do. */
export function namesMonth(kind: StripDay['kind'], isDue: boolean, day: Day): boolean {
  return dayOfMonthOf(day) === 1 || kind === 'start' || isDue;
}

/** The few signs in the cell of a day. */
export function stripWords(cell: Pick<StripDay, 'kind' | 'number' | 'reason'>): string {
  switch (cell.kind) {
    case 'start':
      return '起算';
    case 'counted':
      return cell.number === null ? '顺延到此' : `第${cell.number}日`;
    case 'rest':
      return cell.reason.replace('放假', '').replace(/（.*$/u, '');
    case 'suspended':
      return '不计入';
    case 'beside':
      return '';
  }
}
