/** What stands around a number: letters, units of measure, a web address. A look of bounded length to either side. Pure. */
import { digitOfCode, foldWidth, isLatinCode } from './character-folding.ts';

/** Latin words that name a number and may touch it. */
const labelWord = /(?:tel|phone|mobile|cell|fax|id|no|qq|vx|wechat|idcard)$/iu;

/** True when a Latin letter touches the span, as in a code `AB13800138000` or `13800138000kg`. */
export function standsInWord(text: string, start: number, end: number): boolean {
  if (end < text.length && isLatinCode(text.charCodeAt(end))) return true;
  if (start === 0 || !isLatinCode(text.charCodeAt(start - 1))) return false;
  return !labelWord.test(foldWidth(text.slice(Math.max(0, start - 8), start)));
}

/** True when a point, hyphen or underscore ties the span to further digits: a decimal, a serial with parts. */
export function isTiedToDigits(text: string, start: number, end: number): boolean {
  const isDigitAt = (index: number) =>
    index >= 0 && index < text.length && digitOfCode(text.charCodeAt(index)) >= 0;
  const ties = (index: number) => index >= 0 && index < text.length && '.．-－_'.includes(text.charAt(index));
  return (ties(start - 1) && isDigitAt(start - 2)) || (ties(end) && isDigitAt(end + 1));
}

const unitBehind =
  /^[\s\u3000]{0,2}(?:[万亿千百]{0,2}(?:元|美元|人|户|亩|株|吨|件|个|台|辆|册|次|笔|股|平方|立方|米|公里|千米|公顷|千克|公斤|千瓦|度|字|字节|条|份|批|只|头|羽|瓶|盒|箱|吨)|[%％‰㎡]|号(?!码))/u;

/** True when a unit of measure or 号 follows: the number counts or numbers something. */
export function hasUnitBehind(text: string, end: number): boolean {
  return unitBehind.test(text.slice(end, end + 8));
}

const addressMark = /:\/\/|www\.|[a-z]\/|\.(?:cn|com|net|org|html?|pdf|docx?|xlsx?)|[a-z][?&=]|@/iu;

/** True when the span is part of the address of a page or of a mailbox. */
export function standsInAddress(text: string, start: number, end: number): boolean {
  const printable = (index: number) => {
    const code = text.charCodeAt(index);
    return code > 0x20 && code < 0x7f;
  };
  let first = start;
  while (first > 0 && start - first < 80 && printable(first - 1)) first -= 1;
  if (addressMark.test(text.slice(first, start))) return true;
  return /^(?:@|＠|\.(?:html?|pdf|docx?|xlsx?|jpe?g|png|zip))/iu.test(text.slice(end, end + 5));
}
