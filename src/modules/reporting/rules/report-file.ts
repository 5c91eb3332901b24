/** A report's JSON form from and to the report as it is checked. Pure; the schema is the contract's. */
import { cellKey, type ReportTable } from '../law/cells.ts';
import { type LayoutId, reportLayouts } from '../law/layouts.ts';
import type { AnnualReport, ReportFigure } from './annual-report.ts';

type FigureTable = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

/** The shape the contract's schema guarantees. */
export interface ReportFileShape {
  readonly layout: LayoutId;
  readonly year: number;
  readonly unit: string;
  readonly proactive: FigureTable;
  readonly requests: FigureTable;
  readonly disputes: FigureTable;
  readonly sections: readonly { readonly number: number; readonly text: string }[];
}

function figureOfFile(value: number | null | undefined, path: string): ReportFigure {
  const place = { cell: path };
  if (value === undefined) return { state: 'missing', value: null, text: '', place };
  return value === null
    ? { state: 'blank', value: 0, text: '', place }
    : { state: 'figure', value, text: '', place };
}

/** The report a JSON file describes. */
export function reportOfFile(file: ReportFileShape): AnnualReport {
  const { layout } = file;
  return {
    year: file.year,
    unit: file.unit,
    layouts: { proactive: layout, requests: layout, disputes: layout },
    figures: Object.fromEntries(
      reportLayouts[layout].cells.map(({ key, table, row, column }) => [
        key,
        figureOfFile(file[table][row.id]?.[column.id], key),
      ]),
    ),
    sections: file.sections.map(({ number, text }) => ({
      number,
      title: '',
      paragraphs: text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line, index) => ({ text: line.trim(), place: { cell: `第${number}部分第${index + 1}段` } })),
    })),
    remarks: [],
  };
}

/** The JSON form of a report in one layout; figures that were not read are null. */
export function fileOfReport(report: AnnualReport, layout: LayoutId): ReportFileShape {
  const tableOf = (table: ReportTable): FigureTable => {
    const rows: Record<string, Record<string, number | null>> = {};
    for (const cell of reportLayouts[layout].cells.filter((one) => one.table === table)) {
      const figure = report.figures[cellKey(table, cell.row.id, cell.column.id)];
      const row = rows[cell.row.id] ?? {};
      rows[cell.row.id] = row;
      row[cell.column.id] = figure === undefined || figure.state === 'blank' ? null : figure.value;
    }
    return rows;
  };
  return {
    layout,
    year: report.year ?? reportLayouts[layout].fromYear,
    unit: report.unit ?? '',
    proactive: tableOf('proactive'),
    requests: tableOf('requests'),
    disputes: tableOf('disputes'),
    sections: report.sections.map(({ number, paragraphs }) => ({
      number,
      text: paragraphs.map(({ text }) => text).join('\n'),
    })),
  };
}
