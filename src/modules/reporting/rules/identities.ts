/**
 * The identities inside one report: I1, I2, I3, I5 and I9. Cells without a value are left out: an identity that
 * cannot be judged is not called broken (the reading says which cells they are).
 *
 * 国办公开办函〔2021〕30号 prints I1 on the form itself: 第一项加第二项之和，等于第三项加第四项之和.
 */
import { cellKey, type LayoutCell, tableNumbers } from '../law/cells.ts';
import { disputeColumns, disputeRows } from '../law/layouts.ts';
import { applicantColumns } from '../law/request-rows.ts';
import {
  type AnnualReport,
  cellsOfReport,
  countedValue,
  figureAt,
  layoutOfTable,
  type ReportPlace,
} from './annual-report.ts';
import { amountDigits } from './figure-words.ts';
import type { ReportFinding } from './report-finding.ts';

/** Values of the cells; undefined as soon as one of them has none. */
export function valuesOfCells(report: AnnualReport, keys: readonly string[]): readonly number[] | undefined {
  const values = keys.map((key) => countedValue(report, key));
  return values.every((value): value is number => value !== null) ? values : undefined;
}

export function sumOfValues(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** Says beside a figure that nobody wrote it. */
function written(report: AnnualReport, key: string): string {
  const { state, value } = figureAt(report, key);
  if (state !== 'blank') return String(value);
  const counted = countedValue(report, key) ?? 0;
  return counted === 0 ? '0（未填）' : `${counted}（未填，按各列之和）`;
}

function placeOf(report: AnnualReport, key: string): ReportPlace {
  return figureAt(report, key).place;
}

/** I1: received + carried in = outcomes + carried out, in every column. */
function judgeBalance(report: AnnualReport): ReportFinding[] {
  if (layoutOfTable(report, 'requests') === undefined) return [];
  return applicantColumns.flatMap((column) => {
    const keys = ['received', 'carriedIn', 'outcomeTotal', 'carriedOut'].map((row) =>
      cellKey('requests', row, column.id),
    );
    const values = valuesOfCells(report, keys);
    if (values === undefined) return [];
    const [received = 0, carriedIn = 0, outcomes = 0, carriedOut = 0] = values;
    const difference = received + carriedIn - outcomes - carriedOut;
    if (difference === 0) return [];
    const [first = '', second = '', third = '', fourth = ''] = keys.map((key) => written(report, key));
    return [
      {
        identity: 'I1',
        severity: 'error',
        table: 'requests',
        row: null,
        column: column.id,
        left: { formula: `第一项${first}＋第二项${second}`, value: received + carriedIn },
        right: { formula: `第三项（七）总计${third}＋第四项${fourth}`, value: outcomes + carriedOut },
        difference,
        sentence: `表3“${column.label}”列不平衡：第一项${first}＋第二项${second}＝${received + carriedIn}，第三项（七）总计${third}＋第四项${fourth}＝${outcomes + carriedOut}，相差${Math.abs(difference)}。`,
        cells: keys,
        place: placeOf(report, keys[0] ?? ''),
      } satisfies ReportFinding,
    ];
  });
}

interface PartsOfTotal {
  readonly identity: 'I2' | 'I3' | 'I5';
  readonly table: 'requests' | 'disputes';
  readonly row: string | null;
  readonly column: string | null;
  /** `“自然人”列`, `“一、本年新收政府信息公开申请数量”行`. */
  readonly where: string;
  readonly partsName: string;
  readonly totalName: string;
  readonly parts: readonly { readonly key: string; readonly label: string }[];
  readonly total: string;
}

/** A total must be the sum of its parts. */
function judgeTotal(report: AnnualReport, rule: PartsOfTotal): ReportFinding[] {
  const parts = valuesOfCells(
    report,
    rule.parts.map(({ key }) => key),
  );
  // Against its own parts an empty total is an empty total.
  const total =
    rule.identity === 'I2' ? countedValue(report, rule.total) : figureAt(report, rule.total).value;
  if (parts === undefined || total === null) return [];
  const sum = sumOfValues(parts);
  if (sum === total) return [];
  const terms = rule.parts
    .filter((_, index) => parts[index] !== 0)
    .map(({ key, label }) => `${label}${countedValue(report, key)}`);
  const formula = terms.length === 0 ? `${rule.partsName}都是0` : terms.join('＋');
  const shown = total === 0 && figureAt(report, rule.total).state === 'blank' ? '0（未填）' : String(total);
  return [
    {
      identity: rule.identity,
      severity: 'error',
      table: rule.table,
      row: rule.row,
      column: rule.column,
      left: { formula, value: sum },
      right: { formula: `${rule.totalName}${shown}`, value: total },
      difference: sum - total,
      sentence: `表${tableNumbers[rule.table]}${rule.where}：${rule.partsName}合计${sum}（${formula}），${rule.totalName}写的是${shown}，相差${Math.abs(sum - total)}。`,
      cells: [...rule.parts.map(({ key }) => key), rule.total],
      place: placeOf(report, rule.total),
    },
  ];
}

/** I2: the outcomes add up to their total, in every column. */
function judgeOutcomes(report: AnnualReport): ReportFinding[] {
  const layout = layoutOfTable(report, 'requests');
  if (layout === undefined) return [];
  return applicantColumns.flatMap((column) =>
    judgeTotal(report, {
      identity: 'I2',
      table: 'requests',
      row: 'outcomeTotal',
      column: column.id,
      where: `“${column.label}”列`,
      partsName: '各项办理结果',
      totalName: '（七）总计',
      parts: layout.outcomes.map((row) => ({
        key: cellKey('requests', row.id, column.id),
        label: row.label,
      })),
      total: cellKey('requests', 'outcomeTotal', column.id),
    }),
  );
}

/** I3: natural persons and the five kinds of organisations add up to the total, in every row. */
function judgeApplicants(report: AnnualReport): ReportFinding[] {
  const layout = layoutOfTable(report, 'requests');
  if (layout === undefined) return [];
  return layout.requestRows.flatMap((row) =>
    judgeTotal(report, {
      identity: 'I3',
      table: 'requests',
      row: row.id,
      column: 'total',
      where: `“${row.label}”行`,
      partsName: '各类申请人',
      totalName: '总计',
      parts: applicantColumns
        .filter(({ id }) => id !== 'total')
        .map((column) => ({ key: cellKey('requests', row.id, column.id), label: column.label })),
      total: cellKey('requests', row.id, 'total'),
    }),
  );
}

/** I5: the four results add up to the total, for reviews and both kinds of lawsuits. */
function judgeDisputes(report: AnnualReport): ReportFinding[] {
  if (layoutOfTable(report, 'disputes') === undefined) return [];
  return disputeRows.flatMap((row) =>
    judgeTotal(report, {
      identity: 'I5',
      table: 'disputes',
      row: row.id,
      column: 'total',
      where: `“${row.label}”`,
      partsName: '各种结果',
      totalName: '总计',
      parts: disputeColumns
        .filter(({ id }) => id !== 'total')
        .map((column) => ({ key: cellKey('disputes', row.id, column.id), label: column.label })),
      total: cellKey('disputes', row.id, 'total'),
    }),
  );
}

function faultOfFigure(cell: LayoutCell, value: number): string | undefined {
  if (!Number.isSafeInteger(value)) return '不是整数';
  return value < 0 && cell.kind !== 'change' ? '是负数' : undefined;
}

/** I9: counts are whole numbers and not negative; amounts are not negative. */
function judgeFigures(report: AnnualReport): ReportFinding[] {
  return cellsOfReport(report).flatMap((cell) => {
    const { value, text, place } = figureAt(report, cell.key);
    const fault = value === null ? undefined : faultOfFigure(cell, value);
    if (value === null || fault === undefined) return [];
    const shown = text === '' ? (cell.kind === 'amount' ? amountDigits(value) : String(value)) : text;
    return [
      {
        identity: 'I9',
        severity: 'error',
        table: cell.table,
        row: cell.row.id,
        column: cell.column.id,
        left: { formula: shown, value },
        right: null,
        difference: null,
        sentence: `表${tableNumbers[cell.table]}“${cell.row.label}”行“${cell.column.label}”列写的是“${shown}”，${fault}；应当填不小于0的整数。`,
        cells: [cell.key],
        place,
      } satisfies ReportFinding,
    ];
  });
}

/** Every broken identity inside the report, in the order of the form. */
export function judgeIdentities(report: AnnualReport): readonly ReportFinding[] {
  return [
    ...judgeBalance(report),
    ...judgeOutcomes(report),
    ...judgeApplicants(report),
    ...judgeDisputes(report),
    ...judgeFigures(report),
  ];
}
