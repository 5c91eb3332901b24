/** Puts the lines of running text together into paragraphs: full lines run on, indents and short lines part. Pure. */
import type { SourceParagraph } from '../../source.ts';
import { cleanText } from '../clean-text.ts';
import type { InkRun } from './ink.ts';
import { isFullLine } from './wrapping.ts';

/** The column that running text fills. */
export interface TextColumn {
  readonly left: number;
  readonly right: number;
  readonly size: number;
  readonly pageMiddle: number;
  /** Whether enough long lines show where the edges are. */
  readonly isKnown: boolean;
}

const indented = 1.2;
const endsSentence = /[。；！？：;!?:]$/u;

function commonest(values: readonly number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((first, second) => second[1] - first[1])[0]?.[0];
}

/** Edges and size of the running text of a document; `pageWidth` is that of its first page. */
export function textColumn(lines: readonly InkRun[], pageWidth: number): TextColumn {
  const size = commonest(lines.map((line) => Math.round(line.size * 2) / 2)) ?? 12;
  const body = lines.filter((line) => Math.abs(line.size - size) < 1);
  const long = body.filter((line) => line.right - line.left > pageWidth * 0.4);
  const isKnown = long.length >= 3;
  const sample = isKnown ? long : body;
  const rights = sample.map((line) => line.right).sort((first, second) => first - second);
  const lefts = sample.map((line) => line.left).sort((first, second) => first - second);
  const left = lefts[Math.floor(lefts.length * 0.1)] ?? pageWidth * 0.1;
  // A few short lines do not show how far a full one would reach: then the margins are taken to be alike.
  const right = rights[Math.floor(rights.length * 0.9)] ?? pageWidth * 0.9;
  return {
    left,
    right: isKnown ? right : Math.max(right, pageWidth - left),
    size,
    pageMiddle: pageWidth / 2,
    isKnown,
  };
}

function isCentredLine(line: InkRun, column: TextColumn): boolean {
  const middle = (line.left + line.right) / 2;
  const expected = [column.pageMiddle, (column.left + column.right) / 2];
  const inside = line.left > column.left + 2.2 * column.size && line.right < column.right - 1.5 * column.size;
  const isTitle = line.size > column.size * 1.15;
  return (inside || isTitle) && expected.some((position) => Math.abs(position - middle) < line.size * 0.9);
}

// 责任单位：, 完成时限： and the like stand on lines of their own.
const opensLabel = /^\p{Script=Han}{4,8}[：:]/u;

/** Whether a line continues the paragraph of the line before it. */
function runsOn(previous: InkRun, line: InkRun, column: TextColumn): boolean {
  if (opensLabel.test(line.text)) return false;
  if (Math.abs(previous.size - line.size) > column.size * 0.15) return false;
  const gap = line.page === previous.page ? line.baseline - previous.baseline : 0;
  if (gap > line.size * 3) return false;
  const centred = isCentredLine(line, column);
  if (centred !== isCentredLine(previous, column)) {
    // The last line of a paragraph may happen to stand in the middle, but not a first one.
    if (line.left > column.left + indented * column.size) return false;
  } else if (centred) return line.size > column.size * 1.15 && gap < line.size * 2.2;
  const isLong = previous.right - previous.left > column.pageMiddle;
  const full =
    isFullLine(previous, line, column.left, column.right - column.left) ||
    (!column.isKnown && isLong && !endsSentence.test(previous.text));
  const isIndented = line.left > column.left + indented * line.size;
  if (!isIndented) return full;
  return full && Math.abs(previous.left - line.left) < line.size * 0.5 && !endsSentence.test(previous.text);
}

const arabicItem = /^(\d{1,3})[.．、](?!\d)/u;

function itemNumber(line: InkRun): number | undefined {
  const digits = arabicItem.exec(line.text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Paragraphs of lines in reading order. A line that opens the next number of a running list never runs on. */
export function paragraphsOfLines(lines: readonly InkRun[], column: TextColumn): SourceParagraph[] {
  const groups: InkRun[][] = [];
  let lastItem: number | undefined;
  for (const line of lines) {
    const group = groups.at(-1);
    const previous = group?.at(-1);
    const item = itemNumber(line);
    const isNextItem = item !== undefined && lastItem !== undefined && item === lastItem + 1;
    if (group !== undefined && previous !== undefined && !isNextItem && runsOn(previous, line, column)) {
      group.push(line);
      continue;
    }
    groups.push([line]);
    lastItem = item ?? lastItem;
  }
  return groups.flatMap((group): SourceParagraph[] => {
    const [first] = group;
    const text = cleanText(
      group.reduce((joined, line) => joined + wordJoint(joined, line.text) + line.text, ''),
    );
    if (first === undefined || text === '') return [];
    return [
      {
        kind: 'paragraph',
        text,
        place: { page: first.page },
        ...(group.every((line) => isCentredLine(line, column)) ? { centred: true } : {}),
        ...(group.every((line) => line.bold) ? { bold: true } : {}),
      },
    ];
  });
}

function wordJoint(before: string, after: string): string {
  return /\p{Script=Latin}$/u.test(before) && /^\p{Script=Latin}/u.test(after) ? ' ' : '';
}
