/**
 * All ways to cut a run of characters into words, as arcs, and the most probable of them (Viterbi 1967) under a model that
 * looks one word back. Replacements are arcs with a cost. Pure.
 */
import type { TypoModel } from './typo-model.ts';

const longestWord = 7;

export class WordLattice {
  readonly #model: TypoModel;
  #length = 0;
  #left = 0;
  #right = 0;
  #count = 0;
  #starts = new Int32Array(256);
  #ends = new Int32Array(256);
  #words = new Int32Array(256);
  #costs = new Float64Array(256);
  #isOff = new Uint8Array(256);
  #nextFrom = new Int32Array(256);
  #nextTo = new Int32Array(256);
  #forward = new Float64Array(256);
  #backward = new Float64Array(256);
  /** Scores from the left while some arcs are left out. */
  #again = new Float64Array(256);
  #before = new Int32Array(256);
  #headFrom = new Int32Array(64);
  #headTo = new Int32Array(64);

  constructor(model: TypoModel) {
    this.#model = model;
  }

  #grow(): void {
    const size = this.#starts.length * 2;
    const ints = (old: Int32Array) => {
      const grown = new Int32Array(size);
      grown.set(old);
      return grown;
    };
    const doubles = (old: Float64Array) => {
      const grown = new Float64Array(size);
      grown.set(old);
      return grown;
    };
    this.#starts = ints(this.#starts);
    this.#ends = ints(this.#ends);
    this.#words = ints(this.#words);
    this.#nextFrom = ints(this.#nextFrom);
    this.#nextTo = ints(this.#nextTo);
    this.#before = ints(this.#before);
    this.#costs = doubles(this.#costs);
    this.#forward = doubles(this.#forward);
    this.#backward = doubles(this.#backward);
    this.#again = doubles(this.#again);
    const off = new Uint8Array(size);
    off.set(this.#isOff);
    this.#isOff = off;
  }

