/**
 * Reads streams of an OLE compound file (the container of .doc and .xls and of encrypted Office files). Every chain
 * is bounded by the number of sectors, so that a looped or lying file ends as damaged.
 */

import { SourceRefused } from './format-run.ts';
import { appendTo } from './many-values.ts';

const endOfChain = 0xfffffffe;
const headerSize = 512;
const entrySize = 128;
const headerChainSlots = 109;
const mostEntries = 20_000;

interface StreamEntry {
  readonly start: number;
  readonly size: number;
  readonly isRoot: boolean;
}

function damagedContainer(): SourceRefused {
  return new SourceRefused('damaged', { cause: '文件容器不完整' });
}

/** An opened container; stream names are compared without regard to case. */
export class CompoundFile {
  readonly #bytes: Buffer;
  readonly #sectorSize: number;
  readonly #miniSectorSize: number;
  readonly #miniLimit: number;
  readonly #table: number[];
  readonly #miniTable: number[];
  readonly #miniStream: Buffer;
  readonly #entries = new Map<string, StreamEntry>();

  /** @throws SourceRefused `damaged` */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.length < headerSize) throw damagedContainer();
    const shift = this.#bytes.readUInt16LE(30);
    const miniShift = this.#bytes.readUInt16LE(32);
    if ((shift !== 9 && shift !== 12) || miniShift > shift) throw damagedContainer();
    this.#sectorSize = 1 << shift;
    this.#miniSectorSize = 1 << miniShift;
    this.#miniLimit = this.#bytes.readUInt32LE(56);
    this.#table = this.#readTable();
    const directory = this.#chain(this.#bytes.readUInt32LE(48), this.#table, Number.POSITIVE_INFINITY);
    this.#readDirectory(directory);
    this.#miniTable = integersIn(
      this.#chain(this.#bytes.readUInt32LE(60), this.#table, Number.POSITIVE_INFINITY),
    );
    const root = [...this.#entries.values()].find((entry) => entry.isRoot);
    this.#miniStream = root === undefined ? Buffer.alloc(0) : this.#chain(root.start, this.#table, root.size);
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** A whole stream; undefined when there is none. @throws SourceRefused `damaged` */
  read(name: string): Buffer | undefined {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) return undefined;
    if (entry.size >= this.#miniLimit) return this.#chain(entry.start, this.#table, entry.size);
    return this.#miniChain(entry.start, entry.size);
  }

  #sector(index: number): Buffer {
    const from = (index + 1) * this.#sectorSize;
    if (from >= this.#bytes.length) throw damagedContainer();
    return this.#bytes.subarray(from, from + this.#sectorSize);
  }

  #readTable(): number[] {
    const most = Math.ceil(this.#bytes.length / this.#sectorSize);
    const sectors: number[] = [];
    for (let slot = 0; slot < headerChainSlots; slot++) {
      const sector = this.#bytes.readUInt32LE(76 + slot * 4);
      if (sector < endOfChain - 1) sectors.push(sector);
    }
    let next = this.#bytes.readUInt32LE(68);
    for (let steps = 0; next < endOfChain - 1 && steps < most; steps++) {
      const numbers = integersIn(this.#sector(next));
      next = numbers.pop() ?? endOfChain;
      appendTo(
        sectors,
        numbers.filter((sector) => sector < endOfChain - 1),
      );
    }
    if (sectors.length > most) throw damagedContainer();
    return sectors.flatMap((sector) => integersIn(this.#sector(sector)));
  }

  #chain(start: number, table: readonly number[], size: number): Buffer {
    const parts: Buffer[] = [];
    let length = 0;
    for (let sector = start; sector < endOfChain - 1 && length < size; sector = table[sector] ?? endOfChain) {
      if (parts.length > table.length) throw damagedContainer();
      const part = this.#sector(sector);
      parts.push(part);
      length += part.length;
    }
    return Buffer.concat(parts).subarray(0, Math.min(length, size));
  }

  #miniChain(start: number, size: number): Buffer {
    const parts: Buffer[] = [];
    const step = this.#miniSectorSize;
    for (let sector = start; sector < endOfChain - 1; sector = this.#miniTable[sector] ?? endOfChain) {
      if (parts.length > this.#miniTable.length) throw damagedContainer();
      parts.push(this.#miniStream.subarray(sector * step, (sector + 1) * step));
      if (parts.length * step >= size) break;
    }
    const whole = Buffer.concat(parts);
    return whole.subarray(0, Math.min(whole.length, size));
  }

  #readDirectory(directory: Buffer): void {
    const count = Math.min(Math.floor(directory.length / entrySize), mostEntries);
    for (let index = 0; index < count; index++) {
      const entry = directory.subarray(index * entrySize, (index + 1) * entrySize);
      const nameLength = Math.min(entry.readUInt16LE(64), 64);
      const kind = entry.readUInt8(66);
      if (nameLength < 2 || (kind !== 2 && kind !== 5)) continue;
      const name = entry.toString('utf16le', 0, nameLength - 2).toLowerCase();
      const known = { start: entry.readUInt32LE(116), size: entry.readUInt32LE(120), isRoot: kind === 5 };
      if (!this.#entries.has(name)) this.#entries.set(name, known);
    }
  }
}

function integersIn(bytes: Buffer): number[] {
  const numbers: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) numbers.push(bytes.readUInt32LE(at));
  return numbers;
}
