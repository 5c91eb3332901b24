/**
 * Tells which text of a PDF page nobody sees though anybody can copy it: in the colour of its ground, too small, drawn
 * without ink, outside the page, or covered afterwards. Where the ground is not known (a picture, a pattern) text counts
 * as seen. Pure.
 */
import type { DrawnGlyph } from '../page-layout/ink-collector.ts';
import type { PageBox } from './paint-state.ts';

/** Points; smaller print cannot be read. */
const smallest = 1.5;
/** A box thinner than this is a line, not a ground. */
const thinnest = 3;
/** Boxes kept of one page; more are no grounds but a drawing. */
const mostBoxes = 5_000;
/** Parts of a colour that differ by less look the same. */
const sameShade = 12;
const paper = '#ffffff';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Null for a picture or a pattern: nobody knows what is seen there. */
  readonly colour: string | null;
  readonly isOpaque: boolean;
  /** So many glyphs were drawn before it. */
  readonly after: number;
}

/** How a glyph is drawn. */
export interface GlyphPaint {
  /** `#rrggbb`; null for a pattern. */
  readonly colour: string | null;
  /** Text rendering mode 3 of ISO 32000-1, 9.3.6: neither filled nor stroked. */
  readonly isInkless: boolean;
  /** Its outline is drawn too, in a colour of its own. */
  readonly isOutlined: boolean;
}

interface SightedGlyph {
  readonly glyph: DrawnGlyph;
  readonly isUnseen: boolean;
  readonly isInkless: boolean;
}

function shadeOf(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function lookAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const [left, right] = [shadeOf(one), shadeOf(other)];
  return left.every((part, index) => Math.abs(part - (right[index] ?? 0)) < sameShade);
}

const covers = (box: Box, x: number, y: number) =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;

/** The middle of a glyph, a little above the line it stands on. */
function middleOf({ x, y, advanceX, advanceY, size }: DrawnGlyph): readonly [number, number] {
  const length = Math.hypot(advanceX, advanceY) || 1;
  const lift = size * 0.35;
  return [x + advanceX / 2 + (advanceY / length) * lift, y + advanceY / 2 - (advanceX / length) * lift];
}

/** What is drawn on one page, in order. */
export class PageSight {
  readonly #width: number;
  readonly #height: number;
  readonly #boxes: Box[] = [];
  readonly #glyphs: SightedGlyph[] = [];

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
  }

  get glyphCount(): number {
    return this.#glyphs.length;
  }

  /** A filled box, or a picture or pattern (`colour` null) by the box around it. */
  box([left, top, right, bottom]: PageBox, colour: string | null, isOpaque: boolean): void {
    if (right - left < thinnest || bottom - top < thinnest || this.#boxes.length >= mostBoxes) return;
    this.#boxes.push({ left, top, right, bottom, colour, isOpaque, after: this.#glyphs.length });
  }

  glyph(glyph: DrawnGlyph, paint: GlyphPaint): void {
    const [x, y] = middleOf(glyph);
    const isUnseen =
      glyph.size < smallest ||
      Math.min(x, this.#width - x) < -glyph.size ||
      Math.min(y, this.#height - y) < -glyph.size ||
      (!paint.isInkless && !paint.isOutlined && this.#isLikeGround(paint.colour, x, y));
    this.#glyphs.push({ glyph, isUnseen, isInkless: paint.isInkless });
  }

  #isLikeGround(colour: string | null, x: number, y: number): boolean {
    if (colour === null) return false;
    for (let index = this.#boxes.length - 1; index >= 0; index--) {
      const box = this.#boxes[index];
      if (box === undefined || !covers(box, x, y)) continue;
      if (box.colour === null) return false;
      if (box.isOpaque) return lookAlike(colour, box.colour);
      if (!lookAlike(colour, box.colour)) return false;
    }
    return lookAlike(colour, paper);
  }

  /** Whether a box drawn later covers the middle of a glyph. */
  #isCovered(index: number, glyph: DrawnGlyph, covering: readonly Box[]): boolean {
    const [x, y] = middleOf(glyph);
    return covering.some((box) => box.after > index && covers(box, x, y));
  }

  /**
   * The glyphs in the order they were drawn, and which of them nobody sees. Text without ink is what text recognition lays
   * over a scan; there it is the page's text. Only beside as much drawn text it hides.
   */
  finish(): readonly { readonly glyph: DrawnGlyph; readonly isUnseen: boolean }[] {
    const inkless = this.#glyphs.filter(({ isInkless }) => isInkless).length;
    const isScan = inkless * 2 > this.#glyphs.length;
    const covering = this.#boxes.filter(
      ({ colour, isOpaque, after }) => colour !== null && isOpaque && after > 0,
    );
    return this.#glyphs.map(({ glyph, isUnseen, isInkless }, index) => ({
      glyph,
      isUnseen:
        isUnseen ||
        (isInkless && !isScan) ||
        (!isScan && covering.length > 0 && this.#isCovered(index, glyph, covering)),
    }));
  }
}

const hasMatter = /[\p{L}\p{N}]{2}/u;

/** Unseen text in pieces of one line each; single signs tell nothing. */
export function unseenPieces(
  glyphs: readonly { readonly glyph: DrawnGlyph; readonly isUnseen: boolean }[],
): readonly string[] {
  const pieces: string[] = [];
  let last: DrawnGlyph | undefined;
  for (const { glyph, isUnseen } of glyphs) {
    if (!isUnseen) {
      if (glyph.text.trim() !== '') last = undefined;
      continue;
    }
    const goesOn = last !== undefined && Math.abs(glyph.y - last.y) <= Math.max(glyph.size, 1);
    if (goesOn) pieces[pieces.length - 1] += glyph.text;
    else pieces.push(glyph.text);
    last = glyph;
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => hasMatter.test(piece));
}
