/** Reads the dates of a line as they are written, without judging them. Pure. */

/** One of year, month or day: how it is written and what it says. */
export interface DateField {
  readonly text: string;
  readonly value: number;
  readonly style: 'arabic' | 'chinese';
}

export interface DateMention {
  /** Half-open span within the line. */
  readonly start: number;
  readonly end: number;
  readonly year: DateField | null;
  readonly month: DateField;
  readonly day: DateField | null;
  /** 日, 号, or nothing. */
  readonly sign: string;
  /** 农历, 民国 and other calendars, where no day of ours can be told. */
  readonly isForeignCalendar: boolean;
}

const chineseDigits = '〇一二三四五六七八九';
const plainFields =
  /(?:(?<![\d.])(\d{1,5}|['’‘]\d{2})[ 　]?年[ 　]?|(?<![〇○零一二三四五六七八九十百])([〇○零一二三四五六七八九]{4}|[〇○零一二三四五六七八九]{2})年)?(?:(?<!\d|\d[.．])(\d{1,3})[ 　]?|(?<![一二三四五六七八九十])(十?[一二三四五六七八九十]|元|正))$/u;
const dayField = /[ 　]?(?:份)?[ 　]?(?:(\d{1,3})|([一二三四五六七八九十廿卅]{1,4}))[ 　]?([日号]?)/uy;
const foreignCalendar = /(?:农历|阴历|旧历|夏历|民国|藏历|回历|傣历|彝历|中华民国)[^。；，、]{0,4}$/u;
const fieldWindow = 16;

function arabicField(text: string): DateField {
  return { text, value: Number(text.replace(/\D/gu, '')), style: 'arabic' };
}

/** 二〇二四 by digits; 十二, 廿五, 三十一 as numbers. */
function chineseField(text: string): DateField {
  const digitOf = (sign: string) => chineseDigits.indexOf(sign === '○' || sign === '零' ? '〇' : sign);
  const style = 'chinese';
  if (text === '元' || text === '正') return { text, value: 1, style };
  if (!/[十廿卅]/u.test(text)) {
    return { text, value: [...text].reduce((sum, sign) => sum * 10 + digitOf(sign), 0), style };
  }
  const spelt = text.replace('廿', '二十').replace('卅', '三十');
  const [tens = '', units = ''] = spelt.split('十');
  return {
    text,
    value: (tens === '' ? 1 : digitOf(tens)) * 10 + (units === '' ? 0 : digitOf(units)),
    style,
  };
}

function fieldOf(arabic: string | undefined, chinese: string | undefined): DateField | null {
  if (arabic !== undefined) return arabicField(arabic);
  return chinese === undefined ? null : chineseField(chinese);
}

function mentionAt(text: string, at: number): DateMention | undefined {
  const from = Math.max(0, at - fieldWindow);
  const head = plainFields.exec(text.slice(from, at));
  if (head === null) return undefined;
  const month = fieldOf(head[3], head[4]);
  if (month === null) return undefined;
  dayField.lastIndex = at + 1;
  const tail = dayField.exec(text);
  const start = from + head.index;
  return {
    start,
    end: tail === null ? at + 1 : dayField.lastIndex,
    year: fieldOf(head[1], head[2]),
    month,
    day: tail === null ? null : fieldOf(tail[1], tail[2]),
    sign: tail?.[3] ?? '',
    isForeignCalendar: foreignCalendar.test(text.slice(Math.max(0, start - 10), start)),
  };
}

/** All mentions of a month with what belongs to it, in order: 2026年5月1日, 5月1日, 2026年5月, 二〇二六年五月. */
export function datesInLine(text: string): readonly DateMention[] {
  const mentions: DateMention[] = [];
  let at = text.indexOf('月');
  while (at !== -1) {
    const mention = mentionAt(text, at);
    if (mention !== undefined) mentions.push(mention);
    at = text.indexOf('月', at + 1);
  }
  return mentions;
}

/** Full-width digits as plain ones; lengths stay. */
export function withPlainDigits(text: string): string {
  return text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

const shortYearTurn = 50;

/** The four-digit year a mention means; null without a year or with an impossible one. */
export function fullYearOf(mention: DateMention): number | null {
  if (mention.year === null) return null;
  const { value, text } = mention.year;
  const digits = text.replace(/['’‘]/gu, '').length;
  if (digits === 4) return value;
  return digits === 2 ? value + (value < shortYearTurn ? 2000 : 1900) : null;
}
