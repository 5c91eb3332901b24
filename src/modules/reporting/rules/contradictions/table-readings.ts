/** What a sentence may mean in the tables: sums of cells under a name. A reading without a value cannot be compared. Pure. */
import { cellKey } from '../../law/cells.ts';
import { type OutcomeGroup, outcomeGroups } from '../../law/request-rows.ts';
import { type AnnualReport, layoutOfTable, sumBehindTotal } from '../annual-report.ts';
import { sumOfValues, valuesOfCells } from '../identities.ts';

export interface TableReading {
  /** `表3第一项总计`. */
  readonly name: string;
  readonly cells: readonly string[];
}

export interface ReadValue extends TableReading {
  readonly value: number;
}

const total = (row: string) => cellKey('requests', row, 'total');
const dispute = (row: string) => cellKey('disputes', row, 'total');

export const receivedReading: TableReading = { name: '表3第一项“本年新收”总计', cells: [total('received')] };
export const carriedInReading: TableReading = {
  name: '表3第二项“上年结转”总计',
  cells: [total('carriedIn')],
};
export const carriedOutReading: TableReading = {
  name: '表3第四项“结转下年度”总计',
  cells: [total('carriedOut')],
};
export const outcomeReading: TableReading = { name: '表3第三项（七）总计', cells: [total('outcomeTotal')] };
export const allToHandleReading: TableReading = {
  name: '表3第一项与第二项合计',
  cells: [total('received'), total('carriedIn')],
};
export const reviewReading: TableReading = { name: '表4行政复议总计', cells: [dispute('review')] };
export const lawsuitReadings: readonly TableReading[] = [
  { name: '表4行政诉讼合计', cells: [dispute('directLawsuit'), dispute('lawsuitAfterReview')] },
  { name: '表4未经复议直接起诉总计', cells: [dispute('directLawsuit')] },
  { name: '表4复议后起诉总计', cells: [dispute('lawsuitAfterReview')] },
];
export const disputeReading: TableReading = {
  name: '表4行政复议和行政诉讼合计',
  cells: [dispute('review'), dispute('directLawsuit'), dispute('lawsuitAfterReview')],
};

/** The rows of one group of outcomes, or of several together. */
export function groupReading(report: AnnualReport, groups: readonly OutcomeGroup[]): TableReading {
  const outcomes = layoutOfTable(report, 'requests')?.outcomes ?? [];
  const names = outcomeGroups.filter(({ id }) => groups.includes(id)).map(({ label }) => label);
  return {
    name: `表3${names.join('与')}合计`,
    cells: outcomes.filter(({ group }) => groups.includes(group)).map(({ id }) => total(id)),
  };
}

export function outcomeRowReading(row: string, label: string): TableReading {
  return { name: `表3“${label}”总计`, cells: [total(row)] };
}

/**
 * The readings that have a value in this report. Where totals and the figures beside them disagree, the text may have been
 * written from either: both are readings, and the table's own fault is told elsewhere.
 */
export function valuesOfReadings(
  report: AnnualReport,
  readings: readonly TableReading[],
): readonly ReadValue[] {
  return readings.flatMap((reading) => {
    const values = reading.cells.length === 0 ? undefined : valuesOfCells(report, reading.cells);
    if (values === undefined) return [];
    const value = sumOfValues(values);
    const rows = reading.cells.map((key) => sumBehindTotal(report, key));
    const summed = rows.every((sum): sum is number => sum !== undefined) ? sumOfValues(rows) : value;
    const own = { ...reading, value };
    return summed === value
      ? [own]
      : [own, { ...reading, name: `${reading.name}（按各列之和）`, value: summed }];
  });
}
