/** Shapes of duty holders, budget notes, the responsibility ledger and yearly minimums over HTTP; browser-safe. */
import { z } from 'zod';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { daySchema, dayText, flagQuery, idSchema } from '#kernel/schema.ts';
import { unitKinds } from '../rules/kinds.ts';
import { minimumSubjects } from '../rules/minimums.ts';
import { outletKinds, responsibilityStates, unitDuties } from '../rules/safeguards.ts';

const shortText = z.string().trim().max(200);
const yearSchema = z.number({ error: '请填写年份' }).int().min(2000).max(2200);

// —— Who answers in a unit ——

export const dutyHolderSchema = z.object({
  id: idSchema,
  duty: z.enum(unitDuties),
  officerId: idSchema.nullable(),
  name: z.string(),
  position: z.string(),
  from: dayText,
  /** The first day on which it is no longer so. */
  until: dayText.nullable(),
});
export type DutyHolder = z.infer<typeof dutyHolderSchema>;

export const unitDutyRowSchema = z.object({
  unitId: idSchema,
  unitName: z.string(),
  /** Of the unit in customary order. */
  position: z.number().int(),
  leader: dutyHolderSchema.nullable(),
  office: dutyHolderSchema.nullable(),
  staff: z.array(dutyHolderSchema),
  /** Those of former days, the latest first. */
  former: z.array(dutyHolderSchema),
});
export type UnitDutyRow = z.infer<typeof unitDutyRowSchema>;
/** The place is the unit's in customary order. */
export const unitDutyQuerySchema = z.object({
  ...pageQuery([z.number().int()]),
  /** Part of the unit's name, or of somebody's who answers there. */
  text: z.string().trim().max(100).optional(),
  hasLeader: flagQuery.optional(),
});
export type UnitDutyQuery = z.infer<typeof unitDutyQuerySchema>;
export const unitDutyPageSchema = pageReply(unitDutyRowSchema);

export const nameDutyHolderSchema = z
  .object({
    unitId: idSchema,
    duty: z.enum(unitDuties),
    officerId: idSchema.nullable().default(null),
    name: shortText.default(''),
    position: shortText.default(''),
    from: daySchema,
  })
  .refine((input) => input.officerId !== null || input.name.length >= 2, {
    path: ['name'],
    message: '请选择工作人员，或填写名称',
  });
export type NameDutyHolderInput = z.infer<typeof nameDutyHolderSchema>;
export const endDutySchema = z.object({ until: daySchema });

// —— Budget ——

export const budgetNoteSchema = z.object({
  id: idSchema,
  unitId: idSchema,
  unitName: z.string(),
  /** Of the unit in customary order. */
  position: z.number().int(),
  year: z.number().int(),
  /** Hundredths of a yuan. */
  amountFen: z.number().int(),
  source: z.string(),
  note: z.string(),
  notedOn: dayText,
  notedByName: z.string(),
});
export type BudgetNote = z.infer<typeof budgetNoteSchema>;
const yearInAddress = z.coerce.number().int().min(2000).max(2200).optional();
export const yearQuerySchema = z.object({ year: yearInAddress });
/** The place is the sorted amount and the unit's place in customary order. */
export const budgetQuerySchema = z.object({
  ...pageQuery([z.number().int().nullable(), z.number().int()]),
  year: yearInAddress,
  unitId: idSchema.optional(),
  text: z.string().trim().max(100).optional(),
  sort: z.enum(['amount']).optional(),
  descending: flagQuery.optional(),
});
export type BudgetQuery = z.infer<typeof budgetQuerySchema>;
export const budgetPageSchema = pageReply(budgetNoteSchema);

export const noteBudgetSchema = z.object({
  unitId: idSchema,
  year: yearSchema,
  amountFen: z.number({ error: '请填写金额' }).int().min(0, '金额不能为负').max(100_000_000_000),
  source: z.string().trim().min(2, '请写明资金来源，例如部门预算').max(200),
  note: z.string().trim().max(1000).default(''),
});
export type NoteBudgetInput = z.infer<typeof noteBudgetSchema>;

// —— Responsibility for sites and accounts ——

