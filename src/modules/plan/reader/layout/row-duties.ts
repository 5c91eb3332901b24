/**
 * Reads the cells of a row that say who and when: printed, merged from above, or blank — and then whether blank means
 * “as above” or that something was lost.
 */
import type { GridRow } from './grid.ts';
import {
  type DutyField,
  dutyFields,
  type RoleText,
  type RowReading,
  type TableInHand,
  textOfRole,
} from './table-state.ts';

const unitFields: readonly DutyField[] = ['lead', 'responsible', 'cooperating'];

const dutyWords: Record<DutyField, string> = {
  lead: '牵头单位',
  responsible: '责任单位',
  cooperating: '配合单位',
  deadline: '完成时限',
};

const spanned = '单位栏跨两栏合并为一格，没有区分牵头单位';

function inheritDuty(field: DutyField, { state }: TableInHand, reading: RowReading): void {
  reading.duties[field] = state.duties[field];
  if (state.duties[field] !== null) reading.inherited.add(field);
}

function flagBlank(field: DutyField, reading: RowReading): void {
  reading.flags.push({ field, reason: `${dutyWords[field]}格是空的，可能缺失` });
}

/** A blank duty cell is a merged cell where the group of the row goes on, and otherwise a cell that may be lost. */
function readBlankDuty(
  field: DutyField,
  groupGoesOn: boolean,
  table: TableInHand,
  reading: RowReading,
): void {
  const usual = !table.facts.hasHeadingColumns && table.facts.blankMeansAbove.has(field);
  if (groupGoesOn || usual) inheritDuty(field, table, reading);
  else flagBlank(field, reading);
}

/** A blank unit cell beside a printed one: ordinary in an office file, a lost cell where nearly every row has one. */
function readBlankBesideUnits(field: DutyField, table: TableInHand, reading: RowReading): void {
  table.state.duties[field] = null;
  if (table.native || field === 'cooperating' || !table.facts.usuallyPrinted.has(field)) return;
  flagBlank(field, reading);
  const lead = reading.duties.lead ?? '';
  if (field === 'responsible' && /[、，,]|各|有关|相关/u.test(lead)) {
    reading.flags.push({
      field: 'lead',
      reason: '责任单位格是空的，这些单位可能原来跨两栏，未必都是牵头单位',
    });
  }
}

function readCell(
  field: DutyField,
  cell: RoleText,
  groupGoesOn: boolean,
  unitsPrinted: boolean,
  table: TableInHand,
  reading: RowReading,
): void {
  switch (cell.state) {
    case 'own':
      reading.duties[field] = cell.text;
      table.state.duties[field] = cell.text;
      return;
    case 'merged':
      inheritDuty(field, table, reading);
      return;
    case 'across':
      table.state.duties[field] = null;
      return;
    case 'blank':
      if (field !== 'deadline' && unitsPrinted) readBlankBesideUnits(field, table, reading);
      else if (field !== 'cooperating') readBlankDuty(field, groupGoesOn, table, reading);
      else if (groupGoesOn) inheritDuty(field, table, reading);
  }
}

/** Reads who and when of a row into the reading. */
export function readDuties(
  row: GridRow,
  table: TableInHand,
  groupGoesOn: boolean,
  reading: RowReading,
): void {
  const cells = new Map<DutyField, RoleText>();
  for (const field of dutyFields) {
    const cell = textOfRole(row, table.plan, field);
    if (cell !== undefined) cells.set(field, cell);
  }
  const unitsPrinted = unitFields.some((field) => cells.get(field)?.state === 'own');
  for (const [field, cell] of cells) readCell(field, cell, groupGoesOn, unitsPrinted, table, reading);
  const lead = cells.get('lead');
  const next = cells.get('responsible') ?? cells.get('cooperating');
  if (lead?.state === 'own' && next?.state === 'across') {
    // One cell over both columns names no lead of its own.
    for (const duties of [reading.duties, table.state.duties]) {
      duties.responsible = lead.text;
      duties.lead = null;
    }
    reading.flags.push({ field: 'lead', reason: spanned });
  }
}
