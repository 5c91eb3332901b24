/**
 * The typefaces of PDFs: what the operator put into a folder (仿宋, 小标宋 of the office) before the free serif face of
 * the package. Reads files only; knows nothing of papers.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { inflateSync } from 'node:zlib';

const packaged = ['chinese-simplified', 'latin'].flatMap((script) =>
  ['400', '700'].map(
    (weight) => `@fontsource/noto-serif-sc/files/noto-serif-sc-${script}-${weight}-normal.woff`,
  ),
);

/**
 * WOFF 1.0 as the TrueType or OpenType file it wraps (W3C recommendation of 2012-12-13): the tables inflated, the
 * directory written anew. Throws on anything else.
 */
export function unwrapWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF file');
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + count * 16);
  woff.copy(head, 0, 4, 8);
  const power = 2 ** Math.floor(Math.log2(count));
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((count - power) * 16, 10);
  const parts: Buffer[] = [head];
  let offset = head.length;
  for (let index = 0; index < count; index++) {
    const entry = 44 + index * 20;
    const start = woff.readUInt32BE(entry + 4);
    const packedLength = woff.readUInt32BE(entry + 8);
    const length = woff.readUInt32BE(entry + 12);
    const packed = woff.subarray(start, start + packedLength);
    const table = packedLength < length ? inflateSync(packed) : packed;
    const record = 12 + index * 16;
    woff.copy(head, record, entry, entry + 4);
    woff.copy(head, record + 4, entry + 16, entry + 20);
    head.writeUInt32BE(offset, record + 8);
    head.writeUInt32BE(length, record + 12);
    const padded = Buffer.alloc((length + 3) & ~3);
    table.copy(padded);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}

/** Font files for the typesetter: those of the folder first, then the packaged ones. */
export function loadFonts(folder: string | null): Buffer[] {
  const require = createRequire(import.meta.url);
  const own =
    folder === null
      ? []
      : readdirSync(folder)
          .filter((name) => /\.(?:ttf|otf|ttc)$/iu.test(name))
          .sort()
          .map((name) => readFileSync(path.join(folder, name)));
  return [...own, ...packaged.map((file) => unwrapWoff(readFileSync(require.resolve(file))))];
}
