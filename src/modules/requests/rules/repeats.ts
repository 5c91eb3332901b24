/**
 * Whether a request was made before: the same words again, or nearly the same by the same applicant. Only proposes;
 * that it is a repeat (条例第三十六条第六项) is decided by a person. Pure; browser-safe.
 */

/** What is compared: letters and figures, without blanks, marks and width. */
export function plainContent(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function pairsOf(text: string): Set<string> {
  const letters = [...plainContent(text)];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}

/** Share of common pairs of characters, 0 to 1. */
export function contentLikeness(left: string, right: string): number {
  const [one, two] = [pairsOf(left), pairsOf(right)];
  if (one.size === 0 || two.size === 0) return plainContent(left) === plainContent(right) ? 1 : 0;
  const shared = [...one].filter((pair) => two.has(pair)).length;
  return (2 * shared) / (one.size + two.size);
}

/** From here on two descriptions are shown side by side. */
export const likelyRepeat = 0.75;
