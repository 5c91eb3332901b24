/**
 * Follows the drawing operations of a PDF page and hands its glyphs and lines to an `InkCollector`. Keeps the state
 * of text and graphics as ISO 32000-1, 8.4 and 9.3 define it, as far as positions need it.
 */
import type { InkCollector } from '../page-layout/ink-collector.ts';
import { combinedMatrix, identityMatrix, type Matrix, matrixOf, movedPoint } from '../page-layout/matrix.ts';
import { PagePaths } from './page-paths.ts';
import type { PageSight } from './page-sight.ts';
import { firstPaint, type PaintState, paintAfter } from './paint-state.ts';

/** The operations of a page: their numbers with their arguments. */
export interface PageOperations {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** What is known of a font, by the name it is set with. */
export interface PageFont {
  readonly vertical: boolean;
  readonly bold: boolean;
  /** Share of the size that a width of one stands for (0.001 but in fonts of drawings). */
  readonly unit: number;
}

export type OperationNumbers = Readonly<Record<string, number>>;

interface GraphicsState {
  matrix: Matrix;
  font: PageFont;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  paint: PaintState;
}

const noFont: PageFont = { vertical: false, bold: false, unit: 0.001 };
const deepest = 500;
const pictures: ReadonlySet<string> = new Set([
  'shadingFill',
  'paintImageXObject',
  'paintInlineImageXObject',
  'paintImageMaskXObject',
  'paintSolidColorImageMask',
]);

interface ShownGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

function isShownGlyph(value: unknown): value is ShownGlyph {
  return typeof value === 'object' && value !== null && 'unicode' in value && 'width' in value;
}

function numberAt(args: unknown, index: number): number {
  const value: unknown = Array.isArray(args) ? args[index] : undefined;
  return typeof value === 'number' ? value : 0;
}

/** Draws one page. */
export class PageInkReader {
  readonly #names: ReadonlyMap<number, string>;
  readonly #paths: PagePaths;
  readonly #fontOf: (name: string) => PageFont | undefined;
  readonly #ink: InkCollector;
  readonly #sight: PageSight;
  /** Operations since the last `save`: pictures are not loaded, and what is left of one is a move without a drawing. */
  #sinceSave = '';
  /** The next path bounds what takes ink. */
  #clips = false;
  readonly #stack: GraphicsState[] = [];
  #state: GraphicsState;
  #text: Matrix = identityMatrix;
  #line: Matrix = identityMatrix;
  /** One entry per open marked content: whether it is furniture of the page (header, footer, watermark). */
  readonly #marks: boolean[] = [];

  constructor(
    operations: OperationNumbers,
    view: Matrix,
    fontOf: (name: string) => PageFont | undefined,
    ink: InkCollector,
    sight: PageSight,
  ) {
    this.#names = new Map(Object.entries(operations).map(([name, number]) => [number, name]));
    this.#paths = new PagePaths(operations, ink, sight);
    this.#fontOf = fontOf;
    this.#ink = ink;
    this.#sight = sight;
    this.#state = {
      matrix: view,
      font: noFont,
      size: 0,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      paint: firstPaint,
    };
  }

