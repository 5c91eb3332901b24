/**
 * Puts the texts of one row under the columns they belong to when their number does not fit or cells have shifted:
 * the cheapest assignment in order, by how well each text's kind suits each column. Used for tables flattened to
 * lines and for damaged rows.
 */
import { type CellKind, kindOfCell } from './cell-kind.ts';
import type { ColumnRole } from './columns.ts';
import { readOpeningLabel } from './numbering.ts';

const headingRoles: ReadonlySet<ColumnRole> = new Set(['section', 'subsection', 'item']);

const numberCost: Record<CellKind, number> = { number: 0, blank: 1, deadline: 6, units: 6, text: 6 };
const unitsCost: Record<CellKind, number> = { units: 0, blank: 0.6, text: 4, deadline: 5, number: 6 };
const deadlineCost: Record<CellKind, number> = { deadline: 0, blank: 0.6, text: 4, units: 5, number: 6 };
const requirementCost: Record<CellKind, number> = { text: 0, blank: 4, units: 4, deadline: 5, number: 6 };
const headingCost: Record<CellKind, number> = { blank: 0, text: 0.5, number: 3, deadline: 3, units: 3 };

/** How badly a text suits a column; 0 suits fully. */
export function misfit(text: string, role: ColumnRole): number {
  const kind = kindOfCell(text);
  switch (role) {
    case 'no':
      return numberCost[kind];
    case 'lead':
    case 'responsible':
    case 'cooperating':
      return unitsCost[kind];
    case 'deadline':
      return deadlineCost[kind];
    case 'requirement':
      return requirementCost[kind] + (kind === 'text' && text.length < 10 ? 1 : 0);
    case 'section':
    case 'subsection':
    case 'item':
      return headingCost[kind] + (kind === 'text' && text.length > 45 ? 2 : 0);
    case 'remarks':
    case 'ignored':
      return kind === 'blank' ? 0.2 : 1.5;
  }
}

export interface AlignedRow {
  /** Text per column, empty where nothing fell on it. */
  readonly cells: readonly string[];
  /** Index of the line each column's text begins at; -1 for none. */
  readonly from: readonly number[];
  /** A heading printed before the row without a break. */
  readonly banner: string | null;
  readonly cost: number;
}

const dropBlank = 0.7;
const appendToCell = 2.5;
const leadingBanner = 0.4;

function skipColumn(role: ColumnRole | undefined, position: number): number {
  if (role === undefined) return 1;
  // Of several heading columns the first is the one whose cell spans the most rows and is left out most often.
  if (headingRoles.has(role)) return 0.7 + position * 0.02;
  return role === 'remarks' || role === 'ignored' ? 0.3 : 1.5;
}

interface Step {
  readonly cost: number;
  readonly move: 'assign' | 'skip' | 'drop' | 'append' | 'banner' | 'start';
}

/** Aligns the lines of one row with the columns; keeps the order of both. */
export function alignCells(lines: readonly string[], roles: readonly ColumnRole[]): AlignedRow {
  const best: Step[][] = [];
  for (let line = 0; line <= lines.length; line++) {
    const row: Step[] = [];
    best.push(row);
    for (let column = 0; column <= roles.length; column++) {
      const options: Step[] = line === 0 && column === 0 ? [{ cost: 0, move: 'start' }] : [];
      const text = lines[line - 1] ?? '';
      const role = roles[column - 1];
      const skipped = row[column - 1];
      if (skipped !== undefined)
        options.push({ cost: skipped.cost + skipColumn(role, column), move: 'skip' });
      const above = best[line - 1]?.[column];
      const diagonal = best[line - 1]?.[column - 1];
      if (line > 0 && diagonal !== undefined && role !== undefined) {
        options.push({ cost: diagonal.cost + misfit(text, role), move: 'assign' });
      }
      if (line > 0 && above !== undefined) {
        if (text === '') options.push({ cost: above.cost + dropBlank, move: 'drop' });
        else if (column > 0) options.push({ cost: above.cost + appendToCell, move: 'append' });
        else if (line === 1) {
          const heading = readOpeningLabel(text)?.style;
          const cost = heading === 'cn' || heading === 'part' ? leadingBanner : 6;
          options.push({ cost: above.cost + cost, move: 'banner' });
        }
      }
      row.push(
        options.reduce(
          (one, other) => (other.cost < one.cost ? other : one),
          options[0] ?? { cost: Infinity, move: 'start' },
        ),
      );
    }
  }
  return tracedRow(best, lines, roles.length);
}

function tracedRow(
  best: readonly (readonly Step[])[],
  lines: readonly string[],
  columns: number,
): AlignedRow {
  const cells = Array.from({ length: columns }, () => '');
  const from = Array.from({ length: columns }, () => -1);
  let banner: string | null = null;
  let line = lines.length;
  let column = columns;
  while (line > 0 || column > 0) {
    const move = best[line]?.[column]?.move;
    const text = lines[line - 1] ?? '';
    if (move === 'skip') column--;
    else if (move === 'assign') {
      cells[column - 1] = text + (cells[column - 1] ?? '');
      from[column - 1] = line - 1;
      line--;
      column--;
    } else if (move === 'append') {
      cells[column - 1] = text + (cells[column - 1] ?? '');
      line--;
    } else if (move === 'drop' || move === 'banner') {
      if (move === 'banner') banner = text;
      line--;
    } else break;
  }
  return { cells, from, banner, cost: best[lines.length]?.[columns]?.cost ?? Infinity };
}
