/**
 * Personal data in running text and tables: what identifies or hurts a person and stands there in full. Numbers of
 * organisations, projects and things are not reported.
 */
import type { CheckedDocument } from '../../checked-document.ts';
import type { Finding } from '../../finding.ts';
import { type CheckContext, findingOf, type Recogniser } from '../../recogniser.ts';
import { isCreditCode } from './credit-code.ts';
import { personalDataKinds } from './kinds.ts';
import { labelBefore, type NumberLabel } from './labels.ts';
import { datumOfNumber, type PersonalDatum } from './number-findings.ts';
import { scanNumberRuns } from './number-runs.ts';
import { readNumbersOfRun } from './read-numbers.ts';

/** Signs between two numbers of one enumeration: the label of the first holds for the second. */
const enumeration = /^[\s、，,和及与;；/]{1,3}$/u;

function findNumbers(document: CheckedDocument, context: CheckContext): readonly PersonalDatum[] {
  const { text } = document;
  const found: PersonalDatum[] = [];
  let lastLabel: NumberLabel | null = null;
  let lastEnd = 0;
  for (const run of scanNumberRuns(text)) {
    const start = run[0]?.start ?? 0;
    const end = run.at(-1)?.end ?? start;
    const enumerated = start - lastEnd <= 3 && enumeration.test(text.slice(lastEnd, start));
    const label: NumberLabel | null = labelBefore(text, start) ?? (enumerated ? lastLabel : null);
    lastLabel = label;
    lastEnd = end;
    const isCode = run.some((group) => isCreditCode(group.digits));
    if (isCode) continue;
    for (const hit of readNumbersOfRun(text, run, label)) {
      found.push(datumOfNumber(hit, { column: null, amongPeople: context.isPublishedList }));
    }
  }
  return found;
}

export const personalDataRecogniser: Recogniser = {
  name: 'personal-data',
  kinds: personalDataKinds,
  find(document: CheckedDocument, context: CheckContext): readonly Finding[] {
    return findNumbers(document, context).map((datum) =>
      findingOf(personalDataKinds, datum.code, {
        ...datum,
        text: document.text.slice(datum.start, datum.end),
      }),
    );
  },
};
