/**
 * Which findings the office and the register have spoken for already: accepted phrases silence every finding inside
 * them but secret marks and personal data, protected names those about how words are written. Pure.
 */
import type { Finding, FindingClass } from './finding.ts';
import { PhraseAutomaton } from './phrase-automaton.ts';
import type { CheckContext } from './recogniser.ts';

/** Classes that judge how something is written; a protected name is written as it is. */
const aboutWriting: ReadonlySet<FindingClass> = new Set<FindingClass>([
  'wording',
  'typo',
  'agencyName',
  'punctuation',
  'numeral',
]);

/** What no phrase of the office may hush: it is told each time, and answered for each time by a person with a name. */
const neverAccepted: ReadonlySet<FindingClass> = new Set<FindingClass>(['secretMark', 'personalData']);

type Spans = readonly { readonly start: number; readonly end: number }[];

/** Index of the last span that begins at or before a place; -1 when none does. */
function lastSpanFrom(spans: Spans, place: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function isInside(spans: Spans, finding: Finding): boolean {
  const span = spans[lastSpanFrom(spans, finding.start)];
  return span !== undefined && finding.start < finding.end && finding.end <= span.end;
}

function touches(spans: Spans, finding: Finding): boolean {
  const span = spans[lastSpanFrom(spans, finding.end - 1)];
  return span !== undefined && span.end > finding.start;
}

function protectedPhrases({ dictionary, units, countyName }: CheckContext): string[] {
  return [
    ...dictionary.filter((entry) => entry.kind === 'protected').map((entry) => entry.phrase),
    // The name of a unit that was closed is judged by the document's day, not taken for granted.
    ...units.filter((unit) => unit.activeUntil === null).flatMap((unit) => [unit.name, ...unit.shortNames]),
    ...(countyName === null ? [] : [countyName]),
  ];
}

/** The findings nobody has spoken for. */
export function withoutSilenced(
  text: string,
  findings: readonly Finding[],
  context: CheckContext,
): readonly Finding[] {
  const accepted = context.dictionary
    .filter((entry) => entry.kind === 'accepted')
    .map((entry) => entry.phrase);
  const guarded = protectedPhrases(context);
  if (findings.length === 0 || accepted.length + guarded.length === 0) return findings;
  const acceptedSpans = new PhraseAutomaton(accepted).coveredSpans(text);
  const guardedSpans = new PhraseAutomaton(guarded).coveredSpans(text);
  return findings.filter((finding) => {
    if (!neverAccepted.has(finding.class) && isInside(acceptedSpans, finding)) return false;
    // A typo is a guess about words: whatever part of a name it takes along, the guess is wrong.
    if (finding.class === 'typo') return !touches(guardedSpans, finding);
    // The office's own entries are newer than the list of names they may contradict.
    if (finding.code === 'wording.office') return true;
    return !(aboutWriting.has(finding.class) && isInside(guardedSpans, finding));
  });
}
