/** The editor's document as plain text, in the form checks see it, with the way from the text back into the document. */
import type { Node as EditorNode } from '@tiptap/pm/model';

/** A run of the text and where it begins in the document; `isWhole` where the words are the node's own (a caption). */
interface TextRun {
  readonly start: number;
  readonly end: number;
  readonly position: number;
  readonly isWhole: boolean;
  readonly size: number;
}

export interface EditorText {
  readonly text: string;
  readonly runs: readonly TextRun[];
}

class TextGathering {
  readonly runs: TextRun[] = [];
  readonly #parts: string[] = [];
  #length = 0;
  #gap = '';

  get text(): string {
    return this.#parts.join('');
  }

  #put(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  put(text: string, position: number, size = 0): void {
    if (this.#gap !== '') this.#put(this.#gap);
    this.#gap = '';
    const start = this.#length;
    this.#put(text);
    this.runs.push({ start, end: this.#length, position, isWhole: size > 0, size });
  }

  /** What parts the next words from these. */
  part(gap: string): void {
    this.#gap += gap;
  }

  /** Takes a last part back: a cell ends its row's line by a tab, not by a blank. */
  unpart(gap: string): void {
    if (this.#gap.endsWith(gap)) this.#gap = this.#gap.slice(0, -gap.length);
  }
}

const wordsOf = (value: unknown) => (typeof value === 'string' ? value : '');

function gatherLine(block: EditorNode, at: number, into: TextGathering, isCell: boolean): void {
  block.forEach((inline, offset) => {
    if (inline.isText) into.put(inline.text ?? '', at + 1 + offset);
    else if (inline.type.name === 'hardBreak') into.put(isCell ? ' ' : '\n', at + 1 + offset);
  });
  into.part(isCell ? ' ' : '\n');
}

function gatherTable(table: EditorNode, at: number, into: TextGathering): void {
  const caption = wordsOf(table.attrs.caption);
  if (caption !== '') {
    into.put(caption, at, table.nodeSize);
    into.part('\n');
  }
  table.forEach((row, rowOffset) => {
    row.forEach((cell, cellOffset, index) => {
      if (index > 0) into.part('\t');
      gatherBlocks(cell, at + 1 + rowOffset + 1 + cellOffset, into, true);
      into.unpart(' ');
    });
    into.part('\n');
  });
}

function gatherBlocks(parent: EditorNode, at: number, into: TextGathering, isCell: boolean): void {
  parent.forEach((block, offset) => {
    const position = at + 1 + offset;
    if (block.isTextblock) gatherLine(block, position, into, isCell);
    else if (block.type.name === 'table') gatherTable(block, position, into);
    else if (block.type.name === 'picture') {
      for (const words of [wordsOf(block.attrs.alt), wordsOf(block.attrs.caption)]) {
        if (words === '') continue;
        into.put(words, position, block.nodeSize);
        into.part(isCell ? ' ' : '\n');
      }
    } else gatherBlocks(block, position, into, isCell);
  });
}

/** Text of the document; paragraphs on lines, cells parted by tabs, as `readPlainText` writes a body. */
export function readEditorText(document: EditorNode): EditorText {
  const gathering = new TextGathering();
  // The document itself has no opening token.
  gatherBlocks(document, -1, gathering, false);
  return { text: gathering.text, runs: gathering.runs };
}

function runAt({ runs }: EditorText, offset: number): TextRun | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((runs[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  return run !== undefined && offset >= run.start && offset < run.end ? run : undefined;
}

export interface EditorSpan {
  readonly from: number;
  readonly to: number;
  /** The span is a node as a whole: its words are not in the text of the editor. */
  readonly isNode: boolean;
}

/** Where a span of the text stands in the document; undefined for a span of line ends only. */
export function spanInEditor(text: EditorText, start: number, end: number): EditorSpan | undefined {
  const first = runAt(text, start) ?? text.runs.find((run) => run.start >= start && run.start < end);
  const last = runAt(text, end - 1) ?? text.runs.findLast((run) => run.end <= end && run.end > start);
  if (first === undefined || last === undefined) return undefined;
  if (first.isWhole) return { from: first.position, to: first.position + first.size, isNode: true };
  const from = first.position + Math.max(start - first.start, 0);
  const to = last.isWhole ? last.position : last.position + Math.min(end, last.end) - last.start;
  return to > from ? { from, to, isNode: false } : undefined;
}
