/** Names of the county's own units, held against its register: misspelt, or no longer valid on the document's day. Pure. */
import { longDay } from '#kernel/day-words.ts';
import { findDocumentDay } from '../document-day.ts';
import type { Finding, FindingKind } from '../finding.ts';
import { findingOf, type KnownUnit, type Recogniser } from '../recogniser.ts';

const kinds: Readonly<Record<string, FindingKind>> = {
  'agencyName.slip': {
    class: 'agencyName',
    severity: 'confirm',
    title: '本地单位名称有误',
    remedy: '按单位名录的全称或简称改正。',
    source: '本县单位名录',
  },
  'agencyName.closed': {
    class: 'agencyName',
    severity: 'confirm',
    title: '单位已经撤销',
    remedy: '改用承接职责的单位；确指当时的，前面加“原”。',
    source: '本县单位名录',
  },
};

const endings = '(?:局|委员会|办公室|中心|人民政府|办事处|分局|大队|支队)';
/** Longest name that is looked at behind the name of the county. */
const longestName = 24;
const slipsAllowed = 2;

/** Number of characters to insert, leave out or change, given up beyond `most`. */
function countEdits(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let left = 1; left <= one.length; left += 1) {
    const next = [left];
    for (let right = 1; right <= other.length; right += 1) {
      const same = one[left - 1] === other[right - 1] ? 0 : 1;
      next.push(Math.min((row[right] ?? 0) + 1, (next[right - 1] ?? 0) + 1, (row[right - 1] ?? 0) + same));
    }
    row = next;
  }
  return row[other.length] ?? most + 1;
}

interface RegisteredNames {
  readonly all: ReadonlyMap<string, KnownUnit>;
  readonly full: readonly string[];
}

/** Every form in which the register knows its units, with the county's name in front. */
function registeredNames(units: readonly KnownUnit[], county: string): RegisteredNames {
  const all = new Map<string, KnownUnit>();
  for (const unit of units) {
    for (const name of [unit.name, ...unit.shortNames]) {
      all.set(name.startsWith(county) ? name : `${county}${name.replace(/^[县区市]/u, '')}`, unit);
    }
  }
  return { all, full: units.map(({ name }) => name).filter((name) => name.startsWith(county)) };
}

export const unitNameRecogniser: Recogniser = {
  name: 'unit-names',
  kinds,
  find(document, context) {
    const { countyName, units } = context;
    if (countyName === null || units.length === 0) return [];
    const { text } = document;
    const names = registeredNames(units, countyName);
    const day = findDocumentDay(document, context);
    const found: Finding[] = [];
    const ending = new RegExp(endings, 'gu');
    let at = text.indexOf(countyName);
    while (at >= 0) {
      const tail =
        text.slice(at, at + countyName.length + longestName).split(/[\s，。、；：（(《》”“]/u)[0] ?? '';
      const candidates = [...tail.matchAll(ending)].map((match) =>
        tail.slice(0, match.index + match[0].length),
      );
      const known = candidates.map((name) => names.all.get(name)).find((unit) => unit !== undefined);
      if (known !== undefined) found.push(...judgeClosed(known, text, at, day, candidates, names));
      else found.push(...judgeSlip(candidates, names, at, countyName));
      at = text.indexOf(countyName, at + countyName.length);
    }
    return found;
  },
};

function judgeClosed(
  unit: KnownUnit,
  text: string,
  at: number,
  day: ReturnType<typeof findDocumentDay>,
  candidates: readonly string[],
  names: RegisteredNames,
): Finding[] {
  const { activeUntil } = unit;
  if (activeUntil === null || day === null || day < activeUntil || /原$/u.test(text.slice(0, at))) return [];
  const name = candidates.find((one) => names.all.get(one) === unit);
  if (name === undefined) return [];
  return [
    findingOf(kinds, 'agencyName.closed', {
      text: name,
      start: at,
      end: at + name.length,
      reason: `${name}自${longDay(activeUntil)}起已不存在`,
    }),
  ];
}

/** From which length on a likeness is believed: sooner when characters were only left out (市场监督局 for 市场监督管理局). */
function shortestSlip(name: string, full: string, county: string, edits: number): number {
  let at = 0;
  for (const sign of full) if (sign === name[at]) at += 1;
  return county.length + 3 + (at === name.length ? edits : 2 * edits);
}

function judgeSlip(
  candidates: readonly string[],
  names: RegisteredNames,
  at: number,
  county: string,
): Finding[] {
  // The county's own office (望澜县人民政府) and what is shorter than a name of three characters tell nothing.
  const [name] = candidates.filter((one) => one.length >= county.length + 3);
  if (name === undefined) return [];
  const near = names.full
    .map((full) => ({ full, edits: countEdits(name, full, slipsAllowed) }))
    .filter(({ edits }) => edits <= slipsAllowed && edits > 0);
  const least = Math.min(...near.map(({ edits }) => edits));
  const [only, ...others] = near.filter(({ edits }) => edits === least);
  // 教育局 and 体育局 are two offices: the shorter a name, the less a likeness says.
  if (only === undefined || others.length > 0 || name.length < shortestSlip(name, only.full, county, least))
    return [];
  return [
    findingOf(kinds, 'agencyName.slip', {
      text: name,
      start: at,
      end: at + name.length,
      reason: `单位名录里没有“${name}”，应为“${only.full}”`,
      suggestion: only.full,
    }),
  ];
}
