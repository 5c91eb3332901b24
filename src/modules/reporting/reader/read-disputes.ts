/** Reads table 4: after the fifteen headings, the fifteen cells that follow are its figures, in a table as in running text. */
import { cellKey } from '../law/cells.ts';
import { disputeColumns, disputeRows } from '../law/layouts.ts';
import { foldFigureText, holdsFigure, looksLikeFigure, readFigure } from './read-figure.ts';
import type { Figures } from './read-requests.ts';
import type { LineCell, ReportLine } from './report-lines.ts';
import { foldLabel } from './request-labels.ts';

export interface DisputeReading {
  readonly isFound: boolean;
  readonly figures: Figures;
  /** What stood there when it could not be told apart. */
  readonly unclear: string | null;
}

const headWords = /^(?:结果维持|结果纠正|其他结果|其它结果|尚未审结|总计)$/u;
const firstHead = /^结果维持$/u;
const figureCount = disputeRows.length * disputeColumns.length;

interface FlatCell {
  readonly cell: LineCell;
  readonly row: ReportLine;
}

/** Headings broken over lines or cells are joined again. */
function isHeadWord(text: string): boolean {
  return (
    headWords.test(foldLabel(text)) ||
    /^(?:(?:结果维持|结果纠正|其他结果|尚未审结|总计))+$/u.test(foldLabel(text))
  );
}

/** A row of a table whose cells are all figures or empty, and one of them is a figure. */
function figureRow(lines: readonly ReportLine[], from: number): readonly LineCell[] | undefined {
  for (const line of lines.slice(from)) {
    if (line.kind !== 'row' || line.cells.length === 0) continue;
    if (line.cells.some(({ text }) => isHeadWord(text))) continue;
    const figures = line.cells.filter(({ text }) => looksLikeFigure(text));
    if (figures.length === line.cells.length && figures.length >= figureCount) return figures;
    // A title in front of the figures: 件数.
    if (figures.length === line.cells.length - 1 && figures.length === figureCount) return figures;
    if (figures.some(({ text }) => holdsFigure(text))) return figures;
  }
  return undefined;
}

/** Grid columns of the fifteen headings; undefined when they are not all told. */
function headColumns(lines: readonly ReportLine[]): readonly number[] | undefined {
  const columns = new Set<number>();
  for (const { cells } of lines) {
    for (const { text, column } of cells) if (headWords.test(foldLabel(text))) columns.add(column);
  }
  return columns.size === figureCount ? [...columns].sort((left, right) => left - right) : undefined;
}

/** Where empty cells are left out, the headings' columns tell which they are. */
function spreadBySparseGrid(
  lines: readonly ReportLine[],
  cells: readonly LineCell[] | undefined,
): readonly LineCell[] | undefined {
  const [first] = cells ?? [];
  const line = lines.find((one) => first !== undefined && one.cells.includes(first));
  const heads = headColumns(lines);
  if (cells === undefined || first === undefined || heads === undefined || line?.isSparse !== true)
    return cells;
  return heads.map(
    (column) =>
      cells.find((cell) => cell.column === column) ?? { text: '', column, columnSpan: 1, place: first.place },
  );
}

function flatCells(lines: readonly ReportLine[]): FlatCell[] {
  return lines.flatMap((row) => row.cells.map((cell) => ({ cell, row })));
}

/** The cells behind the last heading. */
function cellsBehindHeads(lines: readonly ReportLine[]): readonly LineCell[] {
  const cells = flatCells(lines);
  let last = -1;
  for (const [index, { cell }] of cells.entries()) {
    if (isHeadWord(cell.text)) last = index;
    else if (last >= 0 && holdsFigure(cell.text)) break;
  }
  const behind: LineCell[] = [];
  for (const { cell } of cells.slice(last + 1)) {
    if (!looksLikeFigure(cell.text)) {
      if (behind.some(({ text }) => holdsFigure(text))) break;
      continue;
    }
    behind.push(cell);
  }
  return behind;
}

function exactlyFifteen(cells: readonly LineCell[]): readonly LineCell[] | undefined {
  if (cells.length < figureCount) return undefined;
  const rest = cells.slice(figureCount);
  return rest.some(({ text }) => holdsFigure(text)) ? undefined : cells.slice(0, figureCount);
}

/** Reads table 4. */
export function readDisputes(lines: readonly ReportLine[]): DisputeReading {
  const from = lines.findIndex(({ cells }) => cells.some(({ text }) => firstHead.test(foldLabel(text))));
  if (from < 0) return { isFound: false, figures: {}, unclear: null };
  const own = lines.slice(from);
  const inTable = own[0]?.kind === 'row' ? spreadBySparseGrid(own, figureRow(own, 0)) : undefined;
  const behind = cellsBehindHeads(own);
  const cells = exactlyFifteen(inTable ?? []) ?? exactlyFifteen(behind);
  const figures: Figures = {};
  if (cells === undefined) {
    const shown = (inTable ?? behind).map(({ text }) => text.trim()).join(' ');
    const isEmpty = (inTable ?? behind).every(({ text }) => foldFigureText(text) === '');
    return { isFound: true, figures, unclear: isEmpty && inTable !== undefined ? '没有填数' : `“${shown}”` };
  }
  for (const [down, row] of disputeRows.entries()) {
    for (const [across, column] of disputeColumns.entries()) {
      const cell = cells[down * disputeColumns.length + across];
      if (cell === undefined) continue;
      figures[cellKey('disputes', row.id, column.id)] = readFigure(cell.text, 'count', cell.place);
    }
  }
  return { isFound: true, figures, unclear: null };
}
