/**
 * Turns a read file into an annual report: recognises the layout, gathers the figures of the three tables with their
 * places and the text of the six sections. Pure: it gets blocks and gives a report; says what it could not read.
 */
import type { SourceDocument } from '#kernel/reading/source.ts';
import { cellKey, type ReportTable, tableNumbers } from '../law/cells.ts';
import { type LayoutId, layoutOfYear, reportLayouts } from '../law/layouts.ts';
import { applicantColumns } from '../law/request-rows.ts';
import type { AnnualReport, ReportFigure, ReportRemark } from '../rules/annual-report.ts';
import { type DisputeReading, readDisputes } from './read-disputes.ts';
import { readFlatRequests } from './read-flat-requests.ts';
import { type ProactiveReading, readProactive } from './read-proactive.ts';
import { type RequestReading, readRequestRows } from './read-requests.ts';
import { linesOfReport, type ReportLine } from './report-lines.ts';
import { findReportTitle, type SectionedReport, sectionReport } from './report-sections.ts';

const tableTitles = {
  proactive: '主动公开政府信息情况',
  requests: '收到和处理政府信息公开申请情况',
  disputes: '政府信息公开行政复议、行政诉讼情况',
} as const satisfies Record<ReportTable, string>;

/** A table counts as found when so many of its rows were. */
const fewestRequestRows = 3;

/** The better of two readings: more rows with figures. */
function betterRequests(lines: readonly ReportLine[], parts: SectionedReport): RequestReading {
  const byRows = readRequestRows(lines);
  if (byRows.rows.size >= fewestRequestRows) return byRows;
  const section = parts.linesOf(3).filter(({ kind }) => kind === 'text');
  const flat = readFlatRequests(section.length > 0 ? section : lines.filter(({ kind }) => kind === 'text'));
  return flat.rows.size > byRows.rows.size ? flat : byRows;
}

function betterProactive(lines: readonly ReportLine[], parts: SectionedReport): ProactiveReading {
  const rows = readProactive(lines.filter(({ kind }) => kind === 'row'));
  if (Object.keys(rows.figures).length > 0) return rows;
  const section = parts.linesOf(2);
  return section.length > 0 ? readProactive(section) : rows;
}

function betterDisputes(lines: readonly ReportLine[], parts: SectionedReport): DisputeReading {
  const rows = readDisputes(lines.filter(({ kind }) => kind === 'row'));
  if (rows.isFound && rows.unclear === null) return rows;
  const section = readDisputes(parts.linesOf(4));
  return section.isFound ? section : rows;
}

function layoutOfRequests(reading: RequestReading, beside: LayoutId | null, year: number | null): LayoutId {
  if (reading.rows.has('notCorrected') || reading.rows.has('feeNotPaid')) return '2021';
  if (reading.isUndivided) return '2019';
  return beside ?? (year === null ? '2021' : (layoutOfYear(year)?.id ?? '2021'));
}

function missingTable(table: ReportTable): ReportRemark {
  return {
    code: 'tableMissing',
    sentence: `没有找到表${tableNumbers[table]}“${tableTitles[table]}”；表格如果是图片，请换成可以选中文字的文件。`,
    place: {},
    hinders: true,
  };
}

function requestRemarks(reading: RequestReading, layout: LayoutId): ReportRemark[] {
  return reportLayouts[layout].requestRows.flatMap((row): ReportRemark[] => {
    const place = reading.rows.get(row.id);
    const shown = reading.unclear.get(row.id);
    if (place === undefined) {
      return [
        {
          code: 'rowMissing',
          sentence: `表3没有找到“${row.label}”这一行。`,
          place: {},
          hinders: true,
        },
      ];
    }
    if (shown === undefined) return [];
    return [
      {
        code: 'rowUnreadable',
        sentence: `表3“${row.label}”行分不清七列：${shown}。`,
        place,
        hinders: true,
      },
    ];
  });
}

function proactiveRemarks(reading: ProactiveReading): ReportRemark[] {
  if (reading.layout === null) return [];
  return reportLayouts[reading.layout].proactive.flatMap(({ rows, columns }) =>
    rows.flatMap((row): ReportRemark[] => {
      const isRead = columns.some(({ id }) => cellKey('proactive', row.id, id) in reading.figures);
      const shown = reading.unclear.get(row.id);
      if (isRead) return [];
      return [
        {
          code: shown === undefined ? 'rowMissing' : 'rowUnreadable',
          sentence:
            shown === undefined
              ? `表2没有找到“${row.label}”这一行。`
              : `表2“${row.label}”行分不清各列：${shown}。`,
          place: {},
          hinders: true,
        },
      ];
    }),
  );
}

