/** Rows of the public form: the count of spared requests, requests being filled in. */
import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day, instant } from '#kernel/db/columns.ts';

export const requestSpared = pgTable(
  'request_spared',
  {
    jurisdictionId: uuid('jurisdiction_id').notNull(),
    onDay: day('on_day').notNull(),
    spared: integer().notNull(),
  },
  (table) => [primaryKey({ name: 'request_spared_pk', columns: [table.jurisdictionId, table.onDay] })],
);

export const requestDrafts = pgTable('request_draft', {
  keyDigest: text('key_digest').primaryKey(),
  sealed: text().notNull(),
  expiresAt: instant('expires_at').notNull(),
});
