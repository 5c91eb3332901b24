/** A table as rows and columns of numbers, with merged cells laid out. Pure. */
import type { CheckedDocument, CheckedTable } from '../../checked-document.ts';
import {
  isMeasure,
  type PrintedNumber,
  readPrintedNumber,
  unitPattern,
  withPlainFigures,
} from './numbers.ts';

export interface GridCell {
  readonly text: string;
  /** Half-open span of the cell's text in the document. */
  readonly start: number;
  readonly end: number;
  /** Undefined for words; null for an empty cell or a dash. */
  readonly number: PrintedNumber | null | undefined;
  readonly isPercent: boolean;
  /** False for the places a merged cell covers beside its first. */
  readonly isFirst: boolean;
}

export interface TableGrid {
  readonly headers: readonly (readonly (GridCell | undefined)[])[];
  readonly rows: readonly (readonly (GridCell | undefined)[])[];
  readonly columns: number;
  /** All header texts of each column, joined. */
  readonly columnTitles: readonly string[];
  /** What the title and headers say of the unit of the whole table. */
  readonly title: string;
}

const cellNumber = new RegExp(
  `^([-+−↑↓]?)(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(万亿|万|亿)?(%|${unitPattern})?$`,
  'u',
);
const emptyCell = /^(?:[-—–－/\\]{0,3}|无|\.{0,3}|…+)$/u;
const mostColumns = 60;
const mostRows = 5_000;

type ReadNumber = Pick<GridCell, 'number' | 'isPercent'>;

function readCell(text: string, isRounded: boolean): ReadNumber {
  const plain = withPlainFigures(text)
    .replace(/[\s　]/gu, '')
    .replace(/^[（(](.*)[）)]$/u, '-$1');
  if (emptyCell.test(plain)) return { number: null, isPercent: false };
  const match = cellNumber.exec(plain);
  if (match === null) return { number: undefined, isPercent: false };
  const [, sign = '', whole = '', decimals = '', scale = '', unit = ''] = match;
  const printed = readPrintedNumber(whole + decimals, scale, isRounded || unit === '%' || isMeasure(unit));
  const factor = sign === '' || sign === '+' || sign === '↑' ? 1 : -1;
  return { number: { value: factor * printed.value, slack: printed.slack }, isPercent: unit === '%' };
}

const roundedUnit = /万|亿|亩|吨|公里|千米|平方|公顷|立方|%|率|比重|占比/u;
/** 2024 at the head of a column is a year, not a number of the table. */
const yearCell = /^(?:19|20)\d{2}$/u;

function layOut(
  document: CheckedDocument,
  table: CheckedTable,
  isRounded: boolean,
): (GridCell | undefined)[][] {
  const grid: (GridCell | undefined)[][] = table.rows.slice(0, mostRows).map(() => []);
  table.rows.slice(0, mostRows).forEach((row, at) => {
    for (const { part, column, columnSpan, rowSpan } of row) {
      const place = document.parts[part];
      if (place === undefined || column >= mostColumns) continue;
      const text = document.text.slice(place.start, place.end).trim();
      const cell = { text, start: place.start, end: place.end, ...readCell(text, isRounded), isFirst: true };
      for (let below = 0; below < Math.min(rowSpan, grid.length - at); below += 1) {
        const target = grid[at + below];
        for (let beside = 0; beside < columnSpan && column + beside < mostColumns; beside += 1) {
          const isFirst = below === 0 && beside === 0;
          if (target !== undefined) target[column + beside] = isFirst ? cell : { ...cell, isFirst };
        }
      }
    }
  });
  return grid;
}

const isNumeric = (cell: GridCell | undefined) =>
  cell?.isFirst === true && cell.number !== undefined && cell.number !== null && !yearCell.test(cell.text);

/** 栏次 1 2 3 4: a row that numbers the columns belongs to the head. */
function numbersColumns(row: readonly (GridCell | undefined)[]): boolean {
  const numbers = row.filter(isNumeric).map((cell) => cell?.number?.value ?? 0);
  return numbers.length > 2 && numbers.every((number, index) => number === index + 1);
}

/** The grid of a table; undefined where nothing in it can be added. */
export function figureGridOf(document: CheckedDocument, table: CheckedTable): TableGrid | undefined {
  if (table.rows.length < 3) return undefined;
  const words = table.rows
    .slice(0, 3)
    .flat()
    .map(({ part }) => document.parts[part])
    .map((place) => (place === undefined ? '' : document.text.slice(place.start, place.end)));
  const title = [table.title ?? '', ...words].join(' ');
  const all = layOut(document, table, /(?:单位|[（(])[：:]?[^）)]{0,6}(?:万|亿)/u.test(title));
  const firstRow = all.findIndex((row) => row.some(isNumeric) && !numbersColumns(row));
  if (firstRow === -1 || firstRow > 5) return undefined;
  const headers = all.slice(0, firstRow);
  const rows = all.slice(firstRow);
  const columns = all.reduce((most, row) => Math.max(most, row.length), 0);
  const columnTitles = Array.from({ length: columns }, (_, column) =>
    [...new Set(headers.map((row) => row[column]?.text ?? ''))].join('').replace(/[\s　]/gu, ''),
  );
  const rounded = columnTitles.map((one) => roundedUnit.test(one));
  // A column in 万元 rounds even its whole numbers.
  const withSlack = rows.map((row) =>
    row.map((cell, column) => {
      if (cell === undefined || rounded[column] !== true) return cell;
      return { ...cell, ...readCell(cell.text, true) };
    }),
  );
  return { headers, rows: withSlack, columns, columnTitles, title };
}
