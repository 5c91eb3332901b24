/** The document's own number at its head, and whether its code belongs to the unit that signs. Pure. */
import type { PublishedLine } from '../../published-lines.ts';
import { trimmedLine } from '../../published-lines.ts';
import type { KnownUnit } from '../../recogniser.ts';

/** The head of a paper: red heading, number, title stand within so many lines that are not blank. */
const headLines = 12;
const ownNumber = /^(\p{Script=Han}{2,12})〔(\d{4})〕\d{1,5}号$/u;

export interface OwnNumber {
  readonly code: string;
  readonly year: number;
  readonly start: number;
  readonly end: number;
}

/** The number that stands alone on a line of the head, as papers print their own. */
export function findOwnNumber(lines: readonly PublishedLine[]): OwnNumber | undefined {
  let seen = 0;
  for (const line of lines) {
    const { text, start } = trimmedLine(line);
    if (text === '') continue;
    const [, code, year] = ownNumber.exec(text) ?? [];
    if (code !== undefined) return { code, year: Number(year), start, end: start + text.length };
    seen += 1;
    if (seen >= headLines) return undefined;
  }
  return undefined;
}

/** The units that sign: their name alone on a line right above a date, or in the red heading. */
export function findSigningUnits(
  lines: readonly PublishedLine[],
  units: readonly KnownUnit[],
): readonly KnownUnit[] {
  const texts = lines.map((line) => line.text.replace(/\s/gu, '')).filter((text) => text !== '');
  const signers = new Set<string>();
  texts.forEach((text, index) => {
    const isHeading = index < headLines && text.endsWith('文件');
    const isSignature = /^(?:\d{4}|[二〇○零一]{4})年[^年]{2,6}日$/u.test(texts[index + 1] ?? '');
    if (isHeading) signers.add(text.slice(0, -2));
    else if (isSignature) signers.add(text);
  });
  return units.filter(({ name, shortNames }) => [name, ...shortNames].some((one) => signers.has(one)));
}
