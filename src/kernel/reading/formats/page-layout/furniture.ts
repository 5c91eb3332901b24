/** Takes running headers, footers and page numbers off the pages of a document. Pure. */
import { type InkGlyph, inkBottom, inkTop, type PageInk } from './ink.ts';
import { glyphLines, runOfGlyphs, splitAtGaps } from './runs.ts';

/** Share of the page's height, at its top and bottom, in which furniture stands. */
const margin = 0.13;
/** Lines looked at from each edge. */
const reach = 2;
const pageNumber =
  /^[\s\-—–―·•.~～|]*第?\s*[\d０-９一二三四五六七八九十]{1,4}\s*页?(?:\s*[,，/／|]?\s*(?:共|of|总)?\s*\d{1,4}\s*页?)?[\s\-—–―·•.~～|]*$/u;

interface EdgeLine {
  readonly page: number;
  readonly glyphs: readonly InkGlyph[];
  readonly text: string;
  readonly left: number;
  readonly baseline: number;
  readonly runs: number;
}

function edgeLines(page: PageInk): EdgeLine[] {
  const lines = glyphLines(page.glyphs).flatMap((glyphs): (EdgeLine & { top: number; bottom: number })[] => {
    const run = runOfGlyphs(glyphs, page.number);
    if (run === undefined) return [];
    const runs = splitAtGaps(glyphs, 1.5).length;
    const { text, left, baseline } = run;
    return [
      { page: page.number, glyphs, text, left, baseline, runs, top: inkTop(run), bottom: inkBottom(run) },
    ];
  });
  const head = lines.slice(0, reach).filter((line) => line.bottom < page.height * margin);
  const foot = lines.slice(-reach).filter((line) => line.top > page.height * (1 - margin));
  const inTable = (line: EdgeLine) =>
    page.vertical.some((rule) => rule.from < line.baseline - 2 && rule.to > line.baseline - 2);
  // Furniture keeps its distance; what overlaps with other lines is a cell among cells.
  const isCrowded = (line: (typeof lines)[number]) =>
    lines.some((other) => other !== line && other.top < line.bottom + 2 && other.bottom > line.top - 2);
  return [...head, ...foot].filter(
    (line, index, all) => all.indexOf(line) === index && !inTable(line) && !isCrowded(line),
  );
}

/** The same words at the same place, whatever the page number in them. */
function furnitureKey(line: EdgeLine): string {
  const words = line.text.replace(/\s/gu, '').replace(/[\d０-９]+/gu, '#');
  return `${words}@${Math.round(line.baseline / 3)}`;
}

/** The pages without their furniture; `onDropped` is told of each line taken off. */
export function withoutFurniture(
  pages: readonly PageInk[],
  onDropped: (text: string, page: number, isAtTop: boolean) => void = () => undefined,
): PageInk[] {
  const edges = pages.map(edgeLines);
  const counts = new Map<string, number>();
  for (const line of edges.flat()) counts.set(furnitureKey(line), (counts.get(furnitureKey(line)) ?? 0) + 1);
  const needed = Math.max(2, pages.length * 0.4);
  return pages.map((page, index) => {
    const dropped = new Set<InkGlyph>();
    for (const line of edges[index] ?? []) {
      const isNumber = line.runs === 1 && pageNumber.test(line.text);
      const isRepeated = line.runs <= 2 && (counts.get(furnitureKey(line)) ?? 0) >= needed;
      if (!isNumber && !isRepeated) continue;
      for (const glyph of line.glyphs) dropped.add(glyph);
      if (!isNumber) onDropped(line.text, page.number, line.baseline < page.height / 2);
    }
    return dropped.size === 0
      ? page
      : { ...page, glyphs: page.glyphs.filter((glyph) => !dropped.has(glyph)) };
  });
}
