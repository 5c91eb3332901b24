/** A plain list as a workbook: a head that stays in sight, wrapped cells, set for printing on A4. */
import ExcelJS from 'exceljs';

export interface Sheet {
  readonly title: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly lines: readonly (readonly (string | number | null)[])[];
}

/** Writes one sheet. Texts are cells of text, never formulas. */
export async function writeSheetXlsx({ title, columns, lines }: Sheet): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(title.replace(/[[\]*?:/\\]/g, ' ').slice(0, 31), {
    pageSetup: {
      orientation: 'landscape',
      paperSize: 9,
      fitToPage: true,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = columns.map((column) => ({ width: column.width }));
  sheet.addRow(columns.map((column) => column.title)).font = { name: '黑体', size: 11, bold: true };
  for (const line of lines) sheet.addRow([...line]);
  sheet.eachRow((row) => {
    row.alignment = { wrapText: true, vertical: 'top' };
  });
  sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
