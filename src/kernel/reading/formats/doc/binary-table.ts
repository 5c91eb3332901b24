/** Builds a grid out of the rows of a binary Word table, whose cells are told by the positions of their edges. */
import type { SourceBlock } from '../../source.ts';
import { contentOfFrame, TableGrid, textOfCellBlocks } from '../table-grid.ts';
import type { BinaryCell, BinaryRow } from './properties.ts';

/** A row as it was read: the blocks of each cell, and the definition at the row's end. */
export interface BinaryTableRow {
  readonly cells: readonly (readonly SourceBlock[])[];
  readonly definition: BinaryRow | undefined;
}

/** Edges nearer than this (in twips, a twentieth of a point) are one grid line. */
const sameEdge = 40;

function gridLines(rows: readonly BinaryTableRow[]): number[] {
  const edges = rows.flatMap((row) =>
    (row.definition?.cells ?? []).flatMap((cell) => [cell.left, cell.right]),
  );
  const lines: number[] = [];
  for (const edge of [...new Set(edges)].sort((left, right) => left - right)) {
    const last = lines.at(-1);
    if (last === undefined || edge - last > sameEdge) lines.push(edge);
  }
  return lines;
}

function lineIndex(lines: readonly number[], edge: number): number {
  let best = 0;
  for (const [index, line] of lines.entries()) {
    if (Math.abs(line - edge) < Math.abs((lines[best] ?? 0) - edge)) best = index;
  }
  return best;
}

/** Cells of a row after merges to the left: each with its blocks, columns and whether it continues one above. */
function placedCells(row: BinaryTableRow, lines: readonly number[]) {
  const placed: { column: number; span: number; continued: boolean; blocks: readonly SourceBlock[] }[] = [];
  for (const [index, blocks] of row.cells.entries()) {
    const definition: BinaryCell | undefined = row.definition?.cells[index];
    const previous = placed.at(-1);
    if (definition === undefined) {
      const column = previous === undefined ? 0 : previous.column + previous.span;
      placed.push({ column, span: 1, continued: false, blocks });
      continue;
    }
    const column = lineIndex(lines, definition.left);
    const span = Math.max(lineIndex(lines, definition.right) - column, 1);
    if (definition.mergedLeft && previous !== undefined) previous.span += span;
    else placed.push({ column, span, continued: definition.mergedUp, blocks });
  }
  return placed;
}

/** Blocks of a table: the table itself, or its content when it only frames the page. */
export function blocksOfBinaryTable(rows: readonly BinaryTableRow[], number: number): SourceBlock[] {
  const name = `table ${number}`;
  const lines = gridLines(rows);
  const grid = new TableGrid({ cell: name });
  const contents: (readonly SourceBlock[])[] = [];
  for (const [rowIndex, row] of rows.entries()) {
    const rowName = `${name} R${rowIndex + 1}`;
    grid.beginRow({ cell: rowName }, row.definition?.header === true);
    for (const cell of placedCells(row, lines)) {
      if (cell.continued && grid.continueCell(cell.column)) continue;
      contents.push(cell.blocks);
      grid.addCell(textOfCellBlocks(cell.blocks), cell.column, cell.span, {
        cell: `${rowName}C${cell.column + 1}`,
      });
    }
  }
  const table = grid.table(true);
  return contentOfFrame(contents, table.columnCount) ?? [table];
}
