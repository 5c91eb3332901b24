/**
 * ID numbers of citizens: GB 11643-1999 (area, birth day, sequence, check digit), the 15-digit numbers before 1999, the
 * residence permits built like them, and the cards of foreign permanent residents. Pure.
 */

import { type Day, dayFromParts } from '#kernel/day.ts';
import { countiesOfProvince } from './area-codes.ts';

function countiesOf(text: string): readonly string[] {
  return text.split(',').flatMap((range) => {
    const [first = '', last = first] = range.split('-');
    const codes: string[] = [];
    for (let code = Number(first); code <= Number(last); code += 1) codes.push(String(code).padStart(2, '0'));
    return codes;
  });
}

/** All codes of counties, six digits each, sorted. */
export const countyCodes: readonly string[] = Object.entries(countiesOfProvince).flatMap(([province, list]) =>
  list.split(' ').flatMap((prefecture) => {
    const [code = '', counties = ''] = prefecture.split(':');
    return countiesOf(counties).map((county) => `${province}${code}${county}`);
  }),
);

const counties = new Set(countyCodes);
const prefectures = new Set(countyCodes.map((code) => code.slice(0, 4)));

/** How sure it is that the first six digits name an area: a county of any time, its prefecture at least, or none. */
export type AreaKnowledge = 'county' | 'prefecture' | 'none';

export function areaKnowledge(code: string): AreaKnowledge {
  if (counties.has(code)) return 'county';
  return prefectures.has(code.slice(0, 4)) ? 'prefecture' : 'none';
}

const checkWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkLetters = '10X98765432';

/** Weight of a position (0–16) in the check digit's sum. */
export function weightOfPosition(position: number): number {
  return checkWeights[position] ?? 0;
}

/** The letter for a sum of weighted digits, GB 11643-1999 4.2 (ISO 7064 MOD 11-2). */
export function checkLetterOfSum(sum: number): string {
  return checkLetters.charAt(sum % 11);
}

/** The check digit that belongs behind 17 digits. */
export function checkDigitOfIdentity(body: string): string {
  let sum = 0;
  for (let position = 0; position < 17; position += 1) {
    sum += Number(body.charAt(position)) * weightOfPosition(position);
  }
  return checkLetterOfSum(sum);
}

export interface IdentityReading {
  readonly verdict: 'valid' | 'wrongCheck';
  readonly form: 'citizen' | 'old' | 'foreignResident';
  readonly area: AreaKnowledge;
  readonly birthDay: Day;
  /** The check digit that would fit; for 15 digits the number has none. */
  readonly expected: string | null;
}

/** Nobody alive was born earlier; a later year than this is a misprint or no birth day at all. */
const firstBirthYear = 1900;
const lastBirthYear = 2049;

function birthDayOf(year: number, monthAndDay: string): Day | undefined {
  if (year < firstBirthYear || year > lastBirthYear) return undefined;
  return dayFromParts(year, Number(monthAndDay.slice(0, 2)), Number(monthAndDay.slice(2, 4)));
}

/**
 * Reads 15 digits, or 17 digits and a digit or X. Undefined when area or birth day rule out that it is anybody's number;
 * `wrongCheck` when all but the check digit fits.
 */
export function readIdentityNumber(number: string): IdentityReading | undefined {
  if (number.length === 15) {
    const area = areaKnowledge(number.slice(0, 6));
    const birthDay = birthDayOf(1900 + Number(number.slice(6, 8)), number.slice(8, 12));
    if (area === 'none' || birthDay === undefined || number.endsWith('X')) return undefined;
    return { verdict: 'valid', form: 'old', area, birthDay, expected: null };
  }
  if (number.length !== 18 || number.slice(0, 17).includes('X')) return undefined;
  const birthDay = birthDayOf(Number(number.slice(6, 10)), number.slice(10, 14));
  if (birthDay === undefined) return undefined;
  const expected = checkDigitOfIdentity(number);
  const verdict = number.endsWith(expected) ? 'valid' : 'wrongCheck';
  if (number.startsWith('9')) {
    // 外国人永久居留身份证 since 2023: 9, province, three digits of nationality.
    const province = Object.hasOwn(countiesOfProvince, number.slice(1, 3));
    if (!province || verdict === 'wrongCheck') return undefined;
    return { verdict, form: 'foreignResident', area: 'none', birthDay, expected };
  }
  const area = areaKnowledge(number.slice(0, 6));
  return area === 'none' ? undefined : { verdict, form: 'citizen', area, birthDay, expected };
}
