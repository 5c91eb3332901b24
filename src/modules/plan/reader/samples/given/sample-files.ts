/**
 * Sets a sample plan into files of every format that can be written without an office suite, for tests and
 * benchmarks. Knows how files are built, nothing about reading them.
 */
import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import ExcelJS from 'exceljs';
import { givenArchive } from '#kernel/reading/formats/given.ts';

export interface SampleCell {
  readonly text: string;
  readonly rowSpan?: number;
  readonly columnSpan?: number;
}

export interface SampleTable {
  /** Cells that begin in each row, in order. */
  readonly rows: readonly (readonly SampleCell[])[];
  /** Number of heading rows repeated on every page. */
  readonly headerRows?: number;
}

export type SampleBlock =
  | { readonly text: string; readonly heading?: 1 | 2 | 3; readonly centred?: boolean }
  | SampleTable;

export interface PlacedSampleCell extends SampleCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** Cells with the grid place they take once spans from above are respected. */
export function placeSampleCells(table: SampleTable): readonly PlacedSampleCell[] {
  const taken = new Set<string>();
  const placed: PlacedSampleCell[] = [];
  for (const [row, cells] of table.rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (taken.has(`${row}/${column}`)) column += 1;
      const { rowSpan = 1, columnSpan = 1 } = cell;
      for (let down = 0; down < rowSpan; down += 1) {
        for (let right = 0; right < columnSpan; right += 1) taken.add(`${row + down}/${column + right}`);
      }
      placed.push({ ...cell, row, column, rowSpan, columnSpan });
      column += columnSpan;
    }
  }
  return placed;
}

const headingOf = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 };

