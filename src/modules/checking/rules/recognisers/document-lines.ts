/** The lines of a document with what they are part of, for recognisers that judge by position. Pure. */
import type { CheckedDocument, PartKind } from '../checked-document.ts';

export interface DocumentLine {
  /** Span without surrounding blanks. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: PartKind;
  readonly label: string;
  /** Count of lines with text before it, and from it on to the end, in the running text. */
  readonly fromTop: number;
  readonly fromBottom: number;
  /** The line after it that has text. */
  readonly next: string;
}

const runningKinds: readonly PartKind[] = ['body', 'heading'];

/** True for the running text, as against headers, cells, properties and names. */
export function isRunningText(kind: PartKind): boolean {
  return runningKinds.includes(kind);
}

/** Lines that have text, in order. */
export function linesOfDocument(document: CheckedDocument): readonly DocumentLine[] {
  const drafts: Omit<DocumentLine, 'fromTop' | 'fromBottom' | 'next'>[] = [];
  for (const part of document.parts) {
    let start = part.start;
    while (start <= part.end) {
      const found = document.text.indexOf('\n', start);
      const end = found < 0 || found > part.end ? part.end : found;
      const raw = document.text.slice(start, end);
      const text = raw.trim();
      if (text !== '') {
        const first = start + raw.indexOf(text);
        drafts.push({
          start: first,
          end: first + text.length,
          text,
          kind: part.kind,
          label: part.label ?? '',
        });
      }
      start = end + 1;
    }
  }
  const running = drafts.filter((line) => isRunningText(line.kind)).length;
  let above = 0;
  return drafts.map((line, index) => {
    const fromTop = above;
    if (isRunningText(line.kind)) above += 1;
    return { ...line, fromTop, fromBottom: running - fromTop - 1, next: drafts[index + 1]?.text ?? '' };
  });
}
