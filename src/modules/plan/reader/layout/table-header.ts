/**
 * Finds the header rows of a grid, also when they come on two levels or again on every page, and the title rows
 * above them.
 */
import type { Grid, GridCell, GridRow } from './grid.ts';
import { soleTextOf } from './grid.ts';
import { headedRole } from './header-words.ts';

export interface TableHeader {
  /** Header word per column; empty texts when the grid has no header row. */
  readonly words: readonly string[];
  /** Texts of rows above the header: the title of a sheet, a line for the unit of measure. */
  readonly titles: readonly string[];
  /** Index of the first row behind the header. */
  readonly bodyFrom: number;
}

const searchedRows = 6;

const longestHeader = 12;

function isShort(cell: GridCell): boolean {
  return cell.text.length <= longestHeader && !/[。；\d]/u.test(cell.text);
}

/** Whether a row is made of header words. */
export function isHeaderRow(row: GridRow): boolean {
  let words = 0;
  let others = 0;
  for (const cell of row.cells) {
    if (cell.state !== 'own') continue;
    if (headedRole(cell.text) === undefined) others++;
    else words++;
  }
  return words >= 2 && (words >= others * 2 || (words >= others && row.cells.every(isShort)));
}

/** A second header level: at least one header word, and nothing but header words or cells merged from above. */
function isSecondLevel(row: GridRow): boolean {
  let words = 0;
  for (const cell of row.cells) {
    if (cell.state !== 'own') continue;
    if (headedRole(cell.text) === undefined) return false;
    words++;
  }
  return words >= 1;
}

function headerWords(rows: readonly GridRow[], columnCount: number): string[] {
  return Array.from({ length: columnCount }, (_, column) => {
    let word = '';
    for (const row of rows) {
      const cell = row.cells[column];
      if (cell !== undefined && (cell.state === 'own' || cell.state === 'across')) word = cell.text;
    }
    return word;
  });
}

/** Reads the header of a grid; a grid without one has empty words and its body from row 0. */
export function readTableHeader(grid: Grid): TableHeader {
  const titles: string[] = [];
  for (let at = 0; at < Math.min(searchedRows, grid.rows.length); at++) {
    const row = grid.rows[at];
    if (row === undefined) break;
    if (isHeaderRow(row)) {
      let bodyFrom = at + 1;
      let next = grid.rows[bodyFrom];
      while (next !== undefined && isSecondLevel(next)) {
        bodyFrom++;
        next = grid.rows[bodyFrom];
      }
      return { words: headerWords(grid.rows.slice(at, bodyFrom), grid.columnCount), titles, bodyFrom };
    }
    const sole = soleTextOf(row);
    if (sole === undefined && row.cells.some((cell) => cell.state !== 'blank')) break;
    if (sole !== undefined) titles.push(sole.text);
  }
  return { words: Array.from({ length: grid.columnCount }, () => ''), titles: [], bodyFrom: 0 };
}