  /** Takes one operation; `false` when it draws nothing this reader knows. */
  operate(operation: number, args: unknown): void {
    const state = this.#state;
    const name = this.#names.get(operation) ?? '';
    if (pictures.has(name) || (name === 'restore' && this.#sinceSave === 'transform'))
      this.#paths.picture(state.matrix, state.paint);
    this.#sinceSave = name === 'save' ? '' : this.#sinceSave.slice(0, 20) + name;
    state.paint = paintAfter(state.paint, name, args);
    switch (name) {
      case 'clip':
      case 'eoClip':
        this.#clips = true;
        break;
      case 'save':
        this.#push();
        break;
      case 'restore':
        this.#pop();
        break;
      case 'transform':
        state.matrix = combinedMatrix(state.matrix, matrixOf(args));
        break;
      case 'paintFormXObjectBegin':
        this.#push();
        if (Array.isArray(args)) this.#state.matrix = combinedMatrix(state.matrix, matrixOf(args[0]));
        break;
      case 'paintFormXObjectEnd':
        this.#pop();
        break;
      case 'beginMarkedContent':
      case 'beginMarkedContentProps':
        this.#marks.push(isFurniture(args));
        break;
      case 'endMarkedContent':
        this.#marks.pop();
        break;
      case 'beginText':
        this.#text = identityMatrix;
        this.#line = identityMatrix;
        break;
      case 'setCharSpacing':
        state.charSpacing = numberAt(args, 0);
        break;
      case 'setWordSpacing':
        state.wordSpacing = numberAt(args, 0);
        break;
      case 'setHScale':
        state.scale = numberAt(args, 0) / 100;
        break;
      case 'setLeading':
        state.leading = -numberAt(args, 0);
        break;
      case 'setTextRise':
        state.rise = numberAt(args, 0);
        break;
      case 'setFont': {
        const name: unknown = Array.isArray(args) ? args[0] : undefined;
        state.font = (typeof name === 'string' ? this.#fontOf(name) : undefined) ?? noFont;
        state.size = numberAt(args, 1);
        break;
      }
      case 'setTextMatrix': {
        const matrix = matrixOf(Array.isArray(args) && args.length === 1 ? args[0] : args);
        this.#text = matrix;
        this.#line = matrix;
        break;
      }
      case 'moveText':
        this.#moveLine(numberAt(args, 0), numberAt(args, 1));
        break;
      case 'setLeadingMoveText':
        state.leading = numberAt(args, 1);
        this.#moveLine(numberAt(args, 0), numberAt(args, 1));
        break;
      case 'nextLine':
        this.#moveLine(0, state.leading);
        break;
      case 'showText':
      case 'showSpacedText':
        this.#show(Array.isArray(args) ? args[0] : undefined);
        break;
      case 'nextLineShowText':
        this.#moveLine(0, state.leading);
        this.#show(Array.isArray(args) ? args[0] : undefined);
        break;
      case 'nextLineSetSpacingShowText':
        state.wordSpacing = numberAt(args, 0);
        state.charSpacing = numberAt(args, 1);
        this.#moveLine(0, state.leading);
        this.#show(Array.isArray(args) ? args[2] : undefined);
        break;
      case 'constructPath':
        state.paint = this.#paths.draw(args, state.matrix, state.paint, this.#clips);
        this.#clips = false;
        break;
    }
  }

  #push(): void {
    if (this.#stack.length < deepest) this.#stack.push({ ...this.#state });
  }

  #pop(): void {
    this.#state = this.#stack.pop() ?? this.#state;
  }

  #moveLine(x: number, y: number): void {
    this.#line = combinedMatrix(this.#line, [1, 0, 0, 1, x, y]);
    this.#text = this.#line;
  }

  #show(glyphs: unknown): void {
    if (!Array.isArray(glyphs)) return;
    const state = this.#state;
    const furniture = this.#marks.includes(true);
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        const shift = (-glyph / 1000) * state.size;
        this.#advance(state.font.vertical ? 0 : shift * state.scale, state.font.vertical ? shift : 0);
        continue;
      }
      if (!isShownGlyph(glyph)) continue;
      const spacing = state.charSpacing + (glyph.isSpace ? state.wordSpacing : 0);
      const width = glyph.width * state.font.unit * state.size;
      if (furniture) this.#ink.furniture(glyph.unicode);
      else this.#draw(glyph.unicode, width);
      if (state.font.vertical) this.#advance(0, spacing - state.size);
      else this.#advance((width + spacing) * state.scale, 0);
    }
  }

  #advance(x: number, y: number): void {
    this.#text = combinedMatrix(this.#text, [1, 0, 0, 1, x, y]);
  }

  #draw(text: string, width: number): void {
    const state = this.#state;
    const onPage = combinedMatrix(state.matrix, this.#text);
    const size = Math.abs(state.size) * Math.hypot(onPage[2], onPage[3]);
    // A glyph set downwards stands centred below its origin; it is taken as lying across like the others.
    const [left, below] = state.font.vertical ? [-state.size / 2, -state.size * 0.88] : [0, 0];
    const reach = state.font.vertical ? state.size : width * state.scale;
    const [x, y] = movedPoint(onPage, left, below + state.rise);
    const [endX, endY] = movedPoint(onPage, left + reach, below + state.rise);
    const glyph = { text, x, y, advanceX: endX - x, advanceY: endY - y, size, bold: state.font.bold };
    const { colour, mode } = state.paint;
    this.#sight.glyph(glyph, { colour, isInkless: mode === 3, isOutlined: mode !== 0 && mode !== 3 });
  }
}

/** Marked as an artifact of paging: the producer itself says that it is no content. */
function isFurniture(args: unknown): boolean {
  if (!Array.isArray(args) || args[0] !== 'Artifact') return false;
  return /Header|Footer|Pagination|Watermark/u.test(JSON.stringify(args[1] ?? ''));
}
