/** Says what each row of a task table is: a heading row, a repeated header, a rest of the row above, or a task. */
import type { ColumnPlan, ColumnRole } from './columns.ts';
import { type GridRow, soleTextOf } from './grid.ts';
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

/** Across the whole table a heading may also have two halves: 围绕中心工作，提升公开质量. */
function looksLikeWideHeading(text: string): boolean {
  const halves = text.split('，');
  return (
    looksLikeHeading(text) || (halves.length <= 3 && halves.every(looksLikeHeading) && text.length <= 40)
  );
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
  if (wide) return looksLikeWideHeading(sole.text) ? 'banner' : 'note';
  if (role === 'requirement') return 'task';
  return 'rest';
}
