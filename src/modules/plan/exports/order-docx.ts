/** A supervision order as a Word document in official form (GB/T 9704-2012): A4, its margins, type sizes and line grid. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { OrderSheet } from '../words/supervision-sheet.ts';

/** Half points: 2号, 3号, 小4号. */
const sizes = { title: 44, body: 32, table: 28, small: 24 } as const;
/** Twentieths of a point: margins of 37, 35, 28 and 26 mm, lines of 28 points. */
const margins = { top: 2098, bottom: 1984, left: 1587, right: 1474 } as const;
const line = { line: 560, lineRule: 'exact' } as const;
/** The type area of A4: 156 mm. */
const tableWidth = 8844;
const labelWidth = 1700;

type Alignment = (typeof AlignmentType)[keyof typeof AlignmentType];

function paragraph(
  text: string,
  options: { font: string; size: number; alignment?: Alignment; after?: number; bold?: boolean },
): Paragraph {
  return new Paragraph({
    alignment: options.alignment ?? AlignmentType.LEFT,
    spacing: { ...line, after: options.after ?? 0 },
    children: [new TextRun({ text, font: options.font, size: options.size, bold: options.bold ?? false })],
  });
}

const border = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;
const borders = { top: border, bottom: border, left: border, right: border };

function row(label: string, lines: readonly string[], emptyLines: number): TableRow {
  const words = lines.length > 0 ? lines : Array.from({ length: emptyLines }, () => '');
  const cell = (width: number, children: Paragraph[]) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 80, bottom: 80, left: 120, right: 120 },
      borders,
      children,
    });
  return new TableRow({
    children: [
      cell(labelWidth, [
        paragraph(label, { font: '黑体', size: sizes.table, alignment: AlignmentType.CENTER }),
      ]),
      cell(
        tableWidth - labelWidth,
        words.map((text) => paragraph(text, { font: '仿宋_GB2312', size: sizes.table })),
      ),
    ],
  });
}

/** Writes the sheet as .docx; the place of the seal is marked beside the office's name. */
export async function writeOrderDocx(sheet: OrderSheet): Promise<Uint8Array> {
  const table = (parts: OrderSheet['rows'], emptyLines: number) =>
    new Table({
      width: { size: tableWidth, type: WidthType.DXA },
      columnWidths: [labelWidth, tableWidth - labelWidth],
      rows: parts.map(([label, lines]) => row(label, lines, emptyLines)),
    });
  const right = { font: '仿宋_GB2312', size: sizes.body, alignment: AlignmentType.RIGHT };
  const document = new Document({
    title: `${sheet.title} ${sheet.number}`,
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: margins } },
        children: [
          paragraph(sheet.title, {
            font: '方正小标宋_GBK',
            size: sizes.title,
            alignment: AlignmentType.CENTER,
            after: 120,
          }),
          paragraph(sheet.number, {
            font: '仿宋_GB2312',
            size: sizes.body,
            alignment: AlignmentType.CENTER,
            after: 240,
          }),
          paragraph(`${sheet.addressees}：`, { font: '仿宋_GB2312', size: sizes.body, after: 120 }),
          table(sheet.rows, 1),
          paragraph('', right),
          paragraph(sheet.office, right),
          paragraph('（印章）', { ...right, size: sizes.small }),
          paragraph(sheet.issuedOn, { ...right, after: 240 }),
          table(sheet.receipt, 3),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
