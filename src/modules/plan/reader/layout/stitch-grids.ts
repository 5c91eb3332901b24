/**
 * Puts a table of a text file together again where heading lines, page breaks or a row's torn-off end cut it into
 * several grids or single lines. Tables of office files are never touched.
 */
import type { SourceParagraph } from '#kernel/reading/source.ts';
import type { DocumentPart } from './document-parts.ts';
import type { Grid, GridCell, GridRow } from './grid.ts';
import { readOpeningLabel } from './numbering.ts';
import { isHeaderRow, readTableHeader } from './table-header.ts';
import { looksLikeHeading } from './table-rows.ts';

const mostLinesBetween = 6;
const longestTornLine = 80;

function cellTexts(paragraph: SourceParagraph): string[] {
  return paragraph.text.split('\t').map((text) => text.trim());
}

/** A line of cells parted by tabs that stands alone, as a grid of one row. */
export function gridOfTabbedLine(paragraph: SourceParagraph): Grid | undefined {
  const texts = cellTexts(paragraph);
  if (texts.length < 3) return undefined;
  return gridOfTexts(texts, paragraph);
}

function gridOfTexts(texts: readonly string[], { place }: SourceParagraph): Grid {
  const cells = texts.map((text): GridCell => ({ text, state: text === '' ? 'blank' : 'own', place }));
  const row: GridRow = { cells, place, repeatedHeader: false };
  return { columnCount: cells.length, rows: [row], native: false, place };
}

function wideRow({ text, place }: SourceParagraph, columns: number, spans: boolean): GridRow {
  const cells = Array.from({ length: columns }, (_, column): GridCell => {
    if (column === 0) return { text, state: 'own', place };
    return spans ? { text, state: 'across', place } : { text: '', state: 'blank', place };
  });
  return { cells, place, repeatedHeader: false };
}

function isHeadingLine(paragraph: SourceParagraph): boolean {
  return readOpeningLabel(paragraph.text) !== undefined && looksLikeHeading(paragraph.text);
}

function isTornLine(paragraph: SourceParagraph): boolean {
  return (
    (paragraph.blankLinesBefore ?? 0) === 0 &&
    paragraph.text.length <= longestTornLine &&
    paragraph.headingLevel === undefined &&
    !/^(?:附件|附表|附：)|任务分解表$|名单$/u.test(paragraph.text)
  );
}

/** The rows that paragraphs between two pieces of one table stand for; undefined when they part two tables. */
function rowsBetween(paragraphs: readonly SourceParagraph[], columns: number): GridRow[] | undefined {
  if (paragraphs.length > mostLinesBetween) return undefined;
  const rows: GridRow[] = [];
  for (const paragraph of paragraphs) {
    if (/^[-—–\s\d第共页/]*$/u.test(paragraph.text)) continue;
    if (paragraph.text.includes('\t')) rows.push(...gridOfTexts(cellTexts(paragraph), paragraph).rows);
    else if (isHeadingLine(paragraph)) rows.push(wideRow(paragraph, columns, true));
    else if (isTornLine(paragraph)) rows.push(wideRow(paragraph, columns, false));
    else return undefined;
  }
  return rows;
}

function widened(row: GridRow, columns: number): GridRow {
  const missing = columns - row.cells.length;
  if (missing <= 0) return row;
  const last = row.cells.at(-1);
  const state = last?.state === 'across' ? 'across' : 'blank';
  const text = state === 'across' ? (last?.text ?? '') : '';
  const filler = Array.from({ length: missing }, (): GridCell => ({ text, state, place: row.place }));
  return { ...row, cells: [...row.cells, ...filler] };
}

function headerKey(grid: Grid): string {
  return readTableHeader(grid).words.join('|').replace(/\s+/gu, '');
}

/** A lower piece belongs to the upper one when it has no header of its own or repeats the upper's. */
function goesOn(upper: Grid, lower: Grid): boolean {
  if (upper.native || lower.native) return false;
  const [first] = lower.rows;
  const own = headerKey(lower).replaceAll('|', '');
  if (own !== '') return headerKey(upper) === headerKey(lower);
  return (
    first !== undefined &&
    (lower.rows.length > 1 || !isHeaderRow(first)) &&
    lower.columnCount <= upper.columnCount + 1
  );
}

function joined(upper: Grid, between: readonly GridRow[], lower: Grid): Grid {
  const columnCount = Math.max(upper.columnCount, lower.columnCount);
  const rows = [...upper.rows, ...between, ...lower.rows].map((row) => widened(row, columnCount));
  return { ...upper, columnCount, rows };
}

/** Joins the pieces of text tables among the parts of a document. */
export function stitchGrids(parts: readonly DocumentPart[]): DocumentPart[] {
  const stitched: DocumentPart[] = [];
  for (const part of parts) {
    const last = stitched.at(-1);
    const beforeLast = stitched.at(-2);
    if (part.kind === 'grid' && last?.kind === 'grid' && goesOn(last.grid, part.grid)) {
      stitched[stitched.length - 1] = { kind: 'grid', grid: joined(last.grid, [], part.grid) };
      continue;
    }
    if (
      part.kind === 'grid' &&
      last?.kind === 'paragraphs' &&
      beforeLast?.kind === 'grid' &&
      goesOn(beforeLast.grid, part.grid)
    ) {
      const between = rowsBetween(last.paragraphs, beforeLast.grid.columnCount);
      if (between !== undefined) {
        stitched.splice(-2, 2, { kind: 'grid', grid: joined(beforeLast.grid, between, part.grid) });
        continue;
      }
    }
    stitched.push(part);
  }
  return stitched;
}
