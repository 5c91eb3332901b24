/**
 * A read file as lines of cells: each row of a table one line, each paragraph one line whose cells are cut at bars, tabs
 * and blanks. Tables inside cells are opened. Knows nothing of what the lines mean.
 */
import type { SourceBlock, SourceDocument, SourcePlace, SourceTable } from '#kernel/reading/source.ts';
import type { ReportPlace } from '../rules/annual-report.ts';

export interface LineCell {
  readonly text: string;
  /** Grid columns from 0; in a paragraph the position in the line. */
  readonly column: number;
  readonly columnSpan: number;
  readonly place: ReportPlace;
}

export interface ReportLine {
  readonly kind: 'row' | 'text';
  /** The whole paragraph; for a row its cells joined. */
  readonly text: string;
  readonly cells: readonly LineCell[];
  /** Number of the table in the file from 1; 0 for paragraphs. */
  readonly table: number;
  /** Grid columns that a cell from a row above fills. */
  readonly covered: readonly number[];
  /** The columns are sure and empty cells are left out: a sheet, or a grid rebuilt from a page. */
  readonly isSparse: boolean;
  readonly place: ReportPlace;
}

/** `table 2 R3C1` and `附表!B7` in words. */
function wordsOfCell(cell: string, table: number): string {
  const grid = /^(?:table \d+)?\s*(?:R(\d+))?(?:C(\d+))?$/u.exec(cell);
  if (grid !== null) {
    const [, row, column] = grid;
    return [
      `文件第${table}个表`,
      row === undefined ? '' : `第${row}行`,
      column === undefined ? '' : `第${column}列`,
    ].join('');
  }
  const mark = cell.lastIndexOf('!');
  return mark < 0 ? cell : `工作表“${cell.slice(0, mark)}”${cell.slice(mark + 1)}`;
}

function placeInReport(place: SourcePlace, table: number): ReportPlace {
  return {
    ...(place.page === undefined ? {} : { page: place.page }),
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(place.cell === undefined ? {} : { cell: wordsOfCell(place.cell, table) }),
  };
}

/** Cells of a line of plain text. A bar at its end closes the last cell and opens none; one at its beginning likewise. */
export function cellsOfTextLine(text: string): string[] {
  if (!/[|｜\t]/u.test(text)) return text.split(/\s+/u).filter((piece) => piece !== '');
  const pieces = text.split(/[|｜\t]/u).map((piece) => piece.trim());
  const closed = pieces.length > 1 && pieces.at(-1) === '' ? pieces.slice(0, -1) : pieces;
  return closed[0] === '' && closed.some((piece) => piece !== '') ? closed.slice(1) : closed;
}

/** A line of several cells between bars is a row whose columns are not known. */
const fewestBars = 3;

function textLine(text: string, place: ReportPlace): ReportLine {
  const pieces = text === '' ? [''] : cellsOfTextLine(text);
  const bars = text.match(/[|｜\t]/gu)?.length ?? 0;
  return {
    kind: bars >= fewestBars && pieces.some((piece) => piece !== '') ? 'row' : 'text',
    text,
    table: 0,
    covered: [],
    isSparse: false,
    place,
    cells: pieces.map((piece, column) => ({ text: piece, column, columnSpan: 1, place })),
  };
}

/** A table kept as text inside one cell: rows by lines, cells by tabs. */
function linesOfNestedTable(text: string, table: number, place: ReportPlace): ReportLine[] {
  return text.split('\n').map((row) => {
    const pieces = row.split('\t');
    return {
      kind: pieces.length > 1 ? ('row' as const) : ('text' as const),
      text: row,
      table,
      covered: [],
      isSparse: false,
      place,
      cells: pieces.map((piece, column) => ({ text: piece, column, columnSpan: 1, place })),
    };
  });
}

function linesOfTable(source: SourceTable, table: number, isSparse: boolean): ReportLine[] {
  const reaching = new Map<number, number>();
  return source.rows.flatMap((row, down): ReportLine[] => {
    const covered = [...reaching].filter(([, rows]) => rows > 0).map(([column]) => column);
    for (const [column, rows] of reaching) reaching.set(column, Math.max(rows - 1, 0));
    for (const cell of row.cells) {
      for (let at = cell.column; at < cell.column + cell.columnSpan; at++) {
        if (cell.rowSpan > 1) reaching.set(at, cell.rowSpan - 1);
      }
    }
    const nested = row.cells.filter(({ text }) => text.includes('\t') && text.includes('\n'));
    const cells = row.cells
      .filter((cell) => !nested.includes(cell))
      .map((cell): LineCell => {
        const given = placeInReport(cell.place, table);
        const named = given.cell === undefined || !given.cell.includes('列');
        const words = `文件第${table}个表第${down + 1}行第${cell.column + 1}列`;
        const place = named && given.cell?.startsWith('工作表') !== true ? { ...given, cell: words } : given;
        return { text: cell.text, column: cell.column, columnSpan: cell.columnSpan, place };
      });
    const place = cells[0]?.place ?? placeInReport(row.place, table);
    return [
      {
        kind: 'row',
        text: cells.map(({ text }) => text).join(' '),
        cells,
        table,
        covered,
        isSparse,
        place,
      },
      ...nested.flatMap(({ text }) => linesOfNestedTable(text, table, place)),
    ];
  });
}

function linesOfBlock(block: SourceBlock, table: number, isSheet: boolean): ReportLine[] {
  if (block.kind === 'table') return linesOfTable(block, table, isSheet || !block.native);
  const label = block.listLabel === undefined || block.listLabel === '•' ? '' : block.listLabel;
  return block.text.split('\n').map((text) => textLine(label + text, placeInReport(block.place, 0)));
}

/** All lines of a file in reading order. */
export function linesOfReport(source: SourceDocument): readonly ReportLine[] {
  let tables = 0;
  const isSheet = source.format === 'xlsx' || source.format === 'xls';
  return source.blocks.flatMap((block) => {
    if (block.kind === 'table') tables += 1;
    return linesOfBlock(block, tables, isSheet);
  });
}
