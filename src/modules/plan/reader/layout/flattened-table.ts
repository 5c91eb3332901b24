/**
 * Rebuilds a table that was flattened to one cell per line: finds its heading words, cuts the lines behind them into
 * rows by row numbers, empty lines or cell kinds, and puts each row's lines under the columns. Yields an ordinary grid.
 */
import type { SourceParagraph } from '#kernel/reading/source.ts';
import { alignCells, misfit } from './align-cells.ts';
import type { ColumnRole } from './columns.ts';
import type { Grid, GridCell, GridRow } from './grid.ts';
import { type HeadedRole, headedRole } from './header-words.ts';
import { readBareNumber, readOpeningLabel } from './numbering.ts';

export interface FlattenedTable {
  readonly grid: Grid;
  /** Index behind the last paragraph used. */
  readonly to: number;
}

type Lines = readonly SourceParagraph[];

interface HeaderRun {
  readonly words: readonly string[];
  readonly roles: readonly HeadedRole[];
  readonly to: number;
}

const fewestHeaders = 3;
const dutyRoles: ReadonlySet<HeadedRole> = new Set(['lead', 'responsible', 'cooperating', 'deadline']);
const textRoles: ReadonlySet<HeadedRole> = new Set(['topic', 'item', 'text']);

/** The heading words that stand one per line from a paragraph on, if they head a list of tasks. */
function headerRunAt(lines: Lines, from: number): HeaderRun | undefined {
  const words: string[] = [];
  const roles: HeadedRole[] = [];
  let at = from;
  for (; at < lines.length; at++) {
    const text = lines[at]?.text ?? '';
    if (text === '' && words.length > 0) continue;
    const role = headedRole(text);
    if (role === undefined) break;
    words.push(text);
    roles.push(role);
  }
  if (words.length < fewestHeaders) return undefined;
  const heads = roles.some((role) => dutyRoles.has(role)) && roles.some((role) => textRoles.has(role));
  return heads ? { words, roles, to: at } : undefined;
}

const endOfTable =
  /^(?:附件|附表|附：|抄送|主动公开|注[:：]|联系人)|^\d{4}年\d{1,2}月\d{1,2}日$|(?:单位|部门|成员)名单$/u;
const reach = 4;

/** Where the lines of the table end: after the last tabbed one when it has tabs, else before a closing line of the document. */
function endOfLines(lines: Lines, from: number): number {
  const tabbed = lines.slice(from, from + 12).some((line) => (line.leadingTabs ?? 0) > 0);
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || line.headingLevel !== undefined) break;
    if ((line.leadingTabs ?? 0) > 0) continue;
    if (endOfTable.test(line.text)) break;
    if (tabbed && !lines.slice(at + 1, at + 1 + reach).some((next) => (next.leadingTabs ?? 0) > 0)) {
      const tail = lines.slice(at, at + reach).findIndex((next) => next.text.length > 12);
      return tail < 0 ? Math.min(lines.length, at + 1) : at + Math.min(tail, 1);
    }
  }
  return at;
}

/** The role a heading word gives before anything is known of the contents. */
function firstRole(role: HeadedRole, isRequirement: boolean): ColumnRole {
  if (isRequirement) return 'requirement';
  switch (role) {
    case 'no':
    case 'lead':
    case 'responsible':
    case 'cooperating':
    case 'deadline':
    case 'remarks':
      return role;
    case 'group':
      return 'section';
    case 'topic':
    case 'item':
    case 'text':
      return 'item';
    case 'person':
    case 'other':
      return 'ignored';
  }
}

function requirementHeader(roles: readonly HeadedRole[]): number {
  const text = roles.lastIndexOf('text');
  return text >= 0 ? text : Math.max(roles.lastIndexOf('topic'), roles.lastIndexOf('item'));
}

/** A heading line directly before a row number heads the rows behind it and belongs to none. */
function headsNextRow(lines: Lines, at: number): boolean {
  for (let next = at; next < lines.length; next++) {
    const text = lines[next]?.text ?? '';
    if (text === '') continue;
    if (readBareNumber(text) !== undefined && next > at) return true;
    const style = readOpeningLabel(text)?.style;
    if (style !== 'part' && style !== 'cn' && style !== 'cnParen') return false;
  }
  return false;
}

function cutByNumbers(lines: Lines): SourceParagraph[][] {
  const rows: SourceParagraph[][] = [];
  let last = 0;
  for (const [at, line] of lines.entries()) {
    const number = readBareNumber(line.text);
    const opens =
      number !== undefined && (number === last + 1 || number === 1 || (number > last && number <= last + 3));
    if (opens) last = number;
    if (opens || rows.length === 0 || headsNextRow(lines, at)) rows.push([line]);
    else rows.at(-1)?.push(line);
  }
  return rows;
}

function cutByBlankLines(lines: Lines): SourceParagraph[][] {
  const rows: SourceParagraph[][] = [];
  for (const line of lines) {
    const last = rows.at(-1);
    if (last === undefined || (line.blankLinesBefore ?? 0) > 0) rows.push([line]);
    else last.push(line);
  }
  return rows;
}

/** Without numbers and empty lines a row ends where the next line only suits a column already passed. */
function cutByKinds(lines: Lines, roles: readonly ColumnRole[]): SourceParagraph[][] {
  const rows: SourceParagraph[][] = [];
  let position = roles.length;
  for (const line of lines) {
    let next = position;
    while (next < roles.length && misfit(line.text, roles[next] ?? 'ignored') > 2) next++;
    if (next < roles.length) {
      rows.at(-1)?.push(line);
      position = next + 1;
      continue;
    }
    rows.push([line]);
    const start = roles.findIndex((role) => misfit(line.text, role) <= 2);
    position = start < 0 ? 1 : start + 1;
  }
  return rows;
}

