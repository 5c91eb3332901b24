/** What a check finds: where, what, how serious, why, and what to do. Pure; browser-safe. */
import type { PartKind, PlaceInFile } from './checked-document.ts';

/**
 * `block` stops a release, `confirm` wants a reason from a named person, `hint` is shown and stops nothing.
 */
export const severities = ['block', 'confirm', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** The families of findings; a command line and a dictionary name them. */
export const findingClasses = [
  'wording',
  'typo',
  'lawTitle',
  'agencyName',
  'documentNumber',
  'date',
  'sum',
  'numbering',
  'attachment',
  'remains',
  'punctuation',
  'numeral',
  'secretMark',
  'internalRouting',
  'personalData',
  'unreadable',
] as const;
export type FindingClass = (typeof findingClasses)[number];

export interface Finding {
  /** Stable code of the kind: `personalData.idNumber`. */
  readonly code: string;
  readonly class: FindingClass;
  readonly severity: Severity;
  /** Half-open span in UTF-16 units of the checked document's text. */
  readonly start: number;
  readonly end: number;
  /** The text of that span. */
  readonly text: string;
  /** Chinese sentence: what is wrong here. */
  readonly reason: string;
  /** Replacement for the span, or null where only a person can tell. */
  readonly suggestion: string | null;
  /** The rule behind it: an article, a standard, a dictionary with its date. */
  readonly source: string;
  /** Only where the span does not lead to the place: a page without text, a macro. */
  readonly place?: PlaceInFile;
}

/** A finding with its place in the file, as people look for it. */
export interface PlacedFinding extends Finding {
  readonly place: PlaceInFile;
  /** Kind of the part the finding stands in; absent when it is about the file as a whole. */
  readonly part?: PartKind;
}

/** A kind of finding a recogniser may report; its code is the key in the recogniser's `kinds`. */
export interface FindingKind {
  readonly class: FindingClass;
  readonly severity: Severity;
  /** Chinese name of the kind: 身份证号码. */
  readonly title: string;
  /** Chinese sentence: how to mend it. */
  readonly remedy: string;
  readonly source: string;
}
