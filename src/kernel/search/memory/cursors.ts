/** Walks along the documents of a word of one segment, in order, skipping whole blocks, with weights and places. */
import { blockSize, type Segment } from './segment.ts';

/** Past the last document. */
export const noMore = 0x7fffffff;

/** A walk over documents in rising order; begins at the first. */
export interface Cursor {
  /** The document it stands at; `noMore` at the end. */
  doc: number;
  /** Upper bound of how many documents follow. */
  readonly count: number;
  /** Steps to the first document at or behind a place. */
  advance: (target: number) => void;
  /** Weight of the word in this document. */
  weight: () => number;
}

export class PostingCursor implements Cursor {
  doc = -1;
  readonly count: number;
  readonly #postings: Uint8Array;
  readonly #positions: Uint8Array;
  readonly #segment: Segment;
  readonly #docs = new Int32Array(blockSize);
  readonly #lastBlock: number;
  #block: number;
  #size = 0;
  #at = 0;
  #weights = 0;
  /** Place in the block up to which positions were skipped, and where those of that document begin. */
  #placedAt = 0;
  #placedByte = 0;

  constructor(segment: Segment, term: number) {
    const { docCounts, firstBlocks, postings, positions } = segment.arrays;
    this.#segment = segment;
    this.#postings = postings;
    this.#positions = positions;
    this.count = docCounts[term] ?? 0;
    this.#block = firstBlocks[term] ?? 0;
    this.#lastBlock = (firstBlocks[term + 1] ?? 0) - 1;
    this.#openBlock(this.#block, this.#block, -1);
  }

  /** Reads the documents of a block; `first` is the word's first block, `before` the last document in front of it. */
  #openBlock(block: number, first: number, before: number): void {
    const { blockStarts, blockPositions, blockLasts } = this.#segment.arrays;
    const bytes = this.#postings;
    const docs = this.#docs;
    const size = block === this.#lastBlock ? ((this.count - 1) % blockSize) + 1 : blockSize;
    let at = blockStarts[block] ?? 0;
    let doc = block === first ? before : (blockLasts[block - 1] ?? -1);
    for (let index = 0; index < size; index++) {
      let byte = bytes[at++] ?? 0;
      let step = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = bytes[at++] ?? 0;
        step |= (byte & 0x7f) << shift;
      }
      doc += step + 1;
      docs[index] = doc;
    }
    this.#block = block;
    this.#size = size;
    this.#weights = at;
    this.#at = 0;
    this.#placedAt = 0;
    this.#placedByte = blockPositions[block] ?? 0;
    this.doc = docs[0] ?? noMore;
  }

  advance(target: number): void {
    if (this.doc >= target) return;
    const { blockLasts } = this.#segment.arrays;
    if ((blockLasts[this.#block] ?? noMore) < target) {
      let low = this.#block + 1;
      let step = 1;
      while (low + step <= this.#lastBlock && (blockLasts[low + step - 1] ?? noMore) < target) {
        low += step;
        step *= 2;
      }
      let high = Math.min(low + step, this.#lastBlock + 1);
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((blockLasts[middle] ?? noMore) < target) low = middle + 1;
        else high = middle;
      }
      if (low > this.#lastBlock) {
        this.doc = noMore;
        return;
      }
      this.#openBlock(low, -1, -1);
    }
    let at = this.#at;
    while (at < this.#size && (this.#docs[at] ?? noMore) < target) at++;
    this.#at = at;
    this.doc = this.#docs[at] ?? noMore;
  }

  weight(): number {
    return this.#postings[this.#weights + this.#at] ?? 0;
  }

  #varintEnd(start: number): number {
    let at = start;
    while ((this.#positions[at] ?? 0) >= 0x80) at++;
    return at + 1;
  }

  #varintAt(start: number): number {
    let value = 0;
    for (let at = start, shift = 0; ; at++, shift += 7) {
      const byte = this.#positions[at] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }

  /** Places of the word in this document, rising; none for a longer word. */
  places(): number[] {
    let byte = this.#placedByte;
    for (; this.#placedAt < this.#at; this.#placedAt++) {
      const count = this.#varintAt(byte);
      byte = this.#varintEnd(byte);
      for (let place = 0; place < count; place++) byte = this.#varintEnd(byte);
    }
    this.#placedByte = byte;
    const places: number[] = [];
    let place = 0;
    const count = this.#varintAt(byte);
    byte = this.#varintEnd(byte);
    for (let index = 0; index < count; index++) {
      place += this.#varintAt(byte);
      byte = this.#varintEnd(byte);
      places.push(place);
    }
    return places;
  }
}

/** Documents worked out beforehand: phrases and words that stand for each other. */
export class ListCursor implements Cursor {
  doc: number;
  readonly #docs: ArrayLike<number>;
  readonly #weights: ArrayLike<number>;
  #at = 0;

  constructor(docs: ArrayLike<number>, weights: ArrayLike<number>) {
    this.#docs = docs;
    this.#weights = weights;
    this.doc = docs[0] ?? noMore;
  }

  get count(): number {
    return this.#docs.length;
  }

  advance(target: number): void {
    if (this.doc >= target) return;
    let step = 1;
    let low = this.#at + 1;
    while ((this.#docs[low + step - 1] ?? noMore) < target) {
      low += step;
      step *= 2;
    }
    let high = Math.min(low + step, this.#docs.length);
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#docs[middle] ?? noMore) < target) low = middle + 1;
      else high = middle;
    }
    this.#at = low;
    this.doc = this.#docs[low] ?? noMore;
  }

  weight(): number {
    return this.#weights[this.#at] ?? 0;
  }
}

/** Every document of a segment, for questions that only narrow by facets. */
export class EveryCursor implements Cursor {
  doc = 0;
  readonly count: number;

  constructor(docCount: number) {
    this.count = docCount;
    if (docCount === 0) this.doc = noMore;
  }

  advance(target: number): void {
    if (target > this.doc) this.doc = target < this.count ? target : noMore;
  }

  weight(): number {
    return 0;
  }
}
