/** Puts glyphs together into runs and lines of text. Pure. */
import type { InkGlyph, InkRun } from './ink.ts';

/** Share of the size by which baselines of one line may differ. */
const sameLine = 0.35;
/** Gaps (in sizes) at which a blank was meant: between letters, and between any signs. */
const wordGap = 0.22;
const wideGap = 0.9;
const lettersAndDigits = /[\p{Script=Latin}\p{N}]/u;

/** Glyphs by line from top to bottom, each line from left to right. */
export function glyphLines(glyphs: readonly InkGlyph[]): InkGlyph[][] {
  const lines: { baseline: number; size: number; glyphs: InkGlyph[] }[] = [];
  for (const glyph of [...glyphs].sort((left, right) => left.y - right.y)) {
    const last = lines.at(-1);
    if (last !== undefined && glyph.y - last.baseline <= sameLine * Math.min(last.size, glyph.size)) {
      last.glyphs.push(glyph);
    } else lines.push({ baseline: glyph.y, size: glyph.size, glyphs: [glyph] });
  }
  return lines.map((line) => line.glyphs.sort((left, right) => left.x - right.x));
}

function separator(before: InkGlyph, after: InkGlyph): string {
  const gap = after.x - (before.x + before.width);
  const size = Math.max(before.size, after.size);
  if (gap > wideGap * size) return ' ';
  const between = lettersAndDigits.test(before.text) && lettersAndDigits.test(after.text);
  return between && gap > wordGap * size ? ' ' : '';
}

/** One run of glyphs that already stand in order; undefined when they are all blank. */
export function runOfGlyphs(glyphs: readonly InkGlyph[], page: number): InkRun | undefined {
  const shown = glyphs.filter((glyph) => glyph.text.trim() !== '');
  const first = shown[0];
  const last = shown.at(-1);
  if (first === undefined || last === undefined) return undefined;
  let text = '';
  let previous: InkGlyph | undefined;
  for (const glyph of glyphs.slice(glyphs.indexOf(first), glyphs.lastIndexOf(last) + 1)) {
    if (previous !== undefined && glyph.text !== ' ' && previous.text !== ' ')
      text += separator(previous, glyph);
    text += glyph.text;
    previous = glyph;
  }
  const sizes = shown.map((glyph) => glyph.size).sort((left, right) => left - right);
  return {
    text: text.replace(/ {2,}/gu, ' '),
    left: first.x,
    right: shown.reduce((most, glyph) => Math.max(most, glyph.x + glyph.width), last.x),
    baseline: first.y,
    size: sizes[sizes.length >> 1] ?? first.size,
    bold: shown.every((glyph) => glyph.bold),
    page,
  };
}

/** 第三条 and the wide blank behind it open a sentence; they are no cell of a table. */
const articleMark = /^第[一二三四五六七八九十百零〇]{1,6}[条章节款](?:之[一二三四五六七八九十]{1,3})?$/u;

function isArticleMark(glyphs: readonly InkGlyph[]): boolean {
  if (glyphs.length > 12) return false;
  return articleMark.test(glyphs.map(({ text }) => text.trim()).join(''));
}

/** A smaller gap parts too, where a column is known to begin behind it. */
const edgeGap = 0.2;
const atEdge = 1.2;

/**
 * Cuts a line of glyphs where the gap between two of them is wider than `gap` sizes, or where a glyph begins at one
 * of the `edges` with a little room before it.
 */
export function splitAtGaps(
  line: readonly InkGlyph[],
  gap: number,
  edges: readonly number[] = [],
): InkGlyph[][] {
  const parts: InkGlyph[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const glyph of line) {
    if (glyph.text.trim() === '') {
      parts.at(-1)?.push(glyph);
      continue;
    }
    const room = glyph.x - end;
    const beginsColumn = () =>
      room > edgeGap * glyph.size && edges.some((edge) => Math.abs(edge - glyph.x) < atEdge);
    const parting = room > gap * glyph.size || beginsColumn();
    const opensSentence = parts.length === 1 && isArticleMark(parts[0] ?? []);
    if (parts.length === 0 || (parting && !opensSentence)) parts.push([]);
    parts.at(-1)?.push(glyph);
    end = Math.max(end, glyph.x + glyph.width);
  }
  return parts;
}

/** Runs of a page or a cell: lines cut at gaps, or whole lines when `gap` is infinite. */
export function inkRuns(glyphs: readonly InkGlyph[], page: number, gap: number): InkRun[] {
  return glyphLines(glyphs)
    .flatMap((line) => splitAtGaps(line, gap))
    .map((part) => runOfGlyphs(part, page))
    .filter((run): run is InkRun => run !== undefined);
}
