/** Numbers as texts and cells print them, with what rounding may hide. Pure. */

export interface PrintedNumber {
  readonly value: number;
  /** Half of the last printed digit; 0 for counts, which nobody rounds. */
  readonly slack: number;
}

const scales: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000, 万亿: 1_000_000_000_000 };
/** 元 are printed to the fen; only larger units and measures are rounded. */
const fenDigits = 2;

/** Reads `1,234.5` with a scale 万 or 亿; whole numbers without a scale are exact. */
export function readPrintedNumber(digits: string, scale = '', isRounded = false): PrintedNumber {
  const plain = digits.replace(/[,，\s]/gu, '');
  const decimals = plain.split('.')[1]?.length ?? 0;
  const factor = scales[scale] ?? 1;
  const isExact = factor === 1 && !isRounded && (decimals === 0 || decimals === fenDigits);
  return { value: Number(plain) * factor, slack: isExact ? 0 : (0.5 * factor) / 10 ** decimals };
}

const smallest = 1e-6;

/** Whether a sum of printed numbers may be the printed total. */
export function mayBeSum(parts: readonly PrintedNumber[], total: PrintedNumber): boolean {
  const sum = parts.reduce((all, { value }) => all + value, 0);
  const slack = parts.reduce((all, part) => all + part.slack, total.slack);
  return Math.abs(sum - total.value) <= slack + smallest * Math.max(1, Math.abs(total.value));
}

/** Whether `part` of `whole` may be the printed percentage. */
export function mayBeShare(part: PrintedNumber, whole: PrintedNumber, percent: PrintedNumber): boolean {
  if (whole.value === 0) return true;
  const share = (part.value / whole.value) * 100;
  const slack = (part.slack / whole.value + (part.value * whole.slack) / whole.value ** 2) * 100;
  return Math.abs(share - percent.value) <= Math.abs(slack) + percent.slack + smallest;
}

/** Whether the growth from `before` to `after` may be the printed percentage (signed). */
export function mayBeGrowth(before: PrintedNumber, after: PrintedNumber, percent: PrintedNumber): boolean {
  if (before.value === 0) return true;
  const growth = (after.value / before.value - 1) * 100;
  const slack = (after.slack / before.value + (after.value * before.slack) / before.value ** 2) * 100;
  return Math.abs(growth - percent.value) <= Math.abs(slack) + percent.slack + smallest;
}

/** A percentage: rounded at its last digit. */
export function readPercent(digits: string, isLoose = false): PrintedNumber {
  const decimals = digits.split('.')[1]?.length ?? 0;
  return { value: Number(digits), slack: (isLoose ? 1 : 0.5) / 10 ** decimals };
}

/** A number for people: at most two decimals, without a tail of noughts. */
export function inFigures(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** Full-width digits, signs and per cent as plain ones; lengths stay. */
export function withPlainFigures(text: string): string {
  return text.replace(/[０-９．，％－＋]/gu, (sign) =>
    sign === '，' ? sign : String.fromCharCode(sign.charCodeAt(0) - 0xfee0),
  );
}

const countUnits =
  '人次|件次|户次|个|件|人|户|名|项|次|家|篇|条|起|份|场|所|台|套|处|宗|批|期|例|辆|栋|间|座|只|头|枚|笔|门|部|类|种';
const measureUnits = '元|亩|公里|千米|米|吨|公斤|平方米|平方公里|公顷|立方米|千瓦时|度';
export const unitPattern = `(?:${countUnits}|${measureUnits})`;
const measured = new RegExp(`^(?:${measureUnits})$`, 'u');

/** Whether numbers of a unit are rounded where they show decimals. 元 is exact. */
export function isMeasure(unit: string): boolean {
  return unit !== '元' && measured.test(unit);
}
