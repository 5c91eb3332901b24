/** A measure: a module's offer to compute a figure that can prove a task of the plan. */
import type { z } from 'zod';
import type { Day } from './day.ts';
import type { ReadDb } from './db/database.ts';

/** A row that counts as evidence, openable by a person. */
export interface EvidenceRow {
  readonly title: string;
  readonly day: Day | null;
  readonly address: string;
}

export interface MeasureQuestion {
  readonly db: ReadDb;
  /** Units whose work counts. */
  readonly unitIds: readonly string[];
  /** Half-open period. */
  readonly from: Day;
  readonly until: Day;
  readonly today: Day;
}

export type MeasureValue =
  | { readonly known: true; readonly value: number; readonly evidence: readonly EvidenceRow[] }
  | { readonly known: false; readonly reason: string };

export interface Measure {
  /** `organisation.trainingSessions`. */
  readonly id: string;
  readonly title: string;
  readonly parameters: z.ZodType;
  /** Unit of the value: 次, 份, 天, %. */
  readonly valueUnit: string;
  /** Whether more is better. */
  readonly direction: 'atLeast' | 'atMost';
  /** Words in a task's text that suggest it. */
  readonly hints: readonly string[];
  readonly evaluate: (question: MeasureQuestion, parameters: unknown) => Promise<MeasureValue>;
}
