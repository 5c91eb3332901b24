/** The lines of a document that hold a sign, with what they are part of, for recognisers that judge by position. Pure. */
import type { CheckedDocument, CheckedPart, PartKind } from '../checked-document.ts';

export interface DocumentLine {
  /** Span without surrounding blanks. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: PartKind;
  /** What the part is called in the file. */
  readonly label: string;
  /** The line after it that has text. */
  readonly next: string;
}

const runningKinds: readonly PartKind[] = ['body', 'heading'];

/** True for the running text, as against headers, cells, properties and names. */
export function isRunningText(kind: PartKind): boolean {
  return runningKinds.includes(kind);
}

function partAt(parts: readonly CheckedPart[], position: number): CheckedPart | undefined {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.start ?? 0) <= position) low = middle + 1;
    else high = middle;
  }
  return parts[low - 1];
}

const longestNextLine = 200;

function lineAfter(text: string, end: number): string {
  return (
    text
      .slice(end, end + longestNextLine)
      .split('\n')
      .map((line) => line.trim())
      .find((line) => line !== '') ?? ''
  );
}

/** The lines in which `sign` (a global pattern) occurs, in order; each once. */
export function linesWithSign(document: CheckedDocument, sign: RegExp): readonly DocumentLine[] {
  const { text, parts } = document;
  const lines: DocumentLine[] = [];
  let past = 0;
  for (const match of text.matchAll(sign)) {
    if (match.index < past) continue;
    const part = partAt(parts, match.index);
    const first = Math.max(part?.start ?? 0, text.lastIndexOf('\n', match.index) + 1);
    const found = text.indexOf('\n', match.index);
    const last = Math.min(part?.end ?? text.length, found < 0 ? text.length : found);
    past = last;
    const raw = text.slice(first, last);
    const inner = raw.trim();
    const start = first + raw.indexOf(inner);
    lines.push({
      start,
      end: start + inner.length,
      text: inner,
      kind: part?.kind ?? 'body',
      label: part?.label ?? '',
      next: lineAfter(text, last),
    });
  }
  return lines;
}
