/**
 * The parts around the text of an official document: addressees, list of attachments, signature, notes, copies and
 * imprint, each with its line, so that what remains is the text. Pure.
 */
import type { Day } from '#kernel/day.ts';
import type { SourcePlace } from '#kernel/reading/source.ts';
import { markOfLine } from './clauses/marks.ts';
import { dayOfLine, dayOfPrinted, printedDay } from './days.ts';
import type { PrintedOpenness } from './document-reading.ts';
import { bodyNamesOfLine, isBodyName } from './issuers.ts';
import type { DocumentLine } from './lines.ts';

interface Placed<T> {
  readonly value: T;
  readonly place: SourcePlace;
}

export interface ListedAttachment {
  readonly no: number | null;
  readonly title: string;
}

export interface LetterReading {
  readonly addressees: Placed<readonly string[]> | null;
  readonly attachments: Placed<readonly ListedAttachment[]> | null;
  readonly signature: Placed<{ readonly issuers: readonly string[]; readonly day: Day | null }> | null;
  /** Index after the signature; the text of annexes begins behind it. */
  readonly signatureEnd: number | null;
  readonly openness: Placed<PrintedOpenness> | null;
  readonly contact: Placed<string> | null;
  readonly copiedTo: Placed<readonly string[]> | null;
  readonly printed: Placed<{ readonly office: string | null; readonly day: Day | null }> | null;
  /** Indexes of lines that are one of the above or furniture of the page, not text. */
  readonly taken: ReadonlySet<number>;
  /** Index of the first line that is furniture of the page below the document. */
  readonly end: number;
}

const addresseeLine =
  /^(?:各|有关|全[县市区省]|本|驻|省|市|县|区|州|你|局|国务院|中共|[\p{Script=Han}（）]{2,30}(?:政府|委员会|办公室|办公厅|局|厅|部|院|公司|单位|部门|街道|乡|镇|学校|医院|企业|集团|中心|办|委))[^。；]{0,400}[：:]$/u;
const speech = /(?:如下|以下|通知|意见|规定|要求|下列|包括|应当|说明|公告|决定)[：:]$/u;

