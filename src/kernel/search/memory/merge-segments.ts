/** Makes one segment of several, without the documents that are gone. Reads and writes lists only: no text is cut again. */
import { PostingCursor } from './cursors.ts';
import { isDeleted } from './memory-index.ts';
import { PostingsWriter } from './postings-writer.ts';
import { Segment } from './segment.ts';
import { type StringTable, stringTableParts } from './string-table.ts';

export interface MergedPart {
  readonly segment: Segment;
  readonly deleted: Uint8Array;
}

/** Numbers texts of several tables together, in the order they are met. */
class Numbering {
  readonly texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.texts.length;
    this.texts.push(text);
    this.#numbers.set(text, number);
    return number;
  }

  ofTable(table: StringTable): Uint32Array {
    return Uint32Array.from({ length: table.count }, (_, number) => this.numberOf(table.at(number)));
  }
}

/** By part: the new number of each document, -1 for those that are gone. */
function renumber(parts: readonly MergedPart[]): { readonly numbers: Int32Array[]; readonly count: number } {
  let count = 0;
  const numbers = parts.map(({ segment, deleted }) =>
    Int32Array.from({ length: segment.docCount }, (_, doc) => (isDeleted(deleted, doc) ? -1 : count++)),
  );
  return { numbers, count };
}

function mergeLists(
  parts: readonly MergedPart[],
  numbers: readonly Int32Array[],
): { readonly terms: string[]; readonly lists: ReturnType<PostingsWriter['finish']> } {
  const all = new Numbering();
  const tables = parts.map(({ segment }) => all.ofTable(segment.terms));
  const termOf = tables.map((table) => {
    const back = new Int32Array(all.texts.length).fill(-1);
    for (const [own, term] of table.entries()) back[term] = own;
    return back;
  });
  const writer = new PostingsWriter();
  const terms: string[] = [];
  for (const [term, text] of all.texts.entries()) {
    writer.beginTerm();
    let added = 0;
    for (const [index, { segment }] of parts.entries()) {
      const own = termOf[index]?.[term] ?? -1;
      if (own === -1) continue;
      const cursor = new PostingCursor(segment, own);
      for (; cursor.doc < segment.docCount; cursor.advance(cursor.doc + 1)) {
        const doc = numbers[index]?.[cursor.doc] ?? -1;
        if (doc === -1) continue;
        added += 1;
        writer.add(doc, cursor.weight());
        const places = cursor.places();
        writer.pushPlace(places.length);
        let last = 0;
        for (const place of places) {
          writer.pushPlace(place - last);
          last = place;
        }
      }
    }
    if (added === 0) continue;
    terms.push(text);
    writer.endTerm();
  }
  return { terms, lists: writer.finish() };
}

/** One segment with what is left of the parts, in their order. */
export function mergeSegments(parts: readonly MergedPart[]): Segment {
  const { numbers, count } = renumber(parts);
  const { terms, lists } = mergeLists(parts, numbers);
  const values = new Numbering();
  const keys: string[] = [];
  const days = new Int32Array(count);
  const ranks = new Uint32Array(count);
  const isPublic = new Uint8Array(count);
  const units = new Int32Array(count);
  const facetStarts = new Uint32Array(count + 1);
  const facets: number[] = [];
  for (const [index, { segment }] of parts.entries()) {
    const { arrays } = segment;
    const newValues = values.ofTable(segment.values);
    for (let old = 0; old < segment.docCount; old++) {
      const doc = numbers[index]?.[old] ?? -1;
      if (doc === -1) continue;
      keys.push(segment.keys.at(old));
      days[doc] = arrays.days[old] ?? 0;
      ranks[doc] = arrays.ranks[old] ?? 0;
      isPublic[doc] = arrays.isPublic[old] ?? 0;
      const unit = arrays.units[old] ?? -1;
      units[doc] = unit === -1 ? -1 : (newValues[unit] ?? -1);
      const end = arrays.facetStarts[old + 1] ?? 0;
      for (let at = arrays.facetStarts[old] ?? 0; at < end; at++)
        facets.push(newValues[arrays.facets[at] ?? 0] ?? 0);
      facetStarts[doc + 1] = facets.length;
    }
  }
  const termTable = stringTableParts(terms);
  const keyTable = stringTableParts(keys);
  const valueTable = stringTableParts(values.texts);
  return new Segment({
    termSlots: termTable.slots,
    termStarts: termTable.starts,
    termUnits: termTable.units,
    ...lists,
    keySlots: keyTable.slots,
    keyStarts: keyTable.starts,
    keyUnits: keyTable.units,
    days,
    ranks,
    isPublic,
    units,
    facetStarts,
    facets: Uint32Array.from(facets),
    valueSlots: valueTable.slots,
    valueStarts: valueTable.starts,
    valueUnits: valueTable.units,
  });
}
