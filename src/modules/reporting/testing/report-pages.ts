/** Test reports as web pages, in the ways government sites publish them: true tables, tables inside tables, cells between bars, one cell a line. */
import type { FormTable } from './report-tables.ts';

export interface GivenText {
  readonly title?: string;
  /** Paragraphs of sections 一, 五 and 六, by number. */
  readonly sections?: Readonly<Record<number, readonly string[]>>;
}

export const givenTitle = '望澜县人民政府2025年政府信息公开工作年度报告';
const otherHeadings: Readonly<Record<number, string>> = {
  1: '一、总体情况',
  5: '五、存在的主要问题及改进情况',
  6: '六、其他需要报告的事项',
};

function paragraphs(lines: readonly string[]): string {
  return lines.map((line) => `<p>${line}</p>`).join('\n');
}

/** The parts of a report in order, each table through `draw`. */
export function reportParts(
  tables: readonly FormTable[],
  text: GivenText,
  draw: (table: FormTable) => string,
): string {
  const section = (number: number) =>
    paragraphs([otherHeadings[number] ?? '', ...(text.sections?.[number] ?? [])]);
  return [
    `<h1>${text.title ?? givenTitle}</h1>`,
    section(1),
    ...tables.map((table) => `<p>${table.heading}</p>${draw(table)}`),
    section(5),
    section(6),
  ].join('\n');
}

export function htmlTable(table: FormTable): string {
  const rows = table.rows.map((row) => {
    const cells = row.map(
      ({ text, columns = 1, rows: down = 1 }) =>
        `<td colspan="${columns}" rowspan="${down}"><p align="center">${text === '' ? '&nbsp;' : text}</p></td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table border="1"><tbody>${rows.join('\n')}</tbody></table>`;
}

/** A table without markup: bars between cells, a line a row. */
export function barTable(table: FormTable): string {
  return table.rows
    .map((row) => {
      const cells = row.flatMap(({ text, columns = 1 }) => [
        text,
        ...Array.from({ length: columns - 1 }, () => ''),
      ]);
      return `<p>| ${cells.join(' | ')} |</p>`;
    })
    .join('\n');
}

/** One cell a line, closed by a bar. */
export function lineTable(table: FormTable): string {
  return table.rows
    .map((row) => {
      const spare = row.reduce((sum, { columns = 1 }) => sum + columns - 1, 0);
      return [
        ...row.map(({ text }) => `<p>${text} |</p>`),
        ...(spare > 0 ? [`<p>${'|'.repeat(spare)}</p>`] : []),
      ].join('\n');
    })
    .join('\n');
}

/** One cell a line, nothing else. */
export function bareTable(table: FormTable): string {
  return table.rows.map((row) => row.map(({ text }) => `<p>${text}</p>`).join('\n')).join('\n');
}

/** All cells in one run of text. */
export function runTable(table: FormTable): string {
  return `<p>${table.rows.map((row) => row.map(({ text }) => text).join(' ')).join(' ')}</p>`;
}

export function givenReportPage(
  tables: readonly FormTable[],
  text: GivenText = {},
  draw: (table: FormTable) => string = htmlTable,
): string {
  return `<!doctype html><html><head><meta charset="utf-8"><title>政府信息公开年报</title></head><body><div id="zoom">${reportParts(tables, text, draw)}</div></body></html>`;
}
