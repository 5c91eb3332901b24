/**
 * What reading an official document yields: the shape of `gongkai document read FILE --json`, of a library entry's
 * draft and of the reader's tests. Types only.
 */
import type { Day } from '#kernel/day.ts';
import type { SourcePlace } from '#kernel/reading/source.ts';
import type { DocumentClause } from '../rules/clause.ts';
import type { DocumentElement } from '../rules/document-elements.ts';

/** 发文字号 taken apart; `serial` has no leading zeros. An order (令第711号) has no year. */
export interface DocumentNumberParts {
  readonly code: string;
  readonly year: number | null;
  readonly serial: number;
}

export const validities = ['inForce', 'amended', 'lapsed', 'repealed'] as const;
/** 有效、已修改、失效、废止. */
export type Validity = (typeof validities)[number];

export const opennesses = ['proactive', 'onRequest', 'withheld'] as const;
/** 主动公开、依申请公开、不予公开, as the document prints it. */
export type PrintedOpenness = (typeof opennesses)[number];

export const effectiveKinds = ['date', 'onIssue', 'daysAfterIssue', 'none'] as const;
/** From when a document applies. */
export interface EffectiveReading {
  readonly kind: (typeof effectiveKinds)[number];
  /** Printed or derived day; null where the starting day is unknown. */
  readonly day: Day | null;
  /** Days after issue for `daysAfterIssue`; null otherwise. */
  readonly days: number | null;
  /** The sentence as printed; null for `none` and for a bare box. */
  readonly text: string | null;
}

export const lapseKinds = ['date', 'period', 'unlimited', 'none'] as const;
/** Until when a document applies, as it says itself. */
export interface LapseReading {
  readonly kind: (typeof lapseKinds)[number];
  /** Last day on which it is in force; for `period` derived from the effective day, null where that is unknown. */
  readonly day: Day | null;
  /** Length of a `period` in months; null otherwise. */
  readonly months: number | null;
  readonly text: string | null;
}

/** Another document this one names: what it rests on or what it repeals. */
export interface NamedDocument {
  readonly title: string | null;
  readonly documentNumber: string | null;
}

export interface RepealReading extends NamedDocument {
  /** Repealed only in part (第三条, 第二章): the words that say which; null when it is repealed whole. */
  readonly part: string | null;
  /** From when: with this document's own effect (`withThis`) or on a day of its own. */
  readonly day: Day | null;
  readonly text: string;
}

export interface AttachmentReading {
  readonly no: number | null;
  readonly title: string;
  /** Whether its text follows in the same file. */
  readonly isInFile: boolean;
}

export interface DocumentFlag {
  readonly element: DocumentElement;
  /** A Chinese sentence: what is doubtful and what was taken. */
  readonly reason: string;
}

export interface DocumentReading {
  readonly indexNumber: string | null;
  readonly title: string | null;
  /** Normalised: 〔〕, no 第, no leading zero. */
  readonly documentNumber: string | null;
  readonly documentNumberParts: DocumentNumberParts | null;
  /** 统一编号 of a normative document (三统一). */
  readonly unifiedNumber: string | null;
  readonly issuers: readonly string[];
  /** 文种 of the document itself: 通知. */
  readonly kind: string | null;
  /** 文种 of the text a notice issues (…关于印发…办法的通知 → 办法). */
  readonly issuedKind: string | null;
  /** First and second level as printed. */
  readonly theme: readonly string[];
  readonly openness: PrintedOpenness | null;
  readonly addressees: readonly string[];
  /** 成文日期 */
  readonly writtenOn: Day | null;
  /** 发布日期 */
  readonly publishedOn: Day | null;
  readonly effective: EffectiveReading;
  readonly lapse: LapseReading;
  readonly repeals: readonly RepealReading[];
  /** As printed in a box or stamp; null where nothing is printed. */
  readonly validity: Validity | null;
  readonly basis: readonly NamedDocument[];
  readonly attachments: readonly AttachmentReading[];
  readonly signature: { readonly issuers: readonly string[]; readonly day: Day | null };
  readonly contact: string | null;
  readonly copiedTo: readonly string[];
  /** 印发机关和印发日期 of the imprint. */
  readonly printed: { readonly office: string | null; readonly day: Day | null };
  /** Where each element that was found stands. */
  readonly places: Readonly<Partial<Record<DocumentElement, SourcePlace>>>;
  readonly clauses: readonly DocumentClause[];
  readonly flags: readonly DocumentFlag[];
  /** What the file reader noticed; Chinese sentences. */
  readonly notes: readonly string[];
}

/** Why a file is not read as an official document, with what speaks for it. */
export interface NotADocument {
  readonly sentence: string;
  readonly reasons: readonly string[];
}
