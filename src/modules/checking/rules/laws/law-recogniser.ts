/**
 * Judges citations of statutes: a title with a slip, a statute no longer in force on the document's day, an article that
 * does not exist. What the index does not know is not called wrong. Pure; browser-safe.
 */
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import { findDocumentDay } from '../document-day.ts';
import type { Finding, FindingKind } from '../finding.ts';
import { findingOf, type Recogniser } from '../recogniser.ts';
import { type Citation, findCitations, statuteName } from './citations.ts';
import { type KnownLaw, type LawIndex, lawStem, lawTitleKey, withoutOneCharacter } from './law-index.ts';

const kinds: Readonly<Record<string, FindingKind>> = {
  'lawTitle.misspelt': {
    class: 'lawTitle',
    severity: 'confirm',
    title: '法律法规名称有误',
    remedy: '按公布的全称改正；确有另一部同名规定的，说明出处。',
    source: '法律法规名称索引（2025年6月）',
  },
  'lawTitle.otherKind': {
    class: 'lawTitle',
    severity: 'confirm',
    title: '法律法规种类有误',
    remedy: '核对是法律、条例还是办法，按公布的全称改正。',
    source: '法律法规名称索引（2025年6月）',
  },
  'lawTitle.repealed': {
    class: 'lawTitle',
    severity: 'confirm',
    title: '引用的法律法规已经废止',
    remedy: '改引现行规定；确需提到旧法的，写明“原”或者注明已废止。',
    source: '各法律法规的废止条款',
  },
  'lawTitle.noSuchArticle': {
    class: 'lawTitle',
    severity: 'block',
    title: '引用的条文不存在',
    remedy: '核对条文序号；修订后条文序号会变。',
    source: '法律法规名称索引（2025年6月）',
  },
};

/** The index holds what was promulgated until then; later amendments may have added articles. */
const indexUntil = '2025-06-01';

const meantAsPast =
  /原《?$|(?:原|曾|当时|旧|过去|历史|修订前|修改前|此前|废止|失效|停止执行|取代|替代|代替)/u;

/** Whether the sentence speaks of the statute as of the past. */
function isMeantAsPast({ before, after }: Citation): boolean {
  return meantAsPast.test(before) || /废止|失效|停止执行|取代|替代|代替|修订为|更名|不再/u.test(after);
}

const numerals = /[零〇一二三四五六七八九十百\d（）省市县区州]/u;

/** The statutes whose titles differ from the key by one character that is no numeral and no name of a place. */
function findNearTitles(index: LawIndex, key: string): readonly string[] {
  const near = new Set<string>();
  for (const shorter of withoutOneCharacter(key)) {
    for (const title of index.near.get(shorter) ?? []) near.add(title);
  }
  return [...near].filter((title) => {
    const [left, right] = differenceOf(key, title);
    return left.length <= 1 && right.length <= 1 && !numerals.test(left + right);
  });
}

/** What is typed for the last character of a title: of the same sound or shape. 人民警察证 is no slip for 人民警察法. */
const slipsOfLastWord: Readonly<Record<string, string>> = {
  法: '发罚阀',
  例: '列利历厉',
  定: '订',
  则: '侧测责',
};

/** Below this length words and statutes differ by one character too often. */
const shortestLike = 5;

/**
 * Whether the key is that title with a slip. A title that ends as statutes do may be another statute the index does not
 * know, so the shorter it is the more it is believed; one that ends on a slip of theirs (条列, 处罚发) is none. Statutes
 * that bear the name of the State are few and known: there one character in place of another is enough.
 */
function isSlip(key: string, title: string, isOfTheState: boolean): boolean {
  const [wrong, right] = differenceOf(key, title);
  if (isOfTheState && wrong !== '' && right !== '' && statuteName.test(key)) return true;
  if (Math.min(key.length, title.length) < shortestLike) return false;
  if (statuteName.test(key)) return Math.min(key.length, title.length) >= 6;
  return (
    wrong !== '' && key.length >= 5 && key.endsWith(wrong) && (slipsOfLastWord[right] ?? '').includes(wrong)
  );
}

