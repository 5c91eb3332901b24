/** Judges a row of numbers that should count up by one. Pure. */

/** Lists inside lists go no deeper. */
const mostSuspended = 12;

export interface SequenceFault {
  /** Index in the row. */
  readonly at: number;
  readonly kind: 'missing' | 'repeated' | 'disordered';
  /** What should stand here; null where something may be missing instead. */
  readonly wanted: number | null;
  /** The first number that is missing, for `missing`. */
  readonly missing: number | null;
}

/**
 * Lists may begin anew at 1, and a list that was interrupted by another may go on. A single number out of place is told
 * from a missing one by what follows. The row's first number is not judged.
 */
export function judgeSequence(row: readonly number[]): readonly SequenceFault[] {
  const faults: SequenceFault[] = [];
  /** Last numbers of lists that others interrupted. */
  const suspended: number[] = [];
  let before = row[0] ?? 0;
  let index = 1;
  while (index < row.length) {
    const number = row[index] ?? 0;
    const next = row[index + 1];
    const wanted = before + 1;
    const place = suspended.lastIndexOf(number - 1);
    if (number === wanted) before = number;
    else if (number === wanted + 1 && next === wanted) {
      faults.push({ at: index, kind: 'disordered', wanted: null, missing: null });
      before = wanted + 1;
      index += 1;
    } else if (next === wanted + 1 && !(number === 1 && next === 2)) {
      const kind = number === before ? 'repeated' : 'disordered';
      faults.push({ at: index, kind, wanted, missing: null });
      before = wanted;
    } else if (number === 1) {
      suspended.push(before);
      if (suspended.length > mostSuspended) suspended.shift();
      before = 1;
    } else if (place !== -1) {
      suspended.length = place;
      before = number;
    } else if (number > wanted) {
      faults.push({ at: index, kind: 'missing', wanted: null, missing: wanted });
      before = number;
    } else if (number === before) {
      faults.push({ at: index, kind: 'repeated', wanted: null, missing: null });
    } else {
      faults.push({ at: index, kind: 'disordered', wanted: null, missing: null });
    }
    index += 1;
  }
  return faults;
}
