/** The date under a paper (成文日期): alone on its line, in full, in Arabic numerals. Pure. */
import type { DateFault } from './judge-date.ts';
import { officialDateText } from './judge-date.ts';
import type { DateMention } from './read-dates.ts';

/** Arabic numerals are the rule since GB/T 9704—2012 came into force on 2012-07-01. */
const ruledSince = 2013;
const bodyOfGovernment =
  /(?:政府|办公[室厅]|[局厅院部会署处委中心站所校组区]|公司|指挥部|街道办事处|管委会|支队|大队)$/u;

export interface SignatureLine {
  /** The line without blanks at its ends. */
  readonly text: string;
  /** The line above that is not blank, without blanks. */
  readonly above: string;
  /** Whether the document bears a document number, as official papers do. */
  readonly isOfficialPaper: boolean;
}

function judgeWrittenDate(line: SignatureLine, mention: DateMention): DateFault | undefined {
  const { year, month, day } = mention;
  const suggestion = officialDateText(mention);
  if (year === null) return undefined;
  const underName = bodyOfGovernment.test(line.above);
  if (year.style === 'chinese') {
    if (year.value < ruledSince || !underName) return undefined;
    const severity = line.isOfficialPaper ? 'confirm' : 'hint';
    return { code: 'date.signatureForm', severity, reason: '成文日期应用阿拉伯数字', suggestion };
  }
  const padded = [month, day].some((field) => /^0\d/u.test(field?.text ?? ''));
  if (padded) {
    return { code: 'date.signatureForm', reason: '成文日期的月、日不编虚位', suggestion };
  }
  if (year.text.length === 2) {
    return { code: 'date.signatureForm', reason: '成文日期的年份应标全称', suggestion };
  }
  if (day === null && underName) {
    const reason = '成文日期应将年、月、日标全';
    return { code: 'date.signatureForm', severity: 'hint', reason, suggestion: null };
  }
  return undefined;
}

const shortDate = /^((?:19|20)?\d{2})([.．\-/])(\d{1,2})\2(\d{1,2})(?:日)?$/u;

/** A line that is nothing but a date, judged as the date of the paper. */
export function judgeSignatureLine(
  line: SignatureLine,
  mention: DateMention | undefined,
): DateFault | undefined {
  if (mention !== undefined && mention.start === 0 && mention.end === line.text.length) {
    return mention.isForeignCalendar ? undefined : judgeWrittenDate(line, mention);
  }
  const short = shortDate.exec(line.text);
  if (short === null || !bodyOfGovernment.test(line.above)) return undefined;
  const [, year = '', , month, day] = short;
  const full = year.length === 2 ? `20${year}` : year;
  return {
    code: 'date.signatureForm',
    reason: '成文日期应写明年、月、日',
    suggestion: `${full}年${Number(month)}月${Number(day)}日`,
  };
}
