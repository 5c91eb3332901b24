/**
 * Reads table 3 from rows of tables: the label says which row it is, the seven cells behind it are its figures. Where cells
 * are merged the columns of the heading decide. For text without table markup see `read-flat-table.ts`.
 */
import { cellKey } from '../law/cells.ts';
import { applicantColumns } from '../law/request-rows.ts';
import type { ReportFigure, ReportPlace } from '../rules/annual-report.ts';
import { foldFigureText, looksLikeFigure, readFigure } from './read-figure.ts';
import type { LineCell, ReportLine } from './report-lines.ts';
import { findRequestLabel } from './request-labels.ts';

export type Figures = Record<string, ReportFigure>;

/** What was seen of table 3. */
export interface RequestReading {
  readonly figures: Figures;
  /** Rows whose label was found, with the place. */
  readonly rows: ReadonlyMap<string, ReportPlace>;
  /** Rows whose cells could not be told apart. */
  readonly unclear: ReadonlyMap<string, string>;
  /** The last group stood as one row of its own. */
  readonly isUndivided: boolean;
}

const columnCount = applicantColumns.length;

/** Grid column of each kind of applicant, as far as the heading rows tell. */
class HeadColumns {
  readonly #columns = new Map<string, number>();

  see(line: ReportLine): void {
    // Without its number: “（七）总计” is a row.
    const names = line.cells.map(({ text }) => text.replace(/\s+/gu, ''));
    for (const [index, cell] of line.cells.entries()) {
      const name = names[index] ?? '';
      const found = applicantColumns.find(({ label }) => label === name);
      // “其他” heads a column only beside other kinds of organisations.
      if (found === undefined || (found.id === 'otherOrganisation' && !names.includes('商业企业'))) continue;
      this.#columns.set(found.id, cell.column);
    }
  }

