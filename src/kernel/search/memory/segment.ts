/**
 * A segment: some documents and the words they hold, on typed arrays that never change. This file says what lies where and
 * packs it into one piece of bytes; building, reading and merging are elsewhere.
 */
import { facetSeparator } from '../searchable.ts';
import { StringTable } from './string-table.ts';

/** Documents to a block of a word's list. */
export const blockSize = 128;

export interface SegmentArrays {
  readonly termSlots: Int32Array;
  readonly termStarts: Uint32Array;
  readonly termUnits: Uint16Array;
  /** By word: documents that hold it. */
  readonly docCounts: Uint32Array;
  /** By word, and one more: its first block. */
  readonly firstBlocks: Uint32Array;
  /** By block: its last document, and where it begins in `postings` and `positions`. */
  readonly blockLasts: Int32Array;
  readonly blockStarts: Uint32Array;
  readonly blockPositions: Uint32Array;
  /** By block: documents as steps from the one before (the first from the block before), then a weight for each. */
  readonly postings: Uint8Array;
  /** By document of a word: how many places (none for longer words), then steps. */
  readonly positions: Uint8Array;
  readonly keySlots: Int32Array;
  readonly keyStarts: Uint32Array;
  readonly keyUnits: Uint16Array;
  /** By document: days since 1970, or `noDay`. */
  readonly days: Int32Array;
  /** By document: decides between equals, the same in whatever segment it lies. */
  readonly ranks: Uint32Array;
  readonly isPublic: Uint8Array;
  /** By document: its unit among the values, -1 for none. */
  readonly units: Int32Array;
  /** By document, and one more: its first facet in `facets`. */
  readonly facetStarts: Uint32Array;
  /** Numbers of values. */
  readonly facets: Uint32Array;
  readonly valueSlots: Int32Array;
  readonly valueStarts: Uint32Array;
  readonly valueUnits: Uint16Array;
}

/** Stands for a document without a day: before all others. */
export const noDay = -0x80000000;

/** The order in which the arrays lie in the packed form; `openSegment` reads them in the same. */
const names = [
  'termSlots',
  'termStarts',
  'termUnits',
  'docCounts',
  'firstBlocks',
  'blockLasts',
  'blockStarts',
  'blockPositions',
  'postings',
  'positions',
  'keySlots',
  'keyStarts',
  'keyUnits',
  'days',
  'ranks',
  'isPublic',
  'units',
  'facetStarts',
  'facets',
  'valueSlots',
  'valueStarts',
  'valueUnits',
] as const satisfies readonly (keyof SegmentArrays)[];

/** First bytes of a packed segment: tells ours from anything else, and its form from later ones. */
const mark = 0x676b5331;

export class Segment {
  readonly arrays: SegmentArrays;
  readonly terms: StringTable;
  /** `kind objectId` of each document. */
  readonly keys: StringTable;
  /** Facet values as `facetValue` writes them, units with an empty facet. */
  readonly values: StringTable;
  readonly docCount: number;
  #facets: readonly string[] | undefined;

  constructor(arrays: SegmentArrays) {
    this.arrays = arrays;
    this.terms = new StringTable({
      slots: arrays.termSlots,
      starts: arrays.termStarts,
      units: arrays.termUnits,
    });
    this.keys = new StringTable({ slots: arrays.keySlots, starts: arrays.keyStarts, units: arrays.keyUnits });
    this.values = new StringTable({
      slots: arrays.valueSlots,
      starts: arrays.valueStarts,
      units: arrays.valueUnits,
    });
    this.docCount = arrays.days.length;
  }

  get byteLength(): number {
    return names.reduce((sum, name) => sum + this.arrays[name].byteLength, 0);
  }

  /** By value: the facet it belongs to. */
  get facetOfValue(): readonly string[] {
    this.#facets ??= Array.from({ length: this.values.count }, (_, number) => {
      const text = this.values.at(number);
      return text.slice(0, text.indexOf(facetSeparator));
    });
    return this.#facets;
  }
}

const align = (length: number) => (length + 7) & ~7;

/** All arrays in one piece that threads can share: mark, byte lengths, arrays on borders of eight bytes. */
export function packSegment({ arrays }: Segment): SharedArrayBuffer {
  const headLength = align(8 + names.length * 8);
  const total = names.reduce((sum, name) => sum + align(arrays[name].byteLength), headLength);
  const buffer = new SharedArrayBuffer(total);
  const head = new DataView(buffer);
  head.setUint32(0, mark, true);
  head.setUint32(4, names.length, true);
  let at = headLength;
  for (const [index, name] of names.entries()) {
    const array = arrays[name];
    head.setFloat64(8 + index * 8, array.byteLength, true);
    new Uint8Array(buffer, at, array.byteLength).set(
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
    );
    at += align(array.byteLength);
  }
  return buffer;
}

/** Opens a packed segment without copying; throws when the bytes are none of ours. */
export function openSegment(buffer: SharedArrayBuffer): Segment {
  const head = new DataView(buffer);
  if (buffer.byteLength < 8 || head.getUint32(0, true) !== mark || head.getUint32(4, true) !== names.length)
    throw new Error('not a search segment of this version');
  let at = align(8 + names.length * 8);
  let index = 0;
  const take = (): [SharedArrayBuffer, number, number] => {
    const length = head.getFloat64(8 + index++ * 8, true);
    const start = at;
    at += align(length);
    return [buffer, start, length];
  };
  const int32 = () => {
    const [shared, start, length] = take();
    return new Int32Array(shared, start, length / 4);
  };
  const uint32 = () => {
    const [shared, start, length] = take();
    return new Uint32Array(shared, start, length / 4);
  };
  const uint16 = () => {
    const [shared, start, length] = take();
    return new Uint16Array(shared, start, length / 2);
  };
  const bytes = () => new Uint8Array(...take());
  // Members are worked out in the order they are written in, which is that of `names`.
  return new Segment({
    termSlots: int32(),
    termStarts: uint32(),
    termUnits: uint16(),
    docCounts: uint32(),
    firstBlocks: uint32(),
    blockLasts: int32(),
    blockStarts: uint32(),
    blockPositions: uint32(),
    postings: bytes(),
    positions: bytes(),
    keySlots: int32(),
    keyStarts: uint32(),
    keyUnits: uint16(),
    days: int32(),
    ranks: uint32(),
    isPublic: bytes(),
    units: int32(),
    facetStarts: uint32(),
    facets: uint32(),
    valueSlots: int32(),
    valueStarts: uint32(),
    valueUnits: uint16(),
  });
}
