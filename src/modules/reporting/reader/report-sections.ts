/** Finds the title, the year, the unit and the six sections of a report among its lines. Reads no figures. */
import type { ReportParagraph, ReportSection } from '../rules/annual-report.ts';
import type { ReportLine } from './report-lines.ts';

const sectionTitles = [
  '总体情况',
  '主动公开政府信息情况',
  '收到和处理政府信息公开申请情况',
  '政府信息公开行政复议、行政诉讼情况',
  '存在的主要问题及改进情况',
  '其他需要报告的事项',
] as const;

/** How published reports name their sections, after the number; in this order a text is tried. */
const sectionPatterns: readonly (readonly [RegExp, number])[] = [
  [/^(?:政府信息公开)?(?:工作)?(?:总体|基本|概述|总的)/u, 1],
  [/^(?:收到和处理|收到及处理|收到、处理|依申请公开|政府信息依申请|处理政府信息公开申请)/u, 3],
  [/^(?:行政机关)?主动公开|^主动政府信息公开/u, 2],
  [/^(?:因|涉及)?(?:政府)?信息公开.{0,12}(?:复议|诉讼)|^(?:被申请)?行政复议/u, 4],
  [/^(?:政府信息公开|工作中|当前|目前)?(?:工作)?(?:中)?(?:存在|主要|问题)/u, 5],
  [/^(?:其[他它]|需要|应当)(?:需要|需|应|应当)?(?:说明|报告)/u, 6],
];
const numbered = /^\s*(?:第?[一二三四五六七]\s*(?:、|[.．，,]|部分)|[（(][一二三四五六][）)]、)\s*/u;
/** A longer line is no heading; what follows it in the same paragraph is text. */
const longestHeading = 36;

interface Heading {
  readonly number: number;
  readonly rest: string;
}

function headingOf(line: ReportLine): Heading | undefined {
  if (line.kind === 'row' && line.cells.filter(({ text }) => text.trim() !== '').length !== 1)
    return undefined;
  const text = line.text.trim();
  const mark = numbered.exec(text)?.[0];
  if (mark === undefined) return undefined;
  const title = text.slice(mark.length).replace(/\s+/gu, '');
  const number = sectionPatterns.find(([pattern]) => pattern.test(title))?.[1];
  if (number === undefined) return undefined;
  if (title.length <= longestHeading && !title.includes('。')) return { number, rest: '' };
  const known = /^[^。，；：\s]{4,30}?情况|^[^。，；：\s]{4,30}?事项/u.exec(text.slice(mark.length))?.[0];
  return known === undefined ? undefined : { number, rest: text.slice(mark.length + known.length).trim() };
}

export interface SectionedReport {
  readonly sections: readonly ReportSection[];
  /** Lines by section; table rows belong to the section they stand in. */
  readonly linesOf: (number: number) => readonly ReportLine[];
}

/** Parts the lines at the headings of the six sections. */
export function sectionReport(lines: readonly ReportLine[]): SectionedReport {
  const gathered = new Map<number, ReportLine[]>();
  let current = 0;
  for (const line of lines) {
    const heading = headingOf(line);
    if (heading !== undefined) current = heading.number;
    const kept =
      heading === undefined ? line : heading.rest === '' ? undefined : { ...line, text: heading.rest };
    const own = gathered.get(current) ?? [];
    gathered.set(current, own);
    if (kept !== undefined) own.push(kept);
  }
  const linesOf = (number: number) => gathered.get(number) ?? [];
  const numbers = [...gathered.keys()].sort((left, right) => left - right);
  return {
    linesOf,
    sections: numbers.map((number) => ({
      number,
      title: number === 0 ? '' : (sectionTitles[number - 1] ?? ''),
      paragraphs: linesOf(number)
        .filter(({ kind, text }) => kind === 'text' && text.trim() !== '')
        .map(({ text, place }): ReportParagraph => ({ text: text.trim(), place })),
    })),
  };
}

const chineseDigits = '〇一二三四五六七八九';

/** `2023`, `２０２３`, `二〇二三`. */
function yearOfText(text: string): number | undefined {
  const folded = text
    .normalize('NFKC')
    .replace(/[○Ｏ零]/gu, '〇')
    .replace(/[〇一二三四五六七八九]{4}(?=年)/gu, (year) =>
      [...year].map((digit) => String(chineseDigits.indexOf(digit))).join(''),
    );
  const year = Number(/(20\d{2})\s*年?/u.exec(folded)?.[1] ?? '0');
  return year > 2000 ? year : undefined;
}

const titlePattern =
  /政府信息公开(?:工作)?(?:的)?年度?(?:工作)?报告|信息公开(?:工作)?年度报告|年度?政府信息公开(?:工作)?(?:情况)?(?:的)?(?:年度)?报告/u;
const periodPattern =
  /(20\d{2})\s*年?\s*(?:1|一|0?1)\s*月\s*(?:1|一|0?1)\s*日?[^。]{0,14}?(?:12|十二)\s*月\s*(?:31|三十一)\s*日/u;

/** Lines that name a report, in order. */
function titleLines(lines: readonly ReportLine[]): readonly string[] {
  return lines
    .slice(0, 60)
    .map(({ text }) => text.replace(/\s+/gu, ''))
    .filter((text) => text.length <= 60 && titlePattern.test(text));
}

/** The year a text speaks of most. */
function commonestYear(text: string): number | undefined {
  const counts = new Map<number, number>();
  for (const [, written] of text.matchAll(/(20\d{2})\s*年/gu)) {
    const year = Number(written);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([left, many], [right, few]) => few - many || right - left);
  return first?.[0];
}

export interface ReportTitle {
  readonly year: number | null;
  readonly unit: string | null;
  /** Whether the file calls itself such a report. */
  readonly isNamed: boolean;
}

/** The unit a title names: what is left of it without year and kind of paper. */
function unitOfTitle(title: string): string | null {
  const unit = title
    .replace(/^关于/u, '')
    .replace(/(?:20\d{2}|[〇○零一二三四五六七八九]{4})年度?/u, ' ')
    .replace(/(?:政府)?信息公开.*$/u, '')
    .replace(/^.*发布/u, '')
    .trim()
    .replace(/^关于|关于$|的$/gu, '')
    .trim();
  return unit === '' ? null : unit;
}

/**
 * Year and unit by the title, the period of the figures, the names the file goes by, and at last the year its text
 * speaks of most.
 */
export function findReportTitle(lines: readonly ReportLine[], names: readonly string[]): ReportTitle {
  const text = lines
    .map((line) => line.text)
    .join('\n')
    .normalize('NFKC');
  const period = periodPattern.exec(text)?.[1];
  const periodYear = period === undefined ? undefined : Number(period);
  const own = titleLines(lines);
  // Pages list the reports of other years beside this one: the period of the figures tells them apart.
  const named = [...own, ...names.filter((name) => titlePattern.test(name))];
  const fits = (one: string) =>
    periodYear === undefined ? yearOfText(one) !== undefined : yearOfText(one) === periodYear;
  const title = named.find(fits) ?? named.find((one) => yearOfText(one) === undefined) ?? named[0];
  const year =
    (title === undefined || periodYear !== undefined ? undefined : yearOfText(title)) ??
    periodYear ??
    names.map(yearOfText).find((one) => one !== undefined) ??
    commonestYear(text);
  return {
    year: year ?? null,
    unit: title === undefined ? null : unitOfTitle(title),
    isNamed: title !== undefined || titlePattern.test(text.slice(0, 4000)),
  };
}
