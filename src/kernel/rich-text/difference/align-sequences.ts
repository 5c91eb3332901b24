/** Which members of two sequences are the same ones, in order: the bones of every comparison. Pure. */

/** Indices in both sequences of members that stand for each other, ascending in both. */
export type Alignment = readonly (readonly [before: number, after: number])[];

/** Beyond this many places the table of the exact comparison would be too large; then rare members lead. */
const largestTable = 1_000_000;

interface Stretch {
  readonly fromBefore: number;
  readonly toBefore: number;
  readonly fromAfter: number;
  readonly toAfter: number;
}

/** Longest common subsequence, exactly. */
function alignExactly(before: readonly string[], after: readonly string[], at: Stretch): [number, number][] {
  const height = at.toBefore - at.fromBefore;
  const width = at.toAfter - at.fromAfter;
  const table = new Uint32Array((height + 1) * (width + 1));
  const place = (row: number, column: number) => row * (width + 1) + column;
  const isEqual = (row: number, column: number) =>
    before[at.fromBefore + row] === after[at.fromAfter + column];
  for (let row = height - 1; row >= 0; row--) {
    for (let column = width - 1; column >= 0; column--) {
      table[place(row, column)] = isEqual(row, column)
        ? (table[place(row + 1, column + 1)] ?? 0) + 1
        : Math.max(table[place(row + 1, column)] ?? 0, table[place(row, column + 1)] ?? 0);
    }
  }
  const pairs: [number, number][] = [];
  let row = 0;
  let column = 0;
  while (row < height && column < width) {
    if (isEqual(row, column)) pairs.push([at.fromBefore + row++, at.fromAfter + column++]);
    else if ((table[place(row + 1, column)] ?? 0) >= (table[place(row, column + 1)] ?? 0)) row++;
    else column++;
  }
  return pairs;
}

/** Members that stand once in each stretch, as pairs, the longest ascending row of them. */
function findAnchors(before: readonly string[], after: readonly string[], at: Stretch): [number, number][] {
  const placesOf = (list: readonly string[], from: number, to: number) => {
    const places = new Map<string, number>();
    for (let index = from; index < to; index++) {
      const key = list[index] ?? '';
      places.set(key, places.has(key) ? -1 : index);
    }
    return places;
  };
  const inAfter = placesOf(after, at.fromAfter, at.toAfter);
  const pairs = [...placesOf(before, at.fromBefore, at.toBefore)].flatMap(
    ([key, index]): [number, number][] => {
      const other = inAfter.get(key) ?? -1;
      return index >= 0 && other >= 0 ? [[index, other]] : [];
    },
  );
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [index, [, other]] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < other) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? -1 : (tails[low - 1] ?? -1);
    tails[low] = index;
  }
  const chain: [number, number][] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair !== undefined) chain.push(pair);
  }
  return chain.reverse();
}

function alignStretch(
  before: readonly string[],
  after: readonly string[],
  at: Stretch,
  into: [number, number][],
): void {
  let { fromBefore, toBefore, fromAfter, toAfter } = at;
  while (fromBefore < toBefore && fromAfter < toAfter && before[fromBefore] === after[fromAfter])
    into.push([fromBefore++, fromAfter++]);
  const tail: [number, number][] = [];
  while (toBefore > fromBefore && toAfter > fromAfter && before[toBefore - 1] === after[toAfter - 1])
    tail.push([--toBefore, --toAfter]);
  const inner: Stretch = { fromBefore, toBefore, fromAfter, toAfter };
  const places = (toBefore - fromBefore) * (toAfter - fromAfter);
  if (places > 0 && places <= largestTable)
    for (const pair of alignExactly(before, after, inner)) into.push(pair);
  else if (places > 0) {
    const anchors = findAnchors(before, after, inner);
    let beginBefore = fromBefore;
    let beginAfter = fromAfter;
    for (const [index, other] of anchors) {
      alignStretch(
        before,
        after,
        { fromBefore: beginBefore, toBefore: index, fromAfter: beginAfter, toAfter: other },
        into,
      );
      into.push([index, other]);
      beginBefore = index + 1;
      beginAfter = other + 1;
    }
    if (anchors.length > 0)
      alignStretch(
        before,
        after,
        { fromBefore: beginBefore, toBefore, fromAfter: beginAfter, toAfter },
        into,
      );
  }
  for (const pair of tail.reverse()) into.push(pair);
}

/** Members that stayed. Exact for short stretches; in long ones led by members that occur once. */
export function alignSequences(before: readonly string[], after: readonly string[]): Alignment {
  const pairs: [number, number][] = [];
  alignStretch(
    before,
    after,
    { fromBefore: 0, toBefore: before.length, fromAfter: 0, toAfter: after.length },
    pairs,
  );
  return pairs;
}