  /** All seven, left to right; undefined as long as one is missing or they are out of order. */
  get all(): readonly number[] | undefined {
    const columns = applicantColumns.map(({ id }) => this.#columns.get(id));
    const known = columns.filter((column): column is number => column !== undefined);
    const isOrdered = known.every((column, index) => index === 0 || column > (known[index - 1] ?? column));
    return known.length === columnCount && isOrdered ? known : undefined;
  }
}

function isEmptyCell(cell: LineCell): boolean {
  return foldFigureText(cell.text) === '';
}

/** Where the spare cells of a merged label stand when a table was flattened: before the figures or behind them. */
type SpareSide = 'before' | 'behind';

/** Rows that end in a figure and begin with none, and the other way round, tell it for all the others. */
function spareSide(rows: readonly (readonly LineCell[])[]): SpareSide {
  let before = 0;
  for (const cells of rows.filter(({ length }) => length > columnCount)) {
    const first = cells[0];
    const last = cells.at(-1);
    if (first === undefined || last === undefined || isEmptyCell(first) === isEmptyCell(last)) continue;
    before += isEmptyCell(first) ? 1 : -1;
  }
  return before > 0 ? 'before' : 'behind';
}

/** Takes empty cells off, on the side where spare ones stand first, until seven are left. */
function trimToSeven(cells: readonly LineCell[], side: SpareSide): readonly LineCell[] | undefined {
  let kept = [...cells];
  while (kept.length > columnCount) {
    const last = kept.at(-1);
    const [first] = kept;
    const isLastSpare = last !== undefined && isEmptyCell(last);
    const isFirstSpare = first !== undefined && isEmptyCell(first);
    if (!isLastSpare && !isFirstSpare) return undefined;
    kept = isFirstSpare && (side === 'before' || !isLastSpare) ? kept.slice(1) : kept.slice(0, -1);
  }
  return kept.length === columnCount ? kept : undefined;
}

/** By the heading's grid columns: a merged cell stands for several, a cell from above covers one. */
function cellsByHeading(
  cells: readonly LineCell[],
  heading: readonly number[],
  line: ReportLine,
): readonly (LineCell | 'empty' | undefined)[] {
  return heading.map((column) => {
    const cell = cells.find((one) => one.column <= column && column < one.column + one.columnSpan);
    if (cell === undefined) return line.isSparse || line.covered.includes(column) ? 'empty' : undefined;
    const stands = heading.filter((other) => cell.column <= other && other < cell.column + cell.columnSpan);
    if (stands.length === 1) return cell;
    return foldFigureText(cell.text) === '' || !/\d/u.test(cell.text) ? 'empty' : undefined;
  });
}

function placedCells(
  cells: readonly LineCell[],
  heading: readonly number[] | undefined,
  line: ReportLine,
  side: SpareSide,
): readonly (LineCell | 'empty' | undefined)[] | undefined {
  if (cells.length === columnCount) return cells;
  const isExact = heading?.every((column) =>
    cells.some((cell) => cell.column === column && cell.columnSpan === 1),
  );
  if (heading !== undefined && (isExact === true || line.isSparse))
    return cellsByHeading(cells, heading, line);
  if (cells.length > columnCount) {
    const trimmed = trimToSeven(cells, side);
    if (trimmed !== undefined) return trimmed;
  }
  if (heading === undefined) return undefined;
  const placed = cellsByHeading(cells, heading, line);
  return placed.some((cell) => cell !== undefined) ? placed : undefined;
}

interface LabelledRow {
  readonly row: string;
  readonly isGroup: boolean;
  readonly cells: readonly LineCell[];
  readonly place: ReportPlace;
}

/** The innermost label of a row with the cells behind it; undefined for headings and other rows. */
function labelledRow(line: ReportLine, hasBegun: boolean): LabelledRow | undefined {
  // “总计” heads columns of table 4 too.
  if (/结果维持|结果纠正|尚未审结/u.test(line.text.replace(/\s+/gu, ''))) return undefined;
  let found: LabelledRow | undefined;
  for (const [index, cell] of line.cells.entries()) {
    const label = findRequestLabel(cell.text);
    if (label?.kind === 'head') return undefined;
    if (label === undefined) {
      if (found !== undefined && looksLikeFigure(cell.text) && !isEmptyCell(cell)) break;
      continue;
    }
    const cells = line.cells.slice(index + 1);
    if (label.kind === 'row') {
      const isLate = label.row === 'outcomeTotal' || label.row === 'otherwise';
      if (isLate && !hasBegun) continue;
      found = { row: label.row, isGroup: false, cells, place: cell.place };
    } else if (label.group === 'otherwise')
      found = { row: 'otherwise', isGroup: true, cells, place: cell.place };
    else if (found?.isGroup === true) found = undefined;
  }
  return found;
}

/** Reads what the rows of tables tell of table 3. */
export function readRequestRows(lines: readonly ReportLine[]): RequestReading {
  const figures: Figures = {};
  const rows = new Map<string, ReportPlace>();
  const unclear = new Map<string, string>();
  const head = new HeadColumns();
  let isUndivided = false;
  const ownRows = lines.filter(({ kind }) => kind === 'row');
  const side = spareSide(ownRows.map((line) => labelledRow(line, true)?.cells ?? []));
  for (const line of ownRows) {
    head.see(line);
    const labelled = labelledRow(line, rows.size > 0);
    if (labelled === undefined || (rows.has(labelled.row) && !unclear.has(labelled.row))) continue;
    const { row, cells, place } = labelled;
    const placed = placedCells(cells, head.all, line, side);
    if (placed === undefined) {
      // A label alone is a row that a page break tore off, or the head of a group.
      if (labelled.isGroup || cells.every(isEmptyCell)) continue;
      rows.set(row, place);
      unclear.set(row, `“${line.text.replace(/\s+/gu, ' ').slice(0, 80)}”`);
      continue;
    }
    rows.set(row, place);
    unclear.delete(row);
    if (labelled.isGroup) isUndivided = true;
    for (const [index, column] of applicantColumns.entries()) {
      const cell = placed[index];
      if (cell === undefined) continue;
      figures[cellKey('requests', row, column.id)] =
        cell === 'empty'
          ? { state: 'blank', value: 0, text: '', place }
          : readFigure(cell.text, 'count', cell.place);
    }
  }
  return { figures, rows, unclear, isUndivided };
}
