/** The roster of a training as a workbook to fill in and hand back: those asked to come, and a line for numbers. */
import ExcelJS from 'exceljs';
import type { ExpectedPerson } from './sign-in-docx.ts';

/** Writes the template; the columns are those the reader looks for. */
export async function writeRosterXlsx(expected: readonly ExpectedPerson[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('参训名单');
  sheet.columns = [
    { header: '姓名', width: 14 },
    { header: '单位', width: 30 },
    { header: '人数', width: 10 },
    { header: '新进人员', width: 12 },
  ];
  sheet.getRow(1).font = { bold: true };
  for (const person of expected) sheet.addRow([person.name, person.unitName, '', '']);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
