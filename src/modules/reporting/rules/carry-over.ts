/**
 * I4, I6 and I8: a report against the one of the year before and against the reports of its units. Pure.
 */
import { cellKey, type LayoutCell, tableNumbers } from '../law/cells.ts';
import { applicantColumns } from '../law/request-rows.ts';
import { type AnnualReport, cellsOfReport, figureAt } from './annual-report.ts';
import { reportFigureInWords } from './figure-words.ts';
import { sumOfValues, valuesOfCells } from './identities.ts';
import type { ReportFinding } from './report-finding.ts';

function shownAt(report: AnnualReport, key: string): string {
  const { state, value } = figureAt(report, key);
  return state === 'blank' ? '0（未填）' : String(value);
}

/** I4: what last year carried out is what this year carried in, in every column. */
export function judgeCarryOver(report: AnnualReport, previous: AnnualReport): readonly ReportFinding[] {
  const before = previous.year === null ? '上年' : `${previous.year}年`;
  return applicantColumns.flatMap((column): ReportFinding[] => {
    const inKey = cellKey('requests', 'carriedIn', column.id);
    const outKey = cellKey('requests', 'carriedOut', column.id);
    const carriedIn = figureAt(report, inKey).value;
    const carriedOut = figureAt(previous, outKey).value;
    if (carriedIn === null || carriedOut === null || carriedIn === carriedOut) return [];
    return [
      {
        identity: 'I4',
        severity: 'error',
        table: 'requests',
        row: 'carriedIn',
        column: column.id,
        left: { formula: `本年第二项${shownAt(report, inKey)}`, value: carriedIn },
        right: { formula: `${before}第四项${shownAt(previous, outKey)}`, value: carriedOut },
        difference: carriedIn - carriedOut,
        sentence: `表3“${column.label}”列：本年“上年结转”${shownAt(report, inKey)}，${before}年报“结转下年度继续办理”${shownAt(previous, outKey)}，相差${Math.abs(carriedIn - carriedOut)}。`,
        cells: [inKey],
        place: figureAt(report, inKey).place,
      },
    ];
  });
}

/** I6: in force now = in force a year ago + issued − repealed; a warning, for documents lapse by themselves too. */
export function judgeInForce(report: AnnualReport, previous: AnnualReport): readonly ReportFinding[] {
  if (report.layouts.proactive !== '2021' || previous.layouts.proactive !== '2021') return [];
  const rows = [
    { id: 'regulations', label: '规章' },
    { id: 'normativeDocuments', label: '行政规范性文件' },
  ];
  return rows.flatMap((row): ReportFinding[] => {
    const keys = ['inForce', 'issued', 'repealed'].map((column) => cellKey('proactive', row.id, column));
    const values = valuesOfCells(report, keys);
    const before = figureAt(previous, keys[0] ?? '').value;
    if (values === undefined || before === null) return [];
    const [inForce = 0, issued = 0, repealed = 0] = values;
    const expected = before + issued - repealed;
    if (expected === inForce) return [];
    return [
      {
        identity: 'I6',
        severity: 'warning',
        table: 'proactive',
        row: row.id,
        column: 'inForce',
        left: { formula: `现行有效${inForce}`, value: inForce },
        right: { formula: `上年现行有效${before}＋制发${issued}－废止${repealed}`, value: expected },
        difference: inForce - expected,
        sentence: `表2“${row.label}”：上年现行有效${before}＋本年制发${issued}－本年废止${repealed}＝${expected}，本年现行有效写的是${inForce}，相差${Math.abs(inForce - expected)}；有文件自动失效的，请作说明。`,
        cells: keys,
        place: figureAt(report, keys[0] ?? '').place,
      },
    ];
  });
}

function summaryFinding(
  report: AnnualReport,
  cell: LayoutCell,
  units: number,
  sum: number,
): readonly ReportFinding[] {
  const { value, place } = figureAt(report, cell.key);
  if (value === null || value === sum) return [];
  const say = (figure: number) => reportFigureInWords(figure, cell.kind);
  return [
    {
      identity: 'I8',
      severity: 'warning',
      table: cell.table,
      row: cell.row.id,
      column: cell.column.id,
      left: { formula: `汇总${say(value)}`, value },
      right: { formula: `${units}个单位合计${say(sum)}`, value: sum },
      difference: value - sum,
      sentence: `表${tableNumbers[cell.table]}“${cell.row.label}”行“${cell.column.label}”列：汇总写的是${say(value)}，${units}个单位合计${say(sum)}，相差${say(Math.abs(value - sum))}。`,
      cells: [cell.key],
      place,
    },
  ];
}

/** I8: a summary is the sum of its units, cell by cell; cells that a unit lacks are left out. */
export function judgeSummary(report: AnnualReport, units: readonly AnnualReport[]): readonly ReportFinding[] {
  if (units.length === 0) return [];
  return cellsOfReport(report).flatMap((cell) => {
    const values = units.map((unit) => figureAt(unit, cell.key).value);
    if (!values.every((value): value is number => value !== null)) return [];
    return summaryFinding(report, cell, units.length, sumOfValues(values));
  });
}