export const outletSchema = z.object({
  id: idSchema,
  unitId: idSchema,
  unitName: z.string(),
  /** Of the unit in customary order. */
  position: z.number().int(),
  kind: z.enum(outletKinds),
  name: z.string(),
  address: z.string(),
  registeredOn: dayText,
  closedOn: dayText.nullable(),
  closeReason: z.string().nullable(),
  state: z.enum(responsibilityStates),
  /** The latest first. */
  signings: z.array(
    z.object({
      name: z.string(),
      position: z.string(),
      signedOn: dayText,
      validThrough: dayText.nullable(),
      byName: z.string(),
    }),
  ),
});
export type OutletView = z.infer<typeof outletSchema>;
/** What the register can be narrowed to: a state of responsibility, or those that are closed. */
export const outletStates = [...responsibilityStates, 'closed'] as const;

/** The place is whether it is closed or until when it is signed for, the unit's place in customary order and the outlet. */
export const outletQuerySchema = z.object({
  ...pageQuery([z.string().nullable(), z.number().int(), idSchema]),
  text: z.string().trim().max(100).optional(),
  kind: z.enum(outletKinds).optional(),
  state: z.enum(outletStates).optional(),
  sort: z.enum(['valid']).optional(),
  descending: flagQuery.optional(),
});
export type OutletQuery = z.infer<typeof outletQuerySchema>;
export const outletPageSchema = pageReply(outletSchema);

const signingInput = {
  officerId: idSchema.nullable().default(null),
  name: shortText.default(''),
  position: shortText.default(''),
  signedOn: daySchema,
  validThrough: daySchema.nullable().default(null),
};
const isNamed = (input: { officerId: string | null; name: string }) =>
  input.officerId !== null || input.name.length >= 2;
const namedFault = { path: ['name'], message: '请选择工作人员，或填写责任人姓名' };

export const signResponsibilitySchema = z.object(signingInput).refine(isNamed, namedFault);
export type SignResponsibilityInput = z.infer<typeof signResponsibilitySchema>;

export const registerOutletSchema = z.object({
  unitId: idSchema,
  kind: z.enum(outletKinds),
  name: z.string().trim().min(2, '请填写网站或账号名称').max(100),
  address: z.string().trim().max(500).default(''),
});
export type RegisterOutletInput = z.infer<typeof registerOutletSchema>;

// —— Yearly minimums ——

export const minimumSchema = z.object({
  subject: z.enum(minimumSubjects),
  least: z.number().int(),
  unitKinds: z.array(z.enum(unitKinds)),
  basis: z.string(),
});
export type YearlyMinimum = z.infer<typeof minimumSchema>;

const standingSchema = z.enum(['met', 'failing', 'notYetDue', 'cannotTell']);
const figureSchema = z.object({
  subject: z.enum(minimumSubjects),
  /** Null when nothing can be said; the reason says why. */
  value: z.number().nullable(),
  reason: z.string(),
  standing: standingSchema,
});
export type SafeguardFigure = z.infer<typeof figureSchema>;

export const safeguardsSchema = z.object({
  year: z.number().int(),
  minimums: z.array(minimumSchema),
  /** Those asked of the county as a whole. */
  county: z.array(figureSchema),
  /** Every unit of which something is asked, in customary order. */
  units: z.array(
    z.object({
      unitId: idSchema,
      unitName: z.string(),
      unitKind: z.enum(unitKinds),
      figures: z.array(figureSchema),
      /** Figures that are not reached; what cannot be told is not among them. */
      missing: z.number().int(),
    }),
  ),
});
export type Safeguards = z.infer<typeof safeguardsSchema>;

export const setMinimumSchema = z.object({
  year: yearSchema,
  subject: z.enum(minimumSubjects),
  least: z.number({ error: '请填写最低要求' }).int().min(1, '最低要求至少是1').max(1000),
  unitKinds: z.array(z.enum(unitKinds)).max(unitKinds.length).default([]),
  basis: z.string().trim().min(2, '请写明依据，例如任务分解表第几项').max(300),
});
export type SetMinimumInput = z.infer<typeof setMinimumSchema>;
export const dropMinimumSchema = z.object({ year: yearSchema, subject: z.enum(minimumSubjects) });
