/**
 * Joins the lines of a cell or paragraph: a line that was broken because it was full runs on, one that ended early
 * ends a paragraph. Pure.
 */
import type { InkRun } from './ink.ts';

const noLineStart = /^[，。、；：！？）》」』】〕…—”’,.;:!?)\]%]/u;
const noLineEnd = /^[（《「『【〔“‘([]/u;
const word = /^[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}.,:/\-%]*/u;
/** Sizes a line may fall short, beyond what could not be placed on it, and still count as full. */
const slack = 0.6;

/** Width of what would have had to fit on the line before: the next line's first unbreakable piece. */
function leastPieceWidth(line: InkRun): number {
  let at = 0;
  while (at < 3 && noLineEnd.test(line.text.slice(at))) at++;
  const letters = word.exec(line.text.slice(at))?.[0] ?? '';
  let signs = at + (letters === '' ? 1 : 0);
  let after = at + Math.max(letters.length, 1);
  while (signs < 5 && noLineStart.test(line.text.slice(after))) {
    signs++;
    after++;
  }
  return Math.min((signs + letters.length * 0.55) * line.size, line.right - line.left);
}

/** Whether a line reaches the right edge, so that the next one continues it. `left` is the edge lines begin at. */
export function isFullLine(line: InkRun, next: InkRun | undefined, left: number, available: number): boolean {
  const least = next === undefined ? line.size : leastPieceWidth(next);
  return line.right - left + least + slack * line.size > available;
}

function joint(before: string, after: string): string {
  return /[\p{Script=Latin}]$/u.test(before) && /^[\p{Script=Latin}]/u.test(after) ? ' ' : '';
}

/** The text of lines set one below the other in a column of the given width. */
export function textOfLines(lines: readonly InkRun[], available: number): string {
  const left = Math.min(...lines.map((line) => line.left));
  let text = '';
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1];
    if (previous !== undefined) {
      text += isFullLine(previous, line, left, available) ? joint(text, line.text) : '\n';
    }
    text += line.text;
  }
  return text;
}
