/**
 * The index in memory: segments that never change, which of their documents are gone, and what was changed since. Put,
 * remove, find, merge. Lives in one thread; knows neither database nor files.
 */

import { mergeFacetCounts } from '../facet-counts.ts';
import type { PlanAnswer, PlanHit, SearchPlan } from '../plan.ts';
import { facetSeparator } from '../searchable.ts';
import { Best, type Found } from './best.ts';
import type { Segment } from './segment.ts';
import { facetNumbers, searchSegment } from './segment-search.ts';

/** A segment and what of it is gone. */
export interface HeldSegment {
  /** Names the segment for whoever keeps it. */
  readonly id: string;
  readonly segment: Segment;
  /** One bit a document. */
  readonly deleted: Uint8Array;
  deletedCount: number;
}

export function holdSegment(id: string, segment: Segment, deleted?: Uint8Array): HeldSegment {
  const bits = new Uint8Array((segment.docCount + 7) >> 3);
  if (deleted !== undefined) bits.set(deleted.subarray(0, bits.length));
  let deletedCount = 0;
  for (let doc = 0; doc < segment.docCount; doc++) if (isDeleted(bits, doc)) deletedCount += 1;
  return { id, segment, deleted: bits, deletedCount };
}

export function isDeleted(bits: Uint8Array, doc: number): boolean {
  return ((bits[doc >> 3] ?? 0) & (1 << (doc & 7))) !== 0;
}

/** Scores are compared and handed out in thousandths, so that a place survives being written down. */
const scoreGrain = 1000;
const weightScale = 255;

export class MemoryIndex {
  #held: HeldSegment[] = [];

  get segments(): readonly HeldSegment[] {
    return this.#held;
  }

  /** Documents that can be found. */
  get docCount(): number {
    return this.#held.reduce((sum, held) => sum + held.segment.docCount - held.deletedCount, 0);
  }

  #forget(key: string, among: readonly HeldSegment[]): void {
    for (const held of among) {
      const doc = held.segment.keys.find(key);
      if (doc === -1 || isDeleted(held.deleted, doc)) continue;
      held.deleted[doc >> 3] = (held.deleted[doc >> 3] ?? 0) | (1 << (doc & 7));
      held.deletedCount += 1;
    }
  }

  /** Adds documents; earlier ones of the same key are gone from then on. */
  add(held: HeldSegment): void {
    for (let doc = 0; doc < held.segment.docCount; doc++)
      if (!isDeleted(held.deleted, doc)) this.#forget(held.segment.keys.at(doc), this.#held);
    this.#held.push(held);
    this.#dropEmpty();
  }

  /** Takes over segments that are known to share no document (a saved index). */
  load(held: readonly HeldSegment[]): void {
    this.#held = [...held];
  }

  /** Documents with these keys are found no more. */
  remove(keys: readonly string[]): void {
    for (const key of keys) this.#forget(key, this.#held);
    this.#dropEmpty();
  }

  #dropEmpty(): void {
    this.#held = this.#held.filter((held) => held.deletedCount < held.segment.docCount);
  }

  /**
   * Puts a merged segment in the place of those it was made of. What was deleted while it was being made is deleted in
   * it too.
   */
  replace(ids: readonly string[], merged: HeldSegment): void {
    const old = this.#held.filter((held) => ids.includes(held.id));
    for (let doc = 0; doc < merged.segment.docCount; doc++) {
      const key = merged.segment.keys.at(doc);
      const isAlive = old.some((held) => {
        const place = held.segment.keys.find(key);
        return place !== -1 && !isDeleted(held.deleted, place);
      });
      if (!isAlive) this.#forget(key, [merged]);
    }
    this.#held = [...this.#held.filter((held) => !ids.includes(held.id)), merged];
    this.#dropEmpty();
  }

  #rarities(plan: SearchPlan): Map<string, number> {
    const rarities = new Map<string, number>();
    const total = this.#held.reduce((sum, held) => sum + held.segment.docCount, 0);
    for (const term of plan.must)
      for (const { tokens } of term.alternatives)
        for (const token of tokens) {
          let count = 0;
          for (const { segment } of this.#held) {
            const number = segment.terms.find(token);
            if (number !== -1) count += segment.arrays.docCounts[number] ?? 0;
          }
          rarities.set(token, Math.log(1 + (total - count + 0.5) / (count + 0.5)) / weightScale);
        }
    return rarities;
  }

  /** Answers a plan. A place of another engine is the first page. */
  find(plan: SearchPlan): PlanAnswer {
    const rarities = this.#rarities(plan);
    const rarityOf = (token: string) => rarities.get(token) ?? 0;
    const best = new Best(plan.order, plan.limit, plan.after);
    const counted = new Map<string, number>();
    let total = 0;
    for (const held of this.#held) {
      const { segment } = held;
      const { days, ranks } = segment.arrays;
      const counts = new Uint32Array(segment.values.count);
      const numbers = facetNumbers(segment, plan.facets);
      searchSegment(segment, held.deleted, plan, { numbers, counts }, rarityOf, (doc, score) => {
        total += 1;
        best.offer(held, doc, Math.round(score * scoreGrain), days[doc] ?? 0, ranks[doc] ?? 0);
      });
      for (let value = 0; value < counts.length; value++) {
        const count = counts[value] ?? 0;
        if (count === 0) continue;
        const text = segment.values.at(value);
        counted.set(text, (counted.get(text) ?? 0) + count);
      }
    }
    return {
      hits: best.finish().map(hitOf),
      total,
      facets: mergeFacetCounts(
        plan.facets,
        [...counted].map(([text, count]) => {
          const [facet = '', value = ''] = text.split(facetSeparator);
          return { facet, value, count };
        }),
      ),
    };
  }
}

function hitOf(found: Found): PlanHit {
  const key = found.held.segment.keys.at(found.doc);
  const border = key.indexOf(' ');
  return {
    kind: key.slice(0, border),
    objectId: key.slice(border + 1),
    place: ['m', found.score, found.day, found.rank],
  };
}
