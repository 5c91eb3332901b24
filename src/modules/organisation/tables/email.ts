/** Officers' mail addresses; written by `service/email` alone. */
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '#kernel/db/columns.ts';

export const officerEmails = pgTable('officer_email', {
  officerId: uuid('officer_id').primaryKey(),
  email: text().notNull(),
  setAt: instant('set_at').notNull(),
});
