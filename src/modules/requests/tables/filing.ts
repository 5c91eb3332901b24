/** Rows of the public form: the count of spared requests. */
import { integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { day } from '#kernel/db/columns.ts';

export const requestSpared = pgTable(
  'request_spared',
  {
    jurisdictionId: uuid('jurisdiction_id').notNull(),
    onDay: day('on_day').notNull(),
    spared: integer().notNull(),
  },
  (table) => [primaryKey({ name: 'request_spared_pk', columns: [table.jurisdictionId, table.onDay] })],
);
