/** Finds in one segment: which documents satisfy a plan, how well, and what their facets are. Knows no other segment. */
import type { PlanAlternative, PlanTerm, SearchPlan } from '../plan.ts';
import { facetValue } from '../searchable.ts';
import { type Cursor, EveryCursor, ListCursor, noMore, PostingCursor } from './cursors.ts';
import type { Segment } from './segment.ts';
import { unitValue } from './segment-builder.ts';

/** Rarity of words over all segments, by word. */
export type RarityOf = (token: string) => number;

/** A part of a facet a document may lack and still be counted for that facet itself. */
interface FacetFilter {
  readonly facet: number;
  readonly isWanted: Uint8Array;
}

/** One document that was found. */
export type HearDocument = (doc: number, score: number) => void;

/** Numbers of the facets that are counted, by value of the segment; -1 for values that are not. */
export function facetNumbers(segment: Segment, facets: readonly string[]): Int8Array {
  return Int8Array.from(segment.facetOfValue, (facet) => facets.indexOf(facet));
}

/** Places at which the words of a phrase stand one after the other. */
function countPhrase(cursors: readonly PostingCursor[]): number {
  const [first, ...rest] = cursors;
  let starts = first?.places() ?? [];
  for (const [index, cursor] of rest.entries()) {
    if (starts.length === 0) return 0;
    const places = new Set(cursor.places());
    starts = starts.filter((start) => places.has(start + index + 1));
  }
  return starts.length;
}

/** Documents that hold all words of an alternative, with their weights times rarity. */
function listAlternative(segment: Segment, alternative: PlanAlternative, rarityOf: RarityOf): ListCursor {
  const terms = alternative.tokens.map((token) => segment.terms.find(token));
  if (terms.includes(-1)) return new ListCursor([], []);
  const cursors = terms.map((term) => new PostingCursor(segment, term));
  const rarities = alternative.tokens.map((token) => rarityOf(token));
  // The rarest word leads; a word that is asked for twice has two cursors.
  const byCount = [...cursors].sort((left, right) => left.count - right.count);
  const docs: number[] = [];
  const weights: number[] = [];
  const [lead] = byCount;
  for (let doc = lead?.doc ?? noMore; doc !== noMore; ) {
    let next = doc;
    for (const cursor of byCount) {
      cursor.advance(next);
      if (cursor.doc !== next) {
        next = cursor.doc;
        break;
      }
    }
    if (next === doc) {
      if (!alternative.isPhrase || countPhrase(cursors) > 0) {
        let sum = 0;
        for (const [index, cursor] of cursors.entries()) sum += cursor.weight() * (rarities[index] ?? 0);
        docs.push(doc);
        weights.push(sum * alternative.weight);
      }
      next = doc + 1;
    }
    if (next === noMore) break;
    lead?.advance(next);
    doc = lead?.doc ?? noMore;
  }
  return new ListCursor(docs, weights);
}

/** Documents that satisfy one of several alternatives; the best of them weighs. */
function listEither(cursors: readonly ListCursor[]): ListCursor {
  const best = new Map<number, number>();
  for (const cursor of cursors)
    for (; cursor.doc !== noMore; cursor.advance(cursor.doc + 1))
      best.set(cursor.doc, Math.max(best.get(cursor.doc) ?? 0, cursor.weight()));
  const docs = Int32Array.from(best.keys()).sort();
  return new ListCursor(
    docs,
    Float64Array.from(docs, (doc) => best.get(doc) ?? 0),
  );
}

/** A cursor and what its weights are multiplied by. */
interface Weighted {
  readonly cursor: Cursor;
  readonly factor: number;
}

function openTerm(segment: Segment, term: PlanTerm, rarityOf: RarityOf): Weighted {
  const [only, ...others] = term.alternatives;
  if (only === undefined) return { cursor: new ListCursor([], []), factor: 0 };
  const [token] = only.tokens;
  if (others.length === 0 && only.tokens.length === 1 && token !== undefined) {
    const number = segment.terms.find(token);
    if (number === -1) return { cursor: new ListCursor([], []), factor: 0 };
    return { cursor: new PostingCursor(segment, number), factor: rarityOf(token) * only.weight };
  }
  const lists = term.alternatives.map((alternative) => listAlternative(segment, alternative, rarityOf));
  return { cursor: lists.length === 1 && lists[0] !== undefined ? lists[0] : listEither(lists), factor: 1 };
}

