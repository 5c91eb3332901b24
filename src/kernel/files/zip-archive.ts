/** A ZIP archive of files in memory, stored as they are: the papers in it are packed already. The same files are the same bytes. */
import { crc32 } from 'node:zlib';

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

/** Packs the files in their order; throws a `RangeError` beyond four gigabytes. */
export function archiveFiles(files: readonly ArchivedFile[]): Uint8Array {
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
  return new Uint8Array(Buffer.concat([...local, ...central, end]));
}
