/**
 * How alike two task texts are: pairs of neighbouring characters, weighed by how rare they are in the two plans, so
 * that 信息公开 says little and 赠阅 says much. Pure.
 */

const marks = /[\s，。；：、“”‘’（）()《》〈〉！？,.;:·—-]+/gu;

function wordPairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const run of text.split(marks)) {
    for (let index = 0; index + 1 < run.length; index += 1) pairs.add(run.slice(index, index + 2));
  }
  return pairs;
}

export interface WeighedText {
  readonly text: string;
  readonly pairs: ReadonlySet<string>;
  readonly weight: number;
}

/** Weighs every text against all of them; what stands in every task weighs nothing. */
export function weighTexts(texts: readonly string[]): {
  readonly weighed: readonly WeighedText[];
  readonly weightOf: (pair: string) => number;
} {
  const sets = texts.map(wordPairsOf);
  const documents = new Map<string, number>();
  for (const set of sets) for (const pair of set) documents.set(pair, (documents.get(pair) ?? 0) + 1);
  const weightOf = (pair: string) => Math.log((texts.length + 1) / (documents.get(pair) ?? 1));
  const weighed = sets.map((pairs, index) => {
    let weight = 0;
    for (const pair of pairs) weight += weightOf(pair);
    return { text: texts[index] ?? '', pairs, weight };
  });
  return { weighed, weightOf };
}

/**
 * Likeness 0 … 1: mostly the shared weight of both texts (Dice), partly how much of the shorter one the longer one
 * holds, so that a task that grew is still known.
 */
export function measureLikeness(
  left: WeighedText,
  right: WeighedText,
  weightOf: (pair: string) => number,
): number {
  if (left.text.replace(marks, '') === right.text.replace(marks, '')) return 1;
  if (left.weight === 0 || right.weight === 0) return 0;
  const [small, large] = left.pairs.size <= right.pairs.size ? [left, right] : [right, left];
  let shared = 0;
  for (const pair of small.pairs) if (large.pairs.has(pair)) shared += weightOf(pair);
  const dice = (2 * shared) / (left.weight + right.weight);
  const contained = shared / Math.min(left.weight, right.weight);
  return 0.65 * dice + 0.35 * contained;
}

/** The longest phrases of at least four characters that both texts hold, longest first, at most three. */
export function findSharedPhrases(left: string, right: string): readonly string[] {
  const phrases: string[] = [];
  for (const run of left.split(marks)) {
    let index = 0;
    while (index + 4 <= run.length) {
      let length = 4;
      if (!right.includes(run.slice(index, index + length))) {
        index += 1;
        continue;
      }
      while (index + length < run.length && right.includes(run.slice(index, index + length + 1))) length += 1;
      phrases.push(run.slice(index, index + length));
      index += length;
    }
  }
  return [...new Set(phrases)].sort((one, other) => other.length - one.length).slice(0, 3);
}
