/**
 * A plain text as a checked document: the text itself, unchanged, so that offsets are the file's. Lines parted by tabs
 * (or by commas in a file of such values) that follow each other are a table, whose cells are parts in their line. Pure.
 */
import type { CheckedCell, CheckedDocument, CheckedPart, CheckedTable } from '../rules/checked-document.ts';

const fewestRows = 2;
const mostColumns = 200;

interface TextLine {
  readonly start: number;
  /** Without the line end. */
  readonly end: number;
}

function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  let start = 0;
  while (start <= text.length) {
    const feed = text.indexOf('\n', start);
    const next = feed < 0 ? text.length : feed;
    lines.push({ start, end: next > start && text.charAt(next - 1) === '\r' ? next - 1 : next });
    start = next + 1;
  }
  return lines;
}

/** Spans of the values of a line; a separator inside quotes parts nothing. */
function valuesOf(text: string, line: TextLine, separator: '\t' | ','): TextLine[] {
  const values: TextLine[] = [];
  let start = line.start;
  let isQuoted = false;
  for (let at = line.start; at <= line.end; at++) {
    const sign = text.charAt(at);
    if (at < line.end && separator === ',' && sign === '"') isQuoted = !isQuoted;
    if (at < line.end && (sign !== separator || isQuoted)) continue;
    values.push({ start, end: at });
    start = at + 1;
  }
  return values;
}

/** How many lines from `from` on have the same number of values; 0 when they are no table. A table begins with two filled values. */
function tableLength(counts: readonly number[], from: number, filled: number): number {
  const width = counts[from] ?? 1;
  if (filled < 2 || width > mostColumns) return 0;
  let length = 0;
  while (counts[from + length] === width) length++;
  return length >= fewestRows ? length : 0;
}

/** The document of a text; `separator` parts the values of a table. */
export function documentOfPlainText(text: string, separator: '\t' | ',' = '\t'): CheckedDocument {
  const lines = linesOf(text);
  const values = lines.map((line) => valuesOf(text, line, separator));
  const counts = values.map((row) => row.length);
  const parts: CheckedPart[] = [];
  const tables: CheckedTable[] = [];
  for (let index = 0; index < lines.length; ) {
    const filled = (values[index] ?? []).filter(
      ({ start, end }) => text.slice(start, end).trim() !== '',
    ).length;
    const rowCount = tableLength(counts, index, filled);
    if (rowCount === 0) {
      const line = lines[index] ?? { start: 0, end: 0 };
      parts.push({ kind: 'body', ...line, place: { line: index + 1 } });
      index += 1;
      continue;
    }
    const before = lines[index - 1];
    const title = before === undefined ? '' : text.slice(before.start, before.end).trim();
    const rows = values.slice(index, index + rowCount).map((row, down) =>
      row.map((value, column): CheckedCell => {
        const cell = `表${tables.length + 1} 第${down + 1}行第${column + 1}列`;
        parts.push({ kind: 'cell', ...value, place: { line: index + down + 1, cell } });
        return { part: parts.length - 1, column, columnSpan: 1, rowSpan: 1 };
      }),
    );
    tables.push({ title: title === '' ? null : title, rows });
    index += rowCount;
  }
  return { text, parts, tables, remarks: [], attachments: null };
}