/** A Word document with true merged cells and heading styles. */
export async function sampleWordFile(blocks: readonly SampleBlock[]): Promise<Uint8Array> {
  const children = blocks.map((block) =>
    'rows' in block
      ? new Table({
          rows: block.rows.map(
            (cells, row) =>
              new TableRow({
                tableHeader: row < (block.headerRows ?? 1),
                children: cells.map(
                  (cell) =>
                    new TableCell({
                      rowSpan: cell.rowSpan ?? 1,
                      columnSpan: cell.columnSpan ?? 1,
                      children: cell.text.split('\n').map((line) => new Paragraph(line)),
                    }),
                ),
              }),
          ),
        })
      : new Paragraph({
          children: [new TextRun(block.text)],
          ...(block.heading === undefined ? {} : { heading: headingOf[block.heading] }),
          ...(block.centred === true ? { alignment: AlignmentType.CENTER } : {}),
        }),
  );
  const document = new Document({ sections: [{ children }] });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** A workbook of one sheet: paragraphs as rows of one cell above and below the table, cells truly merged. */
export async function sampleWorkbook(blocks: readonly SampleBlock[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('任务');
  let next = 1;
  for (const block of blocks) {
    if (!('rows' in block)) {
      sheet.getCell(next, 1).value = block.text;
      next += 1;
      continue;
    }
    for (const cell of placeSampleCells(block)) {
      const top = next + cell.row;
      const left = cell.column + 1;
      sheet.getCell(top, left).value = cell.text;
      if (cell.rowSpan > 1 || cell.columnSpan > 1) {
        sheet.mergeCells(top, left, top + cell.rowSpan - 1, left + cell.columnSpan - 1);
      }
    }
    next += block.rows.length;
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const escaped = (text: string) =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/"/gu, '&quot;');

/** A web page with true row and column spans. */
export function sampleWebPage(blocks: readonly SampleBlock[]): Uint8Array {
  const body = blocks.map((block) => {
    if (!('rows' in block)) {
      const tag = block.heading === undefined ? 'p' : `h${block.heading}`;
      return `<${tag}${block.centred === true ? ' style="text-align:center"' : ''}>${escaped(block.text)}</${tag}>`;
    }
    const rows = block.rows.map((cells) => {
      const inner = cells.map(
        (cell) =>
          `<td rowspan="${cell.rowSpan ?? 1}" colspan="${cell.columnSpan ?? 1}">${escaped(cell.text).replace(/\n/gu, '<br>')}</td>`,
      );
      return `<tr>${inner.join('')}</tr>`;
    });
    return `<table>${rows.join('\n')}</table>`;
  });
  return Buffer.from(
    `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>${body.join('\n')}</body></html>`,
  );
}

/** The full grid of a table; a merged cell's text stands at its first place and the others are blank. */
function gridOf(table: SampleTable): readonly (readonly string[])[] {
  const placed = placeSampleCells(table);
  const width = Math.max(...placed.map((cell) => cell.column + cell.columnSpan));
  const grid = table.rows.map(() => Array.from({ length: width }, () => ''));
  for (const cell of placed) {
    const row = grid[cell.row];
    if (row !== undefined) row[cell.column] = cell.text;
  }
  return grid;
}

/** Markdown with pipe tables, which know no merged cells. */
export function sampleMarkdown(blocks: readonly SampleBlock[]): Uint8Array {
  const parts = blocks.map((block) => {
    if (!('rows' in block))
      return `${block.heading === undefined ? '' : `${'#'.repeat(block.heading)} `}${block.text}`;
    const lines = gridOf(block).map(
      (row) => `| ${row.map((text) => text.replace(/\n/gu, '<br>')).join(' | ')} |`,
    );
    const width = gridOf(block)[0]?.length ?? 1;
    lines.splice(1, 0, `|${' --- |'.repeat(width)}`);
    return lines.join('\n');
  });
  return Buffer.from(`${parts.join('\n\n')}\n`);
}

/** Plain text with tabs between the cells of a row. */
export function sampleTabbedText(blocks: readonly SampleBlock[]): Uint8Array {
  const parts = blocks.map((block) =>
    'rows' in block
      ? gridOf(block)
          .map((row) => row.map((text) => text.replace(/\n/gu, ' ')).join('\t'))
          .join('\n')
      : block.text,
  );
  return Buffer.from(`${parts.join('\n\n')}\n`);
}

const pageHeight = 297;
const margin = 20;
const size = 4;

/** Millimetres a sign takes: letters and digits half of what a Chinese character takes. */
const advanceOf = (sign: string): number => (sign < '\u0100' ? size / 2 : size);

const paragraphIndent = '\u3000\u3000';

interface PlacedLine {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Lines of all blocks with their place on numbered pages, wrapped to the width of their column. */
function layOutPages(
  blocks: readonly SampleBlock[],
  columnWidths: readonly number[],
): readonly (readonly PlacedLine[])[] {
  const pages: PlacedLine[][] = [[]];
  let y = margin;
  const wrapped = (text: string, width: number) => {
    const lines: string[] = [];
    let filled = Number.POSITIVE_INFINITY;
    for (const sign of text) {
      const step = advanceOf(sign);
      if (filled + step > width - size) {
        lines.push('');
        filled = 0;
      }
      lines[lines.length - 1] += sign;
      filled += step;
    }
    return lines;
  };
  const place = (columns: readonly (readonly [number, readonly string[]])[]) => {
    const height = Math.max(...columns.map(([, lines]) => lines.length)) * size * 1.5 + 3;
    if (y + height > pageHeight - margin) {
      pages.push([]);
      y = margin;
    }
    for (const [x, lines] of columns) {
      for (const [index, text] of lines.entries()) pages.at(-1)?.push({ x, y: y + index * size * 1.5, text });
    }
    y += height;
  };
  for (const block of blocks) {
    if (!('rows' in block)) {
      if (block.centred === true) {
        const width = [...block.text].reduce((sum, sign) => sum + advanceOf(sign), 0);
        place([[(210 - width) / 2, [block.text]]]);
        continue;
      }
      const [first = '', ...rest] = wrapped(`${paragraphIndent}${block.text}`, 170);
      place([
        [margin + paragraphIndent.length * size, [first.slice(paragraphIndent.length)]],
        [margin, ['', ...rest]],
      ]);
      continue;
    }
    for (const row of gridOf(block)) {
      let x = margin;
      const columns = row.map((text, column): readonly [number, readonly string[]] => {
        const left = x;
        const width = columnWidths[column] ?? 30;
        x += width;
        return [left, wrapped(text, width)];
      });
      place(columns);
    }
  }
  return pages;
}

/** An OFD file (GB/T 33190) of placed text lines without drawn table lines; widths in millimetres. */
export function sampleOfdFile(blocks: readonly SampleBlock[], columnWidths: readonly number[]): Uint8Array {
  const namespace = 'xmlns:ofd="http://www.ofdspec.org/2016"';
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
  const members: Record<string, string> = {};
  let id = 10;
  const pages = layOutPages(blocks, columnWidths).map((lines, page) => {
    const objects = lines
      .filter((line) => line.text !== '')
      .map((line) => {
        id += 1;
        const advances = [...line.text].map(advanceOf);
        const width = advances.reduce((sum, one) => sum + one, 0);
        const advance = advances.length > 1 ? ` DeltaX="${advances.slice(0, -1).join(' ')}"` : '';
        return `<ofd:TextObject ID="${id}" Boundary="${line.x} ${line.y.toFixed(2)} ${width} ${size}" Font="2" Size="${size}"><ofd:TextCode X="0" Y="${size}"${advance}>${escaped(line.text)}</ofd:TextCode></ofd:TextObject>`;
      });
    members[`Doc_0/Pages/Page_${page}/Content.xml`] =
      `${declaration}<ofd:Page ${namespace}><ofd:Area><ofd:PhysicalBox>0 0 210 ${pageHeight}</ofd:PhysicalBox></ofd:Area><ofd:Content><ofd:Layer ID="${10_000_000 + page}">${objects.join('')}</ofd:Layer></ofd:Content></ofd:Page>`;
    return `<ofd:Page ID="${20_000_000 + page}" BaseLoc="Pages/Page_${page}/Content.xml"/>`;
  });
  members['Doc_0/PublicRes.xml'] =
    `${declaration}<ofd:Res ${namespace} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="2" FontName="FangSong"/></ofd:Fonts></ofd:Res>`;
  members['Doc_0/Document.xml'] =
    `${declaration}<ofd:Document ${namespace}><ofd:CommonData><ofd:MaxUnitID>99999999</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 210 ${pageHeight}</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>${pages.join('')}</ofd:Pages></ofd:Document>`;
  return givenArchive({
    'OFD.xml': `${declaration}<ofd:OFD ${namespace} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>0</ofd:DocID></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>`,
    ...members,
  });
}
