/**
 * Reads the numbered provisions of a holiday notice (一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。…) into single days,
 * and compares the weekday words and totals printed there. Text only; the year's rows are judged in `holiday-year.ts`.
 */
import { addDays, type Day, dayFromParts, daysBetween } from '../day.ts';
import { weekdayWord } from '../day-words.ts';

export interface NoticeProvisionRow {
  readonly day: Day;
  readonly name: string;
  readonly working: boolean;
}

export interface NoticeProvisions {
  readonly rows: NoticeProvisionRow[];
  readonly flags: string[];
}

const provisionHead = /[一二三四五六七八九十]+、([\p{Script=Han}、()]{2,14}):/gu;
const dayPattern =
  /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?(?:(?:至|到|[-—–~])(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?)?/g;
const longestHoliday = 15;

/** The days of every provision of `body`, which is NFKC-normalised text without white space, for the notice of `year`. */
export function readNoticeProvisions(body: string, year: number): NoticeProvisions {
  const provisions: NoticeProvisions = { rows: [], flags: [] };
  const heads = [...body.matchAll(provisionHead)];
  for (const [index, head] of heads.entries()) {
    const name = head[1] ?? '';
    const text = body.slice(head.index + head[0].length, heads[index + 1]?.index ?? body.length);
    for (const sentence of text.split(/[。;]/)) readSentence(sentence, name, year, provisions);
  }
  return provisions;
}

function readSentence(sentence: string, name: string, year: number, into: NoticeProvisions): void {
  const working = /上班/.test(sentence);
  const resting = /放假|补休|调休/.test(sentence);
  if (working && resting && /日[^,，]*放假.*日[^,，]*上班/.test(sentence)) {
    for (const part of sentence.split(/[,，]/)) readSentence(part, name, year, into);
    return;
  }
  if (!working && !resting) return;
  const days: Day[] = [];
  let month: number | undefined;
  for (const match of sentence.matchAll(dayPattern)) {
    const [, startYear, startMonth, startDay, startNote, endYear, endMonth, endDay, endNote] = match;
    month = startMonth === undefined ? month : Number(startMonth);
    const firstYear = startYear === undefined ? impliedYear(name, month, year, into) : Number(startYear);
    const first = month === undefined ? undefined : dayFromParts(firstYear, month, Number(startDay));
    if (first === undefined || month === undefined) {
      into.flags.push(`${name}：日期不存在或缺少月份：${match[0]}。`);
      continue;
    }
    compareWeekday(name, first, startNote, into);
    if (endDay === undefined) {
      days.push(first);
      continue;
    }
    const lastMonth = endMonth === undefined ? month : Number(endMonth);
    const lastYear = endYear === undefined ? firstYear + (lastMonth < month ? 1 : 0) : Number(endYear);
    const last = dayFromParts(lastYear, lastMonth, Number(endDay));
    if (last === undefined || last < first || daysBetween(first, last) >= longestHoliday) {
      into.flags.push(`${name}：起止日期有误：${match[0]}。`);
      continue;
    }
    compareWeekday(name, last, endNote, into);
    for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
    month = lastMonth;
  }
  compareTotal(sentence, name, days.length, into);
  into.rows.push(...days.map((day) => ({ day, name, working })));
}

/** New Year's holiday may begin in the December before; a notice that leaves that year out is read so and flagged. */
function impliedYear(name: string, month: number | undefined, year: number, into: NoticeProvisions): number {
  if (month !== 12 || !name.includes('元旦')) return year;
  into.flags.push(`${name}：12月的日期没有写明年份，暂按${year - 1}年读取。`);
  return year - 1;
}

function compareWeekday(name: string, day: Day, note: string | undefined, into: NoticeProvisions): void {
  const printed = /(?:周|星期)([一二三四五六日天])/.exec(note ?? '')?.[1]?.replace('天', '日');
  if (printed === undefined || `周${printed}` === weekdayWord(day)) return;
  into.flags.push(`${name}：${day}写作周${printed}，实为${weekdayWord(day)}。`);
}

function compareTotal(sentence: string, name: string, days: number, into: NoticeProvisions): void {
  const printed = /(?:共|放假)(\d{1,2})天/.exec(sentence)?.[1];
  if (printed === undefined || Number(printed) === days) return;
  into.flags.push(`${name}：写明共${printed}天，读到${days}天。`);
}
