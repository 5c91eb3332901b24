/** Chinese numbers as headings count: 一, 十二, 二十一, 一百零三. Pure. */

const digits = '零一二三四五六七八九';

/** The value of a Chinese number below a thousand; 0 for anything else. */
export function valueOfChineseNumber(text: string): number {
  let total = 0;
  let digit = 0;
  for (const sign of text) {
    if (sign === '百') {
      total += (digit === 0 ? 1 : digit) * 100;
      digit = 0;
    } else if (sign === '十') {
      total += (digit === 0 ? 1 : digit) * 10;
      digit = 0;
    } else {
      const value = digits.indexOf(sign === '〇' ? '零' : sign);
      if (value === -1) return 0;
      digit = value;
    }
  }
  return total + digit;
}

/** 12 as 十二, 103 as 一百零三; below a thousand. */
export function chineseNumberOf(value: number): string {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const units = value % 10;
  const head = hundreds === 0 ? '' : `${digits[hundreds] ?? ''}百`;
  const isTeen = hundreds === 0 && tens === 1;
  const gap = hundreds > 0 && tens === 0 && units > 0 ? '零' : '';
  const middle = tens === 0 ? gap : `${isTeen ? '' : (digits[tens] ?? '')}十`;
  return `${head}${middle}${units === 0 ? '' : (digits[units] ?? '')}`;
}
