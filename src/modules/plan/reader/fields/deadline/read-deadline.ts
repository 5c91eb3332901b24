/**
 * Reads the deadline a plan prints for a task into kind and day. Pure text work: a working-day count or the day of
 * an event is not looked up here.
 */

import { readChineseNumber } from '#kernel/chinese/chinese-number.ts';
import { mendMisreadSigns, simplifyCharacters, tidyText } from '#kernel/chinese/fold-text.ts';
import { type Day, dayFromParts } from '#kernel/day.ts';
import type { DeadlineReading, Milestone, ReadingFlag } from '../../reading.ts';
import { type DayPoint, findDayPoints, spellListedMonths } from './day-points.ts';
import {
  aimWording,
  allYearWording,
  atOnceWording,
  doneWording,
  elsewhereWording,
  fromNowWording,
  lengthWording,
  ongoingWording,
  recurringWording,
  relativeWording,
  seasonWording,
} from './wordings.ts';

/** What a deadline is read against. */
export interface DeadlineContext {
  /** The plan's year, taken where the text names none; null when nobody knows it. */
  readonly year: number | null;
  /** The plan's day of issue: a deadline before it is doubtful. */
  readonly issuedOn?: Day | null;
}

/** A reading and what makes it uncertain. */
export interface DeadlineVerdict {
  readonly reading: DeadlineReading;
  readonly flags: readonly ReadingFlag[];
}

export const noDeadline: DeadlineReading = {
  kind: 'none',
  date: null,
  thenOngoing: false,
  days: null,
  dayUnit: null,
  from: null,
  milestones: [],
};

const flagOf = (reason: string): ReadingFlag => ({ field: 'deadline', reason });

function verdictOf(reading: Partial<DeadlineReading>, reasons: readonly string[]): DeadlineVerdict {
  return { reading: { ...noDeadline, ...reading }, flags: [...new Set(reasons)].map(flagOf) };
}

/** Letters that text recognition puts for digits: l2月, 1O月. */
function mendMisreadDigits(text: string): string {
  return text
    .replace(/(?<![A-Za-z])[lI|](?=[\dOo]?月|\d日)/gu, '1')
    .replace(/(?<=\d)[Oo](?=[\dOo]?[年月日])/gu, '0');
}

/** Tidied, simplified and without any blank: the form all wordings are matched on. */
export function compactDeadlineText(text: string): string {
  return simplifyCharacters(mendMisreadSigns(tidyText(text))).replace(/\s+/gu, '');
}

const lengthInDays = new Map<string, number>([
  ['日', 1],
  ['天', 1],
  ['自然日', 1],
  ['日历日', 1],
  ['工作日', 1],
  ['周', 7],
  ['星期', 7],
]);

function readLength(match: RegExpExecArray, from: string | null): DeadlineVerdict {
  const unit = match.groups?.unit ?? '日';
  const count = readChineseNumber(match.groups?.count ?? '');
  const daysInUnit = lengthInDays.get(unit);
  const reasons = from === null ? ['没有写明从哪一天起算'] : [];
  if (count === undefined || count === 0 || daysInUnit === undefined) {
    return verdictOf({ kind: 'relative', from }, [
      ...reasons,
      `“${match[0]}”不是按日计算的期限，请填写具体日期`,
    ]);
  }
  return verdictOf(
    { kind: 'relative', days: count * daysInUnit, dayUnit: unit === '工作日' ? 'working' : 'calendar', from },
    reasons,
  );
}

const afterPoint = /^(?:之?前|以前)/u;

function doubtsOfPoint(point: DayPoint, text: string, context: DeadlineContext): readonly string[] {
  const reasons = [...point.doubts];
  const printed = text.slice(point.start, point.end);
  const { day } = point;
  if (day === undefined) return reasons;
  if (point.bare && afterPoint.test(text.slice(point.end))) {
    reasons.push(`“${printed}前”按${printed}末（${day}）读取，也可能指${printed}开始之前`);
  }
  if (context.year !== null && Number(day.slice(0, 4)) < context.year) {
    reasons.push(`时限${day}早于计划年度`);
  } else if (context.issuedOn != null && day < context.issuedOn) {
    reasons.push(`时限${day}早于文件成文日期${context.issuedOn}`);
  }
  return reasons;
}

/** The printed words of a point with the 前 or 前各 that belongs to them. */
export function milestoneText(point: DayPoint, text: string): string {
  const tail = afterPoint.exec(text.slice(point.end));
  return text.slice(point.start, point.end) + (tail?.[0] ?? '');
}

/** The distinct days of points in calendar order. */
export function milestonesOf(points: readonly DayPoint[], text: string): readonly Milestone[] {
  const byDay = new Map<Day, string>();
  for (const point of points) {
    if (point.day !== undefined && !byDay.has(point.day)) byDay.set(point.day, milestoneText(point, text));
  }
  return [...byDay]
    .map(([date, printed]): Milestone => ({ text: printed, date }))
    .sort((first, second) => (first.date < second.date ? -1 : 1));
}

/** 全年推进，6月底前初见成效: the year's end is the last of the days. */
function withYearEnd(named: readonly Milestone[], year: number | null): readonly Milestone[] {
  const last = named.at(-1)?.date;
  const yearEnd = year === null ? undefined : dayFromParts(year, 12, 31);
  return yearEnd === undefined || last === undefined || last >= yearEnd
    ? named
    : [...named, { text: '全年', date: yearEnd }];
}

