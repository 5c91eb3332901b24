/**
 * Gathers glyphs and ruling lines of one page from a reader of PDF or OFD: keeps upright text, drops what is drawn
 * twice and what runs across the page as a watermark, turns thin boxes and strokes into lines.
 */
import type { InkGlyph, InkSegment, PageInk } from './ink.ts';

/** A glyph as it is drawn: origin and advance as vectors on the page. */
export interface DrawnGlyph {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Vector from the glyph's origin to the next one. */
  readonly advanceX: number;
  readonly advanceY: number;
  readonly size: number;
  readonly bold: boolean;
}

/** A filled box thinner than this (points) is a line. */
const thin = 3;
/** A line shorter than this is a dash or a dot. */
const shortest = 1;
const straight = 0.6;

type Direction = 'right' | 'left' | 'up' | 'down' | 'slanted';

function directionOf(glyph: DrawnGlyph): Direction {
  const { advanceX, advanceY } = glyph;
  const across = Math.abs(advanceX);
  const along = Math.abs(advanceY);
  if (along <= across * 0.09) return advanceX >= 0 ? 'right' : 'left';
  if (across <= along * 0.09) return advanceY >= 0 ? 'down' : 'up';
  return 'slanted';
}

export class InkCollector {
  readonly #number: number;
  readonly #width: number;
  readonly #height: number;
  readonly #glyphs: DrawnGlyph[] = [];
  #furniture = '';
  readonly #strokes: (readonly [number, number, number, number])[] = [];

  constructor(number: number, width: number, height: number) {
    this.#number = number;
    this.#width = width;
    this.#height = height;
  }

  get glyphCount(): number {
    return this.#glyphs.length;
  }

  glyph(glyph: DrawnGlyph): void {
    if (Number.isFinite(glyph.x + glyph.y + glyph.size) && glyph.size > 0.5) this.#glyphs.push(glyph);
  }

  /** A glyph that the file itself marks as furniture of the page: header, footer, watermark. */
  furniture(text: string): void {
    this.#furniture += text;
  }

  /** Words on the page that are no part of its text: marked furniture, and what runs across as a watermark. */
  wordsAside(): string[] {
    const slanted = this.#glyphs
      .filter((glyph) => directionOf(glyph) === 'slanted')
      .map((glyph) => glyph.text);
    return [this.#furniture, slanted.join('')].filter((words) => words.trim() !== '');
  }

  /** A stroked piece of a path; only upright ones are lines of a table. */
  stroke(fromX: number, fromY: number, toX: number, toY: number): void {
    const width = Math.abs(fromX - toX);
    const height = Math.abs(fromY - toY);
    const isUpright = Math.min(width, height) <= straight && Math.max(width, height) > shortest;
    if (isUpright) this.#strokes.push([fromX, fromY, toX, toY]);
  }

  /** A filled box: a line when it is thin, else background. */
  fill(left: number, top: number, right: number, bottom: number): void {
    const width = right - left;
    const height = bottom - top;
    if (height <= thin && width > Math.max(height, shortest))
      this.stroke(left, (top + bottom) / 2, right, (top + bottom) / 2);
    else if (width <= thin && height > shortest)
      this.stroke((left + right) / 2, top, (left + right) / 2, bottom);
  }

  /** The page as it is read; a page whose text is set sideways is turned upright. */
  page(): PageInk {
    const counts = new Map<Direction, number>();
    for (const glyph of this.#glyphs) {
      const direction = directionOf(glyph);
      counts.set(direction, (counts.get(direction) ?? 0) + 1);
    }
    const [main = 'right'] =
      [...counts].filter(([direction]) => direction !== 'slanted').sort((a, b) => b[1] - a[1])[0] ?? [];
    const turn = this.#turnFor(main);
    const glyphs: InkGlyph[] = [];
    const seen = new Map<string, InkGlyph[]>();
    for (const drawn of this.#glyphs) {
      if (directionOf(drawn) === 'slanted') continue;
      const [x, y] = turn(drawn.x, drawn.y);
      const [endX] = turn(drawn.x + drawn.advanceX, drawn.y + drawn.advanceY);
      const isMain = directionOf(drawn) === main;
      const glyph: InkGlyph = {
        text: drawn.text,
        x: isMain ? Math.min(x, endX) : x,
        width: isMain ? Math.abs(endX - x) : drawn.size,
        y,
        size: drawn.size,
        bold: drawn.bold,
      };
      if (!isDrawnTwice(glyph, seen)) glyphs.push(glyph);
    }
    const horizontal: InkSegment[] = [];
    const vertical: InkSegment[] = [];
    for (const [fromX, fromY, toX, toY] of this.#strokes) {
      const [x1, y1] = turn(fromX, fromY);
      const [x2, y2] = turn(toX, toY);
      if (Math.abs(x1 - x2) > Math.abs(y1 - y2)) {
        horizontal.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
      } else vertical.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
    }
    const sideways = main === 'up' || main === 'down';
    return {
      number: this.#number,
      width: sideways ? this.#height : this.#width,
      height: sideways ? this.#width : this.#height,
      glyphs,
      horizontal,
      vertical,
    };
  }

  #turnFor(direction: Direction): (x: number, y: number) => readonly [number, number] {
    const [width, height] = [this.#width, this.#height];
    switch (direction) {
      case 'up':
        return (x, y) => [height - y, x];
      case 'down':
        return (x, y) => [y, width - x];
      case 'left':
        return (x, y) => [width - x, height - y];
      default:
        return (x, y) => [x, y];
    }
  }
}

/** Bold is sometimes faked by drawing a glyph again, a hair to the side. */
function isDrawnTwice(glyph: InkGlyph, seen: Map<string, InkGlyph[]>): boolean {
  if (glyph.text.trim() === '') return false;
  const key = `${glyph.text}${Math.round(glyph.y / 4)}`;
  const others = seen.get(key);
  if (others === undefined) {
    seen.set(key, [glyph]);
    return false;
  }
  const near = glyph.size * 0.2;
  if (others.some((other) => Math.abs(other.x - glyph.x) < near && Math.abs(other.y - glyph.y) < near))
    return true;
  others.push(glyph);
  return false;
}
