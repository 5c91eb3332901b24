/** Reads the marks with which lines begin: 第一章, 第三条, 一、, （一）, 1., （1）, 1）, ①. Pure. */
import type { PublishedLine } from '../../published-lines.ts';
import { chineseNumberOf, valueOfChineseNumber } from './numerals.ts';

/** From the outermost to the innermost; a mark ends all lists inside its own level. */
export const markStyles = [
  'part',
  'chapter',
  'section',
  'article',
  'chinese',
  'chineseBracket',
  'arabic',
  'arabicBracket',
  'arabicHalf',
  'circled',
] as const;
export type MarkStyle = (typeof markStyles)[number];

export interface Mark {
  readonly style: MarkStyle;
  readonly number: number;
  /** The mark as written: （一）, 1．. */
  readonly text: string;
  /** Half-open span in the document's text. */
  readonly start: number;
  readonly end: number;
  /** Counts of attachments that began before it: lists do not run over them. */
  readonly section: number;
}

const chinese = '[一二三四五六七八九十]{1,3}';
const lawUnit: Readonly<Record<string, MarkStyle>> = {
  编: 'part',
  章: 'chapter',
  节: 'section',
  条: 'article',
};
const linePattern = new RegExp(
  [
    `第([一二三四五六七八九十百零〇]{1,7}|\\d{1,3})([编章节条])(?!之[一二三四五六七八九十]|[第的中、和及至款项规款修改删增所是（(]|[，。；])`,
    `(${chinese})(?:、|[.．](?!\\d))`,
    `[（(](${chinese})[）)]`,
    `(\\d{1,3})(?:[.．](?!\\d{1,3}(?!\\d)|[.．])|、(?!\\d))`,
    `[（(](\\d{1,3})[）)]`,
    `(\\d{1,2})[）)]`,
    `([①-⑳])`,
  ]
    .map((one) => `(?:${one})`)
    .join('|'),
  'uy',
);

function styleAndNumber(match: RegExpExecArray): { style: MarkStyle; number: number } | undefined {
  const [, law, unit, han, hanBracket, arabic, arabicBracket, arabicHalf, circled] = match;
  const readNumber = (text: string) => (/^\d/u.test(text) ? Number(text) : valueOfChineseNumber(text));
  if (law !== undefined) {
    const style = lawUnit[unit ?? ''];
    return style === undefined ? undefined : { style, number: readNumber(law) };
  }
  if (han !== undefined) return { style: 'chinese', number: readNumber(han) };
  if (hanBracket !== undefined) return { style: 'chineseBracket', number: readNumber(hanBracket) };
  if (arabic !== undefined) return { style: 'arabic', number: Number(arabic) };
  if (arabicBracket !== undefined) return { style: 'arabicBracket', number: Number(arabicBracket) };
  if (arabicHalf !== undefined) return { style: 'arabicHalf', number: Number(arabicHalf) };
  if (circled === undefined) return undefined;
  return { style: 'circled', number: (circled.codePointAt(0) ?? 0) - 0x245f };
}

/** The mark of another number in the style and the writing of this one: after （一） comes （二）. */
export function markTextLike(mark: Mark, number: number): string {
  if (mark.style === 'circled') return String.fromCodePoint(0x245f + number);
  const isArabic = /\d/u.test(mark.text);
  return mark.text.replace(
    /\d+|[一二三四五六七八九十百零〇]+/u,
    isArabic ? String(number) : chineseNumberOf(number),
  );
}

/** An attachment, or a paper passed on with the one before it, counts anew. */
const newSection = /^[\s　]*(?:附[件录表]|附)[\s　]?[\d一二三四五六七八九十]{0,3}[：:]?[\s　]*$/u;

/** What a line ends with that goes on: 符合前款第 / （二）、（三）项. */
const goesOn = /[第至到和、及或与款见按照依由据]$/u;
/** From this share on, articles are set off by a blank; the others are references at the start of a broken line. */
const setOffShare = 0.8;

function dropReferences(marks: readonly Mark[], text: (mark: Mark) => string): readonly Mark[] {
  const articles = marks.filter(({ style }) => style === 'article');
  const setOff = new Set(articles.filter((mark) => /^(?:$|[\s　])/u.test(text(mark))));
  if (setOff.size === articles.length || setOff.size < articles.length * setOffShare) return marks;
  return marks.filter((mark) => mark.style !== 'article' || setOff.has(mark));
}

/** The marks of all lines, in order. */
export function marksOfLines(lines: readonly PublishedLine[]): readonly Mark[] {
  const marks: Mark[] = [];
  const nextSigns = new Map<Mark, string>();
  let section = 0;
  let above = '';
  for (const line of lines) {
    const isBroken = goesOn.test(above);
    if (line.text !== '') above = line.text.slice(-2);
    if (line.text.length < 12 && newSection.test(line.text)) section += 1;
    const indent = /^[\s　]*/u.exec(line.text)?.[0].length ?? 0;
    linePattern.lastIndex = indent;
    const match = linePattern.exec(line.text);
    const read = match === null ? undefined : styleAndNumber(match);
    if (match === null || read === undefined || read.number === 0 || isBroken) continue;
    const start = line.start + indent;
    const mark = { ...read, text: match[0], start, end: start + match[0].length, section };
    marks.push(mark);
    nextSigns.set(mark, line.text.slice(indent + match[0].length, indent + match[0].length + 1));
  }
  return dropReferences(marks, (mark) => nextSigns.get(mark) ?? '');
}
