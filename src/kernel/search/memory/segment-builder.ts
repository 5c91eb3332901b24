/** Builds a segment from documents, one after the other. What a word's list looks like is said in `segment.ts`. */
import { facetValue } from '../searchable.ts';
import type { AnalysedText } from '../words/analyse-text.ts';
import { BytePool } from './bytes.ts';
import { PostingsWriter } from './postings-writer.ts';
import { noDay, Segment } from './segment.ts';
import { hashOfText, stringTableParts } from './string-table.ts';

/** What the index knows of a document beside its words. */
export interface IndexedDocument {
  readonly kind: string;
  readonly objectId: string;
  readonly isPublic: boolean;
  readonly unitId: string | null;
  /** Days since 1970; null for none. */
  readonly dayNumber: number | null;
  /** Facet values by facet; a value once. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
}

/** Saturation and length of BM25 (Robertson 1994), and how much more a word in the title counts. */
const saturation = 1.2;
const lengthWeight = 0.6;
const titleWeight = 6;
/** Smallest words of a usual document; a fixed figure, so that weights of segments built at any time compare. */
const usualLength = 400;
/** Places of a word kept for phrases in one document. */
const mostPlaces = 4000;

/** A word's weight in a document from 1 to 255: BM25 without the rarity of the word, which is known when asking. */
export function weightOfWord(titleCount: number, bodyCount: number, length: number): number {
  const norm = 1 - lengthWeight + (lengthWeight * length) / usualLength;
  const count = titleWeight * titleCount + bodyCount / norm;
  return Math.max(1, Math.round((255 * count) / (count + saturation)));
}

/** The key of a document in the index. */
export function documentKey(kind: string, objectId: string): string {
  return `${kind} ${objectId}`;
}

/** The value that stands for a unit. */
export function unitValue(unitId: string): string {
  return facetValue('', unitId);
}

export class SegmentBuilder {
  readonly #termNumbers = new Map<string, number>();
  readonly #docCounts: number[] = [];
  readonly #lastDocs: number[] = [];
  readonly #pool = new BytePool();
  readonly #valueNumbers = new Map<string, number>();
  readonly #documents: IndexedDocument[] = [];
  readonly #facets: number[] = [];
  readonly #facetStarts: number[] = [0];

  get docCount(): number {
    return this.#documents.length;
  }

  #termNumber(word: string): number {
    const known = this.#termNumbers.get(word);
    if (known !== undefined) return known;
    const number = this.#pool.open();
    this.#termNumbers.set(word, number);
    this.#docCounts.push(0);
    this.#lastDocs.push(-1);
    return number;
  }

