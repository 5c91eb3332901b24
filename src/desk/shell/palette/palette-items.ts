/** What the command palette offers for a typed text: screens and actions here, things from the server's search. Pure. */

export interface PaletteItem {
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly detail?: string;
  /** Other words that find it. */
  readonly also?: readonly string[];
  readonly run: () => void;
}

/** Items that contain every typed word, those beginning with it first; all of them for an empty text. */
export function matchPaletteItems(items: readonly PaletteItem[], text: string): readonly PaletteItem[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const [first] = words;
  if (first === undefined) return items;
  const fitting = items.filter((item) => {
    const hay = [item.title, item.kind, ...(item.also ?? [])].join('\n').toLowerCase();
    return words.every((word) => hay.includes(word));
  });
  const begins = (item: PaletteItem) => (item.title.toLowerCase().startsWith(first) ? 0 : 1);
  return fitting.toSorted((a, b) => begins(a) - begins(b));
}

/** The index after a step, around both ends; -1 for an empty list. */
export function steppedIndex(index: number, step: 1 | -1, count: number): number {
  return count === 0 ? -1 : (index + step + count) % count;
}
