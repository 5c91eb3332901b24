/**
 * Mends rows of tables that were rebuilt from text or positions: rows broken over several lines, cells shifted by a
 * lost one. Rows of the file's own tables pass untouched.
 */
import { alignCells, misfit } from './align-cells.ts';
import { looksLikeDeadline } from './cell-kind.ts';
import type { ColumnPlan, ColumnRole } from './columns.ts';
import type { GridCell, GridRow } from './grid.ts';
import { readBareNumber, readOpeningLabel, readOpeningNumber } from './numbering.ts';
import { joinWrapped } from './requirement-text.ts';
import { kindOfRow } from './table-rows.ts';

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
  // A cell further right than the first column says itself where it belongs.
  if (second.cells[0]?.state !== 'own') return undefined;
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

function cellOfRole(row: GridRow, plan: ColumnPlan, role: ColumnRole): GridCell | undefined {
  return row.cells[plan.roles.indexOf(role)];
}

const sentenceEnd = /[。；！？!?;]$/u;

/** A row without number whose cells go on with, or come before, those of another row. */
function isPiece(row: GridRow, plan: ColumnPlan): boolean {
  const kind = kindOfRow(row, plan);
  if ((kind !== 'task' && kind !== 'rest') || row.cells[0]?.state === 'own') return false;
  const number = cellOfRole(row, plan, 'no');
  const text = cellOfRole(row, plan, 'requirement');
  return number?.state !== 'own' && readOpeningNumber(joinWrapped(text?.text ?? '')) === undefined;
}

const wholeText = 12;

/** A row with a requirement and a deadline that need no other half is a row of its own. */
function isWhole(row: GridRow, plan: ColumnPlan): boolean {
  const deadline = cellOfRole(row, plan, 'deadline');
  const text = joinWrapped(cellOfRole(row, plan, 'requirement')?.text ?? '');
  return text.length >= wholeText && deadline?.state === 'own' && looksLikeDeadline(deadline.text);
}

/** Whether a piece stands above the row it belongs to: that one has the number and lacks what the piece has. */
function comesBefore(piece: GridRow, next: GridRow | undefined, plan: ColumnPlan): boolean {
  if (next === undefined || cellOfRole(next, plan, 'no')?.state !== 'own') return false;
  if (cellOfRole(next, plan, 'requirement')?.state !== 'blank') return false;
  return piece.cells.every((cell, column) => cell.state !== 'own' || next.cells[column]?.state === 'blank');
}

/** Whether a piece goes on with the row above it. */
function comesBehind(piece: GridRow, above: GridRow | undefined, plan: ColumnPlan): boolean {
  if (above === undefined || isWhole(piece, plan) || kindOfRow(above, plan) !== 'task') return false;
  const requirement = plan.roles.indexOf('requirement');
  if (piece.cells[requirement]?.state === 'own') {
    const text = joinWrapped(above.cells[requirement]?.text ?? '');
    return text !== '' && !sentenceEnd.test(text);
  }
  return piece.cells.every((cell, column) => cell.state !== 'own' || above.cells[column]?.state === 'own');
}

function joinedByColumn(upper: GridRow, lower: GridRow, base: GridRow): GridRow {
  const cells = base.cells.map((cell, column): GridCell => {
    const [above, below] = [upper.cells[column], lower.cells[column]];
    const texts = [above, below].flatMap((part) => (part?.state === 'own' ? [part.text] : []));
    return texts.length === 0
      ? cell
      : { text: texts.join(''), state: 'own', place: above?.place ?? base.place };
  });
  return { ...base, cells };
}

/** Joins broken rows and moves shifted cells back. */
export function mendRows(rows: readonly GridRow[], plan: ColumnPlan, native: boolean): MendedRow[] {
  if (native) return rows.map((row) => ({ row, mended: null }));
  const mended: MendedRow[] = [];
  let before: GridRow | undefined;
  for (const [at, row] of rows.entries()) {
    const kind = kindOfRow(row, plan);
    if (kind === 'empty' || kind === 'header') {
      mended.push({ row, mended: null });
      continue;
    }
    const last = mended.at(-1);
    if (before === undefined && isPiece(row, plan)) {
      if (comesBefore(row, rows[at + 1], plan)) {
        before = row;
        continue;
      }
      if (last !== undefined && comesBehind(row, last.row, plan)) {
        mended[mended.length - 1] = { row: joinedByColumn(last.row, row, last.row), mended: 'joined' };
        continue;
      }
    }
    if (before !== undefined) {
      mended.push({ row: joinedByColumn(before, row, row), mended: 'joined' });
      before = undefined;
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
