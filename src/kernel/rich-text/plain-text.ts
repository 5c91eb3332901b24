/**
 * A body as plain text, with the way back from a place in the text to the block it stands in: checks, search and
 * differences see the text, people see the block.
 */
import type { RichBlock, RichBody, RichFlow, RichInline, RichTable } from './body.ts';
import { textOfInlines } from './clean-inlines.ts';
import { readRichText } from './sanitise.ts';

export type TextLeafKind = 'paragraph' | 'heading' | 'item' | 'quote' | 'cell' | 'caption' | 'alt';

/** A run of words in one place of a body. */
export interface TextLeaf {
  readonly kind: TextLeafKind;
  readonly text: string;
  /** Index of the outermost block. */
  readonly block: number;
  /** Only in tables: its number in the body, row and grid column, each from 1. */
  readonly table?: number;
  readonly row?: number;
  readonly column?: number;
}

/** The span a leaf has in the plain text, in UTF-16 units. */
export interface TextPiece extends Omit<TextLeaf, 'text'> {
  readonly start: number;
  readonly end: number;
}

export interface PlainText {
  readonly text: string;
  /** By start, one for each leaf; a leaf has the same number here and in every walk over the body. */
  readonly pieces: readonly TextPiece[];
}

interface Place {
  readonly block: number;
  readonly kind: 'paragraph' | 'item' | 'quote' | 'cell';
  readonly table?: number;
  readonly row?: number;
  readonly column?: number;
}

class TextWriter {
  readonly pieces: TextPiece[] = [];
  readonly #parts: string[] = [];
  #length = 0;
  #tables = 0;
  /** What parts the next leaf from what stands before it. */
  #gap = '';

  get text(): string {
    return this.#parts.join('');
  }

  #put(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  #leaf(place: Place, kind: TextLeafKind, text: string, gap: string): void {
    this.#put(this.#gap);
    const start = this.#length;
    this.#put(text);
    this.pieces.push({ ...place, kind, start, end: this.#length });
    this.#gap = gap;
  }

  flow(blocks: readonly RichFlow[], place: Place, gap = '\n'): void {
    for (const block of blocks) {
      switch (block.kind) {
        case 'paragraph':
          this.#leaf(place, place.kind, lineOfInlines(block.inlines, gap), gap);
          break;
        case 'list':
          for (const item of block.items)
            this.flow(item, { ...place, kind: place.kind === 'cell' ? 'cell' : 'item' }, gap);
          break;
        case 'picture':
          if (block.alt !== '') this.#leaf(place, 'alt', block.alt, gap);
          if (block.caption !== '') this.#leaf(place, 'caption', block.caption, gap);
          break;
      }
    }
  }

  block(block: RichBlock, index: number): void {
    switch (block.kind) {
      case 'heading':
        this.#leaf({ block: index, kind: 'paragraph' }, 'heading', textOfInlines(block.inlines), '\n');
        break;
      case 'quote':
        this.flow(block.blocks, { block: index, kind: 'quote' });
        break;
      case 'table':
        this.#table(block, index);
        break;
      default:
        this.flow([block], { block: index, kind: 'paragraph' });
    }
  }

  /** A row is a line, its places are parted by tabs; a place covered from beside or above is empty. */
  #table(table: RichTable, block: number): void {
    this.#tables += 1;
    const place = { block, kind: 'cell', table: this.#tables } as const;
    if (table.caption !== '') this.#leaf(place, 'caption', table.caption, '\n');
    for (const [index, row] of table.rows.entries()) {
      let column = 0;
      for (const cell of row) {
        this.#gap += '\t'.repeat(cell.column - column);
        column = cell.column;
        this.flow(cell.blocks, { ...place, row: index + 1, column: cell.column + 1 }, ' ');
        if (this.#gap.endsWith(' ')) this.#gap = this.#gap.slice(0, -1);
      }
      this.#gap += `${'\t'.repeat(table.columnCount - 1 - column)}\n`;
    }
  }
}

/** In a cell a break is a blank: its row is one line. Lengths stay the same. */
function lineOfInlines(inlines: readonly RichInline[], gap: string): string {
  const text = textOfInlines(inlines);
  return gap === ' ' ? text.replaceAll('\n', ' ') : text;
}

/**
 * The words of a body, given as data or as its markup: leaves one to a line, table rows one to a line with tabs between the columns, alternative texts
 * and captions of pictures where the picture stands. Numbers of lists are drawn, not text.
 */
export function readPlainText(given: RichBody | string): PlainText {
  const body = typeof given === 'string' ? readRichText(given).body : given;
  const writer = new TextWriter();
  for (const [index, block] of body.entries()) writer.block(block, index);
  return { text: writer.text, pieces: writer.pieces };
}

/** The piece an offset stands in; between two pieces the one before. Undefined for an empty body. */
export function pieceAtOffset({ pieces }: PlainText, offset: number): TextPiece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}

const kindWords: Readonly<Record<TextLeafKind, string>> = {
  paragraph: '段',
  heading: '标题',
  item: '列表',
  quote: '引用',
  cell: '单元格',
  caption: '图表标题',
  alt: '图片说明',
};

/** A place as people look for it: 第3段, 表2第3行第1列. */
export function describePiece(plain: PlainText, piece: TextPiece): string {
  const { kind, table, row, column } = piece;
  if (table !== undefined)
    return row === undefined || column === undefined
      ? `表${table}的标题`
      : `表${table}第${row}行第${column}列`;
  if (kind === 'alt' || kind === 'caption') return kindWords[kind];
  const number = plain.pieces.filter((one) => one.table === undefined && one.start <= piece.start).length;
  return kind === 'paragraph' ? `第${number}段` : `第${number}段（${kindWords[kind]}）`;
}
