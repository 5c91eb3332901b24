/**
 * Two versions of a document compared clause by clause: what stayed, moved, changed (with the words), came and went; and
 * the anchors of the old version carried to the new one, so that whatever leans on a clause keeps its place. Pure;
 * browser-safe.
 */
import { alignSequences } from '#kernel/rich-text/difference/align-sequences.ts';
import { compareWords, likenessOfTexts, type WordPart } from '#kernel/rich-text/difference/compare-words.ts';
import type { DocumentClause } from './clause.ts';

export const clauseChangeKinds = ['same', 'renumbered', 'moved', 'changed', 'added', 'removed'] as const;

export interface ClauseChange {
  readonly kind: (typeof clauseChangeKinds)[number];
  /** Undefined for an added clause. */
  readonly before: DocumentClause | undefined;
  /** Undefined for a removed clause. */
  readonly after: DocumentClause | undefined;
  /** Word by word for `changed`; empty otherwise. */
  readonly words: readonly WordPart[];
}

/** Clauses less alike than this are another clause, unless they bear the same number. */
const alikeEnough = 0.6;
const alikeUnderOneNumber = 0.3;
/** Pairs looked at for clauses without a partner; beyond it only equal numbers are paired. */
const mostPairs = 200_000;

const textOf = (clause: DocumentClause) =>
  [clause.heading ?? '', clause.text, ...(clause.rows ?? []).map((row) => row.join('\t'))].join('\n');
const keyOf = (clause: DocumentClause) => `${clause.level}\n${textOf(clause).replace(/\s+/gu, '')}`;

/** Pairs of equal clauses: first those in order, then what stands elsewhere. */
function pairEqual(
  before: readonly DocumentClause[],
  after: readonly DocumentClause[],
  pairs: Map<number, number>,
) {
  const beforeKeys = before.map(keyOf);
  const afterKeys = after.map(keyOf);
  for (const [one, other] of alignSequences(beforeKeys, afterKeys)) pairs.set(one, other);
  const inOrder = new Set(pairs.keys());
  const taken = new Set(pairs.values());
  const free = new Map<string, number[]>();
  afterKeys.forEach((key, at) => {
    if (!taken.has(at)) free.set(key, [...(free.get(key) ?? []), at]);
  });
  beforeKeys.forEach((key, at) => {
    const other = pairs.has(at) ? undefined : free.get(key)?.shift();
    if (other !== undefined) pairs.set(at, other);
  });
  return inOrder;
}

function pairAlike(
  before: readonly DocumentClause[],
  after: readonly DocumentClause[],
  pairs: Map<number, number>,
) {
  const openBefore = before.map((_, at) => at).filter((at) => !pairs.has(at));
  const taken = new Set(pairs.values());
  const openAfter = after.map((_, at) => at).filter((at) => !taken.has(at));
  const isFull = openBefore.length * openAfter.length <= mostPairs;
  const candidates = openBefore.flatMap((one) =>
    openAfter.flatMap((other) => {
      const left = before[one];
      const right = after[other];
      if (left === undefined || right === undefined || left.level !== right.level) return [];
      const isSameNumber = left.anchor === right.anchor;
      if (!isFull && !isSameNumber) return [];
      const likeness = likenessOfTexts(textOf(left), textOf(right));
      const wanted = isSameNumber ? alikeUnderOneNumber : alikeEnough;
      return likeness >= wanted ? [{ one, other, likeness: likeness + (isSameNumber ? 0.2 : 0) }] : [];
    }),
  );
  for (const { one, other } of candidates.sort((left, right) => right.likeness - left.likeness)) {
    if (pairs.has(one) || taken.has(other)) continue;
    pairs.set(one, other);
    taken.add(other);
  }
}

function changeOfPair(before: DocumentClause, after: DocumentClause, isInOrder: boolean): ClauseChange {
  if (keyOf(before) === keyOf(after)) {
    const kind = !isInOrder ? 'moved' : before.label === after.label ? 'same' : 'renumbered';
    return { kind, before, after, words: [] };
  }
  return { kind: 'changed', before, after, words: compareWords(textOf(before).trim(), textOf(after).trim()) };
}

/** All changes in the order of the new version; a removed clause stands behind the clause it followed. */
export function compareVersions(
  before: readonly DocumentClause[],
  after: readonly DocumentClause[],
): readonly ClauseChange[] {
  const pairs = new Map<number, number>();
  const inOrder = pairEqual(before, after, pairs);
  pairAlike(before, after, pairs);
  const partnerOf = new Map([...pairs].map(([one, other]) => [other, one]));
  const changes: ClauseChange[] = [];
  const removedAfter = (at: number) => {
    for (let next = at + 1; next < before.length && !pairs.has(next); next += 1) {
      changes.push({ kind: 'removed', before: before[next], after: undefined, words: [] });
    }
  };
  removedAfter(-1);
  after.forEach((clause, at) => {
    const one = partnerOf.get(at);
    const left = one === undefined ? undefined : before[one];
    if (one === undefined || left === undefined) {
      changes.push({ kind: 'added', before: undefined, after: clause, words: [] });
      return;
    }
    changes.push(changeOfPair(left, clause, inOrder.has(one) || keyOf(left) !== keyOf(clause)));
    removedAfter(one);
  });
  return changes;
}

/**
 * The new version with the anchors of the old one wherever a clause is the same or a change of it. A new clause keeps its
 * own anchor, or takes a fresh one where that is taken by a clause that stayed.
 */
export function carryAnchors(
  before: readonly DocumentClause[],
  after: readonly DocumentClause[],
): readonly DocumentClause[] {
  const carried = new Map<string, string>();
  const used = new Set<string>();
  for (const change of compareVersions(before, after)) {
    if (change.before === undefined || change.after === undefined) continue;
    carried.set(change.after.anchor, change.before.anchor);
    used.add(change.before.anchor);
  }
  for (const { anchor } of after) {
    if (carried.has(anchor)) continue;
    let fresh = anchor;
    for (let number = 2; used.has(fresh); number += 1) fresh = `${anchor}~${number}`;
    carried.set(anchor, fresh);
    used.add(fresh);
  }
  const of = (anchor: string) => carried.get(anchor) ?? anchor;
  return after.map((clause) => ({
    ...clause,
    anchor: of(clause.anchor),
    parent: clause.parent === null ? null : of(clause.parent),
  }));
}
