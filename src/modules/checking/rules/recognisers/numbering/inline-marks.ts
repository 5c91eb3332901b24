/** Numbers that count inside a paragraph: 一是…；二是…, 第一，…第二，…, （1）…（2）…, ①…②…. Pure. */
import { judgeSequence } from './judge-sequence.ts';
import { valueOfChineseNumber } from './numerals.ts';

export interface InlineFault {
  /** Half-open span within the paragraph. */
  readonly start: number;
  readonly end: number;
  readonly reason: string;
}

interface InlineStyle {
  readonly pattern: RegExp;
  readonly readNumber: (text: string) => number;
}

const clauseStart = '(?<=^[\\s　]*|[。；：，！？;:])';
const countingClauses = new RegExp(`${clauseStart}([一二三四五六七八九十]{1,2})(?:是|要)(?![否不])`, 'gu');
const styles: readonly InlineStyle[] = [
  {
    pattern: countingClauses,
    readNumber: valueOfChineseNumber,
  },
  {
    pattern: new RegExp(`${clauseStart}第([一二三四五六七八九十]{1,2})[，、]`, 'gu'),
    readNumber: valueOfChineseNumber,
  },
  { pattern: new RegExp(`${clauseStart}[（(](\\d{1,2})[）)]`, 'gu'), readNumber: Number },
  {
    pattern: new RegExp(`${clauseStart}([①-⑳])`, 'gu'),
    readNumber: (text) => (text.codePointAt(0) ?? 0) - 0x245f,
  },
];

const worthReading = /[二三四五六七八九][是要]|第[二三四五六七八九][，、]|[（(][2-9][）)]|[②-⑳]/u;

/** How many items a paragraph counts from one on without a gap; 0 where it does not, or counts in two ways. */
export function countInlineItems(text: string): number {
  if (!worthReading.test(text)) return 0;
  const counts = styles
    .map(({ pattern, readNumber }) => [...text.matchAll(pattern)].map((match) => readNumber(match[1] ?? '')))
    .filter((numbers) => numbers.length > 1);
  const [numbers] = counts;
  if (numbers === undefined || counts.length > 1) return 0;
  return numbers.every((number, index) => number === index + 1) ? numbers.length : 0;
}

/** Gaps and repetitions of numbers inside one paragraph; a paragraph that does not begin at one is an excerpt. */
export function findInlineFaults(text: string): readonly InlineFault[] {
  if (!worthReading.test(text)) return [];
  return styles.flatMap(({ pattern, readNumber }) => {
    const matches = [...text.matchAll(pattern)];
    const numbers = matches.map((match) => readNumber(match[1] ?? ''));
    // （1） and 第一， alone may refer to something; a row of three counts. 一是 always counts.
    const fewest = pattern === countingClauses ? 2 : 3;
    if (numbers.length < fewest || numbers[0] !== 1) return [];
    // A paragraph that counts anew tells several lists, which run into each other.
    if (numbers.lastIndexOf(1) !== 0) return [];
    return judgeSequence(numbers).flatMap(({ at, kind, missing }) => {
      const match = matches[at];
      if (match === undefined) return [];
      const said =
        kind === 'missing' ? `缺少第${missing}项` : kind === 'repeated' ? '序号重复' : '序号次序错误';
      return [{ start: match.index, end: match.index + match[0].length, reason: `段内${said}` }];
    });
  });
}
