/** Table of the keys under which creating requests were done. */
import { jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { instant } from '../db/columns.ts';

export const idempotencyKeys = pgTable(
  'idempotency_key',
  {
    actorKey: text('actor_key').notNull(),
    key: text().notNull(),
    requestHash: text('request_hash').notNull(),
    response: jsonb(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [primaryKey({ name: 'idempotency_key_pk', columns: [table.actorKey, table.key] })],
);
