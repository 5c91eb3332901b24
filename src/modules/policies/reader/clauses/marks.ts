/** The number a line of a document opens with: 第三条, （二）, 1., 1.2, 附件1. Pure. */
import { readChineseNumber } from '#kernel/chinese/chinese-number.ts';

export type MarkKind =
  | 'book'
  | 'chapter'
  | 'section'
  | 'article'
  | 'han'
  | 'hanBracket'
  | 'digit'
  | 'digitBracket'
  | 'circled'
  | 'decimal'
  | 'annex';

export interface ClauseMark {
  readonly kind: MarkKind;
  /** As printed, without the blank or stop after it. */
  readonly label: string;
  /** Numbers of the path: [3] for 第三条, [3, 1] for 第三条之一, [1, 2] for 1.2. */
  readonly numbers: readonly number[];
  readonly rest: string;
  /** Whether the print sets the number apart from the text. */
  readonly isSetApart: boolean;
}

const han = '[一二三四五六七八九十百零〇两\\d]{1,7}';
const shapes: readonly (readonly [MarkKind, RegExp])[] = [
  ['book', new RegExp(`^第(?<no>${han})[编篇分](?:编)?(?<gap>[\\s　：:]*)(?<rest>.{0,40})$`, 'u')],
  ['chapter', new RegExp(`^第(?<no>${han})章(?<gap>[\\s　：:]*)(?<rest>.{0,40})$`, 'u')],
  ['section', new RegExp(`^第(?<no>${han})节(?<gap>[\\s　：:]*)(?<rest>.{0,40})$`, 'u')],
  [
    'article',
    new RegExp(
      `^(?:【)?第(?<no>${han})条(?:之(?<sub>[一二三四五六七八九十]{1,3}))?】?(?<gap>[\\s　：:]*)(?<rest>.*)$`,
      'u',
    ),
  ],
  ['annex', /^附(?:件|表|录)?(?<no>\d{1,2}|[一二三四五六七八九十]{1,3})?[：:]?(?<gap>\s*)(?<rest>.{0,60})$/u],
  ['han', /^(?<no>[一二三四五六七八九十]{1,3})(?:、|[.．])(?<gap>\s*)(?<rest>.+)$/u],
  ['hanBracket', /^[（(](?<no>[一二三四五六七八九十]{1,3})[）)](?<gap>[\s、.]*)(?<rest>.*)$/u],
  ['digitBracket', /^[（(](?<no>\d{1,2})[）)](?<gap>\s*)(?<rest>.*)$/u],
  ['decimal', /^(?<no>\d{1,2}(?:\.\d{1,2}){1,3})(?<gap>[\s　.．、]*)(?<rest>\D.*)?$/u],
  ['digit', /^(?<no>\d{1,3})(?:[.．、]|(?=\s+\p{Script=Han}))(?<gap>\s*)(?<rest>\D.*|\d{4}年.*)$/u],
];
const circles = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

/** A quotation or reference and not the number of a clause: 第三条规定的情形…. */
const onlyRefers = /^(?:规定|所称|所列|、|和|至|第|中|款|的|以及|及|或)/u;

/** Reads the mark a line opens with; `spaced` keeps the blanks of the print. */
export function markOfLine(spaced: string): ClauseMark | undefined {
  const circle = circles.indexOf(spaced[0] ?? '');
  if (spaced !== '' && circle >= 0) {
    return {
      kind: 'circled',
      label: spaced[0] ?? '',
      numbers: [circle + 1],
      rest: spaced.slice(1).trim(),
      isSetApart: true,
    };
  }
  for (const [kind, shape] of shapes) {
    const match = shape.exec(spaced);
    const groups = match?.groups;
    if (match === null || groups === undefined) continue;
    const rest = (groups.rest ?? '').trim();
    const gap = groups.gap ?? '';
    if (kind === 'article' && gap === '' && onlyRefers.test(rest)) return undefined;
    if ((kind === 'chapter' || kind === 'section' || kind === 'book') && /[。；，]/u.test(rest))
      return undefined;
    if (kind === 'annex' && !isAnnexHead(groups.no, rest, spaced)) continue;
    const numbers =
      kind === 'decimal'
        ? (groups.no ?? '').split('.').map(Number)
        : [
            readChineseNumber(groups.no ?? '') ?? 0,
            ...(groups.sub === undefined ? [] : [readChineseNumber(groups.sub) ?? 0]),
          ];
    const label = spaced
      .slice(0, spaced.length - (groups.gap ?? '').length - (groups.rest ?? '').length)
      .trim();
    return { kind, label: tidyLabel(kind, label), numbers, rest, isSetApart: gap !== '' };
  }
  return undefined;
}

function tidyLabel(kind: MarkKind, label: string): string {
  if (kind === 'annex') return label.replace(/[：:]$/u, '');
  return label.replace(/[【】]/gu, '');
}

/** 附件1 alone or with its title, not a sentence that begins with 附. */
function isAnnexHead(no: string | undefined, rest: string, spaced: string): boolean {
  if (/[。；]/u.test(rest)) return false;
  if (/^附(?:件|表|录)?[\d一二三四五六七八九十]*[：:]?$/u.test(spaced.replace(/\s+/gu, ''))) return true;
  return (
    /^附(?:件|表|录)/u.test(spaced) &&
    (no !== undefined || /^附件[：:]/u.test(spaced)) &&
    !/^[的中所]/u.test(rest)
  );
}