function wantedValues(segment: Segment, texts: readonly string[]): Uint8Array {
  const isWanted = new Uint8Array(segment.values.count);
  for (const text of texts) {
    const number = segment.values.find(text);
    if (number !== -1) isWanted[number] = 1;
  }
  return isWanted;
}

/**
 * Calls `hear` for each document of the segment that satisfies the plan, and counts facets into `counts` (by value of
 * the segment): a facet that is itself narrowed is counted as if it were not. Deleted documents do not exist.
 */
export function searchSegment(
  segment: Segment,
  deleted: Uint8Array,
  plan: SearchPlan,
  facets: { readonly numbers: Int8Array; readonly counts: Uint32Array },
  rarityOf: RarityOf,
  hear: HearDocument,
): void {
  const { arrays, docCount } = segment;
  const { facetStarts, facets: values, isPublic, units } = arrays;
  const must = plan.must.map((term) => openTerm(segment, term, rarityOf));
  if (must.length === 0) must.push({ cursor: new EveryCursor(docCount), factor: 0 });
  must.sort((left, right) => left.cursor.count - right.cursor.count);
  const mustNot = plan.mustNot.map((term) => openTerm(segment, term, rarityOf).cursor);
  const filters: FacetFilter[] = Object.entries(plan.filters).map(([facet, texts]) => ({
    facet: plan.facets.indexOf(facet),
    isWanted: wantedValues(
      segment,
      texts.map((text) => facetValue(facet, text)),
    ),
  }));
  const { audience } = plan;
  const isOwnUnit = wantedValues(segment, audience.kind === 'public' ? [] : audience.unitIds.map(unitValue));
  const lead = must[0]?.cursor ?? new EveryCursor(0);
  let doc = lead.doc;
  while (doc !== noMore) {
    let next = doc;
    for (let index = 1; index < must.length; index++) {
      const cursor = must[index]?.cursor ?? lead;
      cursor.advance(doc);
      if (cursor.doc !== doc) {
        next = cursor.doc;
        break;
      }
    }
    if (next !== doc) {
      if (next === noMore) return;
      lead.advance(next);
      doc = lead.doc;
      continue;
    }
    if (
      ((deleted[doc >> 3] ?? 0) & (1 << (doc & 7))) === 0 &&
      (isPublic[doc] === 1 || isOwnUnit[units[doc] ?? -1] === 1) &&
      !holdsAny(mustNot, doc)
    ) {
      const start = facetStarts[doc] ?? 0;
      const end = facetStarts[doc + 1] ?? 0;
      let missed = -2;
      for (const { facet, isWanted } of filters) {
        let has = false;
        for (let at = start; at < end && !has; at++) has = isWanted[values[at] ?? 0] === 1;
        if (has) continue;
        missed = missed === -2 ? facet : -3;
        if (missed === -1) missed = -3;
        if (missed === -3) break;
      }
      if (missed !== -3) {
        for (let at = start; at < end; at++) {
          const value = values[at] ?? 0;
          const facet = facets.numbers[value] ?? -1;
          if (facet === -1 || (missed !== -2 && facet !== missed)) continue;
          facets.counts[value] = (facets.counts[value] ?? 0) + 1;
        }
        if (missed === -2) {
          let score = 0;
          for (let index = 0; index < must.length; index++) {
            const one = must[index];
            if (one !== undefined) score += one.cursor.weight() * one.factor;
          }
          hear(doc, score);
        }
      }
    }
    lead.advance(doc + 1);
    doc = lead.doc;
  }
}

function holdsAny(cursors: readonly Cursor[], doc: number): boolean {
  for (const cursor of cursors) {
    cursor.advance(doc);
    if (cursor.doc === doc) return true;
  }
  return false;
}
