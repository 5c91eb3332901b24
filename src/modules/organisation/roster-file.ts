/** The roster in a file: a workbook's first table, or comma-separated text in whatever encoding the office saved it. */
import { handSeparators } from '#kernel/reading/csv-cells.ts';
import { readTableFile } from '#kernel/reading/read-table-file.ts';
import { type RosterReading, readRoster } from './rules/roster.ts';

/** Reads the roster in a file; a refusal of the reader becomes the reason. */
export async function readRosterFile(fileName: string, bytes: Uint8Array): Promise<RosterReading> {
  const table = await readTableFile(fileName, bytes, handSeparators);
  return table.ok ? readRoster(table.rows) : { ok: false, because: table.because };
}
