/**
 * Finds the days and periods a text names (6月30日, 三季度, 年底 …) and the last day each of them means. Whether such
 * a day is a deadline is not decided here.
 */

import {
  readChineseNumber,
  readYearNumber,
  smallNumber,
  yearNumber,
} from '#kernel/chinese/chinese-number.ts';
import { type Day, dayFromParts, lastDayOfMonth } from '#kernel/day.ts';

/** A day or period named by a text, as its last day. */
export interface DayPoint {
  readonly start: number;
  readonly end: number;
  /** The last day meant; undefined when there is no such day or no year to take it from. */
  readonly day: Day | undefined;
  /** The whole named calendar year and nothing narrower: 2022年, 1月至12月. */
  readonly wholeYear: boolean;
  /** The point names a period by its name alone (6月, 三季度), so that 前 after it can mean two things. */
  readonly bare: boolean;
  /** A Chinese sentence for each thing a person must check. */
  readonly doubts: readonly string[];
}

const yearPart = `(?:(?<year>${yearNumber})年度?|(?<relativeYear>今年度?|本年度?|当年度?|明年|次年|来年|下一年度?|下年度|后年|去年|上年度?|上一年度?))?的?`;
const rangeSign = '(?:-{1,2}|—{1,2}|–|~|～|至|到)';

const patterns: readonly RegExp[] = [
  // 2022-06-30, 2022.6.30, 2022/6/30
  /(?<![\d.])(?<year>(?:19|20)\d{2})[-./](?<month>\d{1,2})[-./](?<day>\d{1,2})(?!\d)日?/uy,
  // 6月30日, 2022年6月底, 6月中旬
  new RegExp(
    `${yearPart}(?<![\\d一二三四五六七八九十])(?<month>${smallNumber})月份?(?:(?<day>${smallNumber})[日号]|(?<part>月底|底|末|上旬|中旬|下旬|初|中(?![旬央]))前?之?内?(?<=[底末旬初中]))?`,
    'uy',
  ),
  // 三季度, 第二季度末
  new RegExp(`${yearPart}第?(?<quarter>[一二三四1-4])个?季度(?<part>结束|末|底)?`, 'uy'),
  new RegExp(`${yearPart}(?<half>上半年|下半年)(?<part>结束|末|底)?`, 'uy'),
  // 年底, 2022年年底, 2022年内, 明年底
  new RegExp(
    `(?:(?<year>${yearNumber})年度?|(?<relativeYear>今年?|本年?|当年?|明年?|次年?|来年?|下一年?|后年?|去年?|上年?))?(?<yearEnd>年底|年末|年终|岁末|(?<![\\d一二三四五六七八九十两几半])年度?内|年年底)`,
    'uy',
  ),
  new RegExp(`(?<year>${yearNumber})年度?(?<yearEnd>年底|年末|年终|底|末|内)`, 'uy'),
  // 2022.06, 2022-6
  /(?<![\d.])(?<year>20\d{2})[-./](?<month>0?[1-9]|1[0-2])(?![\d.])/uy,
  // 12.31, 6/30
  /(?<![\d./])(?<month>1[0-2]|0?[1-9])[./](?<day>3[01]|[12]\d|0?[1-9])(?![\d./])/uy,
  // 2022年, 2022年度
  new RegExp(`(?<year>${yearNumber})年度?(?<wholeYear>)(?!\\d)`, 'uy'),
];

const yearShift: readonly (readonly [RegExp, number])[] = [
  [/^(?:今|本|当)/u, 0],
  [/^(?:明|次|来|下)/u, 1],
  [/^后/u, 2],
  [/^(?:去|上)/u, -1],
];

interface Period {
  readonly day: Day | undefined;
  readonly bare: boolean;
  readonly doubts: readonly string[];
}

const noSuchDay = (text: string) => `“${text}”这一天不存在`;

function periodOfMonth(year: number, month: number, groups: Groups, text: string): Period {
  const first = dayFromParts(year, month, 1);
  if (first === undefined) return { day: undefined, bare: false, doubts: [noSuchDay(text)] };
  if (groups.day !== undefined) {
    const dayOfMonth = readChineseNumber(groups.day);
    const day = dayOfMonth === undefined ? undefined : dayFromParts(year, month, dayOfMonth);
    return { day, bare: false, doubts: day === undefined ? [noSuchDay(text)] : [] };
  }
  const inside = (dayOfMonth: number, doubts: readonly string[]): Period => ({
    day: dayFromParts(year, month, dayOfMonth),
    bare: false,
    doubts,
  });
  switch (groups.part) {
    case '上旬':
      return inside(10, []);
    case '中旬':
      return inside(20, []);
    case '初':
      return inside(10, [`“${text}”没有确切日期，按上旬末读取`]);
    case '中':
      return inside(15, [`“${text}”没有确切日期，按15日读取`]);
    default:
      return { day: lastDayOfMonth(year, month), bare: groups.part === undefined, doubts: [] };
  }
}

