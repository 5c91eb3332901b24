/**
 * Totals of a table, by rows and by columns. A total is judged only where the table itself shows what it adds up: other
 * columns that fit, or a plain list with one total. Pure.
 */
import type { SumFault } from './kinds.ts';
import { inFigures, mayBeSum, type PrintedNumber } from './numbers.ts';
import type { GridCell, TableGrid } from './table-grid.ts';

const totalLabel = /^[^，。、]{0,6}?(?:合\s*计|总\s*计|小\s*计|共\s*计)(?:[（(][^）)]*[）)])?[：:]?$/u;
const subtotalLabel = /小\s*计/u;
const noSum =
  /率|比重|占比|比例|均|单价|标准|价格|年份|序号|编号|代码|电话|日期|时间|时限|排名|排序|名次|得分|分数|指数|密度|增幅|增长|同比|环比|年限|完成度|进度|备注|%/u;
const outline =
  /^[\s　]*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、])/u;
const within = /^[\s　]*(?:其中|＃|#|△|▲)|：$/u;

interface LabelledRow {
  readonly cells: readonly (GridCell | undefined)[];
  readonly label: string;
  readonly isTotal: boolean;
  readonly isSubtotal: boolean;
}

/** The label is the last text before the first number; a total may stand in any of them. */
function labelRow(cells: readonly (GridCell | undefined)[]): LabelledRow {
  const texts = cells
    .filter((cell) => cell !== undefined && cell.number === undefined)
    .map((cell) => cell?.text ?? '');
  const total = texts.find((text) => totalLabel.test(text.replace(/[\s　]/gu, '')));
  const label = total ?? texts[0] ?? '';
  return { cells, label, isTotal: total !== undefined, isSubtotal: subtotalLabel.test(label) };
}

type Picker = (rows: readonly LabelledRow[], at: number) => readonly LabelledRow[];

const leavesOf = (rows: readonly LabelledRow[]) => rows.filter(({ isTotal }) => !isTotal);
const lastTotalBefore = (rows: readonly LabelledRow[], at: number) =>
  rows.slice(0, at).findLastIndex(({ isTotal }) => isTotal);
const nextTotalAfter = (rows: readonly LabelledRow[], at: number) => {
  const next = rows.findIndex(({ isTotal }, index) => index > at && isTotal);
  return next === -1 ? rows.length : next;
};

/** What a total may add up: all above, those since the last total, the subtotals; the same below it. */
const pickers: readonly Picker[] = [
  (rows, at) => leavesOf(rows.slice(0, at)),
  (rows, at) => rows.slice(lastTotalBefore(rows, at) + 1, at),
  (rows, at) => rows.slice(0, at).filter(({ isSubtotal }) => isSubtotal),
  (rows, at) => leavesOf(rows.slice(at + 1)),
  (rows, at) => rows.slice(at + 1, nextTotalAfter(rows, at)),
  (rows, at) => rows.slice(at + 1).filter(({ isSubtotal }) => isSubtotal),
];

interface Addition {
  readonly total: GridCell;
  readonly parts: readonly PrintedNumber[];
  readonly sum: number;
  readonly fits: boolean;
  /** Fits, and with at least two parts that are not nought: it shows what the total adds up. */
  readonly isWitness: boolean;
  /** Index of the row or column the addition runs along. */
  readonly line: number;
}

/** Adds cells to a total; undefined where one of them is not a number. */
function addUp(
  cells: readonly (GridCell | undefined)[],
  total: GridCell | undefined,
  line: number,
): Addition | undefined {
  if (total?.number === undefined || total.number === null || total.isPercent || !total.isFirst)
    return undefined;
  if (cells.length < 2 || cells.some((cell) => cell?.number === undefined || cell.isPercent))
    return undefined;
  const numbers = cells.filter((cell) => cell?.isFirst === true).map((cell) => cell?.number ?? null);
  const parts = numbers.filter((number) => number !== null);
  if (parts.length < 2) return undefined;
  const sum = parts.reduce((all, { value }) => all + value, 0);
  const fits = mayBeSum(parts, total.number);
  const isWitness = fits && parts.filter(({ value }) => value !== 0).length > 1;
  return { total, parts, sum, fits, isWitness, line };
}

function additionsOf(
  grid: TableGrid,
  rows: readonly LabelledRow[],
  at: number,
  picker: Picker,
): readonly Addition[] {
  const parts = picker(rows, at);
  if (parts.length < 2) return [];
  return Array.from({ length: grid.columns }, (_, column) => column)
    .filter((column) => !noSum.test(grid.columnTitles[column] ?? ''))
    .map((column) =>
      addUp(
        parts.map(({ cells }) => cells[column]),
        rows[at]?.cells[column],
        column,
      ),
    )
    .filter((one) => one !== undefined);
}

/** A list with one total at its end or head, without 其中 and without an outline: what else should it add up? */
function isPlainList(rows: readonly LabelledRow[], at: number): boolean {
  const others = rows.filter((_, index) => index !== at);
  const labels = others.map(({ label }) => label);
  return (
    (at === 0 || at === rows.length - 1) &&
    others.every(({ isTotal }) => !isTotal) &&
    labels.every((label) => label !== '' && !within.test(label) && !outline.test(label)) &&
    new Set(labels).size === labels.length
  );
}

const witnessesOf = (additions: readonly Addition[]) => additions.filter(({ isWitness }) => isWitness).length;

interface Mismatch {
  readonly row: number;
  readonly column: number;
  readonly addition: Addition;
}

function mismatchesOfColumns(grid: TableGrid): readonly Mismatch[] {
  const rows = grid.rows.map(labelRow);
  return rows.flatMap(({ isTotal }, at): Mismatch[] => {
    if (!isTotal) return [];
    const tried = pickers
      .map((picker) => additionsOf(grid, rows, at, picker))
      .filter((one) => one.length > 0);
    const best = tried.toSorted((left, right) => witnessesOf(right) - witnessesOf(left))[0];
    if (best === undefined) return [];
    const wrong = best.filter(({ fits }) => !fits);
    const right = witnessesOf(best);
    const isShown = right > 0 && wrong.length <= Math.max(1, right / 2);
    const isPlain = right === 0 && wrong.length === 1 && isPlainList(rows, at);
    if (!isShown && !isPlain) return [];
    // A column where another reading fits is left alone.
    const rest = wrong.filter(
      ({ line }) => !tried.some((one) => one.some((other) => other.line === line && other.fits)),
    );
    return rest.map((addition) => ({ row: at, column: addition.line, addition }));
  });
}

const totalTitle = /(?:合计|总计|小计|共计|总数)$/u;

function mismatchesOfRows(grid: TableGrid): readonly Mismatch[] {
  const additive = Array.from({ length: grid.columns }, (_, column) => column).filter((column) => {
    const isWord = grid.rows.every(
      (row) => row[column]?.number === undefined || row[column]?.number === null,
    );
    return !isWord && !noSum.test(grid.columnTitles[column] ?? '');
  });
  const totals = additive.filter((column) => totalTitle.test(grid.columnTitles[column] ?? ''));
  return totals.flatMap((total): Mismatch[] => {
    const others = additive.filter((column) => !totals.includes(column));
    const nextTotal = totals.find((column) => column > total) ?? grid.columns;
    const lastTotal = totals.findLast((column) => column < total) ?? -1;
    const choices = [
      others,
      others.filter((column) => column > total && column < nextTotal),
      others.filter((column) => column < total && column > lastTotal),
    ].filter((columns) => columns.length > 1);
    const tried = choices.map((columns) =>
      grid.rows
        .map((row, at) =>
          addUp(
            columns.map((column) => row[column]),
            row[total],
            at,
          ),
        )
        .filter((one) => one !== undefined),
    );
    const best = tried.toSorted((left, right) => witnessesOf(right) - witnessesOf(left))[0];
    if (best === undefined) return [];
    const wrong = best.filter(({ fits }) => !fits);
    const right = witnessesOf(best);
    if (right < 2 || wrong.length > Math.max(1, right / 4)) return [];
    return wrong.map((addition) => ({ row: addition.line, column: total, addition }));
  });
}

function totalFault(mismatch: Mismatch, code: 'sum.columnTotal' | 'sum.rowTotal'): SumFault {
  const { total, sum } = mismatch.addition;
  const reason = `各项之和为${inFigures(sum)}，合计为${total.text}`;
  return { code, reason, start: total.start, end: total.end };
}

const smallest = 1e-6;
const offBy = ({ addition }: Mismatch) => addition.sum - (addition.total.number?.value ?? 0);

/**
 * The one cell that makes a total of a row and a total of a column wrong: where they cross, or a total that is itself
 * added up in the other direction.
 */
function blameOneCell(grid: TableGrid, column: Mismatch, row: Mismatch): SumFault | undefined {
  const isSame = Math.abs(offBy(column) - offBy(row)) < smallest;
  const isOpposite = Math.abs(offBy(column) + offBy(row)) < smallest;
  if (row.row === column.row && row.column === column.column) return totalFault(column, 'sum.columnTotal');
  if (row.column === column.column && isOpposite) return totalFault(row, 'sum.rowTotal');
  if (row.row === column.row && isOpposite) return totalFault(column, 'sum.columnTotal');
  const cell = grid.rows[row.row]?.[column.column];
  if (row.row === column.row || row.column === column.column || !isSame || cell === undefined)
    return undefined;
  const reason = `这一格使行、列合计同时相差${inFigures(Math.abs(offBy(row)))}`;
  return { code: 'sum.cell', reason, start: cell.start, end: cell.end };
}

/** Totals that do not add up. */
export function judgeTableTotals(grid: TableGrid): readonly SumFault[] {
  const columns = mismatchesOfColumns(grid);
  const rows = mismatchesOfRows(grid);
  const [column] = columns;
  const [row] = rows;
  const isOne = columns.length === 1 && rows.length === 1 && column !== undefined && row !== undefined;
  const blamed = isOne ? blameOneCell(grid, column, row) : undefined;
  if (blamed !== undefined) return [blamed];
  return [
    ...columns.map((one) => totalFault(one, 'sum.columnTotal')),
    ...rows.map((one) => totalFault(one, 'sum.rowTotal')),
  ];
}
