/**
 * Joins the lines of a cell or paragraph: a line that was broken because it was full runs on, one that ended early
 * ends a paragraph. Pure.
 */
import { leastOf } from '../many-values.ts';
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

const itemOpening =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,3}[、.．](?!\d)|第[一二三四五六七八九十]{1,3}[章节条项]|[①-⑳])/u;
const sentenceEnd = /[。；！？;!?]$/u;

/** Whether a line opens a numbered item: 一、 （二） 3. ④ */
export function opensItem(line: InkRun): boolean {
  return itemOpening.test(line.text);
}

/** Whether a line is nothing but a row's number. */
export function isBareNumber(line: InkRun): boolean {
  return /^\d{1,4}[.、]?$/u.test(line.text);
}

export function endsSentence(line: InkRun): boolean {
  return sentenceEnd.test(line.text);
}

function joint(before: string, after: string): string {
  return /[\p{Script=Latin}]$/u.test(before) && /^[\p{Script=Latin}]/u.test(after) ? ' ' : '';
}

/** The text of lines set one below the other in a column of the given width. */
export function textOfLines(lines: readonly InkRun[], available: number): string {
  const left = leastOf(lines.map((line) => line.left));
  let text = '';
  for (const [index, line] of lines.entries()) {
    const previous = lines[index - 1];
    if (previous !== undefined) {
      const isNewItem = endsSentence(previous) && opensItem(line);
      text += !isNewItem && isFullLine(previous, line, left, available) ? joint(text, line.text) : '\n';
    }
    text += line.text;
  }
  return text;
}
