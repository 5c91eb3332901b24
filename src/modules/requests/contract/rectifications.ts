/** Shapes of rectifications, dispute rates, quality checks and guidance cases over HTTP; browser-safe. */
import { z } from 'zod';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { daySchema, dayText, idSchema, instantText } from '#kernel/schema.ts';
import { guidanceStatuses } from '../rules/disputes/guidance.ts';
import {
  rectificationActions,
  rectificationSources,
  rectificationStatuses,
} from '../rules/disputes/rectification.ts';
import { disputeOutcomes } from '../rules/disputes/shapes.ts';

const line = (most: number) => z.string().trim().max(most);
const reason = line(2000).min(1, '请写明原因');

export const openRectificationSchema = z.object({
  unitId: idSchema,
  disputeId: idSchema.nullable().default(null),
  source: z.enum(rectificationSources),
  title: line(200).min(1, '请填写整改事项'),
  demands: line(4000).min(1, '请写明要求改什么'),
  documentNumber: line(100).default(''),
  receivedOn: daySchema,
  /** Without a day: sixty days for a review opinion (行政复议法第七十六条); else it must be named. */
  dueOn: daySchema.nullable().default(null),
});
export type OpenRectificationInput = z.output<typeof openRectificationSchema>;

export const rectificationStepSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('accept'), text: line(2000).default('') }),
  z.object({ action: z.literal('return'), reason, dueOn: daySchema }),
  z.object({ action: z.literal('postpone'), reason, dueOn: daySchema }),
  z.object({ action: z.literal('drop'), reason }),
]);
export type RectificationStepInput = z.output<typeof rectificationStepSchema>;

/** What the unit hands in, beside the file that proves it. */
export const submitRectificationQuery = z.object({ text: line(2000).min(1, '请写明怎样整改的') });

export const rectificationQuerySchema = z.object({
  ...pageQuery([daySchema, z.uuid()]),
  state: z.enum(['open', 'overdue', 'closed']).optional(),
  source: z.enum(rectificationSources).optional(),
  unitId: idSchema.optional(),
  text: line(100).optional(),
});
export type RectificationQuery = z.output<typeof rectificationQuerySchema>;

export const rectificationRowSchema = z.object({
  id: idSchema,
  title: z.string(),
  source: z.enum(rectificationSources),
  unitId: idSchema,
  unitName: z.string(),
  documentNumber: z.string(),
  receivedOn: dayText,
  dueOn: dayText,
  status: z.enum(rectificationStatuses),
  overdue: z.boolean(),
  submittedOn: dayText.nullable(),
  closedOn: dayText.nullable(),
  inTime: z.boolean().nullable(),
  dispute: z.object({ id: idSchema, number: z.string() }).nullable(),
});
export type RectificationRow = z.infer<typeof rectificationRowSchema>;
export const rectificationPageSchema = pageReply(rectificationRowSchema);

export const rectificationDetailSchema = rectificationRowSchema.extend({
  demands: z.string(),
  events: z.array(
    z.object({
      position: z.int(),
      kind: z.string(),
      day: dayText,
      text: z.string(),
      file: z.string().nullable(),
      byName: z.string(),
      at: instantText,
    }),
  ),
  reminders: z.array(z.object({ step: z.int(), dueOn: dayText, at: instantText, officers: z.int() })),
  /** What this officer may do now. */
  actions: z.array(z.enum(rectificationActions)),
});
export type RectificationDetail = z.infer<typeof rectificationDetailSchema>;

export const rateGroupings = ['unit', 'ground', 'team'] as const;
export const disputeRatesQuery = z
  .object({
    from: daySchema,
    until: daySchema,
    by: z.enum(rateGroupings).default('unit'),
  })
  .refine(({ from, until }) => from < until, { path: ['until'], message: '结束日期应当晚于开始日期' });

