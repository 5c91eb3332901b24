/** Shapes of what goes in and out of the plan module over HTTP; browser-safe. */
import { z } from 'zod';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { daySchema, flagQuery, idSchema, instantText } from '#kernel/schema.ts';
import {
  assignmentRoles,
  deadlineSchema,
  draftEditSchema,
  dueVerdictSchema,
  importDraftSchema,
  importStatuses,
  quotaSchema,
  standings,
} from './rules/shapes.ts';

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

export const assignmentSchema = z.object({
  unitId: idSchema,
  unitName: z.string(),
  role: z.enum(assignmentRoles),
  /** The collective phrase through which the unit came in; null when it is named itself. */
  through: z.string().nullable(),
});

export const taskRowSchema = z.object({
  id: idSchema,
  planId: idSchema,
  ordinal: z.number().int(),
  no: z.number().int().nullable(),
  section: z.string().nullable(),
  subsection: z.string().nullable(),
  item: z.string().nullable(),
  requirement: z.string(),
  deadlineText: z.string().nullable(),
  deadline: deadlineSchema,
  quotas: z.array(quotaSchema),
  /** Units as the plan prints them. */
  printed: z.object({
    lead: z.array(z.string()),
    responsible: z.array(z.string()),
    cooperating: z.array(z.string()),
  }),
  assignments: z.array(assignmentSchema),
  due: dueVerdictSchema,
  nextDue: daySchema.nullable(),
  standing: z.enum(standings),
  standingReason: z.string(),
  /** A later import of the plan no longer holds it. */
  withdrawn: z.boolean(),
});
export type TaskRow = z.infer<typeof taskRowSchema>;

export const planSummarySchema = z.object({
  id: idSchema,
  year: z.number().int(),
  title: z.string(),
  docNumber: z.string().nullable(),
  issuer: z.string().nullable(),
  issuedOn: daySchema.nullable(),
  taskCount: z.number().int(),
  unitCount: z.number().int(),
  confirmedAt: instantText,
  updatedAt: instantText,
});
export type PlanSummary = z.infer<typeof planSummarySchema>;

export const planPageSchema = pageReply(planSummarySchema);
export const importPageSchema = pageReply(importSummarySchema);
export const importQuerySchema = z.object(pageQuery([idSchema]));

/** Filters of a plan's task list; every one narrows. */
export const taskQuerySchema = z.object({
  ...pageQuery([z.number().int()], { most: 500 }),
  /** Part of the requirement, item or a heading. */
  text: z.string().trim().max(100).optional(),
  section: z.string().max(300).optional(),
  unitId: idSchema.optional(),
  role: z.enum(assignmentRoles).optional(),
  standing: z.enum(standings).optional(),
  /** Days the task falls due in, half-open. */
  dueFrom: daySchema.optional(),
  dueUntil: daySchema.optional(),
  /** Tasks a later import took out of the plan are left out unless asked for. */
  withdrawn: flagQuery.optional(),
});
export type TaskQuery = z.infer<typeof taskQuerySchema>;
export const taskPageSchema = pageReply(taskRowSchema);

/** The whole plan for the board: sections and units with their tasks' standings. */
export const planBoardSchema = planSummarySchema.extend({
  sections: z.array(z.object({ section: z.string().nullable(), taskIds: z.array(idSchema) })),
  units: z.array(
    z.object({
      unitId: idSchema,
      unitName: z.string(),
      tasks: z.array(z.object({ taskId: idSchema, role: z.enum(assignmentRoles) })),
    }),
  ),
  tasks: z.array(taskRowSchema),
});
export type PlanBoard = z.infer<typeof planBoardSchema>;

export const pasteImportSchema = z.object({
  text: z.string().min(1, '请粘贴任务分解表的文字').max(5_000_000),
  name: z.string().trim().max(200).optional(),
  year: z.coerce.number().int().min(2000).max(2100).optional(),
});

export const uploadImportSchema = z.object({
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

/** A task with the plan it stands in. */
export const taskDetailSchema = taskRowSchema.extend({ planTitle: z.string(), year: z.number().int() });
export type TaskDetail = z.infer<typeof taskDetailSchema>;
export const unitTaskListSchema = z.object({ year: z.number().int(), rows: z.array(taskDetailSchema) });
