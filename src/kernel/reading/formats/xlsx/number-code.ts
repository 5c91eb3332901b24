/**
 * Shows a number of a spreadsheet the way its number format prints it: dates, years in Chinese digits, percentages,
 * padded numbers. Covers what office papers use; anything stranger is shown as a plain number. Pure.
 */
import { formatListNumber } from '../number-format.ts';

/** Formats with a fixed meaning, as a Chinese Excel prints them. */
const builtInCodes: ReadonlyMap<number, string> = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [14, 'yyyy/m/d'],
  [15, 'd-mmm-yy'],
  [16, 'd-mmm'],
  [17, 'mmm-yy'],
  [18, 'h:mm AM/PM'],
  [19, 'h:mm:ss AM/PM'],
  [20, 'h:mm'],
  [21, 'h:mm:ss'],
  [22, 'yyyy/m/d h:mm'],
  [27, 'yyyy"年"m"月"'],
  [28, 'm"月"d"日"'],
  [29, 'm"月"d"日"'],
  [30, 'm-d-yy'],
  [31, 'yyyy"年"m"月"d"日"'],
  [32, 'h"时"mm"分"'],
  [33, 'h"时"mm"分"ss"秒"'],
  [36, 'yyyy"年"m"月"'],
  [50, 'yyyy"年"m"月"'],
  [51, 'm"月"d"日"'],
  [52, 'yyyy"年"m"月"'],
  [53, 'm"月"d"日"'],
  [54, 'm"月"d"日"'],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
]);

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const weekdayNames = ['日', '一', '二', '三', '四', '五', '六'];
const dayMilliseconds = 86_400_000;
/** Day 25569 of the 1900 system is 1 January 1970; the 1904 system begins 1462 days later. */
const epochSerial = 25_569;
const shift1904 = 1_462;
const largestSerial = 2_958_466;
const token =
  /"([^"]*)"|\\(.)|_.|\*.|\[([^\]]*)\]|(y+|m+|d+|h+|s+|a{3,4}|AM\/PM|A\/P|上午\/下午)|([0#?][0#?,.]*)|(General|G\/通用格式)|(.)/giu;

function sectionFor(value: number, code: string): string {
  const sections = code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/u);
  if (value < 0 && sections[1] !== undefined && sections[1] !== '') return sections[1];
  if (value === 0 && sections[2] !== undefined && sections[2] !== '') return sections[2];
  return sections[0] ?? '';
}

function isDateCode(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|General/giu, '');
  return /[ymdhs]/iu.test(bare) || /a{3}/iu.test(bare);
}

function inChineseDigits(text: string): string {
  return text.length === 4 && /^\d{4}$/u.test(text)
    ? text.replace(/\d/gu, (digit) => '〇一二三四五六七八九'[Number(digit)] ?? digit)
    : text.replace(/\d+/gu, (digits) => formatListNumber(Number(digits), 'chineseCounting'));
}

function generalNumber(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e15
    ? String(value)
    : String(Number(value.toPrecision(11)));
}

function datePart(part: string, date: Date, afterHours: boolean, halfDays: boolean): string {
  const length = part.length;
  const padded = (value: number) => (length >= 2 ? String(value).padStart(2, '0') : String(value));
  const hours = date.getUTCHours();
  switch (part[0]?.toLowerCase()) {
    case 'y':
      return length <= 2
        ? String(date.getUTCFullYear() % 100).padStart(2, '0')
        : String(date.getUTCFullYear());
    case 'm':
      if (afterHours) return padded(date.getUTCMinutes());
      return length >= 3 ? (monthNames[date.getUTCMonth()] ?? '') : padded(date.getUTCMonth() + 1);
    case 'd':
      return length >= 3 ? `周${weekdayNames[date.getUTCDay()]}` : padded(date.getUTCDate());
    case 'h':
      return padded(halfDays ? hours % 12 || 12 : hours);
    case 's':
      return padded(date.getUTCSeconds());
    case 'a':
      if (part.includes('/')) return hours < 12 ? '上午' : '下午';
      return `${length === 4 ? '星期' : '周'}${weekdayNames[date.getUTCDay()]}`;
    default:
      return hours < 12 ? '上午' : '下午';
  }
}

function showDate(serial: number, code: string, from1904: boolean): string {
  const days = serial + (from1904 ? shift1904 : 0);
  const date = new Date(Math.round(((days - epochSerial) * dayMilliseconds) / 1000) * 1000);
  const chinese = /\[DBNum[12]\]/iu.test(code);
  const halfDays = /AM\/PM|A\/P|上午\/下午/iu.test(code);
  let afterHours = false;
  return code.replace(token, (whole, quoted, escaped, _bracket, part: string | undefined, ...rest) => {
    if (part !== undefined) {
      const text = datePart(part, date, afterHours, halfDays);
      if (/^[hms]/iu.test(part)) afterHours = /^h/iu.test(part);
      return chinese ? inChineseDigits(text) : text;
    }
    if (quoted !== undefined) return quoted;
    if (escaped !== undefined) return escaped;
    const other: unknown = rest[2];
    return typeof other === 'string' && whole === other ? other : '';
  });
}

function showDigits(value: number, pattern: string, percent: boolean): string {
  const scaled = Math.abs(percent ? value * 100 : value);
  const [whole = '', fraction = ''] = pattern.split('.');
  const fixed = scaled.toFixed(Math.min(fraction.length, 20));
  const [integer = '', decimals = ''] = fixed.split('.');
  const least = (whole.match(/0/gu) ?? []).length;
  const grouped = whole.includes(',')
    ? integer.replace(/\B(?=(?:\d{3})+$)/gu, ',')
    : integer.padStart(least, '0');
  const optional = (fraction.match(/[#?]/gu) ?? []).length;
  const kept = optional > 0 ? decimals.replace(new RegExp(`0{0,${optional}}$`, 'u'), '') : decimals;
  return kept === '' ? grouped : `${grouped}.${kept}`;
}

function showNumber(value: number, code: string): string {
  const percent = code.replace(/"[^"]*"/gu, '').includes('%');
  const chinese = /\[DBNum[12]\]/iu.test(code);
  const signed = value < 0 && !code.includes('(') ? '-' : '';
  let placed = false;
  const text = code.replace(token, (_whole, quoted, escaped, bracket, part, digits, general, other) => {
    if (digits !== undefined || general !== undefined) {
      if (placed) return '';
      placed = true;
      const shown =
        digits === undefined ? generalNumber(Math.abs(value)) : showDigits(value, digits, percent);
      return signed + (chinese ? inChineseDigits(shown) : shown);
    }
    if (bracket !== undefined) return '';
    return quoted ?? escaped ?? part ?? other ?? '';
  });
  return placed ? text.trim() : generalNumber(value);
}

/** The format code behind a format number: the file's own, else the built-in one, else none. */
export function numberCode(formatId: number, own: ReadonlyMap<number, string>): string {
  return own.get(formatId) ?? builtInCodes.get(formatId) ?? 'General';
}

/** A cell's number as it is printed. `from1904`: the workbook counts days from 1904. */
export function showCellNumber(value: number, code: string, from1904: boolean): string {
  if (!Number.isFinite(value)) return '';
  const section = sectionFor(value, code);
  if (section === '@' || /^(?:General|G\/通用格式)$/iu.test(section)) return generalNumber(value);
  if (isDateCode(section) && value >= 0 && value < largestSerial) return showDate(value, section, from1904);
  return showNumber(value, section);
}