/** What two words have that is not shared at their beginning and end. */
function differenceOf(one: string, other: string): readonly [string, string] {
  let from = 0;
  while (from < one.length && from < other.length && one[from] === other[from]) from += 1;
  let endOfOne = one.length;
  let endOfOther = other.length;
  while (endOfOne > from && endOfOther > from && one[endOfOne - 1] === other[endOfOther - 1]) {
    endOfOne -= 1;
    endOfOther -= 1;
  }
  return [one.slice(from, endOfOne), other.slice(from, endOfOther)];
}

/** The number of articles that may be cited on that day; undefined when the index cannot tell. */
function countArticles(law: KnownLaw, day: Day | null): number | undefined {
  const inForce = law.versions.filter((version) => day === null || version.from <= day);
  // Before the first version the index knows there was another one, of which it knows nothing.
  if (inForce.length === 0) return undefined;
  const counted = day === null ? inForce.map((version) => version.articles) : [inForce.at(-1)?.articles ?? 0];
  const most = Math.max(...counted);
  return most === 0 ? undefined : most;
}

function judgeArticles(citation: Citation, law: KnownLaw, day: Day | null, text: string): Finding[] {
  const most = countArticles(law, day);
  if (most === undefined) return [];
  const mayHaveGrown = day === null || day > indexUntil;
  return citation.articles.flatMap(({ number, start, end }) =>
    number <= most || Number.isNaN(number)
      ? []
      : [
          findingOf(kinds, 'lawTitle.noSuchArticle', {
            text: text.slice(start, end),
            start,
            end,
            ...(mayHaveGrown && number <= most + 40 ? { severity: 'confirm' as const } : {}),
            reason: `《${law.title}》共${most}条，没有第${number}条`,
          }),
        ],
  );
}

function judgeUnknownTitle(citation: Citation, index: LawIndex, key: string): Finding[] {
  const { start, end, title } = citation;
  const isOfTheState = /^中华人民共和国/u.test(title);
  const near = findNearTitles(index, key).filter((one) => isSlip(key, one, isOfTheState));
  const [only] = near;
  if (only !== undefined && near.length === 1) {
    const right = isOfTheState ? (index.known.get(only)?.title ?? only) : only;
    return [
      findingOf(kinds, 'lawTitle.misspelt', {
        text: title,
        start,
        end,
        ...(isOfTheState ? { severity: 'block' as const } : {}),
        reason: `没有名为《${title}》的法律法规，应为《${right}》`,
        suggestion: right,
      }),
    ];
  }
  const stem = lawStem(key);
  const right = stem === undefined ? undefined : index.stems.get(stem);
  if (right === undefined || !isOfTheState) return [];
  return [
    findingOf(kinds, 'lawTitle.otherKind', {
      text: title,
      start,
      end,
      reason: `没有名为《${title}》的法律法规，现有的是《${right}》`,
      suggestion: right,
    }),
  ];
}

/** Drops what editors add behind a title: （2019年修订）. */
const withoutEdition = (title: string) =>
  title.replace(/[（(][^（）()]*(?:修订|修正|修改|公布|施行|版)[^（）()]*[）)]$/u, '');

/** The recogniser on an index of statutes. */
export function lawRecogniser(index: LawIndex): Recogniser {
  return {
    name: 'laws',
    kinds,
    find(document, context) {
      const { text } = document;
      const citations = findCitations(text);
      if (citations.length === 0) return [];
      const day = findDocumentDay(document, context);
      return citations.flatMap((citation) => {
        const key = lawTitleKey(withoutEdition(citation.title));
        const ended = index.repealed.get(key);
        if (ended !== undefined && day !== null && day >= ended.on) {
          if (isMeantAsPast(citation)) return [];
          const { start, end, title } = citation;
          const reason = `《${title}》已于${longDay(ended.on)}由《${ended.by}》废止`;
          return [findingOf(kinds, 'lawTitle.repealed', { text: title, start, end, reason })];
        }
        const law = index.known.get(key);
        if (law !== undefined) return isMeantAsPast(citation) ? [] : judgeArticles(citation, law, day, text);
        return ended === undefined ? judgeUnknownTitle(citation, index, key) : [];
      });
    },
  };
}
