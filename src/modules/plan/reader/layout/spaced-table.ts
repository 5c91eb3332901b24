/**
 * Tables of a text file whose columns are parted by runs of blanks only. Found by their header line; ends at the first
 * line that cannot belong to it.
 */
import type { SourceParagraph } from '#kernel/reading/source.ts';
import type { Grid, GridCell, GridRow } from './grid.ts';
import { headedRole } from './header-words.ts';
import { readOpeningLabel } from './numbering.ts';

export interface SpacedTable {
  readonly grid: Grid;
  /** Index behind the last paragraph used. */
  readonly to: number;
}

const columnGap = /(?:\u3000| ){2,}|\u3000/u;
const fewestColumns = 3;

function piecesOf(paragraph: SourceParagraph): string[] {
  return paragraph.text.split(columnGap).filter((piece) => piece !== '');
}

function rowOf(
  pieces: readonly string[],
  columns: number,
  { place }: SourceParagraph,
  wide: boolean,
): GridRow {
  const cells = Array.from({ length: columns }, (_, column): GridCell => {
    const text = pieces[column] ?? '';
    if (wide && column > 0) return { text: pieces[0] ?? '', state: 'across', place };
    return { text, state: text === '' ? 'blank' : 'own', place };
  });
  return { cells, place, repeatedHeader: false };
}

function isHeader(pieces: readonly string[]): boolean {
  const words = pieces.filter((piece) => headedRole(piece) !== undefined).length;
  return pieces.length >= fewestColumns && words * 3 >= pieces.length * 2;
}

/** The table whose header line stands at a paragraph, if it is one. */
export function findSpacedTable(
  paragraphs: readonly SourceParagraph[],
  from: number,
): SpacedTable | undefined {
  const header = paragraphs[from];
  if (header === undefined) return undefined;
  const headers = piecesOf(header);
  if (!isHeader(headers)) return undefined;
  const columns = headers.length;
  const rows: GridRow[] = [rowOf(headers, columns, header, false)];
  let full = 0;
  let at = from + 1;
  for (; at < paragraphs.length; at++) {
    const paragraph = paragraphs[at];
    if (paragraph === undefined || paragraph.headingLevel !== undefined) break;
    const pieces = piecesOf(paragraph);
    const heading = pieces.length === 1 && readOpeningLabel(pieces[0] ?? '') !== undefined;
    if (pieces.length === 1 && !heading && (paragraph.blankLinesBefore ?? 0) > 0) break;
    if (pieces.length > columns) break;
    if (pieces.length >= columns - 1) full++;
    rows.push(rowOf(pieces, columns, paragraph, heading));
  }
  if (full < 1) return undefined;
  return { grid: { columnCount: columns, rows, native: false, place: header.place }, to: at };
}
