/**
 * A table as it lies on pages: column lines, and cells with the lines of text in them. Joined over pages while it is
 * still ink, so that a cell cut by a page break is wrapped as one; then made a `SourceTable`.
 */

import type { SourceCell, SourceRow, SourceTable } from '../../source.ts';
import { cleanText } from '../clean-text.ts';
import { appendTo, leastOf } from '../many-values.ts';
import type { InkRun } from './ink.ts';
import { endsSentence, isBareNumber, isFullLine, opensItem, textOfLines } from './wrapping.ts';

export interface InkCell {
  /** First row and column of the grid, from 0. */
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  readonly lines: InkRun[];
}

export interface InkTable {
  readonly page: number;
  /** The last page it reaches. */
  lastPage: number;
  /** Where it begins on its first page and ends on its last. */
  readonly top: number;
  bottom: number;
  /** Positions of the lines between the columns, outer edges included. */
  lines: number[];
  rowCount: number;
  cells: InkCell[];
  /** Whether its grid is drawn. */
  readonly ruled: boolean;
}

/** Column lines of two pages nearer than this are the same line. */
const sameLine = 6;

function squeezedText(cell: InkCell): string {
  return cell.lines
    .map((line) => line.text)
    .join('')
    .replace(/\s/gu, '');
}

function cellsOfRow(table: InkTable, row: number): InkCell[] {
  return table.cells.filter((cell) => cell.row === row);
}

/** Text width that lines of a column can have: its drawn width less padding, or its widest line. */
export function availableWidths(table: InkTable): (cell: InkCell) => number {
  const paddings = table.lines.map(() => Number.POSITIVE_INFINITY);
  const widest = new Map<string, number>();
  const edges = new Map<string, readonly [number, number]>();
  const key = (cell: InkCell) => `${cell.column}+${cell.columnSpan}`;
  for (const cell of table.cells) {
    for (const line of cell.lines) {
      const padding = line.left - (table.lines[cell.column] ?? line.left);
      paddings[cell.column] = Math.min(paddings[cell.column] ?? padding, Math.max(padding, 0));
      const [left, right] = edges.get(key(cell)) ?? [line.left, line.right];
      edges.set(key(cell), [Math.min(left, line.left), Math.max(right, line.right)]);
    }
  }
  for (const [column, [left, right]] of edges) widest.set(column, right - left);
  return (cell) => {
    if (!table.ruled) return widest.get(key(cell)) ?? 0;
    const width = (table.lines[cell.column + cell.columnSpan] ?? 0) - (table.lines[cell.column] ?? 0);
    return Math.max(width - 2 * Math.min(paddings[cell.column] ?? 0, 12), widest.get(key(cell)) ?? 0);
  };
}

function matchingLines(first: InkTable, second: InkTable): boolean {
  const shared = second.lines.filter((line) =>
    first.lines.some((other) => Math.abs(other - line) <= sameLine),
  );
  const fewest = Math.min(first.lines.length, second.lines.length);
  const outer =
    Math.abs((first.lines[0] ?? 0) - (second.lines[0] ?? 0)) <= sameLine &&
    Math.abs((first.lines.at(-1) ?? 0) - (second.lines.at(-1) ?? 0)) <= sameLine;
  return outer && shared.length >= Math.max(fewest * 0.7, 2);
}

/** Lets a table stand on another set of column lines that holds its own. */
function withLines(table: InkTable, lines: number[]): void {
  const index = (line: number): number => {
    let best = 0;
    for (const [at, other] of lines.entries()) {
      if (Math.abs(other - line) < Math.abs((lines[best] ?? 0) - line)) best = at;
    }
    return best;
  };
  for (const cell of table.cells) {
    const from = index(table.lines[cell.column] ?? 0);
    cell.columnSpan = Math.max(index(table.lines[cell.column + cell.columnSpan] ?? 0) - from, 1);
    cell.column = from;
  }
  table.lines = lines;
}

/** Drops the heading rows that a page repeats; how many rows were dropped. */
function dropRepeatedRows(first: InkTable, second: InkTable): void {
  const rowText = (table: InkTable, row: number) =>
    cellsOfRow(table, row)
      .sort((left, right) => left.column - right.column)
      .map(squeezedText)
      .filter((text) => text !== '')
      .join('|');
  let repeated = 0;
  while (
    repeated < Math.min(3, second.rowCount) &&
    rowText(second, repeated) !== '' &&
    rowText(second, repeated) === rowText(first, repeated)
  ) {
    repeated++;
  }
  if (repeated === 0) return;
  second.cells = second.cells.filter((cell) => cell.row >= repeated);
  for (const cell of second.cells) cell.row -= repeated;
  second.rowCount -= repeated;
}

