/**
 * Reads the rows of a task table into raw tasks: headings carried down, merged and blank cells inherited, numbers
 * found wherever they stand, fused rows parted. Every doubt becomes a flag.
 */
import type { TaskField } from '../reading.ts';
import type { ColumnPlan } from './columns.ts';
import { cutAtDuties } from './duty-text.ts';
import { type GridRow, soleTextOf } from './grid.ts';
import { mendRows } from './mend-rows.ts';
import { readBareNumber, readOpeningLabel, readOpeningNumber } from './numbering.ts';
import type { DutyTexts, RawTask } from './raw-task.ts';
import { fusedTasks, joinWrapped } from './requirement-text.ts';
import { readDuties } from './row-duties.ts';
import { applyBanner, readHeadings } from './row-headings.ts';
import { kindOfRow } from './table-rows.ts';
import {
  type DutyField,
  dutyFields,
  factsOfTable,
  headingFields,
  type RowReading,
  type TableInHand,
  type TableState,
  textOfRole,
} from './table-state.ts';

/** A further row of a requirement merged over several rows adds its units and days to the task above. */
function addToTaskAbove(reading: RowReading, tasks: RawTask[]): void {
  const last = tasks.at(-1);
  if (last === undefined) return;
  const duties: Record<DutyField, string | null> = { ...last.duties };
  for (const field of dutyFields) {
    const own = reading.inherited.has(field) ? null : reading.duties[field];
    if (own === null || own === duties[field]) continue;
    duties[field] =
      duties[field] === null ? own : `${duties[field]}${field === 'deadline' ? '；' : '、'}${own}`;
  }
  tasks[tasks.length - 1] = { ...last, duties };
}

const requirementLost = '任务内容格是空的，以标题代替，请核对';

/** The requirement of a row, or its item where the requirement's cell is empty. */
function requirementOf(printed: string, reading: RowReading): string {
  if (printed !== '' || reading.headings.item === null || reading.inherited.has('item')) return printed;
  const text = reading.headings.item;
  reading.headings.item = null;
  reading.flags.push({ field: 'requirement', reason: requirementLost });
  return text;
}

function readRow(row: GridRow, table: TableInHand): RowReading {
  const reading: RowReading = {
    no: null,
    headings: { section: null, subsection: null, item: null },
    duties: { lead: null, responsible: null, cooperating: null, deadline: null },
    inherited: new Set(),
    flags: [],
  };
  const number = textOfRole(row, table.plan, 'no');
  if (number !== undefined && number.text !== '') {
    reading.no = readBareNumber(number.text) ?? readOpeningLabel(number.text)?.number ?? null;
    if (number.state === 'merged') reading.inherited.add('no');
  }
  const groupGoesOn = readHeadings(row, table, reading);
  readDuties(row, table, groupGoesOn, reading);
  return reading;
}

function addTaskRow(row: GridRow, table: TableInHand, tasks: RawTask[]): void {
  const reading = readRow(row, table);
  const cell = textOfRole(row, table.plan, 'requirement');
  if (cell?.state === 'merged' && tasks.length > 0) {
    addToTaskAbove(reading, tasks);
    return;
  }
  const printed = requirementOf(cell?.text ?? '', reading);
  if (printed === '') return;
  const remarks = textOfRole(row, table.plan, 'remarks')?.text ?? '';
  const base = {
    ...reading.headings,
    sectionNumber: table.state.sectionNumber,
    duties: reading.duties,
    remarks: remarks === '' ? null : remarks,
    place: row.place,
  };
  const fused = reading.no === null ? fusedTasks(printed) : undefined;
  if (fused !== undefined) {
    const reason = `第${fused.map((part) => part.number).join('、')}项印在同一格里，责任单位和时限是否共用需要核对`;
    for (const [index, part] of fused.entries()) {
      tasks.push({
        ...base,
        no: part.number,
        requirement: part.text,
        inherited: index === 0 ? [...reading.inherited] : inheritedOfFused(reading),
        flags: [...reading.flags, { field: 'responsible', reason }, { field: 'deadline', reason }],
      });
    }
    return;
  }
  const { text, duties } = withDutiesOfText(joinWrapped(printed), reading.duties);
  const opening = table.facts.numbersOpenText && reading.no === null ? readOpeningNumber(text) : undefined;
  tasks.push({
    ...base,
    duties,
    no: reading.no ?? opening?.number ?? null,
    requirement: opening?.rest ?? text,
    inherited: [...reading.inherited],
    flags: reading.flags,
  });
}

/** Duties that close the requirement itself, where no column prints units. */
function withDutiesOfText(text: string, duties: DutyTexts): { text: string; duties: DutyTexts } {
  if (duties.lead !== null || duties.responsible !== null || duties.cooperating !== null)
    return { text, duties };
  const cuts = cutAtDuties(text);
  const [first] = cuts;
  if (cuts.length !== 1 || first === undefined || first.duties === null) return { text, duties };
  return {
    text: first.text,
    duties: { ...first.duties, deadline: duties.deadline ?? first.duties.deadline },
  };
}

/** A task parted from a fused row takes headings and duties from the row it shared. */
function inheritedOfFused(reading: RowReading): TaskField[] {
  const inherited = new Set(reading.inherited);
  for (const field of headingFields) if (reading.headings[field] !== null) inherited.add(field);
  for (const field of dutyFields) if (reading.duties[field] !== null) inherited.add(field);
  return [...inherited];
}

const sentenceEnd = /[。；！？.;!?”）)》]$/u;
const restJoined = '原文在下一行还有文字，已接在后面，请核对';

/** A row that goes on with the row above: a cell broken over a page, or the torn-off end of a line. */
function appendRest(row: GridRow, plan: ColumnPlan, tasks: RawTask[]): void {
  const sole = soleTextOf(row);
  const last = tasks.at(-1);
  const role = sole === undefined ? undefined : plan.roles[sole.column];
  if (
    sole === undefined ||
    last === undefined ||
    role === undefined ||
    readBareNumber(sole.text) !== undefined
  )
    return;
  if (role === 'lead' || role === 'responsible' || role === 'cooperating' || role === 'deadline') {
    const duties = { ...last.duties, [role]: `${last.duties[role] ?? ''}${sole.text}` };
    tasks[tasks.length - 1] = { ...last, duties };
    return;
  }
  const open = !sentenceEnd.test(last.requirement);
  const requirement = open ? joinWrapped(`${last.requirement}\n${sole.text}`) : last.requirement;
  const reason = open ? restJoined : `下一行的“${sole.text.slice(0, 20)}”不知属于哪一格，没有读入`;
  tasks[tasks.length - 1] = {
    ...last,
    requirement,
    flags: [...last.flags, { field: 'requirement', reason }],
  };
}

/** A requirement alone in its row goes on with the task above when that one stops in the middle of a sentence. */
function goesOnAbove(row: GridRow, plan: ColumnPlan, tasks: readonly RawTask[]): RawTask | undefined {
  const sole = soleTextOf(row);
  const last = tasks.at(-1);
  if (sole === undefined || last === undefined || plan.roles[sole.column] !== 'requirement') return undefined;
  if (sentenceEnd.test(last.requirement) || readOpeningNumber(joinWrapped(sole.text)) !== undefined)
    return undefined;
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
  const whole = mended.map(({ row }) => row);
  const table: TableInHand = { plan, native, facts: factsOfTable(whole, plan), state };
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
      const before = tasks.length;
      addTaskRow(row, table, tasks);
      for (let at = before; at < tasks.length; at++) {
        const task = tasks[at];
        if (task !== undefined) tasks[at] = withMendFlags(task, how);
      }
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
