/** Files by name; the bytes lie in the file store by content. */
import { bigint, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant } from '../db/columns.ts';

export const storedFiles = pgTable('stored_file', {
  id: uuid().primaryKey(),
  sha256: text().notNull(),
  byteLength: bigint('byte_length', { mode: 'number' }).notNull(),
  mediaType: text('media_type').notNull(),
  fileName: text('file_name').notNull(),
  createdBy: text('created_by').notNull(),
  createdAt: instant('created_at').notNull(),
});
