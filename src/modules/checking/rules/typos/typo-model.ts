/**
 * The language model of the spelling check: words as a tree of characters, how probable a word is after another, and
 * which characters are taken for which. Opens the file `scripts/build-typo-model.mjs` writes. Pure; browser-safe.
 */
import { type Confusions, confusionsOf } from './confusions.ts';

/** Absolute discount of a pair's count (Ney 1994), and the weight of a word's own frequency in unknown company. */
const discount = 0.75;
const ownWeight = 150;
/** Logarithm of the probability of a character no word list has. */
export const unknownSignLog = -14;

interface Heading {
  readonly about: { readonly made: string; readonly common: number; readonly sources: readonly string[] };
  readonly syllables: readonly string[];
  readonly places: Readonly<Record<string, readonly [number, number]>>;
}

/** Reads numbers of seven bits a byte, least first. */
class VarintReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get hasMore(): boolean {
    return this.#at < this.#bytes.length;
  }

  next(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }
}

/** A table from two numbers to a third, made for looking up millions of times. */
class PairTable {
  readonly #mask: number;
  readonly #firsts: Int32Array;
  readonly #seconds: Int32Array;
  readonly #values: Float32Array;

  constructor(size: number) {
    const slots = 1 << Math.ceil(Math.log2(Math.max(size, 1) * 2));
    this.#mask = slots - 1;
    this.#firsts = new Int32Array(slots).fill(-1);
    this.#seconds = new Int32Array(slots);
    this.#values = new Float32Array(slots);
  }

  #slotOf(first: number, second: number): number {
    const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & this.#mask;
    while (this.#firsts[slot] !== -1 && (this.#firsts[slot] !== first || this.#seconds[slot] !== second))
      slot = (slot + 1) & this.#mask;
    return slot;
  }

  set(first: number, second: number, value: number): void {
    const slot = this.#slotOf(first, second);
    this.#firsts[slot] = first;
    this.#seconds[slot] = second;
    this.#values[slot] = value;
  }

  /** 1 where there is nothing: every value is a logarithm of a probability. */
  get(first: number, second: number): number {
    const slot = this.#slotOf(first, second);
    return this.#firsts[slot] === -1 ? 1 : (this.#values[slot] ?? 1);
  }
}

/** Counts are kept as fourteen times their binary logarithm, plus one. */
const countOf = (packed: number) => (packed === 0 ? 0 : 2 ** ((packed - 1) / 14));

export class TypoModel {
  readonly made: string;
  readonly sources: readonly string[];
  readonly confusions: Confusions;
  /** Stands for the beginning, the end and every mark between. */
  readonly breakToken: number;
  /** Stands for figures and Latin letters. */
  readonly figureToken: number;
  /** Best logarithm a word can have after any other. */
  readonly bestLogs: Float32Array;
  /**
   * Best logarithm of a word that may replace another and ends at a node, one character below it, or deeper; minus
   * infinity where there is none. What a search below a node can win at most.
   */
  readonly promises: {
    readonly here: Float32Array;
    readonly next: Float32Array;
    readonly later: Float32Array;
  };
  readonly #signs: Uint16Array;
  readonly #firstKids: Int32Array;
  readonly #roots = new Int32Array(0x10000).fill(-1);
  readonly #logs: Float32Array;
  readonly #isWord: Uint8Array;
  readonly #mayReplace: Uint8Array;
  readonly #backoffs: Float32Array;
  readonly #statuteCounts: Uint8Array;
  readonly #pairs: PairTable;

