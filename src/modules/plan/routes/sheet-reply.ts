/** A plain list to take along, as a workbook or as comma-separated text. */

import { downloadReply } from '#kernel/http/file-reply.ts';
import type { SpecialReply } from '#kernel/http/route.ts';
import { csvBytes } from '../exports/csv.ts';
import type { Sheet } from '../exports/sheet-xlsx.ts';

export type SheetFormat = 'xlsx' | 'csv';

const mediaTypes: Readonly<Record<SheetFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** The list as a download named after `fileName`; the writer of workbooks is loaded when somebody asks for one. */
export async function sheetReply(format: SheetFormat, fileName: string, sheet: Sheet): Promise<SpecialReply> {
  const bytes =
    format === 'csv'
      ? csvBytes(
          sheet.columns.map((column) => column.title),
          sheet.lines,
        )
      : await (await import('../exports/sheet-xlsx.ts')).writeSheetXlsx(sheet);
  return downloadReply(`${fileName}.${format}`, mediaTypes[format], bytes);
}
