/** Draws the automatic numbers of a Word document from `numbering.xml`, counting as Word counts. */
import { formatListNumber } from '../number-format.ts';
import { childElements, firstChild, type XmlElement } from '../xml-tree.ts';

interface NumberingLevel {
  readonly start: number;
  readonly format: string;
  /** `%1.` with a place for the number of each level. */
  readonly pattern: string;
  readonly arabic: boolean;
  /** Level (from 1) whose step restarts this one; 0 never; undefined any higher level. */
  readonly restartAfter: number | undefined;
}

interface NumberingList {
  /** Lists of the same abstract definition count on together. */
  readonly counterKey: string;
  readonly levels: ReadonlyMap<number, NumberingLevel>;
  readonly startOverrides: ReadonlyMap<number, number>;
}

const bulletLabel = '•';

function levelOf(element: XmlElement): NumberingLevel {
  const restart = firstChild(element, 'lvlRestart')?.attributes.get('val');
  const alternate = firstChild(element, 'AlternateContent', 'Choice', 'numFmt')?.attributes.get('val');
  return {
    start: Number(firstChild(element, 'start')?.attributes.get('val') ?? '1'),
    format: firstChild(element, 'numFmt')?.attributes.get('val') ?? alternate ?? 'decimal',
    pattern: firstChild(element, 'lvlText')?.attributes.get('val') ?? '',
    arabic: firstChild(element, 'isLgl') !== undefined,
    restartAfter: restart === undefined ? undefined : Number(restart),
  };
}

function levelsOf(element: XmlElement): Map<number, NumberingLevel> {
  return new Map(
    childElements(element, 'lvl').map((level) => [Number(level.attributes.get('ilvl')), levelOf(level)]),
  );
}

function listOf(element: XmlElement, abstracts: ReadonlyMap<string, XmlElement>): NumberingList | undefined {
  const abstractId = firstChild(element, 'abstractNumId')?.attributes.get('val');
  const abstract = abstracts.get(abstractId ?? '');
  if (abstractId === undefined || abstract === undefined) return undefined;
  const levels = levelsOf(abstract);
  const startOverrides = new Map<number, number>();
  for (const override of childElements(element, 'lvlOverride')) {
    const level = Number(override.attributes.get('ilvl'));
    const own = firstChild(override, 'lvl');
    if (own !== undefined) levels.set(level, levelOf(own));
    const start = firstChild(override, 'startOverride')?.attributes.get('val');
    if (start !== undefined) startOverrides.set(level, Number(start));
  }
  return { counterKey: abstractId, levels, startOverrides };
}

/** Counts the numbered paragraphs of one document, in their order. */
export class WordNumberer {
  readonly #lists = new Map<string, NumberingList>();
  readonly #counters = new Map<string, Map<number, number>>();
  readonly #begun = new Set<string>();

  constructor(part: XmlElement | undefined) {
    if (part === undefined) return;
    const abstracts = new Map<string, XmlElement>();
    const styled = new Map<string, XmlElement>();
    for (const abstract of childElements(part, 'abstractNum')) {
      abstracts.set(abstract.attributes.get('abstractNumId') ?? '', abstract);
      const style = firstChild(abstract, 'styleLink')?.attributes.get('val');
      if (style !== undefined) styled.set(style, abstract);
    }
    for (const [id, abstract] of abstracts) {
      const linked = styled.get(firstChild(abstract, 'numStyleLink')?.attributes.get('val') ?? '');
      if (linked !== undefined) abstracts.set(id, linked);
    }
    for (const number of childElements(part, 'num')) {
      const list = listOf(number, abstracts);
      if (list !== undefined) this.#lists.set(number.attributes.get('numId') ?? '', list);
    }
  }

  /** The label of the next paragraph of a list; undefined when the list is unknown or shows nothing. */
  nextLabel(numId: string, level: number): string | undefined {
    const list = this.#lists.get(numId);
    const own = list?.levels.get(level);
    if (list === undefined || own === undefined) return undefined;
    const counters = this.#counters.get(list.counterKey) ?? new Map<number, number>();
    this.#counters.set(list.counterKey, counters);
    if (!this.#begun.has(numId)) {
      this.#begun.add(numId);
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
