/** Shapes of liaison appointments, their filing and handovers over HTTP; browser-safe. */
import { z } from 'zod';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { daySchema, dayText, flagQuery, idSchema, instantText } from '#kernel/schema.ts';
import { handoverCategories, handoverParties, handoverStatuses } from '../rules/handover.ts';
import { unitKinds } from '../rules/kinds.ts';
import { filingActionNames, filingEventKinds, filingStatuses } from '../rules/liaison.ts';

const personSchema = z.object({ officerId: idSchema, name: z.string(), position: z.string() });

/** How the last day came about, as the desk shows it. */
const dueSchema = z.object({
  due: dayText.nullable(),
  provisional: z.boolean(),
  because: z.string(),
  counted: z.array(dayText),
  skipped: z.array(z.object({ day: dayText, reason: z.string() })),
});

const handoverBriefSchema = z.object({ id: idSchema, status: z.enum(handoverStatuses) });

/** Where a unit stands: one look for the register. */
export const liaisonStandings = ['none', 'unfiled', 'filed', 'returned', 'accepted'] as const;

export const liaisonRowSchema = z.object({
  unitId: idSchema,
  unitName: z.string(),
  unitKind: z.enum(unitKinds),
  /** Of the unit in customary order. */
  position: z.number().int(),
  /** Whether a unit of this kind is expected to have one. */
  expected: z.boolean(),
  standing: z.enum(liaisonStandings),
  appointmentId: idSchema.nullable(),
  liaison: personSchema.nullable(),
  substitute: personSchema.nullable(),
  from: dayText.nullable(),
  filingDue: dayText.nullable(),
  filedOn: dayText.nullable(),
  acceptedOn: dayText.nullable(),
  /** The filing, or the handover before it, is past its last day. */
  late: z.boolean(),
  /** Null when nothing had to be handed over, or it has not been begun. */
  handover: handoverBriefSchema.nullable(),
  /** The person changed and nothing has been handed over yet. */
  handoverMissing: z.boolean(),
});
export type LiaisonRow = z.infer<typeof liaisonRowSchema>;
/** The place is the sorted day, the unit's place in customary order and the unit. */
export const liaisonQuerySchema = z.object({
  ...pageQuery([daySchema.nullable(), z.number().int(), idSchema]),
  /** Part of the unit's or the person's name. */
  text: z.string().trim().max(100).optional(),
  standing: z.enum(liaisonStandings).optional(),
  late: flagQuery.optional(),
  sort: z.enum(['from', 'due']).optional(),
  descending: flagQuery.optional(),
});
export type LiaisonQuery = z.infer<typeof liaisonQuerySchema>;
export const liaisonPageSchema = pageReply(liaisonRowSchema);

export const liaisonSummarySchema = z.object({
  /** Units that should have one. */
  expected: z.number().int(),
  accepted: z.number().int(),
  lacking: z.number().int(),
  /** Working days for handover and filing in force: a figure of the county. */
  filingDays: z.number().int(),
  filingBasis: z.string(),
});
export type LiaisonSummary = z.infer<typeof liaisonSummarySchema>;

export const filingEventSchema = z.object({
  kind: z.enum(filingEventKinds),
  day: dayText,
  text: z.string(),
  byName: z.string(),
  at: instantText,
});

export const appointmentSchema = z.object({
  id: idSchema,
  liaison: personSchema,
  substitute: personSchema.nullable(),
  from: dayText,
  until: dayText.nullable(),
  filing: z.object({
    status: z.enum(filingStatuses),
    filedOn: dayText.nullable(),
    acceptedOn: dayText.nullable(),
    late: z.boolean(),
    due: dueSchema,
    events: z.array(filingEventSchema),
    actions: z.array(z.enum(filingActionNames)),
  }),
  isChange: z.boolean(),
  handover: handoverBriefSchema.nullable(),
});
export type AppointmentView = z.infer<typeof appointmentSchema>;

