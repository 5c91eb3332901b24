/** Shapes of look-backs over HTTP; browser-safe. */
import { z } from 'zod';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { daySchema, idSchema, instantText } from '#kernel/schema.ts';
import { lookBackProofSchema, lookBackVerdictKinds } from '../rules/look-back.ts';
import { standings } from '../rules/shapes.ts';
import { orderStatuses, replyDaysSchema, usualReplyDays } from '../rules/supervision/shapes.ts';
import { assignmentSchema } from './tasks.ts';

export const lookBackSummarySchema = z.object({
  id: idSchema,
  planId: idSchema,
  planTitle: z.string(),
  year: z.number().int(),
  dueOn: daySchema,
  openedByName: z.string(),
  openedAt: instantText,
  closedByName: z.string().nullable(),
  closedAt: instantText.nullable(),
  conclusion: z.string().nullable(),
  counts: z.object({
    tasks: z.number().int(),
    struckOff: z.number().int(),
    unfinished: z.number().int(),
    noLongerDemanded: z.number().int(),
    undecided: z.number().int(),
    /** Unfinished tasks without a rectification order. */
    unordered: z.number().int(),
  }),
});
export type LookBackSummary = z.infer<typeof lookBackSummarySchema>;
export const lookBackPageSchema = pageReply(lookBackSummarySchema);
export const lookBackQuerySchema = z.object(pageQuery([idSchema]));

export const lookBackVerdictSchema = z.object({
  id: idSchema,
  verdict: z.enum(lookBackVerdictKinds),
  ground: z.string(),
  proof: z.array(lookBackProofSchema),
  standing: z.enum(standings),
  standingReason: z.string(),
  judgedByName: z.string(),
  judgedAt: instantText,
  /** Orders of the rectification, one for each unit. */
  orders: z.array(
    z.object({
      orderId: idSchema,
      number: z.string(),
      unitName: z.string(),
      status: z.enum(orderStatuses),
    }),
  ),
});
export type LookBackVerdictView = z.infer<typeof lookBackVerdictSchema>;

export const lookBackTaskSchema = z.object({
  taskId: idSchema,
  no: z.number().int().nullable(),
  section: z.string().nullable(),
  item: z.string().nullable(),
  requirement: z.string(),
  deadlineText: z.string().nullable(),
  assignments: z.array(assignmentSchema),
  standing: z.enum(standings),
  standingReason: z.string(),
  proposal: z.enum(lookBackVerdictKinds).nullable(),
  /** The verdict in force; earlier ones follow, the newest first. */
  verdicts: z.array(lookBackVerdictSchema),
});
export type LookBackTask = z.infer<typeof lookBackTaskSchema>;

export const lookBackDetailSchema = lookBackSummarySchema.extend({ tasks: z.array(lookBackTaskSchema) });
export type LookBackDetail = z.infer<typeof lookBackDetailSchema>;

export const openLookBackSchema = z.object({ planId: idSchema, dueOn: daySchema.optional() });
export type OpenLookBackInput = z.infer<typeof openLookBackSchema>;

const groundSchema = z.string().trim().min(2, '请写明核查情况').max(2000, '核查情况不超过2000字');

export const judgeTaskSchema = z.object({
  verdict: z.enum(lookBackVerdictKinds),
  ground: groundSchema,
  proof: z.array(lookBackProofSchema).max(50).default([]),
  /** The verdict it replaces, as it was seen; null for the first one. */
  replaces: idSchema.nullable(),
});
export type JudgeTaskInput = z.infer<typeof judgeTaskSchema>;

export const rectifyTaskSchema = z.object({
  unitIds: z.array(idSchema).min(1, '请选择整改单位').max(300),
  requirement: z.string().trim().min(2, '请写明整改要求').max(4000, '整改要求不超过4000字'),
  replyDays: replyDaysSchema.default(usualReplyDays),
});
export type RectifyTaskInput = z.infer<typeof rectifyTaskSchema>;

export const closeLookBackSchema = z.object({
  conclusion: z.string().trim().min(2, '请写明核查结论').max(4000, '核查结论不超过4000字'),
});

export const openedLookBackSchema = z.object({ lookBackId: idSchema });
export const judgedTaskSchema = z.object({ verdictId: idSchema });
