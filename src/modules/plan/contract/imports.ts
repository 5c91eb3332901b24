/** Shapes of plan imports as they go in and out over HTTP; browser-safe. */
import { z } from 'zod';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { flagQuery, idSchema, instantText } from '#kernel/schema.ts';
import { draftEditSchema, importDraftSchema, importStatuses, planKinds } from '../rules/shapes.ts';

/** How a printed name was found in the register. */
export const unitMatchSchema = z.object({
  name: z.string(),
  how: z.enum(['exact', 'alias', 'shortName', 'near', 'collective', 'unknown']),
  reason: z.string(),
  /** Best candidates first, with the reason; for a collective phrase its remembered members. */
  candidates: z.array(z.object({ unitId: idSchema, unitName: z.string(), reason: z.string() })),
  /** Tasks that print it. */
  tasks: z.number().int(),
});
export type UnitMatchShape = z.infer<typeof unitMatchSchema>;

export const importSummarySchema = z.object({
  id: idSchema,
  status: z.enum(importStatuses),
  fileName: z.string(),
  title: z.string().nullable(),
  planKind: z.enum(planKinds),
  taskCount: z.number().int().nullable(),
  openFlags: z.number().int().nullable(),
  createdBy: z.string(),
  createdAt: instantText,
  updatedAt: instantText,
  planId: idSchema.nullable(),
});

export const importViewSchema = importSummarySchema.extend({
  version: z.number().int(),
  /** 0 … 1 while reading, when this node reads it. */
  progress: z.number().nullable(),
  refusal: z.object({ code: z.string(), sentence: z.string(), remedy: z.string() }).nullable(),
  draft: importDraftSchema.nullable(),
  matches: z.array(unitMatchSchema),
  notes: z.array(z.string()),
  differences: z.array(
    z.object({ no: z.number().nullable(), field: z.string(), first: z.string(), second: z.string() }),
  ),
});
export type ImportView = z.infer<typeof importViewSchema>;

export const importPageSchema = pageReply(importSummarySchema);
export const importQuerySchema = z.object(pageQuery([idSchema]));

const planKindField = z.enum(planKinds).default('own');

export const pasteImportSchema = z.object({
  kind: planKindField,
  text: z.string().min(1, '请粘贴任务分解表的文字').max(5_000_000),
  name: z.string().trim().max(200).optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
});

export const uploadImportSchema = z.object({
  kind: planKindField,
  year: z.coerce.number().int().min(2000).max(2100).optional(),
  /** Read an image-only document by a local OCR program. */
  ocr: flagQuery.optional(),
});

export const editImportSchema = z.object({
  version: z.number().int(),
  edits: z.array(draftEditSchema).min(1).max(200),
});
export const rereadImportSchema = z.object({ ocr: z.boolean() });
export const confirmImportSchema = z.object({ version: z.number().int() });

export const startedImportSchema = z.object({ importId: idSchema });
export const editedImportSchema = z.object({ version: z.number().int(), draft: importDraftSchema });
export const confirmedPlanSchema = z.object({
  planId: idSchema,
  created: z.number().int(),
  changed: z.number().int(),
  withdrawn: z.number().int(),
});
