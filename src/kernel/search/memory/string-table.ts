/**
 * Texts with their numbers on typed arrays: loads without building anything, costs no objects and can be shared between
 * threads. Built once; never changed.
 */

export interface StringTableParts {
  /** Open addressing by hash; number + 1, 0 for empty. */
  readonly slots: Int32Array;
  /** Where each text begins in `units`, and one more for the end of the last. */
  readonly starts: Uint32Array;
  readonly units: Uint16Array;
}

/** A number of 32 bits that is the same on every machine. */
export function hashOfText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** Numbers texts in their order; they must differ. */
export function stringTableParts(texts: readonly string[]): StringTableParts {
  const size = 2 ** Math.ceil(Math.log2(Math.max(texts.length, 1) * 1.7 + 1));
  const slots = new Int32Array(size);
  const starts = new Uint32Array(texts.length + 1);
  const units = new Uint16Array(texts.reduce((sum, text) => sum + text.length, 0));
  let end = 0;
  for (const [number, text] of texts.entries()) {
    for (let at = 0; at < text.length; at++) units[end++] = text.charCodeAt(at);
    starts[number + 1] = end;
    let slot = hashOfText(text) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = number + 1;
  }
  return { slots, starts, units };
}

export class StringTable {
  readonly parts: StringTableParts;
  readonly count: number;

  constructor(parts: StringTableParts) {
    this.parts = parts;
    this.count = parts.starts.length - 1;
  }

  #isAt(number: number, text: string): boolean {
    const { starts, units } = this.parts;
    const start = starts[number] ?? 0;
    if ((starts[number + 1] ?? 0) - start !== text.length) return false;
    for (let at = 0; at < text.length; at++) if (units[start + at] !== text.charCodeAt(at)) return false;
    return true;
  }

  /** The number of a text; -1 when it is not here. */
  find(text: string): number {
    const { slots } = this.parts;
    const mask = slots.length - 1;
    for (let slot = hashOfText(text) & mask; ; slot = (slot + 1) & mask) {
      const number = (slots[slot] ?? 0) - 1;
      if (number === -1 || this.#isAt(number, text)) return number;
    }
  }

  /** The text of a number. */
  at(number: number): string {
    const { starts, units } = this.parts;
    const end = starts[number + 1] ?? 0;
    let text = '';
    for (let at = starts[number] ?? 0; at < end; at++) text += String.fromCharCode(units[at] ?? 0);
    return text;
  }
}
