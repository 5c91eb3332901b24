/** Dates in figures (2026-02-30, 2026/2/30), dates half in words (2026.5月1日), and times of day. Pure. */
import { dayFromParts } from '#kernel/day.ts';
import type { PlacedFault } from './judge-period.ts';

const figures = /(?<![\w.\-/:])((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?![\w\-/]|\.\d)/gu;
/** Serial numbers of projects and goods may look like dates. */
const numberBefore = /(?:号|编码|代码|版本|V|v|第|型)[：:\s]{0,2}$/u;
const dateBefore = /(?:时间|日期|日|于|自|从|截至|截止|至|到|[（(：:])\s?$/u;
const halfWords =
  /(?<![\d.])((?:19|20)\d{2})(?:年(\d{1,2})[.\-/](\d{1,2})日|[.\-/](\d{1,2})月(\d{1,2})日|年[.\-/](\d{1,2})[.\-/](\d{1,2})日?)/gu;
const months = 12;

function judgeFigures(text: string): readonly PlacedFault[] {
  return [...text.matchAll(figures)].flatMap((match): PlacedFault[] => {
    const [whole, year, separator = '', month, day] = match;
    if (dayFromParts(Number(year), Number(month), Number(day)) !== undefined) return [];
    const before = text.slice(Math.max(0, match.index - 6), match.index);
    if (numberBefore.test(before)) return [];
    // 2024.2.30 may be a section or a version, 2024-13-05 a serial number: only a date where something says so.
    const isPlainDay = separator !== '.' && Number(month) >= 1 && Number(month) <= months;
    if (!isPlainDay && !dateBefore.test(before)) return [];
    const reason = '没有这一天';
    const span = { start: match.index, end: match.index + whole.length };
    return [{ code: 'date.impossible', reason, suggestion: null, ...span }];
  });
}

function judgeHalfWords(text: string): readonly PlacedFault[] {
  return [...text.matchAll(halfWords)].map((match): PlacedFault => {
    const [whole, year] = match;
    const month = Number(match[2] ?? match[4] ?? match[6]);
    const day = Number(match[3] ?? match[5] ?? match[7]);
    const known = dayFromParts(Number(year), month, day) !== undefined;
    return {
      code: 'date.mixedForm',
      reason: '同一日期中“年月日”与符号混用',
      suggestion: known ? `${year}年${month}月${day}日` : null,
      start: match.index,
      end: match.index + whole.length,
    };
  });
}

/** Dates written in figures or half in words. */
export function judgeShortDates(text: string): readonly PlacedFault[] {
  if (!/(?:19|20)\d{2}年?[-/.]|(?:19|20)\d{2}年\d{1,2}[-/.]/u.test(text)) return [];
  return [...judgeFigures(text), ...judgeHalfWords(text)];
}

const clock =
  /(上午|下午|晚上?|日|[）)]|时间[：:为])[ 　]?(\d{1,2})(?:[:：](\d{2})(?!\d|[:：]\d{3})|时(?:(\d{1,2})分|(?!间|期|代|段|点|许)))/gu;

const noon = 12;

/** Times that no clock shows: 25:00, 上午9:60, 上午14时. */
export function judgeTimes(text: string): readonly PlacedFault[] {
  return [...text.matchAll(clock)].flatMap((match): PlacedFault[] => {
    const [whole, lead = '', hour, minute = match[4] ?? '0'] = match;
    const hours = Number(hour);
    const minutes = Number(minute);
    const isMorning = lead === '上午' && hours > noon;
    const isTime = !isMorning && (hours < 24 ? minutes < 60 : hours === 24 && minutes === 0);
    const isBracket = /^[）)]$/u.test(lead);
    if (isTime || (isBracket && !/[周期拜][一二三四五六日天][）)]$/u.test(text.slice(0, match.index + 1))))
      return [];
    const start = match.index + lead.length;
    const span = { start, end: match.index + whole.length };
    return [
      {
        code: 'date.time',
        reason: `没有“${text.slice(span.start, span.end).trim()}”这一时刻`,
        suggestion: null,
        ...span,
      },
    ];
  });
}
