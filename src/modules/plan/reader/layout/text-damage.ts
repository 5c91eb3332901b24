/**
 * Signs of text recognition gone wrong inside a text: brackets without a partner, characters that stand for others.
 * Mends only what has one possible meaning and says what it saw.
 */
import { mendMisreadSigns } from '../fields/index.ts';

export interface MendedText {
  readonly text: string;
  /** Why the text is doubtful; null when nothing is odd. */
  readonly doubt: string | null;
}

const pairs: readonly (readonly [string, string])[] = [
  ['（(', '）)'],
  ['[【〔［', ']】〕］'],
  ['《〈', '》〉'],
  ['“', '”'],
  ['{', '}'],
];
const han = /\p{Script=Han}/u;
const straySign = /[[\]{}|\\]/u;
const unreadable = /\uFFFD|[\u{E000}-\u{F8FF}]/u;

/** Places of brackets that have no partner. Round and square ones may close each other, as recognition mixes them. */
function unpaired(text: string): number[] {
  const open: { kind: number; at: number }[] = [];
  const lone: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    const opens = pairs.findIndex(([openers]) => openers.includes(sign));
    const closes = pairs.findIndex(([, closers]) => closers.includes(sign));
    if (opens >= 0) open.push({ kind: opens, at });
    else if (closes >= 0) {
      const last = open.at(-1);
      const matches = last !== undefined && (last.kind === closes || (last.kind <= 1 && closes <= 1));
      if (matches) open.pop();
      else lone.push(at);
    }
  }
  return [...lone, ...open.map(({ at }) => at)].sort((one, other) => one - other);
}

const blankInWord = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

/** The text without the single blanks that recognition or a line wrap left between two Chinese characters. */
export function withoutBlanksInWords(text: string): string {
  return text.replace(blankInWord, '');
}

/** Takes out stray signs between two Chinese characters and reports what else looks damaged. */
export function mendDamage(printed: string): MendedText {
  const text = withoutBlanksInWords(mendMisreadSigns(printed));
  const lone = unpaired(text);
  const stray = lone.filter((at) => {
    return straySign.test(text.charAt(at)) && han.test(text.charAt(at - 1)) && han.test(text.charAt(at + 1));
  });
  const mended =
    [...text].length === text.length ? [...text].filter((_, at) => !stray.includes(at)).join('') : text;
  if (stray.length > 0) {
    return { text: mended, doubt: `文字中夹有多余的符号“${text.charAt(stray[0] ?? 0)}”，已去掉，请核对` };
  }
  if (lone.length > 0) return { text, doubt: `“${text.charAt(lone[0] ?? 0)}”没有配对，可能缺字` };
  if (unreadable.test(text)) return { text, doubt: '文字中有无法识别的字符' };
  return { text, doubt: null };
}
