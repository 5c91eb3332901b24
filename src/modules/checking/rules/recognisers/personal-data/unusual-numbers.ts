/** Numbers of people written in unusual ways: broken by the end of a line, glued together, with letters for digits, or in Chinese numerals. Only certain ones. Pure. */
import { readIdentityNumber } from './identity-number.ts';
import { isMobileNumber } from './phone-number.ts';
import type { NumberHit } from './read-numbers.ts';

const brokenByLine = /(?<![0-9A-Za-z.])([0-9]{3,15})[ \t]?\n[ \t]{0,8}([0-9]{2,14}[0-9Xx])(?![0-9A-Za-z.])/gu;
const chineseRun = /[〇零○一二三四五六七八九幺]{11,}/gu;
const chineseDigits: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  '○': '0',
  一: '1',
  幺: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

function hitOf(digits: string, start: number, end: number): NumberHit | undefined {
  const identity = readIdentityNumber(digits);
  const span = { start, end, digits, label: null };
  if (digits.length === 18 && identity?.verdict === 'valid') return { ...span, kind: 'idNumber', identity };
  return isMobileNumber(digits) ? { ...span, kind: 'mobile', identity: null } : undefined;
}

/** Letters that look like digits, as bad recognition or bad faith leave them: O, o, l, I. */
const lookalikes =
  /(?<![0-9A-Za-z])(?=[0-9OolI]{0,16}[OolI])(?=(?:[OolI]{0,6}[0-9]){6})[0-9OolI]{11,17}[0-9OolIXx]?(?![0-9A-Za-z])/gu;

/** An ID number and a mobile number glued together without anything between. */
const gluedRun =
  /(?<![0-9])(?:([0-9]{17}[0-9Xx])(1[0-9]{10})|(1[0-9]{10})([0-9]{17}[0-9Xx]))(?![0-9A-Za-z])/gu;

function splitGlued(match: RegExpExecArray): readonly NumberHit[] {
  const first = match[1] ?? match[3] ?? '';
  const second = match[2] ?? match[4] ?? '';
  const middle = match.index + first.length;
  const hits = [
    hitOf(first.toUpperCase(), match.index, middle),
    hitOf(second.toUpperCase(), middle, middle + second.length),
  ];
  const certain = hits.filter((hit) => hit !== undefined);
  return certain.length === 2 ? certain : [];
}

/** ID numbers over two lines or glued to a phone; ID and mobile numbers in Chinese numerals. */
export function findUnusualNumbers(text: string): readonly NumberHit[] {
  const hits: NumberHit[] = [];
  for (const match of text.matchAll(brokenByLine)) {
    const digits = `${match[1] ?? ''}${match[2] ?? ''}`.toUpperCase();
    const hit = digits.length === 18 ? hitOf(digits, match.index, match.index + match[0].length) : undefined;
    if (hit !== undefined) hits.push(hit);
  }
  for (const match of text.matchAll(gluedRun)) hits.push(...splitGlued(match));
  for (const match of text.matchAll(lookalikes)) {
    const digits = match[0].replace(/o/giu, '0').replace(/[lI]/gu, '1').toUpperCase();
    const hit = hitOf(digits, match.index, match.index + match[0].length);
    if (hit !== undefined) hits.push(hit);
  }
  for (const match of text.matchAll(chineseRun)) {
    if (match[0].length > 18) continue;
    const digits = [...match[0]].map((sign) => chineseDigits[sign] ?? '').join('');
    const hit = hitOf(digits, match.index, match.index + match[0].length);
    if (hit !== undefined) hits.push(hit);
  }
  return hits;
}
