/**
 * Versions of one document's text: which amendment a new text belongs to, and which text applied on a day. 立法法 and the
 * practice of 国办公开办函〔2021〕33号: a text is shown with its amendments, each from its day. Pure; browser-safe.
 */
import type { Day } from '#kernel/day.ts';

export interface VersionMark {
  /** From 1, without gaps. */
  readonly number: number;
  readonly appliesFrom: Day;
  /** The document that made this text; null for the text as issued. */
  readonly amendedBy: string | null;
}

/** An amendment by another public document, as the relations have it. */
export interface ActingAmendment {
  readonly fromItemId: string;
  readonly onDay: Day | null;
}

const openAmendments = (former: readonly VersionMark[], amendments: readonly ActingAmendment[]) =>
  amendments.filter(({ fromItemId }) => former.every(({ amendedBy }) => amendedBy !== fromItemId));

/**
 * Where a released text belongs: the text as issued, the next version when an amendment waits for its text, or else a
 * correction of the newest version.
 */
export function placeVersion(
  former: readonly VersionMark[],
  amendments: readonly ActingAmendment[],
  issuedFrom: Day,
): VersionMark {
  const newest = former.at(-1);
  if (newest === undefined) return { number: 1, appliesFrom: issuedFrom, amendedBy: null };
  const waiting = openAmendments(former, amendments)
    .flatMap(({ fromItemId, onDay }) => (onDay === null ? [] : [{ fromItemId, onDay }]))
    .filter(({ onDay }) => onDay >= newest.appliesFrom)
    .toSorted((left, right) => (left.onDay < right.onDay ? -1 : 1))
    .at(-1);
  if (waiting !== undefined) {
    return { number: newest.number + 1, appliesFrom: waiting.onDay, amendedBy: waiting.fromItemId };
  }
  // The day of the text as issued follows the corrected elements.
  return newest.number === 1 ? { ...newest, appliesFrom: issuedFrom } : newest;
}

/** The version that applied on a day; before the first day the text as issued, which was known though not in force. */
export function versionOn<Version extends VersionMark>(
  versions: readonly Version[],
  on: Day,
): Version | undefined {
  return versions.filter(({ appliesFrom }) => appliesFrom <= on).at(-1) ?? versions[0];
}

/** Amendments that apply by the day and whose text the library does not hold: the text shown is older than the law. */
export function amendmentsWithoutText<Amendment extends ActingAmendment>(
  versions: readonly VersionMark[],
  amendments: readonly Amendment[],
  on: Day,
): readonly Amendment[] {
  const known = versions.filter(({ amendedBy }) => amendedBy !== null);
  return amendments.filter(
    ({ fromItemId, onDay }) =>
      (onDay === null || onDay <= on) &&
      known.every(
        ({ amendedBy, appliesFrom }) => amendedBy !== fromItemId && (onDay === null || appliesFrom < onDay),
      ),
  );
}
