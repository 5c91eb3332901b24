/**
 * The parts of a binary Word file ([MS-DOC]): the information block, the pieces of text, and the property lists of
 * paragraphs and runs looked up by file position. Every offset is checked before it is followed.
 */

import type { CompoundFile } from '../compound-file.ts';
import { SourceRefused } from '../format-run.ts';
import { appendTo } from '../many-values.ts';

const magic = 0xa5ec;
const oldestVersion = 0x00c1;
const pageSize = 512;
/** Places of offset and length pairs in the information block. */
const pairs = {
  runPages: 0x00fa,
  paragraphPages: 0x0102,
  pieces: 0x01a2,
  lists: 0x02e2,
  listOverrides: 0x02ea,
};

export type WordPart = keyof typeof pairs;
export type WordBeside = 'footnotes' | 'headers' | 'comments' | 'endnotes' | 'headerBoxes';

interface TextPiece {
  /** First character of the piece in the document. */
  readonly from: number;
  readonly to: number;
  /** Byte in the main stream. */
  readonly at: number;
  readonly wide: boolean;
}

interface PropertyRange {
  readonly from: number;
  readonly to: number;
  readonly style: number;
  readonly list: Buffer;
}

const noProperties = Buffer.alloc(0);

function damagedWord(cause: string): SourceRefused {
  return new SourceRefused('damaged', { format: 'doc', cause });
}

/** Looks property lists up by file position. */
class PropertyRanges {
  readonly #ranges: readonly PropertyRange[];

  constructor(ranges: PropertyRange[]) {
    this.#ranges = ranges.sort((left, right) => left.from - right.from);
  }

  at(position: number): PropertyRange | undefined {
    let low = 0;
    let high = this.#ranges.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const range = this.#ranges[middle];
      if (range === undefined) return undefined;
      if (position < range.from) high = middle - 1;
      else if (position >= range.to) low = middle + 1;
      else return range;
    }
    return undefined;
  }
}

/** An opened binary Word document. */
export class BinaryWord {
  readonly #main: Buffer;
  readonly #tables: Buffer;
  readonly #data: Buffer;
  readonly #pieces: readonly TextPiece[];
  readonly #paragraphs: PropertyRanges;
  readonly #runs: PropertyRanges;
  /** Characters of the main text. */
  readonly mainLength: number;
  /** First character and length of the text of all text boxes. */
  readonly textBoxes: readonly [number, number];
  /** The same for the texts beside the body. */
  readonly besides: Readonly<Record<WordBeside, readonly [number, number]>>;

  /** @throws SourceRefused `encrypted`, `damaged`, `unsupported` (older than Word 97) */
  constructor(file: CompoundFile) {
    const main = file.read('WordDocument');
    if (main === undefined || main.length < pageSize || main.readUInt16LE(0) !== magic) {
      throw damagedWord('缺少正文');
    }
    const flags = main.readUInt16LE(0x0a);
    if (main.readUInt16LE(2) < oldestVersion) {
      throw new SourceRefused('unsupported', {
        cause: 'Word 95 及更早的格式',
        remedy: '请用 Word 或 WPS 打开，另存为 .docx 后上传。',
      });
    }
    if ((flags & 0x0100) !== 0) throw new SourceRefused('encrypted', { format: 'doc' });
    this.#main = main;
    const tables = file.read((flags & 0x0200) === 0 ? '0Table' : '1Table');
    if (tables === undefined) throw damagedWord('缺少格式信息');
    this.#tables = tables;
    this.#data = file.read('Data') ?? noProperties;
    const lengths = [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64, 0x68].map((at) =>
      Math.max(main.readInt32LE(at), 0),
    );
    this.mainLength = lengths[0] ?? 0;
    const range = (index: number): readonly [number, number] => [
      lengths.slice(0, index).reduce((sum, length) => sum + length, 0),
      lengths[index] ?? 0,
    ];
    this.textBoxes = range(6);
    this.besides = {
      footnotes: range(1),
      headers: range(2),
      comments: range(4),
      endnotes: range(5),
      headerBoxes: range(7),
    };
    this.#pieces = this.#readPieces();
    this.#paragraphs = new PropertyRanges(this.#readPropertyPages('paragraphPages'));
    this.#runs = new PropertyRanges(this.#readPropertyPages('runPages'));
  }

  /** A part of the table stream; empty when the file has none or its bounds are wrong. */
  part(name: WordPart): Buffer {
    const at = this.#main.readUInt32LE(pairs[name]);
    const length = this.#main.readUInt32LE(pairs[name] + 4);
    return at + length <= this.#tables.length ? this.#tables.subarray(at, at + length) : noProperties;
  }

  /** What is written in the table stream behind a part, as levels are behind the list definitions. */
  behind(name: WordPart): Buffer {
    const part = this.part(name);
    return this.#tables.subarray(this.#main.readUInt32LE(pairs[name]) + part.length);
  }

