/** Writes the lists of words, block by block, in the order of their numbers. The form is said in `segment.ts`. */
import { ByteList } from './bytes.ts';
import { blockSize, type SegmentArrays } from './segment.ts';

export type PostingArrays = Pick<
  SegmentArrays,
  'docCounts' | 'firstBlocks' | 'blockLasts' | 'blockStarts' | 'blockPositions' | 'postings' | 'positions'
>;

export class PostingsWriter {
  readonly #postings = new ByteList();
  readonly #positions = new ByteList();
  readonly #docCounts: number[] = [];
  readonly #firstBlocks: number[] = [0];
  readonly #blockLasts: number[] = [];
  readonly #blockStarts: number[] = [];
  readonly #blockPositions: number[] = [];
  readonly #weights = new Uint8Array(blockSize);
  #inBlock = 0;
  #lastDoc = -1;
  #count = 0;

  beginTerm(): void {
    this.#lastDoc = -1;
    this.#count = 0;
  }

  /** Adds the next document of the word; its places follow by `pushPlace`. */
  add(doc: number, weight: number): void {
    if (this.#inBlock === blockSize) this.#endBlock();
    if (this.#inBlock === 0) {
      this.#blockStarts.push(this.#postings.length);
      this.#blockPositions.push(this.#positions.length);
    }
    this.#postings.pushVarint(doc - this.#lastDoc - 1);
    this.#weights[this.#inBlock++] = weight;
    this.#lastDoc = doc;
    this.#count += 1;
  }

  /** How many places, then each as a step from the one before. */
  pushPlace(value: number): void {
    this.#positions.pushVarint(value);
  }

  #endBlock(): void {
    for (let at = 0; at < this.#inBlock; at++) this.#postings.push(this.#weights[at] ?? 1);
    this.#blockLasts.push(this.#lastDoc);
    this.#inBlock = 0;
  }

  /** Ends the word; returns how many documents hold it. */
  endTerm(): number {
    if (this.#inBlock > 0) this.#endBlock();
    this.#docCounts.push(this.#count);
    this.#firstBlocks.push(this.#blockLasts.length);
    return this.#count;
  }

  finish(): PostingArrays {
    return {
      docCounts: Uint32Array.from(this.#docCounts),
      firstBlocks: Uint32Array.from(this.#firstBlocks),
      blockLasts: Int32Array.from(this.#blockLasts),
      blockStarts: Uint32Array.from(this.#blockStarts),
      blockPositions: Uint32Array.from(this.#blockPositions),
      postings: this.#postings.finish(),
      positions: this.#positions.finish(),
    };
  }
}
