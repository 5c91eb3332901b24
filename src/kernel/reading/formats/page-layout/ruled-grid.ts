/** Rebuilds tables from the lines drawn on a page: grid lines, merged cells, text by position. Pure. */
import { appendTo, leastOf, mostOf } from '../many-values.ts';
import {
  clusteredPositions,
  type InkGlyph,
  type InkSegment,
  inkBottom,
  inkTop,
  type PageInk,
} from './ink.ts';
import type { InkCell, InkTable } from './ink-table.ts';
import { inkRuns } from './runs.ts';

/** Lines nearer than this are one; gaps shorter than this are none. */
const nearLines = 2.5;
const touching = 3.5;
/** Share of a cell's side that must be drawn to part two cells. */
const drawnShare = 0.5;
/** An edge that the longest lines pass by at least this much is an open side of the table. */
const openSide = 8;
const mostPairs = 6_000_000;

/** Joins segments that lie on one line and touch. */
function joinedSegments(segments: readonly InkSegment[]): InkSegment[] {
  const lines: InkSegment[][] = [];
  for (const segment of [...segments].sort((left, right) => left.at - right.at)) {
    const last = lines.at(-1);
    const previous = last?.at(-1);
    if (last !== undefined && previous !== undefined && segment.at - previous.at <= 1.2) last.push(segment);
    else lines.push([segment]);
  }
  return lines.flatMap((line) => {
    const joined: { at: number; from: number; to: number }[] = [];
    for (const segment of line.sort((left, right) => left.from - right.from)) {
      const last = joined.at(-1);
      if (last !== undefined && segment.from - last.to <= touching) last.to = Math.max(last.to, segment.to);
      else joined.push({ ...segment });
    }
    return joined;
  });
}

interface LineGroup {
  readonly horizontal: InkSegment[];
  readonly vertical: InkSegment[];
}

/** Groups of lines that cross or touch each other. */
function lineGroups(horizontal: readonly InkSegment[], vertical: readonly InkSegment[]): LineGroup[] {
  if (horizontal.length * vertical.length > mostPairs) return [];
  const parent = Array.from({ length: horizontal.length + vertical.length }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[index] = root;
    return root;
  };
  for (const [h, across] of horizontal.entries()) {
    for (const [v, down] of vertical.entries()) {
      const crosses =
        down.at >= across.from - touching &&
        down.at <= across.to + touching &&
        across.at >= down.from - touching &&
        across.at <= down.to + touching;
      if (crosses) parent[rootOf(horizontal.length + v)] = rootOf(h);
    }
  }
  const groups = new Map<number, LineGroup>();
  const groupOf = (index: number): LineGroup => {
    const root = rootOf(index);
    const group = groups.get(root) ?? { horizontal: [], vertical: [] };
    groups.set(root, group);
    return group;
  };
  for (const [h, across] of horizontal.entries()) groupOf(h).horizontal.push(across);
  for (const [v, down] of vertical.entries()) groupOf(horizontal.length + v).vertical.push(down);
  return [...groups.values()].filter((group) => group.horizontal.length > 0 && group.vertical.length > 0);
}

/** Positions of grid lines along one axis, with the ends of the crossing lines where a side is left open. */
function gridPositions(lines: readonly InkSegment[], crossing: readonly InkSegment[]): number[] {
  const positions = clusteredPositions(
    lines.map((line) => line.at),
    nearLines,
  );
  const first = leastOf(crossing.map((line) => line.from));
  const last = mostOf(crossing.map((line) => line.to));
  if (first < (positions[0] ?? first) - openSide) positions.unshift(first);
  if (last > (positions.at(-1) ?? last) + openSide) positions.push(last);
  return positions;
}

function isDrawn(lines: readonly InkSegment[], at: number, from: number, to: number): boolean {
  let drawn = 0;
  for (const line of lines) {
    if (Math.abs(line.at - at) > nearLines) continue;
    drawn += Math.max(0, Math.min(line.to, to) - Math.max(line.from, from));
  }
  return drawn >= (to - from) * drawnShare;
}

