/** Saved views and drafts of the desk. */
import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '#kernel/db/columns.ts';

export const savedViews = pgTable('saved_view', {
  id: uuid().primaryKey(),
  officerId: uuid('officer_id').notNull(),
  screen: text().notNull(),
  name: text().notNull(),
  state: text().notNull(),
  createdAt: instant('created_at').notNull(),
});

export const deskDrafts = pgTable(
  'desk_draft',
  {
    officerId: uuid('officer_id').notNull(),
    screen: text().notNull(),
    key: text().notNull(),
    content: jsonb().notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [primaryKey({ name: 'desk_draft_pk', columns: [table.officerId, table.screen, table.key] })],
);
