/**
 * Pages of a PDF as grey pictures drawn by an installed `pdftoppm`, boxes burnt into them, and a PDF of nothing but such
 * pictures. Knows no rows; the pictures hold no text, no layer and no property.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { defaultSourceLimits, FormatRun } from '#kernel/reading/formats/format-run.ts';
import { findProgram, inOwnFolder, runProgram } from '#kernel/reading/formats/outside-program.ts';
import { type PageBox, pixelsOfBox } from '../rules/redaction/page-boxes.ts';

/** A page in shades of grey, one byte a pixel. */
export interface PageImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Dots per inch. */
const resolution = 150;
/** Pages of one document; more are handled in pieces. */
export const mostPages = 40;

export type PageDrawing =
  | { readonly kind: 'drawn'; readonly pages: readonly PageImage[] }
  | { readonly kind: 'noProgram' }
  | { readonly kind: 'tooManyPages' }
  | { readonly kind: 'unreadable' };

/** Reads a portable grey map (P5, 8 bit), as `pdftoppm -gray` writes it. */
export function readGreyMap(bytes: Uint8Array): PageImage | undefined {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/u.exec(Buffer.from(bytes.subarray(0, 64)).toString('latin1'));
  if (head === null) return undefined;
  const [width, height] = [Number(head[1]), Number(head[2])];
  const pixels = bytes.subarray(head[0].length);
  return pixels.length === width * height ? { width, height, pixels } : undefined;
}

/** Draws every page of a PDF. */
export async function drawPages(pdf: Uint8Array): Promise<PageDrawing> {
  const program = await findProgram('pdftoppm');
  if (program === undefined) return { kind: 'noProgram' };
  return inOwnFolder(async (folder): Promise<PageDrawing> => {
    await writeFile(path.join(folder, 'source.pdf'), pdf);
    const last = String(mostPages + 1);
    const args = ['-gray', '-r', String(resolution), '-l', last, 'source.pdf', 'page'];
    const drawn = await runProgram(program, args, folder, new FormatRun(defaultSourceLimits, {}));
    const files = (await readdir(folder)).filter((name) => name.endsWith('.pgm')).sort();
    if (drawn === undefined || files.length === 0) return { kind: 'unreadable' };
    if (files.length > mostPages) return { kind: 'tooManyPages' };
    const pages: PageImage[] = [];
    for (const name of files) {
      const page = readGreyMap(await readFile(path.join(folder, name)));
      if (page === undefined) return { kind: 'unreadable' };
      pages.push(page);
    }
    return { kind: 'drawn', pages };
  });
}

/** The page with its boxes black; what was beneath is gone from the pixels. */
export function burnBoxes(page: PageImage, number: number, boxes: readonly PageBox[]): PageImage {
  const pixels = Uint8Array.from(page.pixels);
  for (const box of boxes.filter((one) => one.page === number)) {
    const { left, top, right, bottom } = pixelsOfBox(box, page.width, page.height);
    for (let row = top; row < bottom; row += 1) {
      pixels.fill(0, row * page.width + left, row * page.width + right);
    }
  }
  return { ...page, pixels };
}

/** Whether every pixel inside the boxes of a page is black; a border of one pixel is left to the drawing program. */
export function boxesAreBlack(page: PageImage, number: number, boxes: readonly PageBox[]): boolean {
  return boxes
    .filter((one) => one.page === number)
    .every((box) => {
      const { left, top, right, bottom } = pixelsOfBox(box, page.width, page.height);
      for (let row = top + 1; row < bottom - 1; row += 1) {
        for (let column = left + 1; column < right - 1; column += 1) {
          if ((page.pixels[row * page.width + column] ?? 255) > 8) return false;
        }
      }
      return true;
    });
}

/** A PDF whose pages are these pictures and that holds nothing else (ISO 32000-1, 8.9.5). The same pages give the same bytes. */
export function writePicturePdf(pages: readonly PageImage[]): Uint8Array {
  const chunks: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const add = (bytes: Buffer | string) => {
    const chunk = typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes;
    chunks.push(chunk);
    length += chunk.length;
  };
  const object = (number: number, dictionary: string, stream?: Buffer) => {
    offsets[number] = length;
    add(`${number} 0 obj\n${dictionary}\n`);
    if (stream !== undefined) {
      add('stream\n');
      add(stream);
      add('\nendstream\n');
    }
    add('endobj\n');
  };
  add('%PDF-1.4\n');
  const pageNumber = (index: number) => 3 + index * 3;
  const kids = pages.map((_, index) => `${pageNumber(index)} 0 R`).join(' ');
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  object(2, `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  for (const [index, { width, height, pixels }] of pages.entries()) {
    const own = pageNumber(index);
    const [wide, high] = [(width * 72) / resolution, (height * 72) / resolution].map((one) => one.toFixed(2));
    const resources = `<< /XObject << /P ${own + 1} 0 R >> >>`;
    object(
      own,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${wide} ${high}] /Resources ${resources} /Contents ${own + 2} 0 R >>`,
    );
    const packed = deflateSync(pixels);
    const picture = `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode /Length ${packed.length} >>`;
    object(own + 1, picture, packed);
    const drawing = Buffer.from(`q ${wide} 0 0 ${high} 0 0 cm /P Do Q`, 'latin1');
    object(own + 2, `<< /Length ${drawing.length} >>`, drawing);
  }
  const start = length;
  const count = 3 + pages.length * 3;
  add(`xref\n0 ${count}\n0000000000 65535 f \n`);
  for (let number = 1; number < count; number += 1) {
    add(`${String(offsets[number] ?? 0).padStart(10, '0')} 00000 n \n`);
  }
  add(`trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(chunks);
}

function pngChunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

/** The page as PNG for a screen. */
export function pngOfPage({ width, height, pixels }: PageImage): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1) {
    rows.set(pixels.subarray(row * width, (row + 1) * width), row * (width + 1) + 1);
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk('IHDR', head),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}
