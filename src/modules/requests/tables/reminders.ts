/** The log of reminders in open cases; written by `service/case-reminders` alone. */
import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '#kernel/db/columns.ts';

export const requestReminders = pgTable(
  'request_reminder',
  {
    requestId: uuid('request_id').notNull(),
    duty: text().notNull(),
    due: day().notNull(),
    step: integer().notNull(),
    officerIds: uuid('officer_ids').array().notNull(),
    sentAt: instant('sent_at').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'request_reminder_pk',
      columns: [table.requestId, table.duty, table.due, table.step],
    }),
  ],
);