export const unitLiaisonSchema = z.object({
  unitId: idSchema,
  unitName: z.string(),
  expected: z.boolean(),
  /** In office first, then former ones from the latest. */
  appointments: z.array(appointmentSchema),
});
export type UnitLiaison = z.infer<typeof unitLiaisonSchema>;

export const appointLiaisonSchema = z.object({
  unitId: idSchema,
  officerId: idSchema,
  substituteId: idSchema.nullable().default(null),
  from: daySchema,
});
export type AppointLiaisonInput = z.infer<typeof appointLiaisonSchema>;

export const changeLiaisonSchema = appointLiaisonSchema.extend({
  /** Watches the handover: neither giver nor receiver. */
  witnessId: idSchema,
  reason: z.string().trim().min(2, '请写明变动原因').max(500),
});
export type ChangeLiaisonInput = z.infer<typeof changeLiaisonSchema>;

export const startHandoverSchema = z.object({
  witnessId: idSchema,
  reason: z.string().trim().min(2, '请写明变动原因').max(500),
});
export type StartHandoverInput = z.infer<typeof startHandoverSchema>;

export const changeSubstituteSchema = z.object({ substituteId: idSchema.nullable() });
export const endLiaisonSchema = z.object({
  until: daySchema,
  reason: z.string().trim().min(2, '请写明原因').max(500),
});
export const fileLiaisonSchema = z.object({ text: z.string().trim().max(500).default('') });
export const liaisonFigureSchema = z.object({
  filingDays: z.number({ error: '请填写工作日数' }).int().min(1, '至少1个工作日').max(60),
  basis: z.string().trim().min(2, '请写明依据，例如本级政府办公室的通知').max(300),
});
export type LiaisonFigureInput = z.infer<typeof liaisonFigureSchema>;

// —— Handover ——

export const handoverItemSchema = z.object({
  id: idSchema,
  category: z.enum(handoverCategories),
  title: z.string(),
  detail: z.string(),
  /** Where it is seen on the desk. */
  address: z.string().nullable(),
  givenOn: dayText.nullable(),
  givenByName: z.string().nullable(),
  takenOn: dayText.nullable(),
  takenByName: z.string().nullable(),
});
export type HandoverItemView = z.infer<typeof handoverItemSchema>;

export const handoverDetailSchema = z.object({
  id: idSchema,
  unitId: idSchema,
  unitName: z.string(),
  status: z.enum(handoverStatuses),
  reason: z.string(),
  startedOn: dayText,
  due: dueSchema,
  late: z.boolean(),
  completedOn: dayText.nullable(),
  cancelReason: z.string().nullable(),
  giverAbsentReason: z.string().nullable(),
  giver: personSchema,
  receiver: personSchema,
  witness: personSchema,
  items: z.array(handoverItemSchema),
  signatures: z.array(
    z.object({
      party: z.enum(handoverParties),
      byName: z.string(),
      signedOn: dayText,
      /** The witness for an absent giver. */
      onBehalf: z.boolean(),
    }),
  ),
  /** What the officer who asks is in it. */
  ownParties: z.array(z.enum(handoverParties)),
});
export type HandoverDetail = z.infer<typeof handoverDetailSchema>;

export const addHandoverItemSchema = z.object({
  category: z.enum(handoverCategories),
  title: z.string().trim().min(2, '请写明交接什么').max(200),
  detail: z.string().trim().max(1000).default(''),
});
export type AddHandoverItemInput = z.infer<typeof addHandoverItemSchema>;

export const tickItemSchema = z.object({ party: z.enum(['giver', 'receiver']), done: z.boolean() });
export type TickItemInput = z.infer<typeof tickItemSchema>;
export const tickAllSchema = z.object({ party: z.enum(['giver', 'receiver']) });
export const signHandoverSchema = z.object({ party: z.enum(handoverParties) });
export const giverAbsentSchema = z.object({ reason: z.string().trim().min(2, '请写明原因').max(500) });
export const changeWitnessSchema = z.object({ witnessId: idSchema });
