/** The texts of a binary Word file beside its body: headers and footers, notes, comments. */

import type { SourceAsideKind } from '../../source.ts';
import type { FormatRun } from '../format-run.ts';
import { leastOf } from '../many-values.ts';
import type { BinaryWord, WordBeside } from './binary-word.ts';

const kinds: Readonly<Record<WordBeside, SourceAsideKind>> = {
  footnotes: 'footnote',
  endnotes: 'footnote',
  headers: 'header',
  headerBoxes: 'header',
  comments: 'comment',
};
/** Signs that end a paragraph, a cell, a section. */
const paragraphEnds = ['\u0007', '\u000c'];
const marks = /(?![\t\n])\p{Cc}/gu;

/** The text without the instructions of its fields; their results stay. */
function withoutInstructions(text: string): string {
  const pieces = text.split('\u0013');
  return pieces.map((piece, index) => (index === 0 ? piece : piece.slice(fieldResult(piece)))).join('');
}

/** Where the result of a field begins behind its instruction; where the field ends when it has none. */
function fieldResult(piece: string): number {
  const places = ['\u0014', '\u0015'].map((sign) => piece.indexOf(sign)).filter((at) => at >= 0);
  return places.length === 0 ? piece.length : leastOf(places);
}

/** Records each paragraph of these texts once. */
export function gatherBinaryBesides(word: BinaryWord, run: FormatRun): void {
  for (const beside of Object.keys(kinds) as WordBeside[]) {
    const [from, length] = word.besides[beside];
    const text = [...word.textBetween(from, from + length)].map((piece) => piece.text).join('');
    const paragraphs = paragraphEnds
      .reduce((sum, sign) => sum.replaceAll(sign, '\r'), withoutInstructions(text))
      .split('\r')
      .map((paragraph) => paragraph.replace(marks, ''));
    for (const paragraph of new Set(paragraphs)) run.aside(kinds[beside], paragraph);
  }
}
