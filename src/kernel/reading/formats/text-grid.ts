/**
 * Tables drawn in plain text: columns parted by tabs, by pipes, or by box drawing characters. Finds the runs of
 * lines that form a grid and cuts them into cells. Knows nothing of files.
 */
import type { SourceCell, SourceRow, SourceTable } from '../source.ts';

/** One line of a text file, as it stands. */
export interface TextLine {
  /** The whole line without its end. */
  readonly raw: string;
  /** From 1. */
  readonly number: number;
}

interface GridRow {
  readonly cells: readonly string[];
  readonly line: number;
  /** A line without separators between lines with them: a heading across all columns. */
  readonly banner?: boolean;
}

/** A grid found in the lines `[from, to)`. */
export interface FoundGrid {
  readonly to: number;
  readonly table: SourceTable;
}

const pipe = /[|｜│┃║]/u;
const ruleLine = /^[\s|｜│┃║+\-=:─━═┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛]+$/u;
const maxQuotedLines = 60;

function hasInnerTab(line: string): boolean {
  return line.trim() !== '' && line.replace(/^\t+/u, '').replace(/\t+$/u, '\t').includes('\t');
}

function isPipeLine(line: string): boolean {
  return pipe.test(line) && (/^\s*[|｜│┃║]/u.test(line) || line.split(pipe).length > 2);
}

function isPipeRule(line: string): boolean {
  return ruleLine.test(line) && /[-=─━═]{2}/u.test(line);
}

function tableOfGrid(rows: readonly GridRow[], place: number): SourceTable {
  const columnCount = rows.reduce((widest, row) => Math.max(widest, row.cells.length), 1);
  const sourceRows = rows.map((row): SourceRow => {
    const span = row.banner === true ? columnCount : 1;
    const cells = row.cells.map(
      (text, column): SourceCell => ({
        text,
        column,
        columnSpan: span,
        rowSpan: 1,
        place: { line: row.line },
      }),
    );
    return { cells, place: { line: row.line } };
  });
  return { kind: 'table', columnCount, rows: sourceRows, place: { line: place }, native: false };
}

