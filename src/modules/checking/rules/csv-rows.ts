/** Rows of the plain CSV files the checks ship: no quotes, no line breaks in cells. Pure. */

/** Cells by row; throws with the line when the heading or a row is not as it must be: the files are ours. */
export function readDataRows(csv: string, heading: string): readonly (readonly string[])[] {
  const [first, ...rows] = csv.trimEnd().split('\n');
  if (first !== heading) throw new RangeError(`this file begins with the line ${heading}`);
  const width = heading.split(',').length;
  return rows.map((row, index) => {
    const cells = row.split(',');
    if (cells.length !== width) throw new RangeError(`line ${index + 2} is not ${heading}: ${row}`);
    return cells;
  });
}
