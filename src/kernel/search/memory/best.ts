/** Keeps the best few of many found documents, behind the place where the page before ended. */
import type { SearchOrder } from '../plan.ts';
import type { HeldSegment } from './memory-index.ts';

export interface Found {
  readonly held: HeldSegment;
  readonly doc: number;
  readonly score: number;
  readonly day: number;
  readonly rank: number;
}

export class Best {
  readonly #order: SearchOrder;
  readonly #limit: number;
  readonly #after: readonly [score: number, day: number, rank: number] | null;
  /** A heap with the worst on top. */
  readonly #heap: Found[] = [];

  constructor(order: SearchOrder, limit: number, after: readonly (string | number)[] | null) {
    this.#order = order;
    this.#limit = limit;
    const [engine, score, day, rank] = after ?? [];
    this.#after =
      engine === 'm' && typeof score === 'number' && typeof day === 'number' && typeof rank === 'number'
        ? [score, day, rank]
        : null;
  }

  /** Above zero when the first stands before the second. */
  #compare(
    score: number,
    day: number,
    rank: number,
    other: Found | readonly [number, number, number],
  ): number {
    const [otherScore, otherDay, otherRank] = 'held' in other ? [other.score, other.day, other.rank] : other;
    const byScore = score - otherScore;
    const byDay = day - otherDay;
    return (this.#order === 'day' ? byDay || byScore : byScore || byDay) || rank - otherRank;
  }

  offer(held: HeldSegment, doc: number, score: number, day: number, rank: number): void {
    const heap = this.#heap;
    const worst = heap[0];
    const isFull = heap.length >= this.#limit;
    if (isFull && (worst === undefined || this.#compare(score, day, rank, worst) <= 0)) return;
    if (this.#after !== null && this.#compare(score, day, rank, this.#after) >= 0) return;
    const found = { held, doc, score, day, rank };
    if (isFull) this.#sink(found);
    else this.#rise(found);
  }

  #isWorse(left: Found, right: Found): boolean {
    return this.#compare(left.score, left.day, left.rank, right) < 0;
  }

  #rise(found: Found): void {
    const heap = this.#heap;
    let at = heap.length;
    heap.push(found);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = heap[above];
      if (other === undefined || !this.#isWorse(found, other)) break;
      heap[at] = other;
      at = above;
    }
    heap[at] = found;
  }

  #sink(found: Found): void {
    const heap = this.#heap;
    let at = 0;
    for (;;) {
      let below = at * 2 + 1;
      let other = heap[below];
      if (other === undefined) break;
      const sibling = heap[below + 1];
      if (sibling !== undefined && this.#isWorse(sibling, other)) {
        below += 1;
        other = sibling;
      }
      if (!this.#isWorse(other, found)) break;
      heap[at] = other;
      at = below;
    }
    heap[at] = found;
  }

  /** The best, best first. */
  finish(): Found[] {
    return [...this.#heap].sort((left, right) => this.#compare(right.score, right.day, right.rank, left));
  }
}