function disputeRemarks(reading: DisputeReading): ReportRemark[] {
  if (reading.unclear === null) return [];
  return [
    {
      code: 'rowUnreadable',
      sentence: `表4分不清十五列：${reading.unclear}。`,
      place: {},
      hinders: true,
    },
  ];
}

function layoutRemarks(
  year: number | null,
  layouts: Readonly<Record<ReportTable, LayoutId | null>>,
): ReportRemark[] {
  if (year === null) {
    return [
      {
        code: 'yearUnknown',
        sentence: '没有读出是哪一年的报告，按表格的样子判断格式。',
        place: {},
        hinders: false,
      },
    ];
  }
  const wanted = layoutOfYear(year);
  if (wanted === undefined) return [];
  return (['proactive', 'requests'] as const)
    .filter((table) => layouts[table] !== null && layouts[table] !== wanted.id)
    .map((table) => ({
      code: 'layoutMixed' as const,
      sentence: `${year}年的报告应当用${wanted.source}的格式，表${tableNumbers[table]}用的是${reportLayouts[layouts[table] ?? '2021'].source}的格式。`,
      place: {},
      hinders: false,
    }));
}

/** Cells a merged region left without a figure of their own are said to be missing by their row. */
function requestFigures(reading: RequestReading, layout: LayoutId): Record<string, ReportFigure> {
  const figures: Record<string, ReportFigure> = {};
  for (const row of reportLayouts[layout].requestRows) {
    for (const column of applicantColumns) {
      const key = cellKey('requests', row.id, column.id);
      const found = reading.figures[key];
      const place = reading.rows.get(row.id);
      if (found !== undefined) figures[key] = found;
      else if (place !== undefined && !reading.unclear.has(row.id)) {
        figures[key] = { state: 'unreadable', value: null, text: '', place, why: '几列合并成一格，分不清' };
      }
    }
  }
  return figures;
}

export interface ReportReading {
  readonly report: AnnualReport;
  /** False when nothing in the file makes it such a report. */
  readonly isReport: boolean;
}

/** Reads a report from the blocks of a file; `names` are what the file goes by besides: its name, the page's title. */
export function readReport(source: SourceDocument, ...names: readonly string[]): ReportReading {
  const lines = linesOfReport(source);
  const parts = sectionReport(lines);
  const { year, unit, isNamed } = findReportTitle(lines, names);
  const proactive = betterProactive(lines, parts);
  const requests = betterRequests(lines, parts);
  const disputes = betterDisputes(lines, parts);
  const hasRequests = requests.rows.size >= fewestRequestRows;
  const hasProactive = Object.keys(proactive.figures).length > 0;
  const requestLayout = layoutOfRequests(requests, proactive.layout, year);
  const layouts = {
    proactive: hasProactive ? proactive.layout : null,
    requests: hasRequests ? requestLayout : null,
    disputes: disputes.isFound ? (hasRequests ? requestLayout : '2021') : null,
  } as const;
  const report: AnnualReport = {
    year,
    unit,
    layouts,
    figures: {
      ...(hasProactive ? proactive.figures : {}),
      ...(hasRequests ? requestFigures(requests, requestLayout) : {}),
      ...disputes.figures,
    },
    sections: parts.sections,
    remarks: [
      ...(hasProactive ? proactiveRemarks(proactive) : [missingTable('proactive')]),
      ...(hasRequests ? requestRemarks(requests, requestLayout) : [missingTable('requests')]),
      ...(disputes.isFound ? disputeRemarks(disputes) : [missingTable('disputes')]),
      ...layoutRemarks(year, layouts),
      ...source.notes.map(
        ({ sentence, place }): ReportRemark => ({
          code: 'fileNote',
          sentence,
          place: place === undefined ? {} : { ...place },
          hinders: false,
        }),
      ),
    ],
  };
  return { report, isReport: hasRequests || disputes.isFound || (hasProactive && isNamed) };
}
