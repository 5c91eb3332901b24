/** A plan table as a Word document in the customary landscape form. */
import {
  AlignmentType,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  VerticalMergeType,
  WidthType,
} from 'docx';
import type { PlanTable } from './plan-table.ts';

/** Half points. */
const titleSize = 44;
const bodySize = 21;

function cellText(
  text: string,
  font: string,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
): Paragraph[] {
  return text
    .split('\n')
    .map(
      (line) => new Paragraph({ alignment, children: [new TextRun({ text: line, font, size: bodySize })] }),
    );
}

function mergeAt(table: PlanTable, row: number, column: number): 'restart' | 'continue' | undefined {
  const merge = table.merges.find(
    (candidate) => candidate.column === column && candidate.from <= row && row <= candidate.through,
  );
  if (merge === undefined) return undefined;
  return merge.from === row ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE;
}

/** Writes the table as .docx: A4 landscape, repeated head row, merged headings. */
export async function writePlanDocx(table: PlanTable): Promise<Uint8Array> {
  const total = table.columns.reduce((sum, column) => sum + column.width, 0);
  const widthOf = (width: number) => ({
    size: Math.round((width / total) * 100),
    type: WidthType.PERCENTAGE,
  });
  const head = new TableRow({
    tableHeader: true,
    children: table.columns.map(
      (column) =>
        new TableCell({
          width: widthOf(column.width),
          verticalAlign: VerticalAlign.CENTER,
          children: cellText(column.title, '黑体', AlignmentType.CENTER),
        }),
    ),
  });
  const rows = table.rows.map(
    (row, rowIndex) =>
      new TableRow({
        cantSplit: true,
        children: row.map((text, columnIndex) => {
          const verticalMerge = mergeAt(table, rowIndex, columnIndex);
          return new TableCell({
            ...(verticalMerge === undefined ? {} : { verticalMerge }),
            width: widthOf(table.columns[columnIndex]?.width ?? 1),
            verticalAlign: VerticalAlign.CENTER,
            children: cellText(
              verticalMerge === VerticalMergeType.CONTINUE ? '' : text,
              '仿宋_GB2312',
              AlignmentType.LEFT,
            ),
          });
        }),
      }),
  );
  const document = new Document({
    sections: [
      {
        properties: {
          page: { size: { orientation: PageOrientation.LANDSCAPE, width: 11_906, height: 16_838 } },
        },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 240 },
            children: [new TextRun({ text: table.title, font: '方正小标宋_GBK', size: titleSize })],
          }),
          new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [head, ...rows] }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
