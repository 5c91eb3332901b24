/** Rates in tables: growth between two columns, shares of a total. Judged where most rows show what is meant. Pure. */
import type { SumFault } from './kinds.ts';
import { inFigures, mayBeGrowth, mayBeShare, type PrintedNumber } from './numbers.ts';
import type { GridCell, TableGrid } from './table-grid.ts';

const growthTitle = /增幅|增长率|增减率|增减幅|变化率|变动率|同比|增长[（(]?%|增减[（(]?%/u;
const shareTitle = /占比|比重|比例|构成|占[^，]{0,6}%/u;
const totalLabel = /合\s*计|总\s*计/u;
/** The rows that must fit for each one that does not. */
const witnesses = 2;

interface RateCell {
  readonly cell: GridCell;
  readonly percent: PrintedNumber;
}

function rateIn(cell: GridCell | undefined): RateCell | undefined {
  if (cell?.number === undefined || cell.number === null || !cell.isFirst) return undefined;
  const decimals = /\.(\d+)/u.exec(cell.text)?.[1]?.length ?? 0;
  return { cell, percent: { value: cell.number.value, slack: 0.5 / 10 ** decimals } };
}

interface Trial {
  readonly right: number;
  readonly wrong: readonly { readonly cell: GridCell; readonly should: number }[];
}

function isProven({ right, wrong }: Trial): boolean {
  return wrong.length > 0 && right >= witnesses * wrong.length;
}

const numbersOf = (grid: TableGrid, column: number) => grid.rows.map((row) => row[column]?.number ?? null);

function tryGrowth(grid: TableGrid, rate: number, before: number, after: number): Trial {
  const earlier = numbersOf(grid, before);
  const later = numbersOf(grid, after);
  let right = 0;
  const wrong: { cell: GridCell; should: number }[] = [];
  grid.rows.forEach((row, at) => {
    const printed = rateIn(row[rate]);
    const [from, to] = [earlier[at], later[at]];
    if (printed === undefined || from === null || from === undefined || to === null || to === undefined)
      return;
    if (from.value === 0) return;
    if (mayBeGrowth(from, to, printed.percent)) right += 1;
    else wrong.push({ cell: printed.cell, should: (to.value / from.value - 1) * 100 });
  });
  return { right, wrong };
}

function tryShares(grid: TableGrid, rate: number, column: number, whole: PrintedNumber): Trial {
  let right = 0;
  const wrong: { cell: GridCell; should: number }[] = [];
  grid.rows.forEach((row) => {
    const printed = rateIn(row[rate]);
    const part = row[column]?.number;
    // Nothing of it, and all of it, show nothing.
    if (printed === undefined || part === undefined || part === null || part.value === 0) return;
    if (part.value === whole.value && printed.percent.value === 100) return;
    if (mayBeShare(part, whole, printed.percent)) right += 1;
    else wrong.push({ cell: printed.cell, should: (part.value / whole.value) * 100 });
  });
  return { right, wrong };
}

function bestOf(trials: readonly Trial[]): Trial | undefined {
  return trials.toSorted((left, right) => right.right - left.right)[0];
}

function faultsOf(trial: Trial | undefined): readonly SumFault[] {
  if (trial === undefined || !isProven(trial)) return [];
  return trial.wrong.map(({ cell, should }) => ({
    code: 'sum.rate',
    reason: `按表中数字计算为${inFigures(should)}%，此处为${cell.text}`,
    start: cell.start,
    end: cell.end,
  }));
}

/** Percentages that their row, or their column's total, disproves. */
export function judgeTableRates(grid: TableGrid): readonly SumFault[] {
  const columns = Array.from({ length: grid.columns }, (_, column) => column);
  const isRate = (column: number) => /率|幅|比|%/u.test(grid.columnTitles[column] ?? '');
  const counted = columns.filter(
    (column) =>
      !isRate(column) && grid.rows.filter((row) => typeof row[column]?.number === 'object').length > 2,
  );
  return columns.flatMap((rate) => {
    const title = grid.columnTitles[rate] ?? '';
    if (growthTitle.test(title)) {
      const pairs = counted.flatMap((before) =>
        counted.filter((after) => after !== before).map((after) => [before, after] as const),
      );
      return faultsOf(bestOf(pairs.map(([before, after]) => tryGrowth(grid, rate, before, after))));
    }
    if (!shareTitle.test(title)) return [];
    const wholes = counted.flatMap((column) =>
      grid.rows
        .filter((row) => row.some((cell) => cell !== undefined && totalLabel.test(cell.text)))
        .map((row) => ({ column, whole: row[column]?.number ?? null })),
    );
    return faultsOf(
      bestOf(
        wholes.flatMap(({ column, whole }) =>
          whole === null || whole.value === 0 ? [] : tryShares(grid, rate, column, whole),
        ),
      ),
    );
  });
}
