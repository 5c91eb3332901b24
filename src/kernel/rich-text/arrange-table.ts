/** Puts the cells of a table on a grid in which every place is covered once, whatever spans the markup claims. */
import { emptyParagraph, type RichCell, type RichFlow, type RichTable } from './body.ts';
import { cleanLine } from './clean-inlines.ts';
import type { DroppedTally } from './dropped.ts';
import type { RawCell, RawTable } from './raw-body.ts';

const mostColumns = 60;
const mostPlaces = 40_000;
const longestCaption = 200;

const spanWithin = (span: number, most: number) =>
  Number.isInteger(span) && span >= 1 ? Math.min(span, most) : 1;

interface Placed {
  readonly cell: RawCell;
  column: number;
  columnSpan: number;
  rowSpan: number;
}

/** Cells at their columns; a cell that would overlap moves on, a span ends at the next cell above it. */
function placeCells(rows: readonly (readonly RawCell[])[], tally: DroppedTally): Placed[][] {
  /** Rows still covered from above, by column. */
  const covered: number[] = [];
  const placed: Placed[][] = [];
  let places = 0;
  for (const [index, row] of rows.entries()) {
    const line: Placed[] = [];
    let column = 0;
    for (const cell of row) {
      while ((covered[column] ?? 0) > 0) column++;
      if (column >= mostColumns) {
        tally.note('tooLarge', '表格的列');
        break;
      }
      const wanted = spanWithin(cell.columnSpan, mostColumns - column);
      let columnSpan = 1;
      while (columnSpan < wanted && (covered[column + columnSpan] ?? 0) === 0) columnSpan++;
      const rowSpan = spanWithin(cell.rowSpan, rows.length - index);
      for (let at = column; at < column + columnSpan; at++) covered[at] = rowSpan;
      line.push({ cell, column, columnSpan, rowSpan });
      column += columnSpan;
    }
    places += covered.length;
    if (places > mostPlaces) {
      tally.note('tooLarge', '表格的行');
      break;
    }
    placed.push(line);
    for (let at = 0; at < covered.length; at++) covered[at] = Math.max((covered[at] ?? 0) - 1, 0);
  }
  for (const [index, line] of placed.entries())
    for (const cell of line) cell.rowSpan = Math.min(cell.rowSpan, placed.length - index);
  return placed;
}

/** A row in which no cell begins is no row: the cells above it are one shorter. */
function withoutEmptyRows(rows: readonly Placed[][]): Placed[][] {
  const isEmpty = rows.map((row) => row.length === 0);
  for (const [index, row] of rows.entries()) {
    for (const cell of row) {
      const through = isEmpty.slice(index, index + cell.rowSpan);
      cell.rowSpan -= through.filter((empty) => empty).length;
    }
  }
  return rows.filter((row) => row.length > 0);
}

/** A column in which no cell begins is no column: the cells over it are one narrower. */
function withoutEmptyColumns(rows: readonly Placed[][]): readonly Placed[][] {
  const begun = new Set(rows.flatMap((row) => row.map((cell) => cell.column)));
  /** Columns that stay, before each column. */
  const before = [0];
  for (let column = 0; column < mostColumns; column++)
    before.push((before[column] ?? 0) + (begun.has(column) ? 1 : 0));
  for (const cell of rows.flat()) {
    const start = before[cell.column] ?? 0;
    cell.columnSpan = (before[cell.column + cell.columnSpan] ?? 0) - start;
    cell.column = start;
  }
  return rows;
}

const filler = (column: number, header: boolean): RichCell => ({
  header,
  column,
  columnSpan: 1,
  rowSpan: 1,
  blocks: [emptyParagraph],
});

/** Cells for the places of a row nobody covers. */
function fillRows(rows: readonly (readonly RichCell[])[], columnCount: number): RichCell[][] {
  const covered: number[] = Array.from({ length: columnCount }, () => 0);
  return rows.map((row) => {
    const filled: RichCell[] = [];
    const starts = new Map(row.map((cell) => [cell.column, cell]));
    const isHead = row.every((cell) => cell.header);
    for (let column = 0; column < columnCount; column++) {
      const cell = (covered[column] ?? 0) > 0 ? undefined : (starts.get(column) ?? filler(column, isHead));
      if (cell === undefined) continue;
      filled.push(cell);
      for (let at = column; at < column + cell.columnSpan; at++) covered[at] = cell.rowSpan;
      column += cell.columnSpan - 1;
    }
    for (let at = 0; at < columnCount; at++) covered[at] = Math.max((covered[at] ?? 0) - 1, 0);
    return filled;
  });
}

/** Leading rows that are all heading cells, none of which reaches into the rows below them. */
export function countHeadRows(rows: readonly (readonly RichCell[])[]): number {
  const all = rows.findIndex((row) => !row.every((cell) => cell.header));
  let count = all < 0 ? rows.length : all;
  const leaves = (index: number) =>
    rows.slice(0, index).some((row, at) => row.some((cell) => at + cell.rowSpan > index));
  while (count > 0 && leaves(count)) count--;
  return count;
}

/** The table on its grid, or undefined when nothing stands in it. `arrange` puts the blocks of a cell in order. */
export function arrangeTable(
  raw: RawTable,
  tally: DroppedTally,
  arrange: (cell: RawCell) => readonly RichFlow[],
): RichTable | undefined {
  const rows = withoutEmptyColumns(withoutEmptyRows(placeCells(raw.rows, tally))).map((row) =>
    row.map(({ cell, column, columnSpan, rowSpan }): RichCell => {
      const blocks = arrange(cell);
      return {
        header: cell.header,
        column,
        columnSpan,
        rowSpan,
        blocks: blocks.length === 0 ? [emptyParagraph] : blocks,
      };
    }),
  );
  const columnCount = Math.max(0, ...rows.flatMap((row) => row.map((cell) => cell.column + cell.columnSpan)));
  const isEmpty = rows.every((row) =>
    row.every(({ blocks }) =>
      blocks.every((block) => block.kind === 'paragraph' && block.inlines.length === 0),
    ),
  );
  if (isEmpty) return undefined;
  const filled = fillRows(rows, columnCount);
  return {
    kind: 'table',
    caption: cleanLine(raw.caption, longestCaption),
    columnCount,
    headRows: countHeadRows(filled),
    rows: filled,
  };
}
