/**
 * Turns the cells and merges of one sheet into blocks: titles above the table as paragraphs, the table without the
 * rows and columns nobody sees. Pure.
 */

import type { SourceBlock, SourceCell, SourceParagraph, SourceRow } from '../../source.ts';
import { leastOf } from '../many-values.ts';

export interface SheetCell {
  /** From 0. */
  readonly column: number;
  readonly text: string;
  readonly bold: boolean;
  readonly centred: boolean;
}

export interface SheetRow {
  /** From 1, as the sheet numbers it. */
  readonly number: number;
  readonly cells: readonly SheetCell[];
}

/** A merged region: rows from 1, columns from 0, both ends included. */
export interface SheetMerge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface SheetContent {
  readonly name: string;
  /** Visible rows only, by number. */
  readonly rows: readonly SheetRow[];
  readonly merges: readonly SheetMerge[];
  readonly hiddenColumns: ReadonlySet<number>;
  readonly headerRows: readonly [number, number] | undefined;
}

type OnCovered = (text: string, column: number, row: number) => void;

interface PlacedCell extends SheetCell {
  readonly rowIndex: number;
  readonly rowNumber: number;
  lastRowIndex: number;
  lastColumn: number;
}

/** `A1` for column 0, row 1. */
export function cellAddress(column: number, row: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return `${letters}${row}`;
}

/** Index of the first row with a number of at least `number`. */
function firstRowFrom(rows: readonly SheetRow[], number: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.number ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

function placedCells(sheet: SheetContent, onCovered: OnCovered): PlacedCell[][] {
  const rows = sheet.rows.map((row, rowIndex) =>
    row.cells
      .filter((cell) => cell.text !== '' && !sheet.hiddenColumns.has(cell.column))
      .map(
        (cell): PlacedCell => ({
          ...cell,
          rowIndex,
          rowNumber: row.number,
          lastRowIndex: rowIndex,
          lastColumn: cell.column,
        }),
      ),
  );
  for (const merge of sheet.merges) {
    const first = firstRowFrom(sheet.rows, merge.top);
    const last = firstRowFrom(sheet.rows, merge.bottom + 1) - 1;
    const anchor = rows[first]?.find((cell) => cell.column >= merge.left && cell.column <= merge.right);
    if (anchor === undefined || last < first) continue;
    anchor.lastRowIndex = last;
    anchor.lastColumn = merge.right;
    // Values left under a merge are not shown by any program.
    for (let index = first; index <= last; index++) {
      rows[index] = (rows[index] ?? []).filter((cell) => {
        const isShown = cell === anchor || cell.column < merge.left || cell.column > merge.right;
        if (!isShown) onCovered(cell.text, cell.column, cell.rowNumber);
        return isShown;
      });
    }
  }
  return rows;
}

/** Ends, from the top, of the cells that reach into rows below their own. */
function coveredFromAbove(rows: readonly PlacedCell[][]): boolean[] {
  let reach = -1;
  return rows.map((row, index) => {
    const covered = reach >= index;
    for (const cell of row) reach = Math.max(reach, cell.lastRowIndex);
    return covered;
  });
}

function titleParagraph(sheet: SheetContent, cell: PlacedCell): SourceParagraph {
  return {
    kind: 'paragraph',
    text: cell.text,
    place: { cell: `${sheet.name}!${cellAddress(cell.column, cell.rowNumber)}` },
    ...(cell.centred ? { centred: true } : {}),
    ...(cell.bold ? { bold: true } : {}),
  };
}

function tableOfRows(sheet: SheetContent, rows: readonly PlacedCell[][]): SourceBlock {
  const columns = [...new Set(rows.flat().map((cell) => cell.column))].sort((left, right) => left - right);
  const columnIndex = new Map(columns.map((column, index) => [column, index]));
  const rowIndex = new Map(rows.map((row, index) => [row[0]?.rowIndex ?? -1, index]));
  const keptUpTo = (last: number, kept: ReadonlyMap<number, number>, from: number): number => {
    let count = 0;
    for (let at = from; at <= last; at++) if (kept.has(at)) count++;
    return count;
  };
  const lastColumn = columns.at(-1) ?? 0;
  const sourceRows = rows.map((row): SourceRow => {
    const number = row[0]?.rowNumber ?? 1;
    const header =
      sheet.headerRows !== undefined && number >= sheet.headerRows[0] && number <= sheet.headerRows[1];
    return {
      cells: row.map(
        (cell): SourceCell => ({
          text: cell.text,
          column: columnIndex.get(cell.column) ?? 0,
          columnSpan: keptUpTo(Math.min(cell.lastColumn, lastColumn), columnIndex, cell.column),
          rowSpan: keptUpTo(cell.lastRowIndex, rowIndex, cell.rowIndex),
          place: { cell: `${sheet.name}!${cellAddress(cell.column, cell.rowNumber)}` },
        }),
      ),
      place: { cell: `${sheet.name}!${cellAddress(columns[0] ?? 0, number)}` },
      ...(header ? { repeatedHeader: true } : {}),
    };
  });
  return {
    kind: 'table',
    columnCount: columns.length,
    rows: sourceRows,
    place: { cell: `${sheet.name}!${cellAddress(columns[0] ?? 0, rows[0]?.[0]?.rowNumber ?? 1)}` },
    native: true,
  };
}

/** Blocks of one sheet; none when nothing is written on it. `onCovered` is told of values that lie under a merge. */
export function blocksOfSheet(sheet: SheetContent, onCovered: OnCovered = () => undefined): SourceBlock[] {
  const placed = placedCells(sheet, onCovered);
  const covered = coveredFromAbove(placed);
  const rows = placed
    .map((cells, index) => ({ cells, covered: covered[index] === true }))
    .filter((row) => row.cells.length > 0);
  const isAlone = (index: number): boolean => {
    const row = rows[index];
    return (
      row !== undefined &&
      row.cells.length === 1 &&
      !row.covered &&
      row.cells[0]?.lastRowIndex === row.cells[0]?.rowIndex
    );
  };
  let from = 0;
  while (isAlone(from)) from++;
  const leftmost = leastOf(rows.slice(from).flatMap((row) => row.cells.map((cell) => cell.column)));
  // Below a table stand notes and signatures; a row inside it that holds one cell is a heading of its rows.
  let to = rows.length;
  while (to > from && isAlone(to - 1) && rows[to - 1]?.cells[0]?.column === leftmost) to--;
  const paragraphs = (part: typeof rows): SourceBlock[] =>
    part.flatMap((row) => row.cells.map((cell) => titleParagraph(sheet, cell)));
  const table = rows.slice(from, to).map((row) => row.cells);
  return [
    ...paragraphs(rows.slice(0, from)),
    ...(table.length > 0 ? [tableOfRows(sheet, table)] : []),
    ...paragraphs(rows.slice(to)),
  ];
}
