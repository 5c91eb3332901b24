/** Finds masked ID numbers and judges whether the mask hides enough. Pure. */
import { type Day, parseDay } from '#kernel/day.ts';
import { digitOfCode } from './character-folding.ts';
import { areaKnowledge } from './identity-number.ts';
import { countPeopleBehindMask, type KnownOfPerson, readMaskedIdentity } from './masked-number.ts';
import type { PersonalDatum } from './number-findings.ts';

/** Fewer candidates than these and anybody who knows a little finds the person. */
export const leastPeopleByDefault = 100;
/** Nobody older is expected in a list. */
const oldestAge = 110;

export interface MaskedNumber {
  readonly start: number;
  readonly end: number;
  /** 18 or 15 signs, digits and `*`. */
  readonly signs: string;
}

const maskStretch = /[*＊×✱●○■□xXＸｘ]{3,}/gu;
const isMask = (sign: string) => sign !== '' && '*＊×✱●○■□xXＸｘ'.includes(sign);
const isJoint = (sign: string) => sign === ' ' || sign === '-';
const longestMasked = 26;

function reach(text: string, from: number, step: 1 | -1): number {
  const isSign = (index: number) => digitOfCode(text.charCodeAt(index)) >= 0 || isMask(text.charAt(index));
  let at = from;
  for (let steps = 0; steps < longestMasked; steps += 1) {
    if (isSign(at + step)) at += step;
    else if (isJoint(text.charAt(at + step)) && isSign(at + 2 * step)) at += 2 * step;
    else break;
  }
  return at;
}

/** True for 18 (15) signs whose visible beginning names an area. */
function looksLikeIdentity(signs: string): boolean {
  const area = signs.slice(0, 6).replaceAll('*', '');
  return /^\d{2}/u.test(signs) && (area.length < 4 || areaKnowledge(area.padEnd(6, '0')) !== 'none');
}

/** The masked ID numbers of a text. `isIdentity` tells where a heading or label says that one stands. */
export function scanMaskedIdentities(
  text: string,
  isIdentity: (start: number, end: number) => boolean,
): readonly MaskedNumber[] {
  const found: MaskedNumber[] = [];
  let lastEnd = 0;
  for (const match of text.matchAll(maskStretch)) {
    if (match.index < lastEnd) continue;
    const start = reach(text, match.index, -1);
    const end = reach(text, match.index + match[0].length - 1, 1) + 1;
    lastEnd = end;
    if (end - start > longestMasked) continue;
    const raw = text.slice(start, end);
    const digits = [...raw].filter((sign) => digitOfCode(sign.charCodeAt(0)) >= 0).length;
    const signs = digits >= 2 ? readMaskedIdentity(raw) : undefined;
    if (signs === undefined) continue;
    const exact = raw.replace(/[\s-]/gu, '').length === signs.length;
    if (isIdentity(start, end) || (exact && looksLikeIdentity(signs))) found.push({ start, end, signs });
  }
  return found;
}

/** What columns of birth and sex add: `1990年3月`, `1990-03-07`, `男`. */
export function knownOfPerson(birth: string | null, sex: string | null): KnownOfPerson {
  const digits = (birth ?? '').match(/\d+/gu) ?? [];
  const compact = digits.length === 1 ? (digits[0] ?? '') : '';
  const [year, month, day] =
    compact.length >= 6 ? [compact.slice(0, 4), compact.slice(4, 6), compact.slice(6, 8)] : digits;
  const of = (value: string | undefined, low: number, high: number) => {
    const figure = Number(value ?? '');
    return figure >= low && figure <= high ? figure : undefined;
  };
  const known = { year: of(year, 1900, 2100), month: of(month, 1, 12), dayOfMonth: of(day, 1, 31) };
  const isDay = parseDay(`${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`);
  return {
    ...(known.year !== undefined && { year: known.year }),
    ...(known.year !== undefined && known.month !== undefined && { month: known.month }),
    ...(isDay !== undefined && known.dayOfMonth !== undefined && { dayOfMonth: known.dayOfMonth }),
    ...(sex === '男' && { sex: 'male' as const }),
    ...(sex === '女' && { sex: 'female' as const }),
  };
}

/** A mask that hides more, if there is one: without the birth day, then without the last digits too. */
function betterMask(signs: string, enough: (signs: string) => boolean): string | null {
  const isOld = signs.length === 15;
  const tail = isOld ? 3 : 4;
  const hidden = '*'.repeat(signs.length - 6 - tail);
  const proposals = [
    signs.slice(0, 6) + hidden + signs.slice(-tail),
    `${signs.slice(0, 6)}${hidden}${'*'.repeat(tail)}`,
  ];
  return proposals.find((proposal) => proposal !== signs && enough(proposal)) ?? null;
}

export interface MaskJudgement {
  readonly documentDay: Day | null;
  readonly leastPeople: number;
  readonly isPublishedList: boolean;
  readonly known: KnownOfPerson;
}

/** The finding for a mask that leaves too few people; undefined for one that hides enough. */
export function datumOfMasked(masked: MaskedNumber, judgement: MaskJudgement): PersonalDatum | undefined {
  const { documentDay, leastPeople, isPublishedList, known } = judgement;
  const latest = Number((documentDay ?? '2026').slice(0, 4));
  const options = { known, years: { from: latest - oldestAge, to: latest } };
  const count = (signs: string) => countPeopleBehindMask(signs, options) ?? 0;
  const people = count(masked.signs);
  if (people === 0 || people >= leastPeople) return undefined;
  const helped = Object.keys(known).length > 0 ? '（连同名单中的出生日期、性别）' : '';
  return {
    code: 'personalData.maskedIdNumber',
    start: masked.start,
    end: masked.end,
    reason: `遮盖后${helped}只剩${people}个可能的号码，少于${leastPeople}个，仍能认出本人。`,
    suggestion: betterMask(masked.signs, (signs) => count(signs) >= leastPeople),
    ...(isPublishedList && { severity: 'block' as const }),
  };
}
