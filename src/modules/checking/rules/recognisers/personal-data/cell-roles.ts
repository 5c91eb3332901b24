/**
 * What each cell of a table is by the heading of its column, or in a form by the label to its left, and whether the table
 * lists people. Pure.
 */
import { type ColumnKind, columnKind } from './columns.ts';
import type { Grid, GridCell } from './grids.ts';

/** A row of a table that lists people, as far as its other columns say who it is. */
export interface PersonRow {
  /** As written; null without a column of names. */
  readonly name: string | null;
  readonly birth: string | null;
  readonly sex: string | null;
  readonly age: string | null;
}

export interface CellRole {
  readonly cell: GridCell;
  readonly kind: ColumnKind;
  /** The heading as written. */
  readonly title: string;
  /** The table has a column of the names of people who are no officials. */
  readonly listsPeople: boolean;
  /** Title or headings speak of children. */
  readonly listsMinors: boolean;
  readonly person: PersonRow;
}

interface Heading {
  readonly kind: ColumnKind;
  readonly title: string;
}

/** The title of a list, and whom it lists. */
const listTitle = /名单|名册|公示|公告|发放|一览|情况|花名|统计|表/u;
const minorsTitle = /孤儿|困境儿童|留守儿童|未成年|儿童|幼儿|小学|初中|新生|入学|事实无人抚养|残疾儿童|学龄/u;

const kindsOfRow = (row: readonly GridCell[]) => row.map((cell) => columnKind(cell.text));

/** Headings stand side by side; in a form each label is followed by its value. */
function isHeadingRow(kinds: readonly (ColumnKind | null)[], row: readonly GridCell[]): boolean {
  const known = kinds.filter((kind) => kind !== null).length;
  if (known === 0 || row.some((cell) => /\d{6}/u.test(cell.text))) return false;
  const adjacent = kinds.some((kind, index) => kind !== null && (kinds[index + 1] ?? null) !== null);
  return known >= 2 && adjacent;
}

function headingsByColumn(
  row: readonly GridCell[],
  above: ReadonlyMap<number, Heading>,
): Map<number, Heading> {
  const headings = new Map(above);
  for (const cell of row) {
    const kind = columnKind(cell.text);
    for (let column = cell.column; column < cell.column + cell.columnSpan; column += 1) {
      if (kind !== null) headings.set(column, { kind, title: cell.text });
      else if (cell.text !== '') headings.delete(column);
    }
  }
  return headings;
}

/** A first row with one heading only still heads its column, when no value stands in it. */
function isLoneHeading(
  rowIndex: number,
  kinds: readonly (ColumnKind | null)[],
  row: readonly GridCell[],
): boolean {
  return (
    rowIndex <= 1 &&
    row.length >= 2 &&
    kinds.at(-1) !== null &&
    row.every((cell) => !/\d{4}/u.test(cell.text))
  );
}

function personOfRow(cells: readonly (readonly [GridCell, Heading])[]): PersonRow {
  const textOf = (...kinds: readonly ColumnKind[]) =>
    cells.find(([, heading]) => kinds.includes(heading.kind))?.[0].text ?? null;
  return {
    name: textOf('name', 'minorName'),
    birth: textOf('birth'),
    sex: textOf('sex'),
    age: textOf('age'),
  };
}

function rolesOfRow(
  cells: readonly (readonly [GridCell, Heading])[],
  table: Pick<CellRole, 'listsPeople' | 'listsMinors'>,
): readonly CellRole[] {
  const person = personOfRow(cells);
  return cells
    .filter(([cell]) => cell.text !== '')
    .map(([cell, { kind, title }]) => ({ cell, kind, title, person, ...table }));
}

/** Label and value side by side. */
function formCells(
  row: readonly GridCell[],
  kinds: readonly (ColumnKind | null)[],
): (readonly [GridCell, Heading])[] {
  return row.flatMap((cell, index): (readonly [GridCell, Heading])[] => {
    const label = row[index - 1];
    const kind = kinds[index - 1] ?? null;
    return label === undefined || kind === null || kinds[index] !== null
      ? []
      : [[cell, { kind, title: label.text }]];
  });
}

/** The roles of all cells that have one. */
export function rolesOfGrid(grid: Grid): readonly CellRole[] {
  const roles: CellRole[] = [];
  let headings = new Map<number, Heading>();
  const forms: (readonly [GridCell, Heading])[] = [];
  const minorsByTitle = listTitle.test(grid.title) && minorsTitle.test(grid.title);
  for (const [rowIndex, row] of grid.rows.entries()) {
    const kinds = kindsOfRow(row);
    if (isHeadingRow(kinds, row) || (headings.size === 0 && isLoneHeading(rowIndex, kinds, row))) {
      headings = headingsByColumn(row, headings);
      continue;
    }
    if (headings.size === 0) {
      forms.push(...formCells(row, kinds));
      continue;
    }
    const all = [...headings.values()];
    const cells = row.flatMap((cell): (readonly [GridCell, Heading])[] => {
      const heading = headings.get(cell.column);
      return heading === undefined || cell.text === heading.title ? [] : [[cell, heading]];
    });
    roles.push(
      ...rolesOfRow(cells, {
        listsPeople: all.some(({ kind }) => kind === 'name' || kind === 'minorName'),
        listsMinors: minorsByTitle || all.some(({ kind }) => kind === 'minorName'),
      }),
    );
  }
  const ofOnePerson = forms.some(([, { kind }]) => kind === 'name' || kind === 'minorName');
  return [...roles, ...rolesOfRow(forms, { listsPeople: ofOnePerson, listsMinors: false })];
}
