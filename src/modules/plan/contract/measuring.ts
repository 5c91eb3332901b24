/** Shapes of measuring over HTTP: offered measures, bindings, standings with their rows, history, overrides; browser-safe. */
import { z } from 'zod';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { daySchema, dayText, flagQuery, idSchema, instantText } from '#kernel/schema.ts';
import {
  bindingOrigins,
  bindingStatuses,
  causeSchema,
  changeSubjects,
  evidenceSchema,
  measureScopes,
  repeats,
  unitChoices,
} from '../rules/measuring/shapes.ts';
import { standings } from '../rules/shapes.ts';

/** A parameter of a measure as a form shows it. */
export const measureParameterSchema = z.object({
  key: z.string(),
  title: z.string(),
  kind: z.enum(['text', 'number', 'flag', 'choice']),
  choices: z.array(z.object({ value: z.string(), label: z.string() })),
  /** What stands there unless somebody says otherwise. */
  usual: z.union([z.string(), z.number(), z.boolean()]).nullable(),
});
export type MeasureParameter = z.infer<typeof measureParameterSchema>;

export const measureSchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  /** Chinese name of the module that offers it. */
  offeredBy: z.string(),
  valueUnit: z.string(),
  direction: z.enum(['atLeast', 'atMost']),
  judged: z.enum(['byDueDay', 'always']),
  scope: z.enum(measureScopes),
  usualTarget: z.number(),
  parameters: z.array(measureParameterSchema),
  /** What in a task's text suggests it. */
  hints: z.array(z.string()),
  /** Tasks bound to it now. */
  boundTasks: z.number().int(),
});
export type MeasureView = z.infer<typeof measureSchema>;
export const measureListSchema = z.object({ rows: z.array(measureSchema) });

const parameterValues = z.record(z.string().max(60), z.union([z.string().max(500), z.number(), z.boolean()]));

/** Terms of a binding as a person sets them. */
export const bindingTermsSchema = z.object({
  parameters: parameterValues,
  every: z.enum(repeats).nullable(),
  periodFrom: daySchema.nullable(),
  /** Half-open end. */
  periodUntil: daySchema.nullable(),
  scope: z.enum(measureScopes),
  unitChoice: z.enum(unitChoices),
  unitIds: z.array(idSchema).max(500),
  target: z.number('请填写目标数').min(0, '目标数不能小于0').max(1_000_000, '目标数过大'),
});
export type BindingTermsInput = z.infer<typeof bindingTermsSchema>;

const bindingReason = z.string().trim().min(4, '请写明理由（至少4个字）').max(500);

export const addBindingSchema = bindingTermsSchema.extend({
  measureId: z.string().min(1, '请选择度量'),
  reason: bindingReason,
});
export type AddBindingInput = z.infer<typeof addBindingSchema>;

export const changeBindingSchema = bindingTermsSchema.extend({ version: z.number().int() });
export type ChangeBindingInput = z.infer<typeof changeBindingSchema>;

const seenBinding = z.object({ bindingId: idSchema, version: z.number().int() });
export const confirmBindingsSchema = z.object({ bindings: z.array(seenBinding).min(1).max(500) });
export const rejectBindingsSchema = confirmBindingsSchema.extend({ reason: z.string().trim().max(500) });
export const removeBindingSchema = z.object({
  version: z.number().int(),
  reason: z.string().trim().min(2, '请写明原因').max(500),
});
export const decidedBindingsSchema = z.object({ decided: z.number().int(), tasks: z.number().int() });
export const addedBindingSchema = z.object({ bindingId: idSchema });

/** A figure of a binding with its own verdict. */
export const figureViewSchema = z.object({
  unitId: idSchema.nullable(),
  unitName: z.string().nullable(),
  /** 第二季度; empty where the target is to be reached once. */
  part: z.string(),
  from: dayText,
  until: dayText,
  value: z.number().nullable(),
  unknown: z.string().nullable(),
  standing: z.enum(standings),
  evidenceCount: z.number().int(),
});
export type FigureView = z.infer<typeof figureViewSchema>;

export const bindingViewSchema = bindingTermsSchema
  .extend({ periodFrom: dayText.nullable(), periodUntil: dayText.nullable() })
  .extend({
    id: idSchema,
    measureId: z.string(),
    title: z.string(),
    description: z.string(),
    valueUnit: z.string(),
    direction: z.enum(['atLeast', 'atMost']),
    judged: z.enum(['byDueDay', 'always']),
    /** False when no module offers the measure any more. */
    isOffered: z.boolean(),
    /** The terms in words. */
    terms: z.string(),
    /** 不少于1次. */
    demand: z.string(),
    status: z.enum(bindingStatuses),
    origin: z.enum(bindingOrigins),
    reason: z.string(),
    proposedAt: instantText,
    decidedBy: z.string().nullable(),
    decidedAt: instantText.nullable(),
    decisionReason: z.string().nullable(),
    version: z.number().int(),
    /** What it came to at the last evaluation; null before it. */
    result: z
      .object({
        standing: z.enum(standings),
        reason: z.string(),
        reached: z.number().int(),
        total: z.number().int(),
        due: dayText,
        figures: z.array(figureViewSchema),
        evidenceCount: z.number().int(),
      })
      .nullable(),
  });
