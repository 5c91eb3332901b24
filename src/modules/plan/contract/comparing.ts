/** Shapes of plan comparisons and lints over HTTP; browser-safe. */
import { z } from 'zod';
import { idSchema } from '#kernel/schema.ts';
import { comparableTaskSchema, planComparisonSchema } from '../rules/comparing/shapes.ts';
import { lintFindingSchema } from '../rules/linting/shapes.ts';
import { planKinds } from '../rules/shapes.ts';
import { planSummarySchema } from './tasks.ts';

/** A plan in force or one on its way in: `plan:<id>`, `import:<id>`. */
export const planSideSchema = z.string().regex(/^(?:plan|import):[0-9a-f-]{36}$/u, '请从列表中选择计划');

export const comparisonQuerySchema = z.object({ base: planSideSchema, plan: planSideSchema });

const comparedSideSchema = z.object({
  side: planSideSchema,
  title: z.string(),
  year: z.number().int().nullable(),
  kind: z.enum(planKinds),
  tasks: z.array(comparableTaskSchema),
});

export const comparedPlansSchema = z.object({
  base: comparedSideSchema,
  plan: comparedSideSchema,
  comparison: planComparisonSchema,
});
export type ComparedPlans = z.infer<typeof comparedPlansSchema>;

export const lintQuerySchema = z.object({ plan: planSideSchema });

export const lintedPlanSchema = z.object({
  plan: comparedSideSchema,
  /** Last year's plan it was held against. */
  last: z.object({ id: idSchema, title: z.string(), year: z.number().int() }).nullable(),
  lastTasks: z.array(comparableTaskSchema),
  findings: z.array(lintFindingSchema),
});
export type LintedPlan = z.infer<typeof lintedPlanSchema>;

/** What can be chosen on either side: plans of every kind, and drafts. */
export const comparableListSchema = z.object({
  rows: z.array(
    z.object({
      side: planSideSchema,
      title: z.string(),
      year: z.number().int().nullable(),
      kind: z.enum(planKinds),
      isDraft: z.boolean(),
    }),
  ),
  next: z.null(),
});
export type ComparableList = z.infer<typeof comparableListSchema>;

export const referencePlansSchema = z.object({ rows: z.array(planSummarySchema), next: z.null() });
