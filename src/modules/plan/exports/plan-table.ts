/** A plan as the customary table (任务分解表): columns that hold something, rows, and runs to merge. Pure. */
import type { TaskRow } from '../contract/tasks.ts';
import { standingTitles } from '../words/plans.ts';

export interface PlanTableColumn {
  readonly title: string;
  /** Width in Chinese characters. */
  readonly width: number;
  readonly mergeRuns: boolean;
  readonly value: (task: TaskRow) => string;
}

export interface PlanTableMerge {
  readonly column: number;
  /** First and last row, from 0, both included. */
  readonly from: number;
  readonly through: number;
}

export interface PlanTable {
  readonly title: string;
  readonly columns: readonly PlanTableColumn[];
  readonly rows: readonly (readonly string[])[];
  readonly merges: readonly PlanTableMerge[];
}

const printedColumns: readonly PlanTableColumn[] = [
  { title: '序号', width: 4, mergeRuns: false, value: (task) => (task.no === null ? '' : String(task.no)) },
  { title: '工作任务', width: 10, mergeRuns: true, value: (task) => task.section ?? '' },
  { title: '工作小节', width: 10, mergeRuns: true, value: (task) => task.subsection ?? '' },
  { title: '工作事项', width: 10, mergeRuns: true, value: (task) => task.item ?? '' },
  { title: '具体要求', width: 36, mergeRuns: false, value: (task) => task.requirement },
  { title: '牵头单位', width: 12, mergeRuns: false, value: (task) => task.printed.lead.join('、') },
  { title: '责任单位', width: 16, mergeRuns: false, value: (task) => task.printed.responsible.join('、') },
  { title: '配合单位', width: 14, mergeRuns: false, value: (task) => task.printed.cooperating.join('、') },
  { title: '完成时限', width: 12, mergeRuns: false, value: (task) => task.deadlineText ?? '' },
];

const ledgerColumns: readonly PlanTableColumn[] = [
  { title: '最后一日', width: 10, mergeRuns: false, value: (task) => task.due.due ?? '' },
  { title: '期限依据', width: 18, mergeRuns: false, value: (task) => task.due.because.join('；') },
  { title: '任务状态', width: 8, mergeRuns: false, value: (task) => standingTitles[task.standing] },
  { title: '状态说明', width: 18, mergeRuns: false, value: (task) => task.standingReason },
];

function findRuns(
  rows: readonly (readonly string[])[],
  columns: readonly PlanTableColumn[],
): PlanTableMerge[] {
  return columns.flatMap((column, index) => {
    if (!column.mergeRuns) return [];
    const merges: PlanTableMerge[] = [];
    let from = 0;
    for (let row = 1; row <= rows.length; row += 1) {
      // A run of a finer heading ends where the coarser one changes.
      const same =
        row < rows.length &&
        columns.every((other, at) => at > index || !other.mergeRuns || rows[row]?.[at] === rows[from]?.[at]);
      if (same) continue;
      if (row - 1 > from && rows[from]?.[index] !== '')
        merges.push({ column: index, from, through: row - 1 });
      from = row;
    }
    return merges;
  });
}

/** Sets a plan's tasks as a table; with the ledger columns when asked. */
export function setPlanTable(title: string, tasks: readonly TaskRow[], withLedger: boolean): PlanTable {
  const columns = [...printedColumns, ...(withLedger ? ledgerColumns : [])].filter((column) =>
    tasks.some((task) => column.value(task) !== ''),
  );
  const rows = tasks.map((task) => columns.map((column) => column.value(task)));
  return { title, columns, rows, merges: findRuns(rows, columns) };
}
