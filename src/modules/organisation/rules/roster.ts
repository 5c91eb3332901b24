/**
 * A roster of who came to a training, as cells of a sheet: finds the heading line and reads each line below it as one
 * person or as a number of people of a unit. Pure; who the person is is looked up elsewhere.
 */

export interface RosterEntry {
  /** Line in the file, from 1. */
  readonly line: number;
  /** Cells joined, for people. */
  readonly text: string;
  /** Null for a line that gives a number only. */
  readonly name: string | null;
  readonly unitName: string;
  readonly heads: number;
  readonly newEntrants: number;
}

export type RosterReading =
  | { readonly ok: true; readonly entries: readonly RosterEntry[] }
  /** A Chinese sentence: why it is no roster. */
  | { readonly ok: false; readonly because: string };

const headings = {
  name: /^(姓名|参训人员|人员|签到)$/,
  unit: /^(单位|单位名称|所在单位|工作单位)$/,
  heads: /^(人数|参训人数)$/,
  newEntrant: /^(新进|新进人员|是否新进|新进人数)$/,
} as const;
type Column = keyof typeof headings;

const plainCell = (cell: string) => cell.normalize('NFKC').replace(/\s+/gu, '');

function findColumns(row: readonly string[]): Partial<Record<Column, number>> {
  const found: Partial<Record<Column, number>> = {};
  for (const [at, cell] of row.entries()) {
    for (const column of ['name', 'unit', 'heads', 'newEntrant'] as const) {
      if (headings[column].test(plainCell(cell))) found[column] ??= at;
    }
  }
  return found;
}

/** 是, √, 1, 新进 and the like; a number says how many. */
function newEntrantsOf(cell: string, heads: number): number {
  const text = plainCell(cell);
  if (/^\d+$/.test(text)) return Math.min(Number(text), heads);
  return /^(是|√|✓|新进|新进人员|y|yes)$/i.test(text) ? heads : 0;
}

/** Reads the sheet; empty lines and lines above the heading do not count. */
export function readRoster(rows: readonly (readonly string[])[]): RosterReading {
  const at = rows.findIndex((row) => {
    const columns = findColumns(row);
    return columns.unit !== undefined && (columns.name !== undefined || columns.heads !== undefined);
  });
  const heading = rows[at];
  if (heading === undefined) {
    return { ok: false, because: '没有找到表头；表头要有“单位”，以及“姓名”或“人数”' };
  }
  const columns = findColumns(heading);
  const cellOf = (row: readonly string[], column: Column) => {
    const index = columns[column];
    return index === undefined ? '' : (row[index] ?? '').trim();
  };
  const entries = rows.slice(at + 1).flatMap((row, below): RosterEntry[] => {
    const name = plainCell(cellOf(row, 'name'));
    const unitName = cellOf(row, 'unit').replace(/\s+/gu, '');
    const counted = plainCell(cellOf(row, 'heads'));
    const heads = name === '' ? Number(/^\d{1,6}/.exec(counted)?.[0] ?? 0) : 1;
    // A line with the unit printed and nobody signed is the sheet's, not a person's.
    if (heads === 0) return [];
    return [
      {
        line: at + below + 2,
        text: row
          .map((cell) => cell.trim())
          .filter((cell) => cell !== '')
          .join(' '),
        name: name === '' ? null : name,
        unitName,
        heads,
        newEntrants: newEntrantsOf(cellOf(row, 'newEntrant'), heads),
      },
    ];
  });
  if (entries.length === 0) return { ok: false, because: '表头下面没有填写人员' };
  return { ok: true, entries };
}
