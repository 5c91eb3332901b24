/**
 * Reads a State Council holiday notice (pasted text, or its rows as JSON or CSV) into a proposed year for an
 * administrator to confirm. It proposes and flags; nothing here stores a calendar or decides that a flag is harmless.
 */
import { dayFromParts, parseDay, yearOf } from '../day.ts';
import { faultsOfHolidayYear, type HolidayYear, holidayYearSchema } from './holiday-year.ts';
import { readNoticeProvisions } from './notice-provisions.ts';

/** A proposed year. `year` is undefined when the text names none or its rows have no usable shape; `flags` say why. */
export interface HolidayNoticeReading {
  readonly year: HolidayYear | undefined;
  /** Days the notice names that belong to a neighbouring year (31 December of the year before). */
  readonly otherYears: readonly { readonly day: string; readonly name: string; readonly working: boolean }[];
  /** What an administrator must look at before confirming, one Chinese sentence each. */
  readonly flags: readonly string[];
}

interface NoticeRow {
  readonly day: string;
  readonly name: string;
  readonly working: boolean;
}

const statutoryHolidays = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'] as const;

/** Proposes the rows of a pasted notice, of a `YYYY.json` or of a table 日期,放假|上班,节日 with one day a line. */
export function readHolidayNotice(text: string): HolidayNoticeReading {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed.startsWith('{')) return readYearJson(trimmed);
  const lines = trimmed.split(/\r?\n/).map((line) => line.trim());
  return lines.some((line) => csvRow.test(line)) ? readYearTable(lines) : readNoticeText(trimmed);
}

function readYearJson(text: string): HolidayNoticeReading {
  const refuse = (why: string) => ({ year: undefined, otherYears: [], flags: [why] });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refuse('内容以“{”开头，但不是有效的JSON。');
  }
  const parsed = holidayYearSchema.safeParse(json);
  if (parsed.success) return { year: parsed.data, otherYears: [], flags: flagsOfProposal(parsed.data) };
  return refuse(
    `JSON与年度日历的格式不符：${parsed.error.issues.map((issue) => issue.path.join('.')).join('、')}。`,
  );
}

const csvRow = /^"?(\d{4}-\d{2}-\d{2})"?\s*[,，\t]\s*"?(放假|休息|上班)"?\s*[,，\t]\s*"?([^",，\t]+)"?$/;

function readYearTable(lines: readonly string[]): HolidayNoticeReading {
  const rows: NoticeRow[] = [];
  const flags: string[] = [];
  for (const [index, line] of lines.entries()) {
    const [, day, kind, name] = csvRow.exec(line) ?? [];
    if (day !== undefined && kind !== undefined && name !== undefined) {
      if (parseDay(day) === undefined) flags.push(`第${index + 1}行的日期不存在：${day}。`);
      else rows.push({ day, name: name.trim(), working: kind === '上班' });
    } else if (line !== '' && index > 0) flags.push(`第${index + 1}行读不懂：${line.slice(0, 40)}`);
  }
  const years = new Set(rows.map((row) => Number(row.day.slice(0, 4))));
  const [year] = years;
  if (years.size > 1) flags.push(`表中有${[...years].join('、')}年的日期，以${year}年为准。`);
  return propose(year, rows, { number: null }, '管理员导入的日历表格', flags);
}

function readNoticeText(text: string): HolidayNoticeReading {
  const body = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[［[【]/g, '〔')
    .replace(/[］\]】]/g, '〕');
  const year = /关于(\d{4})年部分节假日安排/.exec(body)?.[1] ?? /现将(\d{4})年元旦/.exec(body)?.[1];
  if (year === undefined) {
    return {
      year: undefined,
      otherYears: [],
      flags: ['没有找到“关于××××年部分节假日安排的通知”，无法确定年份。'],
    };
  }
  const number = /国办发明电[〔(](\d{4})[〕)](\d+)号/.exec(body);
  const signed = /国务院办公厅(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(body);
  const issuedOn =
    signed === null ? undefined : dayFromParts(Number(signed[1]), Number(signed[2]), Number(signed[3]));
  const { rows, flags } = readNoticeProvisions(body, Number(year));
  if (number === null) flags.push('没有找到发文字号，请核对后补录。');
  const title = `国务院办公厅关于${year}年部分节假日安排的通知`;
  const notice = {
    number: number === null ? null : `国办发明电〔${number[1]}〕${number[2]}号`,
    title,
    ...(issuedOn === undefined ? {} : { issuedOn }),
  };
  return propose(Number(year), rows, notice, `管理员粘贴的《${title}》`, flags);
}

function propose(
  wanted: number | undefined,
  rows: readonly NoticeRow[],
  notice: HolidayYear['notice'],
  source: string,
  flags: readonly string[],
): HolidayNoticeReading {
  if (wanted === undefined)
    return { year: undefined, otherYears: [], flags: [...flags, '没有读到任何日期。'] };
  const sorted = rows.toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
  const own = sorted.flatMap((row) => {
    const day = parseDay(row.day);
    return day !== undefined && yearOf(day) === wanted ? [{ ...row, day }] : [];
  });
  const otherYears = sorted.filter((row) => Number(row.day.slice(0, 4)) !== wanted);
  const year: HolidayYear = {
    year: wanted,
    notice,
    source,
    holidays: own.filter((row) => !row.working).map(({ day, name }) => ({ day, name })),
    workedWeekends: own.filter((row) => row.working).map(({ day, name }) => ({ day, for: name })),
  };
  const elsewhere = otherYears.map(
    (row) =>
      `${row.day}（${row.name}${row.working ? '上班' : '放假'}）不属于${wanted}年，请核对相邻年度的日历。`,
  );
  return { year, otherYears, flags: [...flags, ...flagsOfProposal(year), ...elsewhere] };
}

function flagsOfProposal(year: HolidayYear): readonly string[] {
  const named = year.holidays.map((row) => row.name).join('、');
  const missing = statutoryHolidays.filter((holiday) => !named.includes(holiday));
  const flags = [...faultsOfHolidayYear(year)];
  if (missing.length > 0) flags.push(`没有读到这些节日的放假日：${missing.join('、')}。`);
  return flags;
}
