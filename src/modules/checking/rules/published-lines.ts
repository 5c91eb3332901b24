/**
 * The lines of a document that readers will see: body, headings, cells, notes, headers and footers, without comments,
 * properties or hidden text. The checks of form read these. Pure.
 */
import type { CheckedDocument, PartKind } from './checked-document.ts';

/** A line of one published part; a part of several lines (a cell) gives several. */
export interface PublishedLine {
  /** Half-open span of the document's text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: PartKind;
  /** Index in the document's `parts`. */
  readonly part: number;
}

const publishedKinds: Readonly<Record<PartKind, boolean>> = {
  body: true,
  heading: true,
  cell: true,
  header: true,
  footer: true,
  footnote: true,
  textBox: true,
  property: false,
  fileName: false,
  pictureName: false,
  comment: false,
  insertedText: false,
  deletedText: false,
  hiddenText: false,
  hiddenCell: false,
  earlierRevision: false,
};

/** All published lines in order, blank ones too. */
export function publishedLinesOf(document: CheckedDocument): readonly PublishedLine[] {
  const lines: PublishedLine[] = [];
  document.parts.forEach(({ kind, start, end }, part) => {
    if (!publishedKinds[kind]) return;
    let from = start;
    while (from <= end) {
      const mark = document.text.indexOf('\n', from);
      const until = mark === -1 || mark > end ? end : mark;
      lines.push({ start: from, end: until, text: document.text.slice(from, until), kind, part });
      from = until + 1;
    }
  });
  return lines;
}

/** The lines of running text: neither cells nor headers and footers, which repeat on each page. */
export function proseLinesOf(document: CheckedDocument): readonly PublishedLine[] {
  return publishedLinesOf(document).filter(({ kind }) => kind === 'body' || kind === 'heading');
}

/** The text of a line without blanks at its ends (ideographic ones and byte order marks too), and where it starts. */
export function trimmedLine(line: PublishedLine): { readonly text: string; readonly start: number } {
  const text = line.text.trim();
  return { text, start: line.start + (text === '' ? 0 : line.text.indexOf(text)) };
}
