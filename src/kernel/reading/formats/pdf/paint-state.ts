/** What a PDF page is painted with at a moment: colour, opacity, the ink of text, and the part of the page that takes ink. Pure. */

/** Left, top, right, bottom on the page. */
export type PageBox = readonly [number, number, number, number];
type PagePoints = readonly (readonly [number, number])[];

export interface PaintState {
  /** What fills text and boxes: `#rrggbb`, null for a pattern. */
  readonly colour: string | null;
  readonly isOpaque: boolean;
  /** Text rendering mode (ISO 32000-1, 9.3.6): 3 is without ink. */
  readonly mode: number;
  /** Nothing is painted outside; null where its shape is no box. */
  readonly clip: PageBox | null;
}

export const firstPaint: PaintState = {
  colour: '#000000',
  isOpaque: true,
  mode: 0,
  clip: [
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ],
};

/** Whether what is drawn covers what lies below, after a change of the graphics state. */
function opacityAfter(changes: unknown, before: boolean): boolean {
  if (!Array.isArray(changes)) return before;
  let isOpaque = before;
  for (const change of changes) {
    if (!Array.isArray(change)) continue;
    const [name, value]: readonly unknown[] = change;
    const isPlain =
      name === 'BM' ? value === 'source-over' || value === 'Normal' : name !== 'SMask' || value === false;
    if (name === 'ca') isOpaque = value === 1;
    else if (!isPlain) isOpaque = false;
  }
  return isOpaque;
}

/** The state after an operation that changes it; the same for all others. */
export function paintAfter(paint: PaintState, operation: string, args: unknown): PaintState {
  const first: unknown = Array.isArray(args) ? args[0] : undefined;
  switch (operation) {
    case 'setFillRGBColor':
      return {
        ...paint,
        colour: typeof first === 'string' && /^#[0-9a-f]{6}$/iu.test(first) ? first : null,
      };
    case 'setFillColorN':
    case 'setFillTransparent':
      return { ...paint, colour: null };
    case 'setGState':
      return { ...paint, isOpaque: opacityAfter(first, paint.isOpaque) };
    case 'setTextRenderingMode':
      return { ...paint, mode: typeof first === 'number' ? first : 0 };
    default:
      return paint;
  }
}

/** Whether the pieces go along the sides of the page, so that the box around them is the shape itself. */
export function isBox(points: PagePoints): boolean {
  return points.every(([x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] ?? [x, y];
    return Math.abs(nextX - x) < 0.5 || Math.abs(nextY - y) < 0.5;
  });
}

/** The part of a box that takes ink. */
export function boxWithin([left, top, right, bottom]: PageBox, clip: PageBox): PageBox {
  return [
    Math.max(left, clip[0]),
    Math.max(top, clip[1]),
    Math.min(right, clip[2]),
    Math.min(bottom, clip[3]),
  ];
}
