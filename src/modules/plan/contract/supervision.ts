/** Shapes of supervision orders over HTTP; browser-safe. */
import { z } from 'zod';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { daySchema, flagQuery, idSchema, instantText } from '#kernel/schema.ts';
import { orderActions } from '../rules/supervision/actions.ts';
import {
  escalationModes,
  orderEventSchema,
  orderReasonSchema,
  orderStatuses,
  replyDaysSchema,
  supervisionLevels,
  usualEscalationDays,
  usualReplyDays,
} from '../rules/supervision/shapes.ts';

/** A clock with how it was counted. */
export const orderClockSchema = z.object({
  from: daySchema,
  days: z.number().int(),
  due: daySchema.nullable(),
  rule: z.string(),
  because: z.string().nullable(),
  counted: z.array(daySchema),
  skipped: z.array(z.object({ day: daySchema, reason: z.string() })),
  provisional: z.boolean(),
});
export type OrderClockShape = z.infer<typeof orderClockSchema>;

export const orderRowSchema = z.object({
  id: idSchema,
  issueId: idSchema,
  /** 督办〔2026〕1号. */
  number: z.string(),
  subject: z.string(),
  unitId: idSchema,
  unitName: z.string(),
  status: z.enum(orderStatuses),
  level: z.enum(supervisionLevels),
  issuedOn: daySchema,
  clock: orderClockSchema,
  /** The unit owes a reply. */
  awaitsReply: z.boolean(),
  /** The reply is owed and its first due day is past. */
  lateSince: daySchema.nullable(),
  /** The running period is over: the order may be raised. */
  overdue: z.boolean(),
  /** Working days left; negative when over; null when no period runs. */
  remaining: z.number().int().nullable(),
  answeredInTime: z.boolean().nullable(),
  taskCount: z.number().int(),
  updatedAt: instantText,
});
export type OrderRow = z.infer<typeof orderRowSchema>;

export const orderQuerySchema = z.object({
  ...pageQuery([idSchema]),
  status: z.enum(orderStatuses).optional(),
  /** Only those that are not closed or withdrawn. */
  open: flagQuery.optional(),
  level: z.enum(supervisionLevels).optional(),
  unitId: idSchema.optional(),
  taskId: idSchema.optional(),
  late: flagQuery.optional(),
  /** Part of the subject or requirement. */
  text: z.string().trim().max(100).optional(),
});
export type OrderQuery = z.infer<typeof orderQuerySchema>;
export const orderPageSchema = pageReply(orderRowSchema);

export const orderFileSchema = z.object({
  fileId: idSchema,
  fileName: z.string(),
  byteLength: z.number().int(),
});
export type OrderFile = z.infer<typeof orderFileSchema>;

export const orderEventViewSchema = z.object({
  seq: z.number().int(),
  at: instantText,
  actorName: z.string(),
  event: orderEventSchema,
  files: z.array(orderFileSchema),
});
export type OrderEventView = z.infer<typeof orderEventViewSchema>;

export const orderDetailSchema = orderRowSchema.extend({
  requirement: z.string(),
  escalation: z.enum(escalationModes),
  escalationDays: z.number().int(),
  issuedByName: z.string(),
  /** The clock that each issuing, return or escalation set, by the number of its event. */
  clocks: z.array(orderClockSchema.extend({ seq: z.number().int() })),
  /** The office that issued it, by its full name. */
  officeName: z.string(),
  /** Full name of the unit addressed, and of the government the office works for. */
  unitFullName: z.string(),
  jurisdictionName: z.string(),
  /** Every unit the paper is addressed to. */
  addressees: z.array(z.object({ orderId: idSchema, unitId: idSchema, unitName: z.string() })),
  tasks: z.array(
    z.object({ taskId: idSchema, no: z.number().int().nullable(), title: z.string(), planTitle: z.string() }),
  ),
  events: z.array(orderEventViewSchema),
  /** What this officer may do to it now. */
  actions: z.array(z.enum(orderActions)),
});
export type OrderDetail = z.infer<typeof orderDetailSchema>;

const subjectSchema = z.string().trim().min(2, '请写明事由').max(120, '事由不超过120字');

export const issueOrdersSchema = z.object({
  unitIds: z.array(idSchema).min(1, '请选择被督办单位').max(300, '一次最多发给300个单位'),
  taskIds: z.array(idSchema).max(200).default([]),
  subject: subjectSchema,
  requirement: z.string().trim().min(2, '请写明办理要求').max(4000, '办理要求不超过4000字'),
  level: z.enum(supervisionLevels).default('supervise'),
  replyDays: replyDaysSchema.default(usualReplyDays),
  escalation: z.enum(escalationModes).default('byPerson'),
  escalationDays: replyDaysSchema.default(usualEscalationDays),
});
export type IssueOrdersInput = z.infer<typeof issueOrdersSchema>;

export const issuedOrdersSchema = z.object({
  issueId: idSchema,
  number: z.string(),
  orderIds: z.array(idSchema),
});
export type IssuedOrders = z.infer<typeof issuedOrdersSchema>;

/** Asks when a reply would fall due if the clock were opened today. */
export const clockQuerySchema = z.object({
  openedBy: z.enum(['issued', 'returned', 'escalated']).default('issued'),
  replyDays: z.coerce.number().pipe(replyDaysSchema).default(usualReplyDays),
});

/** A web address a person can open. */
export const replyLinkSchema = z
  .url({ protocol: /^https?$/, message: '网址须以 http:// 或 https:// 开头' })
  .max(500);

export const replyOrderSchema = z.object({
  text: z.string().trim().min(2, '请写明办理情况').max(4000, '办理情况不超过4000字'),
  links: z.array(replyLinkSchema).max(20).default([]),
  fileIds: z.array(idSchema).max(20, '一次最多20份附件').default([]),
});
export type ReplyOrderInput = z.infer<typeof replyOrderSchema>;

export const acceptOrderSchema = z.object({ note: z.string().trim().max(500).default('') });
export const returnOrderSchema = z.object({
  reason: orderReasonSchema,
  replyDays: replyDaysSchema.default(usualReplyDays),
});
export const extendOrderSchema = z.object({ reason: orderReasonSchema, moreDays: replyDaysSchema });
export const escalateOrderSchema = z.object({
  reason: orderReasonSchema,
  replyDays: replyDaysSchema.default(usualEscalationDays),
});
export const withdrawOrderSchema = z.object({ reason: orderReasonSchema });
