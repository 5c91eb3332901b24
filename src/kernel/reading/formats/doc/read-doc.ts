/** Word 97–2003 documents (.doc) and WPS documents of that format: text, lists and tables with their merges. */
import type { SourceBlock, SourceDocument, SourceParagraph } from '../../source.ts';
import { cleanText } from '../clean-text.ts';
import { gatherCompoundProperties, noteCompoundContents } from '../compound-asides.ts';
import type { CompoundFile } from '../compound-file.ts';
import { isTellingField } from '../docx/word-asides.ts';
import { type FormatRun, SourceRefused } from '../format-run.ts';
import { ListNumberer } from '../list-numberer.ts';
import { appendTo } from '../many-values.ts';
import { gatherBinaryBesides } from './binary-besides.ts';
import { binaryLists } from './binary-lists.ts';
import { type BinaryTableRow, blocksOfBinaryTable } from './binary-table.ts';
import { BinaryWord } from './binary-word.ts';
import {
  type BinaryParagraphProperties,
  binaryParagraphProperties,
  binaryRunProperties,
} from './properties.ts';

/** A table being read, at one depth. */
interface OpenTable {
  readonly rows: BinaryTableRow[];
  readonly cells: SourceBlock[][];
  blocks: SourceBlock[];
}

interface OpenField {
  instruction: string;
  inInstruction: boolean;
  isContents: boolean;
}

const headingStyles = 6;
const deepestTable = 20;
/** Signs of the format inside its text: marks of paragraphs, cells and fields, anchors of pictures and notes. */
const signs = /((?![\t\n])\p{Cc})/u;

class BinaryWordReader {
  readonly #word: BinaryWord;
  readonly #run: FormatRun;
  readonly #numberer: ListNumberer;
  readonly #blocks: SourceBlock[] = [];
  readonly #tables: OpenTable[] = [];
  readonly #fields: OpenField[] = [];
  #text = '';
  /** Text that is not shown, until shown text or the end of its paragraph parts it from the next. */
  #unseen: { readonly kind: 'deletedText' | 'hiddenText'; text: string } | undefined;
  #bold = 0;
  #plain = 0;
  #paragraphs = 0;
  #tableCount = 0;

  constructor(word: BinaryWord, run: FormatRun) {
    this.#word = word;
    this.#run = run;
    const lists = binaryLists(word.part('lists'), word.part('listOverrides'), word.behind('lists'));
    this.#numberer = new ListNumberer(lists);
  }

  async read(): Promise<SourceBlock[]> {
    await this.#readRange(0, this.#word.mainLength);
    const [from, length] = this.#word.textBoxes;
    if (length > 0) {
      await this.#readRange(from, from + length);
      this.#run.note('textBoxes', '文件中有文本框，其中的文字放在文末读取。');
    }
    return this.#blocks;
  }

  async #readRange(from: number, to: number): Promise<void> {
    let done = 0;
    for (const piece of this.#word.textBetween(from, to)) {
      let index = 0;
      while (index < piece.text.length) {
        await this.#run.breathe((from + done + index) / Math.max(this.#word.mainLength, 1));
        const width = Math.max(piece.position(1) - piece.position(0), 1);
        const run = this.#word.runAt(piece.position(index));
        const length = Math.max(Math.ceil((run.to - piece.position(index)) / width), 1);
        const end = Math.min(index + length, piece.text.length);
        this.#readRun(piece.text.slice(index, end), run.list, (at) => piece.position(index + at));
        index = end;
      }
      done += piece.text.length;
    }
    if (this.#text.trim() !== '') this.#endParagraph(binaryParagraphProperties(0, Buffer.alloc(0)), '\r');
    this.#closeTables(0);
  }

