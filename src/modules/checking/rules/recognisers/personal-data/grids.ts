/**
 * The tables of a document as rows of spans: those the file has, and those a plain text draws with tabs, bars, commas or
 * blanks under a line of headings. Says nothing of what the columns hold. Pure.
 */
import type { CheckedDocument, CheckedPart } from '../../checked-document.ts';
import { columnKind } from './columns.ts';

export interface GridCell {
  /** Span without surrounding blanks. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly column: number;
  readonly columnSpan: number;
}

export interface Grid {
  /** The table's title and the lines above it: who it is about. */
  readonly title: string;
  readonly rows: readonly (readonly GridCell[])[];
}

function cellOf(text: string, start: number, end: number, column: number, columnSpan = 1): GridCell {
  const raw = text.slice(start, end);
  const inner = raw.trim();
  const first = start + raw.indexOf(inner);
  return { start: first, end: first + inner.length, text: inner, column, columnSpan };
}

const titleLines = 3;
const longestTitleLine = 60;

function titleAbove(text: string, parts: readonly CheckedPart[], index: number): string {
  const lines: string[] = [];
  for (let at = index - 1; at >= 0 && at >= index - titleLines; at -= 1) {
    const part = parts[at];
    if (part === undefined || part.kind === 'cell') break;
    const line = text.slice(part.start, part.end).trim();
    if (line.length > longestTitleLine || /[。；]|\d{8}/u.test(line)) break;
    lines.unshift(line);
  }
  return lines.join(' ');
}

function fileGrids(document: CheckedDocument): readonly Grid[] {
  const { text, parts } = document;
  return document.tables.map((table) => {
    const first = table.rows.flat()[0]?.part ?? 0;
    return {
      title: `${titleAbove(text, parts, first)} ${table.title ?? ''}`,
      rows: table.rows.map((row) =>
        row.flatMap((cell) => {
          const part = parts[cell.part];
          return part === undefined ? [] : [cellOf(text, part.start, part.end, cell.column, cell.columnSpan)];
        }),
      ),
    };
  });
}

/** From the strictest to the loosest; the first that splits the headings wins. */
const separators: readonly RegExp[] = [
  /\t/gu,
  /[|｜]/gu,
  /[,，]/gu,
  /[ \u3000\u00a0]{2,}/gu,
  /[ \u3000\u00a0]/gu,
];
const loosest = separators.length - 1;
const longestRow = 2_000;

function splitLine(text: string, part: CheckedPart, separator: RegExp): readonly GridCell[] {
  const line = text.slice(part.start, part.end);
  if (line.length > longestRow) return [];
  const cells: GridCell[] = [];
  let from = 0;
  const add = (to: number) => {
    cells.push(cellOf(text, part.start + from, part.start + to, cells.length));
  };
  for (const match of line.matchAll(separator)) {
    add(match.index);
    from = match.index + match[0].length;
  }
  add(line.length);
  const framed = line.includes('|') || line.includes('｜');
  const kept = framed
    ? cells.filter((cell, index) => cell.text !== '' || (index > 0 && index < cells.length - 1))
    : cells;
  return kept.map((cell, column) => ({ ...cell, column }));
}

/** A line of headings: two or more words that head columns of people, nothing long, no number. */
function splitHeading(
  text: string,
  part: CheckedPart,
): { cells: readonly GridCell[]; separator: number } | undefined {
  if (part.end - part.start > 200) return undefined;
  const line = text.slice(part.start, part.end);
  if (!/姓名|身份|电话|手机|账号|卡号|住址|地址|残疾|原因|病|证号|号码|车牌/u.test(line)) return undefined;
  for (const [separator, pattern] of separators.entries()) {
    const cells = splitLine(text, part, pattern);
    const known = cells.filter((cell) => columnKind(cell.text) !== null).length;
    const short = cells.every((cell) => cell.text.length <= 14 && !/\d{4}/u.test(cell.text));
    if (cells.length >= 2 && known >= 2 && short) return { cells, separator };
  }
  return undefined;
}

const isRule = (line: string) => /^[\s|｜:+\-—=─━│┃┼]*$/u.test(line);

function drawnGrids(document: CheckedDocument): readonly Grid[] {
  const { text, parts } = document;
  const grids: Grid[] = [];
  let index = 0;
  while (index < parts.length) {
    const part = parts[index];
    const heading = part?.kind === 'body' ? splitHeading(text, part) : undefined;
    if (heading === undefined) {
      index += 1;
      continue;
    }
    const rows: (readonly GridCell[])[] = [heading.cells];
    const separator = separators[heading.separator] ?? /\t/gu;
    let next = index + 1;
    for (; next < parts.length; next += 1) {
      const following = parts[next];
      if (following === undefined || following.kind !== 'body') break;
      const line = text.slice(following.start, following.end);
      if (isRule(line) && line.trim() !== '') continue;
      const cells = splitLine(text, following, separator);
      const fits = heading.separator === loosest ? cells.length === heading.cells.length : cells.length >= 2;
      if (!fits) break;
      rows.push(cells);
    }
    grids.push({ title: titleAbove(text, parts, index), rows });
    index = next;
  }
  return grids;
}

/** All tables, in no particular order. */
export function gridsOfDocument(document: CheckedDocument): readonly Grid[] {
  return [...fileGrids(document), ...drawnGrids(document)];
}
