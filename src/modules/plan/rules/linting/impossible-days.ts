/** Days a plan prints that no calendar has: 2月30日, 13月, 6月31日. Pure. */
import { dayFromParts } from '#kernel/day.ts';

const printedDay = /(?:(?<year>(?:19|20)\d{2})年)?(?<month>\d{1,2})月(?:(?<day>\d{1,2})[日号])?/gu;

/** Each printed day of the text that does not exist, as printed. `year` stands in where the text names none. */
export function findImpossibleDays(text: string, year: number | null): readonly string[] {
  const impossible: string[] = [];
  for (const match of text.matchAll(printedDay)) {
    // 3个月 and 第12月度 are spans and names, and a digit before belongs to a longer number.
    if (/[\d.]$/u.test(text.slice(0, match.index))) continue;
    const month = Number(match.groups?.month);
    const day = match.groups?.day;
    const inYear = Number(match.groups?.year ?? year ?? 2024);
    const exists = dayFromParts(inYear, month, day === undefined ? 1 : Number(day)) !== undefined;
    if (!exists) impossible.push(match[0]);
  }
  return impossible;
}
