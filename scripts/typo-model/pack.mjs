/**
 * Writes the model's file. Little-endian sections behind a JSON heading of their places; the reader is
 * `src/modules/checking/rules/typos/typo-model.ts`, which says what each holds.
 */
import { brotliCompressSync, constants } from 'node:zlib';

/** Natural logarithms are kept in tenths, negative, in one byte; 0 means none. */
const packLog = (log) => Math.min(255, Math.max(1, Math.round(-log * 10)));
/** Counts are kept as fourteen times their binary logarithm, plus one; 0 means none. */
export const packCount = (count) => (count <= 0 ? 0 : Math.min(255, Math.round(14 * Math.log2(count)) + 1));

/** Nodes of the tree of all words, level by level: the children of a node lie side by side, by code. */
export function growTree(words) {
  const sorted = words
    .map((word, id) => [word, id])
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  const signs = [0];
  const kids = [0];
  const wordAt = [-1];
  let level = [{ node: 0, low: 0, high: sorted.length, depth: 0 }];
  while (level.length > 0) {
    const next = [];
    for (const { node, low, high, depth } of level) {
      let at = low;
      while (at < high && sorted[at][0].length === depth) wordAt[node] = sorted[at++][1];
      while (at < high) {
        const sign = sorted[at][0].charCodeAt(depth);
        let end = at;
        while (end < high && sorted[end][0].charCodeAt(depth) === sign) end++;
        next.push({ node: signs.length, low: at, high: end, depth: depth + 1 });
        signs.push(sign);
        kids.push(0);
        wordAt.push(-1);
        kids[node]++;
        at = end;
      }
    }
    level = next;
  }
  return { signs: Uint16Array.from(signs), kids: Uint16Array.from(kids), wordAt };
}

class Varints {
  #bytes = [];
  push(value) {
    let rest = value;
    while (rest >= 0x80) {
      this.#bytes.push((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.#bytes.push(rest);
  }
  get bytes() {
    return Uint8Array.from(this.#bytes);
  }
}

function packPairs(pairs, nodeOf, size, nodeCount) {
  const rows = new Map();
  for (const [key, count] of pairs) {
    const first = nodeOf[Math.floor(key / size)];
    const row = rows.get(first) ?? [];
    row.push([nodeOf[key % size], count]);
    rows.set(first, row);
  }
  const [lengths, steps] = [new Varints(), new Varints()];
  const counts = [];
  for (let node = 0; node < nodeCount; node++) {
    const row = (rows.get(node) ?? []).sort((left, right) => left[0] - right[0]);
    lengths.push(row.length);
    let last = 0;
    for (const [second, count] of row) {
      steps.push(second - last);
      last = second;
      counts.push(packCount(count));
    }
  }
  return { pairLengths: lengths.bytes, pairSteps: steps.bytes, pairCounts: Uint8Array.from(counts) };
}

/** Bytes of the file, compressed. `sounds` has `syllable*8+tone` lists, `alike` index lists with likeness, by sign. */
export function packModel({ counts, mixed, mayReplace, pairs, signs, sounds, syllables, alike, about }) {
  const { words, singles, size } = counts;
  const tree = growTree(words);
  const nodes = tree.signs.length;
  const nodeOf = new Int32Array(size);
  for (const [node, id] of tree.wordAt.entries()) if (id >= 0) nodeOf[id] = node;
  nodeOf[size - 2] = nodes;
  nodeOf[size - 1] = nodes + 1;
  const logs = new Uint8Array(nodes + 2);
  const statuteCounts = new Uint8Array(nodes + 2);
  const replaceable = new Uint8Array(nodes + 2);
  for (let id = 0; id < size; id++) {
    logs[nodeOf[id]] = packLog(Math.log(mixed[id]));
    statuteCounts[nodeOf[id]] = packCount(singles[id]);
    replaceable[nodeOf[id]] = mayReplace[id] ? 1 : 0;
  }
  const soundList = new Varints();
  for (const list of sounds) {
    soundList.push(list.length);
    for (const sound of list) soundList.push(sound);
  }
  const alikeList = new Varints();
  for (const list of alike) {
    alikeList.push(list.length);
    for (const [sign, likeness] of list) {
      alikeList.push(sign);
      alikeList.push(Math.round(likeness * 100));
    }
  }
  const sections = {
    treeSigns: new Uint8Array(tree.signs.buffer),
    treeKids: new Uint8Array(tree.kids.buffer),
    logs,
    statuteCounts,
    replaceable,
    ...packPairs(pairs, nodeOf, size, nodes + 2),
    signs: new Uint8Array(Uint16Array.from(signs, (sign) => sign.charCodeAt(0)).buffer),
    sounds: soundList.bytes,
    alike: alikeList.bytes,
  };
  const places = {};
  let at = 0;
  for (const [name, bytes] of Object.entries(sections)) {
    places[name] = [at, bytes.length];
    at += bytes.length + (bytes.length % 2);
  }
  const heading = Buffer.from(JSON.stringify({ about, syllables, places }));
  const padded = heading.length + (heading.length % 2);
  const file = Buffer.alloc(4 + padded + at, 0x20);
  file.writeUInt32LE(padded, 0);
  heading.copy(file, 4);
  for (const [name, bytes] of Object.entries(sections)) file.set(bytes, 4 + padded + places[name][0]);
  const packed = brotliCompressSync(file, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
  return { packed, size: file.length };
}
