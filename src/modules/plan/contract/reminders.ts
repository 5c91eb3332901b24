/** Shapes of the log of reminders over HTTP; browser-safe. */
import { z } from 'zod';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { daySchema, idSchema, instantText } from '#kernel/schema.ts';

export const reminderRowSchema = z.object({
  id: idSchema,
  source: z.string(),
  /** Chinese name of the kind of duty. */
  sourceTitle: z.string(),
  unitId: idSchema,
  unitName: z.string(),
  title: z.string(),
  address: z.string(),
  due: daySchema,
  /** Working days from the due day: -3 before, 0 on it, 5 after. */
  step: z.number().int(),
  stepDay: daySchema,
  sentAt: instantText,
  /** Working days really left when it was sent. */
  remaining: z.number().int(),
  /** Names of those reminded; empty when the unit had nobody. */
  officers: z.array(z.string()),
});
export type ReminderRow = z.infer<typeof reminderRowSchema>;

export const reminderQuerySchema = z.object({
  ...pageQuery([idSchema]),
  unitId: idSchema.optional(),
  source: z.string().max(40).optional(),
  officerId: idSchema.optional(),
  /** Days of sending, half-open. */
  sentFrom: daySchema.optional(),
  sentUntil: daySchema.optional(),
  text: z.string().trim().max(100).optional(),
});
export type ReminderQuery = z.infer<typeof reminderQuerySchema>;
export const reminderPageSchema = pageReply(reminderRowSchema);
