/**
 * What the row readers of one task table share: the columns, facts counted over all rows, the texts handed down from
 * row to row, and the reading of the row in hand.
 */
import type { ReadingFlag, TaskField } from '../reading.ts';
import type { ColumnPlan, ColumnRole } from './columns.ts';
import type { CellState, GridRow } from './grid.ts';
import { readOpeningLabel, readOpeningNumber } from './numbering.ts';
import type { DutyTexts } from './raw-task.ts';
import { kindOfRow } from './table-rows.ts';

export type HeadingField = 'section' | 'subsection' | 'item';
export type DutyField = keyof DutyTexts;

export const headingFields: readonly HeadingField[] = ['section', 'subsection', 'item'];
export const dutyFields: readonly DutyField[] = ['lead', 'responsible', 'cooperating', 'deadline'];

/** What rows hand down to the rows below; lives on when a table goes on over a page break. */
export interface TableState {
  readonly headings: Record<HeadingField, string | null>;
  sectionNumber: number | null;
  /** Headings whose cell was damaged: rows below must not take an older one. */
  readonly lost: Set<TaskField>;
  readonly duties: Record<DutyField, string | null>;
}

export function freshTableState(section: string | null, subsection: string | null): TableState {
  return {
    headings: { section, subsection, item: null },
    sectionNumber: null,
    lost: new Set(),
    duties: { lead: null, responsible: null, cooperating: null, deadline: null },
  };
}

export interface TableFacts {
  /** The requirements open with the row numbers. */
  readonly numbersOpenText: boolean;
  /** The items open with the row numbers. */
  readonly numbersOpenItems: boolean;
  readonly hasHeadingColumns: boolean;
  /** Duties whose blank cells are so many that they must mean “as above”. */
  readonly blankMeansAbove: ReadonlySet<DutyField>;
  /** Duties printed in nearly every row. */
  readonly usuallyPrinted: ReadonlySet<DutyField>;
}

/** A table while its rows are read. */
export interface TableInHand {
  readonly plan: ColumnPlan;
  readonly native: boolean;
  readonly facts: TableFacts;
  readonly state: TableState;
}

export interface RowReading {
  no: number | null;
  readonly headings: Record<HeadingField, string | null>;
  readonly duties: Record<DutyField, string | null>;
  readonly inherited: Set<TaskField>;
  readonly flags: ReadingFlag[];
}

export interface RoleText {
  readonly text: string;
  readonly state: CellState;
}

/** The text of a row under a role; several columns of the role are joined. */
export function textOfRole(row: GridRow, plan: ColumnPlan, role: ColumnRole): RoleText | undefined {
  let found: RoleText | undefined;
  for (const [column, cell] of row.cells.entries()) {
    if (plan.roles[column] !== role) continue;
    if (found === undefined || found.state === 'blank') found = { text: cell.text, state: cell.state };
    else if (cell.state === 'own' && cell.text !== found.text) {
      found = { text: `${found.text}、${cell.text}`, state: found.state };
    }
  }
  return found;
}

function withoutMarkup(text: string): string {
  return text.replace(/^(?:\s*<[^<>]{1,20}>)+\s*/u, '');
}

const fewestBlank = 3;

/** Counts what the meaning of single cells depends on. */
export function factsOfTable(rows: readonly GridRow[], plan: ColumnPlan): TableFacts {
  const tasks = rows.filter((row) => kindOfRow(row, plan) === 'task');
  const count = Math.max(1, tasks.length);
  const printedIn = (role: ColumnRole, fits: (text: string) => boolean) =>
    tasks.filter((row) => {
      const cell = textOfRole(row, plan, role);
      return cell?.state === 'own' && fits(withoutMarkup(cell.text));
    }).length;
  const blankMeansAbove = new Set<DutyField>();
  const usuallyPrinted = new Set<DutyField>();
  for (const field of dutyFields) {
    const blank = tasks.filter((row) => textOfRole(row, plan, field)?.state === 'blank').length;
    const first = tasks[0] === undefined ? undefined : textOfRole(tasks[0], plan, field);
    if (first?.state === 'own' && blank >= fewestBlank && blank / count >= 0.15) blankMeansAbove.add(field);
    if (blank / count <= 0.25) usuallyPrinted.add(field);
  }
  const numbered = (text: string) => readOpeningNumber(text) !== undefined;
  const numbersOpenText =
    !plan.roles.includes('no') && printedIn('requirement', numbered) * 2 >= tasks.length;
  const arabic = (text: string) => readOpeningLabel(text)?.style === 'arabic';
  return {
    numbersOpenText,
    numbersOpenItems:
      !plan.roles.includes('no') && !numbersOpenText && printedIn('item', arabic) * 10 >= tasks.length * 8,
    hasHeadingColumns: headingFields.some((field) => plan.roles.includes(field)),
    blankMeansAbove,
    usuallyPrinted,
  };
}
