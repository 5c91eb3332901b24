/** Small cleaning that every format needs: characters nobody sees, blanks at the ends. Pure. */

/** Control and format characters (zero-width marks, soft hyphens, direction marks) but tab and line feed. */
const unseen = /(?![\t\n])[\p{Cc}\p{Cf}\ufffc]/gu;

/** Drops invisible characters, makes every blank a space or U+3000, and trims each line. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/gu, '\n')
    .replace(unseen, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f]/gu, ' ')
    .replace(/[ \t\u3000]*\n[ \t\u3000]*/gu, '\n')
    .replace(/\n{2,}/gu, '\n')
    .trim();
}
