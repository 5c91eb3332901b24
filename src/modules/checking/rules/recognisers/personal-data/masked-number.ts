/**
 * Masked ID numbers: how many numbers still fit what is left visible. Area, birth day and check digit narrow the choice more
 * than the stars suggest: `1101011990****1234` leaves 33. Pure.
 */
import { foldWidth } from './character-folding.ts';
import { checkLetterOfSum, countyCodes, weightOfPosition } from './identity-number.ts';

/** What else a list tells about the person. */
export interface KnownOfPerson {
  readonly year?: number;
  /** 1–12 */
  readonly month?: number;
  readonly dayOfMonth?: number;
  readonly sex?: 'male' | 'female';
}

export interface MaskOptions {
  /** Birth years of people who may be alive, both included. */
  readonly years?: { readonly from: number; readonly to: number };
  readonly known?: KnownOfPerson;
}

const livingYears = { from: 1916, to: 2026 };
const modulus = 11;
const identityLength = 18;
const oldIdentityLength = 15;

/** Ways to reach each remainder of the weighted sum. */
type Remainders = readonly number[];

const none = (): number[] => new Array<number>(modulus).fill(0);

function combine(left: Remainders, right: Remainders): Remainders {
  const sums = none();
  for (const [one, ways] of left.entries()) {
    if (ways === 0) continue;
    for (const [other, more] of right.entries()) {
      const at = (one + other) % modulus;
      sums[at] = (sums[at] ?? 0) + ways * more;
    }
  }
  return sums;
}

function remainderOf(digits: string, position: number): number {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    sum += Number(digits.charAt(index)) * weightOfPosition(position + index);
  }
  return sum % modulus;
}

function fits(digits: string, visible: string): boolean {
  for (let index = 0; index < visible.length; index += 1) {
    const sign = visible.charAt(index);
    if (sign !== '*' && sign !== digits.charAt(index)) return false;
  }
  return true;
}

/** Counts the candidates of a field that fit what is visible of it. */
function countField(candidates: readonly string[], visible: string, position: number): Remainders {
  const counts = none();
  for (const digits of candidates) {
    if (!fits(digits, visible)) continue;
    const at = remainderOf(digits, position);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}

const pad = (value: number, width: number) => String(value).padStart(width, '0');
const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
const daysOfMonth = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const everyDay = daysOfMonth.flatMap((last, month) =>
  numbers(1, last).map((day) => pad(month + 1, 2) + pad(day, 2)),
);
const leapDay = '0229';
const everySequence = numbers(1, 999).map((number) => pad(number, 3));
const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Birth days; 29 February is counted for leap years only. */
function countBirthDays(visible: string, position: number, options: MaskOptions): Remainders {
  const { years = livingYears, known = {} } = options;
  const yearWidth = visible.length - 4;
  const candidates = known.year === undefined ? numbers(years.from, years.to) : [known.year];
  // Numbers of 15 digits were given until 1999 and leave the century out.
  const wanted = yearWidth === 2 ? candidates.filter((year) => year < 2000) : candidates;
  const month = known.month === undefined ? '' : pad(known.month, 2);
  const day = known.dayOfMonth === undefined ? '' : pad(known.dayOfMonth, 2);
  const days = everyDay.filter((one) => one.startsWith(month) && one.endsWith(day));
  const countDays = (list: readonly string[]) =>
    countField(list, visible.slice(yearWidth), position + yearWidth);
  const countYears = (list: readonly number[]) =>
    countField(
      list.map((year) => pad(year, 4).slice(4 - yearWidth)),
      visible.slice(0, yearWidth),
      position,
    );
  const usual = combine(countYears(wanted), countDays(days.filter((one) => one !== leapDay)));
  const leap = combine(
    countYears(wanted.filter(isLeapYear)),
    countDays(days.filter((one) => one === leapDay)),
  );
  return usual.map((ways, at) => ways + (leap[at] ?? 0));
}

function countSequences(visible: string, position: number, known: KnownOfPerson): Remainders {
  const odd = known.sex === 'male';
  // Odd numbers are given to men; 000 to nobody.
  const candidates = everySequence.filter(
    (sequence) => known.sex === undefined || (Number(sequence) % 2 === 1) === odd,
  );
  return countField(candidates, visible, position);
}

const everyCounty = countField(countyCodes, '******', 0);
const countiesByProvince = new Map<string, string[]>();
for (const code of countyCodes) {
  const province = code.slice(0, 2);
  countiesByProvince.set(province, [...(countiesByProvince.get(province) ?? []), code]);
}

function countAreas(visible: string): Remainders {
  if (visible === '******') return everyCounty;
  const province = visible.slice(0, 2);
  return countField(
    province.includes('*') ? countyCodes : (countiesByProvince.get(province) ?? []),
    visible,
    0,
  );
}

const maskSigns = /[＊×✱●○■□▇█xX?？•·_~～…]/gu;

/**
 * A masked ID number as 18 (or 15) signs, digits and `*`; undefined when it cannot be one. Stars that are too many or too
 * few in one stretch count as what is missing to 18.
 */
export function readMaskedIdentity(masked: string): string | undefined {
  const folded = foldWidth(masked).replace(/[\s-]/gu, '');
  const endsWithX = /[^xX][xX]$/u.test(folded);
  const signs = (endsWithX ? folded.slice(0, -1) : folded).replace(maskSigns, '*') + (endsWithX ? 'X' : '');
  if (!/^[\d*]+X?$/u.test(signs) || !signs.includes('*') || !/\d/u.test(signs)) return undefined;
  if (signs.length === identityLength || signs.length === oldIdentityLength) return signs;
  const stretches = signs.match(/\*+/gu) ?? [];
  const visible = signs.replaceAll('*', '').length;
  if (stretches.length !== 1 || visible > 14 || signs.length > 24) return undefined;
  return signs.replace(/\*+/u, '*'.repeat(identityLength - visible));
}

/**
 * How many ID numbers fit a masked one: each is a person it may still belong to, so the figure is the most people it can be
 * and 0 means that none fits. Undefined when the text is no masked ID number.
 */
export function countPeopleBehindMask(masked: string, options: MaskOptions = {}): number | undefined {
  const signs = readMaskedIdentity(masked);
  if (signs === undefined) return undefined;
  const isOld = signs.length === oldIdentityLength;
  const birthEnd = isOld ? 12 : 14;
  const body = combine(
    combine(countAreas(signs.slice(0, 6)), countBirthDays(signs.slice(6, birthEnd), 6, options)),
    countSequences(signs.slice(birthEnd, birthEnd + 3), birthEnd, options.known ?? {}),
  );
  const letter = isOld ? '*' : signs.charAt(17);
  return body.reduce(
    (sum, ways, at) => (letter === '*' || checkLetterOfSum(at) === letter ? sum + ways : sum),
    0,
  );
}
