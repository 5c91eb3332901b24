/** Comma-separated text that spreadsheet programs open as they should: marked as UTF-8, and no cell taken for a formula. */

function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // A cell that begins like a formula would be run by the program that opens it.
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes the lines under a head. */
export function csvBytes(
  head: readonly string[],
  lines: readonly (readonly (string | number | null)[])[],
): Uint8Array {
  const text = [head, ...lines].map((line) => line.map(csvCell).join(',')).join('\r\n');
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}
