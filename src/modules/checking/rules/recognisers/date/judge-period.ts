/** Judges dates against each other: weekdays, beginnings and ends, and how long a period is said to be. Pure. */
import { type Day, dayFromParts, daysBetween, monthOf, weekdayOf, yearOf } from '#kernel/day.ts';
import type { DateFault } from './judge-date.ts';
import { type DateMention, fullYearOf } from './read-dates.ts';

/** A fault with its span in the line. */
export interface PlacedFault extends DateFault {
  readonly start: number;
  readonly end: number;
}

const weekdayWord = /[ 　]?[（(]?[ 　]?(星期|周|礼拜)([一二三四五六日天])/uy;
const weekdayNames = ['一', '二', '三', '四', '五', '六', '日'];
const winter = 11;
const spring = 3;

/** Years a date without one may mean: those the document names, its own, and the neighbours at the turn of the year. */
export function yearsMeant(month: number, years: ReadonlySet<number>): ReadonlySet<number> {
  const meant = new Set(years);
  for (const year of years) {
    if (month <= spring) meant.add(year + 1);
    if (month >= winter) meant.add(year - 1);
  }
  return meant;
}

/** The years a date may lie in, and whether that is sure enough to stop a paper. */
export interface YearsOfDate {
  readonly years: ReadonlySet<number>;
  readonly isSure: boolean;
}

/** The weekday printed after a date, if it is another in all the years the date may lie in. */
export function judgeWeekday(
  text: string,
  mention: Pick<DateMention, 'end' | 'month' | 'day'>,
  { years, isSure }: YearsOfDate,
): PlacedFault | undefined {
  if (mention.day === null) return undefined;
  weekdayWord.lastIndex = mention.end;
  const match = weekdayWord.exec(text);
  if (match === null) return undefined;
  const [whole, word = '', printed = ''] = match;
  const end = match.index + whole.length;
  // 5月1日周一鸣 is a person; 周X stands in brackets or before a sign or a time of day.
  const next = text.slice(end, end + 1);
  if (word === '周' && !/^(?:$|[^\p{Script=Han}]|[上下晚起至到前])/u.test(next)) return undefined;
  const days = [...years]
    .map((one) => dayFromParts(one, mention.month.value, mention.day?.value ?? 0))
    .filter((day) => day !== undefined);
  const wanted = printed === '天' ? '日' : printed;
  const nameOf = (day: Day) => weekdayNames[weekdayOf(day) - 1] ?? '';
  if (days.length === 0 || days.some((day) => nameOf(day) === wanted)) return undefined;
  const span = { start: end - word.length - 1, end };
  const severity = isSure ? 'confirm' : 'hint';
  const [only] = days;
  if (days.length > 1 || only === undefined) {
    const reason = `文中各年份的${mention.month.value}月${mention.day.value}日都不是${word}${printed}`;
    return { code: 'date.weekday', severity, reason, suggestion: null, ...span };
  }
  const right = nameOf(only);
  const reason = `${yearOf(only)}年${mention.month.value}月${mention.day.value}日是星期${right}`;
  return { code: 'date.weekday', severity, reason, suggestion: `${word}${right}`, ...span };
}

const rangeGap =
  /[ 　]?(?:[（(][^（）()]{1,8}[）)])?[ 　]?(?:(?:凌晨|早上?|上午|中午|下午|晚上?)?(?:\d{1,2}(?:[:：]\d{2}|[时点](?:\d{1,2}分|半)?))?)[ 　]?(?:起|开始)?[ 　]?(?:至|到|[-－—–~～─]{1,2})[ 　]?(次年|翌年|第二年|来年|明年|下一?年|下?次月|下月|第三年)?/uy;
const bareDay = /(?<!\d)(\d{1,2})[ 　]?日/uy;

export interface Period {
  readonly start: number;
  readonly end: number;
  /** Null where the year is not told on either side. */
  readonly first: Day | null;
  readonly last: Day | null;
  readonly fault: PlacedFault | null;
}

/** The second date of a range: its parts, its end in the line, and what it left to the first. */
interface RangeEnd {
  readonly end: number;
  readonly year: number | null;
  readonly month: number;
  readonly day: number | null;
  readonly leaves: 'nothing' | 'year' | 'month';
}

function rangeEndAt(
  text: string,
  at: number,
  first: DateMention,
  mentions: ReadonlyMap<number, DateMention>,
): RangeEnd | undefined {
  const next = mentions.get(at);
  if (next !== undefined) {
    const year = fullYearOf(next);
    const day = next.day === null || next.sign === '' ? null : next.day.value;
    const leaves = next.year === null ? 'year' : 'nothing';
    return { end: next.end, year: year ?? fullYearOf(first), month: next.month.value, day, leaves };
  }
  bareDay.lastIndex = at;
  const bare = bareDay.exec(text);
  if (bare === null || first.day === null) return undefined;
  const end = bareDay.lastIndex;
  return { end, year: fullYearOf(first), month: first.month.value, day: Number(bare[1]), leaves: 'month' };
}

/**
 * The period that begins with a mention, where the line goes on with 至, 到 or a dash and another date. `mentions` are
 * the dates of the line by where they start.
 */
export function periodFrom(
  text: string,
  first: DateMention,
  mentions: ReadonlyMap<number, DateMention>,
): Period | undefined {
  rangeGap.lastIndex = first.end;
  const gap = rangeGap.exec(text);
  if (gap === null || gap[1] !== undefined || first.isForeignCalendar) return undefined;
  const last = rangeEndAt(text, rangeGap.lastIndex, first, mentions);
  if (last === undefined) return undefined;
  const firstYear = fullYearOf(first);
  const span = { start: first.start, end: last.end };
  const open: Period = { ...span, first: null, last: null, fault: null };
  if (firstYear === null && last.leaves === 'nothing') return open;
  const place = (year: number | null, month: number, day: number) => (year ?? 0) * 10_000 + month * 100 + day;
  const hasDays = first.day !== null && last.day !== null;
  const begins = place(firstYear, first.month.value, hasDays ? (first.day?.value ?? 0) : 0);
  const ends = place(last.year, last.month, hasDays ? (last.day ?? 0) : 0);
  if (ends < begins) {
    // 11月至3月, 10月15日至3月15日: the winter; whoever gives the year should say 次年.
    if (last.leaves === 'year' && firstYear === null) return open;
    const severity = last.leaves === 'year' ? 'hint' : 'confirm';
    const reason = severity === 'hint' ? '截止日期早于起始日期，跨年应写明“次年”' : '截止日期早于起始日期';
    return { ...open, fault: { code: 'date.period', severity, reason, suggestion: null, ...span } };
  }
  if (!hasDays || last.year === null || firstYear === null) {
    return hasDays ? { ...open, ...sameYearDays(first, last) } : open;
  }
  return {
    ...open,
    first: dayFromParts(firstYear, first.month.value, first.day?.value ?? 0) ?? null,
    last: dayFromParts(last.year, last.month, last.day ?? 0) ?? null,
  };
}

/** Days of a period without a year, counted in one without 29 February; none where the period may hold that day. */
function sameYearDays(first: DateMention, last: RangeEnd): { first: Day | null; last: Day | null } {
  if (first.month.value <= 2 && last.month > 2) return { first: null, last: null };
  const commonYear = 2023;
  return {
    first: dayFromParts(commonYear, first.month.value, first.day?.value ?? 0) ?? null,
    last: dayFromParts(commonYear, last.month, last.day ?? 0) ?? null,
  };
}

const saidDays = /^[^。；;\n]{0,8}?(?:，|、|（|\()?[共计](\d{1,3})[ 　]?天/u;
const noticeDays =
  /(?:公示|公告|征求意见|征集意见|报名)(?:期|时间|期限)?(?:为|共|：)?(\d{1,2})(?:个)?(?:日历)?(?:天|日)(?!内|前)[^。；\d]{0,12}$/u;
const validYears = /有效期(?:限)?(?:为)?(\d{1,2})年/u;
const slackDays = 31;

function judgeSaidDays(text: string, period: Period): PlacedFault | undefined {
  if (period.first === null || period.last === null) return undefined;
  const after = saidDays.exec(text.slice(period.end, period.end + 24));
  const before = noticeDays.exec(text.slice(Math.max(0, period.start - 30), period.start));
  const said = Number(after?.[1] ?? before?.[1] ?? 0);
  const between = daysBetween(period.first, period.last);
  if (said === 0 || said === between || said === between + 1) return undefined;
  const reason = `起止日期共${between + 1}天，与“${said}天”不符`;
  return { code: 'date.duration', reason, suggestion: null, start: period.start, end: period.end };
}

function judgeValidYears(text: string, period: Period): PlacedFault | undefined {
  if (period.first === null || period.last === null) return undefined;
  const sentence = text.slice(Math.max(0, period.start - 20), period.end + 20);
  const years = Number(validYears.exec(sentence)?.[1] ?? 0);
  if (years === 0) return undefined;
  const due = dayFromParts(yearOf(period.first) + years, monthOf(period.first), 1);
  if (due === undefined || Math.abs(daysBetween(due, period.last)) <= slackDays) return undefined;
  const reason = `起止日期与有效期${years}年不符`;
  return { code: 'date.duration', reason, suggestion: null, start: period.start, end: period.end };
}

/** What a period is said to last, against its days. */
export function judgeDuration(text: string, period: Period): PlacedFault | undefined {
  return judgeSaidDays(text, period) ?? judgeValidYears(text, period);
}

const yearRange =
  /(?<![\dA-Za-z.\-/T ])((?:19|20)\d{2})年?(?:至|到|[-－—–~～─]{1,2})((?:19|20)\d{2})(?:年|学年)/gu;

/** 2025—2021年. */
export function judgeYearRanges(text: string): readonly PlacedFault[] {
  return [...text.matchAll(yearRange)]
    .filter((match) => Number(match[1]) > Number(match[2]))
    .map((match) => ({
      code: 'date.period',
      reason: '截止年份早于起始年份',
      suggestion: null,
      start: match.index,
      end: match.index + match[0].length,
    }));
}