function runsOnOverBreak(above: InkCell, below: InkCell, available: number): boolean {
  const last = above.lines.at(-1);
  const next = below.lines[0];
  if (last === undefined || next === undefined || endsSentence(last)) return false;
  if (opensItem(next) || isBareNumber(next)) return false;
  const left = leastOf([...above.lines, ...below.lines].map((line) => line.left));
  return isFullLine(last, next, left, available);
}

/**
 * Joins the part of a table on the next page to what was read before, when it is the same table. Cells cut by the
 * break become one again; a merged cell that reaches over it goes on. False when it is another table.
 */
export function joinInkTable(first: InkTable, second: InkTable): boolean {
  if (first.ruled !== second.ruled || !matchingLines(first, second)) return false;
  const extra = second.lines.filter(
    (line) => !first.lines.some((other) => Math.abs(other - line) <= sameLine),
  );
  const lines = [...first.lines, ...extra].sort((left, right) => left - right);
  withLines(first, lines);
  withLines(second, lines);
  dropRepeatedRows(first, second);
  const widths = availableWidths({ ...first, cells: [...first.cells, ...second.cells] });
  const touching = new Map(
    first.cells
      .filter((cell) => cell.row + cell.rowSpan === first.rowCount)
      .map((cell) => [cell.column, cell]),
  );
  const opening = cellsOfRow(second, 0);
  const written = opening.filter((cell) => cell.lines.length > 0);
  const continues = (cell: InkCell): boolean => {
    const above = touching.get(cell.column);
    return above !== undefined && runsOnOverBreak(above, cell, widths(above));
  };
  const rowIsCut = written.length > 0 && written.every(continues);
  const shift = rowIsCut ? first.rowCount - 1 : first.rowCount;
  const kept: InkCell[] = [];
  for (const cell of second.cells) {
    const above = cell.row === 0 ? touching.get(cell.column) : undefined;
    const isBlank = cell.lines.length === 0;
    const merged = above !== undefined && (above.rowSpan > 1 || cell.rowSpan > 1);
    const sameText = above !== undefined && squeezedText(above) === squeezedText(cell);
    if (above !== undefined && (rowIsCut || (merged && (isBlank || sameText || continues(cell))))) {
      if (!sameText) appendTo(above.lines, cell.lines);
      above.rowSpan += rowIsCut ? cell.rowSpan - 1 : cell.rowSpan;
    } else kept.push({ ...cell, row: cell.row + shift });
  }
  appendTo(first.cells, kept);
  first.rowCount = shift + second.rowCount;
  first.bottom = second.bottom;
  first.lastPage = second.lastPage;
  return true;
}

/** The finished table: rows and columns in which nothing begins are dropped. */
export function sourceTableOfInk(table: InkTable): SourceTable {
  const widths = availableWidths(table);
  const written = table.cells.filter((cell) => cell.lines.length > 0);
  const rows = [...new Set(written.map((cell) => cell.row))].sort((left, right) => left - right);
  const columns = [...new Set(written.map((cell) => cell.column))].sort((left, right) => left - right);
  const between = (kept: readonly number[], from: number, to: number) =>
    kept.filter((index) => index >= from && index < to).length;
  const byRow = new Map<number, InkCell[]>();
  for (const cell of written) byRow.set(cell.row, [...(byRow.get(cell.row) ?? []), cell]);
  const sourceRows = rows.map((row, rowIndex): SourceRow => {
    const cells = (byRow.get(row) ?? []).sort((left, right) => left.column - right.column);
    const page = cells[0]?.lines[0]?.page ?? table.page;
    return {
      place: { page },
      cells: cells.map((cell): SourceCell => {
        const column = columns.indexOf(cell.column);
        return {
          text: cleanText(textOfLines(cell.lines, widths(cell))),
          column,
          columnSpan: between(columns, cell.column, cell.column + cell.columnSpan),
          rowSpan: between(rows.slice(rowIndex, rowIndex + cell.rowSpan), cell.row, cell.row + cell.rowSpan),
          place: { page: cell.lines[0]?.page ?? page, cell: `R${rowIndex + 1}C${column + 1}` },
        };
      }),
    };
  });
  return {
    kind: 'table',
    columnCount: columns.length,
    rows: sourceRows,
    place: { page: table.page },
    native: false,
  };
}
