/**
 * Quantities in running text: Arabic and Chinese numerals, 万 and 亿, with their unit. What is only about so much, a range or
 * a share is marked, so that nobody compares it. Pure.
 */

export interface TextQuantity {
  readonly value: number;
  /** Half of the last decimal that is written: 1.2万 stands for 11500 up to 12500. */
  readonly tolerance: number;
  /** 约、近、余, a range: not to be compared. */
  readonly isVague: boolean;
}

const digitValues: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const smallSteps: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const largeSteps: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** `一百零五` is 105, `二〇` is 20; undefined when it is no number. */
export function readChineseNumeral(text: string): number | undefined {
  if (text === '') return undefined;
  if (/^[零〇一二三四五六七八九]{2,}$/u.test(text)) {
    return Number([...text].map((sign) => digitValues[sign]).join(''));
  }
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const sign of text) {
    const value = digitValues[sign];
    const small = smallSteps[sign];
    const large = largeSteps[sign];
    if (value !== undefined) digit = value;
    else if (small !== undefined) {
      section += (digit ?? 1) * small;
      digit = undefined;
    } else if (large !== undefined) {
      total += (section + (digit ?? 0)) * large;
      section = 0;
      digit = undefined;
    } else return undefined;
  }
  return total + section + (digit ?? 0);
}

/** A number as it stands in a pattern; to be followed by a unit. */
export const quantityPattern =
  '(?:(?:约|近|超过?|逾|达到?|大约|共约)?(?:\\d[\\d,，]*(?:\\.\\d+)?(?:[-—–~～至]\\d[\\d,]*(?:\\.\\d+)?)?|[零〇一二两三四五六七八九十百千]+)(?:万|亿)?(?:余|多)?)';

/** Reads what the pattern found. */
export function readQuantity(written: string): TextQuantity | undefined {
  const isVague = /约|近|超|逾|余|多|[-—–~～至]/u.test(written);
  const bare = written.replace(/^(?:共约|大约|约|近|超过?|逾|达到?)|[余多]$/gu, '').replace(/[,，]/gu, '');
  const arabic = /^(\d+)(?:\.(\d+))?(万|亿)?/u.exec(bare);
  if (arabic === null) {
    const value = readChineseNumeral(bare);
    return value === undefined ? undefined : { value, tolerance: 0, isVague };
  }
  const [, whole = '', decimals = '', step = ''] = arabic;
  const factor = largeSteps[step] ?? 1;
  const value = Math.round(Number(`${whole}.${decimals === '' ? '0' : decimals}`) * factor);
  const tolerance = factor === 1 ? 0 : (factor / 10 ** decimals.length) * 0.5;
  return { value, tolerance, isVague };
}

/** Whether a figure is what the text says, as exactly as the text says it. */
export function quantityMatches(quantity: TextQuantity, figure: number): boolean {
  return Math.abs(figure - quantity.value) <= quantity.tolerance;
}
