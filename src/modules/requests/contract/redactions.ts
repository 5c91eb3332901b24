/** Shapes of released copies over HTTP; browser-safe. */
import { z } from 'zod';
import { dayText, idSchema, instantText } from '#kernel/schema.ts';
import { redactionStages } from '../rules/redaction/redaction-state.ts';

export const startRedactionSchema = z.object({
  title: z.string().trim().min(2, '请填写文件名称').max(200),
  mode: z.enum(['text', 'pages']),
});

export const redactionMarkSchema = z.object({
  part: z.number().int().min(0),
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  why: z.string().trim().min(1, '请写明依据').max(200),
  keepElsewhere: z.boolean().default(false),
});

const share = z.number().min(0).max(1);
export const pageBoxSchema = z.object({
  page: z.number().int().min(1),
  x: share,
  y: share,
  width: share,
  height: share,
  why: z.string().trim().min(1, '请写明依据').max(200),
});

export const saveMarksSchema = z.object({
  version: z.number().int(),
  marks: z.array(redactionMarkSchema).max(5000),
  boxes: z.array(pageBoxSchema).max(5000),
});

export const redactionRowSchema = z.object({
  id: idSchema,
  title: z.string(),
  mode: z.enum(['text', 'pages']),
  sourceName: z.string(),
  stage: z.enum(redactionStages),
  releasedOn: dayText.nullable(),
  createdByName: z.string(),
  createdAt: instantText,
});
export type RedactionRowView = z.infer<typeof redactionRowSchema>;

export const redactionListSchema = z.object({ redactions: z.array(redactionRowSchema) });

const cellSchema = z.object({ part: z.number(), columnSpan: z.number(), rowSpan: z.number() });
const blockSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('paragraph'),
    part: z.number(),
    headingLevel: z.number().nullable(),
    centred: z.boolean(),
  }),
  z.object({ kind: z.literal('table'), columnCount: z.number(), rows: z.array(z.array(cellSchema)) }),
]);
export const redactionTextSchema = z.object({ parts: z.array(z.string()), blocks: z.array(blockSchema) });

export const redactionDetailSchema = redactionRowSchema.extend({
  requestId: idSchema,
  requestNumber: z.string(),
  version: z.number(),
  marks: z.array(redactionMarkSchema),
  boxes: z.array(pageBoxSchema),
  text: redactionTextSchema.nullable(),
  pages: z.number(),
  /** Words taken out in one place that stand unmarked in another. */
  leftovers: z.array(z.object({ words: z.string(), part: z.number() })),
  proof: z.array(z.string()),
  copySha256: z.string().nullable(),
  releasedByName: z.string().nullable(),
  actions: z.array(z.enum(['mark', 'make', 'release'])),
  whyNot: z.string().nullable(),
});
export type RedactionDetail = z.infer<typeof redactionDetailSchema>;
