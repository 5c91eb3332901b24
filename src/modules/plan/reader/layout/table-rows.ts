/**
 * Says what each row of a task table is: a heading row, a repeated header, a rest of the row above, or a task. Mends
 * rows that text recognition broke over several lines or whose cells it shifted.
 */
import { alignCells, misfit } from './align-cells.ts';
import type { ColumnPlan, ColumnRole } from './columns.ts';
import type { GridCell, GridRow } from './grid.ts';
import { soleTextOf } from './grid.ts';
import { readBareNumber, readOpeningLabel } from './numbering.ts';
import { isHeaderRow } from './table-header.ts';

export type RowKind = 'empty' | 'header' | 'banner' | 'note' | 'rest' | 'task';

const headingRoles: ReadonlySet<ColumnRole> = new Set(['section', 'subsection', 'item']);
const noteRow = /^(?:注|备注|说明|填表|合计|总计|联系人|审核)[:：]?/u;
const longestHeading = 60;

/** Whether a text can head rows: labelled, or short and no sentence. */
export function looksLikeHeading(text: string): boolean {
  const label = readOpeningLabel(text);
  const rest = label?.rest ?? text;
  if (rest === '' || rest.length > longestHeading) return false;
  if (label?.style === 'cn' || label?.style === 'cnParen' || label?.style === 'part') {
    return !/[。；].+/u.test(rest);
  }
  return !/[。；，]/u.test(rest) && rest.length <= 40 && label === undefined;
}

/** What a row is, given the columns of its table. */
export function kindOfRow(row: GridRow, plan: ColumnPlan): RowKind {
  if (row.cells.every((cell) => cell.state === 'blank' || cell.state === 'merged')) return 'empty';
  if (isHeaderRow(row)) return 'header';
  const sole = soleTextOf(row);
  if (sole === undefined) return 'task';
  if (noteRow.test(sole.text)) return 'note';
  const role = plan.roles[sole.column];
  const wide = sole.span > Math.max(1, plan.roles.length / 2);
  if (
    (wide || sole.column === 0 || (role !== undefined && headingRoles.has(role))) &&
    looksLikeHeading(sole.text)
  ) {
    return 'banner';
  }
  if (readBareNumber(sole.text) !== undefined) return 'rest';
  if (wide) return looksLikeHeading(sole.text) ? 'banner' : 'note';
  if (role === 'requirement') return 'task';
  return 'rest';
}

function printedTexts(row: GridRow): string[] {
  return row.cells.filter((cell) => cell.state === 'own').map((cell) => cell.text);
}

function misfitOfRow(row: GridRow, roles: readonly ColumnRole[]): number {
  return row.cells.reduce((sum, cell, column) => sum + misfit(cell.text, roles[column] ?? 'ignored'), 0);
}

function rowFromTexts(texts: readonly string[], row: GridRow): GridRow {
  const cells = texts.map((text, column): GridCell => {
    return { text, state: text === '' ? 'blank' : 'own', place: row.cells[column]?.place ?? row.place };
  });
  return { cells, place: row.place, repeatedHeader: row.repeatedHeader };
}

function lastPrinted(row: GridRow): number {
  return row.cells.findLastIndex((cell) => cell.state === 'own');
}

/** Two rows as one when the second goes on in the middle of the first's last cell; undefined when it does not. */
function joinedRows(first: GridRow, second: GridRow, roles: readonly ColumnRole[]): GridRow | undefined {
  const end = lastPrinted(first);
  const upper = first.cells.slice(0, end + 1).map((cell) => (cell.state === 'own' ? cell.text : ''));
  const lower = printedTexts(second);
  const [opening, ...others] = lower;
  if (opening === undefined || end < 0 || end >= roles.length - 1) return undefined;
  if (readBareNumber(opening) !== undefined || readOpeningLabel(opening) !== undefined) return undefined;
  if (printedTexts(first).length + lower.length - 1 > roles.length) return undefined;
  const joined = [...upper.slice(0, -1), `${upper.at(-1) ?? ''}${opening}`, ...others];
  const aligned = alignCells(joined, roles);
  const apart = misfitOfRow(first, roles) + misfitOfRow(second, roles);
  return aligned.cost + 2 < apart ? rowFromTexts(aligned.cells, first) : undefined;
}

export interface MendedRow {
  readonly row: GridRow;
  /** Why the row is no longer as printed; null when it is. */
  readonly mended: 'joined' | 'shifted' | null;
}

function unshifted(row: GridRow, roles: readonly ColumnRole[]): GridRow | undefined {
  const before = misfitOfRow(row, roles);
  if (before < 8) return undefined;
  const aligned = alignCells(printedTexts(row), roles);
  return aligned.cost + 4 < before && aligned.banner === null ? rowFromTexts(aligned.cells, row) : undefined;
}

/** Joins broken rows and moves shifted cells back. Rows of the file's own tables pass untouched. */
export function mendRows(rows: readonly GridRow[], plan: ColumnPlan, native: boolean): MendedRow[] {
  const mended: MendedRow[] = [];
  for (const row of rows) {
    const kind = native ? 'task' : kindOfRow(row, plan);
    const last = mended.at(-1);
    if (native || kind === 'empty' || kind === 'header') {
      mended.push({ row, mended: null });
      continue;
    }
    const openAbove = last !== undefined && kindOfRow(last.row, plan) === 'task' ? last.row : undefined;
    const joined = openAbove === undefined ? undefined : joinedRows(openAbove, row, plan.roles);
    if (joined !== undefined) {
      mended[mended.length - 1] = { row: joined, mended: 'joined' };
      continue;
    }
    const moved = kind === 'task' ? unshifted(row, plan.roles) : undefined;
    mended.push(moved === undefined ? { row, mended: null } : { row: moved, mended: 'shifted' });
  }
  return mended;
}
