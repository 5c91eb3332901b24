/** Builds a checked document piece by piece: readers of files use it, and tests that need tables. Pure. */
import type {
  CheckedCell,
  CheckedDocument,
  CheckedPart,
  CheckedTable,
  FileRemark,
  PartKind,
  PlaceInFile,
} from './checked-document.ts';

/** A cell of a table being drafted. */
export interface DraftCell {
  readonly text: string;
  readonly column: number;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  readonly place: PlaceInFile;
  /** `cell` unless said otherwise. */
  readonly kind?: 'cell' | 'hiddenCell';
}

export interface DocumentDraft {
  /** Adds a run of text and returns its index in `parts`; an empty text is a part too. */
  readonly addPart: (
    kind: PartKind,
    text: string,
    place?: PlaceInFile,
    more?: { readonly level?: number; readonly label?: string },
  ) => number;
  readonly addTable: (title: string | null, rows: readonly (readonly DraftCell[])[]) => void;
  readonly addRemark: (code: FileRemark['code'], sentence: string, place?: PlaceInFile) => void;
  /** Length of the text so far. */
  readonly length: () => number;
  readonly finish: (attachments?: readonly string[] | null) => CheckedDocument;
}

/** An empty draft. */
export function draftDocument(): DocumentDraft {
  const pieces: string[] = [];
  const parts: CheckedPart[] = [];
  const tables: CheckedTable[] = [];
  const remarks: FileRemark[] = [];
  let length = 0;

  function addPart(
    kind: PartKind,
    text: string,
    place: PlaceInFile = {},
    more: { readonly level?: number; readonly label?: string } = {},
  ): number {
    const start = parts.length === 0 ? 0 : length + 1;
    pieces.push(text);
    length = start + text.length;
    return parts.push({ kind, start, end: length, place, ...more }) - 1;
  }

  return {
    addPart,
    addTable(title, rows) {
      const built = rows.map((row) =>
        row.map(
          (cell): CheckedCell => ({
            part: addPart(cell.kind ?? 'cell', cell.text, cell.place),
            column: cell.column,
            columnSpan: cell.columnSpan ?? 1,
            rowSpan: cell.rowSpan ?? 1,
          }),
        ),
      );
      tables.push({ title, rows: built });
    },
    addRemark: (code, sentence, place = {}) => void remarks.push({ code, sentence, place }),
    length: () => length,
    finish(attachments = null) {
      if (parts.length === 0) addPart('body', '');
      return { text: pieces.join('\n'), parts, tables, remarks, attachments };
    },
  };
}

/** A document that is one table, given as rows of texts: `documentOfRows('名单', [['姓名', '身份证号'], …])`. */
export function documentOfRows(title: string | null, rows: readonly (readonly string[])[]): CheckedDocument {
  const draft = draftDocument();
  if (title !== null) draft.addPart('body', title, { paragraph: 1 });
  draft.addTable(
    title,
    rows.map((row, rowIndex) =>
      row.map((text, column) => ({
        text,
        column,
        place: { cell: `表1 第${rowIndex + 1}行第${column + 1}列` },
      })),
    ),
  );
  return draft.finish();
}
