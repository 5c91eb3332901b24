/** The cells of a roster file: a workbook's first table, or comma-separated text in whatever encoding the office saved it. */
import { decodeText } from '#kernel/reading/formats/text-encoding.ts';
import { readSourceIsolated } from '#kernel/reading/read-source-isolated.ts';
import { cellsOfCsv, type RosterReading, readRoster } from './rules/roster.ts';

/** Reads the roster in a file; a refusal of the reader becomes the reason. */
export async function readRosterFile(fileName: string, bytes: Uint8Array): Promise<RosterReading> {
  if (/\.(csv|txt)$/i.test(fileName)) {
    const decoded = decodeText(bytes);
    if (decoded === undefined) return { ok: false, because: '文件内容不是文字' };
    return readRoster(cellsOfCsv(decoded.text));
  }
  const reading = await readSourceIsolated(bytes, { fileName });
  if (!reading.ok) return { ok: false, because: reading.refusal.sentence };
  const table = reading.document.blocks.find((block) => block.kind === 'table');
  if (table?.kind !== 'table') return { ok: false, because: '文件里没有表格' };
  return readRoster(
    table.rows.map((row) => {
      const cells = Array.from({ length: table.columnCount }, () => '');
      for (const cell of row.cells) cells[cell.column] = cell.text;
      return cells;
    }),
  );
}
