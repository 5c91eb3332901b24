/**
 * Words that could be meant where others stand: walks the tree of words along the text and lets one or two characters be
 * taken for others. Only places where the text as it stands is improbable are looked at, so that sound text costs little. Pure.
 */
import { HopefulNodes } from './hopeful-nodes.ts';
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

/** Replacements kept that begin at one place, the best of them: more only repeat that the text is improbable. */
const mostOfPlace = 16;

const numerals = new Set([...'〇零一二三四五六七八九十百千万亿两'].map((sign) => sign.charCodeAt(0)));

interface Change {
  readonly at: number;
  readonly code: number;
  readonly kind: number;
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
  readonly #hopeful: HopefulNodes;
  /** By the size of a replaced stretch: what exactly such a stretch costs at most as it stands, and the most of it or a longer one. */
  readonly #prices = new Float64Array(longestReplaced + 3);
  readonly #atLeast = new Float64Array(longestReplaced + 3);
  /** By the size of a replaced stretch: what any word of that size can win before it has cost anything, and of that or a larger size. */
  readonly #most = new Float64Array(longestReplaced + 3);
  readonly #mostFrom = new Float64Array(longestReplaced + 3);

  constructor(model: TypoModel, lattice: WordLattice) {
    this.#model = model;
    this.#lattice = lattice;
    this.#hopeful = new HopefulNodes(model);
  }

