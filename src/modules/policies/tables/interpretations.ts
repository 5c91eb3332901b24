/** Rows of interpretations and of what they interpret. */
import { boolean, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { day } from '#kernel/db/columns.ts';
import { interpreterRanks } from '../rules/interpretation.ts';

export const interpretations = pgTable('interpretation', {
  itemId: uuid('item_id').primaryKey(),
  jurisdictionId: uuid('jurisdiction_id').notNull(),
  unitId: uuid('unit_id').notNull(),
  title: text().notNull(),
  form: text(),
  interpreter: text(),
  rank: text({ enum: interpreterRanks }).notNull(),
  isPublic: boolean('is_public').notNull(),
  publishedOn: day('published_on').notNull(),
});

export const interpretationDocuments = pgTable(
  'interpretation_document',
  {
    interpretationItemId: uuid('interpretation_item_id').notNull(),
    documentItemId: uuid('document_item_id').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'interpretation_document_pk',
      columns: [table.interpretationItemId, table.documentItemId],
    }),
  ],
);
