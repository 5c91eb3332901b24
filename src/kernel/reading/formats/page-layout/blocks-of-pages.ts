/**
 * Turns the pages of a fixed layout into blocks in reading order: furniture off, drawn tables, aligned tables, then
 * running text; tables and paragraphs joined over page breaks.
 */

import type { SourceBlock } from '../../source.ts';
import type { FormatRun } from '../format-run.ts';
import { appendTo } from '../many-values.ts';
import { alignedTable } from './aligned-grid.ts';
import {
  type ColumnEdges,
  type InkBand,
  inkBands,
  isCellBand,
  knownEdges,
  partedStretches,
} from './bands.ts';
import { withoutFurniture } from './furniture.ts';
import { columnLayout } from './gutters.ts';
import { type InkRun, inkTop, type PageInk } from './ink.ts';
import { paragraphsOfLines, textColumn } from './ink-paragraphs.ts';
import { type InkTable, joinInkTable, sourceTableOfInk } from './ink-table.ts';
import { ruledTables } from './ruled-grid.ts';
import { inkRuns } from './runs.ts';

interface PageParts {
  readonly page: PageInk;
  readonly tables: InkTable[];
  bands: InkBand[];
}

/** Bands of an aligned table that may go on over several pages. */
interface Candidate {
  readonly pieces: { readonly parts: PageParts; readonly bands: InkBand[] }[];
}

/** Lines of parted bands a table without drawn lines has at least. */
const fewestLines = 4;

function bandsTouchTable(parts: PageParts, from: number, to: number): boolean {
  return parts.tables.some((table) => table.top < to && table.bottom > from);
}

/** Stretches of parted bands, joined where one ends a page and the next begins one. */
function candidatesOf(pages: readonly PageParts[]): Candidate[] {
  const candidates: Candidate[] = [];
  let open: Candidate | undefined;
  let edges: ColumnEdges | undefined;
  for (const parts of pages) {
    const { bands } = parts;
    const stretches = partedStretches(bands, open === undefined ? undefined : edges);
    const pageEdges = knownEdges(bands, open === undefined ? undefined : edges);
    edges = pageEdges;
    const lowestTable = Math.max(0, ...parts.tables.map((table) => table.bottom));
    for (const [index, { from, to }] of stretches.entries()) {
      const begin = bands[from]?.top ?? 0;
      const startsPage = from <= 2 || bands.slice(0, from).every((band) => isCellBand(band, pageEdges));
      const isFirst = index === 0 && startsPage && !bandsTouchTable(parts, 0, begin);
      // What stands above on a page that continues a table is the end of a cell from the page before.
      const start = open !== undefined && isFirst ? 0 : from;
      const piece = { parts, bands: bands.slice(start, to) };
      if (open !== undefined && isFirst) open.pieces.push(piece);
      else {
        open = { pieces: [piece] };
        candidates.push(open);
      }
    }
    const last = stretches.at(-1);
    const end = last === undefined ? undefined : bands[last.to - 1];
    const reachesEnd = last !== undefined && bands.length - last.to <= 1 && (end?.bottom ?? 0) > lowestTable;
    if (!reachesEnd) open = undefined;
    // A single band below is a cell that the page cuts, when it goes on.
    else if (open !== undefined && bands.length - last.to === 1) {
      const below = bands[last.to];
      const piece = open.pieces.at(-1);
      if (below !== undefined && piece !== undefined && below.bottom > parts.page.height * 0.85)
        piece.bands.push(below);
    }
  }
  return candidates;
}