  /**
   * Replacements worth weighing in a run whose lattice is scored both ways with `total` as its best. A run in which
   * nothing gains alone has none; else those that lose a little alone are there too, since they may gain together.
   */
  find(codes: Uint16Array, length: number, total: number): readonly Replacement[] {
    this.#codes = codes;
    this.#length = length;
    this.#total = total;
    this.#hopeful.forgetWhenLarge();
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
      this.#most.fill(Number.NEGATIVE_INFINITY);
      this.#mostFrom.fill(Number.NEGATIVE_INFINITY);
      const longest = Math.min(longestReplaced, this.#length - start);
      for (let size = longest; size >= 1; size--) {
        const price = this.#priceOf(start, start + size);
        this.#prices[size] = price;
        this.#atLeast[size] = Math.max(this.#atLeast[size + 1] ?? 0, price);
        const most = this.#lattice.mostWith(start, size) + (this.#after[start + size] ?? 0) - this.#total;
        this.#most[size] = most;
        this.#mostFrom[size] = Math.max(this.#mostFrom[size + 1] ?? 0, most);
      }
      const before = this.#found.length;
      if ((this.#mostFrom[1] ?? 0) > leastCost - mostLoss) this.#walk(0, start, 0, null, null);
      if (this.#found.length - before > mostOfPlace) {
        const here = this.#found.splice(before).sort((left, right) => right.gain - left.gain);
        this.#found.push(...here.slice(0, mostOfPlace));
      }
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
    const needed = cost - this.#mostLoss;
    if ((this.#mostFrom[size] ?? 0) <= needed) return false;
    const { here } = this.#model.promises;
    return (
      ((this.#most[size] ?? 0) > needed && (this.#prices[size] ?? 0) + (here[node] ?? 0) > needed) ||
      this.#canGainBelow(node, at + 1, cost)
    );
  }

  /** The same for words that go on below the node and have one of its children at the place before `at`. */
  #canGainBelow(node: number, at: number, cost: number): boolean {
    const size = at - this.#start;
    const needed = cost - this.#mostLoss;
    if ((this.#mostFrom[size] ?? 0) <= needed) return false;
    const { next, later } = this.#model.promises;
    return (
      ((this.#most[size] ?? 0) > needed && (this.#prices[size] ?? 0) + (next[node] ?? 0) > needed) ||
      ((this.#mostFrom[size + 1] ?? 0) > needed &&
        (this.#atLeast[size + 1] ?? 0) + (later[node] ?? 0) > needed)
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

  /** Other characters at a place, the first of the word or a later one. */
  #change(node: number, at: number, cost: number, first: Change | null, code: number): void {
    const sign = this.#model.confusions.indexOf(code);
    if (sign < 0) return;
    const before = first === null ? cost : cost + secondCost;
    if (!this.#canGainBelow(node, at + 1, before + (this.#hopeful.leastCosts[sign] ?? 0))) return;
    if (node === 0) this.#changeFirst(sign, at);
    else this.#changeKids(node, sign, at, before, first);
  }

  #changeKids(node: number, sign: number, at: number, cost: number, first: Change | null): void {
    const least = cost + (this.#hopeful.leastCosts[sign] ?? 0) - this.#mostLoss;
    if ((this.#mostFrom[at + 1 - this.#start] ?? 0) <= least) return;
    const { kids } = this.#hopeful;
    kids.seek(node, sign);
    const needed = cost - this.#mostLoss - (this.#atLeast[at + 1 - this.#start] ?? 0);
    const { from, to } = kids;
    for (let place = from; place < to && (kids.hopes[place] ?? 0) > needed; place++) {
      const index = kids.confusions[place] ?? 0;
      const kid = kids.nodes[place] ?? 0;
      const more = cost + (this.#model.confusions.costs[index] ?? 0);
      if (!this.#canGain(kid, at + 1, more)) continue;
      const change = this.#changeTo(index, at);
      if (change !== null) this.#walk(kid, at + 1, more, first ?? change, first === null ? null : change);
    }
  }

  /** Another first character: alone, with what follows it as it stands, and with another second one. */
  #changeFirst(sign: number, at: number): void {
    const { singles, beginnings, seconds, pairs, leastCosts } = this.#hopeful;
    const { costs, indexOf } = this.#model.confusions;
    singles.seek(sign, 0);
    const neededAlone =
      (this.#most[1] ?? 0) > leastCost + singleSignCost - this.#mostLoss
        ? singleSignCost - this.#mostLoss - (this.#prices[1] ?? 0)
        : Number.POSITIVE_INFINITY;
    for (let at0 = singles.from; at0 < singles.to && (singles.hopes[at0] ?? 0) > neededAlone; at0++) {
      const index = singles.confusions[at0] ?? 0;
      const change = this.#changeTo(index, at);
      if (change !== null) this.#propose(singles.nodes[at0] ?? 0, at + 1, costs[index] ?? 0, change, null);
    }
    if (at + 1 >= this.#length) return;
    const code = this.#codes[at + 1] ?? 0;
    const needed = -this.#mostLoss - (this.#atLeast[2] ?? 0);
    if ((this.#mostFrom[2] ?? 0) <= (leastCosts[sign] ?? 0) - this.#mostLoss) return;
    beginnings.seek(sign, 0);
    if (beginnings.from === beginnings.to || (beginnings.hopes[beginnings.from] ?? 0) <= needed) return;
    seconds.seek(sign, code);
    const { from: begin, to: end } = seconds;
    for (let place = begin; place < end && (seconds.hopes[place] ?? 0) > needed; place++) {
      const index = seconds.confusions[place] ?? 0;
      const node = seconds.nodes[place] ?? 0;
      const cost = costs[index] ?? 0;
      if (!this.#canGain(node, at + 2, cost)) continue;
      const change = this.#changeTo(index, at);
      if (change !== null) this.#walk(node, at + 2, cost, change, null);
    }
    const next = indexOf(code);
    if (next < 0) return;
    const leastTwice = (leastCosts[sign] ?? 0) + (leastCosts[next] ?? 0) + secondCost;
    if ((this.#mostFrom[2] ?? 0) <= leastTwice - this.#mostLoss) return;
    pairs.seek(sign, next);
    const { from: start, to: stop } = pairs;
    for (let place = start; place < stop && (pairs.hopes[place] ?? 0) > needed + secondCost; place++) {
      const [index, other] = [pairs.confusions[place] ?? 0, pairs.others[place] ?? 0];
      const node = pairs.nodes[place] ?? 0;
      const cost = (costs[index] ?? 0) + secondCost + (costs[other] ?? 0);
      if (!this.#canGain(node, at + 2, cost)) continue;
      const [one, two] = [this.#changeTo(index, at), this.#changeTo(other, at + 1)];
      if (one !== null && two !== null) this.#walk(node, at + 2, cost, one, two);
    }
  }

  /** A number in place of another is a matter, not a spelling: null. */
  #changeTo(index: number, at: number): Change | null {
    const { codes, kinds } = this.#model.confusions;
    const code = codes[index] ?? 0;
    if (numerals.has(code) && numerals.has(this.#codes[at] ?? 0)) return null;
    return { at, code, kind: kinds[index] ?? 0 };
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
