/** Finds the columns of a table without drawn lines: strips of the page that hardly any glyph touches. Pure. */
import { leastOf, mostOf } from '../many-values.ts';
import { columnEdges, type InkBand, type InkLine, isCellBand } from './bands.ts';
import type { InkGlyph } from './ink.ts';

/** A strip between two columns. */
export interface Gutter {
  readonly from: number;
  readonly to: number;
}

export interface ColumnLayout {
  readonly left: number;
  readonly right: number;
  readonly gutters: readonly Gutter[];
}

const step = 0.5;
/** Narrowest gutter in sizes and in points. */
const narrowest = 0.22;
const narrowestPoints = 2;
/** Gaps up to this many sizes between glyphs of a line are no gap. */
const bridged = 0.2;

/** Stretches of a line that ink covers, small gaps bridged. */
function inkedStretches(glyphs: readonly InkGlyph[]): { from: number; to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') continue;
    const last = stretches.at(-1);
    const to = glyph.x + glyph.width;
    if (last !== undefined && glyph.x - last.to <= bridged * glyph.size) last.to = Math.max(last.to, to);
    else stretches.push({ from: glyph.x, to });
  }
  return stretches;
}

/**
 * Columns of the parted bands of one table. `tolerance`: how many lines may cross a gutter (headings over several
 * columns). Undefined when there are fewer than two columns.
 */
export function columnLayout(bands: readonly InkBand[], tolerance: number): ColumnLayout | undefined {
  const edges = columnEdges(bands);
  const lines = bands.filter((band) => band.parted || isCellBand(band, edges)).flatMap((band) => band.lines);
  const stretches = lines.map((line) => inkedStretches(line.glyphs));
  const all = stretches.flat();
  const left = leastOf(all.map((stretch) => stretch.from));
  const right = mostOf(all.map((stretch) => stretch.to));
  if (!(right > left)) return undefined;
  const size = lines.flatMap((line) => line.runs)[0]?.size ?? 10;
  const slots = Math.ceil((right - left) / step) + 2;
  const changes = new Int32Array(slots + 1);
  for (const stretch of all) {
    const from = Math.max(Math.floor((stretch.from - left) / step), 0);
    const to = Math.min(Math.max(Math.ceil((stretch.to - left) / step), from + 1), slots);
    changes[from] = (changes[from] ?? 0) + 1;
    changes[to] = (changes[to] ?? 0) - 1;
  }
  const covers: number[] = [];
  let cover = 0;
  for (let slot = 0; slot < slots; slot++) {
    cover += changes[slot] ?? 0;
    covers.push(cover);
  }
  const gutters: Gutter[] = [];
  const least = Math.max(narrowestPoints, narrowest * size) / step;
  for (const [from, to] of emptyStrips(covers, tolerance, least)) {
    gutters.push({ from: left + from * step, to: left + to * step });
  }
  const candidates = [
    ...edgeGutter(all, left, gutters[0]?.from ?? right, covers, tolerance, left),
    ...gutters.flatMap((gutter) => withSparseColumn(gutter, all)),
    ...edgeGutter(all, gutters.at(-1)?.to ?? left, right, covers, tolerance, left),
  ].sort((first, second) => first.from - second.from);
  const kept = candidates.filter((_, index) => partsRows(candidates, index, lines));
  return kept.length === 0 ? undefined : { left, right, gutters: kept };
}

/**
 * A sparse column at the side of a table: its few lines are no more than the tolerance, so no strip shows beside it.
 * The gutter lies between the last well filled slot and that column.
 */
function edgeGutter(
  stretches: readonly { from: number; to: number }[],
  from: number,
  to: number,
  covers: readonly number[],
  tolerance: number,
  origin: number,
): Gutter[] {
  const slots = covers.slice(Math.floor((from - origin) / step), Math.ceil((to - origin) / step));
  const first = slots.findIndex((cover) => cover > tolerance);
  const last = slots.findLastIndex((cover) => cover > tolerance);
  if (first < 0) return [];
  const filledFrom = from + first * step;
  const filledTo = from + (last + 1) * step;
  const gutters: Gutter[] = [];
  const before = stretches.filter(
    (stretch) => stretch.to < filledFrom - narrowestPoints && stretch.from >= from,
  );
  if (before.length > 0) gutters.push({ from: mostOf(before.map((stretch) => stretch.to)), to: filledFrom });
  const behind = stretches.filter(
    (stretch) => stretch.from > filledTo + narrowestPoints && stretch.to <= to + 1,
  );
  if (behind.length > 0) gutters.push({ from: filledTo, to: leastOf(behind.map((stretch) => stretch.from)) });
  return gutters;
}

