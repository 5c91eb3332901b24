/** Which passages of the shown parts a person has selected, as marks count them. Knows the page, not the data. */

export interface SelectedSpan {
  readonly part: number;
  readonly start: number;
  readonly end: number;
}

function lengthBefore(holder: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(holder, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The spans of the selection inside `root`, one for each part it touches; parts carry `data-part`. */
export function readSelectedSpans(root: HTMLElement, selection: Selection | null): readonly SelectedSpan[] {
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return [];
  const range = selection.getRangeAt(0);
  return [...root.querySelectorAll('[data-part]')].flatMap((holder): SelectedSpan[] => {
    if (!range.intersectsNode(holder)) return [];
    const length = holder.textContent?.length ?? 0;
    const start = holder.contains(range.startContainer)
      ? lengthBefore(holder, range.startContainer, range.startOffset)
      : 0;
    const end = holder.contains(range.endContainer)
      ? lengthBefore(holder, range.endContainer, range.endOffset)
      : length;
    return start < end ? [{ part: Number(holder.getAttribute('data-part')), start, end }] : [];
  });
}

/** Every place where words stand exactly so. */
export function findSpans(parts: readonly string[], words: string): readonly SelectedSpan[] {
  if (words === '') return [];
  return parts.flatMap((text, part) => {
    const found: SelectedSpan[] = [];
    for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
      found.push({ part, start: at, end: at + words.length });
    }
    return found;
  });
}

export interface TextPiece {
  readonly text: string;
  readonly marked: boolean;
}

/** A part cut where marks begin and end. */
export function piecesOfPart(
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    if (end <= at) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false });
    pieces.push({ text: text.slice(Math.max(at, start), end), marked: true });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}
