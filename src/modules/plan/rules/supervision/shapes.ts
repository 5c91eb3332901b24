/** What supervision orders (督办单) are made of: levels, statuses, events. Pure; browser-safe; judged in the files beside it. */
import { z } from 'zod';
import type { Day } from '#kernel/day.ts';

/** Steps of escalation, the mildest first. */
export const supervisionLevels = ['prompt', 'supervise', 'circular'] as const;
export type SupervisionLevel = (typeof supervisionLevels)[number];

export const orderStatuses = ['issued', 'received', 'returned', 'replied', 'closed', 'withdrawn'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

/** Statuses in which the unit owes a reply and the clock runs. */
export const awaitingStatuses = ['issued', 'received', 'returned'] as const satisfies readonly OrderStatus[];
export const openStatuses = [...awaitingStatuses, 'replied'] as const satisfies readonly OrderStatus[];

/** Who raises an unanswered order: a person, or the platform on the working day after it fell due. */
export const escalationModes = ['byPerson', 'automatic'] as const;
export type EscalationMode = (typeof escalationModes)[number];

/** Working days an order gives for the reply when nobody says otherwise. */
export const usualReplyDays = 5;
/** Working days a raised order gives when nobody says otherwise. */
export const usualEscalationDays = 3;
export const replyDaysSchema = z.number().int().min(1, '至少1个工作日').max(60, '最多60个工作日');
export const orderReasonSchema = z.string().trim().min(2, '请写明理由').max(500, '理由不超过500字');

const reason = z.string();
const days = z.number().int();

/** What happened, as it is stored. A reply's files are named by identifier; who and when lie beside it. */
export const orderEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('issued'), level: z.enum(supervisionLevels), replyDays: days }),
  z.object({ kind: z.literal('received') }),
  z.object({ kind: z.literal('replied'), text: z.string(), links: z.array(z.string()) }),
  z.object({ kind: z.literal('returned'), reason, replyDays: days }),
  z.object({ kind: z.literal('extended'), reason, moreDays: days }),
  z.object({
    kind: z.literal('escalated'),
    reason,
    level: z.enum(supervisionLevels),
    replyDays: days,
    automatic: z.boolean(),
  }),
  z.object({ kind: z.literal('closed'), note: z.string() }),
  z.object({ kind: z.literal('withdrawn'), reason }),
]);
export type OrderEventContent = z.infer<typeof orderEventSchema>;
export type OrderEventKind = OrderEventContent['kind'];

/** An event with the day it happened on in Beijing. */
export type OrderEvent = OrderEventContent & { readonly day: Day };
