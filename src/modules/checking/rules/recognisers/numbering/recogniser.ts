/** Numbering of headings, articles, lists, tables and figures. Excerpts and scanned texts are left alone. Pure. */
import type { CheckedDocument } from '../../checked-document.ts';
import type { Finding } from '../../finding.ts';
import { proseLinesOf, publishedLinesOf } from '../../published-lines.ts';
import { findingOf, type Recogniser } from '../../recogniser.ts';
import { findCaptionFaults } from './captions.ts';
import { findInlineFaults } from './inline-marks.ts';
import { judgeSequence, type SequenceFault } from './judge-sequence.ts';
import { numberingKinds } from './kinds.ts';
import { type MarkRow, rowsOfMarks, rowsThatSkipLevels } from './levels.ts';
import { type Mark, type MarkStyle, markStyles, marksOfLines, markTextLike } from './marks.ts';

const lawStyles: readonly MarkStyle[] = ['part', 'chapter', 'section', 'article'];
/** More faults than this share of a style's marks: a scan or a digest, not a slip. */
const slipShare = 0.15;
const slipsAlways = 1;
/** Whoever leaves out more numbers than these quotes parts of something. */
const longestGap = 3;

/** How the mark of a number may be written inside a line, so that a list broken over lines shows no gap. */
function standsBetween(text: string, from: number, to: number, mark: Mark, number: number): boolean {
  const between = text.slice(from, to);
  const written = markTextLike(mark, number);
  const swapped = written.replace(/[（(]/u, '(').replace(/[）)]/u, ')');
  const full = written.replace(/[（(]/u, '（').replace(/[）)]/u, '）');
  return [written, swapped, full].some((one) => between.includes(one));
}

function faultOfMark(
  document: CheckedDocument,
  row: readonly Mark[],
  { at, kind, wanted, missing }: SequenceFault,
): Finding | undefined {
  const mark = row[at];
  const before = row[at - 1];
  if (mark === undefined || before === undefined) return undefined;
  if (missing !== null && standsBetween(document.text, before.end, mark.start, mark, mark.number - 1))
    return undefined;
  const isExcerpt = missing !== null && mark.number - missing > longestGap;
  const isLaw = lawStyles.includes(mark.style);
  const should = wanted === null ? null : markTextLike(mark, wanted);
  const reasons = {
    missing: `“${before.text.trim()}”之后是“${mark.text.trim()}”，缺少“${missing === null ? '' : markTextLike(mark, missing)}”`,
    repeated: `“${mark.text.trim()}”重复`,
    disordered: `“${before.text.trim()}”之后是“${mark.text.trim()}”，次序错误`,
  };
  return findingOf(numberingKinds, isLaw ? 'numbering.article' : `numbering.${kind}`, {
    text: mark.text,
    start: mark.start,
    end: mark.end,
    reason: reasons[kind] + (should === null ? '' : `，应为“${should}”`),
    suggestion: should,
    ...(isExcerpt ? { severity: 'hint' as const } : {}),
  });
}

/** A row whose first number should be one, as the second shows. */
function isWrongStart({ marks: [first, second], numberBefore }: MarkRow): boolean {
  return first !== undefined && second?.number === 2 && first.number > 2 && first.number !== numberBefore + 1;
}

/** Rows whose first number is neither one nor carries on from the row before. */
function judgeStart(document: CheckedDocument, row: MarkRow): Finding | undefined {
  const [first, second] = row.marks;
  if (first === undefined || first.number === 1 || first.number === row.numberBefore + 1) return undefined;
  const span = { text: first.text, start: first.start, end: first.end };
  if (isWrongStart(row)) {
    const should = markTextLike(first, 1);
    const reason = `其后是“${second?.text ?? ''}”，此处应为“${should}”`;
    return findingOf(numberingKinds, 'numbering.disordered', { ...span, reason, suggestion: should });
  }
  if (row.parent === null && row.numberBefore === 0) return undefined;
  const from = row.parent?.start ?? 0;
  if (standsBetween(document.text, from, first.start, first, first.number - 1)) return undefined;
  return findingOf(numberingKinds, 'numbering.start', { ...span, reason: `序号从“${first.text}”开始` });
}

