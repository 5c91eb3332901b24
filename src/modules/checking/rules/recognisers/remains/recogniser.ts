/** Remains of drafting: placeholders, template fields, errors of software, editors' marks, doubled text. Pure. */
import type { Finding } from '../../finding.ts';
import { publishedLinesOf } from '../../published-lines.ts';
import { findingOf, type Recogniser } from '../../recogniser.ts';
import { findDoubledSentences, findDoubledWords, repeatsParagraph } from './doubled.ts';
import { asksForPublicOpinions, findDraftMark } from './draft-marks.ts';
import { formLinesOf, tellsOfCases } from './form-zones.ts';
import { type RemainsFault, remainsKinds } from './kinds.ts';
import { findPlaceholders } from './placeholders.ts';

const gapsOfForm = 4;

interface Place {
  readonly text: string;
  readonly start: number;
}

function toFinding({ text, start: base }: Place, fault: RemainsFault): Finding {
  const { code, start, end, reason, suggestion, severity } = fault;
  return findingOf(remainsKinds, code, {
    text: text.slice(start, end),
    start: base + start,
    end: base + end,
    reason,
    suggestion: suggestion ?? null,
    ...(severity === undefined ? {} : { severity }),
  });
}

/** Of faults on the same place the one that begins first and reaches farthest. */
function withoutOverlaps(faults: readonly RemainsFault[]): readonly RemainsFault[] {
  let reached = -1;
  return [...faults]
    .sort((left, right) => left.start - right.start || right.end - left.end)
    .filter(({ start, end, code }) => {
      if (start < reached && code !== 'remains.doubledParagraph') return false;
      if (code !== 'remains.doubledParagraph') reached = end;
      return true;
    });
}

/** From so many on, one of a kind speaks for the others. */
const throughout: Readonly<Record<string, number>> = { 'remains.markup': 2, 'remains.placeholder': 8 };

/** A text out of a web page is full of its code, a model text of crosses: the first is enough to hold it up. */
function softenHabits(findings: readonly Finding[]): readonly Finding[] {
  return Object.entries(throughout).reduce((rest, [code, most]) => {
    const [first, ...others] = rest.filter((one) => one.code === code && one.severity !== 'hint');
    if (first === undefined || others.length + 1 < most) return rest;
    const softened = new Set(others);
    return rest.map((one): Finding => (softened.has(one) ? { ...one, severity: 'hint' } : one));
  }, findings);
}

/** A paper with many gaps is a form, whatever it is called. */
function softenBlanks(findings: readonly Finding[]): readonly Finding[] {
  const isForm = findings.filter(({ code }) => code === 'remains.blank').length >= gapsOfForm;
  if (!isForm) return findings;
  return findings.map((finding) =>
    finding.code === 'remains.blank' ? { ...finding, severity: 'hint' } : finding,
  );
}

export const remainsRecogniser: Recogniser = {
  name: 'remains',
  kinds: remainsKinds,
  find(document) {
    const lines = publishedLinesOf(document);
    const isForm = formLinesOf(lines);
    const isConsultation = asksForPublicOpinions(document.text);
    const isCaseReport = tellsOfCases(document.text);
    const findings: Finding[] = [];
    let before: (typeof lines)[number] | undefined;
    let row = 0;
    lines.forEach((line, index) => {
      const { text, kind } = line;
      if (text.trim() === '') return;
      const setting = { isForm: isForm[index] === true, isCaseReport, isCell: kind === 'cell' };
      const faults = [
        ...findPlaceholders(text, setting),
        ...findDoubledWords(text),
        ...findDoubledSentences(text),
        findDraftMark({ text, kind, row, isConsultation }),
      ].filter((fault) => fault !== undefined);
      if (repeatsParagraph(line, before) && !setting.isForm) {
        const span = { start: 0, end: text.length };
        faults.push({
          code: 'remains.doubledParagraph',
          reason: '这一段与上一段相同',
          suggestion: '',
          ...span,
        });
      }
      for (const fault of withoutOverlaps(faults)) findings.push(toFinding(line, fault));
      before = line;
      row += 1;
    });
    return softenBlanks(softenHabits(findings));
  },
};
