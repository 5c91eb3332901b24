/** Which of the office's words speak on a day, and whether a release may go ahead in spite of findings. Pure; browser-safe. */
import type { Day } from '#kernel/day.ts';
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

/** What a finding that asks for a reason is known by, without its words. */
export interface ReleaseKey {
  readonly code: string;
  readonly severity: 'block' | 'confirm';
  /** Digest of the marked text. */
  readonly spanDigest: string;
  /** Digest of the document and the place in it. */
  readonly placeDigest: string;
}

/** What a reason on record was given for. */
export interface OverrideKey {
  readonly code: string;
  readonly severity: 'block' | 'confirm';
  readonly spanDigest: string;
  /** Null for a reason given for the words themselves, wherever the unit writes them. */
  readonly placeDigest: string | null;
}

export type ReleaseVerdict<Key extends ReleaseKey> =
  | { readonly kind: 'free' }
  | { readonly kind: 'needsReasons' | 'blocked'; readonly open: readonly Key[] };

/**
 * Whether a reason opens a finding: of the same kind and severity, and at its very place. A reason given at one place of
 * one document says nothing of the same words elsewhere; one for what asks for a reason does not open what blocks.
 */
export function opensFinding(reason: OverrideKey, key: ReleaseKey): boolean {
  if (reason.code !== key.code || reason.severity !== key.severity) return false;
  return reason.placeDigest === null
    ? reason.spanDigest === key.spanDigest
    : reason.placeDigest === key.placeDigest;
}

/**
 * Whether a text may be released: hints never stop it and have no key; what is to be confirmed wants a reason on record,
 * what blocks wants the reason of somebody who may give it.
 */
export function judgeRelease<Key extends ReleaseKey>(
  keys: readonly Key[],
  reasons: readonly OverrideKey[],
): ReleaseVerdict<Key> {
  const open = keys.filter((key) => !reasons.some((reason) => opensFinding(reason, key)));
  if (open.length === 0) return { kind: 'free' };
  return { kind: open.some(({ severity }) => severity === 'block') ? 'blocked' : 'needsReasons', open };
}
