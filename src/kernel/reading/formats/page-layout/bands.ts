/**
 * Sorts the text of a page into bands (lines that overlap vertically) and finds stretches of bands that look like a
 * table without drawn lines: several runs side by side. Pure.
 */
import { leastOf, mostOf } from '../many-values.ts';
import { type InkGlyph, type InkRun, inkBottom, inkTop } from './ink.ts';
import { glyphLines, runOfGlyphs, splitAtGaps } from './runs.ts';

/** One line of glyphs with its runs. */
export interface InkLine {
  readonly glyphs: readonly InkGlyph[];
  readonly runs: readonly InkRun[];
}

export interface InkBand {
  readonly lines: InkLine[];
  top: number;
  bottom: number;
  /** Whether runs stand side by side in it. */
  parted: boolean;
}

/** Gap, in sizes, that parts two runs of a line. */
const runGap = 1;
/** Bands without parts that may stand between the rows of a table: headings across it. */
const mostHeadings = 2;
/** Vertical gap, in sizes, that ends a table. */
const widestGap = 4;

function bandsOfLines(
  lines: readonly (readonly InkGlyph[])[],
  page: number,
  edges: readonly number[],
): InkBand[] {
  const bands: InkBand[] = [];
  for (const glyphs of lines) {
    const runs = splitAtGaps(glyphs, runGap, edges)
      .map((part) => runOfGlyphs(part, page))
      .filter((run): run is InkRun => run !== undefined);
    if (runs.length === 0) continue;
    const top = leastOf(runs.map(inkTop));
    const bottom = mostOf(runs.map(inkBottom));
    const last = bands.at(-1);
    if (last !== undefined && top < last.bottom - 0.5) {
      last.lines.push({ glyphs, runs });
      last.bottom = Math.max(last.bottom, bottom);
    } else bands.push({ lines: [{ glyphs, runs }], top, bottom, parted: false });
  }
  for (const band of bands) {
    const runs = band.lines.flatMap((line) => line.runs);
    const nearest = leastOf(runs.map((run) => run.right));
    const farthest = mostOf(runs.map((run) => run.left));
    band.parted = nearest + 2 < farthest;
  }
  return bands;
}

/** Bands of a page. Lines whose cells fill their columns are parted where other lines show that a column begins. */
export function inkBands(glyphs: readonly InkGlyph[], page: number): InkBand[] {
  const lines = glyphLines(glyphs);
  const { edges } = columnEdges(bandsOfLines(lines, page, []));
  return bandsOfLines(lines, page, edges);
}

/** Where the columns of a page's parted bands begin. */
export interface ColumnEdges {
  readonly left: number;
  /** Left edges at which several runs begin. */
  readonly edges: readonly number[];
}

export function columnEdges(bands: readonly InkBand[]): ColumnEdges {
  const runs = bands.filter((band) => band.parted).flatMap((band) => band.lines.flatMap((line) => line.runs));
  const counts = new Map<number, number>();
  for (const run of runs) counts.set(Math.round(run.left), (counts.get(Math.round(run.left)) ?? 0) + 1);
  const common = Math.max(3, runs.length * 0.04);
  return {
    left: leastOf(runs.map((run) => run.left)),
    edges: [...counts].filter(([, count]) => count >= common).map(([edge]) => edge),
  };
}

/**
 * Whether the lines of a band can be lines of cells: they stand further in than the table, or pass over the left
 * edge of no other column.
 */
export function isCellBand(band: InkBand, { left, edges }: ColumnEdges): boolean {
  const runs = band.lines.flatMap((line) => line.runs);
  const standsInside = runs.every((run) => run.left >= left + run.size);
  const keepsToColumn = (run: InkRun) =>
    !edges.some((edge) => edge > run.left + run.size && edge < run.right - 1);
  return standsInside || (edges.length > 1 && runs.every(keepsToColumn));
}

/** Gap, in sizes, up to which a line below a table belongs to it. */
const closeBelow = 0.9;

/** A stretch of bands `[from, to)` that may be a table. */
export interface BandStretch {
  readonly from: number;
  readonly to: number;
}

/** Edges of a page's columns; a page with few lines is taken to go on as the one before. */
export function knownEdges(bands: readonly InkBand[], before: ColumnEdges | undefined): ColumnEdges {
  const own = columnEdges(bands);
  return own.edges.length > 1 || before === undefined ? own : before;
}

/** Stretches that begin and end with a parted band, with few others between. */
export function partedStretches(bands: readonly InkBand[], before?: ColumnEdges): BandStretch[] {
  const stretches: BandStretch[] = [];
  let from = -1;
  let to = -1;
  const edges = knownEdges(bands, before);
  let headings = 0;
  const finish = () => {
    if (from >= 0) stretches.push({ from, to });
    from = -1;
  };
  for (const [index, band] of bands.entries()) {
    const previous = bands[index - 1];
    const size = band.lines[0]?.runs[0]?.size ?? 10;
    const isCell = isCellBand(band, edges);
    const isFar = previous !== undefined && band.top - previous.bottom > widestGap * size;
    // Lines of a single cell keep to their column; what passes over others is a heading or running text.
    if (!band.parted && !isCell) headings++;
    if (from >= 0 && (isFar || headings > mostHeadings)) finish();
    if (!band.parted) {
      const follows = from >= 0 && to === index && previous !== undefined;
      // Close below the table, the last lines of one of its cells.
      if (follows && isCell && band.top - previous.bottom < closeBelow * size) to = index + 1;
      continue;
    }
    if (from < 0) from = index;
    headings = 0;
    to = index + 1;
  }
  finish();
  return stretches;
}
