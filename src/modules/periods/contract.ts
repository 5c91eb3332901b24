/** Shapes of the periods over HTTP. Browser-safe. */
import { z } from 'zod';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { daySchema, dayText, idSchema, instantText } from '#kernel/schema.ts';
import { periodSubjects, periodUnits } from './law/shapes.ts';

export const targetViewSchema = z.object({
  id: idSchema,
  rule: z.string(),
  length: z.int(),
  basis: z.string(),
  fromDay: dayText,
  untilDay: dayText.nullable(),
  setByName: z.string(),
});
export type TargetView = z.infer<typeof targetViewSchema>;

export const periodRuleViewSchema = z.object({
  rule: z.string(),
  title: z.string(),
  subject: z.enum(periodSubjects),
  startEvent: z.string(),
  unit: z.enum(periodUnits),
  length: z.int(),
  bound: z.enum(['latest', 'earliest']),
  article: z.string(),
  says: z.string(),
  from: dayText,
  until: dayText.nullable(),
  lastDay: z.string(),
  extension: z.string().nullable(),
  suspension: z.string().nullable(),
  restart: z.string().nullable(),
  shortening: z.string().nullable(),
  source: z.string(),
  verification: z.enum(['statute', 'confirmed', 'singleSource', 'practice']),
  /** The county's limits for it, the newest first. */
  targets: z.array(targetViewSchema),
});
export type PeriodRuleView = z.infer<typeof periodRuleViewSchema>;

export const periodRulesSchema = z.object({
  rows: z.array(periodRuleViewSchema),
  lawVersion: dayText,
});

/** One text or several: a form sends its repeated fields as it finds them. */
const texts = z
  .union([z.string(), z.array(z.string()).max(12)])
  .default([])
  .transform((given) => (typeof given === 'string' ? [given] : given));

export const dueQuerySchema = z.object({
  rule: z.string().max(60).meta({ description: '期限名称，见 /periods' }),
  on: z.string().max(16).meta({ description: '起算事件的日期；按小时计算的写明时刻：2026-03-20T09:30' }),
  extend: z.string().max(6).optional().meta({ description: '延长的天数' }),
  suspend: texts.meta({ description: '不计入期限的时间：发出征求意见之日..收到意见之日，可以重复' }),
});

export const dueSchema = z.object({
  rule: z.string(),
  title: z.string(),
  article: z.string(),
  on: dayText,
  due: z.string().meta({ description: '最后一日；按小时计算的带时刻' }),
  dueDay: dayText,
  target: dayText.nullable(),
  provisional: z.boolean(),
  unit: z.enum(periodUnits),
  bound: z.enum(['latest', 'earliest']),
  counted: z.int(),
  countedDays: z.array(dayText),
  skipped: z.array(z.object({ day: dayText, reason: z.string() })),
  because: z.array(z.string()),
  weeks: z.array(
    z.array(
      z
        .object({
          day: dayText,
          kind: z.enum(['start', 'counted', 'rest', 'suspended', 'beside']),
          /** The number of the counted day. */
          number: z.int().nullable(),
          reason: z.string(),
          isDue: z.boolean(),
        })
        .nullable(),
    ),
  ),
});
export type DueView = z.infer<typeof dueSchema>;

export const setTargetSchema = z.object({
  rule: z.string().max(60),
  length: z.int('请填写整数').min(1, '至少为1').max(1000),
  basis: z.string().trim().min(1, '请写明承诺的依据，如文件名称和字号').max(200),
  fromDay: daySchema,
});
export type SetTargetInput = z.input<typeof setTargetSchema>;

export const endTargetSchema = z.object({ untilDay: daySchema });
export const savedTargetSchema = z.object({ targetId: idSchema });

export const changeViewSchema = z.object({
  id: idSchema,
  summary: z.string(),
  moved: z.int(),
  madeAt: instantText,
});
export const changePageSchema = pageReply(changeViewSchema);
export const changeQuerySchema = z.object(pageQuery([z.uuid()]));

export const moveViewSchema = z.object({
  seq: z.int(),
  title: z.string(),
  dueBefore: dayText.nullable(),
  dueAfter: dayText.nullable(),
  address: z.string(),
});
export const movePageSchema = pageReply(moveViewSchema);
export const moveQuerySchema = z.object(pageQuery([z.int()]));
export type ChangeView = z.infer<typeof changeViewSchema>;
export type MoveView = z.infer<typeof moveViewSchema>;
