/** Tasks as plans of different years or counties are compared, and what the comparison says. Pure; browser-safe. */
import { z } from 'zod';
import type { Day } from '#kernel/day.ts';
import { deadlineSchema, quotaSchema } from '../shapes.ts';

/** A task with all a comparison or a lint reads, from a draft, a file or a plan in force. */
export const comparableTaskSchema = z.object({
  /** The task's id, or its key in a draft. */
  id: z.string(),
  no: z.number().int().nullable(),
  section: z.string().nullable(),
  subsection: z.string().nullable(),
  item: z.string().nullable(),
  requirement: z.string(),
  lead: z.array(z.string()),
  responsible: z.array(z.string()),
  cooperating: z.array(z.string()),
  deadlineText: z.string().nullable(),
  deadline: deadlineSchema,
  quotas: z.array(quotaSchema),
});
export type ComparableTask = z.infer<typeof comparableTaskSchema>;

export interface ComparablePlan {
  readonly year: number | null;
  readonly issuedOn: Day | null;
  readonly tasks: readonly ComparableTask[];
}

export const deadlineMoves = ['same', 'earlier', 'later', 'nowDated', 'noLongerDated', 'bothOpen'] as const;

export const correspondenceSchema = z.object({
  baseId: z.string(),
  taskId: z.string(),
  /** 0 … 1; 1 for equal texts. */
  score: z.number(),
  /** Chinese; why the two are taken for the same work. */
  reasons: z.array(z.string()),
  /** Each is the nearest of the other, no third task comes as near, and a reason can be named. */
  isSure: z.boolean(),
  deadline: z.object({
    move: z.enum(deadlineMoves),
    before: z.string().nullable(),
    after: z.string().nullable(),
    /** Days by which the last day moved, beyond the turn of the year; negative when earlier. */
    days: z.number().int().nullable(),
  }),
  /** Demanded counts that differ: 每年不少于1次 became 2次. */
  quotas: z.array(z.object({ before: z.string(), after: z.string(), raised: z.boolean() })),
  addedUnits: z.array(z.string()),
  removedUnits: z.array(z.string()),
});
export type Correspondence = z.infer<typeof correspondenceSchema>;

/** A task without a partner, and what comes nearest on the other side: the work may have been split or merged. */
const unpairedSchema = z.object({
  id: z.string(),
  nearest: z.object({ id: z.string(), score: z.number() }).nullable(),
});

export const planComparisonSchema = z.object({
  pairs: z.array(correspondenceSchema),
  /** Tasks the base has nothing like. */
  created: z.array(unpairedSchema),
  /** Tasks of the base that find nothing like them. */
  dropped: z.array(unpairedSchema),
});
export type PlanComparison = z.infer<typeof planComparisonSchema>;
