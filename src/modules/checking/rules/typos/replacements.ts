/**
 * Words that could be meant where others stand: walks the tree of words along the text and lets one or two characters be
 * taken for others. Only places where the text as it stands is improbable are looked at, so that sound text costs little. Pure.
 */
import type { TypoModel } from './typo-model.ts';
import type { WordLattice } from './word-lattice.ts';

/** A word in place of what stands at `[start, end)` of the run. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly word: number;
  readonly cost: number;
  /** Places of the run and the characters that should stand there: one or two. */
  readonly changes: readonly { readonly at: number; readonly code: number; readonly kind: number }[];
  /** How much better the text becomes by this replacement alone, in natural logarithms. */
  readonly gain: number;
}

const longestReplaced = 7;
/** From this length a word may have two wrong characters. */
const twoChangesFrom = 2;
/** What a single character in place of another costs more than a change inside a longer word. */
const singleSignCost = 3;
/** A second wrong character in one word is rarer than two wrong ones apart. */
const secondCost = 2;
/** The least a change can cost; text more probable than that is not looked at. */
const leastCost = 3.5;
/** A run is looked at closely when one replacement alone gains this much; less is never sure enough to be said. */
const leastGain = 1;
/** A replacement that loses this much alone may still gain together with its neighbour. */
const companionLoss = 6;

const numerals = new Set([...'〇零一二三四五六七八九十百千万亿两'].map((sign) => sign.charCodeAt(0)));

interface Change {
  readonly at: number;
  readonly code: number;
  readonly kind: number;
}

/** Children of a node with the best a word below each can score. */
interface HopefulKids {
  readonly kids: Int32Array;
  readonly hopes: Float64Array;
}

/** What a word may begin with in place of a character: nodes under the root, the most hopeful first. */
interface Beginnings {
  readonly kids: Int32Array;
  readonly indexes: Int32Array;
  readonly hopes: Float64Array;
}

export class ReplacementFinder {
  readonly #model: TypoModel;
  readonly #lattice: WordLattice;
  #codes: Uint16Array = new Uint16Array(0);
  #length = 0;
  #total = 0;
  #before = new Float64Array(64);
  #after = new Float64Array(64);
  #found: Replacement[] = [];
  #start = 0;
  #mostLoss = 0;
  /** Both are worked out where they are first needed. */
  readonly #beginnings: Beginnings[] = [];
  readonly #hopefulKids: (HopefulKids | undefined)[];
  /** By the size of a replaced stretch: what exactly such a stretch costs at most as it stands, and the most of it or a longer one. */
  readonly #prices = new Float64Array(longestReplaced + 3);
  readonly #atLeast = new Float64Array(longestReplaced + 3);

  constructor(model: TypoModel, lattice: WordLattice) {
    this.#model = model;
    this.#lattice = lattice;
    this.#hopefulKids = new Array<HopefulKids | undefined>(model.breakToken).fill(undefined);
  }

  /**
   * Replacements worth weighing in a run whose lattice is scored both ways with `total` as its best. A run in which
   * nothing gains alone has none; else those that lose a little alone are there too, since they may gain together.
   */
  find(codes: Uint16Array, length: number, total: number): readonly Replacement[] {
    this.#codes = codes;
    this.#length = length;
    this.#total = total;
    if (this.#before.length <= length) {
      this.#before = new Float64Array(length * 2);
      this.#after = new Float64Array(length * 2);
    }
    for (let at = 0; at <= length; at++) {
      this.#before[at] = this.#lattice.bestBefore(at);
      this.#after[at] = this.#lattice.mostAfter(at);
    }
    const alone = this.#search(-leastGain);
    return alone.length === 0 ? alone : this.#search(companionLoss);
  }

