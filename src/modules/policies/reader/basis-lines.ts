/** Where documents say what they rest on: before their first section, in their first articles, under 编制依据. Pure. */
import { markOfLine } from './clauses/marks.ts';
import type { DocumentLine } from './lines.ts';

const ofBasis = /编制依据|制定依据|法律依据|政策依据|^.{0,6}依据$/u;

/** The lines in which named documents are what this one rests on. */
export function preambleLines(lines: readonly DocumentLine[]): readonly DocumentLine[] {
  const kept: DocumentLine[] = [];
  let isBefore = true;
  let wanted = 0;
  for (const line of lines) {
    if (line.table !== null) continue;
    const mark = markOfLine(line.spaced);
    const number = mark?.numbers[0] ?? 0;
    if (mark?.kind === 'annex' && mark.rest.length < 40) {
      // A text that follows the letter has a preamble of its own.
      isBefore = true;
      continue;
    }
    const isFirstArticle = mark?.kind === 'article' && number <= 2 && mark.numbers.length === 1;
    if (mark !== undefined && mark.kind !== 'annex') isBefore = false;
    if (ofBasis.test(line.compact)) wanted = 2;
    if (isBefore || isFirstArticle || wanted > 0) kept.push(line);
    wanted -= 1;
  }
  return kept;
}
