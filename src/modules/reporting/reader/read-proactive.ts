/** Reads table 2 from the cells of a report, rows of tables and running text alike: a row's label, then its figures in the order of its block. */
import { cellKey } from '../law/cells.ts';
import { type LayoutId, reportLayouts } from '../law/layouts.ts';
import type { ProactiveColumn } from '../law/proactive-rows.ts';
import type { ReportPlace } from '../rules/annual-report.ts';
import { foldFigureText, looksLikeFigure, readFigure } from './read-figure.ts';
import type { Figures } from './read-requests.ts';
import type { LineCell, ReportLine } from './report-lines.ts';
import { foldLabel } from './request-labels.ts';

export interface ProactiveReading {
  readonly layout: LayoutId | null;
  readonly figures: Figures;
  readonly unclear: ReadonlyMap<string, string>;
}

const rowPatterns: readonly (readonly [RegExp, string])[] = [
  [/^(?:政府|部门|行政)?规章$/u, 'regulations'],
  [/^(?:行政)?规范性文件$/u, 'normativeDocuments'],
  [/^行政许可$/u, 'licences'],
  [/^其[他它]对外管理服务事项$/u, 'otherServices'],
  [/^行政处罚$/u, 'penalties'],
  [/^行政强制(?:措施)?$/u, 'coercion'],
  [/^行政事业[性型]收费$/u, 'fees'],
  [/^政府(?:集中)?采购$/u, 'procurement'],
];
const headsOf2021 = /制发件数|废止件数|现行有效|收费金额/u;
const headsOf2019 =
  /新制作数量|新公开数量|对外公开总?数量|上一?年项目数量|本年增\/?减|采购(?:项目数量|总金额)/u;

function proactiveRow(text: string): string | undefined {
  const label = foldLabel(text);
  return rowPatterns.find(([pattern]) => pattern.test(label))?.[1];
}

function isHeading(text: string): boolean {
  const folded = foldLabel(text);
  return headsOf2021.test(folded) || headsOf2019.test(folded) || /处理决定数量$/u.test(folded);
}

/** The layout its headings belong to. */
export function layoutOfProactive(lines: readonly ReportLine[]): LayoutId | null {
  const text = lines.map(({ text }) => text.replace(/\s+/gu, '')).join(' ');
  if (headsOf2019.test(text)) return '2019';
  return headsOf2021.test(text) ? '2021' : null;
}

interface LabelledFigures {
  readonly row: string;
  readonly place: ReportPlace;
  readonly cells: readonly LineCell[];
  /** Where empty cells are left out: the columns of the headings above. */
  readonly headings: readonly number[] | null;
}

/** Each row's label with the cells up to the next text that is no figure. */
function labelledFigures(lines: readonly ReportLine[]): LabelledFigures[] {
  const found: LabelledFigures[] = [];
  let open: { row: string; place: ReportPlace; cells: LineCell[]; headings: number[] | null } | undefined;
  let headings: number[] = [];
  for (const line of lines) {
    // A table's row ends with its row.
    if (line.kind === 'row') open = undefined;
    const heads = line.cells.filter(({ text }) => isHeading(text));
    if (heads.length > 0) headings = heads.map(({ column }) => column);
    for (const cell of line.cells) {
      const row = proactiveRow(cell.text);
      if (row !== undefined) {
        open = { row, place: cell.place, cells: [], headings: line.isSparse ? headings : null };
        found.push(open);
      } else if (open !== undefined && (line.kind === 'row' || looksLikeFigure(cell.text)))
        open.cells.push(cell);
      else if (cell.text.trim() !== '') open = undefined;
    }
  }
  return found;
}

/** Fills in the empty cells a sparse row leaves out. */
function spreadCells({ cells, headings, place }: LabelledFigures): readonly LineCell[] {
  if (headings === null) return cells;
  return headings.map(
    (column) =>
      cells.find((cell) => cell.column <= column && column < cell.column + cell.columnSpan) ?? {
        text: '',
        column,
        columnSpan: 1,
        place,
      },
  );
}

/** As many cells as the row has columns, empty ones at the end or between left out. */
function cellsOfColumns(cells: readonly LineCell[], columns: readonly ProactiveColumn[]) {
  if (cells.length <= columns.length) return cells;
  const rest = cells.slice(columns.length);
  if (rest.every(({ text }) => foldFigureText(text) === '')) return cells.slice(0, columns.length);
  const filled = cells.filter(({ text }) => foldFigureText(text) !== '');
  return filled.length === columns.length ? filled : undefined;
}

/** Reads table 2. */
export function readProactive(lines: readonly ReportLine[]): ProactiveReading {
  const layout = layoutOfProactive(lines);
  const figures: Figures = {};
  const unclear = new Map<string, string>();
  if (layout === null) return { layout, figures, unclear };
  const seen = new Set<string>();
  for (const labelled of labelledFigures(lines)) {
    const { row, place } = labelled;
    const cells = spreadCells(labelled);
    const block = reportLayouts[layout].proactive.find(({ rows }) => rows.some(({ id }) => id === row));
    if (block === undefined || seen.has(row) || cells.length === 0) continue;
    const { columns } = block;
    const kept = cellsOfColumns(cells, columns);
    const isEmpty = cells.every(({ text }) => foldFigureText(text) === '');
    if (kept === undefined || (kept.length < columns.length && !isEmpty)) {
      unclear.set(row, `“${cells.map(({ text }) => text).join(' ')}”`);
      continue;
    }
    seen.add(row);
    unclear.delete(row);
    for (const [index, column] of columns.entries()) {
      const cell = kept[index];
      figures[cellKey('proactive', row, column.id)] = readFigure(
        cell?.text ?? '',
        column.kind,
        cell?.place ?? place,
      );
    }
  }
  return { layout, figures, unclear };
}
