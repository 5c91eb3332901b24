/** A table as a file: CSV that Excel opens in Chinese, or a plain XLSX. Fetched only when somebody exports. */
import { archiveFiles } from '#kernel/zip-archive.ts';
import type { CellValue } from './columns.ts';

export interface TableSheet {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** CSV with a byte order mark; a text that a spreadsheet would run as a formula is led by an apostrophe. */
export function writeCsv(sheet: TableSheet): Uint8Array<ArrayBuffer> {
  const lines = [sheet.head, ...sheet.rows].map((row) => row.map(csvField).join(','));
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

function csvField(value: CellValue): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A workbook of one sheet with a bold, frozen head. */
export function writeXlsx(sheet: TableSheet): Uint8Array<ArrayBuffer> {
  const files = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `${xmlHead}<workbook xmlns="${mainSpace}" xmlns:r="${relationSpace}"><sheets><sheet name="${xmlText(sheetName(sheet.title))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml', 'styles', 'styles.xml'),
    'xl/styles.xml': styles,
    'xl/worksheets/sheet1.xml': sheetXml(sheet),
  };
  const encoder = new TextEncoder();
  return archiveFiles(Object.entries(files).map(([path, text]) => ({ path, bytes: encoder.encode(text) })));
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const mainSpace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationSpace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageSpace = 'http://schemas.openxmlformats.org/package/2006';
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const contentTypes = `${xmlHead}<Types xmlns="${packageSpace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${sheetType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${sheetType}.styles+xml"/></Types>`;

const styles = `${xmlHead}<styleSheet xmlns="${mainSpace}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf fontId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf fontId="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

/** Pairs of relation type and target. */
function relations(...pairs: readonly string[]): string {
  const entries: string[] = [];
  for (let at = 0; at < pairs.length; at += 2) {
    entries.push(
      `<Relationship Id="rId${at / 2 + 1}" Type="${relationSpace}/${pairs[at]}" Target="${pairs[at + 1]}"/>`,
    );
  }
  return `${xmlHead}<Relationships xmlns="${packageSpace}/relationships">${entries.join('')}</Relationships>`;
}

function sheetXml({ head, rows }: TableSheet): string {
  const widths = head.map((title, at) => columnWidth([title, ...rows.slice(0, 200).map((row) => row[at])]));
  const columns = widths.map(
    (w, at) => `<col min="${at + 1}" max="${at + 1}" width="${w}" customWidth="1"/>`,
  );
  const body = [head, ...rows].map((row, at) => rowXml(row, at + 1, at === 0 ? 1 : 0));
  return `${xmlHead}<worksheet xmlns="${mainSpace}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${body.join('')}</sheetData></worksheet>`;
}

function columnWidth(cells: readonly (CellValue | undefined)[]): number {
  const longest = Math.max(...cells.map((cell) => [...String(cell ?? '')].length));
  return Math.min(60, Math.max(6, longest * 2 + 2));
}

function rowXml(row: readonly CellValue[], number: number, style: number): string {
  const cells = row.map((value, at) => {
    const place = `r="${columnLetters(at)}${number}" s="${style}"`;
    if (value === null || value === '') return `<c ${place}/>`;
    if (typeof value === 'number') return `<c ${place}><v>${value}</v></c>`;
    return `<c ${place} t="inlineStr"><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;
  });
  return `<row r="${number}">${cells.join('')}</row>`;
}

function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

function xmlText(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 cannot hold them and Excel refuses the file
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  );
}

/** Excel allows 31 letters and none of these signs. */
function sheetName(title: string): string {
  return title.replace(/[\\/?*[\]:]/g, '').slice(0, 31) || '导出';
}
