/** What a back-test says: per figure, binding and task what last year's facts would have scored. Pure; browser-safe. */
import { z } from 'zod';
import { dayText, idSchema } from '#kernel/schema.ts';
import { figureSchema, measureScopes } from '../measuring/shapes.ts';

/** There is no 未到期: what is not over yet cannot be told. */
export const pastStandings = ['met', 'failing', 'cannotTell'] as const;
export type PastStanding = (typeof pastStandings)[number];

/** One figure of last year. */
export const pastFigureSchema = figureSchema.extend({
  unitName: z.string().nullable(),
  /** 第二季度; empty where the target is to be reached once. */
  part: z.string(),
  /** The day whose knowledge it shows. */
  askedOn: dayText,
  standing: z.enum(pastStandings),
});
export type PastFigure = z.infer<typeof pastFigureSchema>;

/** The task of last year's plan whose ledger and orders were looked at in place of a task that did not exist then. */
export const standInSchema = z.object({
  taskId: idSchema,
  no: z.number().int().nullable(),
  title: z.string(),
  /** How much alike the two are, 0 … 1. */
  score: z.number(),
  /** Chinese; why the two are taken for the same work. */
  reasons: z.array(z.string()),
});
export type StandIn = z.infer<typeof standInSchema>;

export const pastBindingSchema = z.object({
  bindingId: z.string(),
  measureId: z.string(),
  title: z.string(),
  valueUnit: z.string(),
  target: z.number(),
  scope: z.enum(measureScopes),
  /** 不少于1次. */
  demand: z.string(),
  /** Parameters, units and repetition in words. */
  terms: z.string(),
  /** Confirmed by a person, or only proposed by the task's words. */
  isProposed: z.boolean(),
  /** Null where no figure was taken from another task: the measure looks at none, or none surely corresponds. */
  standIn: standInSchema.nullable(),
  standing: z.enum(pastStandings),
  reason: z.string(),
  figures: z.array(pastFigureSchema),
});
export type PastBinding = z.infer<typeof pastBindingSchema>;

/** A task as last year would have judged it. */
export const pastTaskSchema = z.object({
  taskId: z.string(),
  no: z.number().int().nullable(),
  section: z.string().nullable(),
  title: z.string(),
  requirement: z.string(),
  /** Last year's counterpart of its last day; null when it has none. */
  due: dayText.nullable(),
  standing: z.enum(pastStandings),
  reason: z.string(),
  /** Units with their own share of the verdict; those that lead or answer where nothing is measured. */
  units: z.array(z.object({ unitId: idSchema, standing: z.enum(pastStandings) })),
  bindings: z.array(pastBindingSchema),
});
export type PastTask = z.infer<typeof pastTaskSchema>;

export const pastCountsSchema = z.object({
  met: z.number().int(),
  failing: z.number().int(),
  cannotTell: z.number().int(),
});
export type PastCounts = z.infer<typeof pastCountsSchema>;

export const backTestSummarySchema = z.object({
  total: pastCountsSchema,
  /** Tasks nothing measures; they are among those that cannot be told. */
  unmeasured: z.number().int(),
  sections: z.array(z.object({ section: z.string().nullable(), counts: pastCountsSchema })),
  /** Those with failing tasks first. */
  units: z.array(z.object({ unitId: idSchema, unitName: z.string(), counts: pastCountsSchema })),
});
export type BackTestSummary = z.infer<typeof backTestSummarySchema>;
