/** Shapes of clean-up rounds over HTTP; browser-safe. */
import { z } from 'zod';
import { pageQuery } from '#kernel/http/paging.ts';
import { daySchema, dayText, idSchema } from '#kernel/schema.ts';
import {
  cleanupEntryActions,
  cleanupEntryStates,
  cleanupRoundActions,
  cleanupRoundStates,
  cleanupVerdicts,
} from '../rules/cleanup.ts';
import { documentValidities } from '../rules/validity.ts';

export const openCleanupSchema = z
  .object({
    title: z.string().trim().min(2, '请填写名称，例如：2026年行政规范性文件清理').max(120),
    formedBefore: daySchema,
    unitIds: z.array(idSchema).max(300),
    onlyNormative: z.boolean(),
    dueOn: daySchema,
    reviewDueOn: daySchema,
  })
  .refine(({ dueOn, reviewDueOn }) => dueOn <= reviewDueOn, {
    path: ['reviewDueOn'],
    message: '审核期限不能早于提出意见的期限',
  });
export type OpenCleanupInput = z.output<typeof openCleanupSchema>;

export const giveVerdictSchema = z
  .object({
    verdict: z.enum(cleanupVerdicts, '请选择意见'),
    reason: z.string().trim().min(2, '请写明理由').max(500),
    amendBy: daySchema.nullable(),
  })
  .refine(({ verdict, amendBy }) => verdict !== 'amend' || amendBy !== null, {
    path: ['amendBy'],
    message: '拟修改的，请填写完成修改的日期',
  });
export type GiveVerdictInput = z.output<typeof giveVerdictSchema>;

export const confirmVerdictsSchema = z.object({ itemIds: z.array(idSchema).min(1, '请选择文件').max(200) });
export const cleanupReasonSchema = z.object({ reason: z.string().trim().min(2, '请写明原因').max(500) });
export const draftListSchema = z.object({
  unitId: idSchema,
  columnId: z.uuid('请选择栏目'),
  title: z.string().trim().min(4, '请填写标题').max(300),
});
export type DraftListInput = z.output<typeof draftListSchema>;

const countsSchema = z.object({
  documents: z.number().int(),
  waiting: z.number().int(),
  given: z.number().int(),
  confirmed: z.number().int(),
  /** Without a standing verdict after the last day. */
  overdue: z.number().int(),
});

export const cleanupRoundSchema = z.object({
  id: idSchema,
  title: z.string(),
  state: z.enum(cleanupRoundStates),
  formedBefore: dayText,
  unitNames: z.array(z.string()),
  onlyNormative: z.boolean(),
  dueOn: dayText,
  reviewDueOn: dayText,
  openedByName: z.string(),
  openedOn: dayText,
  concludedOn: dayText.nullable(),
  cancellationReason: z.string().nullable(),
  listItemId: idSchema.nullable(),
  counts: countsSchema,
  actions: z.array(z.enum(cleanupRoundActions)),
});
export type CleanupRound = z.output<typeof cleanupRoundSchema>;
export const cleanupRoundsSchema = z.object({
  rows: z.array(cleanupRoundSchema),
  next: z.string().nullable(),
});
export const cleanupRoundsQuerySchema = z.object({ ...pageQuery([dayText, idSchema]) });

export const cleanupEntrySchema = z.object({
  itemId: idSchema,
  title: z.string(),
  documentNumber: z.string().nullable(),
  writtenOn: dayText,
  unitId: idSchema,
  unitName: z.string(),
  validity: z.enum(documentValidities),
  state: z.enum(cleanupEntryStates),
  isLate: z.boolean(),
  hints: z.array(z.string()),
  verdict: z.enum(cleanupVerdicts).nullable(),
  reason: z.string().nullable(),
  amendBy: dayText.nullable(),
  givenByName: z.string().nullable(),
  givenOn: dayText.nullable(),
  reviewedByName: z.string().nullable(),
  reviewedOn: dayText.nullable(),
  returnReason: z.string().nullable(),
  /** What the round and the state allow; rights are asked for beside it. */
  actions: z.array(z.enum(cleanupEntryActions)),
});
export type CleanupEntry = z.output<typeof cleanupEntrySchema>;
export const cleanupEntriesSchema = z.object({
  rows: z.array(cleanupEntrySchema),
  next: z.string().nullable(),
});
export const cleanupEntriesQuerySchema = z.object({
  state: z.enum(cleanupEntryStates).optional(),
  verdict: z.enum(cleanupVerdicts).optional(),
  unitId: idSchema.optional(),
  late: z.enum(['true']).optional(),
  text: z.string().trim().max(100).optional(),
  ...pageQuery([dayText, idSchema]),
});
