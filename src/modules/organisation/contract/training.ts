/** Shapes of trainings over HTTP: sessions, who came, materials, the roster read from a file; browser-safe. */
import { z } from 'zod';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { daySchema, dayText, idSchema, instantText } from '#kernel/schema.ts';
import {
  trainingActionNames,
  trainingAudiences,
  trainingKinds,
  trainingModes,
  trainingStatuses,
} from '../rules/training.ts';

const topicSchema = z.string().trim().min(2, '请写明主题').max(200);
const shortText = z.string().trim().max(200);
const longText = z.string().trim().max(5000);
const minutesSchema = z
  .number({ error: '请填写时长' })
  .int()
  .min(10, '时长至少10分钟')
  .max(100 * 60, '时长不超过100小时');

export const trainingRowSchema = z.object({
  id: idSchema,
  kind: z.enum(trainingKinds),
  topic: z.string(),
  organiserId: idSchema,
  organiserName: z.string(),
  plannedFor: dayText,
  heldOn: dayText.nullable(),
  cancelledOn: dayText.nullable(),
  status: z.enum(trainingStatuses),
  mode: z.enum(trainingModes),
  place: z.string(),
  /** Length in minutes. */
  minutes: z.number().int(),
  audiences: z.array(z.enum(trainingAudiences)),
  law: z.string().nullable(),
  policyTitle: z.string().nullable(),
  policyNumber: z.string().nullable(),
  /** Everybody who came: registered officers and others by number. */
  people: z.number().int(),
  /** Units somebody came from. */
  unitCount: z.number().int(),
});
export type TrainingRow = z.infer<typeof trainingRowSchema>;

export const trainingQuerySchema = z.object({
  ...pageQuery([daySchema, idSchema]),
  kind: z.enum(trainingKinds).optional(),
  status: z.enum(trainingStatuses).optional(),
  audience: z.enum(trainingAudiences).optional(),
  /** Planned for this year. */
  year: z.coerce.number().int().min(2000).max(2200).optional(),
  /** Organised by the unit, or somebody of it came. */
  unitId: idSchema.optional(),
  /** Part of the topic or of the policy's name. */
  text: z.string().trim().max(100).optional(),
});
export type TrainingQuery = z.infer<typeof trainingQuerySchema>;
export const trainingPageSchema = pageReply(trainingRowSchema);

export const attendeeSchema = z.object({
  officerId: idSchema,
  name: z.string(),
  unitId: idSchema,
  unitName: z.string(),
  newEntrant: z.boolean(),
});
export type TrainingAttendee = z.infer<typeof attendeeSchema>;

export const headCountSchema = z.object({
  unitId: idSchema,
  unitName: z.string(),
  heads: z.number().int(),
  newEntrants: z.number().int(),
});

export const materialSchema = z.object({
  id: idSchema,
  fileName: z.string(),
  byteLength: z.number().int(),
  addedByName: z.string(),
  addedAt: instantText,
});

export const trainingDetailSchema = trainingRowSchema.extend({
  lecturer: z.string(),
  summary: z.string(),
  cancelReason: z.string().nullable(),
  createdByName: z.string(),
  invitedUnits: z.array(z.object({ id: idSchema, shortName: z.string(), came: z.number().int() })),
  attendees: z.array(attendeeSchema),
  headCounts: z.array(headCountSchema),
  materials: z.array(materialSchema),
  /** What its state allows; who may do it the permission table says. */
  actions: z.array(z.enum(trainingActionNames)),
});
export type TrainingDetail = z.infer<typeof trainingDetailSchema>;

export const planTrainingSchema = z.object({
  kind: z.enum(trainingKinds).default('business'),
  organiserId: idSchema,
  topic: topicSchema,
  plannedFor: daySchema,
  mode: z.enum(trainingModes).default('onSite'),
  place: shortText.default(''),
  minutes: minutesSchema,
  audiences: z.array(z.enum(trainingAudiences)).min(1, '请选择培训对象').max(5),
  invitedUnitIds: z.array(idSchema).max(1000).default([]),
  lecturer: shortText.default(''),
  /** For a legal study: what is studied. */
  law: topicSchema.nullable().default(null),
  /** For a policy training: the policy and its document number. */
  policyTitle: topicSchema.nullable().default(null),
  policyNumber: shortText.nullable().default(null),
});
export type PlanTrainingInput = z.infer<typeof planTrainingSchema>;

export const changeTrainingSchema = z.object({
  topic: topicSchema.optional(),
  plannedFor: daySchema.optional(),
  mode: z.enum(trainingModes).optional(),
  place: shortText.optional(),
  minutes: minutesSchema.optional(),
  audiences: z.array(z.enum(trainingAudiences)).min(1, '请选择培训对象').max(5).optional(),
  invitedUnitIds: z.array(idSchema).max(1000).optional(),
  lecturer: shortText.optional(),
  law: topicSchema.nullable().optional(),
  policyTitle: topicSchema.nullable().optional(),
  policyNumber: shortText.nullable().optional(),
  /** Corrects the day of a session that was held. */
  heldOn: daySchema.optional(),
  summary: longText.optional(),
});
export type ChangeTrainingInput = z.infer<typeof changeTrainingSchema>;

export const attendanceInputSchema = z.object({
  attendees: z.array(z.object({ officerId: idSchema, newEntrant: z.boolean().default(false) })).max(5000),
  /** People who are not registered officers, by unit. */
  headCounts: z
    .array(
      z
        .object({
          unitId: idSchema,
          heads: z.number({ error: '请填写人数' }).int().min(1, '人数至少1人').max(100_000),
          newEntrants: z.number().int().min(0).default(0),
        })
        .refine((row) => row.newEntrants <= row.heads, {
          path: ['newEntrants'],
          message: '新进人员不能多于参训人数',
        }),
    )
    .max(1000),
});
export type AttendanceInput = z.infer<typeof attendanceInputSchema>;

export const holdTrainingSchema = z.object({
  heldOn: daySchema,
  minutes: minutesSchema.optional(),
  summary: longText.default(''),
});
export type HoldTrainingInput = z.infer<typeof holdTrainingSchema>;

export const cancelReasonSchema = z.object({ reason: z.string().trim().min(2, '请写明原因').max(500) });

/** What became of one line of a roster file. */
export const rosterLineSchema = z.object({
  line: z.number().int(),
  /** The line as read, cells joined. */
  text: z.string(),
  outcome: z.enum(['officer', 'heads', 'unmatched']),
  unitName: z.string().nullable(),
  heads: z.number().int(),
  note: z.string(),
});
export type RosterLine = z.infer<typeof rosterLineSchema>;

export const rosterReplySchema = z.object({
  lines: z.array(rosterLineSchema),
  officers: z.number().int(),
  others: z.number().int(),
  unmatched: z.number().int(),
  /** False for a trial: nothing was written. */
  recorded: z.boolean(),
});
export type RosterReply = z.infer<typeof rosterReplySchema>;
export const rosterBodySchema = z.object({ record: z.enum(['true', 'false']).default('false') });
