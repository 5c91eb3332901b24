/**
 * What reading a plan yields: the shape of `gongkai plan read FILE --json`, of the import draft and of the
 * reader's tests. Types only.
 */
import type { Day } from '#kernel/day.ts';
import type { SourcePlace } from '#kernel/reading/source.ts';

export const deadlineKinds = ['date', 'allYear', 'ongoing', 'relative', 'none'] as const;
export type DeadlineKind = (typeof deadlineKinds)[number];

/** One of several days a task sets: `6月底前完成编制，9月底前完成验收`. */
export interface Milestone {
  readonly text: string;
  readonly date: Day;
}

/** A deadline as the plan prints it, read into kind and day. A computed due day is not stored here. */
export interface DeadlineReading {
  readonly kind: DeadlineKind;
  /** Last day for `date` and `allYear`; null for `ongoing`, `relative` and `none`. */
  readonly date: Day | null;
  /** `年底前完成，长期坚持`: a day, and the duty goes on after it. */
  readonly thenOngoing: boolean;
  /** Length of a `relative` deadline, with its unit in `dayUnit`; null otherwise. */
  readonly days: number | null;
  readonly dayUnit: 'calendar' | 'working' | null;
  /** The event a `relative` deadline counts from, as printed (`本文件印发`); null otherwise. */
  readonly from: string | null;
  /** All days in order where the text sets more than one; empty otherwise. */
  readonly milestones: readonly Milestone[];
}

/** A yearly (or other) count a task demands: `每年不少于1次`. Never a deadline. */
export interface QuotaReading {
  readonly text: string;
  readonly count: number;
  /** The counter word: 次, 场, 期, 篇, 件 … */
  readonly counter: string;
  readonly per: 'year' | 'halfYear' | 'quarter' | 'month' | 'week' | 'plan';
}

export type TaskField =
  | 'no'
  | 'section'
  | 'subsection'
  | 'item'
  | 'requirement'
  | 'lead'
  | 'responsible'
  | 'cooperating'
  | 'deadline';

/** A doubt the reader has about a field; the reason is a Chinese sentence. */
export interface ReadingFlag {
  readonly field: TaskField;
  readonly reason: string;
}

export interface TaskReading {
  /** Number as printed (or counted where none is printed: then `no` is flagged as counted); null when lost. */
  readonly no: number | null;
  readonly section: string | null;
  readonly subsection: string | null;
  readonly item: string | null;
  /** Verbatim apart from line wraps. */
  readonly requirement: string;
  readonly lead: readonly string[];
  readonly responsible: readonly string[];
  readonly cooperating: readonly string[];
  readonly deadlineText: string | null;
  readonly deadline: DeadlineReading;
  readonly quotas: readonly QuotaReading[];
  /** Fields whose value comes from a merged cell or heading above and not from the task's own row. */
  readonly inherited: readonly TaskField[];
  readonly flags: readonly ReadingFlag[];
  readonly source: SourcePlace;
}

/** A difference between two printings of the same list in one document (narrative and annex). */
export interface PrintingDifference {
  readonly no: number | null;
  readonly field: TaskField;
  readonly first: string;
  readonly second: string;
}

export interface PlanReading {
  readonly title: string | null;
  readonly jurisdiction: string | null;
  readonly year: number | null;
  readonly docNumber: string | null;
  readonly issuer: string | null;
  readonly issuedOn: Day | null;
  /** Collective phrases with their members where the document lists them: `县属有关单位名单`. */
  readonly collectives: Readonly<Record<string, readonly string[]>>;
  readonly tasks: readonly TaskReading[];
  /** Doubts about the document as a whole and what the file reader noticed; Chinese sentences. */
  readonly notes: readonly string[];
  readonly differences: readonly PrintingDifference[];
}

/** Why a document is not read as a plan, with what speaks for it. */
export interface NotAPlan {
  readonly sentence: string;
  readonly reasons: readonly string[];
}