function addAlignedTables(pages: readonly PageParts[]): void {
  for (const candidate of candidatesOf(pages)) {
    const bands = candidate.pieces.flatMap((piece) => piece.bands);
    const lineCount = bands.filter((band) => band.parted).reduce((sum, band) => sum + band.lines.length, 0);
    if (lineCount < fewestLines) continue;
    // Headings over several columns cross a gutter once a page; in a short table a single line counts.
    const tolerance = Math.min(candidate.pieces.length + 2, Math.max(1, Math.floor(lineCount * 0.08)));
    const layout = columnLayout(bands, tolerance) ?? columnLayout(bands, 0);
    if (layout === undefined) continue;
    const opening = openingLines(candidate.pieces[0]?.bands ?? []);
    for (const [index, piece] of candidate.pieces.entries()) {
      const { parts } = piece;
      const shown = index === 0 ? piece.bands : withoutOpening(piece.bands, opening);
      const table = alignedTable(
        { page: parts.page.number, bands: shown, rules: parts.page.horizontal, continues: index > 0 },
        layout,
      );
      if (table === undefined) continue;
      parts.tables.push(table);
      const used = new Set(piece.bands);
      parts.bands = parts.bands.filter((band) => !used.has(band));
    }
  }
}

/** Text of the first lines of a table on its first page, among them its heading. */
function openingLines(bands: readonly InkBand[]): string[] {
  return bands
    .flatMap((band) => band.lines)
    .slice(0, 4)
    .map(squeezedLine);
}

function squeezedLine(line: InkBand['lines'][number]): string {
  return line.runs.map((run) => run.text.replace(/\s/gu, '')).join('|');
}

/** The bands of a page that continues a table, without the heading lines it repeats. */
function withoutOpening(bands: readonly InkBand[], opening: readonly string[]): InkBand[] {
  const lines = bands.flatMap((band) => band.lines);
  let repeated = 0;
  while (repeated < opening.length && lines[repeated] !== undefined) {
    const line = lines[repeated];
    if (line === undefined || squeezedLine(line) !== opening[repeated]) break;
    repeated++;
  }
  const dropped = new Set(lines.slice(0, repeated));
  return bands.flatMap((band) => {
    const kept = band.lines.filter((line) => !dropped.has(line));
    return kept.length === 0 ? [] : [{ ...band, lines: kept }];
  });
}

type PageItem = { readonly top: number } & ({ readonly table: InkTable } | { readonly line: InkRun });

function itemsOfPage(parts: PageParts): PageItem[] {
  const glyphs = parts.bands.flatMap((band) => band.lines).flatMap((line) => line.glyphs);
  const lines = inkRuns(glyphs, parts.page.number, Number.POSITIVE_INFINITY);
  const items: PageItem[] = [
    ...parts.tables.map((table) => ({ top: table.top, table })),
    ...lines.map((line) => ({ top: inkTop(line), line })),
  ];
  return items.sort((upper, lower) => upper.top - lower.top);
}

/** All blocks of a document's pages. Pages without glyphs are passed over. */
export async function blocksOfPages(pages: readonly PageInk[], run: FormatRun): Promise<SourceBlock[]> {
  const parted: PageParts[] = [];
  const told = new Set<string>();
  const bare = withoutFurniture(pages, (text, page, isAtTop) => {
    if (!told.has(text)) run.aside(isAtTop ? 'header' : 'footer', text, { page });
    told.add(text);
  });
  for (const [index, page] of bare.entries()) {
    await run.breathe(0.7 + (0.2 * index) / pages.length);
    const { tables, rest } = ruledTables(page);
    parted.push({ page, tables, bands: inkBands(rest, page.number) });
  }
  addAlignedTables(parted);
  const items = parted.flatMap(itemsOfPage);
  const lines = items.flatMap((item) => ('line' in item ? [item.line] : []));
  const column = textColumn(lines, pages[0]?.width ?? 595);
  const blocks: SourceBlock[] = [];
  let text: InkRun[] = [];
  let table: InkTable | undefined;
  const finishText = () => {
    appendTo(blocks, paragraphsOfLines(text, column));
    text = [];
  };
  const finishTable = () => {
    if (table !== undefined) blocks.push(sourceTableOfInk(table));
    table = undefined;
  };
  for (const item of items) {
    await run.breathe(0.95);
    if ('line' in item) {
      finishTable();
      text.push(item.line);
      continue;
    }
    finishText();
    if (table !== undefined && joinInkTable(table, item.table)) continue;
    finishTable();
    table = item.table;
  }
  finishTable();
  finishText();
  return blocks.filter((block) => block.kind === 'paragraph' || block.rows.length > 0);
}
