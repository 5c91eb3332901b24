/**
 * Cuts the lines of the columns of an aligned table into blocks, one for each cell as far as distances and texts
 * tell. Pure.
 */
import { leastOf, mostOf } from '../many-values.ts';
import { type InkRun, inkBottom, inkTop } from './ink.ts';
import { endsSentence, isBareNumber, isFullLine, opensItem } from './wrapping.ts';

/** Lines of one column that stand together, hence one cell. */
export interface InkBlock {
  readonly column: number;
  readonly columnSpan: number;
  readonly lines: InkRun[];
  top: number;
  bottom: number;
}

/** A column narrower than this many sizes says nothing about wrapped lines: its cells are all short. */
const tellingWidth = 8;

/**
 * The usual distance of wrapped lines: the smallest that is common below a line that fills its column. 0 when no
 * column shows wrapped lines.
 */
export function usualLeading(columns: readonly (readonly InkRun[])[]): number {
  const counts = new Map<number, number>();
  let total = 0;
  for (const column of columns) {
    const left = leastOf(column.map((line) => line.left));
    const right = mostOf(column.map((line) => line.right));
    for (const [index, line] of column.entries()) {
      const next = column[index + 1];
      const isFull = line.right > right - 1.6 * line.size && right - left > tellingWidth * line.size;
      if (next === undefined || !isFull) continue;
      const distance = Math.round((next.baseline - line.baseline) * 2) / 2;
      if (distance < line.size * 0.8 || distance > line.size * 3.5) continue;
      counts.set(distance, (counts.get(distance) ?? 0) + 1);
      total++;
    }
  }
  const common = [...counts].filter(([, count]) => count >= total * 0.15).map(([distance]) => distance);
  return common.length === 0 ? 0 : leastOf(common);
}

/**
 * Baselines that most columns share. Where no line is wrapped these are rows, however near they stand.
 * `columns` without text are not counted.
 */
export function sharedBaselines(columns: readonly (readonly InkRun[])[]): number[] {
  const counts = new Map<number, number>();
  const written = columns.filter((column) => column.length > 0);
  for (const column of written) {
    for (const baseline of new Set(column.map((line) => Math.round(line.baseline)))) {
      counts.set(baseline, (counts.get(baseline) ?? 0) + 1);
    }
  }
  return [...counts].filter(([, count]) => count >= written.length * 0.6).map(([baseline]) => baseline);
}

/** Cuts the lines of one column into blocks where they stand further apart than usual, or a rule parts them. */
export function blocksOfColumn(
  column: number,
  lines: readonly InkRun[],
  leading: number,
  rules: readonly number[],
  rowBaselines: readonly number[] = [],
): InkBlock[] {
  const blocks: InkBlock[] = [];
  let previous: InkRun | undefined;
  for (const line of [...lines].sort((upper, lower) => upper.baseline - lower.baseline)) {
    const last = blocks.at(-1);
    const usual = leading > 0 ? leading : line.size * 1.6;
    const far =
      previous === undefined ||
      (isBareNumber(previous) && isBareNumber(line)) ||
      rowBaselines.some((baseline) => Math.abs(baseline - line.baseline) < 1) ||
      line.baseline - previous.baseline > usual + Math.max(1.1, usual * 0.08) ||
      rules.some(
        (rule) => previous !== undefined && rule > previous.baseline && rule < line.baseline - line.size / 3,
      );
    if (last === undefined || far) {
      blocks.push({ column, columnSpan: 1, lines: [line], top: inkTop(line), bottom: inkBottom(line) });
    } else {
      last.lines.push(line);
      last.bottom = inkBottom(line);
    }
    previous = line;
  }
  return blocks;
}

/**
 * Parts blocks again below lines that end early or end a sentence. For columns whose cells follow each other without a gap: another
 * column shows that there are more rows.
 */
export function partedAtShortLines(blocks: readonly InkBlock[]): InkBlock[] {
  const lines = blocks.flatMap((block) => block.lines);
  const left = leastOf(lines.map((line) => line.left));
  const available = mostOf(lines.map((line) => line.right)) - left;
  return blocks.flatMap((block) => {
    const parts: InkBlock[] = [];
    for (const [index, line] of block.lines.entries()) {
      const previous = block.lines[index - 1];
      const last = parts.at(-1);
      const goesOn =
        previous !== undefined &&
        isFullLine(previous, line, left, available) &&
        !endsSentence(previous) &&
        !opensItem(line);
      if (last === undefined || !goesOn) {
        parts.push({ ...block, lines: [line], top: inkTop(line), bottom: inkBottom(line) });
      } else {
        last.lines.push(line);
        last.bottom = inkBottom(line);
      }
    }
    return parts;
  });
}
