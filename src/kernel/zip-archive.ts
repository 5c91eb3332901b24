/**
 * A ZIP archive of files in memory, stored as they are: papers are packed already, and a sheet of the desk is small. The
 * same files are the same bytes. Pure; browser-safe.
 */

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (crcTable[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}

export interface ArchivedFile {
  /** Path inside the archive, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** 1 January 1980, the first day of the format. */
const dosDay = 0x21;
const utf8Names = 0x0800;
/** Without the 64-bit extension a length and an offset have 32 bits. */
const mostBytes = 0xffff_ffff;

/** Little-endian numbers of 2 or 4 bytes, one after the other. */
function record(...fields: readonly (readonly [bytes: 2 | 4, value: number])[]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += size;
  }
  return bytes;
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Packs the files in their order; throws a `RangeError` beyond four gigabytes. */
export function archiveFiles(files: readonly ArchivedFile[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const local: Uint8Array[] = [];
  const central: Uint8Array[] = [];
  let offset = 0;
  for (const { path, bytes } of files) {
    const name = encoder.encode(path);
    const shared = record(
      [2, 20],
      [2, utf8Names],
      [2, 0],
      [2, 0],
      [2, dosDay],
      [4, crc32(bytes)],
      [4, bytes.length],
      [4, bytes.length],
      [2, name.length],
      [2, 0],
    );
    const header = [record([4, 0x04034b50]), shared, name, bytes];
    local.push(...header);
    central.push(record([4, 0x02014b50], [2, 20]), shared);
    central.push(record([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), name);
    offset += header.reduce((sum, part) => sum + part.length, 0);
    if (offset > mostBytes) throw new RangeError('too large for a plain zip archive');
  }
  const directoryLength = central.reduce((sum, part) => sum + part.length, 0);
  const end = record(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, files.length],
    [2, files.length],
    [4, directoryLength],
    [4, offset],
    [2, 0],
  );
  return join([...local, ...central, end]);
}
