/** How many things a text says will follow, against those that do: 做好以下五项工作：一是…. Pure. */
import type { PublishedLine } from '../../published-lines.ts';
import { countInlineItems } from '../numbering/inline-marks.ts';
import { rowsOfMarks } from '../numbering/levels.ts';
import { type Mark, marksOfLines } from '../numbering/marks.ts';
import { valueOfChineseNumber } from '../numbering/numerals.ts';
import type { SumFault } from './kinds.ts';
import { unitPattern } from './numbers.ts';

const announced =
  /(?:以下|下列|如下)(?:这|的)?([二两三四五六七八九十]{1,2}|\d{1,2})(?:个方面|大方面|方面|项|条|点|类|种|件|个|步|部分|大类|大)(?:的)?[^。；：:，\d]{0,14}[：:]/gu;

function readCount(text: string): number {
  return /^\d/u.test(text) ? Number(text) : valueOfChineseNumber(text.replace('两', '二'));
}

/** The row of marks that begins on the line after an announcement: its length, if it counts from one without a gap. */
function countBelow(
  rows: ReadonlyMap<number, readonly Mark[]>,
  next: PublishedLine | undefined,
): readonly Mark[] {
  if (next === undefined) return [];
  const indent = next.text.length - next.text.trimStart().length;
  const marks = rows.get(next.start + indent) ?? [];
  const restart = marks.findIndex(({ number }, index) => number !== index + 1);
  return restart === -1 ? marks : [];
}

/** Announced counts that the list does not keep; spans in the document's text. */
export function findWrongListCounts(lines: readonly PublishedLine[]): readonly SumFault[] {
  const filled = lines.filter(({ text }) => text.trim() !== '');
  const candidates = filled.filter(({ text }) => /(?:以下|下列|如下)[^。；]{0,20}[：:]/u.test(text));
  if (candidates.length === 0) return [];
  const nextOf = new Map(filled.map((line, index) => [line, filled[index + 1]]));
  const rows = new Map(
    rowsOfMarks(marksOfLines(lines)).map(({ marks }) => [marks[0]?.start ?? -1, marks] as const),
  );
  return candidates.flatMap((line) => {
    const matches = [...line.text.matchAll(announced)];
    return matches.flatMap((match, index): SumFault[] => {
      const wanted = readCount(match[1] ?? '');
      const rest = line.text.slice(match.index + match[0].length, matches[index + 1]?.index);
      const isLast = rest.trim() === '' && index === matches.length - 1;
      const below = isLast ? countBelow(rows, nextOf.get(line)) : [];
      const counted = isLast ? below.length : countInlineItems(rest);
      if (counted < 2 || wanted < 2 || counted === wanted) return [];
      // 一、 after the list may be the paper's own next heading.
      const isUnsure = below[0]?.style === 'chinese' || below[0]?.style === 'article';
      const start = line.start + match.index;
      return [
        {
          code: 'sum.listCount',
          ...(isUnsure ? { severity: 'hint' as const } : {}),
          reason: `说有${wanted}项，列举了${counted}项`,
          start,
          end: start + match[0].length,
        },
      ];
    });
  });
}

const respectively = new RegExp(
  `分别[^\\d，。；、]{0,8}((?:\\d[\\d,.]*(?:万|亿)?(?:${unitPattern}|%|个百分点)?[、和]){1,9}\\d[\\d,.]*(?:万|亿)?(?:${unitPattern}|%|个百分点))`,
  'gu',
);
const clauseReach = 120;

/**
 * 甲、乙、丙分别为 1 个、2 个: more or fewer numbers than things. 和 may join two things or stand inside a name, so that a
 * count between both readings fits.
 */
export function judgeRespective(sentence: string, start: number): readonly SumFault[] {
  if (!sentence.includes('分别')) return [];
  return [...sentence.matchAll(respectively)].flatMap((match): SumFault[] => {
    const head = sentence.slice(Math.max(0, match.index - clauseReach), match.index);
    const clause = /[^，。；：:]*[，,]?$/u.exec(head.replace(/[（(][^（()）]*[）)]/gu, ''))?.[0] ?? '';
    const marks = clause.match(/、/gu)?.length ?? 0;
    const joints = clause.match(/以及|[和与及]/gu)?.length ?? 0;
    const numbers = (match[1]?.match(/[、和]/gu)?.length ?? 0) + 1;
    if (marks === 0 || /等|各/u.test(clause) || (numbers > marks && numbers <= marks + 1 + joints)) return [];
    const from = start + match.index;
    const reason = `“分别”之前列了${marks + 1}项，之后有${numbers}个数`;
    return [{ code: 'sum.respective', reason, start: from, end: from + match[0].length }];
  });
}
