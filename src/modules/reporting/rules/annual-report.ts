/**
 * An annual report as it was read: figures by cell, each with its place in the file, and the sections of text.
 * Types and small questions about them; no file format is known here.
 */
import { cellKey, type LayoutCell, type ReportTable } from '../law/cells.ts';
import { disputeColumns, type LayoutId, type ReportLayout, reportLayouts } from '../law/layouts.ts';
import { applicantColumns } from '../law/request-rows.ts';

/** Where a figure or a sentence stands in its file. */
export interface ReportPlace {
  readonly page?: number;
  readonly line?: number;
  /** `表2 第3行第4列`, `工作表“附表”B7`. */
  readonly cell?: string;
}

/**
 * `figure` was read; `blank` stands empty or as — or / and counts as zero; `unreadable` holds something that is no figure;
 * `missing` was not found in the file at all. The last two have no value: nothing is guessed.
 */
export type FigureState = 'figure' | 'blank' | 'unreadable' | 'missing';

export interface ReportFigure {
  readonly state: FigureState;
  /** Whole number, or fen for amounts; a count that was written with a fraction keeps it. Null when it has none. */
  readonly value: number | null;
  /** As it is written. */
  readonly text: string;
  readonly place: ReportPlace;
  /** Why it could not be read. */
  readonly why?: string;
}

export interface ReportParagraph {
  readonly text: string;
  readonly place: ReportPlace;
}

export interface ReportSection {
  /** 1–6; 0 for what stands before the first heading. */
  readonly number: number;
  readonly title: string;
  readonly paragraphs: readonly ReportParagraph[];
}

/** Something the reader must tell about the file. */
export interface ReportRemark {
  readonly code: 'tableMissing' | 'rowMissing' | 'rowUnreadable' | 'layoutMixed' | 'yearUnknown' | 'fileNote';
  readonly sentence: string;
  readonly place: ReportPlace;
  /** Whether the check is incomplete because of it. */
  readonly hinders: boolean;
}

export interface AnnualReport {
  readonly year: number | null;
  readonly unit: string | null;
  /** The layout each table was recognised in; null when the table was not found. */
  readonly layouts: Readonly<Record<ReportTable, LayoutId | null>>;
  readonly figures: Readonly<Record<string, ReportFigure>>;
  readonly sections: readonly ReportSection[];
  readonly remarks: readonly ReportRemark[];
}

const absent: ReportFigure = { state: 'missing', value: null, text: '', place: {} };

/** The figure of a cell; one that was not found is `missing`. */
export function figureAt(report: AnnualReport, key: string): ReportFigure {
  return report.figures[key] ?? absent;
}

/** The sum of a row whose total this is; undefined for other cells and where a part has no value. */
export function sumBehindTotal(report: AnnualReport, key: string): number | undefined {
  const [table, row, column] = key.split('.');
  if (column !== 'total' || row === undefined || (table !== 'requests' && table !== 'disputes'))
    return undefined;
  const columns = table === 'requests' ? applicantColumns : disputeColumns;
  let sum = 0;
  for (const { id } of columns) {
    if (id === 'total') continue;
    const { value } = figureAt(report, cellKey(table, row, id));
    if (value === null) return undefined;
    sum += value;
  }
  return sum;
}

/**
 * What a cell counts for where something else rests on it: a total that was left empty stands for its row, so that one
 * omission is not told a second time as a wrong sum.
 */
export function countedValue(report: AnnualReport, key: string): number | null {
  const { state, value } = figureAt(report, key);
  return state === 'blank' ? (sumBehindTotal(report, key) ?? value) : value;
}

/** The layout a table is judged by: the one it was recognised in. */
export function layoutOfTable(report: AnnualReport, table: ReportTable): ReportLayout | undefined {
  const id = report.layouts[table];
  return id === null ? undefined : reportLayouts[id];
}

/** Every cell of the tables that were found, in the order of the form. */
export function cellsOfReport(report: AnnualReport): readonly LayoutCell[] {
  return (['proactive', 'requests', 'disputes'] as const).flatMap((table) => {
    const layout = layoutOfTable(report, table);
    return layout === undefined ? [] : layout.cells.filter((cell) => cell.table === table);
  });
}

/** The layout of the report as a whole: that of its year where all tables follow it, else of its tables. */
export function layoutOfReport(report: AnnualReport): LayoutId | 'mixed' | null {
  const ids = new Set(
    [report.layouts.proactive, report.layouts.requests].filter((id): id is LayoutId => id !== null),
  );
  if (ids.size > 1) return 'mixed';
  const [only] = ids;
  return only ?? report.layouts.disputes;
}
