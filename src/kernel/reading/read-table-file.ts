/** The cells of a file that is one table: a workbook's or document's first table, or comma-separated text in any encoding. */
import { cellsOfCsv } from './csv-cells.ts';
import { decodeText } from './formats/text-encoding.ts';
import { readSourceIsolated } from './read-source-isolated.ts';

export type TableFileReading =
  | { readonly ok: true; readonly rows: readonly (readonly string[])[] }
  | { readonly ok: false; readonly because: string };

/** Reads the table; a refusal of the reader becomes the reason. `separators` are those of text files. */
export async function readTableFile(
  fileName: string,
  bytes: Uint8Array,
  separators?: readonly string[],
): Promise<TableFileReading> {
  if (/\.(csv|txt)$/i.test(fileName)) {
    const decoded = decodeText(bytes);
    if (decoded === undefined) return { ok: false, because: '文件内容不是文字' };
    return { ok: true, rows: cellsOfCsv(decoded.text, separators) };
  }
  const reading = await readSourceIsolated(bytes, { fileName });
  if (!reading.ok) return { ok: false, because: reading.refusal.sentence };
  const table = reading.document.blocks.find((block) => block.kind === 'table');
  if (table?.kind !== 'table') return { ok: false, because: '文件里没有表格' };
  const rows = table.rows.map((row) => {
    const cells = Array.from({ length: table.columnCount }, () => '');
    for (const cell of row.cells) cells[cell.column] = cell.text;
    return cells;
  });
  return { ok: true, rows };
}
