/** Bytes that grow: one list written at its end, and many lists side by side in one pool. For building segments only. */

/** A list of bytes written at its end. */
export class ByteList {
  #bytes = new Uint8Array(1 << 12);
  length = 0;

  #grow(least: number): void {
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, least));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }

  push(byte: number): void {
    if (this.length === this.#bytes.length) this.#grow(this.length + 1);
    this.#bytes[this.length++] = byte;
  }

  /** Seven bits a byte, least first. */
  pushVarint(value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.push((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.push(rest);
  }

  /** Exactly the bytes written. */
  finish(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }
}

const firstSlice = 12;
const largestSlice = 1 << 12;
/** At the end of a slice stand four bytes for the place of the next. */
const pointerSize = 4;

/** Hundreds of thousands of lists in one pool: each a chain of slices, every slice twice as long as the one before. */
export class BytePool {
  #bytes = new Uint8Array(1 << 20);
  #used = 0;
  #heads = new Uint32Array(1 << 10);
  /** Where the next byte of a list goes, and where its last slice ends. */
  #tails = new Uint32Array(1 << 10);
  #ends = new Uint32Array(1 << 10);
  #sizes = new Uint16Array(1 << 10);
  #count = 0;

  #takeSlice(size: number): number {
    const at = this.#used;
    this.#used += size;
    if (this.#used > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#used));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    return at;
  }

  /** Opens a new list and returns its number. */
  open(): number {
    const list = this.#count++;
    if (list === this.#heads.length) {
      const wider = (old: Uint32Array) => {
        const wide = new Uint32Array(old.length * 2);
        wide.set(old);
        return wide;
      };
      this.#heads = wider(this.#heads);
      this.#tails = wider(this.#tails);
      this.#ends = wider(this.#ends);
      const sizes = new Uint16Array(this.#sizes.length * 2);
      sizes.set(this.#sizes);
      this.#sizes = sizes;
    }
    const at = this.#takeSlice(firstSlice);
    this.#heads[list] = at;
    this.#tails[list] = at;
    this.#ends[list] = at + firstSlice - pointerSize;
    this.#sizes[list] = firstSlice;
    return list;
  }

  push(list: number, byte: number): void {
    let tail = this.#tails[list] ?? 0;
    const end = this.#ends[list] ?? 0;
    if (tail === end) {
      const size = Math.min((this.#sizes[list] ?? firstSlice) * 2, largestSlice);
      tail = this.#takeSlice(size);
      new DataView(this.#bytes.buffer).setUint32(end, tail, true);
      this.#ends[list] = tail + size - pointerSize;
      this.#sizes[list] = size;
    }
    this.#bytes[tail] = byte;
    this.#tails[list] = tail + 1;
  }

  pushVarint(list: number, value: number): void {
    let rest = value;
    while (rest >= 0x80) {
      this.push(list, (rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.push(list, rest);
  }

  /** Reads a list from its beginning. */
  reader(list: number): {
    readonly hasMore: () => boolean;
    readonly next: () => number;
    readonly nextVarint: () => number;
  } {
    const bytes = this.#bytes;
    const view = new DataView(bytes.buffer);
    const last = this.#tails[list] ?? 0;
    const lastEnd = this.#ends[list] ?? 0;
    let at = this.#heads[list] ?? 0;
    let size = firstSlice;
    let end = at + size - pointerSize;
    const next = () => {
      if (at === end && end !== lastEnd) {
        at = view.getUint32(end, true);
        size = Math.min(size * 2, largestSlice);
        end = at + size - pointerSize;
      }
      return bytes[at++] ?? 0;
    };
    const nextVarint = () => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = next();
        value |= (byte & 0x7f) << shift;
        if (byte < 0x80) return value >>> 0;
      }
    };
    return { hasMore: () => at !== last, next, nextVarint };
  }
}
