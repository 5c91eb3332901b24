/** Document numbers (发文字号): brackets, year, serial, and the code of the unit. Pure. */
import { yearOf } from '#kernel/day.ts';
import type { Finding } from '../../finding.ts';
import { type PublishedLine, proseLinesOf, publishedLinesOf } from '../../published-lines.ts';
import { type CheckContext, findingOf, type Recogniser } from '../../recogniser.ts';
import { findMisattributed } from './cited-number.ts';
import { CodeOwners, namesOfUnits } from './code-owners.ts';
import { confusedEndings, nationalCodes } from './codes.ts';
import { judgeDocumentNumber } from './judge-number.ts';
import { documentNumberKinds } from './kinds.ts';
import { numbersInLine } from './number-at.ts';
import { findOwnNumber, findSigningUnits } from './own-number.ts';

/** A line without a closing bracket after a digit, and without a year written bare, holds no number. */
const worthReading =
  /[0-9０-９〇○零一二三四五六七八九年][ 　]?[〕﹞］\]】）)」｝}〉》>]|[〔﹝][ 　]?\d|[发函][12]\d{3}/u;
const codeBeforeBracket = /(\p{Script=Han})〔[12]\d{3}〕\d{1,5}号/gu;

function findNumberFaults(
  line: PublishedLine,
  documentYear: number | null,
  text: string,
): readonly Finding[] {
  return numbersInLine(line.text).flatMap((parts) => {
    // A line may break before 号.
    const isTorn = parts.after === '' && /^\n\s*[号\d]/u.test(text.slice(line.end, line.end + 6));
    const verdict = isTorn ? undefined : judgeDocumentNumber(parts, documentYear);
    const first = verdict?.faults[0];
    if (verdict === undefined || first === undefined) return [];
    return findingOf(documentNumberKinds, first.code, {
      text: line.text.slice(parts.start, parts.end),
      start: line.start + parts.start,
      end: line.start + parts.end,
      reason: verdict.faults.map(({ reason }) => reason).join('；'),
      suggestion: verdict.right,
      ...(verdict.isCertain ? {} : { severity: 'hint' as const }),
    });
  });
}

/** Codes one confused character away from a code somebody has: 望政办法〔2024〕3号. */
function findConfusedCodes(
  line: PublishedLine,
  known: ReadonlySet<string>,
  longest: number,
): readonly Finding[] {
  return [...line.text.matchAll(codeBeforeBracket)].flatMap((match) => {
    const wrong = match[1] ?? '';
    const right = confusedEndings[wrong];
    if (right === undefined || right === wrong) return [];
    const at = match.index;
    for (let length = Math.min(longest, at + 1); length >= 2; length -= 1) {
      const code = line.text.slice(at + 1 - length, at + 1);
      if (known.has(code)) return [];
      const mended = `${code.slice(0, -1)}${right}`;
      if (!known.has(mended)) continue;
      return findingOf(documentNumberKinds, 'documentNumber.code', {
        text: code,
        start: line.start + at + 1 - length,
        end: line.start + at + 1,
        reason: `没有“${code}”这一发文机关代字，似为“${mended}”`,
        suggestion: mended,
      });
    }
    return [];
  });
}

/** The document's own number bears the code of somebody else than the unit that signs, or one nobody registered. */
function findForeignCode(
  lines: readonly PublishedLine[],
  context: CheckContext,
  owners: CodeOwners,
): readonly Finding[] {
  const own = findOwnNumber(lines);
  if (own === undefined) return [];
  const signers = findSigningUnits(lines, context.units);
  const fault = owners.judge(own.code, own.year, signers);
  if (fault === undefined) return [];
  return [
    findingOf(documentNumberKinds, fault.code, {
      text: own.code,
      start: own.start,
      end: own.start + own.code.length,
      reason: `${fault.reason}，本文署名为${namesOfUnits(signers)}`,
      suggestion: fault.right,
    }),
  ];
}

export const documentNumberRecogniser: Recogniser = {
  name: 'document-number',
  kinds: documentNumberKinds,
  find(document, context) {
    const documentYear = context.documentDay === null ? null : yearOf(context.documentDay);
    const owners = new CodeOwners(context.units);
    const codes = new Set([...nationalCodes, ...owners.codes]);
    const longest = Math.max(...[...codes].map((code) => code.length));
    const lines = publishedLinesOf(document).filter(({ text }) => worthReading.test(text));
    return [
      ...lines.flatMap((line) => findNumberFaults(line, documentYear, document.text)),
      ...lines.flatMap((line) => findConfusedCodes(line, codes, longest)),
      ...(owners.codes.length === 0
        ? []
        : [
            ...findForeignCode(proseLinesOf(document), context, owners),
            ...lines.flatMap((line) => findMisattributed(line, owners)),
          ]),
    ];
  },
};
