/**
 * A document's text with passages taken out: parts as officers mark them, the text that remains, what was taken. Pure.
 * 政府信息公开条例第三十七条: what must not be public is separated from what is given.
 */
import type { PaperBlock, PaperCell } from '#kernel/paper/paper.ts';
import type { SourceBlock, SourceDocument } from '#kernel/reading/source.ts';

export interface TableCellPart {
  readonly part: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/** How the parts stand in the document. */
export type RedactionBlock =
  | {
      readonly kind: 'paragraph';
      readonly part: number;
      readonly headingLevel: number | null;
      readonly centred: boolean;
    }
  | {
      readonly kind: 'table';
      readonly columnCount: number;
      readonly rows: readonly (readonly TableCellPart[])[];
    };

/** Text of a document in numbered parts: a paragraph or a cell each. */
export interface RedactionText {
  readonly parts: readonly string[];
  readonly blocks: readonly RedactionBlock[];
}

/** A passage to be taken out: half-open span in UTF-16 units of a part. */
export interface RedactionMark {
  readonly part: number;
  readonly start: number;
  readonly end: number;
  /** The ground, as the letter names it. */
  readonly why: string;
  /** The same words may stay where they are not marked; else every place must be marked. */
  readonly keepElsewhere: boolean;
}

/** Of one length, so that nobody counts the signs that were there. */
export const redactionSign = '■■■■';

/** The parts of a document that was read. What stands beside the body (headers, comments, properties) is left behind. */
export function redactionTextOf(document: SourceDocument): RedactionText {
  const parts: string[] = [];
  const add = (text: string) => parts.push(text) - 1;
  const blocks = document.blocks.map((block: SourceBlock): RedactionBlock => {
    if (block.kind === 'paragraph') {
      return {
        kind: 'paragraph',
        part: add(`${block.listLabel ?? ''}${block.text}`),
        headingLevel: block.headingLevel ?? null,
        centred: block.centred ?? false,
      };
    }
    return {
      kind: 'table',
      columnCount: block.columnCount,
      rows: block.rows.map(({ cells }) =>
        cells.map(({ text, columnSpan, rowSpan }) => ({ part: add(text), columnSpan, rowSpan })),
      ),
    };
  });
  return { parts, blocks };
}

/** Words compared as people see them: without blanks, wide and narrow signs alike. */
export function comparableWords(text: string): string {
  return text.normalize('NFKC').replace(/[\s\u200b-\u200f\ufeff]/gu, '');
}

export type MarkFault =
  | { readonly kind: 'outside'; readonly mark: RedactionMark }
  | { readonly kind: 'empty'; readonly mark: RedactionMark }
  | { readonly kind: 'noReason'; readonly mark: RedactionMark };

/** Marks that point at nothing or give no ground. */
export function findMarkFaults(
  { parts }: Pick<RedactionText, 'parts'>,
  marks: readonly RedactionMark[],
): readonly MarkFault[] {
  return marks.flatMap((mark): MarkFault[] => {
    const text = parts[mark.part];
    if (text === undefined || mark.start < 0 || mark.end > text.length || mark.start >= mark.end) {
      return [{ kind: 'outside', mark }];
    }
    if (comparableWords(text.slice(mark.start, mark.end)) === '') return [{ kind: 'empty', mark }];
    return mark.why.trim() === '' ? [{ kind: 'noReason', mark }] : [];
  });
}

/** Spans of one part, merged where they touch. */
function spansOf(marks: readonly RedactionMark[], part: number): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  const own = marks.filter((mark) => mark.part === part).sort((one, other) => one.start - other.start);
  for (const { start, end } of own) {
    const last = spans.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}

function redactPart(text: string, spans: readonly { start: number; end: number }[]): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of spans) {
    rest += text.slice(at, start) + redactionSign;
    at = end;
  }
  return rest + text.slice(at);
}

/** The parts as they are released. */
export function redactParts(
  { parts }: Pick<RedactionText, 'parts'>,
  marks: readonly RedactionMark[],
): readonly string[] {
  return parts.map((text, part) => redactPart(text, spansOf(marks, part)));
}

export interface RemovedWords {
  /** As compared: without blanks. */
  readonly words: string;
  readonly keepElsewhere: boolean;
}

/** What was taken out, each wording once; single signs prove nothing and are left to the count of signs. */
export function listRemovedWords(
  { parts }: Pick<RedactionText, 'parts'>,
  marks: readonly RedactionMark[],
): readonly RemovedWords[] {
  const removed = new Map<string, boolean>();
  for (const { part, start, end, keepElsewhere } of marks) {
    const words = comparableWords((parts[part] ?? '').slice(start, end));
    if ([...words].length < 2) continue;
    // One mark that wants the words gone everywhere is enough.
    removed.set(words, (removed.get(words) ?? true) && keepElsewhere);
  }
  return [...removed].map(([words, keepElsewhere]) => ({ words, keepElsewhere }));
}

export interface Leftover {
  readonly words: string;
  readonly part: number;
}

/** Places where words that were taken out still stand unmarked. */
export function findLeftovers(
  text: Pick<RedactionText, 'parts'>,
  marks: readonly RedactionMark[],
): readonly Leftover[] {
  const remaining = redactParts(text, marks).map(comparableWords);
  return listRemovedWords(text, marks)
    .filter(({ keepElsewhere }) => !keepElsewhere)
    .flatMap(({ words }) =>
      remaining.flatMap((part, index) => (part.includes(words) ? [{ words, part: index }] : [])),
    );
}

/** The same words marked wherever they stand exactly so. */
export function markEverywhere(
  { parts }: Pick<RedactionText, 'parts'>,
  mark: RedactionMark,
): readonly RedactionMark[] {
  const words = (parts[mark.part] ?? '').slice(mark.start, mark.end);
  if (words === '') return [];
  return parts.flatMap((text, part) => {
    const found: RedactionMark[] = [];
    for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + words.length)) {
      found.push({ ...mark, part, start: at, end: at + words.length });
    }
    return found;
  });
}

/** The released text as blocks of a paper. */
export function paperOfRedaction(text: RedactionText, marks: readonly RedactionMark[]): PaperBlock[] {
  const released = redactParts(text, marks);
  const wordsOf = (part: number) => released[part] ?? '';
  return text.blocks.flatMap((block): PaperBlock[] => {
    if (block.kind === 'table') {
      return [
        {
          kind: 'table',
          widths: Array.from({ length: Math.max(1, block.columnCount) }, () => 1),
          headRows: 0,
          small: true,
          rows: block.rows.map((row) =>
            row.map(
              ({ part, columnSpan, rowSpan }): PaperCell => ({ text: wordsOf(part), columnSpan, rowSpan }),
            ),
          ),
        },
      ];
    }
    const words = wordsOf(block.part);
    if (words.trim() === '') return [];
    if (block.centred) return [{ kind: 'paragraph', text: words, align: 'center', indent: false }];
    return [{ kind: 'paragraph', text: words }];
  });
}
