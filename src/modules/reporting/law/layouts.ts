/**
 * The official layouts of the annual report by year, with every cell: what the reader looks for, the identities
 * judge and the desk draws.
 *
 * 政府信息公开条例第五十条; 国办公开办函〔2021〕30号 (since the report for 2021); 国办公开办函〔2019〕60号 (2019, 2020).
 */
import { cellKey, type LayoutCell, type LayoutColumn, type LayoutRow, type ReportTable } from './cells.ts';
import { type ProactiveBlock, proactive2019, proactive2021 } from './proactive-rows.ts';
import {
  applicantColumns,
  type OutcomeRow,
  outcomes2019,
  outcomes2021,
  requestHead,
  requestTail,
} from './request-rows.ts';

export const layoutIds = ['2019', '2021'] as const;
export type LayoutId = (typeof layoutIds)[number];

/** Table 4 has not changed: three ways of dispute, five columns each. */
export const disputeRows = [
  { id: 'review', label: '行政复议' },
  { id: 'directLawsuit', label: '未经复议直接起诉' },
  { id: 'lawsuitAfterReview', label: '复议后起诉' },
] as const satisfies readonly LayoutRow[];

export const disputeColumns = [
  { id: 'upheld', label: '结果维持' },
  { id: 'corrected', label: '结果纠正' },
  { id: 'other', label: '其他结果' },
  { id: 'pending', label: '尚未审结' },
  { id: 'total', label: '总计' },
] as const satisfies readonly LayoutColumn[];

export interface ReportLayout {
  readonly id: LayoutId;
  /** First and last year it is used for; null: still in use. */
  readonly fromYear: number;
  readonly untilYear: number | null;
  readonly source: string;
  readonly proactive: readonly ProactiveBlock[];
  readonly outcomes: readonly OutcomeRow[];
  /** All rows of table 3 in the order of the form. */
  readonly requestRows: readonly LayoutRow[];
  /** Every cell of the three tables, in the order of the form. */
  readonly cells: readonly LayoutCell[];
}

function crossCells(
  table: ReportTable,
  rows: readonly LayoutRow[],
  columns: readonly LayoutColumn[],
): LayoutCell[] {
  return rows.flatMap((row) =>
    columns.map((column) => ({
      key: cellKey(table, row.id, column.id),
      table,
      row: { id: row.id, label: row.label },
      column: { id: column.id, label: column.label },
      kind: 'count' as const,
    })),
  );
}

function proactiveCells(blocks: readonly ProactiveBlock[]): LayoutCell[] {
  return blocks.flatMap((block) =>
    block.rows.flatMap((row) =>
      block.columns.map(({ kind, ...column }) => ({
        key: cellKey('proactive', row.id, column.id),
        table: 'proactive' as const,
        row,
        column,
        kind,
      })),
    ),
  );
}

function drawLayout(
  layout: Pick<ReportLayout, 'id' | 'fromYear' | 'untilYear' | 'source' | 'proactive' | 'outcomes'>,
): ReportLayout {
  const requestRows = [...requestHead, ...layout.outcomes, ...requestTail];
  return {
    ...layout,
    requestRows,
    cells: [
      ...proactiveCells(layout.proactive),
      ...crossCells('requests', requestRows, applicantColumns),
      ...crossCells('disputes', disputeRows, disputeColumns),
    ],
  };
}

export const reportLayouts: Readonly<Record<LayoutId, ReportLayout>> = {
  '2019': drawLayout({
    id: '2019',
    fromYear: 2019,
    untilYear: 2020,
    source: '国办公开办函〔2019〕60号',
    proactive: proactive2019,
    outcomes: outcomes2019,
  }),
  '2021': drawLayout({
    id: '2021',
    fromYear: 2021,
    untilYear: null,
    source: '国办公开办函〔2021〕30号',
    proactive: proactive2021,
    outcomes: outcomes2021,
  }),
};

/** The layout demanded for a year's report; undefined before the Regulation's present form (2019). */
export function layoutOfYear(year: number): ReportLayout | undefined {
  return Object.values(reportLayouts).find(
    ({ fromYear, untilYear }) => year >= fromYear && (untilYear === null || year <= untilYear),
  );
}
