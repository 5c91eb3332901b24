/** Citations in a text: titles in 《》, with the articles named after them. Whether they are statutes is judged elsewhere. Pure. */

export interface CitedArticle {
  readonly number: number;
  /** Half-open span in the text. */
  readonly start: number;
  readonly end: number;
}

export interface Citation {
  readonly title: string;
  /** Span of the title between the brackets. */
  readonly start: number;
  readonly end: number;
  readonly articles: readonly CitedArticle[];
  /** What stands before and after it in the same sentence, for reading how it is meant. */
  readonly before: string;
  readonly after: string;
}

/** What statutes are called. 决定, 意见 and 通知 are documents, not statutes. */
export const statuteName = /(?:法|条例|规定|办法|细则|规则|解释|宪法|法典)(?:（[^（）]{1,12}）)?$/u;
const articleSigns = '[零〇一二两三四五六七八九十百千\\d０-９]{1,9}';
const article = new RegExp(`第(${articleSigns})条`, 'gu');
/** Between a title and its articles, and from one article to the next: 、第三条至第五条第二款第（一）项 */
const linkOfArticles = new RegExp(
  `^(?:[\\s\\u3000]|（[^（）]{0,30}）|之[一二三四五六七八九十]|第${articleSigns}[款项编章节]|第?（[一二三四五六七八九十]+）项|[、和及与至到—－-]|以及|的)*第${articleSigns}条`,
  'u',
);
const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const ranks: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 一千二百六十, 56 or ５６ as a number; NaN for what is none. */
export function readArticleNumber(words: string): number {
  const latin = words.replace(/[０-９]/gu, (sign) =>
    String.fromCodePoint((sign.codePointAt(0) ?? 0) - 0xfee0),
  );
  if (/^\d+$/u.test(latin)) return Number(latin);
  let total = 0;
  let digit = 0;
  for (const sign of latin) {
    const rank = ranks[sign];
    if (rank !== undefined) {
      total += (digit === 0 ? 1 : digit) * rank;
      digit = 0;
    } else {
      const value = digits[sign];
      if (value === undefined) return Number.NaN;
      digit = value;
    }
  }
  return total + digit;
}

/** Longest title and longest row of articles that are looked at: keeps the scan linear. */
const longestTitle = 80;
const longestTail = 240;

function readArticles(text: string, from: number): readonly CitedArticle[] {
  const found: CitedArticle[] = [];
  let at = from;
  const until = Math.min(text.length, from + longestTail);
  while (at < until) {
    const link = linkOfArticles.exec(text.slice(at, until));
    if (link === null) break;
    article.lastIndex = 0;
    const inLink = [...link[0].matchAll(article)].at(-1);
    if (inLink === undefined) break;
    const start = at + inLink.index;
    const end = start + inLink[0].length;
    found.push({ number: readArticleNumber(inLink[1] ?? ''), start, end });
    at = end;
  }
  return found;
}

/** All titles between brackets, in order. Nested titles (《实施〈…法〉办法》) count as one. */
export function findCitations(text: string): readonly Citation[] {
  const found: Citation[] = [];
  let open = text.indexOf('《');
  while (open >= 0) {
    const close = closingBracket(text, open);
    if (close < 0) {
      open = text.indexOf('《', open + 1);
      continue;
    }
    const title = text.slice(open + 1, close);
    if (!/[\n，。；]/u.test(title)) {
      found.push({
        title,
        start: open + 1,
        end: close,
        articles: readArticles(text, close + 1),
        before: lastSentence(text.slice(Math.max(0, open - 60), open)),
        after: firstSentence(text.slice(close + 1, close + 61)),
      });
    }
    open = text.indexOf('《', close + 1);
  }
  return found;
}

function closingBracket(text: string, open: number): number {
  let depth = 0;
  const until = Math.min(text.length, open + longestTitle + 2);
  for (let at = open; at < until; at += 1) {
    if (text[at] === '《') depth += 1;
    if (text[at] === '》') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return -1;
}

const lastSentence = (text: string) => text.split(/[。；\n]/u).at(-1) ?? '';
const firstSentence = (text: string) => text.split(/[。；\n]/u)[0] ?? '';
