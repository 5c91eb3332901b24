/**
 * The words search knows: the shipped list with its frequencies (the word part of the spelling model) and the county's
 * own words above it. Cuts a run of Chinese into the likeliest words; knows nothing of indexes.
 */
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createBrotliDecompress } from 'node:zlib';
import { z } from 'zod';
import { installationRoot } from '../../worker-entry.ts';

/** Logarithm of the probability of a sign no list has as a word. */
const unknownLog = -14;
/** A word of the county counts as this likely, longer ones more: they were named because they belong together. */
const ownLog = -9;

const headingSchema = z.object({ places: z.record(z.string(), z.tuple([z.number(), z.number()])) });

/** What of the shipped file the cutting needs; it lies in front of the rest. */
interface ShippedWords {
  /** By node, level by level: the children of a node lie side by side, sorted by their sign. */
  readonly signs: Uint16Array;
  readonly firstKids: Int32Array;
  /** Tenths of the negative logarithm; 0 where no word ends. */
  readonly logs: Uint8Array;
  readonly roots: Int32Array;
}

function shippedWordsOf(
  bytes: Buffer,
  start: number,
  places: z.infer<typeof headingSchema>['places'],
): ShippedWords {
  const section = (name: string) => {
    const [at, length] = places[name] ?? [0, 0];
    return new Uint8Array(bytes.subarray(start + at, start + at + length));
  };
  const signs = new Uint16Array(section('treeSigns').buffer);
  const kids = new Uint16Array(section('treeKids').buffer);
  const firstKids = new Int32Array(kids.length + 1);
  firstKids[0] = 1;
  for (let node = 0; node < kids.length; node++)
    firstKids[node + 1] = (firstKids[node] ?? 0) + (kids[node] ?? 0);
  const roots = new Int32Array(0x10000).fill(-1);
  for (let node = 1; node < (firstKids[1] ?? 1); node++) roots[signs[node] ?? 0] = node;
  return { signs, firstKids, logs: section('logs'), roots };
}

async function readShippedWords(): Promise<ShippedWords> {
  const file = path.join(installationRoot(), 'data/checking/typos/typo-model.bin.br');
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of createReadStream(file).pipe(createBrotliDecompress())) {
    pieces.push(piece);
    length += piece.length;
    const head = Buffer.concat(pieces.slice(0, 4));
    if (head.length < 4) continue;
    const start = 4 + head.readUInt32LE(0);
    if (head.length < start && pieces.length < 4) continue;
    const { places } = headingSchema.parse(JSON.parse(head.toString('utf8', 4, start)));
    const [at, size] = places.logs ?? [Number.POSITIVE_INFINITY, 0];
    if (length < start + at + size) continue;
    // What follows are pairs of words and likenesses, more than half of the file, which only the spelling check needs.
    return shippedWordsOf(Buffer.concat(pieces), start, places);
  }
  throw new Error(`${file} ends before its words`);
}

let shipped: Promise<ShippedWords> | undefined;

interface OwnNode {
  readonly kids: Map<number, OwnNode>;
  isWord: boolean;
}

/** No word has more signs. */
const longestWord = 64;

function growOwnWords(words: readonly string[]): OwnNode {
  const root: OwnNode = { kids: new Map(), isWord: false };
  for (const word of words) {
    if (word.length > longestWord) continue;
    let node = root;
    for (let at = 0; at < word.length; at++) {
      const code = word.charCodeAt(at);
      const kid = node.kids.get(code) ?? { kids: new Map(), isWord: false };
      node.kids.set(code, kid);
      node = kid;
    }
    node.isWord = true;
  }
  return root;
}

export class WordTree {
  readonly #shipped: ShippedWords;
  readonly #own: OwnNode;
  #best = new Float64Array(256);
  #from = new Int32Array(256);
  /** What `meet` found: lengths of words, shortest first, and their logarithms. Fields, not results: it is called for every sign. */
  readonly lengths = new Int32Array(longestWord * 2);
  readonly logs = new Float64Array(longestWord * 2);

  constructor(words: ShippedWords, ownWords: readonly string[]) {
    this.#shipped = words;
    this.#own = growOwnWords(ownWords);
  }

  /** Finds the words that begin at a place and end by `end`; returns how many, see `lengths` and `logs`. */
  meet(text: string, start: number, end: number): number {
    const { signs, firstKids, roots, logs } = this.#shipped;
    const first = text.charCodeAt(start);
    let met = 0;
    let node = roots[first] ?? -1;
    let at = start + 1;
    while (node >= 0) {
      const packed = logs[node] ?? 0;
      if (packed !== 0) {
        this.lengths[met] = at - start;
        this.logs[met++] = -packed / 10;
      }
      if (at >= end) break;
      const code = text.charCodeAt(at++);
      let low = firstKids[node] ?? 0;
      let high = (firstKids[node + 1] ?? 0) - 1;
      node = -1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const sign = signs[middle] ?? 0;
        if (sign === code) {
          node = middle;
          break;
        }
        if (sign < code) low = middle + 1;
        else high = middle - 1;
      }
    }
    const own = this.#own.kids.get(first);
    return own === undefined ? met : this.#meetOwn(own, text, start, end, met);
  }

  #meetOwn(root: OwnNode, text: string, start: number, end: number, shippedMet: number): number {
    let met = shippedMet;
    let node: OwnNode | undefined = root;
    for (let at = start + 1; node !== undefined; node = node.kids.get(text.charCodeAt(at++))) {
      if (node.isWord) {
        const known = this.lengths.subarray(0, shippedMet).indexOf(at - start);
        const place = known === -1 ? met++ : known;
        this.lengths[place] = at - start;
        this.logs[place] = Math.max(known === -1 ? -99 : (this.logs[place] ?? 0), ownLog - (at - start) / 8);
      }
      if (at >= end) break;
    }
    return met;
  }

  isWord(word: string): boolean {
    const met = this.meet(word, 0, word.length);
    return this.lengths.subarray(0, met).includes(word.length);
  }

  /** Ends of the likeliest words of a run (the product of their probabilities is largest), in order. */
  cut(text: string, start: number, end: number): number[] {
    const size = end - start;
    if (this.#best.length <= size) {
      this.#best = new Float64Array(size * 2);
      this.#from = new Int32Array(size * 2);
    }
    const [best, from] = [this.#best, this.#from];
    best.fill(Number.NEGATIVE_INFINITY, 0, size + 1);
    best[0] = 0;
    for (let at = 0; at < size; at++) {
      const here = best[at] ?? 0;
      if (here + unknownLog > (best[at + 1] ?? 0)) {
        best[at + 1] = here + unknownLog;
        from[at + 1] = at;
      }
      const met = this.meet(text, start + at, end);
      for (let index = 0; index < met; index++) {
        const next = at + (this.lengths[index] ?? 0);
        const log = here + (this.logs[index] ?? 0);
        if (log <= (best[next] ?? 0)) continue;
        best[next] = log;
        from[next] = at;
      }
    }
    const ends: number[] = [];
    for (let at = size; at > 0; at = from[at] ?? 0) ends.push(start + at);
    return ends.reverse();
  }
}

/** The shipped words under the county's own. The file is read once for each thread. */
export async function openWordTree(ownWords: readonly string[]): Promise<WordTree> {
  shipped ??= readShippedWords();
  return new WordTree(await shipped, ownWords);
}