type Groups = Readonly<Record<string, string | undefined>>;

function periodOf(groups: Groups, year: number, text: string): Period {
  if (groups.month !== undefined) {
    return periodOfMonth(year, readChineseNumber(groups.month) ?? 0, groups, text);
  }
  const bare = groups.part === undefined;
  if (groups.quarter !== undefined) {
    const quarter = readChineseNumber(groups.quarter) ?? 4;
    return { day: lastDayOfMonth(year, quarter * 3), bare, doubts: [] };
  }
  if (groups.half !== undefined) {
    return { day: lastDayOfMonth(year, groups.half === '上半年' ? 6 : 12), bare, doubts: [] };
  }
  return { day: lastDayOfMonth(year, 12), bare: groups.wholeYear !== undefined, doubts: [] };
}

function yearOfGroups(groups: Groups, planYear: number | null): number | undefined {
  if (groups.year !== undefined) return readYearNumber(groups.year);
  if (planYear === null || groups.relativeYear === undefined) return undefined;
  const shift = yearShift.find(([word]) => word.test(groups.relativeYear ?? ''));
  return shift === undefined ? undefined : planYear + shift[1];
}

function matchAt(text: string, index: number): RegExpExecArray | undefined {
  for (const pattern of patterns) {
    pattern.lastIndex = index;
    const match = pattern.exec(text);
    if (match !== null && match[0] !== '') return match;
  }
  return undefined;
}

const worthTrying = /[\d一二三四五六七八九十廿年今本当明次来下后去上岁第]/u;
/** A bare period right behind such a verb is what the work is about (完成上半年抽检), not when it is due. */
const takesPeriodAsObject = /(?:完成|公布|发布|公开|提交|报送|上报|总结|梳理|通报|编制)$/u;
const limitWord = /^(?:之?前|以前|内|完成)/u;
const listedQuarters = /第?[一二三四](?=[、，和及至到—-]第?[一二三四]季度)/gu;
const onlyRange = new RegExp(`^${rangeSign}$`, 'u');
const listedMonths = new RegExp(
  `(?<![\\d月])(?:\\d{1,2}[、，])+(?=\\d{1,2}月)|(?<![\\d月.])\\d{1,2}月?(?=${rangeSign}\\d{1,2}月)`,
  'gu',
);

/** Months and quarters of a list (3、6、9月底; 6-9月; 一、三季度) with their 月 and 季度, so that each of them can be found. */
export function spellListedMonths(text: string): string {
  return text
    .replace(listedMonths, (list) => list.replace(/(\d)(?=[、，]|$)/gu, '$1月'))
    .replace(listedQuarters, '$&季度');
}

/**
 * All days and periods in order. A point without a year takes the year of the point before it, and the first one
 * the plan's year; a range (6月至9月) is one point, its last day.
 */
export function findDayPoints(text: string, planYear: number | null): readonly DayPoint[] {
  const points: DayPoint[] = [];
  let year = planYear;
  let rangeBegan: { readonly start: number; readonly january: boolean } | undefined;
  for (let index = 0; index < text.length; ) {
    const match = worthTrying.test(text.charAt(index)) ? matchAt(text, index) : undefined;
    const groups = match?.groups;
    if (match === undefined || groups === undefined) {
      index += 1;
      continue;
    }
    const end = index + match[0].length;
    const ownYear = yearOfGroups(groups, planYear) ?? year;
    if (ownYear !== null) year = ownYear;
    const period: Period =
      ownYear === null
        ? { day: undefined, bare: false, doubts: [`“${match[0]}”没有年份，文件也没有写明年份`] }
        : periodOf(groups, ownYear, match[0]);
    const before = text.slice(Math.max(0, index - 2), index);
    if (period.bare && takesPeriodAsObject.test(before) && !limitWord.test(text.slice(end, end + 2))) {
      index = end;
      continue;
    }
    const previous = points.at(-1);
    const opensRange = previous !== undefined && onlyRange.test(text.slice(previous.end, index));
    if (opensRange) {
      points.pop();
      rangeBegan = {
        start: previous.start,
        january: /(?<!\d)0?1(?:月|-01|\.1|\/1)/u.test(text.slice(previous.start, previous.end)),
      };
    } else {
      rangeBegan = undefined;
    }
    points.push({
      start: rangeBegan?.start ?? index,
      end,
      day: period.day,
      wholeYear:
        groups.wholeYear !== undefined ||
        (rangeBegan?.january === true && period.day?.endsWith('-12-31') === true),
      bare: period.bare && !opensRange,
      doubts: period.doubts,
    });
    index = end;
  }
  return points;
}
