/** Shapes of the units' own plans over HTTP; browser-safe. */
import { z } from 'zod';
import { daySchema, dayText, idSchema, instantText } from '#kernel/schema.ts';
import { dueVerdictSchema } from '../rules/shapes.ts';
import { filingDecisions, filingStates } from '../rules/unit-plans/filing.ts';
import { keptLedgerFileSchema } from './ledger.ts';

export const setDemandSchema = z.object({
  days: z.number().int().min(1, '至少1日').max(365, '最多365日'),
  dayUnit: z.enum(['calendar', 'working']),
  fromDay: daySchema,
  basis: z.string().trim().max(600).nullable(),
  exemptUnitIds: z.array(idSchema).max(500),
  /** Whether villages and communities file too. */
  includesVillages: z.boolean().default(false),
});
export type SetDemandInput = z.output<typeof setDemandSchema>;

export const unitPlanLineSchema = z.object({
  body: z.string().trim().min(1, '请写明做什么').max(1000),
  owner: z.string().trim().max(100),
  dueOn: daySchema.nullable(),
  /** The task of the parent plan it carries out. */
  taskId: idSchema.nullable(),
});
export type UnitPlanLine = z.output<typeof unitPlanLineSchema>;

export const mostUnitPlanLines = 200;

export const fileUnitPlanSchema = z
  .object({
    unitId: idSchema,
    note: z.string().trim().max(1000).nullable(),
    fileId: idSchema.nullable(),
    lines: z.array(unitPlanLineSchema).max(mostUnitPlanLines),
  })
  .refine((plan) => plan.fileId !== null || plan.lines.length > 0, {
    path: ['lines'],
    message: '请附上方案文件，或逐条填写任务',
  });
export type FileUnitPlanInput = z.output<typeof fileUnitPlanSchema>;

export const filedUnitPlanSchema = z.object({ unitPlanId: idSchema, number: z.number().int() });
export const returnUnitPlanSchema = z.object({
  reason: z.string().trim().min(2, '请写明退回原因').max(500),
});

export const demandViewSchema = z.object({
  days: z.number().int(),
  dayUnit: z.enum(['calendar', 'working']),
  fromDay: daySchema,
  basis: z.string().nullable(),
  exemptUnitIds: z.array(idSchema),
  includesVillages: z.boolean(),
  setByName: z.string(),
  due: dueVerdictSchema,
});

export const demandProposalSchema = z.object({
  days: z.number().int(),
  dayUnit: z.enum(['calendar', 'working']),
  basis: z.string(),
  because: z.string(),
});

export const unitPlanRowSchema = z.object({
  unitId: idSchema,
  unitName: z.string(),
  tasks: z.number().int(),
  state: z.enum(filingStates),
  timeliness: z.enum(['inTime', 'late', 'overdue', 'notYetDue', 'noDay']),
  firstFiledOn: daySchema.nullable(),
  /** Of the newest filing. */
  filedOn: daySchema.nullable(),
  filedByName: z.string().nullable(),
  filings: z.number().int(),
  lines: z.number().int(),
  hasFile: z.boolean(),
  reason: z.string().nullable(),
});
export type UnitPlanRow = z.infer<typeof unitPlanRowSchema>;

/** What a plan asks of its units and how far each has got. */
export const unitPlanOverviewSchema = z.object({
  planId: idSchema,
  planTitle: z.string(),
  issuedOn: daySchema.nullable(),
  demand: demandViewSchema.nullable(),
  proposal: demandProposalSchema.nullable(),
  rows: z.array(unitPlanRowSchema),
});
export type UnitPlanOverview = z.infer<typeof unitPlanOverviewSchema>;

export const unitPlanViewSchema = z.object({
  id: idSchema,
  number: z.number().int(),
  note: z.string().nullable(),
  file: keptLedgerFileSchema.nullable(),
  lines: z.array(
    z.object({
      body: z.string(),
      owner: z.string(),
      dueOn: dayText.nullable(),
      taskId: idSchema.nullable(),
      taskTitle: z.string().nullable(),
    }),
  ),
  filedByName: z.string(),
  filedOn: daySchema,
  filedAt: instantText,
  decision: z.enum(filingDecisions).nullable(),
  decidedByName: z.string().nullable(),
  decidedOn: daySchema.nullable(),
  reason: z.string().nullable(),
});
export type UnitPlanView = z.infer<typeof unitPlanViewSchema>;

/** All filings of one unit, the newest first. */
export const unitPlanDetailSchema = z.object({
  row: unitPlanRowSchema,
  demand: demandViewSchema.nullable(),
  filings: z.array(unitPlanViewSchema),
});
export type UnitPlanDetail = z.infer<typeof unitPlanDetailSchema>;
