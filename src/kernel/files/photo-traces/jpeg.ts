/** A JPEG file without what the camera wrote beside the picture: place, device, owner, thumbnails, films. Pure. */
import { readOrientation, writeOrientation } from './orientation.ts';

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;

/** Markers that stand alone, without a length. */
function isBare(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
}

/** Where the next marker after the coded picture begins; the end when there is none. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at !== -1 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    // A byte FF of the picture is followed by 00; restart marks belong to it too.
    if (next !== 0x00 && next !== 0xff && !isBare(next)) return at;
    at = bytes.indexOf(0xff, at + 1);
  }
  return bytes.length;
}

function segmentOf(marker: number, body: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

/** What stays of a segment: the picture itself, its colours and which way up it is. */
function keptSegment(marker: number, body: Uint8Array): Buffer | undefined {
  const begins = (word: string) => Buffer.from(body.subarray(0, word.length)).toString('latin1') === word;
  if (marker === 0xe0 && begins('JFIF\0') && body.length >= 14) {
    // The last two bytes count the thumbnail that would follow.
    return segmentOf(marker, Buffer.concat([body.subarray(0, 12), Buffer.alloc(2)]));
  }
  if (marker === 0xe1 && begins('Exif\0\0')) {
    const orientation = readOrientation(body);
    if (orientation === undefined) return undefined;
    return segmentOf(
      marker,
      Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), writeOrientation(orientation)]),
    );
  }
  const isColour = (marker === 0xe2 && begins('ICC_PROFILE\0')) || (marker === 0xee && begins('Adobe'));
  const isPicture = marker >= 0xc0 && marker <= 0xdf;
  return isColour || isPicture ? segmentOf(marker, body) : undefined;
}

/** The same picture; undefined when the bytes do not begin as a JPEG file. What cannot be read is left out. */
export function jpegWithoutTraces(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== startOfImage) return undefined;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage) break;
    if (isBare(marker)) {
      at += 2;
      continue;
    }
    const end = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
    if (end < at + 4 || end > bytes.length) break;
    const segment = keptSegment(marker, bytes.subarray(at + 4, end));
    if (segment !== undefined) kept.push(segment);
    at = end;
    if (marker !== startOfScan) continue;
    const next = endOfScan(bytes, at);
    kept.push(bytes.subarray(at, next));
    at = next;
  }
  // Behind the end phones put second pictures and short films.
  kept.push(Buffer.from([0xff, endOfImage]));
  return Buffer.concat(kept);
}
