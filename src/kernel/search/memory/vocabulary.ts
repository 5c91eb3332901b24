/**
 * Words the public can find, by how they sound and look: for suggestions while typing and for words that were mistyped. What it
 * proposes stands in a public document now; words of hidden documents never leave.
 */
import { pinyin } from 'pinyin-pro';
import { PostingCursor } from './cursors.ts';
import { type HeldSegment, isDeleted } from './memory-index.ts';
import type { Segment } from './segment.ts';

const hanWord = /^[\u3400-\u9fff]{2,16}$/;
const latinWord = /^[a-z]{2,40}$/;
/** In large segments words met once are mostly accidents of the cutting. */
const largeSegment = 20_000;
/** Candidates weighed by how often they occur. */
const mostCandidates = 200;

const sounds = new Map<string, string>();

/** The usual reading of a sign without its tone; ü as v, as it is typed. */
function soundOf(sign: string): string {
  const known = sounds.get(sign);
  if (known !== undefined) return known;
  const sound = pinyin(sign, { toneType: 'none' }).replaceAll('ü', 'v');
  sounds.set(sign, sound);
  return sound;
}

function listIn(map: Map<string, string[]>, key: string, word: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [word]);
  else list.push(word);
}

/** Whether one sign more, less, other or two exchanged make one word of the other. */
export function isOneSlipApart(left: string, right: string): boolean {
  if (left === right || Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start++;
  let end = 0;
  const most = Math.min(left.length, right.length) - start;
  while (end < most && left[left.length - 1 - end] === right[right.length - 1 - end]) end++;
  const [leftRest, rightRest] = [
    left.slice(start, left.length - end),
    right.slice(start, right.length - end),
  ];
  if (leftRest.length <= 1 && rightRest.length <= 1) return true;
  return leftRest.length === 2 && rightRest.length === 2 && leftRest === `${rightRest[1]}${rightRest[0]}`;
}

export class Vocabulary {
  readonly #words = new Set<string>();
  readonly #bySound = new Map<string, string[]>();
  readonly #byInitials = new Map<string, string[]>();

  /** Takes in the words of a segment. */
  addSegment(segment: Segment): void {
    const least = segment.docCount >= largeSegment ? 2 : 1;
    for (let term = 0; term < segment.terms.count; term++) {
      if ((segment.arrays.docCounts[term] ?? 0) < least) continue;
      const word = segment.terms.at(term);
      if (this.#words.has(word) || !hanWord.test(word)) continue;
      this.#words.add(word);
      const heard = Array.from(word, soundOf);
      listIn(this.#bySound, heard.join(''), word);
      listIn(this.#byInitials, heard.map((sound) => sound[0] ?? '').join(''), word);
    }
  }

  /** The most frequent public words among candidates. */
  #mostFrequent(candidates: readonly string[], held: readonly HeldSegment[], limit: number): string[] {
    const counted = candidates
      .slice(0, mostCandidates)
      .map((word) => ({ word, count: countPublic(word, held) }))
      .filter(({ count }) => count > 0);
    counted.sort(
      (left, right) =>
        right.count - left.count || right.word.length - left.word.length || (left.word < right.word ? -1 : 1),
    );
    // 公积 never stands but in 公积金.
    const whole = counted.filter(
      ({ word, count }) =>
        !counted.some((other) => other.word !== word && other.word.startsWith(word) && other.count >= count),
    );
    return whole.slice(0, limit).map(({ word }) => word);
  }

  /** What the word was probably meant to be; null when it is one, or nothing is like it. */
  correct(word: string, held: readonly HeldSegment[]): string | null {
    if (latinWord.test(word)) {
      const candidates = this.#bySound.get(word) ?? this.#byInitials.get(word) ?? [];
      return this.#mostFrequent(candidates, held, 1)[0] ?? null;
    }
    if (!hanWord.test(word) || countPublic(word, held) > 0) return null;
    const alike = this.#bySound.get(Array.from(word, soundOf).join('')) ?? [];
    const [heard] = this.#mostFrequent(alike, held, 1);
    if (heard !== undefined || word.length < 3) return heard ?? null;
    const slips = [...this.#words].filter((other) => isOneSlipApart(word, other));
    return this.#mostFrequent(slips, held, 1)[0] ?? null;
  }

  /** Words that begin as typed: in signs, in pinyin or with its initials. */
  suggest(asked: string, held: readonly HeldSegment[], limit: number): string[] {
    if (!latinWord.test(asked)) {
      if (!/^[\u3400-\u9fff]+$/.test(asked)) return [];
      const longer = [...this.#words].filter((word) => word.startsWith(asked) && word !== asked);
      return this.#mostFrequent(longer, held, limit);
    }
    const candidates = new Set<string>();
    for (const map of [this.#byInitials, this.#bySound])
      for (const [key, words] of map)
        if (key.startsWith(asked)) for (const word of words) candidates.add(word);
    return this.#mostFrequent([...candidates], held, limit);
  }
}

/** Enough to tell frequent words from rare ones. */
const mostCounted = 1000;

/** Public documents that hold a word, up to a thousand; 0 when only hidden or deleted ones do. */
function countPublic(word: string, held: readonly HeldSegment[]): number {
  let count = 0;
  for (const { segment, deleted } of held) {
    const term = segment.terms.find(word);
    if (term === -1) continue;
    const cursor = new PostingCursor(segment, term);
    for (; cursor.doc < segment.docCount && count < mostCounted; cursor.advance(cursor.doc + 1))
      if (segment.arrays.isPublic[cursor.doc] === 1 && !isDeleted(deleted, cursor.doc)) count += 1;
  }
  return count;
}
