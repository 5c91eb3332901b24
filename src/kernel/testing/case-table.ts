/**
 * Reads the CSV case tables (`cases/*.csv`) that clerks extend: a heading line, then one case a row. A cell in quotes
 * may hold commas, doubled quotes and line ends; a written `\n` is a line end too. For tests only.
 */
import { readFileSync } from 'node:fs';

/** One case: its line in the file (for messages) and its cells by column heading. */
export interface CaseRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

interface ParsedRow {
  readonly line: number;
  readonly cells: readonly string[];
}

function parseRows(text: string): readonly ParsedRow[] {
  const rows: ParsedRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let line = 1;
  let firstLine = 1;
  const endCell = () => {
    cells.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (cells.some((value) => value !== '')) rows.push({ line: firstLine, cells });
    cells = [];
    firstLine = line;
  };
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign === '\n') line += 1;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(index + 1) === '"') {
        cell += '"';
        index += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === ',') endCell();
    else if (sign === '\n') endRow();
    else if (sign !== '\r') cell += sign;
  }
  endRow();
  return rows;
}

/** All cases of a table; throws when a row has not as many cells as the heading, with its line. */
export function readCaseTable(file: URL): readonly CaseRow[] {
  const [heading, ...rows] = parseRows(readFileSync(file, 'utf8').replace(/^\ufeff/u, ''));
  if (heading === undefined) throw new Error(`no heading line in ${file.pathname}`);
  return rows.map((row) => {
    if (row.cells.length !== heading.cells.length) {
      throw new Error(
        `${file.pathname}:${row.line} has ${row.cells.length} cells, the heading ${heading.cells.length}`,
      );
    }
    const named = heading.cells.map((name, column): [string, string] => [
      name,
      (row.cells[column] ?? '').replace(/\\n/gu, '\n'),
    ]);
    return { line: row.line, cells: Object.fromEntries(named) };
  });
}
