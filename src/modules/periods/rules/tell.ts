/** Tells a derivation in sentences, for the officer, the applicant and the court alike. Written by us; no figure is computed here. */
import { explainDay, type WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { type Day, daysBetween, yearOf } from '#kernel/day.ts';
import { longDay, longDayWithWeekday } from '#kernel/day-words.ts';
import type { PeriodUnit } from '../law/shapes.ts';
import type { CountedEnd } from './count.ts';
import type { PeriodDerivation } from './verdict.ts';

export const unitWords: Readonly<Record<PeriodUnit, string>> = {
  workingDay: '个工作日',
  calendarDay: '日',
  hour: '小时',
  month: '个月',
  fixedDate: '',
};

/** 20个工作日, 48小时, 每年1月31日. */
export function lengthWords(unit: PeriodUnit, length: number): string {
  if (unit === 'fixedDate') return `每年${Math.floor(length / 100)}月${length % 100}日`;
  return `${length}${unitWords[unit]}`;
}

/** `2024年2月5日（周一）收到申请`; with the time of day for hours. */
function startWords({ rule, on, time }: Pick<PeriodDerivation, 'rule' | 'on' | 'time'>): string {
  return `${longDayWithWeekday(on)}${time ?? ''}${rule.startEvent}`;
}

function startSentence(told: Told): string {
  const { version } = told;
  switch (version.unit) {
    case 'hour':
      return `${startWords(told)}，从该时刻起连续计算，不扣除夜间和节假日。`;
    case 'fixedDate':
      return `以${longDay(told.on)}为准，其后最近的一个法定日期是${longDayWithWeekday(told.end.nominal)}。`;
    default:
      return version.direction === 'before'
        ? `${longDayWithWeekday(told.on)}${told.rule.startEvent}，当日不计入，向前倒算。`
        : `${startWords({ ...told, time: null })}，当日不计入，从次日起算（民事诉讼法第八十五条${told.rule.subject === 'disputes' ? '' : '，参照'}）。`;
  }
}

/** What the teller needs: the question, the count, and what was decided beside it. */
export type Told = Pick<
  PeriodDerivation,
  'rule' | 'version' | 'on' | 'time' | 'extendedBy' | 'suspensions' | 'dueWithoutExtension'
> & {
  readonly end: CountedEnd;
  readonly target: { readonly day: Day; readonly why: string } | null;
};

function extensionSentences({ version, extendedBy, dueWithoutExtension }: Told): string[] {
  if (extendedBy === 0 || version.extension === null) return [];
  const { decidedBy, article } = version.extension;
  return [
    `${article}：经${decidedBy}同意，延长${lengthWords(version.unit, extendedBy)}；延长须在${longDay(dueWithoutExtension)}（原期限届满）前决定并告知。`,
  ];
}

function suspensionSentences({ version, suspensions, end }: Told): string[] {
  if (suspensions.length === 0 || version.suspension === null) return [];
  const { reason, article } = version.suspension;
  const spans = suspensions.map(
    ({ after, through }) => `${longDay(after)}发出征求意见、${longDay(through)}收到意见或者期满`,
  );
  const days = end.skipped.filter((skip) => skip.reason === reason).length;
  const overlap = overlapExists(suspensions) ? '，相互重叠的部分只扣除一次' : '';
  return [`${article}：${spans.join('；')}，其间${days}个工作日不计入期限${overlap}。`];
}

function overlapExists(suspensions: PeriodDerivation['suspensions']): boolean {
  const sorted = suspensions.toSorted((a, b) => (a.after < b.after ? -1 : 1));
  return sorted.some((span, index) => {
    const next = sorted[index + 1];
    return next !== undefined && next.after < span.through;
  });
}

/** Rest days and make-up days between the event and the last day. */
function restSentences({ version, suspensions, end }: Told, calendar: WorkingCalendar): string[] {
  if (version.unit !== 'workingDay') return [];
  const suspended = suspensions.length === 0 ? undefined : version.suspension?.reason;
  const rests = end.skipped.filter(({ reason }) => reason !== suspended);
  const madeUp = end.countedDays.filter((day) => explainDay(calendar, day).basis === 'workedWeekend');
  const lines: string[] = [];
  if (rests.length > 0) lines.push(`其间周末和法定节假日共${rests.length}日，不计入工作日。`);
  if (madeUp.length > 0) {
    const named = madeUp.map((day) => `${longDay(day)}（${explainDay(calendar, day).reason}）`);
    lines.push(`${named.join('、')}为工作日，计入期限。`);
  }
  return lines;
}

function endSentences({ version, end, on }: Told): string[] {
  const { due, dueTime, nominal, counted } = end;
  const minimum = version.bound === 'earliest';
  const close = minimum ? `，最早可在${longDayWithWeekday(due)}结束，不得提前` : '';
  if (version.unit === 'hour') return [`满${counted}小时为${longDayWithWeekday(due)}${dueTime ?? ''}。`];
  if (version.unit === 'fixedDate')
    return [`最后一日为${longDayWithWeekday(due)}；${version.lastDay.ground}。`];
  if (version.direction === 'before') {
    return [`最迟应在${longDayWithWeekday(due)}完成；${version.lastDay.ground}。`];
  }
  if (version.unit === 'workingDay') {
    return [`第${counted}个工作日为${longDayWithWeekday(due)}${minimum ? close : '，即最后一日'}。`];
  }
  const last =
    version.unit === 'month'
      ? `满${counted}个月为${longDayWithWeekday(nominal)}${sameDayOfMonth(on, nominal) ? '' : '（当月没有对应日，以月末日为准）'}`
      : `第${counted}日为${longDayWithWeekday(nominal)}`;
  if (due === nominal) return [`${last}${minimum ? close : '，即最后一日'}。`];
  const rests = daysBetween(nominal, due);
  return [
    `${last}，是休息日；${version.lastDay.ground}：顺延${rests}日，到其后第一个工作日${longDayWithWeekday(due)}${close}。`,
  ];
}

function sameDayOfMonth(left: Day, right: Day): boolean {
  return left.slice(8) === right.slice(8);
}

/** The whole derivation in order: the article, the start, what paused or lengthened it, the days left out, the end. */
export function tellDerivation(told: Told, calendar: WorkingCalendar): string[] {
  const { version, end, target } = told;
  const lines = [
    `${version.article}：${version.says}。`,
    startSentence(told),
    ...extensionSentences(told),
    ...suspensionSentences(told),
    ...restSentences(told, calendar),
    ...endSentences(told),
  ];
  if (target !== null) lines.push(`内部目标为${longDayWithWeekday(target.day)}：${target.why}。`);
  if (end.provisional) {
    lines.push(
      `暂定：${yearOf(calendar.through) + 1}年及以后的放假安排尚未公布，${longDay(calendar.through)}之后暂按周一至周五推算，安排公布后重新计算。`,
    );
  }
  return lines;
}
