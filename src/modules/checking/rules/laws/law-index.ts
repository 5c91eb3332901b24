/**
 * The index of statutes: titles with their versions and numbers of articles, and those no longer in force. Reads the data
 * files of `data/checking/laws`; judges nothing. Pure; browser-safe.
 */
import { type Day, parseDay } from '#kernel/day.ts';
import { readDataRows } from '../csv-rows.ts';

export const lawKinds = [
  'constitution',
  'law',
  'administrativeRegulation',
  'judicialInterpretation',
  'departmentalRule',
  'localRegulation',
] as const;
export type LawKind = (typeof lawKinds)[number];

export interface LawVersion {
  /** Entry into force, or promulgation where only that is known. */
  readonly from: Day;
  /** Number of articles; 0 when the statute has none. */
  readonly articles: number;
}

export interface KnownLaw {
  /** Full title as promulgated. */
  readonly title: string;
  readonly kind: LawKind;
  /** By day, the earliest known first. */
  readonly versions: readonly LawVersion[];
}

export interface RepealedLaw {
  readonly title: string;
  readonly on: Day;
  /** The statute that took its place or ended it. */
  readonly by: string;
}

export interface LawIndex {
  /** By title without 中华人民共和国. */
  readonly known: ReadonlyMap<string, KnownLaw>;
  readonly repealed: ReadonlyMap<string, RepealedLaw>;
  /** Titles of which one character is left out, to the titles: finds what differs by one. */
  readonly near: ReadonlyMap<string, readonly string[]>;
  /** Titles without their last word (条例, 法, 办法 …), of statutes of the State and of the State Council. */
  readonly stems: ReadonlyMap<string, string>;
}

/** How a title is compared: without the name of the State, blanks and the shape of its brackets. */
export function lawTitleKey(title: string): string {
  return title
    .replace(/[\s\u3000]+/gu, '')
    .replace(/[(（]/gu, '（')
    .replace(/[)）]/gu, '）')
    .replace(/[〈<]/gu, '《')
    .replace(/[〉>]/gu, '》')
    .replace(/^中华人民共和国(?=.{2})/u, '');
}

const lastWord = /(?:条例|办法|规定|细则|规则|法)$/u;

/** The title without its last word; undefined when it ends otherwise or too little is left. */
export function lawStem(key: string): string | undefined {
  const stem = key.replace(lastWord, '');
  return stem === key || stem.length < 4 ? undefined : stem;
}

/** Each title with one character left out, and the title itself. */
export function* withoutOneCharacter(key: string): Generator<string> {
  yield key;
  for (let at = 0; at < key.length; at += 1) yield key.slice(0, at) + key.slice(at + 1);
}

function readVersions(text: string): LawVersion[] | undefined {
  const versions = text.split(' ').map((one) => {
    const [from = '', articles = ''] = one.split(':');
    return { from: parseDay(from), articles: Number(articles) };
  });
  const read = versions.flatMap(({ from, articles }) => (from === undefined ? [] : [{ from, articles }]));
  return read.length === versions.length ? read : undefined;
}

function readTitles(csv: string): readonly KnownLaw[] {
  return readDataRows(csv, 'title,kind,versions', ([title = '', kindName, text = '']) => {
    const kind = lawKinds.find((one) => one === kindName);
    const versions = readVersions(text);
    return kind === undefined || versions === undefined ? undefined : { title, kind, versions };
  });
}

function readRepeals(csv: string): readonly RepealedLaw[] {
  return readDataRows(csv, 'title,on,by', ([title = '', day = '', by = '']) => {
    const on = parseDay(day);
    return on === undefined ? undefined : { title, on, by };
  });
}

export interface LawFiles {
  /** `laws.csv` and `later.csv`. */
  readonly titles: readonly string[];
  /** `repealed-by-text.csv` and `repealed.csv`. */
  readonly repeals: readonly string[];
}

/** Shortest title that is searched for by likeness, without the name of the State. */
const shortestNear = 3;

/** Builds the index from the files as text. Throws with the row when one is malformed: the files are ours. */
export function readLawIndex(files: LawFiles): LawIndex {
  const known = new Map<string, KnownLaw>();
  for (const { title, kind, versions } of files.titles.flatMap(readTitles)) {
    const key = lawTitleKey(title);
    const earlier = known.get(key)?.versions ?? [];
    const all = [...earlier, ...versions];
    known.set(key, { title, kind, versions: all.sort((left, right) => (left.from < right.from ? -1 : 1)) });
  }
  const repealed = new Map<string, RepealedLaw>();
  for (const law of files.repeals.flatMap(readRepeals)) repealed.set(lawTitleKey(law.title), law);
  const near = new Map<string, string[]>();
  const stems = new Map<string, string>();
  for (const [key, { kind, title }] of known) {
    if (kind !== 'law' && kind !== 'administrativeRegulation') continue;
    const stem = lawStem(key);
    if (stem !== undefined) stems.set(stem, title);
    if (key.length < shortestNear) continue;
    for (const shorter of withoutOneCharacter(key)) near.set(shorter, [...(near.get(shorter) ?? []), key]);
  }
  return { known, repealed, near, stems };
}
