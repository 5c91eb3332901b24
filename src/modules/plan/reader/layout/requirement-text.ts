/**
 * The text of a requirement as printed, apart from line wraps and markup remains: joining its lines, and parting
 * cells in which several numbered tasks were fused.
 */
import { readOpeningNumber } from './numbering.ts';

const blockMarkup = /\s*<\/?\s*(?:p|br|div|span|td|tr)\b[^<>]{0,60}\/?>\s*/giu;
const han = /[\p{Script=Han}，。、；：？！（）《》“”‘’【】〔〕]/u;

/** Lines of a text; a block tag that a conversion left behind is a line end. */
export function textLinesOf(printed: string): string[] {
  return printed
    .replace(blockMarkup, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function joinPair(left: string, right: string): string {
  if (left === '' || right === '') return left + right;
  const seam = han.test(left.at(-1) ?? '') || han.test(right.at(0) ?? '') ? '' : ' ';
  return left + seam + right;
}

/** The text in one line, without the line wraps and markup remains of its source. */
export function joinWrapped(printed: string): string {
  return textLinesOf(printed).reduce(joinPair, '');
}

export interface FusedTask {
  readonly number: number;
  readonly text: string;
}

/**
 * The tasks of a cell that holds several, each opened by its plan-wide number: `23 … 24 …`. Undefined for an ordinary
 * cell, also for one whose lines count its own steps from 1.
 */
export function fusedTasks(printed: string): FusedTask[] | undefined {
  const parts: FusedTask[] = [];
  for (const line of textLinesOf(printed)) {
    const opening = readOpeningNumber(line);
    const last = parts.at(-1);
    if (opening !== undefined && (last === undefined || opening.number === last.number + 1)) {
      parts.push({ number: opening.number, text: opening.rest });
    } else if (last === undefined) return undefined;
    else parts[parts.length - 1] = { number: last.number, text: joinPair(last.text, line) };
  }
  const [first] = parts;
  return parts.length >= 2 && first !== undefined && first.number > 1 ? parts : undefined;
}
