/** Test reports as Word files and workbooks with true merged cells. */
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import ExcelJS from 'exceljs';
import type { FormTable } from '../rules/report-form.ts';
import { givenTitle } from './report-pages.ts';

function wordTable(table: FormTable): Table {
  return new Table({
    rows: table.rows.map(
      (row) =>
        new TableRow({
          children: row.map(
            ({ text, columns = 1, rows = 1 }) =>
              new TableCell({ children: [new Paragraph(text)], columnSpan: columns, rowSpan: rows }),
          ),
        }),
    ),
  });
}

/** The report as a Word file. */
export async function givenReportDocument(tables: readonly FormTable[]): Promise<Uint8Array> {
  const children = tables.flatMap((table) => [new Paragraph(table.heading), wordTable(table)]);
  const file = new Document({ sections: [{ children: [new Paragraph(givenTitle), ...children] }] });
  return new Uint8Array(await Packer.toBuffer(file));
}

function isNumeral(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/u.test(text);
}

/** The report as a workbook of one sheet; figures are numbers, empty ones are no cells. */
export async function givenReportWorkbook(tables: readonly FormTable[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('年报');
  sheet.getCell(1, 1).value = givenTitle;
  let line = 2;
  for (const table of tables) {
    sheet.getCell(line, 1).value = table.heading;
    line += 1;
    const taken = new Set<string>();
    for (const row of table.rows) {
      let at = 1;
      for (const { text, columns = 1, rows = 1 } of row) {
        while (taken.has(`${line} ${at}`)) at += 1;
        if (text !== '') sheet.getCell(line, at).value = isNumeral(text) ? Number(text) : text;
        for (let down = 0; down < rows; down++)
          for (let across = 0; across < columns; across++) taken.add(`${line + down} ${at + across}`);
        if (columns > 1 || rows > 1) sheet.mergeCells(line, at, line + rows - 1, at + columns - 1);
        at += columns;
      }
      line += 1;
    }
    line += 1;
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
