/**
 * Quotes, brackets and titles that open without closing. A line is judged with its neighbours, because files break lines
 * where they like and quotations of law run over many paragraphs. Pure.
 */
import type { PublishedLine } from '../../published-lines.ts';

const closerOf: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '《': '》',
  '〈': '〉',
  '（': '）',
  '(': ')',
  '【': '】',
  '〔': '〕',
  '「': '」',
  '『': '』',
};
const openerOf: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(closerOf).map(([open, close]) => [close, open]),
);
const halfOf: Readonly<Record<string, string>> = { '（': '(', '）': ')', '(': '（', ')': '）' };

/** Lines with text a pair may run over: quotations hold whole articles, brackets at most a broken line. */
const quoteReach = 400;
const bracketReach = 3;
/** Lines one paragraph of a quotation may be broken into. */
const paragraphReach = 40;
/** 1) a) 一） at the start of a clause; 3月） is none. */
const listMark =
  /(?:^|[\s　，。；：、（(”])(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4}|[一二三四五六七八九十]{1,3}|[①-⑳])$/u;

export interface LoneSign {
  readonly line: PublishedLine;
  /** Where the sign stands in the line. */
  readonly at: number;
  readonly sign: string;
  /** 二） may be the mark of a clause, or the end of （二） begun on the line above. */
  readonly isListMark: boolean;
}

export interface MixedPair {
  readonly line: PublishedLine;
  readonly start: number;
  readonly end: number;
}

interface PairScan {
  readonly lone: readonly LoneSign[];
  readonly mixed: readonly MixedPair[];
}

const anySign = /[“”‘’《》〈〉（）()【】〔〕「」『』]/gu;
const isLatin = (sign: string | undefined) => sign !== undefined && /[A-Za-z0-9]/u.test(sign);

/** don’t, 1980’s. */
const isApostrophe = (text: string, at: number, sign: string) => sign === '’' && isLatin(text[at - 1]);

function endsListMark(text: string, at: number, sign: string): boolean {
  return (sign === ')' || sign === '）') && listMark.test(text.slice(Math.max(0, at - 5), at));
}

/** A quotation of several paragraphs that a copy ran together: 。“ begins the next of them, and only the last one closes. */
function carriesOn(last: LoneSign | undefined, text: string, at: number): boolean {
  return last?.sign === '“' && text[at] === '“' && /[。；：]/u.test(text[at - 1] ?? '');
}

/** What one line leaves open: closers without opener, openers without closer, pairs of two widths. */
function scanLine(line: PublishedLine): PairScan {
  const stack: LoneSign[] = [];
  const lone: LoneSign[] = [];
  const mixed: MixedPair[] = [];
  for (const match of line.text.matchAll(anySign)) {
    const [sign] = match;
    const at = match.index;
    if (sign in closerOf) {
      if (carriesOn(stack.at(-1), line.text, at)) stack.pop();
      stack.push({ line, at, sign, isListMark: false });
      continue;
    }
    const opener = openerOf[sign] ?? '';
    // A sign forgotten inside a pair may stand between its halves, more than one hardly.
    const isOpenerAt = (place: number) => {
      const open = stack[place]?.sign;
      return open !== undefined && (open === opener || open === halfOf[opener]);
    };
    const index = [stack.length - 1, stack.length - 2].find(isOpenerAt) ?? -1;
    const open = stack[index];
    if (open === undefined) {
      if (isApostrophe(line.text, at, sign)) continue;
      lone.push({ line, at, sign, isListMark: endsListMark(line.text, at, sign) });
      continue;
    }
    lone.push(...stack.splice(index).slice(1));
    if (open.sign !== opener) mixed.push({ line, start: open.at, end: at + 1 });
  }
  return { lone: [...lone, ...stack].sort((left, right) => left.at - right.at), mixed };
}

interface OpenSign {
  readonly one: LoneSign;
  readonly row: number;
}

/** 修改为：“… and a quote at the head of a paragraph begin quotations that may run over paragraphs. */
function beginsQuotation({ line, at }: LoneSign): boolean {
  const before = line.text.slice(0, at).trimEnd();
  return before === '' || /[：:]$/u.test(before);
}

/**
 * Each paragraph of a long quotation may open with a quote of its own while only the last one closes: a line that begins
 * with a quote carries on the one left open before.
 */
function dropContinuedQuote(open: ReadonlyMap<string, OpenSign[]>, line: PublishedLine, row: number): void {
  const first = line.text.trimStart()[0] ?? '';
  const quotes = isQuote(first) ? open.get(first) : undefined;
  const last = quotes?.at(-1);
  if (quotes === undefined || last === undefined) return;
  const isNear = beginsQuotation(last.one) ? row - last.row <= paragraphReach : last.row === row - 1;
  if (isNear) quotes.pop();
}

const isQuote = (sign: string) => '“”‘’「」『』'.includes(sign);

/** Signs that stay alone in the whole document, and pairs of one full-width and one half-width bracket. */
export function findBrokenPairs(lines: readonly PublishedLine[]): PairScan {
  const lone: LoneSign[] = [];
  const mixed: MixedPair[] = [];
  const open = new Map<string, OpenSign[]>(Object.keys(closerOf).map((sign) => [sign, []]));
  let row = 0;
  for (const line of lines) {
    if (line.text.trim() === '') continue;
    row += 1;
    const scan = scanLine(line);
    dropContinuedQuote(open, line, row);
    for (const one of scan.mixed) mixed.push(one);
    for (const one of scan.lone) {
      const opened = open.get(openerOf[one.sign] ?? one.sign) ?? [];
      if (one.sign in closerOf) {
        opened.push({ one, row });
        continue;
      }
      const reach = isQuote(one.sign) ? quoteReach : bracketReach;
      const partner = opened.at(-1);
      const joins =
        partner !== undefined &&
        row - partner.row <= reach &&
        (line.kind !== 'cell' || partner.one.line.part === line.part);
      if (joins) opened.pop();
      else if (!one.isListMark) lone.push(one);
    }
  }
  return { lone: [...lone, ...[...open.values()].flat().map(({ one }) => one)], mixed };
}
