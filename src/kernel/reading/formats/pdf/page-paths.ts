/** The paths of a PDF page: lines and boxes for its tables, grounds for its text, and what bounds the part that takes ink. */
import { leastOf, mostOf } from '../many-values.ts';
import type { InkCollector } from '../page-layout/ink-collector.ts';
import { type Matrix, movedPoint } from '../page-layout/matrix.ts';
import type { OperationNumbers } from './page-ink.ts';
import type { PageSight } from './page-sight.ts';
import { boxWithin, isBox, type PageBox, type PaintState } from './paint-state.ts';
import { subpathsOf } from './path-pieces.ts';

type PagePoints = readonly (readonly [number, number])[];

const unitSquare: PagePoints = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];
const strokeNames = ['stroke', 'closeStroke'] as const;
const fillNames = [
  'fill',
  'eoFill',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
] as const;

function boxAround(points: PagePoints): PageBox {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [leastOf(xs), leastOf(ys), mostOf(xs), mostOf(ys)];
}

/** Corners of the box the library gives with a path. */
function cornersOf(bounds: unknown): PagePoints {
  if (!ArrayBuffer.isView(bounds) && !Array.isArray(bounds)) return [];
  const [left = 0, top = 0, right = 0, bottom = 0] = Array.from(bounds as ArrayLike<number>);
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

export class PagePaths {
  readonly #strokes: ReadonlySet<number>;
  readonly #fills: ReadonlySet<number>;
  readonly #ink: InkCollector;
  readonly #sight: PageSight;

  constructor(operations: OperationNumbers, ink: InkCollector, sight: PageSight) {
    const numbers = (names: readonly string[]) => new Set(names.map((name) => operations[name] ?? -1));
    this.#strokes = numbers(strokeNames);
    this.#fills = numbers(fillNames);
    this.#ink = ink;
    this.#sight = sight;
  }

  /** A picture takes the unit square, wherever that lies now; nobody knows what is seen in it. */
  picture(matrix: Matrix, paint: PaintState): void {
    this.#ground(
      unitSquare.map(([x, y]) => movedPoint(matrix, x, y)),
      null,
      paint,
    );
  }

  /** Draws a path; returns how ink is taken after it, where the path bounds that. */
  draw(args: unknown, matrix: Matrix, paint: PaintState, isClip: boolean): PaintState {
    if (!Array.isArray(args)) return paint;
    const operation: unknown = args[0];
    const isStroked = typeof operation === 'number' && this.#strokes.has(operation);
    const isFilled = typeof operation === 'number' && this.#fills.has(operation);
    const data: unknown = Array.isArray(args[1]) ? args[1][0] : undefined;
    if ((!isStroked && !isFilled && !isClip) || (!ArrayBuffer.isView(data) && !Array.isArray(data)))
      return paint;
    const moved = (points: PagePoints) => points.map(([x, y]) => movedPoint(matrix, x, y));
    const pieces = subpathsOf(Array.from(data as ArrayLike<number>)).map(moved);
    const around = moved(cornersOf(args[2]));
    if (isStroked) for (const points of pieces) this.#stroke(points);
    // Of several shapes in one path the inner ones may be holes; curves are left out of the pieces.
    const [only] = pieces;
    const box = only !== undefined && pieces.length === 1 && isBox(only) ? only : undefined;
    if (isFilled) {
      for (const points of pieces) this.#ink.fill(...boxAround(points));
      const isWhole = box !== undefined && isAsLarge(boxAround(box), around);
      if (isWhole) this.#ground(box, paint.colour, paint);
      else if (around.length > 0) this.#ground(around, null, paint);
    }
    if (!isClip) return paint;
    const clip = box === undefined || paint.clip === null ? null : boxWithin(boxAround(box), paint.clip);
    return { ...paint, clip };
  }

  #stroke(points: PagePoints): void {
    for (const [index, [x, y]] of points.entries()) {
      const next = points[index + 1];
      if (next !== undefined) this.#ink.stroke(x, y, next[0], next[1]);
    }
  }

  /** A box of a colour, or of what nobody knows, as far as ink is taken. */
  #ground(points: PagePoints, colour: string | null, { clip, isOpaque }: PaintState): void {
    const box = boxAround(points);
    this.#sight.box(clip === null ? box : boxWithin(box, clip), clip === null ? null : colour, isOpaque);
  }
}

/** Whether a box is all of a path whose corners are known. */
function isAsLarge(box: PageBox, corners: PagePoints): boolean {
  return corners.length === 0 || boxAround(corners).every((side, at) => Math.abs(side - (box[at] ?? 0)) < 1);
}
