/** What a screen tells the table about its columns, its rows and its panel. */
import type { ReactNode } from 'react';
import type { ApiNo } from '../../data/answer.ts';
import type { ApiQuery } from '../../data/call-api.ts';
import type { TableState } from './table-state.ts';

/** A value as it is searched, sorted and exported. */
export type CellValue = string | number | null;

export type ColumnFilter =
  | {
      readonly kind: 'choice';
      readonly options: readonly { readonly value: string; readonly label: string }[];
      /** Several at once unless the server takes one only. */
      readonly single?: boolean;
    }
  /** From a first to a last day, both included; the state holds `2026-01-01..2026-03-31`, either end may be missing. */
  | { readonly kind: 'days' };

export interface DataColumn<Row> {
  readonly key: string;
  readonly title: string;
  /** The value behind the cell; lists of values (units) are joined with 、. */
  readonly value: (row: Row) => CellValue;
  /** The cell, when it is more than its value. */
  readonly render?: (row: Row) => ReactNode;
  /** What a choice filter compares, when it is not the value: ids of the units. */
  readonly filterValues?: (row: Row) => readonly string[];
  readonly filter?: ColumnFilter;
  readonly sortable?: boolean;
  /** Pixels; the column without a width takes the rest. */
  readonly width?: number;
  readonly align?: 'left' | 'right' | 'center';
  /** Not shown until chosen. */
  readonly hidden?: boolean;
  /** On a phone: the title of the card, a line of it, or nothing. The first column is the title unless told. */
  readonly card?: 'title' | 'line' | 'none';
}

/** All rows at hand: filtered and sorted here. */
export interface RowsSource<Row> {
  readonly kind: 'rows';
  /** Undefined while they are fetched. */
  readonly rows: readonly Row[] | undefined;
  readonly error?: ApiNo | null;
  readonly onRetry?: () => void;
}

/** Rows that the server filters and gives page by page. */
export interface PagesSource {
  readonly kind: 'pages';
  /** Below `/api/v1`; replies `{ rows, next }`. */
  readonly path: string;
  /** Turns text, filters and sort into the query of that address. */
  readonly query: (state: TableState) => ApiQuery;
  /** Whether the address takes a search text; the box is left out otherwise. */
  readonly searchable?: boolean;
}

export type TableSource<Row> = RowsSource<Row> | PagesSource;

/** The reply of a paged list. */
export interface TablePage<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

export interface OpenRow<Row> {
  readonly key: string;
  /** Undefined when the address names a row that has not been fetched. */
  readonly row: Row | undefined;
  readonly close: () => void;
}
