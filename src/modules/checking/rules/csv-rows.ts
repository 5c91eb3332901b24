/** Rows of the plain CSV files the checks ship: no quotes, no line breaks in cells. Pure. */

/**
 * Each row as `readRow` reads it. Throws with the line when the heading is another, a row has more or fewer cells, or
 * `readRow` finds none in them: the files are ours.
 */
export function readDataRows<Row>(
  csv: string,
  heading: string,
  readRow: (cells: readonly string[]) => Row | undefined,
): readonly Row[] {
  const [first, ...rows] = csv.trimEnd().split('\n');
  if (first !== heading) throw new RangeError(`this file begins with the line ${heading}`);
  const width = heading.split(',').length;
  return rows.map((row, index) => {
    const cells = row.split(',');
    const read = cells.length === width ? readRow(cells) : undefined;
    if (read === undefined) throw new RangeError(`line ${index + 2} is not ${heading}: ${row}`);
    return read;
  });
}
