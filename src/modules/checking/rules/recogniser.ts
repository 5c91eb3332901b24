/**
 * What a recogniser is: one file with its kinds of findings and a pure function over a document. The list in
 * `recognisers.ts` is all the engine knows of them. Pure; browser-safe.
 */
import type { Day } from '#kernel/day.ts';
import type { CheckedDocument, PlaceInFile } from './checked-document.ts';
import type { Finding, FindingKind } from './finding.ts';

/** An issuing code (发文机关代字) with the days it is used: half-open. */
export interface IssuingCode {
  readonly code: string;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
}

/** A unit as the checks know it, from the register of the county. */
export interface KnownUnit {
  readonly name: string;
  readonly shortNames: readonly string[];
  /** Issuing codes its documents bear or bore: 望政办发. */
  readonly issuingCodes: readonly IssuingCode[];
  readonly activeFrom: Day | null;
  readonly activeUntil: Day | null;
}

/** An entry of the office's own dictionary, in force on the day of the check. */
export interface DictionaryEntry {
  readonly kind: 'wrong' | 'protected' | 'accepted';
  readonly phrase: string;
  /** What should stand instead, for `wrong`. */
  readonly replacement: string | null;
  readonly severity: 'block' | 'confirm' | 'hint';
  readonly reason: string;
}

/** What the checks know beside the text. Everything has a meaning when it is missing. */
export interface CheckContext {
  /** The document's own day: agency names and laws are judged as of it. Null: read from the text, else unjudged. */
  readonly documentDay: Day | null;
  /** Name of the county: 望澜县; null outside an installation. */
  readonly countyName: string | null;
  readonly units: readonly KnownUnit[];
  readonly dictionary: readonly DictionaryEntry[];
  /** A published list of people: personal data stand in it by law, masked. */
  readonly isPublishedList: boolean;
  /** Masked ID numbers must leave at least so many people it can be; missing: the recogniser's own threshold. */
  readonly leastPeopleBehindMask?: number;
}

/** The context of a bare text, as `gongkai check text` has it without a database. */
export const bareContext: CheckContext = {
  documentDay: null,
  countyName: null,
  units: [],
  dictionary: [],
  isPublishedList: false,
};

export interface Recogniser {
  /** Kebab-case, as its file is called. */
  readonly name: string;
  /** Every code it may report. */
  readonly kinds: Readonly<Record<string, FindingKind>>;
  /**
   * Reports what it finds, in any order. Linear in the length of the text, no state between calls, never throws.
   * Build each with `findingOf`, so that class, severity and source come from the kind.
   */
  readonly find: (document: CheckedDocument, context: CheckContext) => readonly Finding[];
}

/** A finding of a kind the recogniser declares. */
export function findingOf(
  kinds: Readonly<Record<string, FindingKind>>,
  code: string,
  found: {
    readonly text: string;
    readonly start: number;
    readonly end: number;
    readonly reason: string;
    readonly suggestion?: string | null;
    readonly severity?: Finding['severity'];
    readonly source?: string;
    readonly place?: PlaceInFile;
  },
): Finding {
  const kind = kinds[code];
  if (kind === undefined) throw new Error(`a recogniser reported the undeclared kind ${code}`);
  return {
    code,
    class: kind.class,
    severity: found.severity ?? kind.severity,
    start: found.start,
    end: found.end,
    text: found.text,
    reason: found.reason,
    suggestion: found.suggestion ?? null,
    source: found.source ?? kind.source,
    ...(found.place === undefined ? {} : { place: found.place }),
  };
}
