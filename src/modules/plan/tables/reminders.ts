/** The log of reminders; written by `service/reminders` alone. */
import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '#kernel/db/columns.ts';

export const reminders = pgTable('reminder', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  source: text().notNull(),
  dutyKey: text('duty_key').notNull(),
  unitId: uuid('unit_id').notNull(),
  title: text().notNull(),
  address: text().notNull(),
  due: day().notNull(),
  step: integer().notNull(),
  stepDay: day('step_day').notNull(),
  remaining: integer().notNull(),
  officerIds: uuid('officer_ids').array().notNull(),
  sentAt: instant('sent_at').notNull(),
});
