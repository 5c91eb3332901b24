/**
 * Splits a run of text into single unit names: at 、，；and blanks that separate, at 和 及 与 only where both sides
 * stand alone, never inside brackets. Works on a simplified text and cuts the printed one at the same places.
 */
import { isBareKind, isDepartmentStem, looksLikeUnit, opensLikeUnit } from './unit-words.ts';

/** Names in order as printed, and what is doubtful about the cut. */
export interface SplitNames {
  readonly names: readonly string[];
  readonly doubts: readonly string[];
}

const separator = /[、，,；;／/|｜。．]/u;
const blank = /\s/u;

/** Pieces between separators outside brackets, as index pairs. */
function piecesOf(text: string): readonly (readonly [number, number])[] {
  const pieces: [number, number][] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign === '（') depth += 1;
    else if (sign === '）') depth = Math.max(0, depth - 1);
    else if (depth === 0 && separator.test(sign)) {
      pieces.push([start, index]);
      start = index + 1;
    }
  }
  pieces.push([start, text.length]);
  return pieces;
}

const restOfName = /^(?:办公室$|公室|员会|事处|分局|支局|支队|大队|分公司|管委会)/u;
// 市生态环境局 某某分局 is one name; 县财政局 公安分局 are two.
const hasBranches = /(?:生态环境|环保|自然资源|规划|国土|公安|税务|气象)[^局]*局$/u;

/** Whether the blank between two parts separates two names rather than breaking one. */
function blankSeparates(left: string, right: string): boolean {
  if (left === '' || right === '' || right.startsWith('（') || !looksLikeUnit(left)) return false;
  if (restOfName.test(right)) return false;
  if (opensLikeUnit(right) && right.length >= 3) return true;
  if (/(?:分局|分公司)$/u.test(right) && hasBranches.test(left)) return false;
  if (right.length === 2) return looksLikeUnit(right) && /[镇乡街办局委]$/u.test(right);
  return right.length >= 3 && looksLikeUnit(right);
}

/** Takes blanks out of a piece, or cuts it where a blank stands between two names. */
function resolveBlanks(printed: string, simple: string): readonly (readonly [string, string])[] {
  const parts: [string, string][] = [];
  let index = 0;
  while (index < simple.length) {
    while (index < simple.length && blank.test(simple.charAt(index))) index += 1;
    let end = index;
    while (end < simple.length && !blank.test(simple.charAt(end))) end += 1;
    if (end > index) parts.push([printed.slice(index, end), simple.slice(index, end)]);
    index = end;
  }
  const names: [string, string][] = [];
  for (const [printedPart, simplePart] of parts) {
    const last = names.at(-1);
    if (last === undefined || blankSeparates(last[1], simplePart)) {
      names.push([printedPart, simplePart]);
    } else {
      last[0] += printedPart;
      last[1] += simplePart;
    }
  }
  return names;
}

const joiner = /以及|及(?!其(?!他|它|余)|所属|下属|时)|和|与|暨/uy;
const alwaysOpens = /^(?:各|其他|其它|有关|相关|所有)/u;

function joinersOutsideBrackets(simple: string): readonly (readonly [number, number])[] {
  const found: [number, number][] = [];
  let depth = 0;
  for (let index = 0; index < simple.length; index += 1) {
    const sign = simple.charAt(index);
    if (sign === '（') depth += 1;
    else if (sign === '）') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      joiner.lastIndex = index;
      const match = joiner.exec(simple);
      if (match !== null) {
        found.push([index, index + match[0].length]);
        index += match[0].length - 1;
      }
    }
  }
  return found;
}

const joinedCollectives = /(?<=各[^各]*(?:部门|单位|镇街|街镇|街道|乡镇|镇|处|府))(?=各.)/u;

/** Cuts a name at 和, 及, 与, 以及 where the left side is complete and the right side is a name of its own. */
function splitAtJoiners(printed: string, simple: string, doubts: string[]): readonly string[] {
  const names: string[] = [];
  let start = 0;
  for (const [from, to] of joinersOutsideBrackets(simple)) {
    const left = simple.slice(start, from);
    const right = simple.slice(to);
    if (left === '' || right === '' || isBareKind(right)) continue;
    if (looksLikeUnit(left) || (left.length >= 2 && alwaysOpens.test(right))) {
      names.push(printed.slice(start, from));
      start = to;
    } else if (isDepartmentStem(left) && /(?:部门|单位)$/u.test(right)) {
      doubts.push(`“${printed.slice(start)}”可能是一个单位，也可能是几个单位`);
    }
  }
  names.push(printed.slice(start));
  return names;
}

const openList = /等(?=(?:\d+|[一二三四五六七八九十]+|多)?个?|$)/gu;
const openListTail =
  /^(?:\d+|[一二三四五六七八九十]+|多)?个?(?:部门|(?:责任|承办|配合|成员)?单位|职能部门|市直部门|地|局|镇街|街道|机构)?$/u;

/** Cuts `A、B等有关部门` at 等; `等部门` and a final 等 vanish. Returns the parts and whether the list is open. */
function splitOpenList(
  printed: string,
  simple: string,
): { parts: readonly (readonly [string, string])[]; open: boolean } {
  openList.lastIndex = 0;
  for (const match of simple.matchAll(openList)) {
    const left = simple.slice(0, match.index);
    const tail = simple.slice(match.index + 1);
    const endsList = openListTail.test(tail);
    if (
      left === '' ? endsList || looksLikeUnit(tail) : endsList || (looksLikeUnit(left) && looksLikeUnit(tail))
    ) {
      const parts: [string, string][] = [];
      if (left !== '') parts.push([printed.slice(0, match.index), left]);
      if (!endsList) parts.push([printed.slice(match.index + 1), tail]);
      return { parts, open: true };
    }
  }
  return { parts: [[printed, simple]], open: false };
}

const ornaments =
  /^(?:[（(]?\d{1,2}[.．、)）]|[①-⑳]|[-·•*★☆●○■◆]|由|请|交由|以(?=.+局|.+办|.+委|.+府))+|[-·•*★☆●■◆：:]+$/gu;

/** Single names of a run of text without role words, e.g. `区发改局、区工信局（商务局）等区政府相关部门`. */
export function splitUnitNames(printed: string, simple: string): SplitNames {
  const names: string[] = [];
  const doubts: string[] = [];
  for (const [from, to] of piecesOf(simple)) {
    for (const [printedPart, simplePart] of resolveBlanks(printed.slice(from, to), simple.slice(from, to))) {
      const list = splitOpenList(printedPart, simplePart);
      if (list.open) doubts.push(`“${printedPart}”用“等”字，单位可能没有列全`);
      for (const [printedName, simpleName] of list.parts) {
        for (const name of splitAtJoiners(printedName, simpleName, doubts)) {
          const bare = name.replace(ornaments, '').trim();
          const last = names.at(-1);
          if (bare === '') continue;
          if (joinedCollectives.test(bare)) {
            // 各部门各镇街: two phrases without a mark between them.
            names.push(...bare.split(joinedCollectives));
            continue;
          }
          if (isBareKind(bare) && last !== undefined) names[names.length - 1] = `${last}、${bare}`;
          else names.push(bare);
        }
      }
    }
  }
  return { names, doubts };
}