  /** Pieces of text between two characters, each with the file position of its characters. */
  *textBetween(from: number, to: number): Generator<{ text: string; position: (index: number) => number }> {
    for (const piece of this.#pieces) {
      const first = Math.max(piece.from, from);
      const last = Math.min(piece.to, to);
      if (first >= last) continue;
      const width = piece.wide ? 2 : 1;
      const at = piece.at + (first - piece.from) * width;
      const bytes = this.#main.subarray(at, at + (last - first) * width);
      const text = new TextDecoder(piece.wide ? 'utf-16le' : 'windows-1252', { ignoreBOM: true }).decode(
        bytes,
      );
      yield { text, position: (index) => at + index * width };
    }
  }

  /** Style and property list of the paragraph whose mark stands at a file position. */
  paragraphAt(position: number): { style: number; list: Buffer } {
    const range = this.#paragraphs.at(position);
    if (range === undefined) return { style: 0, list: noProperties };
    return { style: range.style, list: Buffer.concat([range.list, this.#hugeList(range.list)]) };
  }

  /** Property list of the run at a file position, and where that run ends. */
  runAt(position: number): { list: Buffer; to: number } {
    const range = this.#runs.at(position);
    return range === undefined
      ? { list: noProperties, to: position + 1 }
      : { list: range.list, to: range.to };
  }

  /** Large lists lie in the data stream; the paragraph's own list only points there. */
  #hugeList(list: Buffer): Buffer {
    if (list.length < 6) return noProperties;
    const code = list.readUInt16LE(0);
    if (code !== 0x6646 && code !== 0x6645) return noProperties;
    const at = list.readUInt32LE(2);
    if (at + 2 > this.#data.length) return noProperties;
    return this.#data.subarray(at + 2, at + 2 + this.#data.readUInt16LE(at));
  }

  #readPieces(): TextPiece[] {
    const complex = this.part('pieces');
    let at = 0;
    while (complex[at] === 1 && at + 3 <= complex.length) at += 3 + complex.readUInt16LE(at + 1);
    if (complex[at] !== 2 || at + 5 > complex.length) throw damagedWord('文字索引不完整');
    const table = complex.subarray(at + 5, at + 5 + complex.readUInt32LE(at + 1));
    const count = Math.floor((table.length - 4) / 12);
    const pieces: TextPiece[] = [];
    for (let index = 0; index < count; index++) {
      const place = table.readUInt32LE((count + 1) * 4 + index * 8 + 2);
      const wide = (place & 0x40000000) === 0;
      const bytes = place & 0x3fffffff;
      pieces.push({
        from: table.readUInt32LE(index * 4),
        to: table.readUInt32LE(index * 4 + 4),
        at: wide ? bytes : bytes >> 1,
        wide,
      });
    }
    if (pieces.some((piece) => piece.to < piece.from)) throw damagedWord('文字索引不完整');
    return pieces;
  }

  #readPropertyPages(part: 'paragraphPages' | 'runPages'): PropertyRange[] {
    const index = this.part(part);
    const count = Math.floor((index.length - 4) / 8);
    const ranges: PropertyRange[] = [];
    for (let page = 0; page < count; page++) {
      const number = index.readUInt32LE((count + 1) * 4 + page * 4) & 0x3fffff;
      const bytes = this.#main.subarray(number * pageSize, (number + 1) * pageSize);
      if (bytes.length < pageSize) continue;
      appendTo(ranges, part === 'paragraphPages' ? paragraphRanges(bytes) : runRanges(bytes));
    }
    return ranges;
  }
}

function paragraphRanges(page: Buffer): PropertyRange[] {
  const count = Math.min(page[pageSize - 1] ?? 0, 29);
  const ranges: PropertyRange[] = [];
  for (let index = 0; index < count; index++) {
    let at = (page[(count + 1) * 4 + index * 13] ?? 0) * 2;
    let style = 0;
    let list: Buffer = noProperties;
    if (at > 0 && at + 4 <= pageSize) {
      let size = page[at] ?? 0;
      if (size === 0) {
        size = (page[at + 1] ?? 0) * 2;
        at += 2;
      } else {
        size = size * 2 - 1;
        at += 1;
      }
      if (at + 2 <= pageSize) style = page.readUInt16LE(at);
      list = page.subarray(at + 2, Math.min(at + size, pageSize));
    }
    ranges.push({ from: page.readUInt32LE(index * 4), to: page.readUInt32LE(index * 4 + 4), style, list });
  }
  return ranges;
}

function runRanges(page: Buffer): PropertyRange[] {
  const count = Math.min(page[pageSize - 1] ?? 0, 101);
  const ranges: PropertyRange[] = [];
  for (let index = 0; index < count; index++) {
    const at = (page[(count + 1) * 4 + index] ?? 0) * 2;
    const list =
      at === 0 ? noProperties : page.subarray(at + 1, Math.min(at + 1 + (page[at] ?? 0), pageSize));
    ranges.push({ from: page.readUInt32LE(index * 4), to: page.readUInt32LE(index * 4 + 4), style: 0, list });
  }
  return ranges;
}