  /** Adds an arc over `[start, end)` of the run and returns its number; word -1 is an unknown character. */
  add(start: number, end: number, word: number, cost: number): number {
    if (this.#count === this.#starts.length) this.#grow();
    const arc = this.#count++;
    this.#starts[arc] = start;
    this.#ends[arc] = end;
    this.#words[arc] = word;
    this.#costs[arc] = cost;
    this.#isOff[arc] = 0;
    this.#nextFrom[arc] = this.#headFrom[start] ?? -1;
    this.#headFrom[start] = arc;
    this.#nextTo[arc] = this.#headTo[end] ?? -1;
    this.#headTo[end] = arc;
    return arc;
  }

  /** Begins a run anew: the words the text has as it stands. */
  begin(codes: Uint16Array, length: number, left: number, right: number): void {
    this.#length = length;
    this.#left = left;
    this.#right = right;
    this.#count = 0;
    if (this.#headFrom.length <= length) {
      this.#headFrom = new Int32Array(length * 2);
      this.#headTo = new Int32Array(length * 2);
    }
    this.#headFrom.fill(-1, 0, length + 1);
    this.#headTo.fill(-1, 0, length + 1);
    const model = this.#model;
    for (let start = 0; start < length; start++) {
      let node = 0;
      let hasSign = false;
      for (let at = start; at < length && at < start + longestWord; at++) {
        node = model.childOf(node, codes[at] ?? 0);
        if (node < 0) break;
        if (!model.isWord(node)) continue;
        this.add(start, at + 1, node, 0);
        if (at === start) hasSign = true;
      }
      if (!hasSign) this.add(start, start + 1, -1, 0);
    }
  }

  wordOfArc(arc: number): number {
    return this.#words[arc] ?? -1;
  }

  /** Scores every arc from the left; returns the score of the best path. */
  scoreForward(): number {
    const model = this.#model;
    for (let at = 0; at < this.#length; at++) {
      for (let arc = this.#headFrom[at] ?? -1; arc >= 0; arc = this.#nextFrom[arc] ?? -1) {
        const word = this.#words[arc] ?? -1;
        let best = Number.NEGATIVE_INFINITY;
        let from = -1;
        if (at === 0) best = model.logAfter(this.#left, word);
        for (
          let other = at === 0 ? -1 : (this.#headTo[at] ?? -1);
          other >= 0;
          other = this.#nextTo[other] ?? -1
        ) {
          const score = (this.#forward[other] ?? 0) + model.logAfter(this.#words[other] ?? -1, word);
          if (score > best) {
            best = score;
            from = other;
          }
        }
        this.#forward[arc] = best - (this.#costs[arc] ?? 0);
        this.#before[arc] = from;
      }
    }
    return this.#bestEnd().score;
  }

  #bestEnd(): { readonly arc: number; readonly score: number } {
    let score = Number.NEGATIVE_INFINITY;
    let best = -1;
    for (let arc = this.#headTo[this.#length] ?? -1; arc >= 0; arc = this.#nextTo[arc] ?? -1) {
      const total = (this.#forward[arc] ?? 0) + this.#model.logAfter(this.#words[arc] ?? -1, this.#right);
      if (total > score) {
        score = total;
        best = arc;
      }
    }
    return { arc: best, score };
  }

  /** Arcs of the best path after `scoreForward`, from the left. */
  bestPath(): readonly number[] {
    const path: number[] = [];
    for (let { arc } = this.#bestEnd(); arc >= 0; arc = this.#before[arc] ?? -1) path.push(arc);
    return path.reverse();
  }

  /**
   * The best score when none of these arcs may be taken; call after scoring both ways. Only what they reach is scored
   * anew: what stands before them and what follows them is as it was.
   */
  bestWithout(arcs: readonly number[]): number {
    const model = this.#model;
    let low = this.#length;
    let high = 0;
    for (const arc of arcs) {
      this.#isOff[arc] = 1;
      low = Math.min(low, this.#starts[arc] ?? 0);
      high = Math.max(high, this.#ends[arc] ?? 0);
    }
    const upTo = (arc: number) =>
      ((this.#starts[arc] ?? 0) < low ? this.#forward[arc] : this.#again[arc]) ?? 0;
    let result = Number.NEGATIVE_INFINITY;
    for (let at = Math.max(0, Math.min(low, high - longestWord)); at < high; at++) {
      for (let arc = this.#headFrom[at] ?? -1; arc >= 0; arc = this.#nextFrom[arc] ?? -1) {
        if (this.#isOff[arc] === 1) continue;
        if (at >= low) {
          const word = this.#words[arc] ?? -1;
          let best = at === 0 ? model.logAfter(this.#left, word) : Number.NEGATIVE_INFINITY;
          for (
            let other = at === 0 ? -1 : (this.#headTo[at] ?? -1);
            other >= 0;
            other = this.#nextTo[other] ?? -1
          )
            if (this.#isOff[other] !== 1)
              best = Math.max(best, upTo(other) + model.logAfter(this.#words[other] ?? -1, word));
          this.#again[arc] = best - (this.#costs[arc] ?? 0);
        }
        if ((this.#ends[arc] ?? 0) >= high) result = Math.max(result, upTo(arc) + (this.#backward[arc] ?? 0));
      }
    }
    for (const arc of arcs) this.#isOff[arc] = 0;
    return result;
  }

  /** Scores what follows every arc. */
  scoreBackward(): void {
    const model = this.#model;
    for (let at = this.#length; at > 0; at--) {
      for (let arc = this.#headTo[at] ?? -1; arc >= 0; arc = this.#nextTo[arc] ?? -1) {
        const word = this.#words[arc] ?? -1;
        this.#backward[arc] =
          at === this.#length ? model.logAfter(word, this.#right) : this.scoreAfter(at, word);
      }
    }
  }

  /** Best score of all from `at` to the end when `word` ends there. */
  scoreAfter(at: number, word: number): number {
    if (at === this.#length) return this.#model.logAfter(word, this.#right);
    let best = Number.NEGATIVE_INFINITY;
    for (let arc = this.#headFrom[at] ?? -1; arc >= 0; arc = this.#nextFrom[arc] ?? -1) {
      const score =
        this.#model.logAfter(word, this.#words[arc] ?? -1) +
        (this.#backward[arc] ?? 0) -
        (this.#costs[arc] ?? 0);
      if (score > best) best = score;
    }
    return best;
  }

  /** Best score of all up to `at` when `word` begins there, without the word's own cost. */
  scoreBefore(at: number, word: number): number {
    if (at === 0) return this.#model.logAfter(this.#left, word);
    let best = Number.NEGATIVE_INFINITY;
    for (let arc = this.#headTo[at] ?? -1; arc >= 0; arc = this.#nextTo[arc] ?? -1) {
      const score = (this.#forward[arc] ?? 0) + this.#model.logAfter(this.#words[arc] ?? -1, word);
      if (score > best) best = score;
    }
    return best;
  }

  /** Best score of all up to `at`, whatever follows. */
  bestBefore(at: number): number {
    if (at === 0) return 0;
    let best = Number.NEGATIVE_INFINITY;
    for (let arc = this.#headTo[at] ?? -1; arc >= 0; arc = this.#nextTo[arc] ?? -1)
      best = Math.max(best, this.#forward[arc] ?? 0);
    return best;
  }

  /** Score that what follows `at` cannot exceed, whichever replacing word stands before. */
  mostAfter(at: number): number {
    if (at === this.#length) return this.#mostOf(this.#right);
    let best = Number.NEGATIVE_INFINITY;
    for (let arc = this.#headFrom[at] ?? -1; arc >= 0; arc = this.#nextFrom[arc] ?? -1)
      best = Math.max(best, this.#mostOf(this.#words[arc] ?? -1) + (this.#backward[arc] ?? 0));
    return best;
  }

  #mostOf(word: number): number {
    return word < 0 ? this.#model.logOf(-1) : (this.#model.bestLogsAfterReplacing[word] ?? 0);
  }

  /** Score that all up to and with a replacing word of a length cannot exceed when it begins at `at`. */
  mostWith(at: number, length: number): number {
    const model = this.#model;
    if (at === 0) return model.bestAfter(this.#left, length);
    let best = Number.NEGATIVE_INFINITY;
    for (let arc = this.#headTo[at] ?? -1; arc >= 0; arc = this.#nextTo[arc] ?? -1)
      best = Math.max(best, (this.#forward[arc] ?? 0) + model.bestAfter(this.#words[arc] ?? -1, length));
    return best;
  }
}