/** Which grid places make one cell: a number per place, equal for places no line parts. */
function cellNumbers(group: LineGroup, xs: readonly number[], ys: readonly number[]): number[][] {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const parent = Array.from({ length: rows * columns }, (_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[index] = root;
    return root;
  };
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const index = row * columns + column;
      const [top, bottom, left, right] = [
        ys[row] ?? 0,
        ys[row + 1] ?? 0,
        xs[column] ?? 0,
        xs[column + 1] ?? 0,
      ];
      if (column + 1 < columns && !isDrawn(group.vertical, right, top, bottom))
        parent[rootOf(index + 1)] = rootOf(index);
      if (row + 1 < rows && !isDrawn(group.horizontal, bottom, left, right)) {
        parent[rootOf(index + columns)] = rootOf(index);
      }
    }
  }
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_unused, column) => rootOf(row * columns + column)),
  );
}

function cellsOfNumbers(numbers: readonly (readonly number[])[]): InkCell[] {
  const regions = new Map<
    number,
    { top: number; bottom: number; left: number; right: number; places: number }
  >();
  for (const [row, line] of numbers.entries()) {
    for (const [column, number] of line.entries()) {
      const region = regions.get(number) ?? { top: row, bottom: row, left: column, right: column, places: 0 };
      regions.set(number, {
        top: region.top,
        bottom: row,
        left: Math.min(region.left, column),
        right: Math.max(region.right, column),
        places: region.places + 1,
      });
    }
  }
  const cells: InkCell[] = [];
  for (const [number, region] of regions) {
    const height = region.bottom - region.top + 1;
    const width = region.right - region.left + 1;
    const cell = { row: region.top, column: region.left, rowSpan: height, columnSpan: width, lines: [] };
    if (region.places === height * width) cells.push(cell);
    // A region with a corner missing is no cell: its places are taken row by row.
    else {
      for (let row = region.top; row <= region.bottom; row++) {
        const line = numbers[row] ?? [];
        const left = line.indexOf(number);
        if (left < 0) continue;
        let right = left;
        while (line[right + 1] === number) right++;
        cells.push({ row, column: left, rowSpan: 1, columnSpan: right - left + 1, lines: [] });
      }
    }
  }
  return cells;
}

function intervalIndex(lines: readonly number[], position: number): number {
  let low = 0;
  let high = lines.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

function tableOfGroup(group: LineGroup, page: PageInk, taken: Set<InkGlyph>): InkTable | undefined {
  const xs = gridPositions(group.vertical, group.horizontal);
  const ys = gridPositions(group.horizontal, group.vertical);
  const [left, right, top, bottom] = [xs[0] ?? 0, xs.at(-1) ?? 0, ys[0] ?? 0, ys.at(-1) ?? 0];
  if (xs.length < 3 || ys.length < 2) return undefined;
  const cells = cellsOfNumbers(cellNumbers(group, xs, ys));
  if (cells.length < 2) return undefined;
  const owner = new Map<number, InkCell>();
  const columns = xs.length - 1;
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        owner.set(row * columns + column, cell);
      }
    }
  }
  const glyphsOf = new Map<InkCell, InkGlyph[]>();
  for (const glyph of page.glyphs) {
    const x = glyph.x + glyph.width / 2;
    const y =
      (inkTop({ baseline: glyph.y, size: glyph.size }) + inkBottom({ baseline: glyph.y, size: glyph.size })) /
      2;
    if (taken.has(glyph) || x < left || x > right || y < top || y > bottom) continue;
    taken.add(glyph);
    const cell = owner.get(intervalIndex(ys, y) * columns + intervalIndex(xs, x));
    if (cell !== undefined) {
      const own = glyphsOf.get(cell);
      if (own === undefined) glyphsOf.set(cell, [glyph]);
      else own.push(glyph);
    }
  }
  if (glyphsOf.size === 0) return undefined;
  for (const [cell, glyphs] of glyphsOf)
    appendTo(cell.lines, inkRuns(glyphs, page.number, Number.POSITIVE_INFINITY));
  return {
    page: page.number,
    lastPage: page.number,
    top,
    bottom,
    lines: xs,
    rowCount: ys.length - 1,
    cells,
    ruled: true,
  };
}

/** The tables drawn on a page, from top to bottom, and the glyphs that stand in none of them. */
export function ruledTables(page: PageInk): { tables: InkTable[]; rest: InkGlyph[] } {
  const taken = new Set<InkGlyph>();
  const tables = lineGroups(joinedSegments(page.horizontal), joinedSegments(page.vertical))
    .map((group) => tableOfGroup(group, page, taken))
    .filter((table): table is InkTable => table !== undefined)
    .sort((upper, lower) => upper.top - lower.top);
  return { tables, rest: page.glyphs.filter((glyph) => !taken.has(glyph)) };
}
