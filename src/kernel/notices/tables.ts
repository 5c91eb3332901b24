/** Notices to officers: written by `notify.ts`, read in the notification centre. */
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../db/columns.ts';

export const notices = pgTable('notice', {
  id: uuid().primaryKey(),
  officerId: uuid('officer_id').notNull(),
  title: text().notNull(),
  detail: text(),
  address: text().notNull(),
  uniqueKey: text('unique_key'),
  createdAt: instant('created_at').notNull(),
  readAt: instant('read_at'),
});
