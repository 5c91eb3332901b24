/** Shapes of review rounds over HTTP; browser-safe. */
import { z } from 'zod';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { daySchema, dayText, idSchema } from '#kernel/schema.ts';
import { opennessKinds, withholdingGrounds } from '../rules/openness.ts';
import { entryStates, reviewVerdicts } from '../rules/openness-review.ts';

export const openReviewSchema = z.object({
  title: z.string().trim().min(2, '请填写名称').max(100),
  dueOn: daySchema,
  /** Empty: every unit. */
  unitIds: z.array(idSchema).max(300),
});
export type OpenReviewInput = z.output<typeof openReviewSchema>;

export const judgeOpennessSchema = z.object({
  verdict: z.enum(reviewVerdicts, '请选择结论'),
  openness: z.enum(opennessKinds),
  ground: z.enum(withholdingGrounds).nullable(),
  reason: z.string().trim().min(2, '请写明原因').max(1000),
});
export type JudgeOpennessInput = z.output<typeof judgeOpennessSchema>;

const countsSchema = z.record(z.enum(entryStates), z.number().int());

export const reviewRowSchema = z.object({
  id: idSchema,
  title: z.string(),
  dueOn: dayText,
  openedOn: dayText,
  openedByName: z.string(),
  closedOn: dayText.nullable(),
  items: z.number().int(),
  counts: countsSchema,
});
export type ReviewRow = z.output<typeof reviewRowSchema>;
export const reviewListSchema = pageReply(reviewRowSchema);
export const reviewListQuerySchema = z.object(pageQuery([z.string().max(10), idSchema]));

export const reviewDetailSchema = reviewRowSchema.extend({
  /** The round's report: how each unit stands. */
  units: z.array(
    z.object({ unitId: idSchema, unitName: z.string(), items: z.number().int(), counts: countsSchema }),
  ),
});
export type ReviewDetail = z.output<typeof reviewDetailSchema>;
export const openedReviewSchema = z.object({ reviewId: idSchema, items: z.number().int() });

export const reviewEntrySchema = z.object({
  itemId: idSchema,
  title: z.string(),
  kindTitle: z.string(),
  unitId: idSchema,
  unitName: z.string(),
  state: z.enum(entryStates),
  opennessBefore: z.enum(opennessKinds),
  groundBefore: z.enum(withholdingGrounds).nullable(),
  reasonBefore: z.string().nullable(),
  verdict: z.enum(reviewVerdicts).nullable(),
  openness: z.enum(opennessKinds).nullable(),
  ground: z.enum(withholdingGrounds).nullable(),
  reason: z.string().nullable(),
  judgedBy: z.string().nullable(),
  judgedByName: z.string().nullable(),
  judgedOn: dayText.nullable(),
  returnedReason: z.string().nullable(),
  confirmedByName: z.string().nullable(),
  confirmedOn: dayText.nullable(),
});
export type ReviewEntry = z.output<typeof reviewEntrySchema>;
export const reviewEntryListSchema = pageReply(reviewEntrySchema);
export const reviewEntryQuerySchema = z.object({
  state: z.enum(entryStates).optional(),
  unitId: idSchema.optional(),
  ...pageQuery([idSchema]),
});
export type ReviewEntryQuery = z.output<typeof reviewEntryQuerySchema>;
