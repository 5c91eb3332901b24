/** An official form as a Word document: title, facts, tables, notes, places to sign. What stands in it comes from outside. */
import {
  AlignmentType,
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

export interface FormTable {
  readonly head: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly string[])[];
}

export interface OfficialForm {
  readonly title: string;
  /** Label and value, one line each. */
  readonly facts: readonly (readonly [string, string])[];
  readonly table: FormTable;
  /** Under the table: remarks, minutes, places to sign. */
  readonly closing: readonly string[];
}

/** Half points: 二号 for the title, 四号 for text, 小四 in tables. */
const titleSize = 44;
const textSize = 28;
const cellSize = 24;
const cell = (text: string, bold: boolean, width: number) =>
  new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    verticalAlign: VerticalAlign.CENTER,
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          alignment: bold ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [new TextRun({ text: line, bold, font: bold ? '黑体' : '仿宋_GB2312', size: cellSize })],
        }),
    ),
  });

/** Writes the form as .docx on A4. */
export async function writeFormDocx(form: OfficialForm): Promise<Uint8Array> {
  const total = form.table.head.reduce((sum, column) => sum + column.width, 0);
  const widths = form.table.head.map((column) => Math.round((column.width * 100) / total));
  const line = (text: string) =>
    new Paragraph({
      spacing: { before: 120 },
      children: [new TextRun({ text, font: '仿宋_GB2312', size: textSize })],
    });
  const rows = [
    new TableRow({
      tableHeader: true,
      children: form.table.head.map((column, at) => cell(column.title, true, widths[at] ?? 10)),
    }),
    ...form.table.rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.map((text, at) => cell(text, false, widths[at] ?? 10)),
        }),
    ),
  ];
  const document = new Document({
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 } } },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 240 },
            children: [new TextRun({ text: form.title, font: '方正小标宋_GBK', size: titleSize })],
          }),
          ...form.facts.map(([label, value]) => line(`${label}：${value}`)),
          new Paragraph({ children: [] }),
          new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows }),
          ...form.closing.map(line),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
