/** Numbers as Chinese official texts print them: digits, 二十六, 廿五, and year digits 二〇二二. Pure. */

const digitOf = new Map<string, number>(
  [...'零一二三四五六七八九'].map((sign, value): [string, number] => [sign, value]),
);
for (const zero of '〇○OoＯ0') digitOf.set(zero, 0);
digitOf.set('两', 2);

/** Pattern source of a number up to 99 in digits or Chinese; `readChineseNumber` reads what it matches. */
export const smallNumber = '(?:\\d{1,2}|[一二三四五六七八九十廿]{1,3})';

/** Pattern source of a year in four digits or four Chinese signs. */
export const yearNumber = '(?:(?:19|20)\\d{2}|[一二][〇○零Oo0一二三四五六七八九]{3})';

/** Reads `26`, `二十六`, `廿六`, `十`, `一百二十`, `两`; undefined for anything else. */
export function readChineseNumber(text: string): number | undefined {
  if (/^\d+$/u.test(text)) return Number(text);
  let total = 0;
  let digit: number | undefined;
  for (const sign of text) {
    if (sign === '廿') {
      total += 20;
    } else if (sign === '十' || sign === '百') {
      total += (digit ?? 1) * (sign === '十' ? 10 : 100);
      digit = undefined;
    } else {
      const value = digitOf.get(sign);
      if (value === undefined || (digit !== undefined && digit !== 0)) return undefined;
      digit = value;
    }
  }
  return text === '' ? undefined : total + (digit ?? 0);
}

/** Reads a year printed sign by sign: `2022`, `二〇二二`, `二○二二`, `二O二二`; undefined for another shape. */
export function readYearNumber(text: string): number | undefined {
  const signs = [...text];
  if (signs.length !== 4) return undefined;
  let year = 0;
  for (const sign of signs) {
    const value = /\d/u.test(sign) ? Number(sign) : digitOf.get(sign);
    if (value === undefined) return undefined;
    year = year * 10 + value;
  }
  return year >= 1900 && year < 2100 ? year : undefined;
}