/** Excel puts a copied cell that holds line breaks into quotes; such a row goes on over several lines. */
function quotedTabRow(lines: readonly TextLine[], from: number): { cells: string[]; to: number } | undefined {
  const first = lines[from]?.raw ?? '';
  if (!/(?:^|\t)"/u.test(first)) return undefined;
  let text = first;
  for (let to = from + 1; to <= Math.min(lines.length, from + maxQuotedLines); to++) {
    const quotes = text.split('"').length - 1;
    if (quotes % 2 === 0) {
      const cells = [...text.matchAll(/(?:^|\t)(?:"((?:[^"]|"")*)"(?=\t|$)|([^\t]*))/gu)];
      return { cells: cells.map((cell) => (cell[1]?.replaceAll('""', '"') ?? cell[2] ?? '').trim()), to };
    }
    text += `\n${lines[to]?.raw ?? ''}`;
  }
  return undefined;
}

const mostBanners = 3;

/** Lines without tabs that stand between two rows with them: a heading or two across all columns. */
function bannersFrom(lines: readonly TextLine[], from: number): readonly TextLine[] {
  const banners: TextLine[] = [];
  for (const line of lines.slice(from, from + mostBanners + 1)) {
    if (hasInnerTab(line.raw)) return banners;
    if (line.raw.trim() === '' || line.raw.startsWith('\t')) break;
    // Several lines in a row are headings only while none of them is a sentence.
    if (banners.length > 0 && [...banners, line].some(({ raw }) => /[。；]/u.test(raw))) break;
    banners.push(line);
  }
  return [];
}

const opensRow =
  /^(?:[（(]?\d{1,4}[）)]?[.．、]?|[一二三四五六七八九十]{1,3}、.*|（[一二三四五六七八九十]{1,3}）.*)$/u;

/**
 * Cells that held line ends break a pasted row over several lines. Lines are put together again only where the last
 * cell of one and the first of the next, taken as one, give exactly the width of the heading row.
 */
function joinBrokenRows(rows: readonly GridRow[]): readonly GridRow[] {
  const width = rows[0]?.cells.length ?? 0;
  if (width < 3) return rows;
  const joined: GridRow[] = [];
  for (let at = 0; at < rows.length; at++) {
    const first = rows[at];
    if (first === undefined) break;
    let cells = [...first.cells];
    let to = at + 1;
    while (first.banner !== true && cells.length < width) {
      const next = rows[to];
      if (next === undefined || opensRow.test(next.cells[0] ?? '')) break;
      const [head = '', ...tail] = next.cells;
      cells = [...cells.slice(0, -1), `${cells.at(-1) ?? ''}\n${head}`, ...tail];
      to++;
    }
    const whole = to > at + 1 && cells.length === width;
    joined.push(whole ? { cells, line: first.line } : first);
    if (whole) at = to - 1;
  }
  return joined;
}

function tabGridFrom(lines: readonly TextLine[], from: number): FoundGrid | undefined {
  const rows: GridRow[] = [];
  let at = from;
  while (at < lines.length) {
    const line = lines[at];
    if (line === undefined || line.raw.trim() === '') break;
    if (hasInnerTab(line.raw)) {
      const quoted = quotedTabRow(lines, at);
      rows.push({
        cells: quoted?.cells ?? line.raw.split('\t').map((cell) => cell.trim()),
        line: line.number,
      });
      at = quoted?.to ?? at + 1;
      continue;
    }
    const banners = rows.length === 0 ? [] : bannersFrom(lines, at);
    if (banners.length === 0) break;
    for (const banner of banners) {
      rows.push({ cells: [banner.raw.trim()], line: banner.number, banner: true });
    }
    at += banners.length;
  }
  const mended = joinBrokenRows(rows);
  const withTabs = mended.filter((row) => row.banner !== true);
  if (withTabs.length < 2) return undefined;
  const width = (withTabs[0]?.cells.length ?? 0) - 1;
  // A tab now and then inside running text is no table: most rows must agree with the widest ones.
  const alike = withTabs.filter((row) => Math.abs(row.cells.length - 1 - width) <= 1).length;
  if (alike * 2 < withTabs.length) return undefined;
  return { to: at, table: tableOfGrid(mended, lines[from]?.number ?? 1) };
}

function pipeCells(line: string): string[] {
  const cells = line.replace(/\\\|/gu, '\u0000').split(pipe);
  if (cells[0]?.trim() === '') cells.shift();
  if (cells.at(-1)?.trim() === '') cells.pop();
  return cells.map((cell) => cell.replaceAll('\u0000', '|').trim());
}

function joinedRow(rows: readonly GridRow[]): GridRow | undefined {
  const [first] = rows;
  if (first === undefined) return undefined;
  const width = rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0);
  const cells = Array.from({ length: width }, (_, column) =>
    rows.map((row) => row.cells[column] ?? '').join(''),
  );
  return { cells, line: first.line };
}

/** A heading of two columns has one pipe only; the rule below it tells that it is one. */
function isRuledHeading(lines: readonly TextLine[], at: number): boolean {
  const below = lines[at + 1]?.raw ?? '';
  return pipe.test(lines[at]?.raw ?? '') && pipe.test(below) && isPipeRule(below);
}

function pipeGridFrom(lines: readonly TextLine[], from: number): FoundGrid | undefined {
  const ruledHeading = isRuledHeading(lines, from);
  const groups: GridRow[][] = [[]];
  let drawn = false;
  let at = from;
  for (; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined) break;
    if (isPipeRule(line.raw)) {
      drawn ||= /[+┌┬├┼└┴╔╠╚┏┣┗]/u.test(line.raw);
      groups.push([]);
    } else if (isPipeLine(line.raw) || (ruledHeading && pipe.test(line.raw))) {
      groups.at(-1)?.push({ cells: pipeCells(line.raw), line: line.number });
    } else break;
  }
  const filled = groups.filter((group) => group.length > 0);
  // Rules drawn between the rows mean that the lines between two rules are one row, wrapped in its cells.
  const ruled = drawn && filled.length > 1;
  const rows = ruled
    ? filled.map(joinedRow).filter((row): row is GridRow => row !== undefined)
    : filled.flat();
  if (rows.length < 2) return undefined;
  return { to: at, table: tableOfGrid(rows, lines[from]?.number ?? 1) };
}

/** The grid that begins at a line, if one does. A single line with separators is no grid. */
export function findTextGrid(lines: readonly TextLine[], from: number): FoundGrid | undefined {
  const raw = lines[from]?.raw ?? '';
  if (isPipeLine(raw) || isPipeRule(raw) || isRuledHeading(lines, from)) return pipeGridFrom(lines, from);
  if (hasInnerTab(raw)) return tabGridFrom(lines, from);
  return undefined;
}