  #valueNumber(value: string): number {
    const number = this.#valueNumbers.get(value) ?? this.#valueNumbers.size;
    this.#valueNumbers.set(value, number);
    return number;
  }

  #addPosting(term: number, doc: number, weight: number): void {
    this.#pool.pushVarint(term, doc - (this.#lastDocs[term] ?? -1) - 1);
    this.#pool.push(term, weight);
    this.#lastDocs[term] = doc;
    this.#docCounts[term] = (this.#docCounts[term] ?? 0) + 1;
  }

  #addPlaces(term: number, places: readonly number[]): void {
    const kept = Math.min(places.length, mostPlaces);
    this.#pool.pushVarint(term, kept);
    let last = 0;
    for (let index = 0; index < kept; index++) {
      const place = places[index] ?? 0;
      this.#pool.pushVarint(term, place - last);
      last = place;
    }
  }

  /** Adds a document; its title stands in front of its body, so that a phrase is found in both. */
  add(document: IndexedDocument, title: AnalysedText, body: AnalysedText): void {
    const doc = this.#documents.length;
    this.#documents.push(document);
    for (const [facet, values] of Object.entries(document.facets))
      for (const value of values) this.#facets.push(this.#valueNumber(facetValue(facet, value)));
    this.#facetStarts.push(this.#facets.length);
    if (document.unitId !== null) this.#valueNumber(unitValue(document.unitId));
    const length = title.atoms.length + body.atoms.length;
    const places = new Map<string, number[]>();
    const note = (atoms: readonly string[], first: number) => {
      for (let at = 0; at < atoms.length; at++) {
        const atom = atoms[at] ?? '';
        if (atom === '') continue;
        const list = places.get(atom);
        if (list === undefined) places.set(atom, [first + at]);
        else list.push(first + at);
      }
    };
    // One place between the two, over which no phrase reaches.
    const bodyStart = title.atoms.length + 1;
    note(title.atoms, 0);
    note(body.atoms, bodyStart);
    for (const [atom, list] of places) {
      const inTitle = list.findIndex((place) => place >= bodyStart);
      const titleCount = inTitle === -1 ? list.length : inTitle;
      const term = this.#termNumber(atom);
      this.#addPosting(term, doc, weightOfWord(titleCount, list.length - titleCount, length));
      this.#addPlaces(term, list);
    }
    const counts = new Map<string, { title: number; body: number }>();
    const count = (words: readonly string[], part: 'title' | 'body') => {
      for (const word of words) {
        // Signs may be cut in two ways: a longer word here, one smallest word there.
        if (places.has(word)) continue;
        const met = counts.get(word) ?? { title: 0, body: 0 };
        met[part] += 1;
        counts.set(word, met);
      }
    };
    count(title.longer, 'title');
    count(body.longer, 'body');
    for (const [word, met] of counts) {
      const term = this.#termNumber(word);
      this.#addPosting(term, doc, weightOfWord(met.title, met.body, length));
      this.#pool.pushVarint(term, 0);
    }
  }

  /** The finished segment; the builder is of no use afterwards. */
  finish(): Segment {
    const writer = new PostingsWriter();
    for (let term = 0; term < this.#docCounts.length; term++) {
      const reader = this.#pool.reader(term);
      writer.beginTerm();
      let doc = -1;
      while (reader.hasMore()) {
        doc += reader.nextVarint() + 1;
        writer.add(doc, reader.next());
        const places = reader.nextVarint();
        writer.pushPlace(places);
        for (let place = 0; place < places; place++) writer.pushPlace(reader.nextVarint());
      }
      writer.endTerm();
    }
    return segmentOf({
      terms: [...this.#termNumbers.keys()],
      values: [...this.#valueNumbers.keys()],
      documents: this.#documents,
      facets: this.#facets,
      facetStarts: this.#facetStarts,
      lists: writer.finish(),
      unitNumber: (unitId) => this.#valueNumbers.get(unitValue(unitId)) ?? -1,
    });
  }
}

/** Puts the arrays of a new segment together. */
function segmentOf(parts: {
  readonly terms: readonly string[];
  readonly values: readonly string[];
  readonly documents: readonly IndexedDocument[];
  readonly facets: readonly number[];
  readonly facetStarts: readonly number[];
  readonly lists: ReturnType<PostingsWriter['finish']>;
  readonly unitNumber: (unitId: string) => number;
}): Segment {
  const { documents } = parts;
  const terms = stringTableParts(parts.terms);
  const keyTexts = documents.map(({ kind, objectId }) => documentKey(kind, objectId));
  const keys = stringTableParts(keyTexts);
  const values = stringTableParts(parts.values);
  return new Segment({
    termSlots: terms.slots,
    termStarts: terms.starts,
    termUnits: terms.units,
    ...parts.lists,
    keySlots: keys.slots,
    keyStarts: keys.starts,
    keyUnits: keys.units,
    days: Int32Array.from(documents, ({ dayNumber }) => dayNumber ?? noDay),
    ranks: Uint32Array.from(keyTexts, hashOfText),
    isPublic: Uint8Array.from(documents, ({ isPublic }) => (isPublic ? 1 : 0)),
    units: Int32Array.from(documents, ({ unitId }) => (unitId === null ? -1 : parts.unitNumber(unitId))),
    facetStarts: Uint32Array.from(parts.facetStarts),
    facets: Uint32Array.from(parts.facets),
    valueSlots: values.slots,
    valueStarts: values.starts,
    valueUnits: values.units,
  });
}
