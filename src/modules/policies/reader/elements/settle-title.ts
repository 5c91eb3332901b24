/** Title, theme, openness and validity of a document. Pure. */
import { boxValue } from '../box.ts';
import type { PrintedOpenness, Validity } from '../document-reading.ts';
import { isBodyName } from '../issuers.ts';
import { opennessOfText } from '../letter.ts';
import { titleKey } from '../title.ts';
import type { ElementSources, Settling } from './settling.ts';

const validityWords: readonly (readonly [Validity, RegExp])[] = [
  ['repealed', /废止|撤销/u],
  ['lapsed', /失效|无效|过期/u],
  ['amended', /已?修改|部分(?:有效|失效|废止)|已?修订|已被?修改/u],
  ['inForce', /有效|现行|^是$/u],
];

/** 有效性 of a box in the four words of the library. */
export function validityOfText(compact: string): Validity | null {
  if (/^否$/u.test(compact)) return 'lapsed';
  if (/部分/u.test(compact)) return 'amended';
  return validityWords.find(([, words]) => words.test(compact))?.[0] ?? null;
}

export function settleOpenness({ box, letter }: ElementSources, settling: Settling): PrintedOpenness | null {
  const boxed = boxValue(box, 'openness');
  const inBox = boxed === undefined ? undefined : opennessOfText(boxed.value.replace(/\s+/gu, ''));
  settling.at('openness', letter.openness?.place ?? boxed?.place);
  const marked = letter.openness?.value;
  if (marked !== undefined && inBox !== undefined && marked !== inBox) {
    settling.doubt('openness', '信息栏的公开方式和文件上的标注不一致，采用文件上的。');
  }
  return marked ?? inBox ?? null;
}

export function themeLevels({ box }: ElementSources, settling: Settling): readonly string[] {
  const value = boxValue(box, 'theme');
  if (value === undefined) return [];
  settling.at('theme', value.place);
  return value.value
    .split(/[\\/＼／>＞»;；|]+/u)
    .map((level) => level.replace(/\s+/gu, ''))
    .filter((level) => level !== '' && !/^(?:无|其他信息)$/u.test(level));
}

export function settleTitle({ box, title, page }: ElementSources, settling: Settling): string | null {
  const boxed = boxValue(box, 'title');
  const printed = title === undefined ? null : cleanTitle(title.title);
  const known = boxed === undefined ? null : cleanTitle(boxed.value);
  settling.at('title', title?.place ?? boxed?.place);
  if (printed !== null && known !== null && titleKey(printed) !== titleKey(known)) {
    if (!titleKey(printed).includes(titleKey(known)) && !titleKey(known).includes(titleKey(printed))) {
      settling.doubt('title', `信息栏的标题是“${known}”，文件上印的是“${printed}”。`);
      return (title?.sureness ?? 0) >= 3 ? printed : known;
    }
    return titleKey(printed).length >= titleKey(known).length ? printed : known;
  }
  const found = printed ?? known ?? page?.title ?? null;
  if (found === null) settling.doubt('title', '没有读到标题。');
  else if (title !== undefined && title.sureness === 1) settling.doubt('title', '标题是按版式猜的，请核对。');
  return found;
}

/** A title without its number in brackets and without the blanks of wide setting. */
function cleanTitle(title: string): string {
  return title
    .replace(/(?<=[\p{Script=Han}》）”]) +(?=[\p{Script=Han}《（“])/gu, (blank, at: number) =>
      isBodyName(title.slice(0, at).split(' ').at(-1) ?? '') ? blank : '',
    )
    .replace(/[（(][^（）()]*(?:〔|\[|【)\d{4}(?:〕|\]|】)[^（）()]*号[）)]$/u, '')
    .trim();
}

const innerTitle =
  /(?:印发|发布|公布|颁布|下发|转发|批转)(?<inner>.{3,100}?)(?:的通知|的决定|的公告|的函|通知)$/u;

/** Title of the text a notice issues, without the marks around it. */
export function innerTitleOf(title: string): string | undefined {
  const inner = innerTitle.exec(title.replace(/（[^（）]{1,24}）$/u, ''))?.groups?.inner;
  return inner?.replace(/^《(?<name>.*)》(?<tail>（.*）)?$/u, '$<name>$<tail>');
}

/** 关于修改《某办法》的决定 at the head of the amended 某办法 is its history, not its basis. */
export function amends(title: string, ownKey: string): boolean {
  return /关于修[改订]/u.test(title) && titleKey(title).includes(ownKey);
}
