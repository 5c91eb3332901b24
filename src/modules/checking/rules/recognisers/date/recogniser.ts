/** Dates: days that do not exist, wrong weekdays, periods that end before they begin, forms of writing. Pure. */
import { dayFromParts, yearOf } from '#kernel/day.ts';
import type { Finding } from '../../finding.ts';
import { type PublishedLine, publishedLinesOf, trimmedLine } from '../../published-lines.ts';
import { type CheckContext, findingOf, type Recogniser } from '../../recogniser.ts';
import { type DateFault, judgeDate, judgeExistence } from './judge-date.ts';
import {
  judgeDuration,
  judgeWeekday,
  judgeYearRanges,
  type PlacedFault,
  periodFrom,
  type YearsOfDate,
  yearsMeant,
} from './judge-period.ts';
import { dateKinds } from './kinds.ts';
import { type DateMention, datesInLine, fullYearOf, withPlainDigits } from './read-dates.ts';
import { judgeShortDates, judgeTimes } from './short-dates.ts';
import { judgeSignatureLine } from './signature.ts';

const hasDate = /[0-9０-９〇○零一二三四五六七八九十元正][ 　]?月|\d{4}[-/.年－—–~～至到]|\d[时:：]/u;
/** 2023年度 is what a paper tells of, not when it was written. */
const namedYear = /(?<!\d)((?:19|20)\d{2})年(?!度)/gu;
const documentNumber = /〔20\d{2}〕\d+号/u;
/** A year holds for the dates after it in the same sentence or the next. */
const carryLength = 120;

interface Surroundings {
  readonly context: CheckContext;
  readonly text: string;
  readonly years: ReadonlySet<number>;
  readonly isOfficialPaper: boolean;
}

const placed = (fault: DateFault, span: { readonly start: number; readonly end: number }): PlacedFault => ({
  ...fault,
  start: span.start,
  end: span.end,
});

/** 已于 a day that had not come when the paper was signed. */
function judgeAgainstDocument(
  text: string,
  mention: DateMention,
  context: CheckContext,
): DateFault | undefined {
  const year = fullYearOf(mention);
  if (context.documentDay === null || year === null || mention.day === null) return undefined;
  const day = dayFromParts(year, mention.month.value, mention.day.value);
  if (day === undefined || day <= context.documentDay) return undefined;
  if (!text.slice(Math.max(0, mention.start - 3), mention.start).endsWith('已于')) return undefined;
  return { code: 'date.afterDocument', reason: '“已”发生的事晚于文件日期', suggestion: null };
}

function judgePadding(line: PublishedLine, mention: DateMention): DateFault | undefined {
  const isPadded = [mention.month, mention.day].some((field) => /^0\d$/u.test(field?.text ?? ''));
  if (!isPadded || line.kind === 'cell' || mention.sign === '') return undefined;
  const suggestion = line.text
    .slice(mention.start, mention.end)
    .replace(/(^|[^\d])0(\d)(?=[ 　]?[月日号])/gu, '$1$2');
  return { code: 'date.padded', reason: '月、日不加前置的 0', suggestion };
}

interface CarriedYear {
  readonly year: number;
  readonly month: number;
  readonly at: number;
}

/** The year a date is in: its own, the one told shortly before, or one of those the document speaks of. */
function yearsOfDate(mention: DateMention, carried: CarriedYear | null, about: Surroundings): YearsOfDate {
  const own = fullYearOf(mention);
  if (own !== null) return { years: new Set([own]), isSure: true };
  const month = mention.month.value;
  if (carried !== null && mention.start - carried.at <= carryLength) {
    const next = month < carried.month ? [carried.year + 1] : [];
    return { years: new Set([carried.year, ...next]), isSure: true };
  }
  const isSure = about.context.documentDay !== null || about.years.size === 1;
  return { years: yearsMeant(month, about.years), isSure };
}

/** The line begins with the tail of a number: 1999年1 / 0月29日. */
function isTornOff(line: PublishedLine, mention: DateMention, text: string): boolean {
  return mention.start === 0 && /\d\n$/u.test(text.slice(Math.max(0, line.start - 2), line.start));
}

function judgeMentions(line: PublishedLine, text: string, about: Surroundings): readonly PlacedFault[] {
  const mentions = datesInLine(text);
  const byStart = new Map(mentions.map((mention) => [mention.start, mention]));
  let carried: CarriedYear | null = null;
  return mentions.flatMap((mention) => {
    const own = fullYearOf(mention);
    if (own !== null) carried = { year: own, month: mention.month.value, at: mention.end };
    const before = text.slice(Math.max(0, mention.start - 1), mention.start);
    const end = line.start + mention.end;
    const after = about.text.slice(end, end + 6);
    const fault =
      judgeDate(mention, before, after) ??
      judgeAgainstDocument(text, mention, about.context) ??
      judgePadding(line, mention);
    if (mention.isForeignCalendar || isTornOff(line, mention, about.text)) return [];
    const weekday = judgeWeekday(text, mention, yearsOfDate(mention, carried, about));
    const period = periodFrom(text, mention, byStart);
    const duration = period === undefined ? undefined : judgeDuration(text, period);
    return [fault && placed(fault, mention), weekday, period?.fault ?? undefined, duration].filter(
      (one) => one !== undefined,
    );
  });
}

function judgeLine(line: PublishedLine, above: string, about: Surroundings): readonly PlacedFault[] {
  const text = withPlainDigits(line.text);
  const trimmed = trimmedLine({ ...line, text });
  if (line.kind === 'body' && trimmed.text.length <= 14) {
    const [first] = datesInLine(trimmed.text);
    const { isOfficialPaper } = about;
    const fault = judgeSignatureLine({ text: trimmed.text, above, isOfficialPaper }, first);
    const start = trimmed.start - line.start;
    const exists = first === undefined || judgeExistence(first) === undefined;
    if (fault !== undefined && exists) return [placed(fault, { start, end: start + trimmed.text.length })];
  }
  return [
    ...judgeMentions(line, text, about),
    ...judgeYearRanges(text),
    ...judgeShortDates(text),
    ...judgeTimes(text),
  ];
}

export const dateRecogniser: Recogniser = {
  name: 'date',
  kinds: dateKinds,
  find(document, context) {
    const lines = publishedLinesOf(document);
    const dated = lines.filter(({ text }) => hasDate.test(text));
    const years = new Set(
      dated.flatMap(({ text }) => [...text.matchAll(namedYear)].map((match) => Number(match[1]))),
    );
    if (context.documentDay !== null) years.add(yearOf(context.documentDay));
    const isOfficialPaper = documentNumber.test(document.text);
    const about = { context, text: document.text, years, isOfficialPaper };
    const findings: Finding[] = [];
    let above = '';
    for (const line of lines) {
      if (hasDate.test(line.text)) {
        for (const fault of judgeLine(line, above, about)) {
          const { start, end, code, reason, suggestion, severity } = fault;
          findings.push(
            findingOf(dateKinds, code, {
              text: line.text.slice(start, end),
              start: line.start + start,
              end: line.start + end,
              reason,
              suggestion,
              ...(severity === undefined ? {} : { severity }),
            }),
          );
        }
      }
      const trimmed = line.text.trim();
      if (trimmed !== '') above = trimmed.replace(/\s/gu, '');
    }
    return findings;
  },
};
