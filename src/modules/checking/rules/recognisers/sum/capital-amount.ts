/** Amounts in capital characters (壹拾贰万元整) beside figures. Pure. */
import type { SumFault } from './kinds.ts';
import { inFigures } from './numbers.ts';

const digits = '零壹贰叁肆伍陆柒捌玖';
const places: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 };
const groups: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };
const fen: Readonly<Record<string, number>> = { 角: 10, 分: 1 };

/** The amount in fen; undefined for a row of characters that is no amount. */
export function readCapitalAmount(text: string): number | undefined {
  let total = 0;
  let group = 0;
  let digit = 0;
  let rest = 0;
  for (const sign of text.replace(/圆/gu, '元').replace(/两/gu, '贰')) {
    const value = digits.indexOf(sign);
    const place = places[sign];
    const scale = groups[sign];
    const part = fen[sign];
    if (value !== -1) digit = value;
    else if (place !== undefined) {
      group += (digit === 0 ? 1 : digit) * place;
      digit = 0;
    } else if (scale !== undefined) {
      // 壹亿贰仟万: 万 counts its own group, 亿 all before it.
      total = sign === '亿' ? (total + group + digit) * scale : total + (group + digit) * scale;
      group = 0;
      digit = 0;
    } else if (sign === '元') {
      total += group + digit;
      group = 0;
      digit = 0;
    } else if (part !== undefined) {
      rest += digit * part;
      digit = 0;
    } else if (!/[整正]/u.test(sign)) return undefined;
  }
  return (total + group + digit) * 100 + rest;
}

const capital = '[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正]{3,30}';
const between = '[（(，,、：:\\s）)]{0,3}(?:大写|小写|人民币|即|RMB|[¥￥]){0,3}[（(：:\\s¥￥]{0,3}';
const figures = '(\\d[\\d,]*(?:\\.\\d{1,2})?)(万|亿)?元?';
const capitalFirst = new RegExp(`(?:人民币|大写[：:]?)?(${capital})${between}${figures}`, 'gu');
const figuresFirst = new RegExp(`[¥￥]?${figures}${between}(${capital})`, 'gu');

function judge(
  match: RegExpExecArray,
  words: string,
  digits: string,
  scale: string,
  start: number,
): readonly SumFault[] {
  if (!/[元圆]/u.test(words) || !/[壹贰叁肆伍陆柒捌玖拾]/u.test(words)) return [];
  const written = readCapitalAmount(words);
  const factor = scale === '万' ? 10_000 : scale === '亿' ? 100_000_000 : 1;
  const printed = Math.round(Number(digits.replace(/,/gu, '')) * factor * 100);
  if (written === undefined || written === printed) return [];
  const reason = `大写为${inFigures(written / 100)}元，小写为${inFigures(printed / 100)}元`;
  const from = start + match.index;
  return [{ code: 'sum.capital', reason, start: from, end: from + match[0].length }];
}

/** Amounts written twice that differ. */
export function judgeCapitalAmounts(sentence: string, start: number): readonly SumFault[] {
  if (!/[壹贰叁肆伍陆柒捌玖拾]/u.test(sentence)) return [];
  const before = [...sentence.matchAll(capitalFirst)];
  const after = before.length > 0 ? [] : [...sentence.matchAll(figuresFirst)];
  return [
    ...before.flatMap((match) => judge(match, match[1] ?? '', match[2] ?? '', match[3] ?? '', start)),
    ...after.flatMap((match) => judge(match, match[3] ?? '', match[1] ?? '', match[2] ?? '', start)),
  ];
}
