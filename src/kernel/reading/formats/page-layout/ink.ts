/**
 * What lies on a page of a fixed layout (PDF, OFD): glyphs and ruling lines with their positions. Types and the
 * smallest helpers; origin at the top left, y downwards, lengths in points.
 */

export interface InkGlyph {
  readonly text: string;
  /** Left edge and advance width. */
  readonly x: number;
  readonly width: number;
  /** Baseline. */
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
}

/** A line along one axis: `at` is its y when horizontal, its x when vertical. */
export interface InkSegment {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PageInk {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly InkGlyph[];
  readonly horizontal: readonly InkSegment[];
  readonly vertical: readonly InkSegment[];
}

/** Glyphs that follow each other on one baseline. */
export interface InkRun {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly bold: boolean;
  readonly page: number;
}

/** Where the ink of a run begins and ends vertically, near enough. */
export function inkTop(run: { readonly baseline: number; readonly size: number }): number {
  return run.baseline - run.size * 0.86;
}

export function inkBottom(run: { readonly baseline: number; readonly size: number }): number {
  return run.baseline + run.size * 0.14;
}

/** Sorted numbers with those nearer than `tolerance` made one (their mean). */
export function clusteredPositions(values: readonly number[], tolerance: number): number[] {
  const clusters: number[][] = [];
  for (const value of [...values].sort((left, right) => left - right)) {
    const last = clusters.at(-1);
    const previous = last?.at(-1);
    if (last !== undefined && previous !== undefined && value - previous <= tolerance) last.push(value);
    else clusters.push([value]);
  }
  return clusters.map((cluster) => cluster.reduce((sum, value) => sum + value, 0) / cluster.length);
}
