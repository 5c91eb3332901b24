/**
 * The label that opens a heading or a numbered paragraph: 第一部分, 一、, （一）, 1., （1）, ①. Knows the shapes of labels,
 * also as text recognition distorts them, and nothing of what they number.
 */
import { readChineseNumber } from '#kernel/chinese/chinese-number.ts';

/** Shapes of labels from the widest to the narrowest. */
export const labelStyles = ['part', 'cn', 'cnParen', 'arabic', 'arabicParen', 'circled'] as const;
export type LabelStyle = (typeof labelStyles)[number];

export interface OpeningLabel {
  readonly style: LabelStyle;
  /** What the label counts; null when only its shape survived. */
  readonly number: number | null;
  /** The text behind the label. */
  readonly rest: string;
}

const chineseDigits = '一二三四五六七八九十百〇零';
const partLabel =
  /^第\s*([一二三四五六七八九十百\d]{1,4})\s*(?:部分|章|篇|板块|节)(?:[\s、：:.．]+|$|(?=[^\s\d]))/u;
const chineseLabel = new RegExp(`^([${chineseDigits}]{1,4})\\s*[、．.，,：:]\\s*`, 'u');
// Text recognition prints （一） as (-), （二） as (=), and mixes the brackets.
const chineseInBrackets = new RegExp(
  `^[（(〔\\[【]\\s*([${chineseDigits}\\-—－=＝]{1,4})\\s*[）)〕\\]】]\\s*[、.．]?\\s*`,
  'u',
);
const arabicLabel = /^(\d{1,4})\s*(?:[.．、]\s*(?![\d])|[,，]\s*(?=[\p{Script=Han}“《]))/u;
const arabicInBrackets = /^(?:[（(〔[【]\s*(\d{1,3})\s*[）)〕\]】]|(\d{1,3})\s*[）)])\s*[、.．]?\s*/u;
const namedLabel = new RegExp(
  `^(?:任务|事项)\\s*([${chineseDigits}]{1,4}|\\d{1,4})\\s*(?:[：:、.．]\\s*|\\s+|$)`,
  'u',
);
const circledLabel = /^([①-⑳])\s*[、.．]?\s*/u;

/** Full-width digits as half-width ones, every sign in its place. */
function withHalfWidthDigits(text: string): string {
  return text.replace(/[０-９]/gu, (digit) => digit.normalize('NFKC'));
}

function bracketedNumber(sign: string): number | null {
  if (/^[-—－]$/u.test(sign)) return 1;
  if (/^[=＝]$/u.test(sign)) return 2;
  return readChineseNumber(sign) ?? null;
}

function labelOf(style: LabelStyle, number: number | null, text: string, length: number): OpeningLabel {
  return { style, number, rest: text.slice(length).trimStart() };
}

/** Reads the label a text opens with; undefined when it opens with none. */
export function readOpeningLabel(printed: string): OpeningLabel | undefined {
  const text = withHalfWidthDigits(printed.trimStart());
  const part = partLabel.exec(text);
  if (part !== null) return labelOf('part', readChineseNumber(part[1] ?? '') ?? null, text, part[0].length);
  const chinese = chineseLabel.exec(text);
  if (chinese !== null) {
    return labelOf('cn', readChineseNumber(chinese[1] ?? '') ?? null, text, chinese[0].length);
  }
  const bracketed = chineseInBrackets.exec(text);
  if (bracketed !== null) {
    return labelOf('cnParen', bracketedNumber(bracketed[1] ?? ''), text, bracketed[0].length);
  }
  const arabic = arabicLabel.exec(text);
  if (arabic !== null) return labelOf('arabic', Number(arabic[1]), text, arabic[0].length);
  const inBrackets = arabicInBrackets.exec(text);
  if (inBrackets !== null) {
    return labelOf('arabicParen', Number(inBrackets[1] ?? inBrackets[2]), text, inBrackets[0].length);
  }
  const named = namedLabel.exec(text);
  if (named !== null) {
    return labelOf('arabic', readChineseNumber(named[1] ?? '') ?? null, text, named[0].length);
  }
  const circled = circledLabel.exec(text);
  if (circled !== null) {
    return labelOf(
      'circled',
      (circled[1] ?? '①').charCodeAt(0) - '①'.charCodeAt(0) + 1,
      text,
      circled[0].length,
    );
  }
  return undefined;
}

const bareNumber =
  /^第?\s*[（(]?\s*(\d{1,4}|[一二三四五六七八九十百]{1,4}|[①-⑳])\s*[）)]?\s*[项条号]?\s*[.．、]?$/u;

/** Reads a text that is a row number and nothing else: `7`, `7.`, `（七）`, `⑦`. */
export function readBareNumber(text: string): number | undefined {
  const sign = bareNumber.exec(withHalfWidthDigits(text.trim()))?.[1];
  if (sign === undefined) return undefined;
  if (/[①-⑳]/u.test(sign)) return sign.charCodeAt(0) - '①'.charCodeAt(0) + 1;
  return readChineseNumber(sign);
}

export interface OpeningNumber {
  readonly number: number;
  readonly rest: string;
}

const looseNumber = /^(\d{1,4})\s+(?=[\p{Script=Han}“《])/u;

/** Reads a row number that opens a text: `12.建立…`, and with a blank only, as damaged tables print it: `16 重点…`. */
export function readOpeningNumber(printed: string): OpeningNumber | undefined {
  const label = readOpeningLabel(printed);
  if (label?.style === 'arabic' && label.number !== null && label.rest !== '') {
    return { number: label.number, rest: label.rest };
  }
  const loose = looseNumber.exec(printed.trimStart());
  if (loose === null) return undefined;
  return { number: Number(loose[1]), rest: printed.trimStart().slice(loose[0].length) };
}

/** The text of a heading without its label. */
export function withoutLabel(heading: string): string {
  const label = readOpeningLabel(heading);
  return label === undefined || label.rest === '' ? heading.trim() : label.rest.trim();
}
