/** Turns what the house's readers give (blocks, texts beside the body, notes) into a checked document. Pure. */
import type {
  SourceAside,
  SourceAsideKind,
  SourceBlock,
  SourceDocument,
  SourceParagraph,
  SourcePlace,
  SourceTable,
} from '#kernel/reading/source.ts';
import type { CheckedDocument, PartKind, PlaceInFile } from '../rules/checked-document.ts';
import { type DocumentDraft, type DraftCell, draftDocument } from '../rules/document-draft.ts';
import { addRemarks } from './file-remarks.ts';

/** Texts beside the body follow it in this order. */
const asideParts: readonly (readonly [SourceAsideKind, PartKind])[] = [
  ['header', 'header'],
  ['footer', 'footer'],
  ['footnote', 'footnote'],
  ['contents', 'textBox'],
  ['drawing', 'textBox'],
  ['property', 'property'],
  ['pictureName', 'pictureName'],
  ['comment', 'comment'],
  ['deletedText', 'deletedText'],
  ['hiddenText', 'hiddenText'],
  ['hiddenCell', 'hiddenCell'],
  ['earlierRevision', 'earlierRevision'],
];
const longestTitle = 40;

/** Knows which paragraph of the body, as a person counts, stands where the file counts every paragraph it holds. */
type ParagraphNumber = (line: number) => number | undefined;

function paragraphNumbers({ format, blocks }: SourceDocument): ParagraphNumber {
  if (format !== 'docx' && format !== 'doc') return () => undefined;
  const lines = blocks.flatMap((block) =>
    block.kind === 'paragraph' && block.place.line !== undefined ? [block.place.line] : [],
  );
  return (line) => {
    let low = 0;
    let high = lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((lines[middle] ?? 0) <= line) low = middle + 1;
      else high = middle;
    }
    return Math.max(low, 1);
  };
}

/** `table 2 R3C1` is `表2 第3行第1列`, `人员!B7` is cell B7 of sheet 人员. */
function cellPlace(cell: string): PlaceInFile {
  const grid = /^(?:table (\d+))?\s*(?:R(\d+))?(?:C(\d+))?$/u.exec(cell);
  if (grid !== null) {
    const [, table, row, column] = grid;
    const words = [
      table === undefined ? '' : `表${table}`,
      [row === undefined ? '' : `第${row}行`, column === undefined ? '' : `第${column}列`].join(''),
    ];
    return { cell: words.filter((word) => word !== '').join(' ') };
  }
  const mark = cell.lastIndexOf('!');
  return mark < 0 ? { cell } : { sheet: cell.slice(0, mark), cell: cell.slice(mark + 1) };
}

function placeOfSource(place: SourcePlace, numberOf: ParagraphNumber): PlaceInFile {
  const paragraph = place.line === undefined ? undefined : numberOf(place.line);
  return {
    ...(place.page === undefined ? {} : { page: place.page }),
    ...(place.cell === undefined ? {} : cellPlace(place.cell)),
    ...(paragraph === undefined || place.cell !== undefined ? {} : { paragraph }),
    ...(place.line === undefined || paragraph !== undefined ? {} : { line: place.line }),
  };
}

/** A bullet is no text; a number drawn before a paragraph is. */
function shownText({ text, listLabel }: SourceParagraph): string {
  return listLabel === undefined || listLabel === '•' ? text : listLabel + text;
}

function addParagraph(draft: DocumentDraft, block: SourceParagraph, numberOf: ParagraphNumber): void {
  const kind = block.boxed === true ? 'textBox' : block.headingLevel === undefined ? 'body' : 'heading';
  const level = block.headingLevel === undefined ? {} : { level: block.headingLevel };
  draft.addPart(kind, shownText(block), placeOfSource(block.place, numberOf), level);
}

/** A short line without the end of a sentence right above a table is its title. */
function tableTitle(above: SourceBlock | undefined): string | null {
  if (above?.kind !== 'paragraph') return null;
  const text = shownText(above).trim();
  return text !== '' && text.length <= longestTitle && !/[。；！？]$/u.test(text) ? text : null;
}

function addTable(
  draft: DocumentDraft,
  table: SourceTable,
  name: string,
  title: string | null,
  numberOf: ParagraphNumber,
): void {
  const rows = table.rows.map((row, down) =>
    row.cells.map((cell): DraftCell => {
      const given = placeOfSource(cell.place, numberOf);
      const cellName = `${name} 第${down + 1}行第${cell.column + 1}列`;
      return {
        text: cell.text,
        column: cell.column,
        columnSpan: cell.columnSpan,
        rowSpan: cell.rowSpan,
        place: given.sheet === undefined ? { ...given, cell: cellName } : given,
      };
    }),
  );
  draft.addTable(title, rows);
}

function columnOfAddress(address: string): number {
  const letters = /^[A-Z]{1,3}/u.exec(address)?.[0] ?? 'A';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Hidden cells are tables like the shown ones, so that a column is judged by its heading. */
function addHiddenCells(draft: DocumentDraft, cells: readonly SourceAside[]): void {
  const sheets = new Map<string, Map<number, DraftCell[]>>();
  for (const { text, place } of cells) {
    const where = cellPlace(place.cell ?? '');
    const row = Number(/\d+$/u.exec(where.cell ?? '')?.[0] ?? '0');
    const sheet = sheets.get(where.sheet ?? '') ?? new Map<number, DraftCell[]>();
    sheets.set(where.sheet ?? '', sheet);
    const cell: DraftCell = {
      text,
      column: columnOfAddress(where.cell ?? ''),
      place: where,
      kind: 'hiddenCell',
    };
    const beside = sheet.get(row);
    if (beside === undefined) sheet.set(row, [cell]);
    else beside.push(cell);
  }
  for (const [name, rows] of sheets) {
    const ordered = [...rows].sort(([left], [right]) => left - right).map(([, row]) => row);
    draft.addTable(
      name === '' ? null : name,
      ordered.map((row) => row.sort((left, right) => left.column - right.column)),
    );
  }
}

function addAsides(draft: DocumentDraft, asides: readonly SourceAside[], numberOf: ParagraphNumber): void {
  for (const [kind, partKind] of asideParts) {
    const wanted = asides.filter((aside) => aside.kind === kind);
    if (kind === 'hiddenCell') addHiddenCells(draft, wanted);
    else
      for (const { text, place, label } of wanted)
        draft.addPart(partKind, text, placeOfSource(place, numberOf), label === undefined ? {} : { label });
  }
}

/** The file's name without its extension, where it says anything. */
export function tellingFileName(fileName: string): string | null {
  const stem = fileName.replace(/\.[a-z0-9]{1,8}$/iu, '');
  return /\p{Script=Han}|\d{7}/u.test(stem) ? stem : null;
}

/** The document of a read file. */
export function documentOfSource(source: SourceDocument, fileName: string): CheckedDocument {
  const draft = draftDocument();
  const numberOf = paragraphNumbers(source);
  const asides = source.asides ?? [];
  let tables = 0;
  for (const [index, block] of source.blocks.entries()) {
    if (block.kind === 'paragraph') addParagraph(draft, block, numberOf);
    else {
      tables += 1;
      addTable(draft, block, `表${tables}`, tableTitle(source.blocks[index - 1]), numberOf);
    }
  }
  addAsides(draft, asides, numberOf);
  const name = tellingFileName(fileName);
  if (name !== null) draft.addPart('fileName', name, {}, { label: '文件名' });
  addRemarks(draft, source, (place) => placeOfSource(place, numberOf));
  return draft.finish();
}
