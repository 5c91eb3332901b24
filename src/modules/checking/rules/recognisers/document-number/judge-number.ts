/** Judges one document number against GB/T 9704—2012, 7.2.5. Pure. */
import { standingOfCode } from './codes.ts';
import type { documentNumberKinds } from './kinds.ts';
import type { NumberParts } from './number-at.ts';

export interface NumberFault {
  readonly code: keyof typeof documentNumberKinds;
  readonly reason: string;
}

export interface NumberVerdict {
  /** In order of weight; the first gives the finding its code. */
  readonly faults: readonly NumberFault[];
  /** The number as it should stand from its bracket on; null where only a person can tell. */
  readonly right: string | null;
  /** False where the number may follow rules of another kind. */
  readonly isCertain: boolean;
}

const earliestYear = 1949;
const latestYear = 2099;
/** Below this two digits mean 20xx. */
const centuryTurn = 50;
const chineseDigits = '〇一二三四五六七八九';

const isPlain = (digits: string) => /^[0-9]+$/u.test(digits);
const isHexagonal = (open: string, close: string) => open === '〔' && close === '〕';

function plainDigits(text: string): string {
  return text
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[○零]/gu, '〇')
    .replace(/[〇一二三四五六七八九]/gu, (digit) => String(chineseDigits.indexOf(digit)));
}

function judgeYear(
  year: string,
  documentYear: number | null,
): { faults: NumberFault[]; right: string | null } {
  const faults: NumberFault[] = [];
  const fault = (reason: string) => faults.push({ code: 'documentNumber.year', reason });
  const bare = year.replace(/年$/u, '');
  if (bare !== year) fault('发文字号的年份不加“年”字');
  const digits = plainDigits(bare);
  if (digits !== bare) {
    if (/[０-９]/u.test(bare)) {
      faults.push({ code: 'documentNumber.digits', reason: '发文字号的年份用了全角数字' });
    } else fault('发文字号的年份应用阿拉伯数字');
  }
  if (digits.length === 2) {
    fault('发文字号的年份应标全四位');
    return { faults, right: `${Number(digits) < centuryTurn ? '20' : '19'}${digits}` };
  }
  const number = Number(digits);
  if (digits.length !== 4 || number < earliestYear || number > latestYear) {
    fault(`发文字号的年份“${bare}”不可能`);
    return { faults, right: null };
  }
  if (documentYear !== null && number > documentYear) {
    fault(`发文字号的年份晚于文件的年份（${documentYear}年）`);
    return { faults, right: null };
  }
  return { faults, right: digits };
}

function judgeSerial(
  parts: NumberParts,
  isForeign: boolean,
): { faults: NumberFault[]; right: string | null } {
  const faults: NumberFault[] = [];
  if (!/[0-9０-９]/u.test(parts.serial)) {
    const reason = '发文顺序号没有填写';
    return { faults: [{ code: 'documentNumber.missingSerial', reason }], right: null };
  }
  const digits = plainDigits(parts.serial);
  const bare = digits.replace(/^0+(?=\d)/u, '');
  if (parts.ordinal && !isForeign) {
    faults.push({ code: 'documentNumber.ordinalWord', reason: '发文顺序号不加“第”字' });
  }
  if (bare !== digits && !isForeign) {
    faults.push({ code: 'documentNumber.leadingZero', reason: '发文顺序号不编虚位' });
  }
  if (digits !== parts.serial) {
    faults.push({ code: 'documentNumber.digits', reason: '发文顺序号用了全角数字' });
  }
  // 54、55号 · 54至56号 · 12-1号: the sign stands at the end of the list.
  const continues = /^\s*[、，,—–\-－~～至和及\d]/u.test(parts.after);
  if (!parts.hasSign && !continues) {
    faults.push({ code: 'documentNumber.missingSign', reason: '发文顺序号后缺“号”字' });
  }
  const ordinal = parts.ordinal && isForeign ? '第' : '';
  return { faults, right: `${ordinal}${isForeign ? digits : bare}${continues ? '' : '号'}` };
}

/** Whether the shape is a document number at all, and not a note, a list mark, a lot of land or a case. */
function isNumberOfDocument(parts: NumberParts): boolean {
  const { open, close, before, serial, hasSign, after } = parts;
  if (before === '') return false;
  const standing = standingOfCode(before);
  const isHex = /[〔﹝]/u.test(open) || /[〕﹞]/u.test(close);
  if (/^(?:地块|宗地|标的|楼|栋|院|线)/u.test(after)) return false;
  if (isHexagonal(open, close)) {
    if (serial === '') return hasSign && standing === 'official';
    return isPlain(plainDigits(serial)) || standing === 'official';
  }
  if (!isPlain(plainDigits(serial))) return false;
  if (standing === 'foreign') return false;
  // Half a bracket is proof only where the other half is of this kind, or where the code is certain.
  if (open === '' && close === '') return hasSign;
  if (open === '' || close === '') return isHex && (hasSign || standing === 'official');
  if (plainDigits(parts.year.replace('年', '')).length !== 4) return hasSign && standing === 'official';
  return hasSign || standing === 'official';
}

/** What is wrong with a number, or undefined when it is none or nothing is. */
export function judgeDocumentNumber(
  parts: NumberParts,
  documentYear: number | null,
): NumberVerdict | undefined {
  if (!isNumberOfDocument(parts)) return undefined;
  const standing = standingOfCode(parts.before);
  const year = judgeYear(parts.year, documentYear);
  const serial = judgeSerial(parts, standing === 'foreign');
  const faults: NumberFault[] = [];
  if (!isHexagonal(parts.open, parts.close)) {
    const reason = '发文字号的年份应用六角括号“〔〕”括入';
    faults.push({ code: 'documentNumber.brackets', reason });
  }
  faults.push(...year.faults, ...serial.faults);
  if (faults.length === 0) return undefined;
  const right = year.right === null || serial.right === null ? null : `〔${year.right}〕${serial.right}`;
  // 〔94〕 was the custom before the standard asked for four digits.
  const isHistoric = year.right !== null && Number(year.right) < 2000 && parts.year.length === 2;
  // Round brackets hold years of much else; square ones after a code hold nothing but the year of a number.
  const isRound = /[（(]/u.test(parts.open);
  const isCertain = !isHistoric && (standing === 'official' || !isRound);
  return { faults, right, isCertain };
}
