/**
 * Finds runs of digits that may be one number: groups of digits with at most three blanks, hyphens, dots or brackets
 * between them. One pass over the text, whatever stands in it. Pure.
 */
import { digitOfCode, isCheckLetter, isJoiningCode, isLatinCode } from './character-folding.ts';

/** Digits without anything between them. */
export interface DigitGroup {
  /** Half-open span of the text. */
  readonly start: number;
  readonly end: number;
  /** In ASCII; X at the end where an ID number may end. Empty for groups too long to be anybody's number. */
  readonly digits: string;
  /** What stands between this group and the one before it in the run. */
  readonly gap: string;
}

export type NumberRun = readonly DigitGroup[];

/** The shortest number anybody has: a mobile phone. */
const leastDigits = 11;
/** Disability certificates have 20 digits; longer stretches are codes of things. */
const longestGroup = 22;
const longestGap = 3;

interface OpenRun {
  readonly groups: DigitGroup[];
  digits: number;
}

/** The end of a stretch of digits that starts here. */
function endOfDigits(text: string, start: number): number {
  let end = start;
  while (end < text.length && digitOfCode(text.charCodeAt(end)) >= 0) end += 1;
  return end;
}

function foldDigits(text: string, start: number, end: number): string {
  let digits = '';
  for (let index = start; index < end; index += 1) digits += digitOfCode(text.charCodeAt(index));
  return digits;
}

/** An X may end a group when no letter or digit follows. */
function endWithCheckLetter(text: string, end: number): number {
  if (end >= text.length || !isCheckLetter(text.charCodeAt(end))) return end;
  const next = end + 1 < text.length ? text.charCodeAt(end + 1) : 0x20;
  return isLatinCode(next) || digitOfCode(next) >= 0 || isCheckLetter(next) || next === 0x2a ? end : end + 1;
}

/** All runs with at least eleven digits. */
export function scanNumberRuns(text: string): readonly NumberRun[] {
  const runs: NumberRun[] = [];
  let open: OpenRun = { groups: [], digits: 0 };
  let lastEnd = 0;
  const close = () => {
    if (open.digits >= leastDigits) runs.push(open.groups);
    open = { groups: [], digits: 0 };
  };
  let index = 0;
  while (index < text.length) {
    const code = text.charCodeAt(index);
    const startsGroup = digitOfCode(code) >= 0;
    const startsLetter = !startsGroup && open.groups.length > 0 && isCheckLetter(code);
    if (!startsGroup && !startsLetter) {
      if (open.groups.length > 0 && (index - lastEnd >= longestGap || !isJoiningCode(code))) close();
      index += 1;
      continue;
    }
    const endDigits = startsGroup ? endOfDigits(text, index) : index;
    const end = endWithCheckLetter(text, endDigits);
    if (end === index) {
      close();
      index += 1;
      continue;
    }
    const known = endDigits - index <= longestGroup;
    open.groups.push({
      start: index,
      end,
      digits: known ? foldDigits(text, index, endDigits) + (end > endDigits ? 'X' : '') : '',
      gap: open.groups.length === 0 ? '' : text.slice(lastEnd, index),
    });
    open.digits += endDigits - index;
    lastEnd = end;
    index = end;
  }
  close();
  return runs;
}

/** Neighbouring groups of a run taken as one number. */
export interface NumberWindow {
  readonly start: number;
  readonly end: number;
  readonly digits: string;
  /** Index of the first group, and of the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** Windows by their length in characters; only lengths at which a group ends have one. */
export type Windows = readonly (NumberWindow | undefined)[];

const longestNumber = 20;

/** All numbers that begin with the group `from`: as many neighbouring groups as make up to twenty characters. */
export function windowsFrom(run: NumberRun, from: number): Windows {
  const windows: (NumberWindow | undefined)[] = [];
  const start = run[from]?.start ?? 0;
  let digits = '';
  for (let at = from; at < run.length; at += 1) {
    const group = run[at];
    if (group === undefined || group.digits === '') break;
    digits += group.digits;
    if (digits.length > longestNumber) break;
    windows[digits.length] = { start, end: group.end, digits, from, to: at + 1 };
  }
  return windows;
}
