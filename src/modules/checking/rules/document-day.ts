/** The day a document bears, by which names and laws are judged. Pure. */
import { type Day, dayFromParts } from '#kernel/day.ts';
import type { CheckedDocument } from './checked-document.ts';
import { publishedLinesOf } from './published-lines.ts';
import type { CheckContext } from './recogniser.ts';

const dateLine = /^[\s\u3000]*(\d{4})年(\d{1,2})月(\d{1,2})日[\s\u3000]*$/u;

/**
 * The day given with the check, else the last line of the document that is nothing but a date (成文日期); null when
 * nobody can tell, and then nothing that depends on it is judged.
 */
export function findDocumentDay(document: CheckedDocument, context: CheckContext): Day | null {
  if (context.documentDay !== null) return context.documentDay;
  const lines = publishedLinesOf(document);
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const match = dateLine.exec(lines[index]?.text ?? '');
    if (match === null) continue;
    return dayFromParts(Number(match[1]), Number(match[2]), Number(match[3])) ?? null;
  }
  return null;
}
