/**
 * Pairs of words that are both sound and near each other in matter and form (制定 and 制订): which one is meant only the
 * writer knows. Reads the list of `data/checking/typos`. Pure; browser-safe.
 */

const heading = 'one,other';
const keyOf = (one: string, other: string) => (one < other ? `${one} ${other}` : `${other} ${one}`);

export class SoundPairs {
  readonly #keys: ReadonlySet<string>;

  constructor(pairs: readonly (readonly [string, string])[]) {
    this.#keys = new Set(pairs.map(([one, other]) => keyOf(one, other)));
  }

  has(one: string, other: string): boolean {
    return this.#keys.has(keyOf(one, other));
  }
}

/** The list as it lies in `sound-pairs.csv`. Throws with the line when a row is none: the file is ours. */
export function parseSoundPairs(csv: string): SoundPairs {
  const [first, ...rows] = csv.trimEnd().split('\n');
  if (first !== heading) throw new RangeError(`sound pairs begin with the line ${heading}`);
  return new SoundPairs(
    rows.map((row, index) => {
      const [one, other, ...rest] = row.split(',');
      if (!one || !other || rest.length > 0 || one.length !== other.length)
        throw new RangeError(`line ${index + 2} of the sound pairs is not two words of one length: ${row}`);
      return [one, other];
    }),
  );
}
