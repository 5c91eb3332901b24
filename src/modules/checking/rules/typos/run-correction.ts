/** Corrects one run of Han characters with the language model: which characters should stand where, and how sure that is. Pure. */
import { type Replacement, ReplacementFinder } from './replacements.ts';
import type { TypoModel } from './typo-model.ts';
import { WordLattice } from './word-lattice.ts';

/** Longer runs are cut: nobody writes them, and length must not cost more than its share. */
export const longestRun = 240;

/** A word the model would write otherwise; places are of the text. */
export interface Correction {
  readonly start: number;
  readonly end: number;
  readonly replacement: Replacement;
  /** How much worse the text is with nothing changed here, in natural logarithms. */
  readonly margin: number;
  /** How much worse it is with the next best change here. */
  readonly lead: number;
  /** Words before and after in the corrected text. */
  readonly before: number;
  readonly after: number;
  /** The words that stand here now, as the most probable cut has them: how many, and what they cost. */
  readonly standing: number;
}

/** A character of the two blocks official papers use. */
export const isHan = (code: number) =>
  (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);
const isFigure = (code: number) =>
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0xff10 && code <= 0xff19);

export class RunCorrector {
  readonly #model: TypoModel;
  readonly #lattice: WordLattice;
  readonly #finder: ReplacementFinder;
  readonly #codes = new Uint16Array(longestRun);

  constructor(model: TypoModel) {
    this.#model = model;
    this.#lattice = new WordLattice(model);
    this.#finder = new ReplacementFinder(model, this.#lattice);
  }

  #tokenAt(text: string, at: number): number {
    return at >= 0 && at < text.length && isFigure(text.charCodeAt(at))
      ? this.#model.figureToken
      : this.#model.breakToken;
  }

  /** Corrections of a whole text, by place. */
  correctText(text: string): readonly Correction[] {
    const corrections: Correction[] = [];
    let at = 0;
    while (at < text.length) {
      if (!isHan(text.charCodeAt(at))) {
        at++;
        continue;
      }
      const start = at;
      while (at < text.length && at - start < longestRun && isHan(text.charCodeAt(at))) at++;
      corrections.push(...this.correctRun(text, start, at));
    }
    return corrections;
  }

  correctRun(text: string, start: number, end: number): readonly Correction[] {
    const length = end - start;
    for (let at = 0; at < length; at++) this.#codes[at] = text.charCodeAt(start + at);
    const lattice = this.#lattice;
    lattice.begin(this.#codes, length, this.#tokenAt(text, start - 1), this.#tokenAt(text, end));
    const untouched = lattice.scoreForward();
    lattice.scoreBackward();
    const found = this.#finder.find(this.#codes, length, untouched);
    if (found.length === 0) return [];
    const byArc = new Map<number, Replacement>();
    for (const one of found) byArc.set(lattice.add(one.start, one.end, one.word, one.cost), one);
    const best = lattice.scoreForward();
    lattice.scoreBackward();
    const path = lattice.bestPath();
    const words = path.map((arc) => lattice.wordOfArc(arc));
    return path.flatMap((arc, index) => {
      const replacement = byArc.get(arc);
      if (replacement === undefined) return [];
      const rivals = [...byArc].flatMap(([other, { start: from, end: to }]) =>
        from < replacement.end && replacement.start < to ? [other] : [],
      );
      const next = lattice.bestWithout([arc]);
      const without = lattice.bestWithout(rivals);
      return [
        {
          start: start + replacement.start,
          end: start + replacement.end,
          replacement,
          margin: best - without,
          lead: best - next,
          before: words[index - 1] ?? this.#model.breakToken,
          after: words[index + 1] ?? this.#model.breakToken,
          standing: this.#model.wordOf(text.slice(start + replacement.start, start + replacement.end)),
        },
      ];
    });
  }
}
