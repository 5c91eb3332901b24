/**
 * Reads the rows of a task table into raw tasks: headings carried down, merged and blank cells inherited, numbers
 * found wherever they stand, fused rows parted. Every doubt becomes a flag.
 */
import type { ReadingFlag, TaskField } from '../reading.ts';
import type { ColumnPlan, ColumnRole } from './columns.ts';
import type { CellState, GridRow } from './grid.ts';
import { soleTextOf } from './grid.ts';
import { readBareNumber, readOpeningLabel, readOpeningNumber, withoutLabel } from './numbering.ts';
import type { DutyTexts, RawTask } from './raw-task.ts';
import { fusedTasks, joinWrapped } from './requirement-text.ts';
import { kindOfRow, mendRows } from './table-rows.ts';

type HeadingField = 'section' | 'subsection' | 'item';
type DutyField = keyof DutyTexts;

const headingFields: readonly HeadingField[] = ['section', 'subsection', 'item'];
const dutyFields: readonly DutyField[] = ['lead', 'responsible', 'cooperating', 'deadline'];
const unitFields: readonly DutyField[] = ['lead', 'responsible', 'cooperating'];

/** What rows hand down to the rows below; lives on when a table goes on over a page break. */
export interface TableState {
  readonly headings: Record<HeadingField, string | null>;
  /** Headings whose cell was damaged: rows below must not take an older one. */
  readonly lost: Set<TaskField>;
  readonly duties: Record<DutyField, string | null>;
}

export function freshTableState(section: string | null, subsection: string | null): TableState {
  return {
    headings: { section, subsection, item: null },
    lost: new Set(),
    duties: { lead: null, responsible: null, cooperating: null, deadline: null },
  };
}

interface TableFacts {
  readonly numbersOpenText: boolean;
  readonly hasHeadingColumns: boolean;
  /** Duties whose blank cells are so many that they must mean “as above”. */
  readonly blankMeansAbove: ReadonlySet<DutyField>;
}

interface RoleText {
  readonly text: string;
  readonly state: CellState;
}

