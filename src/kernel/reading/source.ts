/**
 * A document as blocks in reading order, whatever file it came from: what the format readers produce and modules
 * that read documents consume. Types only; nothing here knows what a document is about.
 */

export const sourceFormats = ['docx', 'doc', 'xlsx', 'xls', 'pdf', 'ofd', 'html', 'md', 'txt'] as const;
export type SourceFormat = (typeof sourceFormats)[number];

/** Where a text stands in its file: page from 1, line from 1, cell as `sheet!A1` or `table 2 R3C1`. */
export interface SourcePlace {
  readonly page?: number;
  readonly line?: number;
  readonly cell?: string;
}

export interface SourceParagraph {
  readonly kind: 'paragraph';
  /** Text with soft line wraps of the file removed where the format tells them; no trailing white space. */
  readonly text: string;
  readonly place: SourcePlace;
  /** Outline level 1–6 when the format marks one (a Word heading style, `<h2>`, `##`). */
  readonly headingLevel?: number;
  readonly centred?: boolean;
  readonly bold?: boolean;
  /** Stands in a text box. */
  readonly boxed?: boolean;
  /** A number or bullet the format draws before the text (automatic numbering), as it is shown: `3.`, `（二）`. */
  readonly listLabel?: string;
  /**
   * Plain text only: tabs that stood before the text. A table flattened to one cell per line prints each cell
   * with a leading tab; such lines stay paragraphs (an empty cell is an empty text) and the layout reader rebuilds
   * the rows.
   */
  readonly leadingTabs?: number;
  /** Plain text only: empty lines that stood before this line; they part the rows of a flattened table. */
  readonly blankLinesBefore?: number;
}

export interface SourceCell {
  /** Paragraphs of the cell joined by `\n`. */
  readonly text: string;
  /** First grid column, from 0. */
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly place: SourcePlace;
}

export interface SourceRow {
  /** Cells that begin in this row, by column. A cell merged from a row above is not repeated here. */
  readonly cells: readonly SourceCell[];
  /** Marked by the format as a heading row repeated on every page. */
  readonly repeatedHeader?: boolean;
  readonly place: SourcePlace;
}

export interface SourceTable {
  readonly kind: 'table';
  readonly columnCount: number;
  readonly rows: readonly SourceRow[];
  readonly place: SourcePlace;
  /** False when the grid was rebuilt from positions or separators and not read from the file's own table. */
  readonly native: boolean;
}

export type SourceBlock = SourceParagraph | SourceTable;

/** Something about the file that a person must know: tracked changes, hidden rows, pages without text … */
export interface SourceNote {
  readonly code: string;
  /** A Chinese sentence for the person who imports. */
  readonly sentence: string;
  readonly place?: SourcePlace;
}

export type SourceAsideKind =
  | 'header'
  | 'footer'
  | 'footnote'
  /** Entries of an automatic table of contents. */
  | 'contents'
  /** Words of charts and drawings. */
  | 'drawing'
  | 'comment'
  | 'deletedText'
  | 'hiddenText'
  | 'hiddenCell'
  /** Whatever the file says about itself: properties, names, addresses of links, codes of fields. */
  | 'property'
  | 'pictureName'
  /** Text that stood in an earlier state of the file and is still in it. */
  | 'earlierRevision';

/** A text that stands in the file beside its body. */
export interface SourceAside {
  readonly kind: SourceAsideKind;
  readonly text: string;
  readonly place: SourcePlace;
  /** What it is called: the property 作者, the author of a comment. */
  readonly label?: string;
}

export interface SourceDocument {
  readonly format: SourceFormat;
  readonly blocks: readonly SourceBlock[];
  readonly notes: readonly SourceNote[];
  /** Only when the caller asked for what stands beside the body. */
  readonly asides?: readonly SourceAside[];
}

/** Why a file could not be turned into a source document, with what the person can do. */
export interface SourceRefusal {
  readonly code:
    | 'empty'
    | 'tooLarge'
    | 'encrypted'
    | 'damaged'
    | 'imageOnly'
    | 'unsupported'
    | 'converterMissing'
    | 'archiveBomb'
    | 'cancelled'
    | 'tookTooLong';
  readonly sentence: string;
  readonly remedy: string;
}
