/**
 * Goes through the tables of a document: which of them list tasks, which go on over a page break, and which section a
 * heading before them gives. Hands the rows to the row reader.
 */

import type { SourceParagraph } from '#kernel/reading/source.ts';
import { foldText } from '../fields/index.ts';
import { readCardTable } from './card-tables.ts';
import { type ColumnPlan, decideColumns, hasDutyColumn } from './columns.ts';
import type { DocumentPart } from './document-parts.ts';
import { cutAtDuties } from './duty-text.ts';
import { type Grid, type GridRow, soleTextOf } from './grid.ts';
import { readOpeningLabel, withoutLabel } from './numbering.ts';
import { shownText } from './paragraphs.ts';
import type { RawTask } from './raw-task.ts';
import { joinWrapped } from './requirement-text.ts';
import { readTableHeader } from './table-header.ts';
import { looksLikeHeading } from './table-rows.ts';
import { freshTableState, type TableState, textOfRole } from './table-state.ts';
import { readTableRows, type TableHarvest } from './table-tasks.ts';

export interface TablesReading {
  readonly tasks: readonly RawTask[];
  /** Grids that list no tasks: name lists, contacts, budgets. */
  readonly others: readonly Grid[];
  /** Texts of note rows inside task tables. */
  readonly noteTexts: readonly string[];
  readonly count: number;
}

interface TableAbove {
  readonly plan: ColumnPlan;
  readonly state: TableState;
  readonly columnCount: number;
}

function hasBanners(rows: readonly GridRow[]): boolean {
  return rows.some((row) => {
    const sole = soleTextOf(row);
    return (
      sole !== undefined && (sole.span > 1 || sole.column === 0) && readOpeningLabel(sole.text) !== undefined
    );
  });
}

interface HeadingContext {
  section: string | null;
  subsection: string | null;
}

const annexLine = /^附(?:件|表)/u;
const longestIntroduction = 120;

/** Headings among the paragraphs before a table. Running text or an annex mark between ends their reach. */
function readContext(
  paragraphs: readonly SourceParagraph[],
  titles: ReadonlySet<string>,
  context: HeadingContext,
): void {
  let introductions = 0;
  for (const paragraph of paragraphs) {
    const text = shownText(paragraph);
    const style = readOpeningLabel(text)?.style;
    const heading = looksLikeHeading(text);
    if (annexLine.test(text) || titles.has(foldText(text))) {
      context.section = null;
      context.subsection = null;
    } else if (heading && (style === 'part' || style === 'cn')) {
      context.section = withoutLabel(text);
      context.subsection = null;
      introductions = 0;
    } else if (heading && style === 'cnParen') {
      context.subsection = withoutLabel(text);
      introductions = 0;
    } else if (!heading || style !== undefined) {
      introductions += text.length > longestIntroduction || style !== undefined ? 2 : 1;
      if (introductions < 2) continue;
      context.section = null;
      context.subsection = null;
    }
  }
}

const captionMark = /^(?:附?表|附件)\s*[\d一二三四五六七八九十]*\s*[：:.、．]?\s*/u;

/** The line right above a table when it can be the table's own caption. */
function captionAbove(paragraphs: readonly SourceParagraph[]): string | null {
  const last = paragraphs.findLast((paragraph) => paragraph.text.trim() !== '');
  if (last === undefined) return null;
  const text = shownText(last).replace(captionMark, '').trim();
  return text.length > 2 && looksLikeHeading(text) && readOpeningLabel(text) === undefined ? text : null;
}

interface CardTable {
  readonly cards: readonly RawTask[];
}

interface ListTable {
  readonly grid: Grid;
  readonly plan: ColumnPlan;
  readonly body: readonly GridRow[];
  readonly goesOn: boolean;
  readonly section: string | null;
  readonly subsection: string | null;
  readonly caption: string | null;
}

function samePlan(one: ColumnPlan, other: ColumnPlan): boolean {
  return one.headers.map(foldText).join('|') === other.headers.map(foldText).join('|');
}

/** Whether the requirements themselves end with a statement of who does the work. */
function closesWithDuties(body: readonly GridRow[], plan: ColumnPlan): boolean {
  const texts = body
    .map((row) => textOfRole(row, plan, 'requirement'))
    .filter((cell) => cell?.state === 'own')
    .map((cell) => joinWrapped(cell?.text ?? ''));
  const closed = texts.filter((text) => cutAtDuties(text).some((cut) => cut.duties !== null));
  return closed.length > 0 && closed.length * 2 >= texts.length;
}

function listTable(
  grid: Grid,
  context: HeadingContext,
  above: TableAbove | undefined,
): ListTable | undefined {
  const header = readTableHeader(grid);
  const body = grid.rows.slice(header.bodyFrom);
  const headed = header.words.some((word) => word !== '');
  const place = { section: context.section, subsection: context.subsection, caption: null };
  if (!headed && above !== undefined && above.columnCount === grid.columnCount) {
    return { grid, plan: above.plan, body, goesOn: true, ...place };
  }
  const sectionsElsewhere = hasBanners(body) || context.section !== null;
  const plan = decideColumns(grid, header.words, body, sectionsElsewhere);
  if (plan === undefined || !(hasDutyColumn(plan) || closesWithDuties(body, plan))) return undefined;
  if (!headed && plan.roles.filter((role) => role !== 'ignored').length < 3) return undefined;
  const goesOn = above !== undefined && above.columnCount === grid.columnCount && samePlan(above.plan, plan);
  return { grid, plan: goesOn ? above.plan : plan, body, goesOn, ...place };
}

/** Reads all task tables of a document. */
export function readListTables(parts: readonly DocumentPart[], titles: ReadonlySet<string>): TablesReading {
  const tables: (ListTable | CardTable)[] = [];
  const others: Grid[] = [];
  const context: HeadingContext = { section: null, subsection: null };
  let above: TableAbove | undefined;
  let between: readonly SourceParagraph[] = [];
  for (const part of parts) {
    if (part.kind === 'paragraphs') {
      between = part.paragraphs;
      readContext(part.paragraphs, titles, context);
      continue;
    }
    const cards = readCardTable(part.grid);
    if (cards !== undefined) {
      tables.push({ cards });
      between = [];
      continue;
    }
    const caption = captionAbove(between);
    const table = listTable(part.grid, context, above);
    if (table === undefined) others.push(part.grid);
    else {
      const named = caption !== null && !titles.has(foldText(caption));
      const goesOn = table.goesOn && !named && !between.some((line) => looksLikeHeading(shownText(line)));
      tables.push({ ...table, goesOn, caption: named ? caption : null });
      above = { plan: table.plan, state: freshTableState(null, null), columnCount: part.grid.columnCount };
    }
    between = [];
  }
  return { ...readRows(tables), others, count: tables.length };
}

function readRows(tables: readonly (ListTable | CardTable)[]): TableHarvest {
  // Captions name sections only where several tables have one each.
  const captions = new Set(
    tables.map((table) => ('cards' in table ? null : table.caption)).filter((caption) => caption !== null),
  );
  const captioned = captions.size >= 2;
  const harvest: TableHarvest = { tasks: [], noteTexts: [] };
  let state: TableState | undefined;
  for (const table of tables) {
    if ('cards' in table) {
      harvest.tasks.push(...table.cards);
      continue;
    }
    if (state === undefined || !table.goesOn) {
      state = freshTableState(table.section ?? (captioned ? table.caption : null), table.subsection);
    }
    readTableRows(table.body, table.plan, table.grid.native, state, harvest);
  }
  return harvest;
}