/** 各镇人民政府、街道办事处，县级各部门： cut at commas; 、 within a group stays. */
export function addresseesOfLine(text: string): readonly string[] {
  return text
    .replace(/[：:]$/u, '')
    .split(/[，,；;]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function findAddressees(lines: readonly DocumentLine[], from: number) {
  let joined = '';
  for (let at = from; at < Math.min(lines.length, from + 6); at += 1) {
    const line = lines[at];
    if (line === undefined || line.table !== null) return undefined;
    if (markOfLine(line.spaced) !== undefined) return undefined;
    const compact = joined + line.compact;
    if (addresseeLine.test(compact) && !speech.test(compact)) {
      const text = lines
        .slice(at, at + 1)
        .map((one) => one.text)
        .join('');
      return { first: joined === '' ? at : at - 1, last: at, text: joined + text, place: line.place };
    }
    // A long list of addressees may be broken over two lines.
    const breaksOff =
      /^(?:各|有关|全)[^。；：]{10,}[，、\p{Script=Han}]$/u.test(line.compact) && joined === '';
    joined = breaksOff ? line.compact : '';
  }
  return undefined;
}

const attachmentHead = /^附件?[：:](?<rest>.*)$/u;
const attachmentItem = /^(?:附件)?(?<no>\d{1,2})[.．、：:](?<title>.+)$/u;

function listedItem(text: string): ListedAttachment | undefined {
  const groups = attachmentItem.exec(text)?.groups;
  if (groups?.title === undefined) return undefined;
  return { no: Number(groups.no), title: cleanAttachmentTitle(groups.title) };
}

/** Without file ending, quotation marks of the whole and closing full stop. */
export function cleanAttachmentTitle(title: string): string {
  return title
    .trim()
    .replace(/[。；;]$/u, '')
    .replace(/\.(?:docx?|xlsx?|pdf|wps|et|zip|rar|ofd|txt|jpg|png)$/iu, '')
    .replace(/^《(?<inner>[^《》]+)》$/u, '$<inner>');
}

interface AttachmentList {
  readonly items: readonly ListedAttachment[];
  readonly first: number;
  readonly last: number;
  readonly place: SourcePlace;
}

function readAttachmentList(lines: readonly DocumentLine[], at: number): AttachmentList | undefined {
  const line = lines[at];
  const rest = line === undefined ? undefined : attachmentHead.exec(line.text)?.groups?.rest;
  if (line === undefined || rest === undefined) return undefined;
  const printed = rest.trim().split(/(?<=\S)\s*(?=(?<![\d.])\d{1,2}[.．、](?!\d))/u);
  const items: ListedAttachment[] = [];
  const add = (text: string) => {
    const item = listedItem(text.trim());
    if (item !== undefined) items.push(item);
    else if (text.trim() !== '' && items.length === 0) {
      items.push({ no: null, title: cleanAttachmentTitle(text) });
    }
  };
  for (const text of printed) add(text);
  let last = at;
  for (let next = at + 1; next < lines.length; next += 1) {
    const below = lines[next];
    const item = below === undefined ? undefined : listedItem(below.text);
    if (below === undefined || item === undefined) {
      const previous = items.at(-1);
      const isWrapped =
        below !== undefined &&
        previous !== undefined &&
        below.table === null &&
        below.compact.length < 24 &&
        !below.centred &&
        dayOfLine(below.compact) === undefined &&
        bodyNamesOfLine(below.spaced) === undefined &&
        !/^[（(]|[。：]$|^附/u.test(below.compact) &&
        (lines[next - 1]?.compact.length ?? 0) > 18;
      if (!isWrapped) break;
      items[items.length - 1] = { ...previous, title: cleanAttachmentTitle(previous.title + below.text) };
      last = next;
      continue;
    }
    if (item.no !== items.length + 1) break;
    items.push(item);
    last = next;
  }
  return items.length === 0 ? undefined : { items, first: at, last, place: line.place };
}

const signedLine = new RegExp(`^(?<names>\\D{4,120}?)(?<day>${printedDay})$`, 'u');

interface FoundSignature {
  readonly issuers: readonly string[];
  readonly day: Day | null;
  readonly first: number;
  readonly last: number;
  readonly place: SourcePlace;
}

/** Names above a day, or names and day on one line. */
function signatureAt(lines: readonly DocumentLine[], at: number): FoundSignature | undefined {
  const line = lines[at];
  if (line === undefined || line.table !== null) return undefined;
  const day = dayOfLine(line.compact);
  if (day === undefined) {
    const groups = signedLine.exec(line.spaced.replace(/\s+(?=[\d年月日])|(?<=[\d年月])\s+/gu, ''))?.groups;
    const names = groups?.names === undefined ? undefined : bodyNamesOfLine(groups.names.trim());
    const signed = groups?.day === undefined ? undefined : dayOfPrinted(groups.day);
    if (names === undefined || signed === undefined) return undefined;
    return { issuers: names, day: signed, first: at, last: at, place: line.place };
  }
  const issuers: string[] = [];
  let first = at;
  for (let above = at - 1; above >= 0 && above >= at - 40; above -= 1) {
    const candidate = lines[above];
    const names = candidate === undefined ? undefined : bodyNamesOfLine(candidate.spaced);
    if (candidate?.table !== null || names === undefined) break;
    issuers.unshift(...names);
    first = above;
  }
  // 局长：某某 signs an order.
  const head = lines[at - 1];
  const isPersonal =
    issuers.length === 0 &&
    head !== undefined &&
    /^.{0,12}(?:长|主任|主席|总理)[：:]?.{2,8}$/u.test(head.compact);
  if (issuers.length === 0 && !isPersonal) return undefined;
  return {
    issuers,
    day,
    first: isPersonal ? at - 1 : first,
    last: at,
    place: lines[first]?.place ?? line.place,
  };
}

const opennessMarks: readonly (readonly [PrintedOpenness, RegExp])[] = [
  ['onRequest', /^[（(]?(?:此件|公开方式[：:]|公开属性[：:])?(?:依申请公开)[）)]?。?$/u],
  ['withheld', /^[（(]?(?:此件|公开方式[：:]|公开属性[：:])?(?:不予公开|不公开)[）)]?。?$/u],
  [
    'proactive',
    /^[（(]?(?:此件|公开方式[：:]|公开属性[：:]|信息公开(?:选项|形式)[：:])?(?:公开发布|主动公开|公开|删减后公开|可公开发布)[）)]?。?$/u,
  ],
];

/** The openness a text prints: 此件公开发布, 主动公开; undefined for others. */
export function opennessOfText(compact: string): PrintedOpenness | undefined {
  return opennessMarks.find(([, mark]) => mark.test(compact))?.[0];
}

const contactLine =
  /^[（(]?(?:联系人|联系单位|联系电话|联系方式|咨询电话|联系地址|责任单位及联系方式)[：:及]/u;
const copyLine = /^(?:抄\s*送|分送|抄报)[：:](?<to>.*)$/u;
const imprintLine = new RegExp(`^(?<office>[\\p{Script=Han}（）]{3,40}?)(?<day>${printedDay})印发$`, 'u');
const furniture =
  /^(?:扫一扫|扫描二维码|关闭(?:窗口|本页)|打印本页|【?打印|分享到|上一篇|下一篇|上一条|下一条|相关(?:文档|文件|解读|链接|阅读|信息|附件|政策|新闻|报道|稿件)|版权所有|主办单位|主办[：:]|承办[：:]|承办单位|网站标识码|网站地图|责任编辑|信息来源|\[?返回|友情链接|.{0,6}ICP备|.{0,4}公网安备|--+>|您是第|收藏|纠错|我要纠错|解读链接|政策解读|图解|一图读懂|文件下载|附件下载|浏览次数|来源[：:])/u;

/** Reads the letter that begins after the title at `from`. */
export function readLetter(lines: readonly DocumentLine[], from: number): LetterReading {
  const taken = new Set<number>();
  const take = (first: number, last: number) => {
    for (let at = first; at <= last; at += 1) taken.add(at);
  };
  const addressed = findAddressees(lines, from);
  if (addressed !== undefined) take(addressed.first, addressed.last);
  let end = lines.length;
  let attachments: AttachmentList | undefined;
  let signature: FoundSignature | undefined;
  let openness: LetterReading['openness'] = null;
  let contact: LetterReading['contact'] = null;
  let copiedTo: LetterReading['copiedTo'] = null;
  let printed: LetterReading['printed'] = null;
  for (let at = addressed === undefined ? from : addressed.last + 1; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || line.table !== null) continue;
    const { compact, place } = line;
    if (at > from + 2 && furniture.test(compact) && compact.length < 60) {
      const isLast = lines.slice(at).every((one) => one.table === null && one.compact.length < 80);
      if (isLast) {
        end = at;
        break;
      }
      if (/^(?:扫一扫|关闭|打印本页|分享到)/u.test(compact)) take(at, at);
      continue;
    }
    const list = readAttachmentList(lines, at);
    if (list !== undefined && (attachments === undefined || list.items.length > attachments.items.length)) {
      const isBare = signature !== undefined && attachments !== undefined;
      if (!isBare) {
        attachments = list;
        take(list.first, list.last);
        at = list.last;
        continue;
      }
    }
    if (signature === undefined) {
      const signed = signatureAt(lines, at);
      if (signed !== undefined && signed.first >= from) {
        signature = signed;
        take(signed.first, signed.last);
        continue;
      }
    }
    const mark = opennessOfText(compact);
    if (mark !== undefined) {
      openness ??= { value: mark, place };
      take(at, at);
    } else if (contactLine.test(compact) && compact.length < 160) {
      contact ??= { value: line.text.replace(/^[（(](?<inner>.*)[）)]$/u, '$<inner>'), place };
      if (/^[（(]/u.test(compact)) take(at, at);
    } else if (copyLine.test(compact)) {
      const to = copyLine.exec(line.text)?.groups?.to ?? '';
      copiedTo ??= { value: addresseesOfLine(to.replace(/。$/u, '')), place };
      take(at, at);
    } else {
      const imprint = imprintLine.exec(compact)?.groups;
      if (imprint?.office !== undefined) {
        printed ??= {
          value: { office: imprint.office, day: dayOfPrinted(imprint.day ?? '') ?? null },
          place,
        };
        take(at, at);
      }
    }
  }
  return {
    addressees:
      addressed === undefined ? null : { value: addresseesOfLine(addressed.text), place: addressed.place },
    attachments: attachments === undefined ? null : { value: attachments.items, place: attachments.place },
    signature:
      signature === undefined
        ? null
        : {
            value: { issuers: signature.issuers.filter((name) => isBodyName(name)), day: signature.day },
            place: signature.place,
          },
    signatureEnd: signature === undefined ? null : signature.last + 1,
    openness,
    contact,
    copiedTo,
    printed,
    taken,
    end,
  };
}
