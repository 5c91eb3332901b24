/** The whole check of one report: what could not be read, every identity, the text against the tables. Pure. */
import { tableNumbers } from '../law/cells.ts';
import { type AnnualReport, cellsOfReport, figureAt } from './annual-report.ts';
import { judgeCarryOver, judgeInForce, judgeSummary } from './carry-over.ts';
import { judgeText } from './contradictions/judge-text.ts';
import { judgeIdentities } from './identities.ts';
import type { ReportFinding } from './report-finding.ts';

const bare = { row: null, column: null, left: null, right: null, difference: null } as const;

/** Cells that hold something nobody can count, and tables or rows that were not found. */
function readingFindings(report: AnnualReport): ReportFinding[] {
  const cells = cellsOfReport(report).flatMap((cell): ReportFinding[] => {
    const figure = figureAt(report, cell.key);
    if (figure.state !== 'unreadable') return [];
    const shown = figure.text === '' ? '' : `“${figure.text}”`;
    return [
      {
        ...bare,
        identity: 'reading',
        severity: 'warning',
        table: cell.table,
        row: cell.row.id,
        column: cell.column.id,
        sentence: `表${tableNumbers[cell.table]}“${cell.row.label}”行“${cell.column.label}”列没有读出来${shown}：${figure.why ?? '不是数字'}。`,
        cells: [cell.key],
        place: figure.place,
      },
    ];
  });
  const remarks = report.remarks
    .filter(({ hinders, code }) => hinders || code === 'layoutMixed')
    .map(
      ({ code, sentence, place }): ReportFinding => ({
        ...bare,
        identity: code === 'layoutMixed' ? 'layout' : 'reading',
        severity: 'warning',
        table: null,
        sentence,
        cells: [],
        place,
      }),
    );
  return [...remarks, ...cells];
}

export interface ReportCheckOptions {
  /** Last year's report, for I4 and I6. */
  readonly previous?: AnnualReport;
  /** Reports of the units a summary is made of, for I8. */
  readonly units?: readonly AnnualReport[];
}

/** Everything there is to say against a report; empty when it is clean. */
export function checkReport(
  report: AnnualReport,
  options: ReportCheckOptions = {},
): readonly ReportFinding[] {
  const { previous, units } = options;
  return [
    ...readingFindings(report),
    ...judgeIdentities(report),
    ...judgeText(report),
    ...(previous === undefined ? [] : judgeCarryOver(report, previous)),
    ...(previous === undefined ? [] : judgeInForce(report, previous)),
    ...(units === undefined ? [] : judgeSummary(report, units)),
  ];
}
