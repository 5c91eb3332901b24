/**
 * Decides what each column of a grid holds, by its header words and by what stands in it; contents win where the
 * two contradict each other. Knows nothing of rows beyond what it counts in them.
 */
import { type CellKind, kindOfCell } from './cell-kind.ts';
import type { Grid, GridRow } from './grid.ts';
import { type HeadedRole, headedRole, isUnitRole } from './header-words.ts';
import { type LabelStyle, readOpeningLabel } from './numbering.ts';

export type ColumnRole =
  | 'no'
  | 'section'
  | 'subsection'
  | 'item'
  | 'requirement'
  | 'lead'
  | 'responsible'
  | 'cooperating'
  | 'deadline'
  | 'remarks'
  | 'ignored';

export interface ColumnPlan {
  readonly roles: readonly ColumnRole[];
  /** Header words per column, empty where none is printed. */
  readonly headers: readonly string[];
}

interface ColumnFacts {
  readonly header: HeadedRole | undefined;
  readonly printed: number;
  readonly share: Readonly<Record<CellKind, number>>;
  readonly averageLength: number;
  /** Cells without a text of their own, per row. */
  readonly inheritedShare: number;
  readonly label: LabelStyle | undefined;
  readonly labelShare: number;
}

const sampledRows = 400;

function factsOfColumn(rows: readonly GridRow[], column: number, header: string): ColumnFacts {
  const share: Record<CellKind, number> = { blank: 0, number: 0, deadline: 0, units: 0, text: 0 };
  const labels = new Map<LabelStyle, number>();
  let printed = 0;
  let length = 0;
  for (const row of rows) {
    const cell = row.cells[column];
    if (cell === undefined || cell.state !== 'own') continue;
    printed++;
    length += cell.text.length;
    share[kindOfCell(cell.text)]++;
    const label = readOpeningLabel(cell.text)?.style;
    if (label !== undefined) labels.set(label, (labels.get(label) ?? 0) + 1);
  }
  const divisor = Math.max(1, printed);
  for (const kind of ['blank', 'number', 'deadline', 'units', 'text'] as const) share[kind] /= divisor;
  const [label, count] = [...labels].sort((one, other) => other[1] - one[1])[0] ?? [undefined, 0];
  return {
    header: headedRole(header),
    printed,
    share,
    averageLength: length / divisor,
    inheritedShare: 1 - printed / Math.max(1, rows.length),
    label,
    labelShare: count / divisor,
  };
}

/** The role contents and header give together, or `text` where only the comparison of text columns can tell. */
function plainRole(facts: ColumnFacts, column: number): ColumnRole | 'text' {
  const { header, share } = facts;
  if (header === 'no') return share.text > 0.6 && facts.averageLength > 12 ? 'text' : 'no';
  if (header === 'person' || header === 'other') return 'ignored';
  if (header === 'remarks') return 'remarks';
  if (isUnitRole(header)) return share.deadline > 0.6 && share.units < 0.2 ? 'deadline' : header;
  if (header === 'deadline') return share.units > 0.6 && share.deadline < 0.2 ? 'responsible' : 'deadline';
  if (header === undefined || facts.averageLength < 40) {
    const strict = header === undefined ? 0.6 : 0.85;
    if (share.number > 0.8 && column <= 1 && header === undefined) return 'no';
    if (share.deadline >= strict && header === undefined) return 'deadline';
    if (share.units >= strict && header === undefined) return 'responsible';
    if (facts.printed === 0) return 'ignored';
  }
  return 'text';
}

const textWeight: Partial<Record<HeadedRole, number>> = { text: 1.6, topic: 1.1, item: 0.8, group: 0.2 };

function requirementColumn(columns: readonly (readonly [number, ColumnFacts])[]): number | undefined {
  let best: number | undefined;
  let bestWeight = 0;
  for (const [column, facts] of columns) {
    const weight = facts.averageLength * (facts.header === undefined ? 1 : (textWeight[facts.header] ?? 1));
    if (weight > bestWeight) {
      best = column;
      bestWeight = weight;
    }
  }
  return best;
}

function headingRole(
  facts: ColumnFacts,
  position: number,
  count: number,
  sectionsElsewhere: boolean,
): ColumnRole {
  if (facts.labelShare >= 0.5) {
    if (facts.label === 'part' || facts.label === 'cn') return 'section';
    if (facts.label === 'cnParen') return sectionsElsewhere || position > 0 ? 'subsection' : 'section';
  }
  if (count >= 3) return (['section', 'subsection', 'item'] as const)[position] ?? 'item';
  if (count === 2) return position === 0 ? 'section' : facts.header === 'group' ? 'subsection' : 'item';
  if (facts.header === 'group') return sectionsElsewhere ? 'subsection' : 'section';
  if (sectionsElsewhere) return 'item';
  return facts.inheritedShare >= 0.15 ? 'section' : 'item';
}

/**
 * Decides the columns of a grid from its header words (one per column) and its body rows.
 * @param sectionsElsewhere sections stand in banner rows or headings outside the columns
 * @returns undefined when no column can hold requirements
 */
export function decideColumns(
  grid: Grid,
  headers: readonly string[],
  body: readonly GridRow[],
  sectionsElsewhere: boolean,
): ColumnPlan | undefined {
  const step = Math.max(1, Math.floor(body.length / sampledRows));
  const sample = body.filter((_, index) => index % step === 0);
  const facts = Array.from({ length: grid.columnCount }, (_, column) =>
    factsOfColumn(sample, column, headers[column] ?? ''),
  );
  const roles = facts.map(plainRole);
  const texts = [...facts.entries()].filter(([column]) => roles[column] === 'text');
  const requirement = requirementColumn(texts);
  if (requirement === undefined) return undefined;
  const headings = texts.filter(([column]) => column < requirement);
  const decided = roles.map((role, column): ColumnRole => {
    if (role !== 'text') return role;
    if (column === requirement) return 'requirement';
    const position = headings.findIndex(([heading]) => heading === column);
    const own = facts[column];
    if (position < 0 || own === undefined) return 'ignored';
    return headingRole(own, position, headings.length, sectionsElsewhere);
  });
  return { roles: decided, headers };
}

/** Whether the columns say who or when; a table without either is no list of tasks by its columns. */
export function hasDutyColumn(plan: ColumnPlan): boolean {
  return plan.roles.some(
    (role) => isUnitRole(role === 'requirement' ? undefined : dutyRole(role)) || role === 'deadline',
  );
}

function dutyRole(role: ColumnRole): HeadedRole | undefined {
  return role === 'lead' || role === 'responsible' || role === 'cooperating' ? role : undefined;
}