/** The numbers of a row; a wrong start counts as one, so that it is said once. */
function numbersOfRow(row: MarkRow): readonly number[] {
  const numbers = row.marks.map(({ number }) => number);
  return isWrongStart(row) ? numbers.with(0, 1) : numbers;
}

function findSequenceFaults(document: CheckedDocument, rows: readonly MarkRow[]): readonly Finding[] {
  return markStyles.flatMap((style) => {
    const ofStyle = rows.filter((row) => row.style === style);
    const count = ofStyle.reduce((sum, { marks }) => sum + marks.length, 0);
    const faults = ofStyle.flatMap((row) => [
      judgeStart(document, row),
      ...judgeSequence(numbersOfRow(row)).map((fault) => faultOfMark(document, row.marks, fault)),
    ]);
    const found = faults.filter((one) => one !== undefined);
    const strong = found.filter(({ severity }) => severity !== 'hint').length;
    if (strong <= Math.max(slipsAlways, count * slipShare)) return found;
    // Most of it is missing: a digest of articles, a scan. Nobody needs to hear of each gap.
    if (strong > (style === 'article' ? 1 : 2) && strong * 3 >= count) return [];
    return found.map((finding): Finding => ({ ...finding, severity: 'hint' }));
  });
}

interface WrittenForm {
  readonly style: MarkStyle;
  readonly isOdd: (text: string) => boolean;
  readonly mend: (text: string) => string;
  readonly name: string;
}

const writtenForms: readonly WrittenForm[] = [
  {
    style: 'chinese',
    isOdd: (text) => /[.．]/u.test(text),
    mend: (text) => text.replace(/[.．]/u, '、'),
    name: '“一、”的顿号写成了点',
  },
  {
    style: 'chineseBracket',
    isOdd: (text) => /[()]/u.test(text),
    mend: (text) => text.replace('(', '（').replace(')', '）'),
    name: '“（一）”的括号用了半角',
  },
  {
    style: 'arabicBracket',
    isOdd: (text) => /[()]/u.test(text),
    mend: (text) => text.replace('(', '（').replace(')', '）'),
    name: '“（1）”的括号用了半角',
  },
  {
    style: 'arabic',
    isOdd: (text) => /、/u.test(text),
    mend: (text) => text.replace('、', '.'),
    name: '“1.”的点写成了顿号',
  },
];

/** Marks of one level written in two ways: the odd ones, where most others are right. */
function findOddForms(marks: readonly Mark[]): readonly Finding[] {
  return writtenForms.flatMap(({ style, isOdd, mend, name }) => {
    const ofStyle = marks.filter((mark) => mark.style === style);
    const odd = ofStyle.filter(({ text }) => isOdd(text));
    if (odd.length * 2 > ofStyle.length) return [];
    return odd.map(({ text, start, end }) =>
      findingOf(numberingKinds, 'numbering.form', {
        text,
        start,
        end,
        reason: `${name}，与同一层次的其他序号不一致`,
        suggestion: mend(text),
      }),
    );
  });
}

export const numberingRecogniser: Recogniser = {
  name: 'numbering',
  kinds: numberingKinds,
  find(document) {
    const prose = proseLinesOf(document);
    const marks = marksOfLines(prose);
    const rows = rowsOfMarks(marks);
    const levels = rowsThatSkipLevels(rows).flatMap(({ marks: [first], parent }) => {
      if (first === undefined || parent === null) return [];
      const reason = `“${parent.text}”之下直接用“${first.text}”，跳过了层次`;
      return findingOf(numberingKinds, 'numbering.level', {
        text: first.text,
        start: first.start,
        end: first.end,
        reason,
      });
    });
    const inline = prose.flatMap((line) =>
      findInlineFaults(line.text).map(({ start, end, reason }) =>
        findingOf(numberingKinds, 'numbering.inline', {
          text: line.text.slice(start, end),
          start: line.start + start,
          end: line.start + end,
          reason,
        }),
      ),
    );
    const captions = findCaptionFaults(publishedLinesOf(document)).map(({ line, start, end, reason }) =>
      findingOf(numberingKinds, 'numbering.caption', {
        text: line.text.slice(start, end),
        start: line.start + start,
        end: line.start + end,
        reason,
      }),
    );
    return [...findSequenceFaults(document, rows), ...findOddForms(marks), ...levels, ...inline, ...captions];
  },
};
