/** Days as official documents and government pages print them. Pure. */
import {
  readChineseNumber,
  readYearNumber,
  smallNumber,
  yearNumber,
} from '#kernel/chinese/chinese-number.ts';
import { type Day, dayFromParts } from '#kernel/day.ts';

/** Pattern source of a printed day; groups are taken apart by `dayOfPrinted`. */
export const printedDay = `(?:${yearNumber}年${smallNumber}月${smallNumber}日|(?:19|20)\\d{2}[-./]\\d{1,2}[-./]\\d{1,2}(?!\\d))`;

const chineseForm = new RegExp(
  `^(?<year>${yearNumber})年(?<month>${smallNumber})月(?<day>${smallNumber})日$`,
  'u',
);
const isoForm = /^(?<year>\d{4})[-./](?<month>\d{1,2})[-./](?<day>\d{1,2})$/u;

/** The day of a text that is nothing but a printed day; undefined for an impossible one (2月30日). */
export function dayOfPrinted(compact: string): Day | undefined {
  const groups = (chineseForm.exec(compact) ?? isoForm.exec(compact))?.groups;
  if (groups === undefined) return undefined;
  const year = readYearNumber(groups.year ?? '');
  const month = readChineseNumber(groups.month ?? '');
  const dayOfMonth = readChineseNumber(groups.day ?? '');
  if (year === undefined || month === undefined || dayOfMonth === undefined) return undefined;
  return dayFromParts(year, month, dayOfMonth);
}

const anyDay = new RegExp(printedDay, 'u');

/** The first printed day inside a text without blanks. */
export function firstDayIn(compact: string): Day | undefined {
  const found = anyDay.exec(compact)?.[0];
  return found === undefined ? undefined : dayOfPrinted(found);
}

const dayLine = new RegExp(`^[（(]?(?<day>${printedDay})[）)]?[。]?(?:（(?:印章|盖章|公章)）)?$`, 'u');

/** The day of a line that holds nothing else, as under a signature. */
export function dayOfLine(compact: string): Day | undefined {
  const day = dayLine.exec(compact)?.groups?.day;
  return day === undefined ? undefined : dayOfPrinted(day);
}