/** Whether text stands on both sides of a gutter at the same height anywhere; else it parts no rows. */
function partsRows(gutters: readonly Gutter[], index: number, lines: readonly InkLine[]): boolean {
  const gutter = gutters[index];
  if (gutter === undefined) return false;
  const from = gutters[index - 1]?.to ?? Number.NEGATIVE_INFINITY;
  const to = gutters[index + 1]?.from ?? Number.POSITIVE_INFINITY;
  const before: number[] = [];
  const behind: number[] = [];
  for (const glyph of lines.flatMap((line) => line.glyphs)) {
    if (glyph.text.trim() === '') continue;
    const middle = glyph.x + glyph.width / 2;
    if (middle > from && middle < gutter.from) before.push(glyph.y);
    if (middle > gutter.to && middle < to) behind.push(glyph.y);
  }
  const near = (lines[0]?.glyphs[0]?.size ?? 10) * 0.9;
  const heights = new Set(behind.map((height) => Math.round(height / near)));
  return before.some((height) => {
    const slot = Math.round(height / near);
    return heights.has(slot) || heights.has(slot - 1) || heights.has(slot + 1);
  });
}

/**
 * Strips between inked slots that at most `tolerance` lines touch, narrowed to where the fewest lines touch them:
 * lines that reach a little too far do not move the edge of a column.
 */
function emptyStrips(covers: readonly number[], tolerance: number, leastWidth: number): [number, number][] {
  const strips: [number, number][] = [];
  let at = covers.findIndex((cover) => cover > tolerance);
  while (at >= 0 && at < covers.length) {
    while (at < covers.length && (covers[at] ?? 0) > tolerance) at++;
    const from = at;
    while (at < covers.length && (covers[at] ?? 0) <= tolerance) at++;
    if (at >= covers.length) break;
    if (at - from < leastWidth) continue;
    const least = leastOf(covers.slice(from, at));
    let best: [number, number] = [from, from];
    for (let slot = from; slot < at; slot++) {
      if (covers[slot] !== least) continue;
      const begin = slot;
      while (slot < at && covers[slot] === least) slot++;
      if (slot - begin > best[1] - best[0]) best = [begin, slot];
    }
    strips.push(best);
  }
  return strips;
}

/** A column with few entries looks empty: text that stands wholly inside a gutter parts it in two. */
function withSparseColumn(gutter: Gutter, stretches: readonly { from: number; to: number }[]): Gutter[] {
  const inside = stretches.filter((stretch) => stretch.from > gutter.from + 1 && stretch.to < gutter.to - 1);
  if (inside.length === 0) return [gutter];
  const from = leastOf(inside.map((stretch) => stretch.from));
  const to = mostOf(inside.map((stretch) => stretch.to));
  if (from - gutter.from < narrowestPoints || gutter.to - to < narrowestPoints) return [gutter];
  return [
    { from: gutter.from, to: from },
    { from: to, to: gutter.to },
  ];
}

/** First and last column a stretch of ink stands in; it crosses every gutter between them. */
export function columnsCovered(layout: ColumnLayout, left: number, right: number): readonly [number, number] {
  const first = layout.gutters.filter((gutter) => gutter.to <= left + (gutter.to - gutter.from) / 2).length;
  const last = layout.gutters.filter((gutter) => gutter.from < right - (gutter.to - gutter.from) / 2).length;
  return [Math.min(first, last), Math.max(first, last)];
}

/** Glyphs of a line cut where a gutter passes between them. */
export function cutAtGutters(layout: ColumnLayout, glyphs: readonly InkGlyph[]): InkGlyph[][] {
  const parts: InkGlyph[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') {
      parts.at(-1)?.push(glyph);
      continue;
    }
    const begin = end;
    const isCut = layout.gutters.some((gutter) => begin <= gutter.from + 1 && glyph.x >= gutter.to - 1);
    if (parts.length === 0 || isCut) parts.push([]);
    parts.at(-1)?.push(glyph);
    end = Math.max(end, glyph.x + glyph.width);
  }
  return parts;
}