function textOfRole(row: GridRow, plan: ColumnPlan, role: ColumnRole): RoleText | undefined {
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

function factsOfTable(rows: readonly GridRow[], plan: ColumnPlan): TableFacts {
  const tasks = rows.filter((row) => kindOfRow(row, plan) === 'task');
  const count = Math.max(1, tasks.length);
  const opening = tasks.filter((row) => {
    const text = textOfRole(row, plan, 'requirement')?.text ?? '';
    return readOpeningNumber(withoutMarkup(text)) !== undefined;
  }).length;
  const blankMeansAbove = new Set<DutyField>();
  for (const field of dutyFields) {
    const blank = tasks.filter((row) => textOfRole(row, plan, field)?.state === 'blank').length;
    const first = tasks[0] === undefined ? undefined : textOfRole(tasks[0], plan, field);
    if (first?.state === 'own' && blank >= 3 && blank / count >= 0.15) blankMeansAbove.add(field);
  }
  return {
    numbersOpenText: !plan.roles.includes('no') && opening * 2 >= tasks.length,
    hasHeadingColumns: headingFields.some((field) => plan.roles.includes(field)),
    blankMeansAbove,
  };
}

function withoutMarkup(text: string): string {
  return text.replace(/^(?:\s*<[^<>]{1,20}>)+\s*/u, '');
}

interface RowReading {
  no: number | null;
  readonly headings: Record<HeadingField, string | null>;
  readonly duties: Record<DutyField, string | null>;
  readonly inherited: Set<TaskField>;
  readonly flags: ReadingFlag[];
}

const lostHeading = '这一行的标题格里只有序号，标题可能缺失';
const shiftedCell = '标题格里印的是序号和任务文字，单元格可能错位';

/** A heading cell that holds a row number, alone or before a task's text. Returns true when it was one. */
function readMisplacedNumber(
  text: string,
  field: HeadingField,
  plan: ColumnPlan,
  reading: RowReading,
  state: TableState,
): boolean {
  if (plan.roles.includes('no')) return false;
  const bare = readBareNumber(text);
  const opening = bare === undefined && field !== 'item' ? readOpeningNumber(text) : undefined;
  if (bare === undefined && opening === undefined) return false;
  reading.no = bare ?? opening?.number ?? null;
  state.headings[field] = null;
  state.lost.add(field);
  reading.flags.push({ field, reason: lostHeading });
  if (opening !== undefined) {
    reading.headings.item = joinWrapped(opening.rest);
    for (const doubtful of ['item', 'requirement', 'responsible', 'deadline'] as const) {
      reading.flags.push({ field: doubtful, reason: shiftedCell });
    }
  }
  return true;
}

function readHeadings(row: GridRow, plan: ColumnPlan, state: TableState, reading: RowReading): boolean {
  let groupGoesOn = false;
  let widerIsNew = false;
  for (const field of headingFields) {
    const cell = textOfRole(row, plan, field);
    if (cell === undefined) {
      if (field === 'item') continue;
      reading.headings[field] = state.headings[field];
      continue;
    }
    if (cell.state === 'own' || cell.state === 'across') {
      groupGoesOn = false;
      widerIsNew = true;
      if (readMisplacedNumber(cell.text, field, plan, reading, state)) continue;
      state.lost.delete(field);
      state.headings[field] = cell.state === 'across' ? null : joinWrapped(withoutLabel(cell.text));
      reading.headings[field] = state.headings[field];
      continue;
    }
    if (cell.state === 'blank' && widerIsNew) state.headings[field] = null;
    reading.headings[field] = state.headings[field];
    groupGoesOn = true;
    if (state.headings[field] !== null) reading.inherited.add(field);
    if (state.lost.has(field)) reading.flags.push({ field, reason: '上面的标题可能缺失，无法沿用' });
  }
  return groupGoesOn;
}

const dutyWords: Record<DutyField, string> = {
  lead: '牵头单位',
  responsible: '责任单位',
  cooperating: '配合单位',
  deadline: '完成时限',
};

function inheritDuty(field: DutyField, state: TableState, reading: RowReading): void {
  reading.duties[field] = state.duties[field];
  if (state.duties[field] !== null) reading.inherited.add(field);
}

/** A blank duty cell is a merged cell where the group of the row goes on, and otherwise a cell that may be lost. */
function readBlankDuty(
  field: DutyField,
  facts: TableFacts,
  groupGoesOn: boolean,
  state: TableState,
  reading: RowReading,
): void {
  const usual = !facts.hasHeadingColumns && facts.blankMeansAbove.has(field);
  if (groupGoesOn || usual) {
    inheritDuty(field, state, reading);
    return;
  }
  reading.flags.push({ field, reason: `${dutyWords[field]}格是空的，可能缺失` });
}

function readDuties(
  row: GridRow,
  plan: ColumnPlan,
  facts: TableFacts,
  groupGoesOn: boolean,
  state: TableState,
  reading: RowReading,
): void {
  const cells = new Map<DutyField, RoleText>();
  for (const field of dutyFields) {
    const cell = textOfRole(row, plan, field);
    if (cell !== undefined) cells.set(field, cell);
  }
  const unitsPrinted = unitFields.some((field) => cells.get(field)?.state === 'own');
  for (const [field, cell] of cells) {
    if (cell.state === 'own') {
      reading.duties[field] = cell.text;
      state.duties[field] = cell.text;
    } else if (cell.state === 'merged') inheritDuty(field, state, reading);
    else if (cell.state === 'across') {
      reading.duties[field] = null;
      state.duties[field] = null;
    } else if (field !== 'deadline' && unitsPrinted) state.duties[field] = null;
    else if (field === 'cooperating' && cells.size > 2) {
      if (groupGoesOn) inheritDuty(field, state, reading);
    } else readBlankDuty(field, facts, groupGoesOn, state, reading);
  }
  const lead = cells.get('lead');
  if (lead?.state === 'own' && cells.get('responsible')?.state === 'across') {
    // One cell over both columns names no lead of its own.
    reading.duties.responsible = lead.text;
    reading.duties.lead = null;
    state.duties.responsible = lead.text;
    state.duties.lead = null;
  }
}

function readTaskRow(row: GridRow, plan: ColumnPlan, facts: TableFacts, state: TableState): RawTask[] {
  const reading: RowReading = {
    no: null,
    headings: { section: null, subsection: null, item: null },
    duties: { lead: null, responsible: null, cooperating: null, deadline: null },
    inherited: new Set(),
    flags: [],
  };
  const number = textOfRole(row, plan, 'no');
  if (number !== undefined && number.text !== '') {
    reading.no = readBareNumber(number.text) ?? readOpeningLabel(number.text)?.number ?? null;
    if (number.state === 'merged') reading.inherited.add('no');
  }
  const groupGoesOn = readHeadings(row, plan, state, reading);
  readDuties(row, plan, facts, groupGoesOn, state, reading);
  const printed = textOfRole(row, plan, 'requirement')?.text ?? '';
  const remarks = textOfRole(row, plan, 'remarks')?.text ?? null;
  const base = {
    ...reading.headings,
    duties: reading.duties,
    remarks: remarks === '' ? null : remarks,
    place: row.place,
  };
  const fused = reading.no === null ? fusedTasks(printed) : undefined;
  if (fused !== undefined) {
    const reason = `第${fused.map((part) => part.number).join('、')}项印在同一格里，责任单位和时限是否共用需要核对`;
    return fused.map((part, index) => ({
      ...base,
      no: part.number,
      requirement: part.text,
      inherited: index === 0 ? [...reading.inherited] : inheritedOfFused(reading),
      flags: [
        ...reading.flags,
        ...(['responsible', 'deadline'] as const).map((field) => ({ field, reason })),
      ],
    }));
  }
  const text = joinWrapped(printed);
  const opening = facts.numbersOpenText && reading.no === null ? readOpeningNumber(text) : undefined;
  return [
    {
      ...base,
      no: reading.no ?? opening?.number ?? null,
      requirement: opening?.rest ?? text,
      inherited: [...reading.inherited],
      flags: reading.flags,
    },
  ];
}

/** A task parted from a fused row takes headings and duties from the row it shared. */
function inheritedOfFused(reading: RowReading): TaskField[] {
  const inherited = new Set(reading.inherited);
  for (const field of headingFields) if (reading.headings[field] !== null) inherited.add(field);
  for (const field of dutyFields) if (reading.duties[field] !== null) inherited.add(field);
  return [...inherited];
}

function applyBanner(text: string, state: TableState): void {
  const label = readOpeningLabel(text);
  const heading = joinWrapped(withoutLabel(text));
  if (label?.style === 'cnParen' || label?.style === 'arabic') {
    state.headings.subsection = heading;
  } else {
    state.headings.section = heading;
    state.headings.subsection = null;
  }
  state.headings.item = null;
}

/** A row that goes on with the row above: a cell broken over a page, or a heading lost from its rows. */
function appendRest(row: GridRow, plan: ColumnPlan, tasks: RawTask[]): void {
  const sole = soleTextOf(row);
  const last = tasks.at(-1);
  const role = sole === undefined ? undefined : plan.roles[sole.column];
  if (sole === undefined || last === undefined || role === undefined) return;
  if (role === 'lead' || role === 'responsible' || role === 'cooperating' || role === 'deadline') {
    const duties = { ...last.duties, [role]: `${last.duties[role] ?? ''}${sole.text}` };
    tasks[tasks.length - 1] = { ...last, duties };
  }
}

const sentenceEnd = /[。；！？.;!?”）)》]$/u;

