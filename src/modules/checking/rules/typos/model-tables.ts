/** The plain tables the spelling model is made of: how its bytes are read, and where pairs of words are looked up. Pure. */

/** Reads numbers of seven bits a byte, least first. */
export class VarintReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get hasMore(): boolean {
    return this.#at < this.#bytes.length;
  }

  next(): number {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.#bytes[this.#at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  }
}

/** A table from two numbers to a third, made for looking up millions of times. */
export class PairTable {
  readonly #mask: number;
  readonly #firsts: Int32Array;
  readonly #seconds: Int32Array;
  readonly #values: Float32Array;

  constructor(size: number) {
    const slots = 1 << Math.ceil(Math.log2(Math.max(size, 1) * 2));
    this.#mask = slots - 1;
    this.#firsts = new Int32Array(slots).fill(-1);
    this.#seconds = new Int32Array(slots);
    this.#values = new Float32Array(slots);
  }

  #slotOf(first: number, second: number): number {
    const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & this.#mask;
    while (this.#firsts[slot] !== -1 && (this.#firsts[slot] !== first || this.#seconds[slot] !== second))
      slot = (slot + 1) & this.#mask;
    return slot;
  }

  set(first: number, second: number, value: number): void {
    const slot = this.#slotOf(first, second);
    this.#firsts[slot] = first;
    this.#seconds[slot] = second;
    this.#values[slot] = value;
  }

  /** 1 where there is nothing: every value is a logarithm of a probability. */
  get(first: number, second: number): number {
    const slot = this.#slotOf(first, second);
    return this.#firsts[slot] === -1 ? 1 : (this.#values[slot] ?? 1);
  }
}

/** Numbers of two bytes, least first, whatever the machine's own order is. */
export function readWide(bytes: Uint8Array): Uint16Array {
  const numbers = new Uint16Array(bytes.length >> 1);
  for (let index = 0; index < numbers.length; index++)
    numbers[index] = (bytes[index * 2] ?? 0) | ((bytes[index * 2 + 1] ?? 0) << 8);
  return numbers;
}

/** Lists one after another, each with its length before it, of entries of so many numbers. */
export function readLists(bytes: Uint8Array, width: number): readonly Uint16Array[] {
  const reader = new VarintReader(bytes);
  const lists: Uint16Array[] = [];
  while (reader.hasMore) {
    const list = new Uint16Array(reader.next() * width);
    for (let at = 0; at < list.length; at++) list[at] = reader.next();
    lists.push(list);
  }
  return lists;
}