function isSectionLine(line: SourceParagraph): boolean {
  const style = readOpeningLabel(line.text)?.style;
  return style === 'cn' || style === 'part';
}

/** Columns the rows need beyond the headings: `工作任务` may head two cells, the task and the sub-task. */
function widthOfRows(rows: readonly SourceParagraph[][], headings: number): number {
  const counts = new Map<number, number>();
  for (const row of rows) {
    const printed = row.filter((line) => line.text !== '');
    const [first] = printed;
    const banner = printed.length > headings && first !== undefined && isSectionLine(first) ? 1 : 0;
    counts.set(printed.length - banner, (counts.get(printed.length - banner) ?? 0) + 1);
  }
  const enough = Math.max(2, rows.length * 0.03);
  const widest = [...counts].filter(([, count]) => count >= enough).map(([width]) => width);
  return Math.min(headings + 2, Math.max(headings, ...widest));
}

function rolesForWidth(header: HeaderRun, width: number): { roles: ColumnRole[]; words: string[] } {
  const requirement = requirementHeader(header.roles);
  const roles = header.roles.map((role, index) => firstRole(role, index === requirement));
  const words = [...header.words];
  const heading = roles.findIndex((role) => role === 'item' || role === 'section');
  for (let missing = width - header.words.length; missing > 0; missing--) {
    const at = heading >= 0 ? heading : Math.max(0, requirement);
    roles.splice(at, 0, 'section');
    words.splice(at, 0, heading >= 0 ? (words[at] ?? '') : '');
  }
  return { roles, words };
}

/** Rows that stray empty lines cut in two are put together while the next piece opens no row of its own. */
function joinShortRows(
  rows: readonly SourceParagraph[][],
  roles: readonly ColumnRole[],
): SourceParagraph[][] {
  const joined: SourceParagraph[][] = [];
  for (const row of rows) {
    const last = joined.at(-1);
    if (last === undefined) {
      joined.push([...row]);
      continue;
    }
    const apart =
      alignCells(
        last.map((line) => line.text),
        roles,
      ).cost +
      alignCells(
        row.map((line) => line.text),
        roles,
      ).cost;
    const together = [...last, ...row];
    const fits = together.filter((line) => line.text !== '').length <= roles.length;
    if (
      fits &&
      alignCells(
        together.map((line) => line.text),
        roles,
      ).cost < apart
    )
      last.push(...row);
    else joined.push([...row]);
  }
  return joined;
}

function rowOfLines(lines: readonly SourceParagraph[], roles: readonly ColumnRole[]): GridRow[] {
  const [first] = lines;
  if (first === undefined) return [];
  const printed = lines.filter((line) => line.text !== '');
  if (printed.length === 1 && printed[0] !== undefined && readOpeningLabel(printed[0].text) !== undefined) {
    return [bannerRow(printed[0], roles.length)];
  }
  const aligned = alignCells(
    lines.map((line) => line.text),
    roles,
  );
  const rows: GridRow[] = aligned.banner === null ? [] : [bannerRow(first, roles.length)];
  const cells = aligned.cells.map((text, column): GridCell => {
    const place = lines[aligned.from[column] ?? -1]?.place ?? first.place;
    return { text, state: text === '' ? 'blank' : 'own', place };
  });
  rows.push({
    cells,
    place: cells.find((cell) => cell.state === 'own')?.place ?? first.place,
    repeatedHeader: false,
  });
  return rows;
}

function bannerRow(line: SourceParagraph, columns: number): GridRow {
  const cells = Array.from({ length: columns }, (_, column): GridCell => {
    return { text: line.text, state: column === 0 ? 'own' : 'across', place: line.place };
  });
  return { cells, place: line.place, repeatedHeader: false };
}

function withoutRepeatedHeaders(lines: Lines): SourceParagraph[] {
  const kept: SourceParagraph[] = [];
  for (let at = 0; at < lines.length; at++) {
    const run = headedRole(lines[at]?.text ?? '') === undefined ? undefined : headerRunAt(lines, at);
    if (run !== undefined) at = run.to - 1;
    else {
      const line = lines[at];
      if (line !== undefined) kept.push(line);
    }
  }
  return kept;
}

/** The flattened table whose heading words begin at a paragraph, if one does. */
export function findFlattenedTable(lines: Lines, from: number): FlattenedTable | undefined {
  const header = headerRunAt(lines, from);
  const [start] = lines.slice(from, from + 1);
  if (header === undefined || start === undefined) return undefined;
  const to = endOfLines(lines, header.to);
  const body = withoutRepeatedHeaders(lines.slice(header.to, to));
  const hasNumbers = header.roles.includes('no');
  const parted = body.some((line) => (line.blankLinesBefore ?? 0) > 0);
  const narrow = rolesForWidth(header, header.words.length);
  let rows = hasNumbers
    ? cutByNumbers(body)
    : parted
      ? cutByBlankLines(body)
      : cutByKinds(body, narrow.roles);
  const { roles, words } = rolesForWidth(header, widthOfRows(rows, header.words.length));
  if (!hasNumbers && parted) rows = joinShortRows(rows, roles);
  if (rows.length === 0) return undefined;
  const headerCells = words.map((text): GridCell => ({ text, state: 'own', place: start.place }));
  const headerRow: GridRow = { cells: headerCells, place: start.place, repeatedHeader: true };
  const gridRows = [headerRow, ...rows.flatMap((row) => rowOfLines(row, roles))];
  return { grid: { columnCount: roles.length, rows: gridRows, native: false, place: start.place }, to };
}
