/** Half-width signs inside Chinese text. Where a whole document is typed with them, it is said once. Pure. */
import type { PunctuationFault } from './fault.ts';
import { isChinese } from './fault.ts';

const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '.': '。',
};

const openers = new Set('“‘《〈（【〔「『');
const closers = new Set('”’》〉）】〕」』%％');

/** A heading mark or list mark at the start of a line is the business of numbering: 一. 1. (一) 1) */
const lineMark = /^[\s　]*(?:[（(]?[一二三四五六七八九十百\d]{1,3}[)）]?|附件\d*|[A-Za-z][)）])[.．]?$/u;

function nextSignificant(text: string, at: number): string {
  const next = text[at] ?? '';
  return next === ' ' || next === '　' ? (text[at + 1] ?? '') : next;
}

function judgeSign(text: string, at: number, sign: string): 'confirm' | 'hint' | undefined {
  const before = text[at - 1] ?? '';
  const after = nextSignificant(text, at + 1);
  const afterIsText = after === '' || isChinese(after) || openers.has(after);
  const beforeIsText = isChinese(before) || closers.has(before);
  if (sign === '.') {
    return beforeIsText && afterIsText && !closers.has(before) ? 'confirm' : undefined;
  }
  // A half-width colon hardly shows; after 时间, 地点 it is everywhere.
  if (beforeIsText && afterIsText) return sign === ':' ? 'hint' : 'confirm';
  // 3,全县 · 电话:0574
  if (sign !== ':' && sign !== '.' && /\d/u.test(before) && isChinese(after)) return 'confirm';
  if (isChinese(before) && /[\dA-Za-z]/u.test(after)) return 'hint';
  return undefined;
}

const sentenceEnd = new Set('。！？');
/** Longer sentences are looked at in part, so that the cost stays linear. */
const sentenceReach = 200;

/** Whether the sentence writes the same sign in full width too: one of the two is a slip everybody sees. */
function isMixedSentence(text: string, at: number, sign: string): boolean {
  let start = at;
  while (start > Math.max(0, at - sentenceReach) && !sentenceEnd.has(text[start - 1] ?? '')) start--;
  let end = at;
  while (end < Math.min(text.length, at + sentenceReach) && !sentenceEnd.has(text[end] ?? '')) end++;
  return text.slice(start, end).includes(fullWidth[sign] ?? sign);
}

/** A sign that may be wrong stands after Chinese, a closing sign, a per cent sign or a digit. */
const candidate = /[\u3400-\u4dbf\u4e00-\u9fff〇”’》〉）】〕」』%％\d][,;:?!.]/gu;

/** Half-width signs of a line but brackets. Dots in a row are ellipses. */
export function findHalfWidthSigns(text: string): readonly PunctuationFault[] {
  return [...text.matchAll(candidate)].flatMap((match): PunctuationFault[] => {
    const at = match.index + 1;
    const sign = match[0].slice(1);
    if (sign === '.' && text[at + 1] === '.') return [];
    // 错误!未找到引用源 is a remain of software.
    if (sign === '!' && text.startsWith('错误', at - 2)) return [];
    const judged = judgeSign(text, at, sign);
    if (judged === undefined || (at < 8 && lineMark.test(text.slice(0, at)))) return [];
    // A comma of the wrong width stops no release by itself; a dot for a full stop reads as another sign.
    const isWeighty = judged === 'confirm' && (sign === '.' || isMixedSentence(text, at, sign));
    const severity = isWeighty ? 'confirm' : 'hint';
    const suggestion = fullWidth[sign] ?? null;
    const reason = `汉字之间用了半角“${sign}”`;
    return [{ code: 'punctuation.halfWidth', severity, reason, suggestion, start: at, end: at + 1 }];
  });
}

const halfBrackets = /\(([^()（）\n]{1,200})\)/gu;
const halfQuotes = /"([^"“”\n]{1,80})"/gu;
const yearOfNumber = /^\d{2,4}$/u;

/** Half-width brackets and quotes around Chinese. */
export function findHalfWidthPairs(text: string): readonly PunctuationFault[] {
  const brackets = [...text.matchAll(halfBrackets)].flatMap((match): PunctuationFault[] => {
    const [whole, inside = ''] = match;
    const at = match.index;
    const end = at + whole.length;
    const hasChinese = /\p{Script=Han}/u.test(inside);
    const isMark = lineMark.test(text.slice(0, end)) || yearOfNumber.test(inside);
    if (!hasChinese || isMark || !isChinese(text[at - 1] ?? '汉')) return [];
    const suggestion = `（${inside}）`;
    const reason = '汉字之间用了半角括号';
    return [{ code: 'punctuation.halfWidth', severity: 'hint', reason, suggestion, start: at, end }];
  });
  const quotes = [...text.matchAll(halfQuotes)].flatMap((match): PunctuationFault[] => {
    const [whole, inside = ''] = match;
    if (!/\p{Script=Han}/u.test(inside)) return [];
    const reason = '汉字之间用了半角引号';
    const span = { start: match.index, end: match.index + whole.length };
    return [{ code: 'punctuation.halfWidth', severity: 'hint', reason, suggestion: `“${inside}”`, ...span }];
  });
  return [...brackets, ...quotes];
}
