/** Rebuilds tables that are only aligned, not drawn: columns from gutters, rows from blocks of lines. Pure. */
import { leastOf, mostOf } from '../many-values.ts';
import {
  blocksOfColumn,
  type InkBlock,
  partedAtShortLines,
  sharedBaselines,
  usualLeading,
} from './aligned-blocks.ts';
import {
  isTopAligned,
  type PlacedBlock,
  placeColumn,
  type RowExtent,
  rowExtents,
  singleRows,
} from './aligned-rows.ts';
import type { InkBand } from './bands.ts';
import { type ColumnLayout, columnsCovered, cutAtGutters } from './gutters.ts';
import { type InkRun, type InkSegment, inkBottom, inkTop } from './ink.ts';
import type { InkCell, InkTable } from './ink-table.ts';
import { runOfGlyphs } from './runs.ts';
import { isBareNumber } from './wrapping.ts';

/** The part of an aligned table that lies on one page. */
export interface AlignedPart {
  readonly page: number;
  readonly bands: readonly InkBand[];
  /** Horizontal lines drawn on the page; they part rows even when nothing is drawn between the columns. */
  readonly rules: readonly InkSegment[];
  /** Whether the table was already there on the page before. */
  readonly continues: boolean;
}

interface PartLines {
  /** Lines of each column. */
  readonly columns: InkRun[][];
  /** Blocks that stand across gutters, from top to bottom. */
  readonly across: InkBlock[];
}

function sortLines(part: AlignedPart, layout: ColumnLayout): PartLines {
  const columns: InkRun[][] = Array.from({ length: layout.gutters.length + 1 }, () => []);
  const across: InkBlock[] = [];
  for (const line of part.bands.flatMap((band) => band.lines)) {
    for (const glyphs of cutAtGutters(layout, line.glyphs)) {
      const run = runOfGlyphs(glyphs, part.page);
      if (run === undefined) continue;
      const [first, last] = columnsCovered(layout, run.left, run.right);
      if (first === last) {
        columns[first]?.push(run);
        continue;
      }
      const previous = across.at(-1);
      const above = previous?.lines.at(-1);
      const goesOn =
        previous !== undefined &&
        above !== undefined &&
        previous.column === first &&
        run.baseline - above.baseline < run.size * 1.7 &&
        run.baseline > above.baseline + 1;
      if (goesOn) {
        previous.lines.push(run);
        previous.bottom = inkBottom(run);
      } else {
        across.push({
          column: first,
          columnSpan: last - first + 1,
          lines: [run],
          top: inkTop(run),
          bottom: inkBottom(run),
        });
      }
    }
  }
  return { columns, across: withBoldHeadings(columns, across) };
}

/**
 * A heading across a table may be too short to reach over the first column. It is bold, in a table that is not, and
 * stands alone at its height: then it is taken out of the column.
 */
function withBoldHeadings(columns: InkRun[][], across: readonly InkBlock[]): InkBlock[] {
  const [first = [], ...others] = columns;
  const beside = others.flat();
  if (beside.filter((line) => line.bold).length > beside.length / 2) return [...across];
  const isHeading = (line: InkRun) =>
    line.bold &&
    !beside.some((other) => inkTop(other) < inkBottom(line) + 1 && inkBottom(other) > inkTop(line) - 1);
  const headings = first.filter(isHeading);
  columns[0] = first.filter((line) => !headings.includes(line));
  const blocks = headings.map((line): InkBlock => {
    return {
      column: 0,
      columnSpan: columns.length,
      lines: [line],
      top: inkTop(line),
      bottom: inkBottom(line),
    };
  });
  return [...across, ...blocks].sort((upper, lower) => upper.top - lower.top);
}

/** Rules long enough to part the rows of the whole table. */
function partingRules(part: AlignedPart, layout: ColumnLayout): number[] {
  const width = layout.right - layout.left;
  return part.rules.filter((rule) => rule.to - rule.from > width * 0.6).map((rule) => rule.at);
}

function overlapShare(block: InkBlock, other: InkBlock): number {
  const shared = Math.min(block.bottom, other.bottom) - Math.max(block.top, other.top);
  return shared / Math.max(block.bottom - block.top, 1);
}

const middleOf = (block: InkBlock) => (block.top + block.bottom) / 2;

