/** Which of the office's words speak on a day, and whether a release may go ahead in spite of findings. Pure; browser-safe. */
import type { Day } from '#kernel/day.ts';
import type { Finding, Severity } from './finding.ts';
import type { DictionaryEntry } from './recogniser.ts';

export const wordKinds = ['wrong', 'protected', 'accepted'] as const;
export type WordKind = (typeof wordKinds)[number];

export interface DatedWord extends DictionaryEntry {
  readonly id: string;
  readonly supersedesId: string | null;
  readonly fromDay: Day;
  readonly untilDay: Day | null;
  readonly endedOn: Day | null;
}

export const wordStates = ['coming', 'inForce', 'ended', 'replaced'] as const;
export type WordState = (typeof wordStates)[number];

/** The state of a word on a day; `replaced` when a later row names it. */
export function stateOfWord(word: DatedWord, isReplaced: boolean, today: Day): WordState {
  if (isReplaced) return 'replaced';
  if (word.endedOn !== null && word.endedOn <= today) return 'ended';
  if (word.untilDay !== null && word.untilDay <= today) return 'ended';
  return word.fromDay > today ? 'coming' : 'inForce';
}

/** The words that speak on that day, in the form the engine takes them. */
export function wordsInForce(words: readonly DatedWord[], today: Day): readonly DictionaryEntry[] {
  const replaced = new Set(words.map(({ supersedesId }) => supersedesId));
  return words
    .filter((word) => stateOfWord(word, replaced.has(word.id), today) === 'inForce')
    .map(({ kind, phrase, replacement, severity, reason }) => ({
      kind,
      phrase,
      replacement,
      severity,
      reason,
    }));
}

export interface OverrideKey {
  readonly code: string;
  /** What it was given for: a reason for what asks for one does not open what blocks. */
  readonly severity: 'block' | 'confirm';
  /** Digest of the marked text. */
  readonly spanDigest: string;
}

export type ReleaseVerdict =
  | { readonly kind: 'free' }
  | { readonly kind: 'needsReasons'; readonly open: readonly Finding[] }
  | { readonly kind: 'blocked'; readonly open: readonly Finding[] };

/**
 * Whether a text may be released: hints never stop it; what is to be confirmed wants a reason on record, what blocks wants
 * the reason of somebody who may give it. `digestOf` tells a finding's marked text without holding it.
 */
export function judgeRelease(
  findings: readonly Finding[],
  overrides: readonly OverrideKey[],
  digestOf: (finding: Finding) => string,
): ReleaseVerdict {
  const given = new Set(overrides.map((one) => `${one.severity} ${one.code} ${one.spanDigest}`));
  const isOpen = (severity: Severity) => (finding: Finding) =>
    finding.severity === severity && !given.has(`${severity} ${finding.code} ${digestOf(finding)}`);
  const blocking = findings.filter(isOpen('block'));
  if (blocking.length > 0) return { kind: 'blocked', open: blocking };
  const open = findings.filter(isOpen('confirm'));
  return open.length > 0 ? { kind: 'needsReasons', open } : { kind: 'free' };
}
