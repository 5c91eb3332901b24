/** Builders of binary Office files for the reader's tests: an OLE container, and a Word 97 document inside one. */

const sectorSize = 512;
const endOfChain = 0xfffffffe;
const tableMark = 0xfffffffd;
const unused = 0xffffffff;

/** An OLE compound file of the given streams, each kept in whole sectors. */
export function givenCompoundFile(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const names = Object.keys(streams);
  const bodies = names.map((name) => {
    const body = Buffer.from(streams[name] ?? []);
    // Streams under 4096 bytes would live in the small stream, which this builder does without.
    return Buffer.concat([
      body,
      Buffer.alloc(Math.max(4096, Math.ceil(body.length / sectorSize) * sectorSize) - body.length),
    ]);
  });
  const table: number[] = [tableMark, endOfChain];
  const directory = Buffer.alloc(sectorSize);
  const entry = (index: number, name: string, kind: number, start: number, size: number) => {
    const at = index * 128;
    directory.write(name, at, 'utf16le');
    directory.writeUInt16LE((name.length + 1) * 2, at + 64);
    directory.writeUInt8(kind, at + 66);
    directory.writeUInt32LE(start, at + 116);
    directory.writeUInt32LE(size, at + 120);
  };
  entry(0, 'Root Entry', 5, endOfChain, 0);
  for (const [index, body] of bodies.entries()) {
    entry(index + 1, names[index] ?? '', 2, table.length, body.length);
    const sectors = body.length / sectorSize;
    for (let sector = 1; sector < sectors; sector++) table.push(table.length + 1);
    table.push(endOfChain);
  }
  const header = Buffer.alloc(sectorSize);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(1, 48);
  header.writeUInt32LE(4096, 56);
  for (const at of [60, 68]) header.writeUInt32LE(endOfChain, at);
  for (let slot = 0; slot < 109; slot++) header.writeUInt32LE(slot === 0 ? 0 : unused, 76 + slot * 4);
  const tableSector = Buffer.alloc(sectorSize, 0xff);
  for (const [index, next] of table.entries()) tableSector.writeUInt32LE(next, index * 4);
  return Buffer.concat([header, tableSector, directory, ...bodies]);
}

/** A paragraph with its end sign (`\r` or the cell mark `\u0007`) and its property modifiers. */
export interface GivenParagraph {
  readonly text: string;
  readonly modifiers?: readonly number[];
}

/** Modifiers of a paragraph in a table cell, and of the mark that ends a row. */
export const inCell = [0x16, 0x24, 1];

/** Modifiers of a row's end with its cells: right edge in twips and merge flags of each. */
export function rowEnd(...cells: readonly (readonly [edge: number, flags: number])[]): number[] {
  const edges = [0, ...cells.map(([edge]) => edge)].flatMap((edge) => [edge & 255, edge >> 8]);
  const flags = cells.flatMap(([, flag]) => [flag, 0, ...Array.from({ length: 18 }, () => 0)]);
  const definition = [cells.length, ...edges, ...flags];
  const size = definition.length + 1;
  return [...inCell, 0x17, 0x24, 1, 0x08, 0xd6, size & 255, size >> 8, ...definition];
}

export const mergesDown = 0x60;
export const mergedUp = 0x20;

/** What a Word 97 document holds beside its body. */
export interface GivenBesides {
  readonly headers?: string;
  /** Further streams of the container by name. */
  readonly streams?: Readonly<Record<string, Uint8Array>>;
}

/** A set of properties ([MS-OLEPS]): texts by number, as UTF-16. */
export function givenPropertySet(texts: Readonly<Record<number, string>>): Buffer {
  const entries = Object.entries(texts);
  const values = entries.map(([, text]) => {
    const value = Buffer.alloc(8 + (text.length + 1) * 2);
    value.writeUInt32LE(0x1f, 0);
    value.writeUInt32LE(text.length + 1, 4);
    value.write(text, 8, 'utf16le');
    return value;
  });
  const head = Buffer.alloc(48);
  head.writeUInt32LE(1, 24);
  head.writeUInt32LE(48, 44);
  const index = Buffer.alloc(8 + entries.length * 8);
  index.writeUInt32LE(entries.length, 4);
  let at = index.length;
  for (const [place, [number]] of entries.entries()) {
    index.writeUInt32LE(Number(number), 8 + place * 8);
    index.writeUInt32LE(at, 12 + place * 8);
    at += values[place]?.length ?? 0;
  }
  return Buffer.concat([head, index, ...values]);
}

/** A Word 97 document. `flags` is added to the flags of its information block (0x100: encrypted). */
export function givenWordBinary(
  paragraphs: readonly GivenParagraph[],
  flags = 0,
  { headers = '', streams = {} }: GivenBesides = {},
): Buffer {
  const textAt = 1536;
  const body = paragraphs.map((paragraph) => paragraph.text).join('');
  const text = body + headers;
  const page = Buffer.alloc(sectorSize);
  page.writeUInt8(paragraphs.length, 511);
  let position = textAt;
  let top = 510;
  const written = new Map<string, number>();
  for (const [index, paragraph] of paragraphs.entries()) {
    page.writeUInt32LE(position, index * 4);
    position += paragraph.text.length * 2;
    const list = Buffer.from([0, 0, ...(paragraph.modifiers ?? [])]);
    const padded = Buffer.concat([list, Buffer.alloc(list.length % 2)]);
    let at = written.get(padded.toString('hex'));
    if (at === undefined) {
      top = (top - padded.length - 2) & ~1;
      at = top;
      page.writeUInt8(0, at);
      page.writeUInt8(padded.length / 2, at + 1);
      padded.copy(page, at + 2);
      written.set(padded.toString('hex'), at);
    }
    page.writeUInt8(at / 2, (paragraphs.length + 1) * 4 + index * 13);
  }
  page.writeUInt32LE(position, paragraphs.length * 4);
  const main = Buffer.alloc(textAt);
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(0x00c1, 2);
  main.writeUInt16LE(0x0200 | flags, 0x0a);
  main.writeUInt32LE(body.length, 0x4c);
  main.writeUInt32LE(headers.length, 0x54);
  const pieces = Buffer.alloc(5 + 16);
  pieces.writeUInt8(2, 0);
  pieces.writeUInt32LE(16, 1);
  pieces.writeUInt32LE(text.length, 9);
  pieces.writeUInt32LE(textAt, 15);
  const pages = Buffer.alloc(12);
  pages.writeUInt32LE(textAt, 0);
  pages.writeUInt32LE(position, 4);
  pages.writeUInt32LE(2, 8);
  main.writeUInt32LE(0, 0x01a2);
  main.writeUInt32LE(pieces.length, 0x01a6);
  main.writeUInt32LE(pieces.length, 0x0102);
  main.writeUInt32LE(pages.length, 0x0106);
  page.copy(main, 1024);
  return givenCompoundFile({
    WordDocument: Buffer.concat([main, Buffer.from(text, 'utf16le')]),
    '1Table': Buffer.concat([pieces, pages]),
    ...streams,
  });
}
