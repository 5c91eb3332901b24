/**
 * A document as the checks see it: one linear text with parts that lead back to its places in the file. Whatever a
 * reader finds outside the body (headers, properties, comments, hidden text, file name) is a part too. Pure.
 */

/** Where a span stands in its file, as a person looks for it. */
export interface PlaceInFile {
  /** From 1. */
  readonly page?: number;
  /** Paragraph of the body, from 1. */
  readonly paragraph?: number;
  /** Line of a plain text, from 1. */
  readonly line?: number;
  readonly sheet?: string;
  /** `B7` of a workbook; `表2 第3行第1列` of a text document. */
  readonly cell?: string;
}

export const partKinds = [
  'body',
  'heading',
  'cell',
  'header',
  'footer',
  'footnote',
  'textBox',
  'property',
  'fileName',
  'pictureName',
  'comment',
  'insertedText',
  'deletedText',
  'hiddenText',
  'hiddenCell',
  'earlierRevision',
] as const;
export type PartKind = (typeof partKinds)[number];

/** A run of the text that stands in one place; parts follow each other, parted by line ends, and do not overlap. */
export interface CheckedPart {
  readonly kind: PartKind;
  /** Half-open span of the document's text. */
  readonly start: number;
  readonly end: number;
  readonly place: PlaceInFile;
  /** Heading level 1–6 where the file marks one. */
  readonly level?: number;
  /** What the part is called in the file: the property 作者, the author of a comment. */
  readonly label?: string;
}

/** A table whose cells are parts of the text. */
export interface CheckedTable {
  readonly title: string | null;
  readonly rows: readonly (readonly CheckedCell[])[];
}

export interface CheckedCell {
  /** Index in `parts`. */
  readonly part: number;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/** Something of the file no recogniser can read from its text: tracked changes, a page without text, a macro. */
export interface FileRemark {
  readonly code:
    | 'trackedChanges'
    | 'comments'
    | 'hiddenText'
    | 'hiddenSheet'
    | 'hiddenRows'
    | 'pageWithoutText'
    | 'pictureWithoutText'
    | 'croppedPicture'
    | 'earlierRevision'
    | 'embeddedFile'
    | 'macro'
    | 'unreadablePart';
  readonly sentence: string;
  readonly place: PlaceInFile;
}

export interface CheckedDocument {
  /** All that was read, in order. For plain text it is the text itself, unchanged, so that offsets are the file's. */
  readonly text: string;
  /** By start; at least one. */
  readonly parts: readonly CheckedPart[];
  readonly tables: readonly CheckedTable[];
  readonly remarks: readonly FileRemark[];
  /** Names of files handed in together, for attachments the text announces; null when nobody can tell. */
  readonly attachments: readonly string[] | null;
}

/** A text without a file, as it is typed or pasted: every line is a part, without its line end. */
export function documentOfText(text: string): CheckedDocument {
  const parts: CheckedPart[] = [];
  let start = 0;
  let line = 1;
  for (const row of text.split('\n')) {
    const end = start + row.length - (row.endsWith('\r') ? 1 : 0);
    parts.push({ kind: 'body', start, end, place: { line } });
    start += row.length + 1;
    line += 1;
  }
  return { text, parts, tables: [], remarks: [], attachments: null };
}
