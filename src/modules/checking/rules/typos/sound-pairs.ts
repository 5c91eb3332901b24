/**
 * Pairs of words that are both sound and near each other in matter and form (制定 and 制订): which one is meant only the
 * writer knows. Reads the list of `data/checking/typos`. Pure; browser-safe.
 */
import { readDataRows } from '../csv-rows.ts';

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
  return new SoundPairs(
    readDataRows(csv, heading, ([one = '', other = '']) =>
      one === '' || one.length !== other.length ? undefined : ([one, other] as const),
    ),
  );
}
