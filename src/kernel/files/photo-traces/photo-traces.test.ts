import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOrientation } from './orientation.ts';
import { withoutPhotoTraces } from './photo-traces.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const place = 'N29.6516 E120.0911 望澜 HUAWEI serial 7788';

/** A camera's block as phones write it, little-endian: a device, the orientation, a place. */
function exifBlock(orientation: number): Buffer {
  const head = Buffer.alloc(8 + 2 + 2 * 12 + 4);
  head.write('II*\0', 0, 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(2, 8);
  head.writeUInt16LE(0x010f, 10);
  head.writeUInt16LE(2, 12);
  head.writeUInt32LE(place.length, 14);
  head.writeUInt32LE(head.length, 18);
  head.writeUInt16LE(0x0112, 22);
  head.writeUInt16LE(3, 24);
  head.writeUInt32LE(1, 26);
  head.writeUInt16LE(orientation, 30);
  return Buffer.concat([head, Buffer.from(place)]);
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

const scan = Buffer.from([0x12, 0xff, 0x00, 0xfe, 0xff, 0xd3, 0x34, 0x56]);

function photo(orientation: number): Buffer {
  return Buffer.concat([
    latin1('\xff\xd8'),
    segment(0xe0, Buffer.concat([latin1('JFIF\0\x01\x02\0\0\x01\0\x01\x01\x01'), latin1('tmb')])),
    segment(0xe1, Buffer.concat([latin1('Exif\0\0'), exifBlock(orientation)])),
    segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x>${place}</x>`)),
    segment(0xe2, latin1('ICC_PROFILE\0\x01\x01colours')),
    segment(0xe2, latin1('MPF\0II*\0')),
    segment(0xed, Buffer.from(`Photoshop 3.0\0${place}`)),
    segment(0xfe, Buffer.from(place)),
    segment(0xdb, latin1('quantisation')),
    segment(0xc2, latin1('frame')),
    segment(0xc4, latin1('tables')),
    segment(0xda, latin1('scan one')),
    scan,
    segment(0xda, latin1('scan two')),
    scan,
    latin1('\xff\xd9'),
    latin1('\xff\xd8\xff\xe1second picture ftypmp42 film'),
  ]);
}

/** Markers of a JPEG file with the bytes of each, the coded picture after its scan. */
function segmentsOf(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes).toString('latin1');
  return [...text.matchAll(/\xff([\xc0-\xcf\xda-\xfe])(..)/gs)].map(([, marker = '']) =>
    marker.charCodeAt(0).toString(16),
  );
}

const clean = (mediaType: string, bytes: Uint8Array) =>
  Buffer.from(withoutPhotoTraces(mediaType, bytes) ?? latin1('none'));

describe('a JPEG photo', () => {
  test('keeps picture, colours and orientation, and nothing else', () => {
    const bytes = clean('image/jpeg', photo(6));
    expect(segmentsOf(bytes)).toEqual(['e0', 'e1', 'e2', 'db', 'c2', 'c4', 'da', 'da']);
    expect(bytes.includes(Buffer.concat([latin1('scan one'), scan]))).toBe(true);
    expect(bytes.includes(Buffer.concat([latin1('scan two'), scan, latin1('\xff\xd9')]))).toBe(true);
    expect(bytes.includes('ICC_PROFILE')).toBe(true);
    for (const trace of [place, 'tmb', 'adobe.com', 'MPF', 'Photoshop', 'second picture', 'film'])
      expect(bytes.includes(trace), trace).toBe(false);
    const exifAt = bytes.indexOf('Exif\0\0');
    expect(readOrientation(bytes.subarray(exifAt))).toBe(6);
    expect(bytes.subarray(-2)).toEqual(latin1('\xff\xd9'));
  });

  test('that stands upright needs no camera block', () => {
    expect(segmentsOf(clean('image/jpeg', photo(1)))).not.toContain('e1');
  });

  test('that is cut off is still rid of its place', () => {
    const whole = photo(8);
    for (const length of [3, 30, 120, whole.indexOf('scan two'), whole.length - 40])
      expect(clean('image/jpeg', whole.subarray(0, length)).includes(place)).toBe(false);
  });
});

function pngChunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([latin1(type), data]);
  const chunk = Buffer.alloc(named.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  named.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(named), named.length + 4);
  return chunk;
}

test('a PNG picture keeps what draws it, with right checksums', () => {
  const head = pngChunk('IHDR', Buffer.alloc(13, 1));
  const data = pngChunk('IDAT', latin1('pixels'));
  const bytes = clean(
    'image/png',
    Buffer.concat([
      latin1('\x89PNG\r\n\x1a\n'),
      head,
      pngChunk('tEXt', Buffer.from(`Author\0${place}`)),
      pngChunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0${place}`)),
      pngChunk('tIME', Buffer.alloc(7, 7)),
      pngChunk('eXIf', exifBlock(3)),
      data,
      pngChunk('IEND', Buffer.alloc(0)),
      Buffer.from(place),
    ]),
  );
  const types = [...bytes.toString('latin1').matchAll(/IHDR|tEXt|iTXt|tIME|eXIf|IDAT|IEND/g)].map(String);
  expect(types).toEqual(['IHDR', 'eXIf', 'IDAT', 'IEND']);
  expect([bytes.includes(head), bytes.includes(data), bytes.includes(place)]).toEqual([true, true, false]);
  const exifAt = bytes.indexOf('eXIf');
  expect(readOrientation(bytes.subarray(exifAt + 4))).toBe(3);
  expect(bytes.readUInt32BE(exifAt + 30)).toBe(crc32(bytes.subarray(exifAt, exifAt + 30)));
});

function webpChunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 0, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

describe('a WebP picture', () => {
  const made = (orientation: number) => {
    const body = Buffer.concat([
      latin1('WEBP'),
      webpChunk('VP8X', Buffer.from([0x3c, 0, 0, 0, 9, 0, 0, 9, 0, 0])),
      webpChunk('ICCP', latin1('colours')),
      webpChunk('VP8 ', latin1('pixels!')),
      webpChunk('EXIF', exifBlock(orientation)),
      webpChunk('XMP ', Buffer.from(`<x>${place}</x>`)),
    ]);
    const head = Buffer.alloc(8);
    head.write('RIFF', 0, 'latin1');
    head.writeUInt32LE(body.length, 4);
    return Buffer.concat([head, body]);
  };

  test.each([
    [1, 0x30],
    [5, 0x38],
  ])('of orientation %i announces only what it still has', (orientation, flags) => {
    const bytes = clean('image/webp', made(orientation));
    expect(bytes.includes(place)).toBe(false);
    expect(bytes[20]).toBe(flags);
    expect(bytes.readUInt32LE(4)).toBe(bytes.length - 8);
    expect(bytes.includes(webpChunk('VP8 ', latin1('pixels!')))).toBe(true);
    expect(bytes.includes('EXIF')).toBe(orientation !== 1);
  });
});

test('what only claims to be a photo is not given out; other files are left alone', () => {
  const text = Buffer.from(place);
  for (const type of ['image/jpeg', 'image/png', 'image/webp'])
    expect(withoutPhotoTraces(type, text)).toBeUndefined();
  expect(withoutPhotoTraces('application/pdf', text)).toBe(text);
});

test('any damage is survived, and cleaning twice changes nothing', () => {
  const sources = [photo(6), photo(1)];
  fc.assert(
    fc.property(
      fc.constantFrom(...sources),
      fc.array(fc.tuple(fc.nat(300), fc.nat(255)), { maxLength: 6 }),
      (source, damage) => {
        const bytes = Buffer.from(source);
        for (const [at, value] of damage) bytes[at + 2] = value;
        const once = clean('image/jpeg', bytes);
        expect(clean('image/jpeg', once)).toEqual(once);
      },
    ),
    { numRuns: 300 },
  );
});
