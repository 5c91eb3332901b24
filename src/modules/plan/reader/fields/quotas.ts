/** Reads the counts a task demands (每年不少于1次): quotas, never deadlines. */

import { readChineseNumber } from '#kernel/chinese/chinese-number.ts';
import type { QuotaReading } from '../reading.ts';
import { compactDeadlineText } from './deadline/read-deadline.ts';

type QuotaPeriod = QuotaReading['per'];

const counters = '场次|批次|人次|次|场|期|篇|件|条|个|项|份|部|轮|部次|批|遍|回|幅|例|套|天|堂|课时|家|版';
const number = '(?<count>\\d{1,4}|[一二三四五六七八九十百两]{1,4})';
const atLeast = '(?:不(?:得)?(?:少|低)于|至少(?:要|应)?|最少|不下)';
// 至少召开一次, 至少要组织开展2场
const deed = '(?:[^，。；：、\\d一二三四五六七八九十两]{0,10})';

const demanded = new RegExp(`${atLeast}${deed}?${number}(?<counter>${counters})(?:以上)?`, 'gu');
const orMore = new RegExp(`${number}(?<counter>${counters})(?:\\(含\\))?以上`, 'gu');
const periodWord =
  '每(?:个)?(?:年度?|半年|季度?|月份?|周|星期)|(?:年度|本年度|全年|年内|一年|半年|季度|一季度|当年|今年|年均)';
const rhythm = new RegExp(
  `每(?<every>半|两|双|[一二三]|\\d)?个?(?<span>年度?|季度?|月|周|星期)(?:[^，。；\\d]{0,16}?)(?<count>\\d{1,3}|[一二三四五六七八九十两]{1,2})(?<counter>${counters})`,
  'gu',
);
const nearestPeriod = new RegExp(`(?:${periodWord})(?=[^。；]*$)`, 'gu');

function periodOf(word: string): QuotaPeriod {
  if (word.includes('半年')) return 'halfYear';
  if (word.includes('季')) return 'quarter';
  if (word.includes('月')) return 'month';
  if (/周|星期/u.test(word)) return 'week';
  return 'year';
}

interface Found {
  readonly from: number;
  readonly to: number;
  readonly quota: QuotaReading;
}

// What follows 次 … must not make it part of another word: 一次性, 一个部门, 一件事.
const partOfWord = /^(?:性|部门|单位|领域|方面|模块|事(?:”|"|项|儿)?|工作日|月|层级|要素|类)/u;

function findDemanded(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const pattern of [demanded, orMore]) {
    for (const match of text.matchAll(pattern)) {
      const to = match.index + match[0].length;
      const count = readChineseNumber(match.groups?.count ?? '');
      const counter = match.groups?.counter;
      if (count === undefined || counter === undefined || partOfWord.test(text.slice(to))) continue;
      const clauseStart =
        Math.max(text.lastIndexOf('。', match.index), text.lastIndexOf('；', match.index)) + 1;
      const ahead = text.slice(clauseStart, match.index);
      const period = [...ahead.matchAll(nearestPeriod)].at(-1) ?? undefined;
      const inside = new RegExp(periodWord, 'u').exec(match[0]);
      const per = period ?? inside;
      const near = period !== undefined && match.index - clauseStart - period.index <= 40;
      found.push({
        from: near && period !== undefined ? clauseStart + period.index : match.index,
        to,
        quota: {
          text: text.slice(near && period !== undefined ? clauseStart + period.index : match.index, to),
          count,
          counter,
          per: per === null || (!near && inside === null) ? 'plan' : periodOf(per[0]),
        },
      });
    }
  }
  return found;
}

function findRhythms(text: string): readonly Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(rhythm)) {
    const { every, span, count: printed, counter } = match.groups ?? {};
    const count = readChineseNumber(printed ?? '');
    const to = match.index + match[0].length;
    if (count === undefined || span === undefined || counter === undefined) continue;
    if (partOfWord.test(text.slice(to)) || counter === '天' || counter === '个') continue;
    // 每两个月一次 has no period of its own in the shape; six a year says the same.
    const step =
      every === undefined || every === '半' ? 1 : every === '双' ? 2 : (readChineseNumber(every) ?? 1);
    const base = periodOf((every === '半' ? '半' : '') + span);
    if (step > 1 && base === 'year') continue;
    const perYear: Readonly<Record<string, number>> = { month: 12, quarter: 4, week: 52 };
    found.push({
      from: match.index,
      to,
      quota: {
        text: match[0],
        count: step === 1 ? count : Math.floor(((perYear[base] ?? 1) / step) * count),
        counter,
        per: step === 1 ? base : 'year',
      },
    });
  }
  return found;
}

/**
 * All counts a requirement demands, in order: 每年不少于1次, 年内至少2场, 每季度开展一次. `per` is `plan` where the
 * text names no period. Upper limits and periods of the law (1个工作日内) are not quotas.
 */
export function readQuotas(requirement: string): readonly QuotaReading[] {
  const text = compactDeadlineText(requirement);
  const demandedHere = findDemanded(text);
  const all = [...demandedHere];
  for (const rhythmic of findRhythms(text)) {
    if (!demandedHere.some((other) => rhythmic.from < other.to && other.from < rhythmic.to))
      all.push(rhythmic);
  }
  return all.sort((first, second) => first.from - second.from).map((found) => found.quota);
}
