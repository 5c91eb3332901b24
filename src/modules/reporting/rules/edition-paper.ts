/** A signed report as an official paper, a web page and canonical JSON: the same inputs are the same bytes. Pure. */
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import { type AnnualReport, figureAt } from './annual-report.ts';
import { amountDigits } from './figure-words.ts';
import { type ReportFileShape, reportOfFile } from './report-file.ts';
import { type FormTable, reportForm } from './report-form.ts';

export interface EditionFacts {
  readonly title: string;
  readonly issuer: string;
  readonly signedOn: Day;
  readonly file: ReportFileShape;
}

/** Section by number: its words, and its table where the form has one. */
export interface EditionPart {
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly table: FormTable | null;
}

/** What a cell of a form prints. Empty cells print 0 (国办公开办函〔2021〕30号). */
export function printFigure(report: AnnualReport, key: string, isAmount: boolean): string {
  const { value } = figureAt(report, key);
  return isAmount ? amountDigits(value ?? 0) : String(value ?? 0);
}

/** The six parts in the order of the form. */
export function partsOfEdition(
  { file }: Pick<EditionFacts, 'file'>,
  titles: Readonly<Record<number, string>>,
): readonly EditionPart[] {
  const { layout } = file;
  const tables = { 2: 'proactive', 3: 'requests', 4: 'disputes' } as const;
  return [1, 2, 3, 4, 5, 6].map((number) => {
    const text = file.sections.find((section) => section.number === number)?.text ?? '';
    const table = number === 2 || number === 3 || number === 4 ? tables[number] : null;
    return {
      heading: titles[number] ?? '',
      paragraphs: text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      table: table === null ? null : reportForm(table, layout),
    };
  });
}

/** JSON with sorted keys and one line feed at the end, so that the same report is the same bytes. */
export function canonicalReportJson(value: unknown): string {
  return `${JSON.stringify(sortKeys(value), null, 1)}\n`;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, one]) => [key, sortKeys(one)]),
  );
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function htmlOfTable(form: FormTable, report: AnnualReport): string {
  const rows = form.rows.map((row) => {
    const cells = row.map(({ text, figure, columns, rows: down }) => {
      const spans = `${columns === undefined || columns === 1 ? '' : ` colspan="${columns}"`}${down === undefined ? '' : ` rowspan="${down}"`}`;
      return figure === undefined
        ? `<th${spans}>${escapeHtml(text)}</th>`
        : `<td${spans}>${printFigure(report, figure.key, figure.kind === 'amount')}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<table>${rows.join('\n')}</table>`;
}

const pageStyle =
  'body{max-width:1000px;margin:24px auto;padding:0 16px;font:17px/1.75 "Noto Sans CJK SC","Microsoft YaHei",sans-serif;color:#1F2328;background:#FBFAF7}h1{text-align:center}table{border-collapse:collapse;width:100%;font-size:14px;background:#fff}th,td{border:1px solid #57606A;padding:4px;font-weight:400;text-align:center}p{text-indent:2em}.signed{text-align:right}';

/** The report as one web page that needs nothing else. */
export function writeEditionHtml(facts: EditionFacts, titles: Readonly<Record<number, string>>): string {
  const report = reportOfFile(facts.file);
  const parts = partsOfEdition(facts, titles).map(({ heading, paragraphs, table }) =>
    [
      `<h2>${escapeHtml(heading)}</h2>`,
      ...paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`),
      ...(table === null ? [] : [htmlOfTable(table, report)]),
    ].join('\n'),
  );
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(facts.title)}</title><style>${pageStyle}</style></head>
<body><h1>${escapeHtml(facts.title)}</h1>
${parts.join('\n')}
<p class="signed">${escapeHtml(facts.issuer)}<br>${longDay(facts.signedOn)}</p></body></html>
`;
}
