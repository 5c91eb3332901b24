/** Counts numbered paragraphs and draws their labels, as word processors count. Knows no file. */
import { formatListNumber } from './number-format.ts';

export interface NumberingLevel {
  readonly start: number;
  /** A `w:numFmt` value of WordprocessingML. */
  readonly format: string;
  /** `%1.` with a place for the number of each level. */
  readonly pattern: string;
  /** All numbers in Arabic digits. */
  readonly arabic: boolean;
  /** Level (from 1) whose step restarts this one; 0 never; undefined any higher level. */
  readonly restartAfter: number | undefined;
}

export interface NumberingList {
  /** Lists of the same abstract definition count on together. */
  readonly counterKey: string;
  readonly levels: ReadonlyMap<number, NumberingLevel>;
  readonly startOverrides: ReadonlyMap<number, number>;
}

const bulletLabel = '•';

/** Counts the numbered paragraphs of one document, in their order. */
export class ListNumberer {
  readonly #lists: ReadonlyMap<string, NumberingList>;
  readonly #counters = new Map<string, Map<number, number>>();
  readonly #begun = new Set<string>();

  constructor(lists: ReadonlyMap<string, NumberingList>) {
    this.#lists = lists;
  }

  /** The label of the next paragraph of a list; undefined when the list is unknown or shows nothing. */
  nextLabel(listId: string, level: number): string | undefined {
    const list = this.#lists.get(listId);
    const own = list?.levels.get(level);
    if (list === undefined || own === undefined) return undefined;
    const counters = this.#counters.get(list.counterKey) ?? new Map<number, number>();
    this.#counters.set(list.counterKey, counters);
    if (!this.#begun.has(listId)) {
      this.#begun.add(listId);
      for (const [overridden, start] of list.startOverrides) counters.set(overridden, start - 1);
    }
    counters.set(level, (counters.get(level) ?? own.start - 1) + 1);
    for (const deeper of [...counters.keys()]) {
      const restartAfter = list.levels.get(deeper)?.restartAfter;
      if (deeper > level && restartAfter !== 0 && (restartAfter === undefined || level < restartAfter)) {
        counters.delete(deeper);
      }
    }
    if (own.format === 'bullet') return bulletLabel;
    const label = own.pattern.replace(/%([1-9])/gu, (_, digit: string) => {
      const shown = Number(digit) - 1;
      const shownLevel = list.levels.get(shown);
      const value = counters.get(shown) ?? shownLevel?.start ?? 1;
      return formatListNumber(value, own.arabic ? 'decimal' : (shownLevel?.format ?? 'decimal'));
    });
    return label.trim() === '' ? undefined : label.trim();
  }
}
