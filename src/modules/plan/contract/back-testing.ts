/** Shapes of back-tests over HTTP: what a plan or draft would have scored on last year's facts; browser-safe. */
import { z } from 'zod';
import { idSchema } from '#kernel/schema.ts';
import {
  backTestSummarySchema,
  pastBindingSchema,
  pastFigureSchema,
  pastTaskSchema,
} from '../rules/back-testing/shapes.ts';
import { evidenceSchema } from '../rules/measuring/shapes.ts';
import { planKinds } from '../rules/shapes.ts';
import { planSideSchema } from './comparing.ts';

export const backTestQuerySchema = z.object({ plan: planSideSchema });

export const backTestSchema = z.object({
  plan: z.object({
    side: planSideSchema,
    title: z.string(),
    year: z.number().int(),
    kind: z.enum(planKinds),
    isDraft: z.boolean(),
  }),
  /** The year whose facts were asked. */
  pastYear: z.number().int(),
  /** That year is not over: what it will have scored is not known yet. */
  isOpenYear: z.boolean(),
  /** Our own plan of that year, where figures look at a plan. */
  last: z.object({ id: idSchema, title: z.string(), year: z.number().int() }).nullable(),
  bindings: z.object({ confirmed: z.number().int(), proposed: z.number().int() }),
  summary: backTestSummarySchema,
  tasks: z.array(pastTaskSchema),
});
export type BackTest = z.infer<typeof backTestSchema>;

export const backTestedTaskQuerySchema = backTestQuerySchema.extend({ task: z.string().min(1).max(60) });

const rowSchema = evidenceSchema.extend({ unitName: z.string().nullable() });

/** One task with the rows behind each figure, as many as a person reads; the count says how many there are. */
export const backTestedTaskSchema = pastTaskSchema.extend({
  bindings: z.array(
    pastBindingSchema.extend({ figures: z.array(pastFigureSchema.extend({ rows: z.array(rowSchema) })) }),
  ),
});
export type BackTestedTask = z.infer<typeof backTestedTaskSchema>;

export const backTestExportQuerySchema = backTestQuerySchema.extend({
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
});
