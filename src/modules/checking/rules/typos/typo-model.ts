/**
 * The language model of the spelling check: words as a tree of characters, how probable a word is after another, and
 * which characters are taken for which. Opens the file `scripts/build-typo-model.mjs` writes. Pure; browser-safe.
 */
import { type Confusions, confusionsOf } from './confusions.ts';
import { PairTable, readLists, readWide, VarintReader } from './model-tables.ts';

/** Absolute discount of a pair's count (Ney 1994), and the weight of a word's own frequency in unknown company. */
const discount = 0.75;
const ownWeight = 150;
/** Logarithm of the probability of a character no word list has. */
export const unknownSignLog = -14;

/** Lengths of words told apart, 0 for none and the last for all longer ones. */
const lengths = 6;

interface Heading {
  readonly about: { readonly made: string; readonly common: number; readonly sources: readonly string[] };
  readonly syllables: readonly string[];
  readonly places: Readonly<Record<string, readonly [number, number]>>;
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
  /** Best logarithm a word can have after one that may replace another. */
  readonly bestLogsAfterReplacing: Float32Array;
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
  /** Row of a word in `#bestFollowers`; 0 for words nothing is known to follow. */
  readonly #followerRows: Int32Array;
  /** By row and length: the best logarithm a replacing word has that is known to follow; minus infinity where none is. */
  #bestFollowers = new Float32Array(0);
  /** By length: the best logarithm a replacing word has by itself. */
  readonly #bestAlone = new Float32Array(lengths).fill(Number.NEGATIVE_INFINITY);

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
    this.bestLogsAfterReplacing = new Float32Array(nodes + 2);
    this.#followerRows = new Int32Array(nodes + 2);
    this.#pairs = this.#readPairs(section, this.#lengthClasses(nodes));
    this.promises = this.#promisesOf(nodes);
    this.confusions = confusionsOf({
      signs: wide('signs'),
      common: heading.about.common,
      sounds: readLists(section('sounds'), 1),
      alike: readLists(section('alike'), 2),
      syllables: heading.syllables,
    });
  }

  /** Length of the word of each node, five and more in one; 0 for the marks that stand for others. */
  #lengthClasses(nodes: number): Uint8Array {
    const classes = new Uint8Array(nodes + 2);
    for (let node = 0; node < nodes; node++) {
      const length = Math.min((classes[node] ?? 0) + 1, lengths - 1);
      classes.fill(length, this.#firstKids[node], this.#firstKids[node + 1]);
      if (this.mayReplace(node))
        this.#bestAlone[classes[node] ?? 0] = Math.max(
          this.#bestAlone[classes[node] ?? 0] ?? 0,
          this.#logs[node] ?? 0,
        );
    }
    return classes;
  }

  #readPairs(section: (name: string) => Uint8Array, classes: Uint8Array): PairTable {
    const counts = section('pairCounts');
    const singles = section('statuteCounts');
    const [followers, steps] = [
      new VarintReader(section('pairLengths')),
      new VarintReader(section('pairSteps')),
    ];
    const table = new PairTable(counts.length);
    const rows: number[] = new Array<number>(lengths).fill(Number.NEGATIVE_INFINITY);
    let at = 0;
    const most = { all: Number.NEGATIVE_INFINITY, replacing: Number.NEGATIVE_INFINITY };
    for (let first = 0; first < singles.length; first++) {
      const length = followers.next();
      const total = countOf(singles[first] ?? 0) + ownWeight;
      const backoff = Math.log((discount * length + ownWeight) / total);
      const mayReplace = this.mayReplace(first);
      this.#backoffs[first] = backoff;
      most.all = Math.max(most.all, backoff);
      if (mayReplace) most.replacing = Math.max(most.replacing, backoff);
      if (length === 0) continue;
      const row = rows.length;
      this.#followerRows[first] = row / lengths;
      for (let index = 0; index < lengths; index++) rows.push(Number.NEGATIVE_INFINITY);
      let second = 0;
      for (let index = 0; index < length; index++) {
        second += steps.next();
        const seen = countOf(counts[at++] ?? 0) - discount;
        const own = (discount * length + ownWeight) * Math.exp(this.#logs[second] ?? 0);
        const log = Math.fround(Math.log((seen + own) / total));
        table.set(first, second, log);
        if (log > (this.bestLogs[second] || Number.NEGATIVE_INFINITY)) this.bestLogs[second] = log;
        if (mayReplace && log > (this.bestLogsAfterReplacing[second] || Number.NEGATIVE_INFINITY))
          this.bestLogsAfterReplacing[second] = log;
        const place = row + (classes[second] ?? 0);
        if (log > (rows[place] ?? 0) && this.mayReplace(second)) rows[place] = log;
      }
    }
    this.#bestFollowers = Float32Array.from(rows);
    for (let node = 0; node < singles.length; node++) {
      const alone = this.#logs[node] ?? 0;
      const [best, replacing] = [this.bestLogs, this.bestLogsAfterReplacing];
      best[node] = Math.max(best[node] || Number.NEGATIVE_INFINITY, alone + most.all);
      replacing[node] = Math.max(replacing[node] || Number.NEGATIVE_INFINITY, alone + most.replacing);
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

  /** What the logarithm of a replacing word of a length cannot exceed after a word. */
  bestAfter(first: number, length: number): number {
    const at = Math.min(length, lengths - 1);
    const alone = this.#bestAlone[at] ?? 0;
    if (first < 0) return alone;
    const followed = this.#bestFollowers[(this.#followerRows[first] ?? 0) * lengths + at] ?? 0;
    return Math.max(followed, (this.#backoffs[first] ?? 0) + alone);
  }

  /** Node of a word, -1 when the model does not have it. */
  wordOf(text: string): number {
    let node = 0;
    for (let at = 0; at < text.length && node >= 0; at++) node = this.childOf(node, text.charCodeAt(at));
    return node > 0 && this.isWord(node) ? node : -1;
  }
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
