/**
 * Reads the heading cells of a row: section, subsection and item, own or handed down, and row numbers that damage
 * moved into them.
 */
import type { GridRow } from './grid.ts';
import { readBareNumber, readOpeningLabel, readOpeningNumber, withoutLabel } from './numbering.ts';
import { joinWrapped } from './requirement-text.ts';
import {
  type HeadingField,
  headingFields,
  type RowReading,
  type TableInHand,
  type TableState,
  textOfRole,
} from './table-state.ts';

const lostHeading = '这一行的标题格里只有序号，标题可能缺失';
const lostAbove = '上面的标题可能缺失，无法沿用';
const shiftedCell = '标题格里印的是序号和任务文字，单元格可能错位';

/** A heading cell that holds a row number, alone or before a task's text. Returns true when it was one. */
function readMisplacedNumber(
  text: string,
  field: HeadingField,
  table: TableInHand,
  reading: RowReading,
): boolean {
  if (table.plan.roles.includes('no')) return false;
  const bare = readBareNumber(text);
  const opening = bare === undefined && field !== 'item' ? readOpeningNumber(text) : undefined;
  if (bare === undefined && opening === undefined) return false;
  reading.no = bare ?? opening?.number ?? null;
  table.state.headings[field] = null;
  table.state.lost.add(field);
  if (field === 'section') table.state.sectionNumber = null;
  reading.flags.push({ field, reason: lostHeading });
  if (opening !== undefined) {
    reading.headings.item = joinWrapped(opening.rest);
    for (const doubtful of ['item', 'requirement', 'responsible', 'deadline'] as const) {
      reading.flags.push({ field: doubtful, reason: shiftedCell });
    }
  }
  return true;
}

function sectionNumberOf(text: string): number | null {
  const label = readOpeningLabel(text);
  return label?.style === 'cn' || label?.style === 'part' ? label.number : null;
}

/**
 * Reads the headings of a row into the reading.
 * @returns whether the narrowest heading goes on from the row above
 */
export function readHeadings(row: GridRow, table: TableInHand, reading: RowReading): boolean {
  const { plan, state, facts } = table;
  let groupGoesOn = false;
  let widerIsNew = false;
  for (const field of headingFields) {
    const cell = textOfRole(row, plan, field);
    if (cell === undefined) {
      // An item without a column is only ever given by a misplaced number.
      if (field !== 'item') reading.headings[field] = state.headings[field];
      continue;
    }
    if (cell.state === 'own' || cell.state === 'across') {
      groupGoesOn = false;
      widerIsNew = true;
      if (readMisplacedNumber(cell.text, field, table, reading)) continue;
      state.lost.delete(field);
      state.headings[field] = cell.state === 'across' ? null : joinWrapped(withoutLabel(cell.text));
      reading.headings[field] = state.headings[field];
      if (field === 'section') state.sectionNumber = sectionNumberOf(cell.text);
      if (field === 'item' && facts.numbersOpenItems)
        reading.no = readOpeningLabel(cell.text)?.number ?? null;
      continue;
    }
    if (cell.state === 'blank' && widerIsNew) state.headings[field] = null;
    reading.headings[field] = state.headings[field];
    groupGoesOn = true;
    if (state.headings[field] !== null) reading.inherited.add(field);
    if (state.lost.has(field)) reading.flags.push({ field, reason: lostAbove });
  }
  return groupGoesOn;
}

/** Takes a heading row into the state: 一、 heads a section, （一） a subsection; without labels it is a section. */
export function applyBanner(text: string, state: TableState): void {
  const style = readOpeningLabel(text)?.style;
  const heading = joinWrapped(withoutLabel(text));
  if (style === 'cnParen' || style === 'arabic') {
    state.headings.subsection = heading;
  } else {
    state.headings.section = heading;
    state.sectionNumber = sectionNumberOf(text);
    state.headings.subsection = null;
  }
  state.headings.item = null;
}
