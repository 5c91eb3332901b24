/** Rows of the gazette: issues and their documents in order. */
import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day } from '#kernel/db/columns.ts';

export const gazetteIssues = pgTable('gazette_issue', {
  id: uuid().primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  year: integer().notNull(),
  number: integer().notNull(),
  totalNumber: integer('total_number').notNull(),
  openedByName: text('opened_by_name').notNull(),
  openedOn: day('opened_on').notNull(),
  publishedByName: text('published_by_name'),
  publishedOn: day('published_on'),
});
export type GazetteIssueRow = typeof gazetteIssues.$inferSelect;

export const gazetteEntries = pgTable(
  'gazette_entry',
  {
    issueId: uuid('issue_id').notNull(),
    position: integer().notNull(),
    itemId: uuid('item_id').notNull(),
  },
  (table) => [primaryKey({ name: 'gazette_entry_pk', columns: [table.issueId, table.position] })],
);
