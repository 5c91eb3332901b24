/**
 * Finds the rows of a table without drawn lines on one page: the extents of the rows, and for every block the rows
 * it belongs to (its middle is the middle of its cell). Pure.
 */
import { appendTo } from '../many-values.ts';
import type { InkBlock } from './aligned-blocks.ts';

/** A block with the rows `[row, row + rowSpan)` of its page. */
export interface PlacedBlock {
  readonly block: InkBlock;
  readonly row: number;
  readonly rowSpan: number;
}

interface Extent {
  readonly top: number;
  readonly bottom: number;
}

export interface RowExtent extends Extent {
  /** Where its highest line begins. */
  readonly inkTop: number;
}

/** What is known about a column besides its blocks. */
export interface ColumnTraits {
  /** Whether a cell of the page before may reach into the first rows. */
  readonly mayContinue: boolean;
  /** Whether its last cell may reach over the page's end: columns before the one that tells the rows apart. */
  readonly mayHang: boolean;
  /** Whether cells begin at the top of their rows; else they stand in the middle. */
  readonly topAligned: boolean;
}

const uncoveredCost = 0.6;
const mergedCost = 0.2;
const toBottomCost = 0.4;
const continuedCost = 0.3;
const edgeCost = 0.3;
const strangeCost = 1.2;
const mostCost = 1_000_000;
/** A placing further off than this (in quarters of a leading) is none. */
const farthest = 2.5;

const middle = (extent: Extent) => (extent.top + extent.bottom) / 2;

/** Rows by the column with the most blocks; each row reaches half-way to the next. */
export function rowExtents(
  anchors: readonly InkBlock[],
  others: readonly InkBlock[],
  top: number,
  bottom: number,
): RowExtent[] {
  const rows = anchors.map((anchor, index) => {
    const ceiling = (anchors[index - 1]?.bottom ?? Number.NEGATIVE_INFINITY) - 1;
    const floor = (anchors[index + 1]?.top ?? Number.POSITIVE_INFINITY) + 1;
    const own = others.filter((block) => {
      if (block.top < ceiling || block.bottom > floor) return false;
      return Math.abs(middle(block) - middle(anchor)) < 2.5 || Math.abs(block.top - anchor.top) < 2.5;
    });
    return {
      top: Math.min(anchor.top, ...own.map((block) => block.top)),
      bottom: Math.max(anchor.bottom, ...own.map((block) => block.bottom)),
    };
  });
  return rows.map((row, index) => {
    const above = rows[index - 1];
    const below = rows[index + 1];
    return {
      inkTop: row.top,
      top: above === undefined ? Math.min(top, row.top) : (above.bottom + row.top) / 2,
      bottom: below === undefined ? Math.max(bottom, row.bottom) : (row.bottom + below.top) / 2,
    };
  });
}

interface Choice {
  readonly cost: number;
  readonly from: number;
  readonly to: number;
  readonly before: number;
}

/** Cost of giving a block the rows `[from, to]`, in quarters of a leading. */
function placingCost(
  block: InkBlock,
  rows: readonly RowExtent[],
  from: number,
  to: number,
  unit: number,
  traits: ColumnTraits,
): number {
  const first = rows[from];
  const last = rows[to];
  if (first === undefined || last === undefined) return mostCost;
  const centred = Math.abs((first.top + last.bottom) / 2 - middle(block)) / unit;
  const hung = Math.abs(first.inkTop - block.top) / unit;
  if (from === to) {
    // In a table of centred cells only a row that the page cuts lets its text hang.
    const isEdge = from === 0 || from === rows.length - 1;
    const hangingCost = traits.topAligned ? 0 : isEdge ? edgeCost : strangeCost;
    return Math.min(centred, hung + hangingCost);
  }
  if (block.bottom - block.top > last.bottom - first.top + unit) return mostCost;
  // The text of a cell that the page cuts hangs at its top.
  if (traits.mayHang && to === rows.length - 1) return Math.min(centred + mergedCost, hung + toBottomCost);
  return centred + mergedCost;
}

