/** Punctuation against GB/T 15834. Never asks for blanks between Chinese and Latin. Pure. */
import type { Finding } from '../../finding.ts';
import { type PublishedLine, publishedLinesOf } from '../../published-lines.ts';
import { findingOf, type Recogniser } from '../../recogniser.ts';
import type { PunctuationFault } from './fault.ts';
import { findHalfWidthPairs, findHalfWidthSigns } from './half-width.ts';
import { punctuationKinds } from './kinds.ts';
import { findBrokenPairs, type LoneSign } from './pairs.ts';
import { findMisplacedSigns, findStopInHeading } from './signs.ts';

/** From so many half-width signs on, one finding speaks for all. */
const aHabit = 2;
const shownAround = 10;

interface PlacedLineFault extends PunctuationFault {
  readonly line: PublishedLine;
}

function toFinding({ line, code, start, end, reason, suggestion, severity }: PlacedLineFault): Finding {
  return findingOf(punctuationKinds, code, {
    text: line.text.slice(start, end),
    start: line.start + start,
    end: line.start + end,
    reason,
    suggestion,
    ...(severity === undefined ? {} : { severity }),
  });
}

/** One finding of weight for a habit, the rest as hints: a screen full of the same mark is read by nobody. */
function gatherHabits(faults: readonly PlacedLineFault[]): readonly PlacedLineFault[] {
  const weighty = faults.filter(({ severity }) => severity === 'confirm');
  if (weighty.length < aHabit) return faults;
  const [first] = weighty;
  return faults.map((fault) => {
    if (fault === first) return { ...fault, reason: `${fault.reason}，全文共${weighty.length}处` };
    return { ...fault, severity: 'hint' };
  });
}

/** The lone sign with some text beside it, so that a person sees what it belongs to. */
function spanOfLone({ line, at, sign }: LoneSign): { start: number; end: number } {
  const isOpener = '“‘《〈（(【〔「『'.includes(sign);
  const rest = isOpener
    ? line.text.slice(at + 1, at + 1 + shownAround)
    : line.text.slice(Math.max(0, at - shownAround), at);
  const part = isOpener ? /^[^，。；：！？]*/u.exec(rest)?.[0] : /[^，。；：！？]*$/u.exec(rest)?.[0];
  const length = part?.length ?? 0;
  return isOpener ? { start: at, end: at + 1 + length } : { start: at - length, end: at + 1 };
}

/** The history under a law's title stands in brackets over several lines, and copies lose the first of them. */
function isHistoryOfLaw({ line, at, sign }: LoneSign): boolean {
  if (sign !== '）' || line.text.slice(at + 1).trim() !== '') return false;
  return /(?:通过|批准|修[订正改]|公布|施行|发布|生效)$/u.test(line.text.slice(Math.max(0, at - 2), at));
}

function findPairFaults(lines: readonly PublishedLine[]): readonly PlacedLineFault[] {
  const { lone, mixed } = findBrokenPairs(lines);
  const code = 'punctuation.unpaired';
  return [
    ...lone.map((one): PlacedLineFault => {
      const isHalf = one.sign === '(' || one.sign === ')';
      const reason = `“${one.sign}”没有另一半`;
      const severity = isHalf || isHistoryOfLaw(one) ? 'hint' : 'confirm';
      return { line: one.line, code, severity, reason, suggestion: null, ...spanOfLone(one) };
    }),
    ...mixed.map(({ line, start, end }): PlacedLineFault => {
      const inside = line.text.slice(start + 1, end - 1);
      const reason = '一对括号一半全角一半半角';
      return { line, code: 'punctuation.mixedPair', reason, suggestion: `（${inside}）`, start, end };
    }),
  ];
}

export const punctuationRecogniser: Recogniser = {
  name: 'punctuation',
  kinds: punctuationKinds,
  find(document) {
    const lines = publishedLinesOf(document);
    const halfWidth: PlacedLineFault[] = [];
    const others: PlacedLineFault[] = [];
    for (const line of lines) {
      const { text } = line;
      if (/[,;:?!."(]/u.test(text)) {
        const faults = [...findHalfWidthSigns(text), ...findHalfWidthPairs(text)];
        for (const fault of faults) halfWidth.push({ ...fault, line });
      }
      for (const fault of findMisplacedSigns(text)) others.push({ ...fault, line });
      const stop = text.includes('。') ? findStopInHeading(text, line.kind === 'heading') : undefined;
      if (stop !== undefined) others.push({ ...stop, line });
    }
    return [...gatherHabits(halfWidth), ...others, ...findPairFaults(lines)].map(toFinding);
  },
};
