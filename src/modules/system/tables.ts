/** Saved views and drafts of the desk, and how often an officer wants the mail digest. */
import { jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '#kernel/db/columns.ts';
import { digestRhythms } from './rules/digest.ts';

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

export const digestSettings = pgTable('digest_setting', {
  officerId: uuid('officer_id').primaryKey(),
  rhythm: text({ enum: digestRhythms }).notNull(),
  setAt: instant('set_at').notNull(),
});
