/**
 * Builds a `SourceTable` row by row while cells claim grid places: cells merged downwards by row spans (HTML) or
 * by continuation marks (Word). Knows no format.
 */
import type { SourceBlock, SourceCell, SourcePlace, SourceRow, SourceTable } from '../source.ts';

interface GrowingCell {
  text: string;
  readonly column: number;
  readonly columnSpan: number;
  rowSpan: number;
  readonly place: SourcePlace;
}

interface GrowingRow {
  readonly cells: GrowingCell[];
  readonly repeatedHeader: boolean;
  readonly place: SourcePlace;
}

export class TableGrid {
  readonly #rows: GrowingRow[] = [];
  /** The cell that stands at each column of the row above, for continuation marks. */
  #above = new Map<number, GrowingCell>();
  #current = new Map<number, GrowingCell>();
  #columnCount = 0;
  readonly #place: SourcePlace;

  constructor(place: SourcePlace) {
    this.#place = place;
  }

  get rowCount(): number {
    return this.#rows.length;
  }

  beginRow(place: SourcePlace, repeatedHeader = false): void {
    this.#above = this.#current;
    this.#current = new Map();
    this.#rows.push({ cells: [], repeatedHeader, place });
  }

  /** Adds a cell to the row begun last. */
  addCell(text: string, column: number, columnSpan: number, place: SourcePlace): void {
    const cell: GrowingCell = { text, column, columnSpan, rowSpan: 1, place };
    this.#rows.at(-1)?.cells.push(cell);
    this.#current.set(column, cell);
    this.#columnCount = Math.max(this.#columnCount, column + columnSpan);
  }

  /** Lets the cell above reach into this row. False when no cell begins at this column above. */
  continueCell(column: number): boolean {
    const cell = this.#above.get(column);
    if (cell === undefined) return false;
    cell.rowSpan++;
    this.#current.set(column, cell);
    return true;
  }

  table(native: boolean): SourceTable {
    return {
      kind: 'table',
      columnCount: this.#columnCount,
      rows: this.#rows.map(
        (row): SourceRow => ({
          cells: row.cells.map((cell): SourceCell => ({ ...cell })),
          place: row.place,
          ...(row.repeatedHeader ? { repeatedHeader: true } : {}),
        }),
      ),
      place: this.#place,
      native,
    };
  }
}

/** The text of a cell from the blocks inside it; a table inside becomes lines with tabs. */
export function textOfCellBlocks(blocks: readonly SourceBlock[]): string {
  const texts = blocks.map((block) =>
    block.kind === 'paragraph'
      ? (block.listLabel ?? '') + block.text
      : block.rows.map((row) => row.cells.map((cell) => cell.text).join('\t')).join('\n'),
  );
  return texts.join('\n');
}

function withoutCellPlace(block: SourceBlock): SourceBlock {
  if (block.kind === 'table') return block;
  const { cell: _, ...place } = block.place;
  return { ...block, place };
}

/**
 * The content of a table that is no grid but a frame on the page: it mostly holds another table, or has a single
 * column. Undefined for a true table. `cells` hold the blocks of each of its own cells.
 */
export function contentOfFrame(
  cells: readonly (readonly SourceBlock[])[],
  columnCount: number,
): SourceBlock[] | undefined {
  const nested = cells.flat().reduce((sum, block) => {
    return block.kind === 'table' ? sum + block.rows.reduce((all, row) => all + row.cells.length, 0) : sum;
  }, 0);
  if (nested <= cells.length && columnCount > 1) return undefined;
  return cells
    .flat()
    .filter((block) => block.kind === 'table' || block.text !== '')
    .map(withoutCellPlace);
}
