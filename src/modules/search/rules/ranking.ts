/** How good a ranking is: discounted cumulative gain against the best possible order (Järvelin & Kekäläinen 2002). Pure. */

function gain(grades: readonly number[], depth: number): number {
  return grades
    .slice(0, depth)
    .reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}

/** Between 0 and 1: the grades in the order listed, against all grades in their best order. 1 when nothing was to be found. */
export function discountedGain(listed: readonly number[], all: readonly number[], depth: number): number {
  const best = gain(
    [...all].sort((left, right) => right - left),
    depth,
  );
  return best === 0 ? 1 : gain(listed, depth) / best;
}
