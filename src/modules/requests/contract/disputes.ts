/** Shapes of reviews and lawsuits over HTTP; browser-safe. */
import { z } from 'zod';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { daySchema, dayText, idSchema, instantText } from '#kernel/schema.ts';
import { bundleGroups } from '../rules/disputes/bundle.ts';
import { partyRoles } from '../rules/disputes/parties.ts';
import { disputeCapacities } from '../rules/disputes/report-cell.ts';
import {
  disputeEventKinds,
  disputeOutcomes,
  disputeStatuses,
  disputeWays,
  reviewProcedures,
  rulingFormNames,
} from '../rules/disputes/shapes.ts';

const line = (most: number) => z.string().trim().max(most);
const reason = line(2000).min(1, '请写明原因');

export const disputePartySchema = z.object({
  role: z.enum(partyRoles),
  name: line(200).min(1, '请填写姓名或者名称'),
});
export type DisputePartyInput = z.output<typeof disputePartySchema>;

export const openDisputeSchema = z.object({
  /** The request in dispute; null for a case older than the register. */
  requestId: idSchema.nullable().default(null),
  olderCase: line(500).default(''),
  /** Needed where there is no request; else that of the request. */
  unitId: idSchema.nullable().default(null),
  handlingUnitId: idSchema.nullable().default(null),
  way: z.enum(disputeWays),
  capacity: z.enum(disputeCapacities).default('originalActor'),
  subject: line(200).min(1, '请写明争议的事项'),
  ground: line(60).nullable().default(null),
  authority: line(200).min(1, '请填写复议机关或者人民法院'),
  actKnownOn: daySchema.nullable().default(null),
  reviewId: idSchema.nullable().default(null),
  reviewReceivedOn: daySchema.nullable().default(null),
  openedOn: daySchema,
  parties: z.array(disputePartySchema).max(30).default([]),
});
export type OpenDisputeInput = z.output<typeof openDisputeSchema>;

const event = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.object({ kind: z.literal(kind), day: daySchema, ...shape });

/** What is recorded after the opening; papers come with their file by another address. */
export const disputeStepSchema = z.discriminatedUnion('kind', [
  event('accepted', { caseNumber: line(100).min(1, '请填写案号') }),
  event('declined', { reason }),
  event('notified', { procedure: z.enum(reviewProcedures).default('ordinary') }),
  event('procedureChanged', { reason }),
  event('replied', { text: line(4000).default('') }),
  event('hearingSet', { on: daySchema, place: line(200).default('') }),
  event('suspended', { reason }),
  event('resumed', { reason }),
  event('extended', {
    moreDays: z.int().min(1).max(30, '延长最多不得超过三十日（行政复议法第六十二条）'),
    reason,
  }),
  event('ruled', {
    form: z.enum(rulingFormNames),
    documentNumber: line(100).default(''),
    receivedOn: daySchema,
    reason: line(4000).default(''),
  }),
  event('appealed', { by: z.enum(['us', 'others']) }),
  event('tookEffect', {}),
  event('reopened', { reason }),
  event('costNoted', {
    what: line(200).min(1, '请写明费用的用途'),
    fen: z.int().min(1).max(100_000_000_00),
  }),
  event('remarked', { text: line(2000).min(1, '请填写内容') }),
  event('annulled', { position: z.int().min(0), reason }),
]);
export type DisputeStepInput = z.output<typeof disputeStepSchema>;

export const disputePaperQuerySchema = z.object({
  group: z.enum(bundleGroups),
  proves: line(500).default(''),
});

export const disputeQuerySchema = z.object({
  ...pageQuery([daySchema, z.uuid()]),
  state: z.enum(['open', 'closed']).optional(),
  way: z.enum(disputeWays).optional(),
  outcome: z.enum(disputeOutcomes).optional(),
  unitId: idSchema.optional(),
  year: z.coerce.number().int().min(2000).max(2200).optional(),
  text: line(100).optional(),
});
export type DisputeQuery = z.output<typeof disputeQuerySchema>;

export const disputeClockSchema = z.object({
  rule: z.string(),
  title: z.string(),
  article: z.string(),
  says: z.string(),
  owner: z.enum(['ours', 'others']),
  on: dayText,
  due: dayText.nullable(),
  doneOn: dayText.nullable(),
  suspendedOn: dayText.nullable(),
  provisional: z.boolean(),
  countedDays: z.array(dayText),
  skipped: z.array(z.object({ day: dayText, reason: z.string() })),
  because: z.array(z.string()),
  /** Null while it runs or where there is no last day. */
  inTime: z.boolean().nullable(),
});
export type DisputeClockView = z.infer<typeof disputeClockSchema>;

export const disputeRowSchema = z.object({
  id: idSchema,
  number: z.string(),
  way: z.enum(disputeWays),
  capacity: z.enum(disputeCapacities),
  unitId: idSchema,
  unitName: z.string(),
  handlingUnitName: z.string(),
  subject: z.string(),
  authority: z.string(),
  ground: z.string().nullable(),
  openedOn: dayText,
  status: z.enum(disputeStatuses),
  outcome: z.enum(disputeOutcomes).nullable(),
  closedOn: dayText.nullable(),
  /** The next day that binds us, with its name; null when nothing does. */
  next: z.object({ title: z.string(), due: dayText }).nullable(),
  hearingOn: dayText.nullable(),
});
export type DisputeRow = z.infer<typeof disputeRowSchema>;
export const disputePageSchema = pageReply(disputeRowSchema);

export const disputeDetailSchema = disputeRowSchema.extend({
  request: z.object({ id: idSchema, number: z.string(), subject: z.string() }).nullable(),
  olderCase: z.string(),
  review: z.object({ id: idSchema, number: z.string() }).nullable(),
  followedBy: z.array(z.object({ id: idSchema, number: z.string() })),
  groundTitle: z.string().nullable(),
  caseNumber: z.string().nullable(),
  procedure: z.enum(reviewProcedures),
  instance: z.int(),
  actKnownOn: dayText.nullable(),
  costFen: z.int(),
  createdByName: z.string(),
  parties: z.array(z.object({ role: z.enum(partyRoles), maskedName: z.string() })),
  clocks: z.array(disputeClockSchema),
  rulings: z.array(
    z.object({
      instance: z.int(),
      form: z.enum(rulingFormNames),
      documentNumber: z.string(),
      day: dayText,
      receivedOn: dayText,
    }),
  ),
  events: z.array(
    z.object({
      position: z.int(),
      kind: z.enum(disputeEventKinds),
      day: dayText,
      lines: z.array(z.string()),
      file: z.object({ name: z.string(), byteLength: z.int() }).nullable(),
      annulled: z.boolean(),
      byName: z.string(),
      at: instantText,
    }),
  ),
  rectifications: z.array(z.object({ id: idSchema, title: z.string(), dueOn: dayText, status: z.string() })),
  /** What this officer may record now. */
  actions: z.array(z.enum(disputeEventKinds)),
});
export type DisputeDetail = z.infer<typeof disputeDetailSchema>;

export const revealPartiesSchema = z.object({ reason: line(500).min(1, '请写明查看的原因') });
export const revealedPartiesSchema = z.object({ parties: z.array(disputePartySchema) });
