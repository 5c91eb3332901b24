/** The parts of an official document's head: document number, days, names of governments and their offices. */

import {
  readChineseNumber,
  readYearNumber,
  smallNumber,
  yearNumber,
} from '#kernel/chinese/chinese-number.ts';
import { type Day, dayFromParts } from '#kernel/day.ts';

const documentNumber =
  /^(?:(?:发文)?(?:字号|文号)|文件编号|发文号)?[：:]?[（(]?(?<code>[\p{Script=Han}]{2,14}?)[〔［[（(【﹝{](?<year>(?:19|20)\d{2})年?[〕］\])）】﹞}](?:第)?(?<serial>\d{1,4})号[）)]?(?=$|签发|[（(]|主动|★)/u;

/** Reads a line that is a document number: `甲政办发〔2022〕8号`, whatever brackets it is printed with. */
export function readDocNumberLine(compactLine: string): { docNumber: string; year: number } | undefined {
  const groups = documentNumber.exec(compactLine)?.groups;
  if (groups?.code === undefined || groups.year === undefined || groups.serial === undefined)
    return undefined;
  return {
    docNumber: `${groups.code}〔${groups.year}〕${Number(groups.serial)}号`,
    year: Number(groups.year),
  };
}

const dayLine = new RegExp(
  `^(?:印发日期|成文日期|发文日期|发布日期|日期|时间)?[：:]?[（(]?(?:(?<year>${yearNumber})年(?<month>${smallNumber})月(?<day>${smallNumber})日|(?<isoYear>20\\d{2})[-./](?<isoMonth>\\d{1,2})[-./](?<isoDay>\\d{1,2}))[）)]?(?<printed>印发|发布)?[。]?$`,
  'u',
);

/** Reads a line that is a day: `2022年7月28日`, `二〇二二年七月二十八日`, `2022-07-28`. */
export function readDayLine(
  compactLine: string,
): { day: Day; kind: 'signed' | 'printed' | 'published' } | undefined {
  const groups = dayLine.exec(compactLine)?.groups;
  if (groups === undefined) return undefined;
  const year = groups.isoYear === undefined ? readYearNumber(groups.year ?? '') : Number(groups.isoYear);
  const month = readChineseNumber(groups.isoMonth ?? groups.month ?? '');
  const dayOfMonth = readChineseNumber(groups.isoDay ?? groups.day ?? '');
  if (year === undefined || month === undefined || dayOfMonth === undefined) return undefined;
  const day = dayFromParts(year, month, dayOfMonth);
  if (day === undefined) return undefined;
  if (/^发布日期/u.test(compactLine)) return { day, kind: 'published' };
  return { day, kind: groups.printed === undefined ? 'signed' : 'printed' };
}

const imprint = new RegExp(
  `^(?<issuer>[\\p{Script=Han}]{4,40}?(?:办公室|人民政府|办公厅|委员会|领导小组|局|中心))(?<day>${yearNumber}年${smallNumber}月${smallNumber}日)(?<printed>印发)?$`,
  'u',
);

/** Reads issuer and day on one line: a signature, or with 印发 the imprint at a document's end. */
export function readImprintLine(
  compactLine: string,
): { issuer: string; day: Day; kind: 'signed' | 'printed' } | undefined {
  const groups = imprint.exec(compactLine)?.groups;
  if (groups?.issuer === undefined || groups.day === undefined) return undefined;
  const read = readDayLine(groups.day);
  if (read === undefined) return undefined;
  return { issuer: groups.issuer, day: read.day, kind: groups.printed === undefined ? 'signed' : 'printed' };
}

const boxLabel =
  /(?:索引号|文号|发文字号|发布机构|发文机关|成文日期|发文日期|生成日期|发布日期|发布时间|公开日期|主题分类|信息分类|组配分类|有效性|公开方式|信息来源|来源)[：:]/gu;

/** A line of a site's information box (索引号：… 文号：… 发布机构：…) cut before each label; other lines whole. */
export function splitBoxLine(compactLine: string): readonly string[] {
  const starts = [...compactLine.matchAll(boxLabel)].map((match) => match.index);
  if (starts.length < 2) return [compactLine];
  return [0, ...starts.filter((start) => start > 0)].map((start, index, all) =>
    compactLine.slice(start, all[index + 1] ?? compactLine.length),
  );
}

/** Whether a line belongs to a site's information box. */
export function isBoxLine(compactLine: string): boolean {
  return compactLine.search(boxLabel) === 0;
}

const office =
  /^[\p{Script=Han}（）]{2,40}(?:人民政府(?:办公室|办公厅)?|政府办公室|办公厅|办公室|委员会|管委会|领导小组(?:办公室)?|管理局|数据局|局)$/u;
const sentenceWord = /关于|各|印发|通知|附件|抄送|联系|负责|牵头|配合|请/u;

/** Whether a line is nothing but the name of an issuing body, as in a signature. */
export function isIssuerLine(compactLine: string): boolean {
  return office.test(compactLine) && !sentenceWord.test(compactLine);
}

/** Reads a red head: `某县人民政府办公室文件`, with or without （）; undefined for another line. */
export function readRedHead(compactLine: string): string | undefined {
  const body = /^(?<issuer>[\p{Script=Han}]{4,40})(?:文件|（通知）)$/u.exec(compactLine)?.groups?.issuer;
  return body !== undefined && isIssuerLine(body) ? body : undefined;
}

const region =
  /[\p{Script=Han}]{1,8}?(?:自治县|自治州|自治旗|林区|特区|新区|开发区|高新区|示范区|地区|[区县市盟旗]|州(?![区市县]))/gu;
const notARegion =
  /^(?:全|我|本|各|该|市|区|县|省|设|专|社|园|片|辖|城|灾|地|小|分|时)[区县市]?$|(?:社|专|小|山|景|库|园|校|片|灾|疫|选|辖|城|街)区$|^(?:年|度)?(?:全|我|本|各|乡|上|下|省|跨)|[委府办局党务公]/u;

/** The lowest named jurisdiction at the front of a name: `厦门市湖里区人民政府` gives `湖里区`. */
export function jurisdictionIn(name: string): string | undefined {
  let rest = name.replace(/^(?:中共|中国共产党)/u, '');
  let lowest: string | undefined;
  const province = /^[\p{Script=Han}]{2,8}?(?:省|自治区|特别行政区)/u.exec(rest);
  if (province !== null) rest = rest.slice(province[0].length);
  for (;;) {
    region.lastIndex = 0;
    const match = region.exec(rest);
    if (match === null || match.index !== 0) break;
    const found = match[0];
    if (found.length < 2 || notARegion.test(found) || /^[级直属域内]/u.test(rest.slice(found.length))) break;
    lowest = found;
    rest = rest.slice(found.length);
  }
  return lowest ?? /^[\p{Script=Han}]{1,5}?(?:镇|乡|街道)(?!级)/u.exec(rest)?.[0];
}
