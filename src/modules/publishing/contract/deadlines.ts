/** Shapes of publication limits and of the release calendar over HTTP; browser-safe. */
import { z } from 'zod';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { dayText, idSchema, instantText } from '#kernel/schema.ts';
import { itemStages } from '../rules/item-state.ts';
import { owingStates, publicationStates } from '../rules/publication-clock.ts';
import { itemDetailSchema, itemRowSchema } from './items.ts';

/** How a due day came about, as the desk's date shows it. */
export const derivationSchema = z.object({
  rule: z.string(),
  article: z.string().optional(),
  from: dayText,
  counted: z.array(dayText).readonly(),
  skipped: z.array(z.object({ day: dayText, reason: z.string() })).readonly(),
  provisional: z.boolean(),
  because: z.string().optional(),
});

export const publicationClockSchema = z.object({
  state: z.enum(publicationStates),
  due: dayText.nullable(),
  releasedOn: dayText.nullable(),
  /** Null where nothing is counted. */
  derivation: derivationSchema.nullable(),
});
export type PublicationClock = z.output<typeof publicationClockSchema>;

export const clockedItemRowSchema = itemRowSchema.extend({ publication: publicationClockSchema });
export type ClockedItemRow = z.output<typeof clockedItemRowSchema>;
export const clockedItemListSchema = pageReply(clockedItemRowSchema);
export const clockedItemDetailSchema = itemDetailSchema.extend({ publication: publicationClockSchema });
export type ClockedItemDetail = z.output<typeof clockedItemDetailSchema>;

export const dueRowSchema = z.object({
  itemId: idSchema,
  title: z.string(),
  unitId: idSchema,
  unitName: z.string(),
  kindTitle: z.string(),
  stage: z.enum(itemStages),
  createdByName: z.string(),
  publication: publicationClockSchema,
});
export type DueRow = z.output<typeof dueRowSchema>;

export const dueQuerySchema = z.object({
  state: z.enum(owingStates).optional(),
  unitId: idSchema.optional(),
  text: z.string().trim().max(100).optional(),
  ...pageQuery([z.string().max(10), idSchema]),
});
export type DueQuery = z.output<typeof dueQuerySchema>;
export const dueListSchema = pageReply(dueRowSchema).extend({
  /** How many owe in each state, whatever page and filter by state. */
  counts: z.record(z.enum(owingStates), z.number().int()),
});

export const calendarEntryKinds = ['release', 'withdrawal', 'due', 'columnDue'] as const;

export const calendarQuerySchema = z.object({
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份写作2026-11'),
  unitId: idSchema.optional(),
});
export const calendarEntrySchema = z.object({
  key: z.string(),
  day: dayText,
  /** The moment, where one is set. */
  at: instantText.nullable(),
  kind: z.enum(calendarEntryKinds),
  title: z.string(),
  unitId: idSchema,
  unitName: z.string(),
  isOverdue: z.boolean(),
  /** Address on the desk. */
  address: z.string(),
});
export type CalendarEntry = z.output<typeof calendarEntrySchema>;
export const calendarReplySchema = z.object({ rows: z.array(calendarEntrySchema) });