const shareSchema = z.object({
  part: z.int(),
  whole: z.int(),
  permille: z.int().nullable(),
  few: z.boolean(),
});
const changeSchema = z.object({
  kind: z.enum(['cannotTell', 'same', 'higher', 'lower']),
  permille: z.int().nullable(),
  few: z.boolean(),
});
export const rateRowSchema = z.object({
  key: z.string(),
  name: z.string(),
  now: z.object({ disputed: shareSchema, corrected: shareSchema, lost: shareSchema }),
  before: z.object({ disputed: shareSchema, corrected: shareSchema, lost: shareSchema }),
  change: z.object({ disputed: changeSchema, corrected: changeSchema, lost: changeSchema }),
});
export type RateRow = z.infer<typeof rateRowSchema>;
export const disputeRatesSchema = z.object({
  from: dayText,
  until: dayText,
  beforeFrom: dayText,
  total: rateRowSchema,
  rows: z.array(rateRowSchema),
});
export type DisputeRatesReply = z.infer<typeof disputeRatesSchema>;

export const drawCheckSchema = z
  .object({
    title: line(100).min(1, '请填写抽检名称'),
    fromDay: daySchema,
    untilDay: daySchema,
    unitIds: z.array(idSchema).max(200).default([]),
    size: z.int().min(1).max(200),
    seed: line(100).min(1, '请填写随机种子，例如抽检会议的日期和编号'),
  })
  .refine(({ fromDay, untilDay }) => fromDay < untilDay, {
    path: ['untilDay'],
    message: '结束日期应当晚于开始日期',
  });
export type DrawCheckInput = z.output<typeof drawCheckSchema>;

const points = z.int('请填写整数').min(0).max(100);
export const scoreCaseSchema = z.object({
  scores: z.object({
    registration: points,
    deadline: points,
    search: points,
    ground: points,
    reasons: points,
    remedy: points,
    service: points,
    file: points,
  }),
  remarks: line(2000).default(''),
});
export type ScoreCaseInput = z.output<typeof scoreCaseSchema>;

export const checkQuerySchema = z.object({ ...pageQuery([z.uuid()]) });
export const checkRowSchema = z.object({
  id: idSchema,
  title: z.string(),
  fromDay: dayText,
  untilDay: dayText,
  seed: z.string(),
  size: z.int(),
  population: z.int(),
  scored: z.int(),
  average: z.number().nullable(),
  createdByName: z.string(),
  createdAt: instantText,
});
export type CheckRow = z.infer<typeof checkRowSchema>;
export const checkPageSchema = pageReply(checkRowSchema);
export const checkDetailSchema = checkRowSchema.extend({
  populationDigest: z.string(),
  /** Whether the cases drawn from are still the same and draw the same sample again. */
  reproduces: z.boolean(),
  cases: z.array(
    z.object({
      position: z.int(),
      requestId: idSchema,
      number: z.string(),
      unitId: idSchema,
      unitName: z.string(),
      closedOn: dayText.nullable(),
      result: z.string(),
      scores: z.record(z.string(), z.int()).nullable(),
      total: z.int().nullable(),
      remarks: z.string(),
      scoredByName: z.string().nullable(),
    }),
  ),
  units: z.array(
    z.object({ unitId: idSchema, unitName: z.string(), scored: z.int(), average: z.number().nullable() }),
  ),
});
export type CheckDetail = z.infer<typeof checkDetailSchema>;

export const writeGuidanceSchema = z.object({
  disputeId: idSchema.nullable().default(null),
  title: line(200).min(1, '请填写标题'),
  ground: line(60).nullable().default(null),
  outcome: z.enum(disputeOutcomes).nullable().default(null),
  facts: line(8000).default(''),
  point: line(4000).min(1, '请写明要旨'),
  lesson: line(4000).default(''),
});
export type WriteGuidanceInput = z.output<typeof writeGuidanceSchema>;

export const guidanceQuerySchema = z.object({
  ...pageQuery([z.uuid()]),
  status: z.enum(guidanceStatuses).optional(),
  outcome: z.enum(disputeOutcomes).optional(),
  text: line(100).optional(),
});
export type GuidanceQuery = z.output<typeof guidanceQuerySchema>;
export const guidanceRowSchema = z.object({
  id: idSchema,
  title: z.string(),
  ground: z.string().nullable(),
  groundTitle: z.string().nullable(),
  outcome: z.enum(disputeOutcomes).nullable(),
  facts: z.string(),
  point: z.string(),
  lesson: z.string(),
  status: z.enum(guidanceStatuses),
  publishedOn: dayText.nullable(),
  createdByName: z.string(),
  mayKeep: z.boolean(),
});
export type GuidanceRow = z.infer<typeof guidanceRowSchema>;
export const guidancePageSchema = pageReply(guidanceRowSchema);
