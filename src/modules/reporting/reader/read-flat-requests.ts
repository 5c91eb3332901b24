/**
 * Reads table 3 from text without table markup: a label, then the figures that follow it until the next label, whether they
 * stand in one line, one a line, or between bars.
 */
import { cellKey } from '../law/cells.ts';
import { applicantColumns } from '../law/request-rows.ts';
import type { ReportPlace } from '../rules/annual-report.ts';
import { holdsFigure, looksLikeFigure, readFigure } from './read-figure.ts';
import type { Figures, RequestReading } from './read-requests.ts';
import type { LineCell, ReportLine } from './report-lines.ts';
import { findRequestLabel, type RequestLabel } from './request-labels.ts';

const columnCount = applicantColumns.length;

interface OpenRow {
  readonly row: string;
  readonly place: ReportPlace;
  readonly isGroup: boolean;
  readonly cells: LineCell[];
}

/** A run of digits that is exactly one a column: nothing else can be meant. */
function splitRunTogether(cell: LineCell): readonly LineCell[] {
  return /^\d{7}$/u.test(cell.text) ? [...cell.text].map((digit) => ({ ...cell, text: digit })) : [cell];
}

/** Cells of all lines; a label and the digits run on to it are parted. */
function cellsOfFlatText(lines: readonly ReportLine[]): LineCell[] {
  return lines.flatMap(({ cells }) =>
    cells.flatMap((cell) => {
      const run = /^(?<label>.*\D)(?<digits>\d{7})$/u.exec(cell.text)?.groups;
      if (run === undefined || findRequestLabel(run.label ?? '') === undefined) return [cell];
      return [
        { ...cell, text: run.label ?? '' },
        { ...cell, text: run.digits ?? '' },
      ];
    }),
  );
}

/** Reads what running text tells of table 3. */
export function readFlatRequests(lines: readonly ReportLine[]): RequestReading {
  const figures: Figures = {};
  const rows = new Map<string, ReportPlace>();
  const unclear = new Map<string, string>();
  let isUndivided = false;
  let open: OpenRow | undefined;
  /** Pieces of a label that is broken over lines. */
  let before = '';

  const close = () => {
    const row = open;
    open = undefined;
    if (row === undefined || rows.has(row.row)) return;
    const cells = row.cells.length === 1 ? row.cells.flatMap(splitRunTogether) : row.cells;
    if (row.isGroup && cells.length < columnCount) return;
    rows.set(row.row, row.place);
    const kept = cells.slice(0, columnCount);
    const isSurplus = cells.slice(columnCount).some(({ text }) => holdsFigure(text));
    if (kept.length < columnCount || isSurplus) {
      unclear.set(row.row, `“${row.cells.map(({ text }) => text).join(' ')}”`);
      return;
    }
    if (row.isGroup) isUndivided = true;
    for (const [index, column] of applicantColumns.entries()) {
      const cell = kept[index];
      if (cell === undefined) continue;
      figures[cellKey('requests', row.row, column.id)] = readFigure(cell.text, 'count', cell.place);
    }
  };

  const begin = (label: RequestLabel, place: ReportPlace) => {
    close();
    if (label.kind === 'head') return;
    const isLate = label.kind === 'row' && /^(?:outcomeTotal|otherwise)$/u.test(label.row);
    if (isLate && rows.size === 0) return;
    if (label.kind === 'row') open = { row: label.row, place, isGroup: false, cells: [] };
    else if (label.group === 'otherwise') open = { row: 'otherwise', place, isGroup: true, cells: [] };
  };

  for (const cell of cellsOfFlatText(lines)) {
    if (looksLikeFigure(cell.text) && findRequestLabel(cell.text) === undefined) {
      open?.cells.push(cell);
      if (cell.text !== '') before = '';
      continue;
    }
    const label = findRequestLabel(cell.text) ?? findRequestLabel(before + cell.text);
    if (label === undefined) {
      before = (before + cell.text).slice(-80);
      // The rest of a broken label stands before the figures.
      if (open?.cells.some(({ text }) => holdsFigure(text))) close();
      continue;
    }
    before = cell.text;
    begin(label, cell.place);
  }
  close();
  return { figures, rows, unclear, isUndivided };
}
