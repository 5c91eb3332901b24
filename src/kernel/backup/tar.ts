/**
 * The ustar format as far as a backup needs it: regular files of known size with short names. Any `tar` can list and
 * unpack what is written here. Knows nothing of databases.
 */
import { Buffer } from 'node:buffer';

export interface TarEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const blockLength = 512;
/** More than any single entry of a backup. */
const longestEntry = 1024 * 1024 * 1024;

function octal(value: number, length: number): string {
  return `${value.toString(8).padStart(length - 1, '0')}\0`;
}

function headerOf(name: string, size: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new RangeError(`name too long for an archive: ${name}`);
  const header = Buffer.alloc(blockLength);
  header.write(name, 0);
  header.write(octal(0o600, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(size, 12), 124);
  header.write(octal(0, 12), 136);
  header.write(' '.repeat(8), 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** The bytes of an archive with these entries, in order. */
export async function* packTar(entries: AsyncIterable<TarEntry>): AsyncGenerator<Buffer> {
  for await (const { name, bytes } of entries) {
    yield headerOf(name, bytes.byteLength);
    yield Buffer.from(bytes);
    const rest = bytes.byteLength % blockLength;
    if (rest > 0) yield Buffer.alloc(blockLength - rest);
  }
  yield Buffer.alloc(2 * blockLength);
}

/** The archive ended in the middle, or is none. */
export class BrokenArchive extends Error {
  override readonly name = 'BrokenArchive';
}

/** The entries of an archive one after the other; throws `BrokenArchive` for anything that is not whole. */
export async function* unpackTar(archive: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const source = archive[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);

  async function take(length: number): Promise<Buffer> {
    const pieces = [held];
    let available = held.length;
    while (available < length) {
      const next = await source.next();
      if (next.done === true) throw new BrokenArchive('the archive ends too early');
      pieces.push(next.value);
      available += next.value.length;
    }
    const whole = pieces.length === 1 ? held : Buffer.concat(pieces);
    held = whole.subarray(length);
    return whole.subarray(0, length);
  }

  for (;;) {
    const header = await take(blockLength);
    if (header.every((byte) => byte === 0)) return;
    if (header.toString('latin1', 257, 262) !== 'ustar') throw new BrokenArchive('this is no tar archive');
    const size = Number.parseInt(header.toString('latin1', 124, 135), 8);
    if (!(size >= 0 && size <= longestEntry)) throw new BrokenArchive('an entry has no believable size');
    const name = header.toString('utf8', 0, header.indexOf(0));
    const bytes = await take(size);
    yield { name, bytes };
    const rest = size % blockLength;
    if (rest > 0) await take(blockLength - rest);
  }
}
