/** Takes the path data of the PDF library apart into its straight pieces. Pure. */

/** Straight pieces of a path as lists of points; pieces with curves are left out. */
export function subpathsOf(data: readonly number[]): (readonly [number, number])[][] {
  const subpaths: (readonly [number, number])[][] = [];
  let current: (readonly [number, number])[] = [];
  let curved = false;
  const finish = () => {
    if (!curved && current.length > 1) subpaths.push(current);
    curved = false;
  };
  let at = 0;
  while (at < data.length) {
    const kind = data[at];
    const x = data[at + 1] ?? 0;
    const y = data[at + 2] ?? 0;
    if (kind === 0) {
      finish();
      current = [[x, y]];
      at += 3;
    } else if (kind === 1) {
      current.push([x, y]);
      at += 3;
    } else if (kind === 2 || kind === 3) {
      curved = true;
      at += kind === 2 ? 7 : 5;
    } else {
      const first = current[0];
      if (first !== undefined) current.push(first);
      finish();
      current = first === undefined ? [] : [first];
      at += 1;
    }
  }
  finish();
  return subpaths;
}