export type BindingView = z.infer<typeof bindingViewSchema>;

/** Values of a binding at the ends of past months, as the records tell them now. */
export const bindingTrendSchema = z.object({
  points: z.array(
    z.object({
      day: dayText,
      /** Figures of that day: units, or parts of the period. */
      total: z.number().int(),
      known: z.number().int(),
      reached: z.number().int(),
      failing: z.number().int(),
      /** The value where there is one figure only. */
      value: z.number().nullable(),
    }),
  ),
});
export type BindingTrend = z.infer<typeof bindingTrendSchema>;

export const standingChangeSchema = z.object({
  id: idSchema,
  subject: z.enum(changeSubjects),
  before: z.enum(standings).nullable(),
  after: z.enum(standings).nullable(),
  causes: z.array(causeSchema),
  actorName: z.string(),
  at: instantText,
});
export type StandingChangeView = z.infer<typeof standingChangeSchema>;

export const overrideViewSchema = z.object({
  id: idSchema,
  standing: z.enum(standings),
  reason: z.string(),
  byName: z.string(),
  byUnit: z.string(),
  at: instantText,
  withdrawn: z.object({ byName: z.string(), at: instantText, reason: z.string() }).nullable(),
});
export type OverrideView = z.infer<typeof overrideViewSchema>;

/** Everything behind a task's standing. */
export const taskMeasuringSchema = z.object({
  taskId: idSchema,
  today: dayText,
  bindings: z.array(bindingViewSchema),
  /** The oldest first. */
  changes: z.array(standingChangeSchema),
  /** The newest first; the one in force is not withdrawn. */
  overrides: z.array(overrideViewSchema),
  /** An evaluation is waiting or under way. */
  isWaiting: z.boolean(),
});
export type TaskMeasuring = z.infer<typeof taskMeasuringSchema>;

/** The rows behind a binding, the newest day first. */
export const evidenceQuerySchema = z.object({
  ...pageQuery([z.string(), z.string()], { usual: 20 }),
  unitId: idSchema.optional(),
});
export type EvidenceQuery = z.infer<typeof evidenceQuerySchema>;
export const evidencePageSchema = pageReply(evidenceSchema.extend({ unitName: z.string().nullable() }));
export type EvidencePage = z.infer<typeof evidencePageSchema>;

/** A task with its bindings, for binding a whole plan. */
export const bindingRowSchema = z.object({
  taskId: idSchema,
  ordinal: z.number().int(),
  no: z.number().int().nullable(),
  section: z.string().nullable(),
  item: z.string().nullable(),
  requirement: z.string(),
  quotas: z.array(z.string()),
  standing: z.enum(standings),
  bindings: z.array(
    bindingViewSchema.pick({
      id: true,
      measureId: true,
      title: true,
      demand: true,
      terms: true,
      status: true,
      reason: true,
      version: true,
    }),
  ),
});
export type BindingRow = z.infer<typeof bindingRowSchema>;

export const bindingRowQuerySchema = z.object({
  ...pageQuery([z.number().int()], { usual: 200, most: 500 }),
  /** Only tasks without a confirmed binding. */
  unbound: flagQuery.optional(),
});
export type BindingRowQuery = z.infer<typeof bindingRowQuerySchema>;
export const bindingRowPageSchema = pageReply(bindingRowSchema);

export const proposalCountsSchema = z.object({ proposed: z.number().int(), unbound: z.number().int() });

/** How the evaluation of a plan stands. */
export const planEvaluationSchema = z.object({
  planId: idSchema,
  evaluatedAt: instantText.nullable(),
  tasks: z.number().int(),
  changed: z.number().int(),
  isWaiting: z.boolean(),
  /** 0 … 1 while it runs on this node; null otherwise. */
  progress: z.number().nullable(),
});
export type PlanEvaluationView = z.infer<typeof planEvaluationSchema>;

export const setOverrideSchema = z.object({
  standing: z.enum(standings, '请选择状态'),
  reason: z.string().trim().min(1, '请写明认定理由').max(1000),
});
export type SetOverrideInput = z.infer<typeof setOverrideSchema>;
export const signedOverrideSchema = z.object({ overrideId: idSchema });
export const withdrawOverrideSchema = z.object({
  reason: z.string().trim().min(2, '请写明原因').max(500),
});