  #search(mostLoss: number): readonly Replacement[] {
    this.#mostLoss = mostLoss;
    this.#found = [];
    for (let start = 0; start < this.#length; start++) {
      this.#start = start;
      this.#prices.fill(Number.NEGATIVE_INFINITY);
      this.#atLeast.fill(Number.NEGATIVE_INFINITY);
      const longest = Math.min(longestReplaced, this.#length - start);
      for (let size = longest; size >= 1; size--) {
        const price = this.#priceOf(start, start + size);
        this.#prices[size] = price;
        this.#atLeast[size] = Math.max(this.#atLeast[size + 1] ?? 0, price);
      }
      if ((this.#atLeast[1] ?? 0) > leastCost - mostLoss) this.#walk(0, start, 0, null, null);
    }
    return this.#found;
  }

  /** What the text between two places costs at most, as it stands. */
  #priceOf(start: number, end: number): number {
    return (this.#before[start] ?? 0) + (this.#after[end] ?? 0) - this.#total;
  }

  /** Whether a word below a node, one character further, can still be worth its cost. */
  #canGain(node: number, at: number, cost: number): boolean {
    const size = at - this.#start;
    const { here } = this.#model.promises;
    return (
      (this.#prices[size] ?? 0) + (here[node] ?? 0) > cost - this.#mostLoss ||
      this.#canGainBelow(node, at + 1, cost)
    );
  }

  /** The same for words that go on below the node and have one of its children at the place before `at`. */
  #canGainBelow(node: number, at: number, cost: number): boolean {
    const size = at - this.#start;
    const { next, later } = this.#model.promises;
    const needed = cost - this.#mostLoss;
    return (
      (this.#prices[size] ?? 0) + (next[node] ?? 0) > needed ||
      (this.#atLeast[size + 1] ?? 0) + (later[node] ?? 0) > needed
    );
  }

  #walk(node: number, at: number, cost: number, first: Change | null, second: Change | null): void {
    const size = at - this.#start;
    if (first !== null && this.#model.mayReplace(node)) this.#propose(node, at, cost, first, second);
    if (size >= longestReplaced || at >= this.#length) return;
    const code = this.#codes[at] ?? 0;
    const child = this.#model.childOf(node, code);
    if (child >= 0 && this.#canGain(child, at + 1, first === null ? leastCost : cost))
      this.#walk(child, at + 1, cost, first, second);
    if (second === null) this.#change(node, at, cost, first, code);
  }

  #change(node: number, at: number, cost: number, first: Change | null, code: number): void {
    const { confusions } = this.#model;
    const sign = confusions.indexOf(code);
    if (sign < 0) return;
    const before = first === null ? cost : cost + secondCost;
    if (!this.#canGainBelow(node, at + 1, before + leastCost)) return;
    if (node === 0) {
      this.#changeFirst(sign, at);
      return;
    }
    const low = confusions.starts[sign] ?? 0;
    const high = confusions.starts[sign + 1] ?? 0;
    const { kids, hopes } = this.#hopefulKids[node] ?? this.#rememberKids(node);
    const needed = before + leastCost - this.#mostLoss - (this.#atLeast[at + 1 - this.#start] ?? 0);
    for (let place = 0; place < kids.length && (hopes[place] ?? 0) > needed; place++) {
      const kid = kids[place] ?? 0;
      if (!this.#canGain(kid, at + 1, before + leastCost)) continue;
      const index = placeOf(confusions.codes, low, high, this.#model.signOf(kid));
      if (index >= 0) this.#take(kid, at, before, first, index);
    }
  }

  /** Children of a node, the most hopeful first. */
  #rememberKids(node: number): HopefulKids {
    const { here, next, later } = this.#model.promises;
    const hopeOf = (kid: number) => Math.max(here[kid] ?? 0, next[kid] ?? 0, later[kid] ?? 0);
    const end = this.#model.firstChildOf(node + 1);
    const found: number[] = [];
    for (let kid = this.#model.firstChildOf(node); kid < end; kid++)
      if (hopeOf(kid) > Number.NEGATIVE_INFINITY) found.push(kid);
    found.sort((left, right) => hopeOf(right) - hopeOf(left));
    const remembered = { kids: Int32Array.from(found), hopes: Float64Array.from(found, hopeOf) };
    this.#hopefulKids[node] = remembered;
    return remembered;
  }

  /** The first character of a word: most words have it wrong nowhere, so the hopeful ones come first and the rest is left. */
  #changeFirst(sign: number, at: number): void {
    const { kids, indexes, hopes } = this.#beginnings[sign] ?? this.#rememberBeginnings(sign);
    const needed = -this.#mostLoss - (this.#atLeast[1] ?? 0);
    for (let place = 0; place < kids.length && (hopes[place] ?? 0) > needed; place++)
      this.#take(kids[place] ?? 0, at, 0, null, indexes[place] ?? 0);
  }

  #rememberBeginnings(sign: number): Beginnings {
    const { confusions } = this.#model;
    const found: { kid: number; index: number; hope: number }[] = [];
    const high = confusions.starts[sign + 1] ?? 0;
    for (let index = confusions.starts[sign] ?? 0; index < high; index++) {
      const kid = this.#model.childOf(0, confusions.codes[index] ?? 0);
      if (kid < 0) continue;
      const { here, next, later } = this.#model.promises;
      const best = Math.max(here[kid] ?? 0, next[kid] ?? 0, later[kid] ?? 0);
      const hope = best - (confusions.costs[index] ?? 0);
      if (hope > Number.NEGATIVE_INFINITY) found.push({ kid, index, hope });
    }
    found.sort((left, right) => right.hope - left.hope);
    const beginnings = {
      kids: Int32Array.from(found, ({ kid }) => kid),
      indexes: Int32Array.from(found, ({ index }) => index),
      hopes: Float64Array.from(found, ({ hope }) => hope),
    };
    this.#beginnings[sign] = beginnings;
    return beginnings;
  }

  #take(kid: number, at: number, cost: number, first: Change | null, index: number): void {
    const { confusions } = this.#model;
    const code = confusions.codes[index] ?? 0;
    // A number in place of another is a matter, not a spelling.
    if (numerals.has(code) && numerals.has(this.#codes[at] ?? 0)) return;
    const more = cost + (confusions.costs[index] ?? 0);
    if (!this.#canGain(kid, at + 1, more)) return;
    const change = { at, code, kind: confusions.kinds[index] ?? 0 };
    this.#walk(kid, at + 1, more, first ?? change, first === null ? null : change);
  }

  #propose(word: number, end: number, cost: number, first: Change, second: Change | null): void {
    const start = this.#start;
    const size = end - start;
    if (second !== null && size < twoChangesFrom) return;
    const price = cost + (size === 1 ? singleSignCost : 0);
    const atMost = this.#priceOf(start, end) + (this.#model.bestLogs[word] ?? 0) - price;
    if (atMost <= -this.#mostLoss) return;
    const gain =
      this.#lattice.scoreBefore(start, word) + this.#lattice.scoreAfter(end, word) - price - this.#total;
    if (gain <= -this.#mostLoss) return;
    const changes = second === null ? [first] : [first, second];
    this.#found.push({ start, end, word, cost: price, changes, gain });
  }
}

/** Place of a code in a sorted stretch, -1 when it is not there. */
function placeOf(codes: Uint16Array, from: number, to: number, code: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((codes[middle] ?? 0) < code) low = middle + 1;
    else high = middle;
  }
  return low < to && codes[low] === code ? low : -1;
}
