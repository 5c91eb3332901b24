/** Judges a date by itself: whether it exists, and whether it is written in one form. Pure. */
import { dayOfMonthOf, lastDayOfMonth } from '#kernel/day.ts';
import type { dateKinds } from './kinds.ts';
import { type DateMention, fullYearOf } from './read-dates.ts';

export interface DateFault {
  readonly code: keyof typeof dateKinds;
  readonly severity?: 'confirm' | 'hint';
  readonly reason: string;
  readonly suggestion: string | null;
}

const months = 12;
/** February has 29 days where the year is not told. */
const anyLeapYear = 2024;
const earliestYear = 1000;
const latestYear = 2100;

/** The date as official style writes it; null where a part is missing. */
export function officialDateText(mention: DateMention): string | null {
  const year = fullYearOf(mention);
  if (mention.year !== null && year === null) return null;
  const day = mention.day === null ? '' : `${mention.day.value}日`;
  return `${year === null ? '' : `${year}年`}${mention.month.value}月${day}`;
}

function judgeYearOfDate(mention: DateMention, before: string): DateFault | undefined {
  const { year, day } = mention;
  if (year === null || day === null || mention.sign === '') return undefined;
  const digits = year.text.replace(/\D/gu, '').length;
  if (year.style === 'arabic' && digits === 2) {
    // 有期徒刑15年6月3日 and 满25年3月5日 are lengths of time.
    if (!/['’‘]/u.test(year.text) && !/(?:^|[于自至到从在（(，。；：\s—-])$/u.test(before)) return undefined;
    const reason = '年份应写全四位';
    return { code: 'date.shortYear', reason, suggestion: officialDateText(mention) };
  }
  if (year.style === 'arabic' && digits !== 4 && !/[前元]$/u.test(before)) {
    const reason = `没有“${year.text}年”这样的年份`;
    return digits < 3 ? undefined : { code: 'date.impossible', reason, suggestion: null };
  }
  if (digits === 4 && (year.value > latestYear || year.value < earliestYear)) {
    return { code: 'date.impossible', reason: `年份“${year.text}”不可能`, suggestion: null };
  }
  return undefined;
}

/** A day or month the calendar does not have. */
export function judgeExistence(mention: DateMention): DateFault | undefined {
  const { month, day, sign } = mention;
  const year = fullYearOf(mention);
  const isMonth = month.value >= 1 && month.value <= months;
  if (!isMonth) {
    if (day === null ? year === null : sign === '') return undefined;
    return { code: 'date.impossible', reason: `没有“${month.text}月”`, suggestion: null };
  }
  if (day === null || sign === '') return undefined;
  const last = dayOfMonthOf(lastDayOfMonth(year ?? anyLeapYear, month.value));
  if (day.value >= 1 && day.value <= last) return undefined;
  // 二月三十日 without a year may be a day of the farmers' calendar, whose months all may have 30 days.
  if (month.style === 'chinese' && mention.year === null && day.value === 30) return undefined;
  const named = year === null ? `${month.value}月` : `${year}年${month.value}月`;
  const most = year === null && month.value === 2 ? '最多' : '只有';
  const reason = day.value === 0 ? `没有“${day.text}日”` : `${named}${most}${last}天，没有${day.value}日`;
  return { code: 'date.impossible', reason, suggestion: null };
}

/** Days of the farmers' calendar: 三月三, 腊月廿三, 五月初五. */
function looksLunar(mention: DateMention): boolean {
  const { month, day, sign } = mention;
  return month.style === 'chinese' && (month.text === '正' || (day?.style === 'chinese' && sign === ''));
}

function judgeForm(mention: DateMention, after: string): DateFault | undefined {
  const { year, month, day, sign } = mention;
  if (looksLunar(mention) || (day === null && /^[初廿]/u.test(after))) return undefined;
  const fields = [year, month, sign === '' ? null : day].filter((field) => field !== null);
  const styles = new Set(fields.map((field) => field.style));
  if (styles.size < 2) return undefined;
  // 1917年十月革命 is a name.
  if (day === null && /^(?:革命|围城|政变|起义)/u.test(after)) return undefined;
  return {
    code: 'date.mixedForm',
    ...(sign === '' ? { severity: 'hint' as const } : {}),
    reason: '同一日期中阿拉伯数字与汉字数字混用',
    suggestion: officialDateText(mention),
  };
}

function judgeMissingSign(mention: DateMention, after: string): DateFault | undefined {
  const { year, month, day, sign } = mention;
  if (year === null || sign !== '' || day === null) return undefined;
  if ([year, month, day].some((field) => field.style === 'chinese')) return undefined;
  // A line may break before 日.
  if (!/^(?:$|\n(?!\s*日)|[。；）)])/u.test(after)) return undefined;
  return { code: 'date.mixedForm', reason: '日期缺“日”字', suggestion: officialDateText(mention) };
}

/** The first fault of a date, if any. `before` and `after` are the neighbouring characters, of the next line too. */
export function judgeDate(mention: DateMention, before: string, after: string): DateFault | undefined {
  if (mention.isForeignCalendar) return undefined;
  return (
    judgeExistence(mention) ??
    judgeForm(mention, after) ??
    judgeYearOfDate(mention, before) ??
    judgeMissingSign(mention, after)
  );
}
