/** The number in the head of a document, the note under its title, and which number is taken. Pure. */
import type { SourcePlace } from '#kernel/reading/source.ts';
import { boxValue } from '../box.ts';
import { type FoundNumber, findDocumentNumber, numberOfLine } from '../document-numbers.ts';
import type { ElementSources, Settling } from './settling.ts';

export interface HeadReading {
  readonly number: { readonly found: FoundNumber; readonly place: SourcePlace } | undefined;
  readonly lines: ReadonlySet<number>;
  /** 题注: adoption and amendments of a statute, printed in brackets under the title. */
  readonly note: { readonly compact: string; readonly place: SourcePlace } | undefined;
}

/** The number printed in the head, above or below the title, and the note under it. */
export function readHeadLines({ lines, redHead, title, from }: ElementSources): HeadReading {
  const redName =
    redHead === undefined ? null : `${redHead.name}${redHead.mark === '文件' ? '' : redHead.mark}`;
  const taken = new Set<number>();
  let number: HeadReading['number'];
  let note: HeadReading['note'];
  const first = Math.max(0, (title?.from ?? from) - 12);
  for (let at = first; at < Math.min(lines.length, from + 5); at += 1) {
    const line = lines[at];
    if (line === undefined || (title !== undefined && at >= title.from && at < title.to)) continue;
    if (line.table !== null) {
      if (at >= from) break;
      continue;
    }
    const found = numberOfLine(line.compact, redName);
    if (found !== undefined) {
      number ??= { found, place: line.place };
      taken.add(at);
      continue;
    }
    if (at < from) continue;
    if (
      /^（.*(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})年.*(?:通过|公布|发布|修订|修正|印发|令|批准|号|会议).*）?$/u.test(
        line.compact,
      )
    ) {
      note ??= { compact: line.compact, place: line.place };
      taken.add(at);
      continue;
    }
    if (/^(?:发布时间|发布日期|来源|时间|日期)[：:]|^\d{4}-\d{2}-\d{2}(?:\d{2}:\d{2})?/u.test(line.compact)) {
      taken.add(at);
      continue;
    }
    break;
  }
  return { number, lines: taken, note };
}

export function settleNumber(
  sources: ElementSources,
  head: HeadReading,
  settling: Settling,
): FoundNumber | undefined {
  const boxed = boxValue(sources.box, 'documentNumber');
  const compact = boxed?.value.replace(/\s+/gu, '') ?? '';
  const inBox =
    compact === '' || /^(?:无|-+|—+|\/|暂无)$/u.test(compact) ? undefined : findDocumentNumber(compact);
  const inTitle =
    sources.title === undefined
      ? undefined
      : /[（(](?<number>[^（）()]+号)[）)]$/u.exec(sources.title.title)?.groups?.number;
  const ofTitle = inTitle === undefined ? undefined : findDocumentNumber(inTitle.replace(/\s+/gu, ''));
  const printed = head.number?.found;
  // 国令第711号 is how boxes shorten 国务院令第711号.
  const isSameOrder =
    inBox?.parts.year === null && printed?.parts.year === null && inBox.parts.serial === printed.parts.serial;
  if (
    inBox !== undefined &&
    printed !== undefined &&
    inBox.number !== printed.number &&
    !isSameOrder &&
    printed.parts.code !== ''
  ) {
    settling.doubt(
      'documentNumber',
      `信息栏的文号是“${inBox.number}”，文件上印的是“${printed.number}”，采用文件上的。`,
    );
    settling.at('documentNumber', head.number?.place);
    return printed;
  }
  const found =
    inBox ??
    printed ??
    ofTitle ??
    (head.note === undefined ? undefined : findDocumentNumber(head.note.compact));
  settling.at(
    'documentNumber',
    inBox === undefined ? (head.number?.place ?? sources.title?.place) : boxed?.place,
  );
  if (found === undefined) {
    if (compact !== '' && /号$/u.test(compact))
      settling.doubt('documentNumber', `文号“${compact}”的写法认不出。`);
    return undefined;
  }
  if (!found.isStandard)
    settling.doubt(
      'documentNumber',
      '文号的写法不合规范（六角括号、不加“第”、不编虚位），已按规范写法记录。',
    );
  if (found.parts.code === '') settling.doubt('documentNumber', '文号没有机关代字。');
  return found;
}
