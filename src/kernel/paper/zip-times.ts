/** Makes a zip archive independent of the moment it was written, so that a built document can be compared byte by byte. */

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
/** 1 January 1980, 00:00: the earliest moment a zip entry can carry. */
const dosTime = 0;
const dosDate = 0x0021;

/**
 * A copy of the archive in which every entry was modified at the start of 1980. Throws a `RangeError` for bytes that are
 * no plain zip archive (zip64 and archive comments included).
 */
export function withFixedZipTimes(archive: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(archive);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== endOfDirectory)
    throw new RangeError('not a plain zip archive');
  const stamp = (offset: number) => {
    view.setUint16(offset, dosTime, true);
    view.setUint16(offset + 2, dosDate, true);
  };
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < entries; entry += 1) {
    if (view.getUint32(at, true) !== directoryEntry) throw new RangeError('not a plain zip archive');
    stamp(at + 12);
    stamp(view.getUint32(at + 42, true) + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}
