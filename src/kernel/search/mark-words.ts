/** Marks the asked words in a text and cuts the part worth showing. Pure; lengths and places are those of the original. */
import { foldSigns } from './words/fold-signs.ts';

export interface MarkedPiece {
  readonly text: string;
  readonly isHit: boolean;
}

interface Span {
  readonly start: number;
  readonly end: number;
  /** Which of the marks. */
  readonly mark: number;
}

/** Where the marks stand, without overlaps: the earlier, then the longer one wins. */
function findSpans(folded: string, marks: readonly string[]): Span[] {
  const all: Span[] = [];
  for (const [mark, text] of marks.entries()) {
    if (text === '') continue;
    for (let at = folded.indexOf(text); at !== -1; at = folded.indexOf(text, at + text.length))
      all.push({ start: at, end: at + text.length, mark });
  }
  all.sort((left, right) => left.start - right.start || right.end - left.end);
  const spans: Span[] = [];
  for (const span of all) if (span.start >= (spans.at(-1)?.end ?? 0)) spans.push(span);
  return spans;
}

/** The text in pieces, hits apart. `marks` are folded. */
export function markWords(text: string, marks: readonly string[]): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let end = 0;
  for (const span of findSpans(foldSigns(text), marks)) {
    if (span.start > end) pieces.push({ text: text.slice(end, span.start), isHit: false });
    pieces.push({ text: text.slice(span.start, span.end), isHit: true });
    end = span.end;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isHit: false });
  return pieces;
}

/** How many different marks a text holds. */
export function countMarks(text: string, marks: readonly string[]): number {
  const folded = foldSigns(text);
  return marks.filter((mark) => mark !== '' && folded.includes(mark)).length;
}

/** Signs before the first hit that give it a beginning. */
const lead = 20;

/** The stretch of at most `length` signs with the most different marks, from the beginning of a sentence where one is near. */
export function excerptOf(text: string, marks: readonly string[], length: number): string {
  if (text.length <= length) return text;
  const spans = findSpans(foldSigns(text), marks);
  let best = { start: 0, count: 0 };
  for (const [index, first] of spans.entries()) {
    const met = new Set<number>();
    for (let at = index; at < spans.length; at++) {
      const span = spans[at];
      if (span === undefined || span.end > first.start + length - lead) break;
      met.add(span.mark);
    }
    if (met.size > best.count) best = { start: first.start, count: met.size };
  }
  const earliest = Math.max(0, best.start - lead);
  const sentence = /[。！？；\n][^。！？；\n]*$/u.exec(text.slice(earliest, best.start));
  const start = sentence === null ? earliest : earliest + sentence.index + 1;
  const end = Math.min(text.length, start + length);
  return `${start > 0 ? '……' : ''}${text.slice(start, end).trim()}${end < text.length ? '……' : ''}`;
}