/** A requirement alone in its row goes on with the task above when that one stops in the middle of a sentence. */
function goesOnAbove(row: GridRow, plan: ColumnPlan, tasks: readonly RawTask[]): RawTask | undefined {
  const sole = soleTextOf(row);
  const last = tasks.at(-1);
  if (sole === undefined || last === undefined || plan.roles[sole.column] !== 'requirement') return undefined;
  if (sentenceEnd.test(last.requirement) || readOpeningNumber(sole.text) !== undefined) return undefined;
  return last;
}

/** What reading tables gathers; a table that goes on over a page break goes on with the last task. */
export interface TableHarvest {
  readonly tasks: RawTask[];
  readonly noteTexts: string[];
}

/** Reads the body rows of one table into the harvest. */
export function readTableRows(
  rows: readonly GridRow[],
  plan: ColumnPlan,
  native: boolean,
  state: TableState,
  harvest: TableHarvest,
): void {
  const mended = mendRows(rows, plan, native);
  const facts = factsOfTable(
    mended.map(({ row }) => row),
    plan,
  );
  const { tasks, noteTexts } = harvest;
  for (const { row, mended: how } of mended) {
    const kind = kindOfRow(row, plan);
    if (kind === 'banner') applyBanner(soleTextOf(row)?.text ?? '', state);
    else if (kind === 'note') noteTexts.push(soleTextOf(row)?.text ?? '');
    else if (kind === 'rest') appendRest(row, plan, tasks);
    else if (kind === 'task') {
      const above = goesOnAbove(row, plan, tasks);
      if (above !== undefined) {
        const requirement = `${above.requirement}${joinWrapped(soleTextOf(row)?.text ?? '')}`;
        tasks[tasks.length - 1] = { ...above, requirement };
        continue;
      }
      for (const task of readTaskRow(row, plan, facts, state)) tasks.push(withMendFlags(task, how));
    }
  }
}

function withMendFlags(task: RawTask, how: 'joined' | 'shifted' | null): RawTask {
  if (how === null) return task;
  const reason =
    how === 'joined'
      ? '这一行在原文里断成了几行，已拼接，请核对'
      : '这一行的单元格错位，已按内容归位，请核对';
  const fields: readonly TaskField[] =
    how === 'joined' ? ['requirement'] : ['requirement', 'responsible', 'deadline'];
  return { ...task, flags: [...task.flags, ...fields.map((field) => ({ field, reason }))] };
}
