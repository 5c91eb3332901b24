/** A plan table as a workbook. */
import ExcelJS from 'exceljs';
import type { PlanTable } from './plan-table.ts';

const thin = { style: 'thin' } as const;
const border = { top: thin, left: thin, bottom: thin, right: thin };

/** Writes the table as .xlsx: title, bordered cells, merged headings, head repeated when printed. */
export async function writePlanXlsx(table: PlanTable): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('任务分解表', {
    pageSetup: {
      orientation: 'landscape',
      paperSize: 9,
      fitToPage: true,
      fitToHeight: 0,
      printTitlesRow: '2:2',
    },
    views: [{ state: 'frozen', ySplit: 2 }],
  });
  sheet.columns = table.columns.map((column) => ({ width: column.width * 2 }));
  sheet.addRow([table.title]);
  sheet.mergeCells(1, 1, 1, Math.max(1, table.columns.length));
  const title = sheet.getCell(1, 1);
  title.font = { name: '方正小标宋_GBK', size: 18 };
  title.alignment = { horizontal: 'center', vertical: 'middle' };
  const head = sheet.addRow(table.columns.map((column) => column.title));
  head.font = { name: '黑体', size: 11 };
  for (const row of table.rows) sheet.addRow([...row]).font = { name: '仿宋_GB2312', size: 11 };
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    for (let column = 1; column <= table.columns.length; column += 1) {
      const cell = row.getCell(column);
      cell.border = border;
      cell.alignment = { wrapText: true, vertical: 'middle', horizontal: number === 2 ? 'center' : 'left' };
    }
  });
  for (const merge of table.merges) {
    sheet.mergeCells(merge.from + 3, merge.column + 1, merge.through + 3, merge.column + 1);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
