/** Shapes of plans in force and their tasks over HTTP; browser-safe. */
import { z } from 'zod';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { daySchema, flagQuery, idSchema, instantText } from '#kernel/schema.ts';
import {
  assignmentRoles,
  deadlineSchema,
  dueVerdictSchema,
  planKinds,
  quotaSchema,
  standings,
} from '../rules/shapes.ts';

export const assignmentSchema = z.object({
  unitId: idSchema,
  unitName: z.string(),
  role: z.enum(assignmentRoles),
  /** The collective phrase through which the unit came in; null when it is named itself. */
  through: z.string().nullable(),
  /** Day of the unit's last ledger entry on the task that stands. */
  lastEntryOn: daySchema.nullable(),
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
  /** Day of the last ledger entry of any assigned unit that stands. */
  lastEntryOn: daySchema.nullable(),
  due: dueVerdictSchema,
  nextDue: daySchema.nullable(),
  /** The standing in effect: the one a person signed for, else the computed one. */
  standing: z.enum(standings),
  standingReason: z.string(),
  /** Since when it stands so; null where no evaluation has noted it. */
  standingSince: instantText.nullable(),
  /** What the measures say, whatever a person signed. */
  computed: z.object({
    standing: z.enum(standings),
    reason: z.string(),
    /** Last time the rows were read; null for a task that nothing measures, whose day alone speaks. */
    evaluatedAt: instantText.nullable(),
  }),
  /** The standing a person signed for, with the unit that answers for it. */
  override: z
    .object({ standing: z.enum(standings), reason: z.string(), by: z.string(), at: instantText })
    .nullable(),
  /** A later import of the plan no longer holds it. */
  withdrawn: z.boolean(),
});
export type TaskRow = z.infer<typeof taskRowSchema>;

export const planSummarySchema = z.object({
  id: idSchema,
  year: z.number().int(),
  title: z.string(),
  kind: z.enum(planKinds),
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

/** What a plan's task list may be sorted by, beside the plan's own order. */
export const taskSorts = ['no', 'due', 'lastEntryOn'] as const;

/** Filters of a plan's task list; every one narrows. The place is the sorted value and the ordinal. */
export const taskQuerySchema = z.object({
  ...pageQuery([daySchema.nullable(), z.number().int()], { most: 500 }),
  /** What has no day comes last either way. */
  sort: z.enum(taskSorts).optional(),
  descending: flagQuery.optional(),
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

/** A task with the plan it stands in. */
export const taskDetailSchema = taskRowSchema.extend({ planTitle: z.string(), year: z.number().int() });
export type TaskDetail = z.infer<typeof taskDetailSchema>;
export const unitTaskListSchema = z.object({ year: z.number().int(), rows: z.array(taskDetailSchema) });
