/** Tables of official papers in Word documents. */
import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { sizes, textRuns } from './docx-text.ts';
import type { PaperCell, PaperTable } from './paper.ts';

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const;

function tableCell(cell: PaperCell, size: number): TableCell {
  const header = cell.header ?? false;
  return new TableCell({
    columnSpan: cell.columnSpan ?? 1,
    rowSpan: cell.rowSpan ?? 1,
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    children: [
      new Paragraph({
        alignment: alignments[cell.align ?? (header ? 'center' : 'left')],
        spacing: { line: 300, lineRule: LineRuleType.AT_LEAST },
        children: textRuns(cell.text, header ? 'black' : 'body', size),
      }),
    ],
  });
}

/** `width` is that of the text on the page, in twentieths of a point. */
export function officialTable(table: PaperTable, width: number): Table {
  const shares = table.widths.reduce((sum, share) => sum + share, 0);
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: table.widths.map((share) => Math.round((share * width) / shares)),
    rows: table.rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index < table.headRows,
          cantSplit: true,
          children: row.map((cell) => tableCell(cell, table.small ? sizes.fine : sizes.table)),
        }),
    ),
  });
}