/** Rows between two headings: every column placed on the rows that the fullest column tells apart. */
function placeSegment(
  blocks: readonly InkBlock[],
  columnCount: number,
  leading: number,
  continues: boolean,
): { placed: PlacedBlock[]; rowCount: number } {
  const byColumn = Array.from({ length: columnCount }, (_, column) =>
    blocks.filter((block) => block.column === column),
  );
  // Of columns with as many blocks, numbers tell rows best, then the one with the most ink.
  const weight = (column: readonly InkBlock[]) => {
    const lines = column.flatMap((block) => block.lines);
    return column.length * 10_000 + lines.filter(isBareNumber).length * 100 + Math.min(lines.length, 99);
  };
  let anchor = 0;
  for (const [index, column] of byColumn.entries()) {
    if (weight(column) > weight(byColumn[anchor] ?? [])) anchor = index;
  }
  const anchors = byColumn[anchor] ?? [];
  const coversRows = (block: InkBlock) =>
    anchors.filter((other) => block.top < middleOf(other) && block.bottom > middleOf(other)).length > 1;
  const parted = byColumn.map((column, index) =>
    index !== anchor && (column.length < anchors.length || column.some(coversRows))
      ? partedAtShortLines(column)
      : column,
  );
  const others = parted.flat().filter((block) => block.column !== anchor);
  const top = leastOf(blocks.map((block) => block.top));
  const bottom = mostOf(blocks.map((block) => block.bottom));
  const extents = rowExtents(anchors, others, top, bottom);
  const topAligned = isTopAligned(others, extents, leading);
  const cut = continues ? cutRowBottom(anchors[0], extents[0], others, topAligned) : undefined;
  const rows = cut === undefined ? extents : withCutRow(extents, top, cut);
  const placed = parted.flatMap((column, index) =>
    // Blocks that had to be parted by their text are pieces of cells: they say nothing about merges.
    column.length > (byColumn[index]?.length ?? 0)
      ? singleRows(column, rows)
      : placeColumn(column, rows, leading, { mayContinue: continues, mayHang: index < anchor, topAligned }),
  );
  return { placed, rowCount: rows.length };
}

/**
 * Where the rest of a row that the page before cut ends: blocks stand higher than the first row can reach, which
 * spreads as far above its middle as below. Undefined when there is no such rest.
 */
function cutRowBottom(
  first: InkBlock | undefined,
  extent: RowExtent | undefined,
  others: readonly InkBlock[],
  topAligned: boolean,
): number | undefined {
  if (first === undefined || extent === undefined) return undefined;
  const highest = topAligned ? first.top : 2 * middleOf(first) - extent.bottom;
  const rest = others.filter((block) => middleOf(block) < Math.min(highest, first.top) - 1);
  return rest.length === 0 ? undefined : mostOf(rest.map((block) => block.bottom));
}

function withCutRow(rows: readonly RowExtent[], top: number, bottom: number): RowExtent[] {
  const [first, ...others] = rows;
  if (first === undefined) return [];
  return [
    { top, bottom, inkTop: top },
    { ...first, top: bottom, inkTop: Math.max(first.inkTop, bottom) },
    ...others,
  ];
}

/** The table part of one page. Undefined when nothing of it is in columns. */
export function alignedTable(part: AlignedPart, layout: ColumnLayout): InkTable | undefined {
  const { columns, across } = sortLines(part, layout);
  const leading = usualLeading(columns);
  const rules = [...partingRules(part, layout), ...across.flatMap((block) => [block.top, block.bottom])];
  const rowBaselines = leading === 0 ? sharedBaselines(columns) : [];
  const blocks = columns.flatMap((lines, column) =>
    blocksOfColumn(column, lines, leading, rules, rowBaselines),
  );
  if (blocks.length === 0) return undefined;
  const cells: InkCell[] = [];
  let rowCount = 0;
  const addPlaced = (placed: readonly PlacedBlock[], count: number) => {
    for (const { block, row, rowSpan } of placed) {
      cells.push({
        row: rowCount + row,
        column: block.column,
        rowSpan,
        columnSpan: block.columnSpan,
        lines: block.lines,
      });
    }
    rowCount += count;
  };
  let rest = blocks;
  for (const heading of [...across, undefined]) {
    const beside =
      heading === undefined
        ? []
        : rest.filter((block) => overlapShare(block, heading) > 0.4 && overlapShare(heading, block) > 0.2);
    const before = rest.filter(
      (block) => !beside.includes(block) && (heading === undefined || block.top < heading.top),
    );
    rest = rest.filter((block) => !beside.includes(block) && !before.includes(block));
    if (before.length > 0) {
      const segment = placeSegment(before, columns.length, leading, part.continues && rowCount === 0);
      addPlaced(segment.placed, segment.rowCount);
    }
    if (heading === undefined) continue;
    // A heading that stands alone in its row belongs to all columns.
    const alone = beside.length === 0 && heading.column === 0;
    const spanning = alone ? { ...heading, columnSpan: columns.length } : heading;
    addPlaced(
      [spanning, ...beside].map((block) => ({ block, row: 0, rowSpan: 1 })),
      1,
    );
  }
  const middles = layout.gutters.map((gutter) => (gutter.from + gutter.to) / 2);
  return {
    page: part.page,
    lastPage: part.page,
    top: leastOf(part.bands.map((band) => band.top)),
    bottom: mostOf(part.bands.map((band) => band.bottom)),
    lines: [layout.left, ...middles, layout.right],
    rowCount,
    cells,
    ruled: false,
  };
}
