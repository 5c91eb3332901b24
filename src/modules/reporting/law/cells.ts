/**
 * What a cell of the annual report's tables is: its key, its place on the form and the kind of figure it holds.
 * Shared by the layouts; no figure of any report lives here.
 */

export const reportTables = ['proactive', 'requests', 'disputes'] as const;
/** 表2 主动公开, 表3 申请, 表4 复议诉讼. */
export type ReportTable = (typeof reportTables)[number];

/** Numbers of the form's sections the tables stand in; people call the tables by them. */
export const tableNumbers = { proactive: 2, requests: 3, disputes: 4 } as const satisfies Record<
  ReportTable,
  number
>;

/**
 * `count` whole and not negative, `change` whole with a sign (本年增/减), `amount` money: held in fen, printed in 万元.
 */
export type FigureKind = 'count' | 'change' | 'amount';

export interface LayoutColumn {
  readonly id: string;
  readonly label: string;
}

export interface LayoutRow {
  readonly id: string;
  readonly label: string;
}

export interface LayoutCell {
  /** `requests.received.total`: table, row, column. */
  readonly key: string;
  readonly table: ReportTable;
  readonly row: LayoutRow;
  readonly column: LayoutColumn;
  readonly kind: FigureKind;
}

export function cellKey(table: ReportTable, row: string, column: string): string {
  return `${table}.${row}.${column}`;
}
