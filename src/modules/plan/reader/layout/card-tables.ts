/**
 * Tables that hold one task each as labels and values (任务名称 | …, 责任单位 | …) instead of one task per row. One
 * table may hold several such cards.
 */
import type { Grid, GridRow } from './grid.ts';
import { type HeadedRole, headedRole, isUnitRole } from './header-words.ts';
import { readBareNumber } from './numbering.ts';
import { noDuties, type RawTask } from './raw-task.ts';
import { joinWrapped } from './requirement-text.ts';

interface LabelledValue {
  readonly role: HeadedRole;
  readonly value: string;
}

/** Label and value pairs of a row; undefined when the row is no such row. */
function pairsOfRow(row: GridRow): LabelledValue[] | undefined {
  const cells = row.cells.filter((cell) => cell.state === 'own' || cell.state === 'blank');
  const pairs: LabelledValue[] = [];
  for (let at = 0; at < cells.length; at += 2) {
    const role = headedRole(cells[at]?.text ?? '');
    if (role === undefined) return undefined;
    pairs.push({ role, value: joinWrapped(cells[at + 1]?.text ?? '') });
  }
  // A row of nothing but header words is the header of an ordinary table.
  const valued = pairs.filter(({ value }) => value !== '' && headedRole(value) === undefined);
  return pairs.length > 0 && valued.length * 2 >= pairs.length ? pairs : undefined;
}

interface Card {
  readonly row: GridRow;
  readonly values: Map<HeadedRole, string>;
}

function cardsOf(grid: Grid): Card[] | undefined {
  const cards: Card[] = [];
  let opening: HeadedRole | undefined;
  for (const row of grid.rows) {
    if (row.cells.every((cell) => cell.state === 'blank')) continue;
    const pairs = pairsOfRow(row);
    if (pairs === undefined) return undefined;
    opening ??= pairs[0]?.role;
    for (const { role, value } of pairs) {
      const last = cards.at(-1);
      if (last === undefined || (role === opening && last.values.has(role))) {
        cards.push({ row, values: new Map([[role, value]]) });
      } else if (!last.values.has(role)) last.values.set(role, value);
    }
  }
  return cards;
}

function taskOfCard({ row, values }: Card): RawTask | undefined {
  const text = (role: HeadedRole) => values.get(role) || null;
  const name = text('item') ?? text('topic');
  const requirement = text('text') ?? name;
  if (requirement === null) return undefined;
  return {
    no: readBareNumber(text('no') ?? '') ?? null,
    section: text('group'),
    sectionNumber: null,
    subsection: null,
    item: text('text') === null ? null : name,
    requirement,
    duties: {
      ...noDuties,
      lead: text('lead'),
      responsible: text('responsible'),
      cooperating: text('cooperating'),
      deadline: text('deadline'),
    },
    remarks: text('remarks'),
    inherited: [],
    flags: [],
    place: row.place,
  };
}

/** The tasks of a table of cards; undefined for any other table. */
export function readCardTable(grid: Grid): RawTask[] | undefined {
  if (grid.columnCount < 2 || grid.columnCount > 12 || grid.rows.length < 2) return undefined;
  const cards = cardsOf(grid);
  if (
    cards === undefined ||
    !cards.every(({ values }) => [...values.keys()].some((role) => isUnitRole(role) || role === 'deadline'))
  ) {
    return undefined;
  }
  const tasks = cards.map(taskOfCard).filter((task) => task !== undefined);
  return tasks.length === 0 ? undefined : tasks;
}
