/** Text, filters and sort over rows at hand. Pure. */
import type { CellValue, DataColumn } from './columns.ts';
import { readDayRange, type TableState } from './table-state.ts';

const byPinyin = new Intl.Collator('zh-CN', { numeric: true });

/** Rows that fit the state, sorted by it; in their own order without a sort. */
export function arrangeRows<Row>(
  rows: readonly Row[],
  columns: readonly DataColumn<Row>[],
  state: TableState,
): readonly Row[] {
  const words = state.text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = rows.filter(
    (row) =>
      columns.every((column) => passesFilter(row, column, state.filters[column.key])) &&
      hasWords(row, columns, words),
  );
  const sorted = columns.find((column) => column.key === state.sort?.key);
  if (sorted === undefined) return fitting;
  const sign = state.sort?.descending === true ? -1 : 1;
  return fitting.toSorted((a, b) => compareCells(sorted.value(a), sorted.value(b), sign));
}

function hasWords<Row>(row: Row, columns: readonly DataColumn<Row>[], words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = columns.map((column) => String(column.value(row) ?? '').toLowerCase()).join('\n');
  return words.every((word) => text.includes(word));
}

function passesFilter<Row>(
  row: Row,
  column: DataColumn<Row>,
  chosen: readonly string[] | undefined,
): boolean {
  if (chosen === undefined || column.filter === undefined) return true;
  const values = column.filterValues?.(row) ?? [String(column.value(row) ?? '')];
  if (column.filter.kind === 'choice') return values.some((value) => chosen.includes(value));
  const { from, through } = readDayRange(chosen[0]);
  return values.some((day) => day !== '' && day >= from && (through === '' || day <= through));
}

/** Empty cells come last in both directions. */
function compareCells(a: CellValue, b: CellValue, sign: number): number {
  if (a === null || a === '') return b === null || b === '' ? 0 : 1;
  if (b === null || b === '') return -1;
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * byPinyin.compare(String(a), String(b));
}
