/**
 * Reads what a person typed: words that must all be there, "exact phrases", document numbers, -excluded words, and what stands
 * for them. Pure; the same for both engines.
 */
import type { SynonymGroups } from './lexicon.ts';
import type { PlanAlternative, PlanTerm } from './plan.ts';
import type { Analyser, AskedWord } from './words/analyse-text.ts';
import { findDocumentNumbers } from './words/document-number.ts';
import { foldSigns } from './words/fold-signs.ts';

export interface ReadQuestion {
  readonly must: readonly PlanTerm[];
  readonly mustNot: readonly PlanTerm[];
  /** Folded texts to be marked in what is found. */
  readonly marks: readonly string[];
  /** Words asked for one by one, for corrections: those in quotes and numbers are meant as they stand. */
  readonly words: readonly string[];
}

/** Words beyond these are left out: nobody means them all, and each costs. */
const mostTerms = 12;
/** Weight of what stands for a word beside the word itself. */
const synonymWeight = 0.7;
/** Says nothing about what is looked for; left out unless there is nothing else. */
const idleWords = new Set(
  '的 了 和 与 及 在 是 对 等 之 为 于 以 吗 呢 个 有 我 请 要 关于 怎么 怎么办 如何 什么 哪些 哪里 请问 是否 怎样 多少 我要 我想 有关 可以 能否 想要 需要 查询 查找 搜索 查一下'.split(
    ' ',
  ),
);
/** What may stand between a question's words and a number's sender. */
const beforeSender = /^.*(?:关于|根据|按照|依据|依照|查询|转发|印发|贯彻|落实|执行|的|和|与|及)/;
/** A phrase in quotes of either kind, or a word up to the next blank; a dash in front leaves it out. */
const piecePattern =
  /(?<=^|\s)(-?)["“”「『]([^"“”「」『』]+)["“”」』]|["“”「『]([^"“”「」『』]+)["“”」』]|(?<=^|\s)(-)?([^\s"“”「」『』]+)|([^\s"“”「」『』]+)/g;
const hanRun = /[\u3400-\u9fff\uf900-\ufaff]+/g;

const wordsOf = (tokens: readonly string[], weight = 1): PlanAlternative => ({
  tokens,
  isPhrase: false,
  weight,
});

function phraseTerm(atoms: readonly string[], whole?: string): PlanTerm {
  const phrase: PlanAlternative = { tokens: atoms, isPhrase: atoms.length > 1, weight: 1 };
  return { alternatives: whole === undefined || atoms.length === 1 ? [phrase] : [phrase, wordsOf([whole])] };
}

/** A text whose words must stand one after the other; undefined when it holds no word. */
function exactTerm(text: string, analyser: Analyser): PlanTerm | undefined {
  const atoms = analyser.analyse(text).atoms.filter((atom) => atom !== '');
  if (atoms.length === 0) return undefined;
  const whole = text.trim();
  return phraseTerm(atoms, analyser.isWord(whole) ? whole : undefined);
}

/** Neighbouring words as one: single signs no list knows as a word are a name, and a name stands together. */
interface WordGroup {
  readonly text: string;
  readonly atoms: readonly string[];
  readonly isName: boolean;
}

function groupWords(words: readonly AskedWord[]): WordGroup[] {
  const groups: WordGroup[] = [];
  let signs: string[] = [];
  const closeName = () => {
    if (signs.length > 0) groups.push({ text: signs.join(''), atoms: signs, isName: signs.length > 1 });
    signs = [];
  };
  for (const { word, atoms } of words) {
    if (word.length === 1 && !idleWords.has(word)) signs.push(word);
    else {
      closeName();
      groups.push({ text: word, atoms, isName: false });
    }
  }
  closeName();
  return groups;
}

/** What stands for the words from a place on: the longest match wins. */
function findSynonyms(
  groups: readonly WordGroup[],
  start: number,
  synonyms: SynonymGroups,
): { readonly length: number; readonly others: readonly string[] } | undefined {
  for (let end = Math.min(groups.length, start + 6); end > start; end--) {
    const text = groups
      .slice(start, end)
      .map((group) => group.text)
      .join('');
    const others = synonyms.filter((group) => group.includes(text)).flat();
    if (others.length > 0)
      return { length: end - start, others: [...new Set(others)].filter((other) => other !== text) };
  }
  return undefined;
}

const alternativeOf = ({ text, atoms, isName }: WordGroup): PlanAlternative =>
  isName ? { tokens: atoms, isPhrase: true, weight: 1 } : wordsOf([text]);

function termsOfGroups(
  groups: readonly WordGroup[],
  analyser: Analyser,
  synonyms: SynonymGroups,
): { readonly terms: PlanTerm[]; readonly marks: string[] } {
  const terms: PlanTerm[] = [];
  const marks: string[] = [];
  for (let at = 0; at < groups.length; ) {
    const synonym = findSynonyms(groups, at, synonyms);
    const taken = groups.slice(at, at + (synonym?.length ?? 1));
    at += taken.length;
    marks.push(...taken.map(({ text }) => text));
    if (synonym === undefined) {
      terms.push(...taken.map((group) => ({ alternatives: [alternativeOf(group)] })));
      continue;
    }
    const own = taken.map(alternativeOf);
    const asked: PlanAlternative =
      own.length === 1 && own[0] !== undefined
        ? own[0]
        : { tokens: own.flatMap(({ tokens }) => tokens), isPhrase: false, weight: 1 };
    const others = synonym.others.flatMap((other) => {
      const term = exactTerm(other, analyser);
      return (term?.alternatives ?? []).map((one) => ({ ...one, weight: synonymWeight }));
    });
    terms.push({ alternatives: [asked, ...others] });
    marks.push(...synonym.others);
  }
  return { terms, marks };
}

/** Takes document numbers out of the text and leaves blanks in their place. */
function takeNumbers(folded: string): {
  readonly rest: string;
  readonly terms: PlanTerm[];
  readonly marks: string[];
} {
  let rest = folded;
  const terms: PlanTerm[] = [];
  const marks: string[] = [];
  for (const met of findDocumentNumbers(folded)) {
    const idle = beforeSender.exec(met.sender)?.[0].length ?? 0;
    const sender = met.sender.slice(idle);
    terms.push({ alternatives: [wordsOf([`${sender}${met.bare}`])] });
    marks.push(folded.slice(met.start + idle, met.end));
    const start = met.start + idle;
    rest = `${rest.slice(0, start)}${' '.repeat(met.end - start)}${rest.slice(met.end)}`;
  }
  return { rest, terms, marks };
}

function groupsOfText(text: string, analyser: Analyser): WordGroup[] {
  const groups: WordGroup[] = [];
  let end = 0;
  const other = (part: string) => {
    for (const atom of analyser.analyse(part).atoms)
      if (atom !== '') groups.push({ text: atom, atoms: [atom], isName: false });
  };
  for (const match of text.matchAll(hanRun)) {
    other(text.slice(end, match.index));
    groups.push(...groupWords(analyser.cutRun(match[0])));
    end = match.index + match[0].length;
  }
  other(text.slice(end));
  return groups;
}

/** Reads a question. One without words has no terms. */
export function readQuestion(text: string, analyser: Analyser, synonyms: SynonymGroups = []): ReadQuestion {
  const numbers = takeNumbers(foldSigns(text));
  const must = [...numbers.terms];
  const mustNot: PlanTerm[] = [];
  const marks = [...numbers.marks];
  const groups: WordGroup[][] = [];
  for (const match of numbers.rest.matchAll(piecePattern)) {
    const [, quoteDash, quoted = match[3], , dash, word = match[6]] = match;
    const isOut = quoteDash === '-' || dash === '-';
    const piece = quoted ?? word ?? '';
    if (quoted !== undefined || isOut) {
      const term = exactTerm(piece, analyser);
      if (term === undefined) continue;
      if (isOut) mustNot.push(term);
      else {
        must.push(term);
        marks.push(piece.trim());
      }
    } else groups.push(groupsOfText(piece, analyser));
  }
  const telling = groups.map((list) => list.filter((group) => !idleWords.has(group.text)));
  const kept = must.length > 0 || telling.some((list) => list.length > 0) ? telling : groups;
  const words = kept.flat().map((group) => group.text);
  for (const list of kept) {
    const { terms, marks: own } = termsOfGroups(list, analyser, synonyms);
    must.push(...terms);
    marks.push(...own);
  }
  return {
    must: must.slice(0, mostTerms),
    mustNot: mustNot.slice(0, mostTerms),
    marks: [...new Set(marks)].filter((mark) => mark !== ''),
    words: [...new Set(words)],
  };
}