/** Best placing of a column's blocks on rows in order, rows left over being paid for. */
function cheapestPlacing(
  blocks: readonly InkBlock[],
  rows: readonly RowExtent[],
  unit: number,
  traits: ColumnTraits,
): PlacedBlock[] {
  const states: Choice[][] = [];
  for (const [index, block] of blocks.entries()) {
    const options: Choice[] = [];
    for (let from = index; from < rows.length; from++) {
      if ((rows[from]?.top ?? 0) > block.bottom) break;
      const gapFrom = (end: number) => (from - end - 1) * uncoveredCost;
      let before = -1;
      // Rows above a page's first block may belong to a cell of the page before.
      const above = traits.mayContinue ? Math.min(gapFrom(-1), continuedCost) : gapFrom(-1);
      let least = index === 0 ? above : mostCost;
      for (const [at, state] of (states[index - 1] ?? []).entries()) {
        const cost = state.to < from ? state.cost + gapFrom(state.to) : mostCost;
        if (cost < least) {
          least = cost;
          before = at;
        }
      }
      if (least >= mostCost) continue;
      for (let to = from; to < rows.length; to++) {
        const cost = placingCost(block, rows, from, to, unit, traits);
        if (cost <= farthest) options.push({ cost: least + cost, from, to, before });
      }
    }
    if (options.length === 0) return [];
    states.push(options);
  }
  const last = states.at(-1) ?? [];
  let at = -1;
  let least = mostCost;
  for (const [index, state] of last.entries()) {
    const cost = state.cost + (rows.length - 1 - state.to) * uncoveredCost;
    if (cost < least) {
      least = cost;
      at = index;
    }
  }
  const placed: PlacedBlock[] = [];
  for (let index = states.length - 1; index >= 0; index--) {
    const state = states[index]?.[at];
    const block = blocks[index];
    if (state === undefined || block === undefined) return [];
    placed.unshift({ block, row: state.from, rowSpan: state.to - state.from + 1 });
    at = state.before;
  }
  return placed;
}

function nearestRow(block: InkBlock, rows: readonly RowExtent[]): number {
  const at = rows.findIndex((row) => middle(block) < row.bottom);
  return at < 0 ? rows.length - 1 : at;
}

/** Every block in the one row its middle lies in; blocks that share a row become one. */
export function singleRows(blocks: readonly InkBlock[], rows: readonly RowExtent[]): PlacedBlock[] {
  const byRow = new Map<number, InkBlock>();
  for (const block of blocks) {
    const row = nearestRow(block, rows);
    const known = byRow.get(row);
    if (known === undefined) byRow.set(row, block);
    else {
      appendTo(known.lines, block.lines);
      known.bottom = block.bottom;
    }
  }
  return [...byRow].map(([row, block]) => ({ block, row, rowSpan: 1 }));
}

/**
 * Places the blocks of one column. A merged cell is believed only when the column leaves no hole above and below
 * it; else its block is a cell of one row.
 */
export function placeColumn(
  blocks: readonly InkBlock[],
  rows: readonly RowExtent[],
  leading: number,
  traits: ColumnTraits,
): PlacedBlock[] {
  if (blocks.length === 0 || rows.length === 0) return [];
  if (blocks.length > rows.length) return singleRows(blocks, rows);
  const placed = cheapestPlacing(blocks, rows, Math.max(leading, 8) / 4, traits);
  if (placed.length === 0) return singleRows(blocks, rows);
  const doubtful = placed.filter((place, index) => {
    const above = placed[index - 1];
    const below = placed[index + 1];
    const isOpenAbove =
      above === undefined ? place.row > 0 && !traits.mayContinue : above.row + above.rowSpan < place.row;
    const end = place.row + place.rowSpan;
    return place.rowSpan > 1 && (isOpenAbove || end < (below?.row ?? rows.length));
  });
  const sure = placed.filter((place) => !doubtful.includes(place));
  return [
    ...sure,
    ...singleRows(
      doubtful.map((place) => place.block),
      rows,
    ),
  ];
}

/** Whether blocks lower than their row stand at its top more often than in its middle. */
export function isTopAligned(
  blocks: readonly InkBlock[],
  rows: readonly RowExtent[],
  leading: number,
): boolean {
  let hanging = 0;
  let centred = 0;
  for (const block of blocks) {
    const row = rows[nearestRow(block, rows)];
    if (row === undefined || row.bottom - row.top - (block.bottom - block.top) < leading * 0.8) continue;
    if (Math.abs(block.top - row.inkTop) < 2) hanging++;
    else if (Math.abs(middle(block) - middle(row)) < 2.5) centred++;
  }
  return hanging > centred;
}
