/** Shapes of columns over HTTP; browser-safe. */
import { z } from 'zod';
import { dayText, idSchema } from '#kernel/schema.ts';
import { columnKinds, statutoryParts } from '../rules/columns.ts';
import { statutoryDuties } from '../rules/kinds/item-kind.ts';

export const topicRuleSchema = z.object({
  kinds: z.array(z.string().max(60)).max(30).readonly(),
  unitIds: z.array(idSchema).max(200).readonly(),
  words: z.array(z.string().trim().min(2, '每个词至少两个字').max(40)).max(50).readonly(),
});

export const columnSchema = z
  .object({
    parentId: idSchema.nullable(),
    code: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/, '地址只用小写字母、数字和连字符'),
    title: z.string().trim().min(1, '请填写栏目名称').max(60),
    kind: z.enum(columnKinds),
    unitId: idSchema,
    statutoryPart: z.enum(statutoryParts).nullable().default(null),
    duty: z.enum(statutoryDuties).nullable().default(null),
    description: z.string().trim().max(600).default(''),
    expectedContents: z.array(z.string().trim().min(1).max(100)).max(40).default([]),
    updateIntervalDays: z.number().int().min(1).max(3660).nullable().default(null),
    topicRule: topicRuleSchema.nullable().default(null),
    position: z.number().int().min(0).max(10_000).default(0),
  })
  .refine(({ kind, statutoryPart }) => statutoryPart === null || kind === 'statutory', {
    path: ['statutoryPart'],
    message: '只有法定栏目有固定组成部分',
  })
  .refine(({ kind, topicRule }) => topicRule === null || kind === 'topic', {
    path: ['topicRule'],
    message: '只有专题栏目可以按规则自动汇集',
  });
export type ColumnInput = z.output<typeof columnSchema>;

export const closeColumnSchema = z.object({ reason: z.string().trim().min(2, '请写明关闭原因').max(500) });

export const columnRowSchema = z.object({
  id: idSchema,
  parentId: idSchema.nullable(),
  code: z.string(),
  title: z.string(),
  kind: z.enum(columnKinds),
  unitId: idSchema,
  unitName: z.string(),
  statutoryPart: z.enum(statutoryParts).nullable(),
  duty: z.enum(statutoryDuties).nullable(),
  description: z.string(),
  expectedContents: z.array(z.string()),
  updateIntervalDays: z.number().int().nullable(),
  topicRule: topicRuleSchema.nullable(),
  position: z.number().int(),
  openedOn: dayText,
  closedOn: dayText.nullable(),
  items: z.number().int(),
  newestOn: dayText.nullable(),
  freshness: z.enum(['fresh', 'soonStale', 'stale', 'empty', 'noInterval']),
  dueOn: dayText.nullable(),
});
export type ColumnRow = z.output<typeof columnRowSchema>;
export const columnListSchema = z.object({ rows: z.array(columnRowSchema) });
export const savedColumnSchema = z.object({ columnId: idSchema });
