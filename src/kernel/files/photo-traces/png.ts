/** A PNG file without texts, times and camera data. Pure. */
import { crc32 } from 'node:zlib';
import { readOrientation, writeOrientation } from './orientation.ts';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** The picture, its colours and size, and the frames of a moving one. */
const keptChunks = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs acTL fcTL fdAT'.split(' '),
);

function chunkOf(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(named.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  named.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(named), named.length + 4);
  return chunk;
}

/** The same picture; undefined when the bytes do not begin as a PNG file. What cannot be read is left out. */
export function pngWithoutTraces(bytes: Uint8Array): Uint8Array | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!file.subarray(0, 8).equals(signature)) return undefined;
  const kept: Uint8Array[] = [signature];
  let at = 8;
  while (at + 12 <= file.length) {
    const end = at + 12 + file.readUInt32BE(at);
    if (end > file.length) break;
    const type = file.toString('latin1', at + 4, at + 8);
    const orientation = type === 'eXIf' ? readOrientation(file.subarray(at + 8, end - 4)) : undefined;
    if (keptChunks.has(type)) kept.push(file.subarray(at, end));
    else if (orientation !== undefined) kept.push(chunkOf('eXIf', writeOrientation(orientation)));
    if (type === 'IEND') break;
    at = end;
  }
  return Buffer.concat(kept);
}
