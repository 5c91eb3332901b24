/**
 * The index number (索引号) of an item: organ code, year, serial of the organ in that year, as the catalogues of
 * government sites write it (条例第十二条: the catalogue names an index). Pure; browser-safe.
 */

/** `11330999MB0000001X/2026-00017`; the serial has five digits until it needs more. */
export function writeIndexNumber(organCode: string, year: number, serial: number): string {
  return `${organCode}/${year}-${String(serial).padStart(5, '0')}`;
}

/** Index numbers of other systems, kept as they are on import: organ code, year or year and month, serial. */
const indexNumberForm = /^[0-9A-Za-z-]{7,18}\/(?:\d{4}|\d{6})-\d{4,6}$/;

/** Whether a text has the usual form of an index number; anything else is kept as an opaque text. */
export function isIndexNumber(text: string): boolean {
  return indexNumberForm.test(text);
}
