/** Comma-separated text as cells. Pure; browser-safe. */

/** Separators of a list typed by hand: people also type tabs and the Chinese comma. */
export const handSeparators = [',', '\t', '，'] as const;

/**
 * Cells of comma-separated text (RFC 4180); a cell in quotes may hold commas, doubled quotes and line ends. Text after
 * the last line end is a row too.
 */
export function cellsOfCsv(
  text: string,
  separators: readonly string[] = [','],
): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  const body = text.replace(/^\ufeff/u, '');
  for (let at = 0; at < body.length; at += 1) {
    const sign = body.charAt(at);
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (body.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (separators.includes(sign)) endCell();
    else if (sign === '\n') {
      endCell();
      rows.push(row);
      row = [];
    } else if (sign !== '\r') cell += sign;
  }
  endCell();
  rows.push(row);
  return rows;
}
