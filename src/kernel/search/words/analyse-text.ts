/**
 * Text into what is indexed and asked for, by one function for both: the smallest words in order, and above them the
 * longer words and document numbers they make up. No word crosses a border of the smallest ones, so that 民政 is not
 * found in 人民政府.
 */
import { findDocumentNumbers, formsOfDocumentNumber } from './document-number.ts';
import { foldSigns } from './fold-signs.ts';
import type { WordTree } from './word-tree.ts';

/** Runs of Chinese, Latin words, figures with their points, signs outside the basic plane, ends of sentences. */
const runPattern =
  /[\u3400-\u9fff\uf900-\ufaff]+|[a-z\u00df-\u024f]+|\d+(?:\.\d+)*|[\ud840-\ud8ff][\udc00-\udfff]|[。!?;\n\r]+/g;
const sentenceEnd = /^[。!?;\n\r]/;
/** Words of so many signs and more are taken apart. */
const leastSplit = 3;
/** A part of one sign is worse than one of several. */
const lonelySignCost = 1.6;
/** Taken-apart words kept for the next time. */
const mostRemembered = 50_000;

/** What a text holds. */
export interface AnalysedText {
  /** The smallest words in order; an empty one where a sentence ends: a phrase does not reach over it. */
  readonly atoms: readonly string[];
  /** Longer words and document numbers, each once per place. */
  readonly longer: readonly string[];
}

/** One word of a question: its own form, and the smallest words it is made of. */
export interface AskedWord {
  readonly word: string;
  readonly atoms: readonly string[];
}

export class Analyser {
  readonly #tree: WordTree;
  readonly #parts = new Map<string, readonly string[]>();

  constructor(tree: WordTree) {
    this.#tree = tree;
  }

  isWord(word: string): boolean {
    return this.#tree.isWord(word);
  }

  /** The fewest words a long word is made of, side by side, each taken apart in turn. */
  #partsOf(word: string): readonly string[] {
    if (word.length < leastSplit) return [word];
    const known = this.#parts.get(word);
    if (known !== undefined) return known;
    const ends = this.#splitEnds(word);
    const parts =
      ends.length === 1
        ? [word]
        : ends.flatMap((end, index) => this.#partsOf(word.slice(ends[index - 1] ?? 0, end)));
    if (this.#parts.size >= mostRemembered) this.#parts.clear();
    this.#parts.set(word, parts);
    return parts;
  }

  #splitEnds(word: string): number[] {
    const size = word.length;
    const cost = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
    const from = new Int32Array(size + 1);
    cost[0] = 0;
    for (let at = 0; at < size; at++) {
      const here = cost[at] ?? 0;
      if (here + lonelySignCost < (cost[at + 1] ?? 0)) {
        cost[at + 1] = here + lonelySignCost;
        from[at + 1] = at;
      }
      const met = this.#tree.meet(word, at, size);
      for (let index = 0; index < met; index++) {
        const length = this.#tree.lengths[index] ?? 0;
        if (length === 1 || length === size) continue;
        // Among splits of as many parts the likelier words decide.
        const sum = here + 1 - (this.#tree.logs[index] ?? 0) / 1000;
        if (sum >= (cost[at + length] ?? 0)) continue;
        cost[at + length] = sum;
        from[at + length] = at;
      }
    }
    const ends: number[] = [];
    for (let at = size; at > 0; at = from[at] ?? 0) ends.push(at);
    // A name of which no part is a word stays whole.
    return ends.length === size ? [size] : ends.reverse();
  }

  /** The likeliest words of a run of Chinese, each with its smallest words. */
  cutRun(run: string): AskedWord[] {
    let start = 0;
    return this.#tree.cut(run, 0, run.length).map((end) => {
      const word = run.slice(start, end);
      start = end;
      return { word, atoms: this.#partsOf(word) };
    });
  }

  #addRun(run: string, atoms: string[], longer: string[]): void {
    const first = atoms.length;
    const isBorder = new Uint8Array(run.length + 1);
    let at = 0;
    for (const end of this.#tree.cut(run, 0, run.length)) {
      if (end - at < leastSplit) {
        isBorder[end] = 1;
        atoms.push(run.slice(at, end));
        at = end;
        continue;
      }
      for (const part of this.#partsOf(run.slice(at, end))) {
        at += part.length;
        isBorder[at] = 1;
        atoms.push(part);
      }
    }
    let start = 0;
    for (let index = first; index < atoms.length; index++) {
      const own = atoms[index]?.length ?? 0;
      if (start + own === run.length) break;
      const met = this.#tree.meet(run, start, run.length);
      for (let each = 0; each < met; each++) {
        const length = this.#tree.lengths[each] ?? 0;
        if (length > own && isBorder[start + length] === 1) longer.push(run.slice(start, start + length));
      }
      start += own;
    }
  }

  /** Everything the text may be found by. */
  analyse(text: string): AnalysedText {
    const folded = foldSigns(text);
    const atoms: string[] = [];
    const longer: string[] = [];
    for (const [run] of folded.matchAll(runPattern)) {
      if (sentenceEnd.test(run)) {
        if (atoms.length > 0 && atoms.at(-1) !== '') atoms.push('');
      } else if (run.length > 1 && run.charCodeAt(0) >= 0x3400 && run.charCodeAt(0) < 0xd800) {
        this.#addRun(run, atoms, longer);
      } else atoms.push(run);
    }
    for (const met of findDocumentNumbers(folded)) longer.push(...formsOfDocumentNumber(met));
    return { atoms, longer };
  }
}