function readPoints(points: readonly DayPoint[], text: string, context: DeadlineContext): DeadlineVerdict {
  const reasons = points.flatMap((point) => doubtsOfPoint(point, text, context));
  if (aimWording.test(text)) reasons.push('原文是力争或原则性的目标');
  const named = milestonesOf(points, text);
  if (named.length === 0) return verdictOf({}, reasons);
  const otherYear = points.every(
    (point) => point.wholeYear && point.day?.startsWith(String(context.year)) === false,
  );
  const allYear = allYearWording.test(text) || (!otherYear && points.every((point) => point.wholeYear));
  const milestones = allYear ? withYearEnd(named, context.year) : named;
  const last = milestones.at(-1);
  if (last === undefined) return verdictOf({}, reasons);
  if (otherYear) reasons.push('写明的年度不是计划年度');
  const lastPoint = points.at(-1);
  const tail = text.slice(lastPoint?.end ?? 0).replace(/^(?:之?前|以前|底)+/u, '');
  // 12月底前持续推进 says until when; 持续推进，年底前见成效 and 年底前完成，长期坚持 go on after the day.
  const until = /^(?:持续|坚持|不断)/u.test(tail);
  return verdictOf(
    {
      kind: allYear && last.date.endsWith('-12-31') ? 'allYear' : 'date',
      date: last.date,
      thenOngoing: !until && ongoingWording.test(text),
      milestones: milestones.length > 1 ? milestones : [],
    },
    reasons,
  );
}

function readWithoutDay(text: string, context: DeadlineContext): DeadlineVerdict {
  if (allYearWording.test(text)) {
    if (context.year === null) return verdictOf({ kind: 'allYear' }, ['文件没有写明年份，请填写年度']);
    const date = dayFromParts(context.year, 12, 31) ?? null;
    return verdictOf({ kind: 'allYear', date, thenOngoing: ongoingWording.test(text) }, []);
  }
  if (recurringWording.test(text)) {
    return verdictOf({ kind: 'ongoing' }, [`“${text}”是周期性要求，没有一次性的截止日期`]);
  }
  if (ongoingWording.test(text)) return verdictOf({ kind: 'ongoing' }, []);
  if (fromNowWording.test(text)) {
    return verdictOf({ kind: 'ongoing' }, ['只写了起始时间，没有截止日期']);
  }
  if (seasonWording.test(text)) return verdictOf({}, [`“${text}”没有写明具体日期，请填写`]);
  if (elsewhereWording.test(text)) return verdictOf({}, [`时限由其他文件或情况决定：“${text}”`]);
  if (atOnceWording.test(text)) return verdictOf({}, [`“${text}”要求从快办理，没有截止日期`]);
  if (doneWording.test(text)) return verdictOf({}, [`“${text}”表示已经完成，没有截止日期`]);
  if (/月底|月末/u.test(text)) return verdictOf({}, [`“${text}”没有写明月份`]);
  return verdictOf({}, [`读不懂时限“${text}”`]);
}

const nothingPrinted = /^[-—–~/\\、，。.·*無无]*$/u;

/**
 * Reads a deadline cell or label. Kind `date` and `allYear` carry the last day; several days become `milestones`
 * with the last one as the date. An empty cell is `none` without a flag; a cell that cannot be trusted is flagged
 * and never guessed.
 */
export function readDeadline(printed: string, context: DeadlineContext): DeadlineVerdict {
  const compact = compactDeadlineText(printed).replace(/[。.，、；]+$/u, '');
  const text = spellListedMonths(mendMisreadDigits(compact));
  if (nothingPrinted.test(text)) return verdictOf({}, []);
  const verdict = readCleanText(text, context);
  const flags = [...verdict.flags];
  if (text !== spellListedMonths(compact)) {
    flags.push(flagOf(`“${compact}”里的数字像是识别错误，按“${text}”读取`));
  }
  if (text.length > longestWording) flags.push(flagOf('时限的文字过长，可能混入了别的内容'));
  return { ...verdict, flags };
}

// 6月底前完成编制，9月底前完成验收，长期坚持 and the like stay below it.
const longestWording = 40;

const startsThere = /^(?:起(?!草)|开始|以来)/u;

function readCleanText(text: string, context: DeadlineContext): DeadlineVerdict {
  const relative = relativeWording.exec(text);
  const withoutRelative = relative === null ? text : text.replace(relative[0], '');
  const single = withoutRelative.replace(recurringWording, (part) => (/^每年/u.test(part) ? part : ''));
  const named = findDayPoints(single, context.year);
  const points = named.filter((point) => !startsThere.test(single.slice(point.end)));
  if (named.length > 0 && points.length === 0 && !allYearWording.test(single)) {
    return verdictOf({ kind: 'ongoing' }, ['只写了起始时间，没有截止日期']);
  }
  if (points.length > 0) {
    const verdict = readPoints(points, single, context);
    const yearly = /每年/u.test(single);
    const reasons = verdict.flags.map((flag) => flag.reason);
    if (relative !== null) reasons.push(`另有从事件起算的期限“${relative[0]}”`);
    if (yearly) reasons.push('每年都要完成，读取的是计划年度的日期');
    return verdictOf({ ...verdict.reading, thenOngoing: verdict.reading.thenOngoing || yearly }, reasons);
  }
  if (relative !== null && !/^每/u.test(relative[0]))
    return readLength(relative, relative.groups?.from ?? null);
  const length = lengthWording.exec(text);
  if (length !== null && !recurringWording.test(text)) return readLength(length, null);
  return readWithoutDay(text, context);
}
