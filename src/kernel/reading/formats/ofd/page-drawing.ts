/** Draws the text and path objects of an OFD page (GB/T 33190-2016, 9.3, 11.3) into an `InkCollector`. */
import { leastOf, mostOf } from '../many-values.ts';
import type { InkCollector } from '../page-layout/ink-collector.ts';
import { combinedMatrix, identityMatrix, type Matrix, movedPoint } from '../page-layout/matrix.ts';
import { childElements, firstChild, textInside, type XmlElement } from '../xml-tree.ts';

/** OFD measures in millimetres. */
export const pointsPerMillimetre = 72 / 25.4;

/** What a page's objects refer to. */
export interface PageResources {
  readonly boldFonts: ReadonlySet<string>;
}

const fullWidth =
  /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6“”‘’…—·]/u;
const mostRepeats = 100_000;

/** Numbers of a list attribute; `g 3 1.5` stands for three times 1.5. */
export function deltaNumbers(list: string | undefined): number[] {
  const tokens = (list ?? '')
    .trim()
    .split(/\s+/u)
    .filter((token) => token !== '');
  const numbers: number[] = [];
  for (let at = 0; at < tokens.length && numbers.length < mostRepeats; at++) {
    if (tokens[at] !== 'g') numbers.push(Number(tokens[at]) || 0);
    else {
      const count = Math.min(Number(tokens[at + 1]) || 0, mostRepeats);
      const value = Number(tokens[at + 2]) || 0;
      for (let repeat = 0; repeat < count; repeat++) numbers.push(value);
      at += 2;
    }
  }
  return numbers;
}

function numbersOf(list: string | undefined): number[] {
  return (list ?? '').trim().split(/\s+/u).map(Number).filter(Number.isFinite);
}

/** From an object's own coordinates to points on the page. */
function objectMatrix(element: XmlElement, outer: Matrix): Matrix {
  const [x = 0, y = 0] = numbersOf(element.attributes.get('Boundary'));
  const values = numbersOf(element.attributes.get('CTM'));
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values.length === 6 ? values : identityMatrix;
  return combinedMatrix(outer, combinedMatrix([1, 0, 0, 1, x, y], [a, b, c, d, e, f]));
}

function drawText(element: XmlElement, outer: Matrix, resources: PageResources, ink: InkCollector): void {
  const matrix = objectMatrix(element, outer);
  const size = Number(element.attributes.get('Size') ?? '0');
  const weight = Number(element.attributes.get('Weight') ?? '400');
  const scale = Number(element.attributes.get('HScale') ?? '1') || 1;
  const bold = weight >= 600 || resources.boldFonts.has(element.attributes.get('Font') ?? '');
  const sizeOnPage = size * Math.hypot(matrix[2], matrix[3]);
  let [x, y] = [0, 0];
  for (const code of childElements(element, 'TextCode')) {
    x = Number(code.attributes.get('X') ?? x);
    y = Number(code.attributes.get('Y') ?? y);
    const deltaX = deltaNumbers(code.attributes.get('DeltaX'));
    const deltaY = deltaNumbers(code.attributes.get('DeltaY'));
    for (const [index, text] of [...textInside(code)].entries()) {
      const own = (fullWidth.test(text) ? size : size / 2) * scale;
      const given = deltaX[index];
      const down = deltaY[index] ?? 0;
      const step = given ?? (deltaX.length === 0 && deltaY.length === 0 ? own : 0);
      // The step to the next glyph may be wider than the glyph: a gap is no ink.
      const sideways = down !== 0 && step === 0;
      const [fromX, fromY] = movedPoint(matrix, x, y);
      const [toX, toY] = movedPoint(
        matrix,
        x + (sideways ? 0 : Math.min(step > 0 ? step : own, own * 1.05)),
        y + (sideways ? Math.sign(down) * own : 0),
      );
      ink.glyph({
        text,
        x: fromX,
        y: fromY,
        advanceX: toX - fromX,
        advanceY: toY - fromY,
        size: sizeOnPage,
        bold,
      });
      x += step;
      y += down;
    }
  }
}

type Point = readonly [number, number];

/** Straight pieces of abbreviated path data; curves only move the pen. */
function straightPieces(data: string): Point[][] {
  const tokens = data.trim().split(/[\s,]+/u);
  const pieces: Point[][] = [];
  const operands: Readonly<Record<string, number>> = { M: 2, S: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };
  let current: Point[] = [];
  const finish = () => {
    if (current.length > 1) pieces.push(current);
  };
  for (let at = 0; at < tokens.length; ) {
    const command = tokens[at] ?? '';
    const count = operands[command];
    if (count === undefined) {
      at++;
      continue;
    }
    const values = tokens.slice(at + 1, at + 1 + count).map(Number);
    const point: Point = [values.at(-2) ?? 0, values.at(-1) ?? 0];
    if (command === 'C') {
      const first = current[0];
      if (first !== undefined) current.push(first);
    } else if (command === 'L') current.push(point);
    else {
      finish();
      current = [point];
    }
    at += 1 + count;
  }
  finish();
  return pieces;
}

function drawPath(element: XmlElement, outer: Matrix, ink: InkCollector): void {
  const data = firstChild(element, 'AbbreviatedData');
  if (data === undefined) return;
  const matrix = objectMatrix(element, outer);
  const isStroked = (element.attributes.get('Stroke') ?? 'true') !== 'false';
  const isFilled = element.attributes.get('Fill') === 'true';
  for (const piece of straightPieces(textInside(data))) {
    const points = piece.map(([x, y]) => movedPoint(matrix, x, y));
    if (isFilled) {
      const xs = points.map(([x]) => x);
      const ys = points.map(([, y]) => y);
      ink.fill(leastOf(xs), leastOf(ys), mostOf(xs), mostOf(ys));
    }
    if (!isStroked) continue;
    for (const [index, [x, y]] of points.entries()) {
      const next = points[index + 1];
      if (next !== undefined) ink.stroke(x, y, next[0], next[1]);
    }
  }
}

/** Draws the layers of a page or template. */
export function drawLayers(
  parent: XmlElement,
  resources: PageResources,
  ink: InkCollector,
  outer: Matrix = [pointsPerMillimetre, 0, 0, pointsPerMillimetre, 0, 0],
): void {
  for (const element of childElements(parent)) {
    if (element.attributes.get('Visible') === 'false') continue;
    switch (element.name) {
      case 'TextObject':
        drawText(element, outer, resources, ink);
        break;
      case 'PathObject':
        drawPath(element, outer, ink);
        break;
      case 'Content':
      case 'Layer':
      case 'PageBlock':
        drawLayers(element, resources, ink, outer);
        break;
    }
  }
}