  constructor(heading: Heading, section: (name: string) => Uint8Array) {
    this.made = heading.about.made;
    this.sources = heading.about.sources;
    const wide = (name: string) => readWide(section(name));
    this.#signs = wide('treeSigns');
    const kids = wide('treeKids');
    this.#firstKids = new Int32Array(kids.length + 1);
    this.#firstKids[0] = 1;
    for (let node = 0; node < kids.length; node++)
      this.#firstKids[node + 1] = (this.#firstKids[node] ?? 0) + (kids[node] ?? 0);
    for (let node = 1; node < (this.#firstKids[1] ?? 1); node++) this.#roots[this.#signs[node] ?? 0] = node;
    const nodes = this.#signs.length;
    this.breakToken = nodes;
    this.figureToken = nodes + 1;
    this.#isWord = section('logs').map((packed) => (packed === 0 ? 0 : 1));
    this.#logs = Float32Array.from(section('logs'), (packed) => -packed / 10);
    this.#mayReplace = section('replaceable');
    this.#statuteCounts = section('statuteCounts');
    this.#backoffs = new Float32Array(nodes + 2);
    this.bestLogs = new Float32Array(nodes + 2);
    this.#pairs = this.#readPairs(section);
    this.promises = this.#promisesOf(nodes);
    this.confusions = confusionsOf({
      signs: wide('signs'),
      common: heading.about.common,
      sounds: readLists(section('sounds'), 1),
      alike: readLists(section('alike'), 2),
      syllables: heading.syllables,
    });
  }

  #readPairs(section: (name: string) => Uint8Array): PairTable {
    const counts = section('pairCounts');
    const singles = section('statuteCounts');
    const [lengths, steps] = [
      new VarintReader(section('pairLengths')),
      new VarintReader(section('pairSteps')),
    ];
    const table = new PairTable(counts.length);
    let at = 0;
    let mostBackoff = Number.NEGATIVE_INFINITY;
    for (let first = 0; first < singles.length; first++) {
      const length = lengths.next();
      const total = countOf(singles[first] ?? 0) + ownWeight;
      const backoff = Math.log((discount * length + ownWeight) / total);
      this.#backoffs[first] = backoff;
      mostBackoff = Math.max(mostBackoff, backoff);
      let second = 0;
      for (let index = 0; index < length; index++) {
        second += steps.next();
        const seen = countOf(counts[at++] ?? 0) - discount;
        const own = (discount * length + ownWeight) * Math.exp(this.#logs[second] ?? 0);
        const log = Math.log((seen + own) / total);
        table.set(first, second, log);
        if (log > (this.bestLogs[second] || Number.NEGATIVE_INFINITY)) this.bestLogs[second] = log;
      }
    }
    for (let node = 0; node < singles.length; node++) {
      const alone = (this.#logs[node] ?? 0) + mostBackoff;
      this.bestLogs[node] = Math.max(this.bestLogs[node] || Number.NEGATIVE_INFINITY, alone);
    }
    return table;
  }

  #promisesOf(nodes: number): TypoModel['promises'] {
    const none = () => new Float32Array(nodes).fill(Number.NEGATIVE_INFINITY);
    const [here, next, later] = [none(), none(), none()];
    for (let node = nodes - 1; node >= 0; node--) {
      if (this.mayReplace(node)) here[node] = this.bestLogs[node] ?? 0;
      const end = this.#firstKids[node + 1] ?? 0;
      for (let kid = this.#firstKids[node] ?? 0; kid < end; kid++) {
        next[node] = Math.max(next[node] ?? 0, here[kid] ?? 0);
        later[node] = Math.max(later[node] ?? 0, next[kid] ?? 0, later[kid] ?? 0);
      }
    }
    return { here, next, later };
  }

  /** The node one character further; -1 where no word goes on like that. Node 0 is the root. */
  childOf(node: number, code: number): number {
    if (node === 0) return this.#roots[code] ?? -1;
    let low = this.#firstKids[node] ?? 0;
    let high = this.#firstKids[node + 1] ?? 0;
    const end = high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#signs[middle] ?? 0) < code) low = middle + 1;
      else high = middle;
    }
    return low < end && this.#signs[low] === code ? low : -1;
  }

  /** First child of a node; its children end where those of the next begin. */
  firstChildOf(node: number): number {
    return this.#firstKids[node] ?? 0;
  }

  signOf(node: number): number {
    return this.#signs[node] ?? 0;
  }

  isWord(node: number): boolean {
    return this.#isWord[node] === 1;
  }

  /** Whether the word is common enough to be proposed in place of another. */
  mayReplace(node: number): boolean {
    return this.#mayReplace[node] === 1;
  }

  /** Logarithm of the probability of a word by itself; -1 is an unknown character. */
  logOf(word: number): number {
    return word < 0 ? unknownSignLog : (this.#logs[word] ?? unknownSignLog);
  }

  /** How often the word stands in statutes, as a binary logarithm; 0 for never and once. */
  statuteWeightOf(word: number): number {
    return word < 0 ? 0 : Math.max(0, (this.#statuteCounts[word] ?? 0) - 1) / 14;
  }

  /** Logarithm of the probability of a word after another. */
  logAfter(first: number, second: number): number {
    if (second < 0) return unknownSignLog;
    if (first < 0) return this.#logs[second] ?? 0;
    const log = this.#pairs.get(first, second);
    return log <= 0 ? log : (this.#backoffs[first] ?? 0) + (this.#logs[second] ?? 0);
  }

  /** Node of a word, -1 when the model does not have it. */
  wordOf(text: string): number {
    let node = 0;
    for (let at = 0; at < text.length && node >= 0; at++) node = this.childOf(node, text.charCodeAt(at));
    return node > 0 && this.isWord(node) ? node : -1;
  }
}

/** Numbers of two bytes, least first, whatever the machine's own order is. */
function readWide(bytes: Uint8Array): Uint16Array {
  const numbers = new Uint16Array(bytes.length >> 1);
  for (let index = 0; index < numbers.length; index++)
    numbers[index] = (bytes[index * 2] ?? 0) | ((bytes[index * 2 + 1] ?? 0) << 8);
  return numbers;
}

/** Lists one after another, each with its length before it, of entries of so many numbers. */
function readLists(bytes: Uint8Array, width: number): readonly Uint16Array[] {
  const reader = new VarintReader(bytes);
  const lists: Uint16Array[] = [];
  while (reader.hasMore) {
    const list = new Uint16Array(reader.next() * width);
    for (let at = 0; at < list.length; at++) list[at] = reader.next();
    lists.push(list);
  }
  return lists;
}

function isHeading(value: unknown): value is Heading {
  return typeof value === 'object' && value !== null && 'places' in value && 'syllables' in value;
}

/** Opens the bytes of the model file, uncompressed. Throws when they are none: the file is ours. */
export function openTypoModel(bytes: Uint8Array): TypoModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.byteLength >= 4 ? view.getUint32(0, true) : 0;
  if (length === 0 || length > bytes.byteLength - 4)
    throw new RangeError('these bytes are no spelling model');
  const heading: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  if (!isHeading(heading)) throw new RangeError('the heading of the spelling model is none');
  const origin = 4 + length;
  return new TypoModel(heading, (name) => {
    const [start, size] = heading.places[name] ?? [0, -1];
    if (size < 0 || origin + start + size > bytes.byteLength)
      throw new RangeError(`the spelling model has no section ${name}`);
    return bytes.subarray(origin + start, origin + start + size);
  });
}