  #readRun(text: string, list: Buffer, position: (at: number) => number): void {
    const properties = binaryRunProperties(list);
    if (properties.deleted || properties.inserted) {
      this.#run.note('trackedChanges', '文件中有未接受的修订，已按接受全部修订后的文字读取，请核对。');
    }
    let at = 0;
    for (const part of text.split(signs)) {
      if (part.length === 1 && signs.test(part)) this.#readSign(part, properties.deleted, position(at));
      else if (part !== '') this.#addText(part, properties);
      at += part.length;
    }
  }

  #addText(text: string, properties: { bold: boolean; hidden: boolean; deleted: boolean }): void {
    const field = this.#fields.at(-1);
    if (field?.inInstruction === true) field.instruction += text;
    if (this.#fields.some((open) => open.inInstruction || open.isContents)) return;
    if (properties.deleted || properties.hidden) {
      if (!properties.deleted && text.trim() !== '')
        this.#run.note('hiddenText', '文件中有隐藏文字，没有读取。');
      this.#addUnseen(properties.deleted ? 'deletedText' : 'hiddenText', text);
      return;
    }
    this.#tellUnseen();
    this.#text += text;
    const seen = text.replace(/\s/gu, '').length;
    if (properties.bold) this.#bold += seen;
    else this.#plain += seen;
  }

  #addUnseen(kind: 'deletedText' | 'hiddenText', text: string): void {
    if (this.#unseen?.kind !== kind) this.#tellUnseen();
    this.#unseen = { kind, text: (this.#unseen?.text ?? '') + text };
  }

  #tellUnseen(): void {
    if (this.#unseen !== undefined)
      this.#run.aside(this.#unseen.kind, this.#unseen.text, { line: this.#paragraphs + 1 });
    this.#unseen = undefined;
  }

  #readSign(sign: string, deleted: boolean, position: number): void {
    const field = this.#fields.at(-1);
    switch (sign) {
      case '\u0013':
        this.#fields.push({ instruction: '', inInstruction: true, isContents: false });
        break;
      case '\u0014':
        if (field !== undefined) {
          field.inInstruction = false;
          field.isContents = /^\s*TOC\b/u.test(field.instruction);
          if (field.isContents) this.#run.note('contentsTable', '文件中的自动目录没有读取。');
        }
        break;
      case '\u0015': {
        const instruction = this.#fields.pop()?.instruction ?? '';
        if (isTellingField(instruction)) this.#run.aside('property', instruction, {}, '域代码');
        break;
      }
      case '\u000b':
        this.#text += '\n';
        break;
      case '\u001e':
        this.#text += '-';
        break;
      case '\u0001':
      case '\u0008':
        this.#run.note('pictures', '文件中有图片或图形，其中的文字没有读取。');
        break;
      case '\u0002':
        this.#run.note('footnotes', '文件中有脚注或尾注，注文没有读取。');
        break;
      case '\u0005':
        this.#run.note('comments', '文件中有批注，批注内容没有读取。');
        break;
      case '\r':
      case '\u0007':
      case '\u000c': {
        // A deleted paragraph mark lets its text run on into the next paragraph.
        if (deleted && sign === '\r') break;
        const { style, list } = this.#word.paragraphAt(position);
        this.#endParagraph(binaryParagraphProperties(style, list), sign);
        break;
      }
    }
  }

  #endParagraph(properties: BinaryParagraphProperties, sign: string): void {
    this.#tellUnseen();
    this.#paragraphs++;
    const text = cleanText(this.#text);
    const bold = this.#bold > 0 && this.#plain === 0;
    this.#text = '';
    this.#bold = 0;
    this.#plain = 0;
    const depth = Math.min(properties.depth, deepestTable);
    const table = this.#openTable(depth);
    const endsRow = depth > 1 ? properties.innerRowEnd : properties.rowEnd;
    if (table !== undefined && endsRow) {
      table.rows.push({ cells: table.cells.splice(0), definition: properties.row });
      table.blocks = [];
      return;
    }
    const label =
      properties.listIndex > 0 && properties.listIndex < 0xf801
        ? this.#numberer.nextLabel(String(properties.listIndex), properties.listLevel)
        : undefined;
    const outline = properties.outlineLevel ?? properties.style;
    const isHeading = outline >= 1 && outline <= headingStyles;
    const paragraph: SourceParagraph = {
      kind: 'paragraph',
      text,
      place: { line: this.#paragraphs },
      ...(isHeading ? { headingLevel: outline } : {}),
      ...(properties.centred === true ? { centred: true } : {}),
      ...(bold ? { bold: true } : {}),
      ...(label === undefined ? {} : { listLabel: label }),
    };
    const target = table === undefined ? this.#blocks : table.blocks;
    if (text !== '' || (label !== undefined && table !== undefined)) target.push(paragraph);
    const endsCell = depth > 1 ? properties.innerCellEnd : sign === '\u0007';
    if (table !== undefined && endsCell) {
      table.cells.push(table.blocks);
      table.blocks = [];
    }
  }

  /** The table being read at a depth; tables further in are closed, missing ones opened. */
  #openTable(depth: number): OpenTable | undefined {
    this.#closeTables(depth);
    while (this.#tables.length < depth) this.#tables.push({ rows: [], cells: [], blocks: [] });
    return this.#tables.at(-1);
  }

  #closeTables(depth: number): void {
    while (this.#tables.length > depth) {
      const table = this.#tables.pop();
      if (table === undefined) return;
      if (table.blocks.length > 0) table.cells.push(table.blocks);
      if (table.cells.length > 0) table.rows.push({ cells: table.cells, definition: undefined });
      this.#tableCount++;
      const blocks = blocksOfBinaryTable(table.rows, this.#tableCount);
      appendTo(this.#tables.at(-1)?.blocks ?? this.#blocks, blocks);
    }
  }
}

/** @throws SourceRefused `encrypted`, `damaged`, `unsupported`, `cancelled` */
export async function readDoc(file: CompoundFile, run: FormatRun): Promise<SourceDocument> {
  try {
    const word = new BinaryWord(file);
    const blocks = await new BinaryWordReader(word, run).read();
    if (run.gathersAsides) {
      gatherBinaryBesides(word, run);
      gatherCompoundProperties(file, run);
      noteCompoundContents(file, run);
    }
    return { format: 'doc', blocks, notes: run.notes };
  } catch (problem) {
    // Reading past the end of a buffer means that an offset in the file lies.
    if (problem instanceof RangeError) throw new SourceRefused('damaged', { format: 'doc' });
    throw problem;
  }
}
