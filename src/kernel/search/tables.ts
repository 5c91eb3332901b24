/** The table of what search may find. */
import { bigint, boolean, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day } from '../db/columns.ts';

export const searchDocuments = pgTable(
  'search_document',
  {
    kind: text().notNull(),
    objectId: text('object_id').notNull(),
    title: text().notNull(),
    body: text().notNull(),
    unitId: uuid('unit_id'),
    unitName: text('unit_name'),
    day: day(),
    address: text().notNull(),
    isPublic: boolean('is_public').notNull(),
    changedSeq: bigint('changed_seq', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ name: 'search_document_pk', columns: [table.kind, table.objectId] })],
);
