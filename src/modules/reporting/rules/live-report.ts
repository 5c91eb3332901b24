/**
 * A unit's tables while the year runs: what the registers answer, what was entered by form where they do not, and the sums
 * over units. Pure. A cell nobody answered for has no value and is never taken for zero.
 */
import { cellKey, type LayoutCell, type ReportTable } from '../law/cells.ts';
import { disputeColumns, type LayoutId, reportLayouts } from '../law/layouts.ts';
import { applicantColumns } from '../law/request-rows.ts';
import type { AnnualReport, ReportFigure, ReportSection } from './annual-report.ts';

export interface LiveCell {
  readonly value: number | null;
  /** Who says so: the registers, the form, the sum of the cells beside it, or nobody. */
  readonly source: 'registers' | 'entered' | 'summed' | 'none';
  /** What the registers answer where the form says something else. */
  readonly registers: number | null;
  /** What whoever signs has to look at, or why there is no value. */
  readonly note: string | null;
}
export type LiveCells = Readonly<Record<string, LiveCell>>;

export type RegisterAnswer =
  | { readonly known: true; readonly value: number; readonly caution: string | null }
  | { readonly known: false; readonly reason: string };

const nobody: LiveCell = { value: null, source: 'none', registers: null, note: null };

/** Cells that are sums of others: nobody enters them. */
export function partsOfSum(layout: LayoutId, key: string): readonly string[] | undefined {
  const [table, row, column] = key.split('.');
  if (table === 'disputes' && row !== undefined && column === 'total') {
    return disputeColumns.flatMap(({ id }) => (id === 'total' ? [] : [cellKey('disputes', row, id)]));
  }
  if (table !== 'requests' || row === undefined || column === undefined) return undefined;
  if (column === 'total') {
    return applicantColumns.flatMap(({ id }) => (id === 'total' ? [] : [cellKey('requests', row, id)]));
  }
  if (row !== 'outcomeTotal') return undefined;
  return reportLayouts[layout].outcomes.map(({ id }) => cellKey('requests', id, column));
}

/** Cells a person may enter in this layout. */
export function listEnterableCells(layout: LayoutId): readonly LayoutCell[] {
  return reportLayouts[layout].cells.filter(({ key }) => partsOfSum(layout, key) === undefined);
}

/**
 * Whether the form may say something where a register answers: tables 3 and 4 follow from the cases and are mended there;
 * table 2 may be added to, as decisions that are not published are in no register.
 */
export function mayOverrideRegister(table: ReportTable): boolean {
  return table === 'proactive';
}

function cellOfAnswers(
  cell: LayoutCell,
  answer: RegisterAnswer | undefined,
  entered: number | undefined,
): LiveCell {
  const registers = answer?.known === true ? answer.value : null;
  if (entered !== undefined && (registers === null || mayOverrideRegister(cell.table))) {
    return { value: entered, source: 'entered', registers, note: null };
  }
  if (answer === undefined) return nobody;
  return answer.known
    ? { value: answer.value, source: 'registers', registers: answer.value, note: answer.caution }
    : { value: null, source: 'none', registers: null, note: answer.reason };
}

/** The cells of one unit; sums that no register answers are added up where all their parts have a value. */
export function mergeLiveCells(
  layout: LayoutId,
  answers: ReadonlyMap<string, RegisterAnswer>,
  entered: Readonly<Record<string, number>>,
): LiveCells {
  const cells: Record<string, LiveCell> = {};
  for (const cell of reportLayouts[layout].cells) {
    cells[cell.key] = cellOfAnswers(cell, answers.get(cell.key), entered[cell.key]);
  }
  return addSums(layout, cells);
}

function addSums(layout: LayoutId, cells: Record<string, LiveCell>): LiveCells {
  // Columns first, then rows: the last cell of the form is the sum of sums.
  const sums = reportLayouts[layout].cells
    .filter(({ key }) => partsOfSum(layout, key) !== undefined && cells[key]?.value == null)
    .sort((left, right) => Number(left.column.id === 'total') - Number(right.column.id === 'total'));
  for (const { key } of sums) {
    const parts = (partsOfSum(layout, key) ?? []).map((part) => cells[part]?.value ?? null);
    if (!parts.every((part): part is number => part !== null)) continue;
    const value = parts.reduce((sum, part) => sum + part, 0);
    cells[key] = { value, source: 'summed', registers: null, note: null };
  }
  return cells;
}

/** The sum over units: what is known is added up; who is missing is told beside it. */
export function sumLiveCells(layout: LayoutId, units: readonly LiveCells[]): LiveCells {
  return Object.fromEntries(
    reportLayouts[layout].cells.map(({ key }): [string, LiveCell] => {
      const own = units.map((cells) => cells[key] ?? nobody);
      const known = own.filter(({ value }) => value !== null);
      if (known.length === 0) return [key, nobody];
      const value = known.reduce((sum, one) => sum + (one.value ?? 0), 0);
      const cautions = new Set(
        own.flatMap(({ note, value: has }) => (has !== null && note !== null ? [note] : [])),
      );
      const note = cautions.size === 1 ? ([...cautions][0] ?? null) : null;
      return [key, { value, source: 'summed', registers: null, note }];
    }),
  );
}

/** Tables of which no cell has a value: the unit has not told yet. */
export function listMissingTables(layout: LayoutId, cells: LiveCells): readonly ReportTable[] {
  const tables: readonly ReportTable[] = ['proactive', 'requests', 'disputes'];
  return tables.filter((table) =>
    reportLayouts[layout].cells.every(
      (cell) => cell.table !== table || (cells[cell.key]?.value ?? null) === null,
    ),
  );
}

/** The report these cells and sections make, as the identities judge it. */
export function reportOfLiveCells(given: {
  readonly layout: LayoutId;
  readonly year: number;
  readonly unit: string;
  readonly cells: LiveCells;
  readonly sections: readonly ReportSection[];
}): AnnualReport {
  const { layout, year, unit, cells, sections } = given;
  const figures = reportLayouts[layout].cells.map(({ key }): [string, ReportFigure] => {
    const value = cells[key]?.value ?? null;
    return [
      key,
      value === null
        ? { state: 'missing', value: null, text: '', place: {} }
        : { state: 'figure', value, text: '', place: {} },
    ];
  });
  return {
    year,
    unit,
    layouts: { proactive: layout, requests: layout, disputes: layout },
    figures: Object.fromEntries(figures),
    sections,
    remarks: [],
  };
}

/** A section of plain text as the rules read it. */
export function sectionOfText(number: number, title: string, text: string): ReportSection {
  const paragraphs = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line, index) => ({ text: line, place: { cell: `第${number}部分第${index + 1}段` } }));
  return { number, title, paragraphs };
}
