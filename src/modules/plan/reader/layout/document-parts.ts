/**
 * Cuts a source document into what the readers below work on: grids of tables (also those flattened to lines) and the
 * running paragraphs between them, in order.
 */
import type { SourceBlock, SourceDocument, SourceParagraph } from '#kernel/reading/source.ts';
import { type FlattenedTable, findFlattenedTable } from './flattened-table.ts';
import { type Grid, type GridCell, gridOfTable, soleTextOf } from './grid.ts';
import { headedRole } from './header-words.ts';
import { findSpacedTable } from './spaced-table.ts';
import { gridOfTabbedLine, stitchGrids } from './stitch-grids.ts';

export type DocumentPart =
  | { readonly kind: 'paragraphs'; readonly paragraphs: readonly SourceParagraph[] }
  | { readonly kind: 'grid'; readonly grid: Grid };

/** A table that stands in the lines from a paragraph on: one cell per line, or columns parted by blanks. */
function tableAt(paragraphs: readonly SourceParagraph[], at: number): FlattenedTable | undefined {
  const text = paragraphs[at]?.text ?? '';
  if (headedRole(text) !== undefined) return findFlattenedTable(paragraphs, at);
  return /\u3000| {2}/u.test(text) ? findSpacedTable(paragraphs, at) : undefined;
}

function partsOfParagraphs(paragraphs: readonly SourceParagraph[]): DocumentPart[] {
  const parts: DocumentPart[] = [];
  let running: SourceParagraph[] = [];
  const closeRunning = () => {
    if (running.length > 0) parts.push({ kind: 'paragraphs', paragraphs: running });
    running = [];
  };
  for (let at = 0; at < paragraphs.length; at++) {
    const paragraph = paragraphs[at];
    if (paragraph === undefined) break;
    const line = paragraph.text.includes('\t') ? gridOfTabbedLine(paragraph) : undefined;
    if (line !== undefined) {
      closeRunning();
      parts.push({ kind: 'grid', grid: line });
      continue;
    }
    const table = tableAt(paragraphs, at);
    if (table === undefined) {
      running.push(paragraph);
      continue;
    }
    closeRunning();
    parts.push({ kind: 'grid', grid: table.grid });
    at = table.to - 1;
  }
  closeRunning();
  return parts;
}

/** The parts of a document in reading order. */
export function documentParts(document: SourceDocument): DocumentPart[] {
  const parts: DocumentPart[] = [];
  let running: SourceParagraph[] = [];
  const close = () => {
    parts.push(...partsOfParagraphs(running));
    running = [];
  };
  for (const block of document.blocks) {
    if (block.kind === 'paragraph') running.push(block);
    else {
      close();
      parts.push({ kind: 'grid', grid: gridOfTable(block) });
    }
  }
  close();
  return stitchGrids(parts);
}

const titleRows = 4;
const headLabel = /^(?:发文字号|文号|成文日期|发文日期|印发日期|发布日期)[：:]?$/u;

/** Label and value that stand in two cells of a row: the box of a site's article says 发文字号 and the number. */
function labelledCells(cells: readonly GridCell[]): string[] {
  const printed = cells.filter((cell) => cell.state === 'own').map((cell) => cell.text.replace(/\s+/gu, ''));
  return printed.flatMap((label, at) => {
    const value = printed[at + 1];
    return headLabel.test(label) && value !== undefined ? [`${label.replace(/[：:]$/u, '')}：${value}`] : [];
  });
}

/**
 * Lines that may say what the document is: its paragraphs, and near either end of a table the rows of one single
 * text and the cells that label a document number or day.
 */
export function headLines(blocks: readonly SourceBlock[]): string[] {
  const lines: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      lines.push(block.text);
      continue;
    }
    const { rows } = gridOfTable(block);
    for (const [index, row] of rows.entries()) {
      if (index >= titleRows && index < rows.length - titleRows) continue;
      const sole = soleTextOf(row);
      if (sole !== undefined) lines.push(...sole.text.split('\n'));
      else lines.push(...labelledCells(row.cells));
    }
  }
  return lines;
}
