/**
 * A table as a full matrix: every row has every column, and each cell says whether it is printed there, merged from
 * above or from the left, or empty. Built from any `SourceTable`; knows no roles.
 */
import type { SourcePlace, SourceTable } from '#kernel/reading/source.ts';

/** `merged`: belongs to a cell begun in a row above. `across`: belongs to a cell begun further left. */
export type CellState = 'own' | 'merged' | 'across' | 'blank';

export interface GridCell {
  readonly text: string;
  readonly state: CellState;
  readonly place: SourcePlace;
}

export interface GridRow {
  readonly cells: readonly GridCell[];
  readonly place: SourcePlace;
  readonly repeatedHeader: boolean;
}

export interface Grid {
  readonly columnCount: number;
  readonly rows: readonly GridRow[];
  /** Cells and merges come from the file's own table and were not rebuilt from positions or separators. */
  readonly native: boolean;
  readonly place: SourcePlace;
}

interface OpenCell {
  readonly text: string;
  readonly place: SourcePlace;
  rowsLeft: number;
}

/** The matrix of a table. Cells outside the declared columns widen it. */
export function gridOfTable(table: SourceTable): Grid {
  let columnCount = Math.max(1, table.columnCount);
  for (const row of table.rows) {
    for (const cell of row.cells)
      columnCount = Math.max(columnCount, cell.column + Math.max(1, cell.columnSpan));
  }
  const open: (OpenCell | undefined)[] = Array.from({ length: columnCount });
  const rows = table.rows.map((row): GridRow => {
    const cells: GridCell[] = open.map((above): GridCell => {
      if (above === undefined || above.rowsLeft <= 0) return { text: '', state: 'blank', place: row.place };
      above.rowsLeft--;
      return { text: above.text, state: 'merged', place: above.place };
    });
    for (const cell of row.cells) {
      const text = cell.text.trim();
      for (let column = cell.column; column < cell.column + Math.max(1, cell.columnSpan); column++) {
        const state: CellState = text === '' ? 'blank' : column === cell.column ? 'own' : 'across';
        cells[column] = { text, state, place: cell.place };
        open[column] = { text, place: cell.place, rowsLeft: text === '' ? 0 : Math.max(1, cell.rowSpan) - 1 };
      }
    }
    return { cells, place: row.place, repeatedHeader: row.repeatedHeader === true };
  });
  return { columnCount, rows, native: table.native, place: table.place };
}

/** The text printed in a row when it is one single text, however many columns it spans; else undefined. */
export function soleTextOf(
  row: GridRow,
): { text: string; column: number; span: number; place: SourcePlace } | undefined {
  let found: { text: string; column: number; span: number; place: SourcePlace } | undefined;
  for (const [column, cell] of row.cells.entries()) {
    if (cell.state === 'blank' || cell.state === 'merged') continue;
    if (cell.state === 'across' && found !== undefined) {
      found.span++;
      continue;
    }
    if (found !== undefined) return undefined;
    found = { text: cell.text, column, span: 1, place: cell.place };
  }
  return found;
}
