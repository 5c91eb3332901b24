/** A WebP file without camera data. Pure. */
import { readOrientation, writeOrientation } from './orientation.ts';

const keptChunks = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Bits of the first byte of VP8X that announce camera data. */
const exifBit = 0x08;
const xmpBit = 0x04;

function chunkOf(type: string, data: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
}

function* chunksOf(file: Buffer): Generator<Chunk> {
  let at = 12;
  while (at + 8 <= file.length) {
    const type = file.toString('latin1', at, at + 4);
    const length = file.readUInt32LE(at + 4);
    if (at + 8 + length > file.length) return;
    yield { type, data: file.subarray(at + 8, at + 8 + length) };
    at += 8 + length + (length % 2);
  }
}

/** The same picture; undefined when the bytes do not begin as a WebP file. What cannot be read is left out. */
export function webpWithoutTraces(bytes: Uint8Array): Uint8Array | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WEBP') return undefined;
  const chunks = [...chunksOf(file)];
  const exif = chunks.find(({ type }) => type === 'EXIF');
  const orientation = exif === undefined ? undefined : readOrientation(exif.data);
  const kept = chunks
    .filter(({ type }) => keptChunks.has(type))
    .map(({ type, data }) => {
      if (type !== 'VP8X') return chunkOf(type, data);
      const head = Buffer.from(data);
      const flags = (head[0] ?? 0) & ~(exifBit | xmpBit);
      head[0] = orientation === undefined ? flags : flags | exifBit;
      return chunkOf(type, head);
    });
  if (orientation !== undefined) kept.push(chunkOf('EXIF', writeOrientation(orientation)));
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...kept]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
